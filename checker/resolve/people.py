"""Who each speaker is: surnames, titles, pronouns and roles traced to the people whom the article names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from checker.model import Article, Person, Quotation, Span
from checker.resolve.people_names import LONG_FORMS, NameMention, names_in
from checker.resolve.people_words import ORGANISATION_WORDS, PLACES, is_first_name, pronoun_of_word
from checker.text.names import DOCUMENTS, GROUPS, is_demonym, is_role, one_spelling_apart, plain, same_person

# Of people who share a surname, or nearly, no more than this many are told apart: keeps long documents linear.
_NAMESAKES = 40
_PRONOUNS = {"he": "he", "she": "she", "his": "he", "her": "she", "him": "he", "himself": "he", "herself": "she"}
# A pronoun reaches this many paragraphs back.
_REACH = 3
_NOT_ALONE = frozenset("former ex vice deputy assistant acting late onetime".split())


@dataclass(slots=True, eq=False)
class _Figure:
    """Somebody in the making."""

    mentions: list[NameMention] = field(default_factory=list)
    full: tuple[str, ...] = ()
    described: set[str] = field(default_factory=set)
    pronoun: str | None = None
    person: int = 0
    speaks: bool = False

    def take(self, mention: NameMention) -> None:
        self.mentions.append(mention)
        self.described |= mention.described
        self.pronoun = self.pronoun or mention.pronoun
        self.person = max(self.person, mention.person)
        if len(mention.words) > len(self.full):
            self.full = mention.words

    @property
    def name(self) -> str:
        return " ".join(self.full)


def resolve_people(
    article: Article, quotations: Sequence[Quotation], outlets: Sequence[Span] = ()
) -> tuple[tuple[Person, ...], Mapping[str, Person | None]]:
    """The people of an article, and for the id of each quotation its speaker, None where that is no single person.

    A surname is traced to the full name wherever in the article it stands, also in another spelling where nobody else
    could be meant; two people with one surname stay two. `outlets` are places that are known to name outlets.
    """
    cast = _Cast(article, outlets)
    cast.read(names_in(article))
    chosen: dict[str, _Figure | None] = {}
    for quotation in quotations:
        figure = cast.speaker(quotation)
        if figure is not None:
            figure.speaks = True
        chosen[quotation.id] = figure
    people = {id(figure): person for figure, person in cast.people()}
    return tuple(people.values()), {
        name: people.get(id(figure)) if figure is not None else None for name, figure in chosen.items()
    }


class _Cast:
    """The figures of one article, and where each is named."""

    def __init__(self, article: Article, outlets: Sequence[Span]) -> None:
        self._text = article.text
        self._outlets = sorted(outlets)
        self._blocks = [block.span.start for block in article.blocks if block.main]
        self._by_surname: dict[str, list[_Figure]] = {}
        self._by_first: dict[str, list[_Figure]] = {}
        self._near: dict[str, list[_Figure]] = {}
        self._of_mention: dict[int, _Figure] = {}
        self._all: list[NameMention] = []
        self._starts: list[int] = []
        self._roles: dict[str, list[_Figure]] = {}
        self._last_speaker: tuple[int, _Figure] | None = None

    # -- who is named -------------------------------------------------------------------------------------------

    def read(self, mentions: Iterable[NameMention]) -> None:
        """Full names first, wherever they stand, then the single words."""
        self._all = [mention for mention in mentions if not self._is_outlet(mention.span)]
        self._starts = [mention.span.start for mention in self._all]
        for mention in self._all:
            if len(mention.words) > 1:
                self._place(mention, self._namesake(mention) or _Figure())
        for mention in self._all:
            if len(mention.words) == 1:
                figure = self._by_single_word(mention)
                if figure is None and mention.person == 2:
                    figure = _Figure()
                if figure is not None:
                    self._place(mention, figure)
        for figure in self._figures():
            for word in figure.described:
                self._roles.setdefault(word, []).append(figure)

    def _is_outlet(self, span: Span) -> bool:
        index = bisect_right(self._outlets, Span(span.start, 1 << 62)) - 1
        return index >= 0 and self._outlets[index].end > span.start

    def _place(self, mention: NameMention, figure: _Figure) -> None:
        new = not figure.mentions
        figure.take(mention)
        self._of_mention[mention.span.start] = figure
        surname = plain(mention.surname)
        for table, key in ((self._by_surname, surname), (self._near, surname[:1])):
            known = table.setdefault(key, [])
            if figure not in known[-_NAMESAKES:] and (new or table is self._by_surname):
                known.append(figure)
        if len(mention.words) > 1:
            known = self._by_first.setdefault(plain(mention.words[0]), [])
            if figure not in known[-_NAMESAKES:]:
                known.append(figure)

    def _namesake(self, mention: NameMention) -> _Figure | None:
        """A figure that a full name can belong to: the same surname, also spelt otherwise, and first names that agree."""
        name, surname = " ".join(mention.words), plain(mention.surname)
        same = self._by_surname.get(surname, [])[-_NAMESAKES:]
        near = [figure for figure in self._near.get(surname[:1], [])[-_NAMESAKES:] if self._alike(figure, mention)]
        return next((figure for figure in [*same, *near] if same_person(figure.name, name)), None)

    @staticmethod
    def _alike(figure: _Figure, mention: NameMention) -> bool:
        return bool(figure.full) and one_spelling_apart(figure.full[-1], mention.surname)

    def _by_single_word(self, mention: NameMention) -> _Figure | None:
        word = plain(mention.surname)
        known = [figure for figure in self._by_surname.get(word, ()) if _fits(figure, mention.pronoun)]
        if known:
            return self._latest(known, mention.span.start)
        if mention.person < 2 or is_first_name(mention.surname):
            firsts = [figure for figure in self._by_first.get(word, ()) if figure.person]
            if len(firsts) == 1 and (is_first_name(mention.surname) or firsts[0].person == 2):
                return firsts[0]
        if is_first_name(mention.surname) or word in PLACES or is_demonym(mention.surname):
            return None
        near = [
            figure
            for figure in self._near.get(word[:1], ())[-_NAMESAKES:]
            if len(figure.full) > 1
            and figure.person
            and _fits(figure, mention.pronoun)
            and self._alike(figure, mention)
        ]
        return near[0] if len(near) == 1 else None

    def _latest(self, figures: Sequence[_Figure], position: int) -> _Figure:
        """Of several with one surname who was named last; where none was yet, who is named first."""

        def last(figure: _Figure) -> tuple[int, int]:
            before = [mention.span.start for mention in figure.mentions if mention.span.start < position]
            return (max(before), 0) if before else (-1, -figure.mentions[0].span.start)

        return figures[0] if len(figures) == 1 else max(figures[-_NAMESAKES:], key=last)

    def _figures(self) -> list[_Figure]:
        """Everybody, in the order of their first mention."""
        seen: dict[int, _Figure] = {}
        for mention in self._all:
            figure = self._of_mention.get(mention.span.start)
            if figure is not None:
                seen.setdefault(id(figure), figure)
        return list(seen.values())

    def people(self) -> list[tuple[_Figure, Person]]:
        """Those who are people for all that is known, numbered in reading order."""
        kept = [figure for figure in self._figures() if figure.person or figure.speaks]
        return [(figure, _person(f"p{number}", figure)) for number, figure in enumerate(kept, 1)]

    # -- who speaks ---------------------------------------------------------------------------------------------

    def speaker(self, quotation: Quotation) -> _Figure | None:
        """Whom the speaker as written means. Quotations must come in reading order."""
        if quotation.speaker is None:
            return None
        words = quotation.speaker.of(self._text).strip()
        figure = self._meant(quotation, quotation.speaker, words)
        if figure is not None:
            self._last_speaker = quotation.span.start, figure
        return figure

    def _meant(self, quotation: Quotation, span: Span, words: str) -> _Figure | None:
        small = words.lower()
        if small in _PRONOUNS:
            return self._by_pronoun(span, _PRONOUNS[small])
        if small == "who":
            return self._before(span.start)
        named = self._named_in(span, words)
        if named is not None:
            return named
        return self._by_role(span, small)

    def _named_in(self, span: Span, words: str) -> _Figure | None:
        """The name that the speaker's words end in, or begin with where a description follows."""
        found: list[NameMention] = []
        index = bisect_left(self._starts, span.start)
        while index < len(self._all) and self._all[index].span.start < span.end:
            found.append(self._all[index])
            index += 1
        if not found:
            return None
        last = found[-1]
        ends = last.span.end >= span.end - 2
        whole = last.span.start <= span.start + 1
        if not (ends or whole) or (last.owner and last.span.end < span.end - 2):
            return None
        figure = self._of_mention.get(last.span.start)
        if figure is None and not self._is_thing(last, words, span):
            figure = self._unknown(last)
        if figure is not None and not figure.person and self._is_thing(last, words, span):
            return None
        return figure

    def _is_thing(self, mention: NameMention, words: str, span: Span) -> bool:
        """Whether a name without any sign of a person is more likely an organisation's or a place's."""
        if mention.person:
            return False
        before = self._text[max(0, span.start - 4) : span.start].lower()
        small = [word.lower() for word in mention.words]
        return (
            words.lower().startswith("the ")
            or before == "the "
            or any(word in ORGANISATION_WORDS or word in GROUPS or word in DOCUMENTS for word in small)
            or small[-1] in PLACES
            or (len(small) == 1 and (mention.words[0].isupper() or is_demonym(mention.words[0])))
            or any(any(letter.isupper() for letter in word[3:]) for word in mention.words)
        )

    def _unknown(self, mention: NameMention) -> _Figure:
        figure = _Figure()
        self._place(mention, figure)
        for other in self._all:
            if other is not mention and other.words == mention.words and other.span.start not in self._of_mention:
                self._place(other, figure)
        return figure

    def _before(self, position: int) -> _Figure | None:
        index = bisect_left(self._starts, position) - 1
        return self._of_mention.get(self._all[index].span.start) if index >= 0 else None

    def _block(self, position: int) -> int:
        return bisect_right(self._blocks, position) - 1

    def _by_pronoun(self, span: Span, pronoun: str) -> _Figure | None:
        """The likeliest of those named shortly before: who spoke last, who leads a sentence, who is nearest."""
        best: tuple[float, _Figure] | None = None
        block = self._block(span.start)
        seen: set[int] = set()
        for index in range(bisect_left(self._starts, span.start) - 1, -1, -1):
            mention = self._all[index]
            away = block - mention.block
            if away > _REACH:
                break
            figure = self._of_mention.get(mention.span.start)
            if figure is None or not _fits(figure, pronoun) or (not figure.person and not figure.speaks):
                continue
            weight = self._weight(mention, figure, span, away, pronoun) - (0.3 if id(figure) in seen else 0)
            seen.add(id(figure))
            if best is None or weight > best[0]:
                best = weight, figure
        if self._last_speaker is not None and block - self._block(self._last_speaker[0]) <= _REACH:
            figure = self._last_speaker[1]
            weight = 1.6 - 1.0 * (block - self._block(self._last_speaker[0]))
            if _fits(figure, pronoun) and (best is None or weight > best[0]):
                best = weight, figure
        return best[1] if best else None

    def _weight(self, mention: NameMention, figure: _Figure, span: Span, away: int, pronoun: str) -> float:
        between = self._text[mention.span.end : span.start] if away == 0 else ""
        sentences = len(re.findall(r"[a-z”\"][.!?]\s", between))
        weight = -1.3 * away - 0.5 * sentences
        weight += 1.5 if mention.leads else 0.0
        weight -= 1.0 if mention.after_preposition or mention.owner else 0.0
        weight += 0.7 if figure.pronoun == pronoun else 0.0
        weight += 0.6 if figure.speaks else 0.0
        return weight

    def _by_role(self, span: Span, words: str) -> _Figure | None:
        """ "the Iranian general": whoever was introduced so; an indefinite "a general" is nobody."""
        parts = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", words)
        if len(parts) < 2 or parts[0] not in ("the", "this", "that", "his", "her", "its", "their"):
            return None
        head = LONG_FORMS.get(parts[-1], parts[-1])
        if not is_role(parts[-1]):
            return None
        wanted = {LONG_FORMS.get(part, part) for part in parts[1:-1]}
        told = pronoun_of_word(parts[-1])
        best: tuple[float, int, _Figure] | None = None
        for figure in self._roles.get(head, ())[:_NAMESAKES]:
            before = [mention.span.start for mention in figure.mentions if mention.span.start < span.start]
            if not _fits(figure, told) or not before:
                continue
            weight = len(wanted & figure.described) - 0.5 * len(wanted - figure.described)
            weight -= 0.6 * len((_NOT_ALONE & figure.described) - wanted)
            if best is None or (weight, before[-1]) > best[:2]:
                best = weight, before[-1], figure
        return best[2] if best is not None and best[0] > -0.8 else None


def _fits(figure: _Figure, pronoun: str | None) -> bool:
    return pronoun is None or figure.pronoun is None or figure.pronoun == pronoun


def _person(name: str, figure: _Figure) -> Person:
    mentions = sorted(figure.mentions, key=lambda mention: mention.span.start)
    spellings: dict[str, list[Span]] = {}
    surname = figure.full[-1]
    for mention in mentions:
        # Where only a first name stands, nothing is told of how the surname is spelt.
        if mention.surname == surname or (plain(mention.surname) != plain(figure.full[0]) or len(figure.full) == 1):
            spellings.setdefault(mention.surname, []).append(mention.places[-1])
    return Person(
        id=name,
        name=figure.name,
        mentions=tuple(mention.span for mention in mentions),
        spellings=tuple((spelling, tuple(places)) for spelling, places in spellings.items()),
    )
