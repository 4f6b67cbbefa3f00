"""Who each speaker is: surnames, titles, pronouns and roles traced to the people whom the article names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache

from checker.model import Article, Person, Quotation, Span
from checker.resolve.figures import Cast, Figure
from checker.resolve.people_names import NameMention
from checker.resolve.people_words import EPITHETS, LONG_FORMS, OFFICES, PLACES, pronoun_of_word
from checker.text.names import is_demonym, is_role

_PRONOUNS = {"he": "he", "she": "she", "his": "he", "her": "she", "him": "he", "himself": "he", "herself": "she"}
_PRONOUNS |= {"er": "he", "sie": "she", "il": "he", "elle": "she", "a-t-il": "he", "a-t-elle": "she", "él": "he"}
_PRONOUNS |= {"ella": "she", "он": "he", "она": "she"}
# "Eine Sprecherin", "un portavoz": somebody whom the article does not name.
_ANYBODY = frozenset("ein eine einer un une una".split())
# A pronoun reaches this many paragraphs back.
_REACH = 3
# Over more letters no sentences are counted: the name is far away.
_FAR, _FAR_SENTENCES = 2_000, 10
# The rest of a pronoun's own sentence, and how far back "a reporter" is looked for when "the reporter" speaks.
_REST_OF_SENTENCE, _INTRODUCED = 200, 2_000
_LEAD = 40
# How far behind a role the name that explains it begins, after titles.
_BEHIND = 40
_NOT_ALONE = frozenset("former ex vice deputy assistant acting late onetime".split())


def resolve_people(
    article: Article, quotations: Sequence[Quotation], outlets: Sequence[Span] = ()
) -> tuple[tuple[Person, ...], Mapping[str, Person | None]]:
    """The people of an article, and for the id of each quotation its speaker, None where that is no single person.

    A surname is traced to the full name wherever in the article it stands, also in another spelling where nobody else
    could be meant; two people with one surname stay two. `outlets` are places that are known to name outlets.
    """
    cast = Cast(article, [one.speaker for one in quotations if one.speaker is not None], outlets)
    speakers = _Speakers(article.text, cast, quotations)
    chosen: dict[str, Figure | None] = {}
    for quotation in quotations:
        figure = speakers.of(quotation)
        if figure is not None:
            figure.speaks = True
        chosen[quotation.id] = figure
    people = {id(figure): person for figure, person in cast.people()}
    return tuple(people.values()), {
        name: people.get(id(figure)) if figure is not None else None for name, figure in chosen.items()
    }


class _Speakers:
    """Goes through the quotations in reading order: whom a pronoun means depends on who spoke before."""

    def __init__(self, text: str, cast: Cast, quotations: Sequence[Quotation]) -> None:
        self._text = text
        self._cast = cast
        self._parts = sorted(part for quotation in quotations for part in quotation.parts)
        self._last: tuple[int, Figure] | None = None

    def of(self, quotation: Quotation) -> Figure | None:
        """Whom the speaker as written means."""
        if quotation.speaker is None:
            return None
        figure = self._meant(quotation.speaker, quotation.speaker.of(self._text).strip())
        if figure is not None:
            self._last = quotation.span.start, figure
        return figure

    def _meant(self, span: Span, words: str) -> Figure | None:
        small = words.lower()
        if small in ("i", "we"):
            turn = _turn().match(self._text, self._cast.block_start(span.start), span.start)
            return self._named_in(Span(*turn.span(1)), turn[1]) if turn and small == "i" else None
        if small in _PRONOUNS:
            return self._by_pronoun(span, _PRONOUNS[small]) or self._by_pronoun_alone(span, _PRONOUNS[small])
        if small == "who":
            # "Sen. Jane Roe (D-Mo.), who": what stands in brackets is nobody.
            before = (mention for mention, _ in self._cast.before(span.start, 0))
            named = next((one for one in before if self._text[one.span.start - 1 : one.span.start] != "("), None)
            return self._cast.of(named) if named is not None else None
        return self._named_in(span, words) or self._named_behind(span, small) or self._by_role(span, small)

    def _named_in(self, span: Span, words: str) -> Figure | None:
        """The name that the speaker's words end in, or begin with where a description follows."""
        if words.split(" ", 1)[0].lower() in _ANYBODY:
            return None
        found = self._cast.within(span)
        # "Meenakshi Ganguly of Human Rights Watch": where somebody belongs is no part of the name.
        while found and found[-1].after_preposition and found[-1].span.start > span.start:
            found.pop()
        if len(found) > 1 and _joint(between := self._text[found[0].span.end : found[-1].span.start]):
            # "A spokesman for the Fleet, Cmdr. Jane Roe": whom he speaks for and who he is.
            described = _inner().search(self._text[span.start : found[0].span.start])
            if not (described and between.startswith(",") and " and " not in between):
                return None
            found = found[-1:]
        if not found:
            return None
        last = next((one for one in found if self._heads(one, span)), found[-1])
        ends = last.span.end >= span.end - 2
        whole = last.span.start <= span.start + 1 or self._heads(last, span)
        if not (ends or whole) or (last.owner and last.span.end < span.end - 2):
            return None
        figure = self._cast.of(last)
        if figure is None and not self._cast.is_thing(last, words, span):
            figure = self._cast.new(last)
        if figure is not None and len(figure.full) == 1 and words.lower() == f"the {figure.name.lower()}":
            return None
        if figure is not None and not figure.person and self._cast.is_thing(last, words, span):
            return None
        return figure

    def _named_behind(self, span: Span, words: str) -> Figure | None:
        """ "Iran’s Foreign Ministry spokesman, Saeed Hatami, rejected": whose name the commas give behind a role."""
        found = self._cast.within(Span(span.end, span.end + _BEHIND))
        if not found or not is_role(words.split()[-1]) or self._text[found[0].span.end : found[0].span.end + 1] != ",":
            return None
        return self._cast.of(found[0]) if _titles().fullmatch(self._text[span.end : found[0].span.start]) else None

    def _heads(self, mention: NameMention, span: Span) -> bool:
        """ "Sen. Jane Roe of Tarn, an ally of John Smith": only titles before her, and where she belongs after."""
        before, after = self._text[span.start : mention.span.start], self._text[mention.span.end : span.end]
        return not (mention.owner or _inner().search(before)) and bool(_belongs().match(after))

    def _by_pronoun(self, span: Span, pronoun: str | None, *, epithet: bool = False) -> Figure | None:
        """The likeliest of those named shortly before: who spoke last, who leads a sentence, who is nearest.

        An `epithet` does not stand for the subject of its own sentence.
        """
        best: tuple[float, Figure] | None = None
        seen: set[int] = set()
        others = self._named_after(span)
        for mention, away in self._cast.before(span.start, _REACH):
            figure = self._cast.of(mention)
            if figure is None or not figure.fits(pronoun) or not _may_speak(figure, mention):
                continue
            if id(figure) in others or self._is_quoted(mention):
                continue
            if epithet and mention.leads and away == 0 and not self._sentences(mention.span.end, span.start):
                others.add(id(figure))
                continue
            weight = self._weight(mention, figure, span, away, pronoun) - (0.3 if id(figure) in seen else 0)
            seen.add(id(figure))
            if best is None or weight > best[0]:
                best = weight, figure
        if self._last is not None:
            away = self._cast.block(span.start) - self._cast.block(self._last[0])
            weight = 1.6 - 1.0 * away
            fits = self._last[1].fits(pronoun) and id(self._last[1]) not in others
            if away <= _REACH and fits and (best is None or weight > best[0]):
                best = weight, self._last[1]
        return best[1] if best else None

    def _named_after(self, span: Span) -> set[int]:
        """Whom the pronoun's sentence names after it: "he found Trump charming" is not said by Trump."""
        end = re.compile(r"[.!?\n“\"]").search(self._text, span.end, span.end + _REST_OF_SENTENCE)
        rest = Span(span.end, end.start() if end else span.end)
        return {id(self._cast.of(mention)) for mention in self._cast.within(rest)}

    def _is_quoted(self, mention: NameMention) -> bool:
        """Whether a name stands in somebody's words: who speaks there speaks of others."""
        index = bisect_right(self._parts, mention.span.start, key=lambda part: part.start) - 1
        return index >= 0 and mention.span.start < self._parts[index].end

    def _by_pronoun_alone(self, span: Span, pronoun: str) -> Figure | None:
        """Where no person is known: the name that leads the nearest sentence before, "Smith left. “No,” he said."."""
        for mention, _ in self._cast.before(span.start, 1):
            name = " ".join(mention.words)
            if mention.leads and not mention.owner and not self._cast.is_thing(mention, name, mention.span):
                figure = self._cast.of(mention) or self._cast.new(mention)
                return figure if figure.fits(pronoun) else None
        return None

    def _weight(self, mention: NameMention, figure: Figure, span: Span, away: int, pronoun: str | None) -> float:
        """How likely a pronoun means who is named there; the summands are set by hand, on articles of PolNeAR's train part."""
        weight = -2.0 * away - 0.5 * (self._sentences(mention.span.end, span.start) if away == 0 else 0)
        weight += 1.5 if mention.leads else 1.3 if mention.acts else 0.0
        weight += 1.0 if mention.credited else -1.0 if mention.after_preposition or mention.owner else 0.0
        weight += 0.7 if pronoun and figure.pronoun == pronoun else 0.0
        weight += 0.6 if figure.speaks else 0.0
        return weight

    def _sentences(self, start: int, end: int) -> int:
        """How many sentences end between."""
        if end - start > _FAR:
            return _FAR_SENTENCES
        return len(re.findall(r"[a-z”\"][.!?]\s", self._text[start:end]))

    def _by_role(self, span: Span, words: str) -> Figure | None:
        """ "the Iranian general": whoever was introduced so; an indefinite "a general" is nobody."""
        lead = _lead().search(self._text, max(0, span.start - _LEAD), span.start)
        parts = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", (lead[0].lower() if lead else "") + words)
        if len(parts) < 2 or parts[0] not in ("the", "this", "that", "his", "her", "its", "their"):
            return None
        # "the mayor of Tarn", "his spokesman at the ministry": the role stands before the preposition.
        last = (
            next((at for at, part in enumerate(parts) if at > 1 and part in ("of", "for", "at", "with")), len(parts))
            - 1
        )
        head = LONG_FORMS.get(parts[last], parts[last])
        if not is_role(parts[last]) and head not in EPITHETS:
            return None
        wanted = {LONG_FORMS.get(part, part) for part in parts[1:] if part not in (parts[last], "of", "the")}
        told = pronoun_of_word(parts[last])
        best: tuple[float, int, Figure] | None = None
        for figure in self._cast.with_role(head):
            before = figure.last_before(span.start)
            if before is None or not figure.fits(told):
                continue
            weight = len(wanted & figure.described) - 0.5 * len(wanted - figure.described)
            # "The Vermont senator" is not the one from Texas.
            weight -= 0.5 if _elsewhere(wanted, figure.described) else 0.0
            weight -= 0.6 * len((_NOT_ALONE & figure.described) - wanted)
            if best is None or (weight, before) > best[:2]:
                best = weight, before, figure
        if best is not None and best[0] > -0.8:
            return best[2]
        return self._by_epithet(span, parts[0], head, wanted, told)

    def _by_epithet(self, span: Span, article: str, head: str, wanted: set[str], told: str | None) -> Figure | None:
        """ "the tycoon replied": a word that nobody was introduced by stands for whom "he" would mean there."""
        if article != "the" or head not in EPITHETS:
            return None
        unnamed = rf"\b(?:an?|one|another)\s+(?:[\w-]+\s+){{0,3}}{re.escape(head)}\b"
        if re.search(unnamed, self._text[max(0, span.start - _INTRODUCED) : span.start], re.IGNORECASE):
            return None
        figure = self._by_pronoun(span, told, epithet=True)
        if figure is None or any(_is_nation(word) for word in wanted - figure.described):
            return None
        if _elsewhere(wanted, figure.described):
            return None
        if head in OFFICES and figure.described & OFFICES:
            return None
        self._cast.describe(figure, head)
        return figure


def _may_speak(figure: Figure, mention: NameMention) -> bool:
    """Whether a name is known to be a person's, or is a full one that something is credited to."""
    return bool(figure.person or figure.speaks or (mention.credited and len(mention.words) > 1))


def _joint(between: str) -> bool:
    """Whether two names stand side by side ("John Smith and Mary Brown"): together they are no single person."""
    return bool(re.fullmatch(r"(?:,? (?:and|&)|,) (?:[\w.’'-]+ ){0,4}", between))


def _is_nation(word: str) -> bool:
    return is_demonym(word.capitalize()) and word not in ("republican", "libertarian")


def _elsewhere(wanted: set[str], described: set[str]) -> bool:
    """Whether the words ask for one place and the person is described by another."""
    asked = wanted & PLACES
    return bool(asked) and not asked & described and bool(described & PLACES)


@cache
def _lead() -> re.Pattern[str]:
    """The head of a description whose last word alone was taken for the speaker: "The retired | surgeon"."""
    return re.compile(r"\b[Tt]he\s(?:[a-z-]+\s){0,2}$")


@cache
def _turn() -> re.Pattern[str]:
    """Whose turn it is in a transcript, at the head of a paragraph: "ADM. PETER COLE: ", "MILLER, HOST: "."""
    return re.compile(
        r"\s*([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,4})(?:, [A-Z][A-Z ]{1,30})?(?: \([^()\n]{1,30}\))?:\s"
    )


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(r",\s(?:[A-Z][\w.-]*\s){0,3}")


@cache
def _inner() -> re.Pattern[str]:
    """What makes a name part of a description of somebody else: "a spokesman for", "Smith’s"."""
    return re.compile(r"\b(?:of|to|for|with|in|at|on|from|about|against|by|and|or)\b|[’']s?\s", re.IGNORECASE)


@cache
def _belongs() -> re.Pattern[str]:
    return re.compile(r"\W?$|\s?[,(]|\s(?:of|from|at|with|for|in|who)\b")
