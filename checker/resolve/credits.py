"""Which quotation leans on which outlet, and on what basis."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from checker.model import Article, Basis, Credit, Person, Quotation, QuotationKind, Relation, Source, Span
from checker.resolve.occasions import another_turn, hands_on, new_occasion, refers_back, signed_piece, speaks
from checker.resolve.places import Place, empty_places, fill, speaker_keys
from checker.text.late import late

# How strongly each basis speaks, for whoever has to choose between outlets: the order is what counts, the distances
# are a first setting and not measured. A quotation one paragraph further from its citation leans on it a little less.
_STRENGTH = {Basis.SAME_SENTENCE: 1.0, Basis.LINK: 0.9, Basis.PARENTHESIS: 0.8, Basis.CARRIED_OVER: 0.7}
_FADE = 0.1
_WEAKEST = 0.3
# "The newspaper said" still means the outlet named last over this many paragraphs.
_BACK = 10

# A sentence that names more people is a list; and an endless one stays linear.
_COMPANY = 20
# What stands between an outlet and its own journalist, who asks and does not end what is carried over.
_HOST_OF = late(r"(?:['’]s)?,?\s(?:[\w-]+\s){0,3}")
_OF_HOST = late(r",?\s(?:of|from|on|at|for)\s(?:the\s)?")

Credits = dict[str, tuple[Credit, ...]]


@dataclass(slots=True)
class _Carried:
    """What was cited last and may carry over: whose words it brings, since which paragraph, and where it was seen last."""

    sources: tuple[Source, ...]
    speakers: set[str]
    paragraph: int
    latest: int
    alive: bool = True


def credits_of(
    article: Article,
    quotations: Sequence[Quotation],
    sources: Sequence[Source],
    speakers: Mapping[str, Person | None] | None = None,
    people: Sequence[Person] = (),
    places: list[Place] | None = None,
) -> Mapping[str, tuple[Credit, ...]]:
    """The outlets that each quotation leans on, by its id, the likeliest first; a quotation without any is left out.

    A citation in the quotation's own sentence counts first; then a link on it, a parenthesis after its paragraph, and
    what carries over: the same speaker goes on, and neither another outlet nor another speaker, nor another occasion, nor
    a paragraph of the publisher's own reporting has come between. In a chain (A reports that B said) A comes first.
    `places` are the article's sentences, where they are known already; they get filled.
    """
    places = empty_places(article) if places is None else places
    fill(places, article, quotations, [source for source in sources if _creditable(article, source)], people)
    keys = speaker_keys(article.text, quotations, speakers or {})
    walk = _Walk(article, keys, {person.id: person for person in people})
    for index, place in enumerate(places):
        if index and place.paragraph != places[index - 1].paragraph:
            walk.end_paragraph()
        walk.read(place)
    walk.look_ahead(places)
    walk.parentheses(places)
    return walk.found


def _creditable(article: Article, source: Source) -> bool:
    """Whether words can have come through it: not through a poll, an agency's dateline or a closing thank-you."""
    relation, span = source.citation.relation, source.citation.span
    if relation is Relation.OTHER:
        return bool(signed_piece().search(article.text, max(0, span.start - 60), span.end + 60))
    return (
        relation is not Relation.VIA
        or _in_brackets(article.text, span)
        or "h/t" in article.text[max(0, span.start - 12) : span.start]
    )


def _in_brackets(text: str, span: Span) -> bool:
    """A name in a parenthesis that ends a paragraph or stands behind a sentence, and is no dateline."""
    opened = text.rfind("(", max(0, span.start - 80), span.start)
    closed = text.find(")", span.end, span.end + 80)
    if opened < 0 or closed < 0 or ")" in text[opened : span.start]:
        return False
    return not re.match(r"\)\s*(?:[—–-]|--)", text[closed : closed + 6])


class _Walk:
    """Reads the sentences in order and keeps what carries over."""

    def __init__(self, article: Article, keys: Mapping[str, str | None], people: Mapping[str, Person]) -> None:
        self.found: Credits = {}
        self._text = article.text
        self._keys = keys
        self._people = people
        self._carried: _Carried | None = None
        self._seen_speaker = False
        self._seen: set[str] = set()

    def read(self, place: Place) -> None:
        """One sentence."""
        cited = [source for source in place.sources if not _in_brackets(self._text, source.citation.span)]
        new = [quotation for quotation in place.quotations if quotation.id not in self._seen]
        self._seen |= {quotation.id for quotation in new}
        if cited:
            self._cite(place, cited, new)
            return
        if self._carried is None:
            return
        if place.paragraph - self._carried.latest <= _BACK and refers_back().search(place.words):
            self._carried.alive = True
            self._carry(place, new, anyone=True)
            return
        if not self._carried.alive:
            return
        spoken = new or speaks().search(place.words)
        if another_turn().match(place.words) or (spoken and new_occasion().search(place.words)):
            self._carried.alive = False
        else:
            self._carry(place, new)

    def end_paragraph(self) -> None:
        """A later paragraph in which the speaker does not occur is the publisher's own reporting, and ends it."""
        if self._carried is not None and not self._seen_speaker:
            self._carried.alive = False
        self._seen_speaker = False

    def _cite(self, place: Place, cited: Sequence[Source], quotations: Sequence[Quotation]) -> None:
        ordered = self._ordered(cited)
        for quotation in quotations:
            if quotation.kind is not QuotationKind.TERM or quotation.speaker is not None:
                self._credit(quotation, ordered, Basis.SAME_SENTENCE)
        if place.heading:
            return
        speakers = {key for quotation in quotations if (key := self._keys.get(quotation.id)) is not None}
        named = set(place.people) if self._people else _surnames(place.words)
        speakers = (speakers or named) | self._hosts(place, cited)
        self._carried = _Carried(tuple(ordered), speakers, place.paragraph, place.paragraph)
        self._seen_speaker = True

    def _hosts(self, place: Place, cited: Sequence[Source]) -> set[str]:
        """Who asks the questions: "told CNN’s Jane Roe", "Fox News anchor John Smith", "Chris Wallace of Fox News"."""
        found: set[str] = set()
        if len(place.people) > _COMPANY:
            return found
        for source in cited:
            if source.citation.relation not in (Relation.TOLD, Relation.INTERVIEW):
                continue
            name = source.citation.span
            for person in place.people & self._people.keys():
                mentions = self._people[person].mentions
                first = bisect_left(mentions, place.span.start, key=lambda one: one.start)
                for mention in mentions[first : bisect_left(mentions, place.span.end, key=lambda one: one.start)]:
                    after = self._text[name.end : mention.start] if mention.start >= name.end else ""
                    before = self._text[mention.end : name.start] if mention.end <= name.start else ""
                    if _HOST_OF.fullmatch(after) or _OF_HOST.fullmatch(before):
                        found.add(person)
        return found

    def _ordered(self, cited: Sequence[Source]) -> list[Source]:
        """Who carries the words first, whom that outlet cites last."""

        def rank(source: Source) -> tuple[bool, bool]:
            span = source.citation.span
            second_hand = bool(hands_on().search(self._text[max(0, span.start - 60) : span.start]))
            return second_hand, source.citation.relation in (Relation.TOLD, Relation.INTERVIEW)

        return sorted(cited, key=rank)

    def _carry(self, place: Place, quotations: Sequence[Quotation], *, anyone: bool = False) -> None:
        carried = self._carried
        assert carried is not None
        for quotation in quotations:
            if quotation.kind is QuotationKind.TERM:
                continue
            key = self._keys.get(quotation.id)
            if key is None and place.paragraph - carried.latest > 1:
                continue
            if not (anyone or key is None or not carried.speakers or key in carried.speakers):
                carried.alive = False
                return
            if key is not None:
                carried.speakers.add(key)
            self._seen_speaker, carried.latest = True, place.paragraph
            self._credit(quotation, carried.sources, Basis.CARRIED_OVER, place.paragraph - carried.paragraph)
        if anyone or place.paragraph == carried.paragraph:
            self._seen_speaker = True
            return
        if not quotations:
            self._other_speaker(place, carried)

    def _other_speaker(self, place: Place, carried: _Carried) -> None:
        """Whether a sentence without a quotation goes on with the speaker, or lets somebody else speak."""
        named = place.people & carried.speakers or not carried.speakers.isdisjoint(_words(place.words))
        if named or re.match(r"(?:He|She|They)\b", place.words):
            self._seen_speaker, carried.latest = True, place.paragraph
        elif place.people and speaks().search(place.words):
            carried.alive = False

    def _credit(self, quotation: Quotation, sources: Sequence[Source], basis: Basis, distance: int = 0) -> None:
        if quotation.id in self.found:
            return
        credits: list[Credit] = []
        for source in sources:
            own = Basis.LINK if basis is Basis.SAME_SENTENCE and _is_bare_link(source) else basis
            strength = max(_WEAKEST, _STRENGTH[own] - _FADE * max(0, distance - 1))
            if not any(_same_outlet(source, credit.source) for credit in credits):
                credits.append(Credit(source, own, round(strength, 2)))
        self.found[quotation.id] = tuple(credits)

    def look_ahead(self, places: Sequence[Place]) -> None:
        """“A,” Smith said. “B,” he told CNN.: the sentence after may name the outlet, when the same person goes on."""
        for place, following in pairwise(places):
            if place.paragraph != following.paragraph or new_occasion().search(place.words):
                continue
            after = [s for s in following.sources if s.citation.relation in (Relation.TOLD, Relation.INTERVIEW)]
            keys = {self._keys.get(quotation.id) for quotation in following.quotations}
            for quotation in place.quotations:
                speech = quotation.kind is not QuotationKind.TERM and quotation.id not in self.found
                if after and speech and (None in keys or self._keys.get(quotation.id) in keys or not quotation.speaker):
                    self._credit(quotation, after, Basis.CARRIED_OVER, 1)

    def parentheses(self, places: Sequence[Place]) -> None:
        """ "(CNN / Politico)" behind a paragraph stands for all of it, and on a line of its own for the one before."""
        before: list[Place] = []
        for _, group in groupby(places, key=lambda place: place.paragraph):
            paragraph = list(group)
            named = [s for place in paragraph for s in place.sources if _in_brackets(self._text, s.citation.span)]
            alone = not any(place.quotations for place in paragraph)
            if named:
                self._bracketed(named, before if alone else paragraph)
            before = paragraph

    def _bracketed(self, sources: Sequence[Source], places: Sequence[Place]) -> None:
        for quotation in (quotation for place in places for quotation in place.quotations):
            if quotation.kind is not QuotationKind.TERM:
                known = self.found.get(quotation.id, ())
                if known and known[0].basis is Basis.CARRIED_OVER:
                    del self.found[quotation.id]
                self._credit(quotation, sources, Basis.PARENTHESIS)


def _same_outlet(source: Source, other: Source) -> bool:
    return source.name == other.name and source.outlet_id == other.outlet_id


def _is_bare_link(source: Source) -> bool:
    """Whether the address alone names the outlet."""
    return source.citation.by_link


def _surnames(words: str) -> set[str]:
    """Who may be the speaker of a sentence where no people are known: every capitalised word in it."""
    return {word.casefold() for word in re.findall(r"\b[A-Z][\w-]+", words)}


def _words(words: str) -> set[str]:
    return set(re.findall(r"[\w-]+", words.casefold()))
