"""Whom an article names: every mention of a name goes to one figure, a surname to the full name it stands for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checker.model import Article, Person, Span
from checker.resolve.people_names import NameMention, names_in
from checker.resolve.people_words import ORGANISATION_WORDS, PLACES, is_first_name
from checker.text.names import DOCUMENTS, GROUPS, is_demonym, one_spelling_apart, plain, same_person

# Of people who share a surname, or nearly, or a role, no more than this many are told apart: keeps long documents linear.
NAMESAKES = 40
# A pronoun looks back over this many names at most: keeps endless paragraphs linear.
_NAMES_BACK = 60
_ARTICLES = frozenset("al el ul ad an ar as ash at az".split())


@dataclass(slots=True, eq=False)
class Figure:
    """Somebody in the making; `starts` are where the mentions begin, ascending."""

    mentions: list[NameMention] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    full: tuple[str, ...] = ()
    described: set[str] = field(default_factory=set)
    pronoun: str | None = None
    person: int = 0
    speaks: bool = False

    def take(self, mention: NameMention) -> None:
        """One more place that names this one."""
        self.mentions.append(mention)
        insort(self.starts, mention.span.start)
        self.described |= mention.described
        self.pronoun = self.pronoun or mention.pronoun
        self.person = max(self.person, mention.person)
        if len(mention.words) > len(self.full):
            self.full = mention.words

    def last_before(self, position: int) -> int | None:
        """Where it is named last before a position."""
        index = bisect_left(self.starts, position)
        return self.starts[index - 1] if index else None

    def fits(self, pronoun: str | None) -> bool:
        """Whether nothing speaks against "he" or "she"."""
        return pronoun is None or self.pronoun is None or self.pronoun == pronoun

    @property
    def name(self) -> str:
        """The fullest name."""
        return " ".join(self.full)


class Cast:
    """The figures of one article. `speakers` are the places that name speakers, `outlets` those that name outlets."""

    def __init__(self, article: Article, speakers: Sequence[Span], outlets: Sequence[Span]) -> None:
        self._text = article.text
        self._blocks = [block.span.start for block in article.blocks if block.main]
        self._by_surname: dict[str, list[Figure]] = {}
        self._by_first: dict[str, list[Figure]] = {}
        self._near: dict[str, list[Figure]] = {}
        self._of_mention: dict[int, Figure] = {}
        self._of_words: dict[tuple[str, ...], list[NameMention]] = {}
        self._roles: dict[str, list[Figure]] = {}
        named = sorted(outlets)
        self._all = [mention for mention in names_in(article) if not _overlaps_any(mention.span, named)]
        self._starts = [mention.span.start for mention in self._all]
        self._read(speakers)

    def of(self, mention: NameMention) -> Figure | None:
        """Whom a mention names."""
        return self._of_mention.get(mention.span.start)

    def with_role(self, role: str) -> Sequence[Figure]:
        """Who is described by a word, in reading order."""
        return self._roles.get(role, ())[:NAMESAKES]

    def describe(self, figure: Figure, role: str) -> None:
        """From here on the word means this one: "the tycoon" is whoever was called so before."""
        figure.described.add(role)
        self._roles.setdefault(role, []).append(figure)

    def within(self, span: Span) -> list[NameMention]:
        """The names that begin in a stretch."""
        return self._all[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def before(self, position: int, paragraphs: int) -> Iterator[tuple[NameMention, int]]:
        """The names before a position, the nearest first, with how many paragraphs back; no farther than asked for."""
        block = self.block(position)
        first = bisect_left(self._starts, position) - 1
        for index in range(first, max(-1, first - _NAMES_BACK), -1):
            mention = self._all[index]
            if block - mention.block > paragraphs:
                return
            yield mention, block - mention.block

    def block(self, position: int) -> int:
        """The number of the paragraph."""
        return bisect_right(self._blocks, position) - 1

    def block_start(self, position: int) -> int:
        """Where the paragraph begins."""
        return self._blocks[max(0, self.block(position))] if self._blocks else 0

    def new(self, mention: NameMention) -> Figure:
        """A figure for a name that nothing told to be a person's, with every mention like it."""
        figure = Figure()
        for other in self._of_words[mention.words]:
            if other.span.start not in self._of_mention:
                self._place(other, figure)
        return figure

    def is_thing(self, mention: NameMention, words: str, span: Span) -> bool:
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

    def people(self) -> list[tuple[Figure, Person]]:
        """Those who are people for all that is known, numbered in reading order."""
        kept = [figure for figure in self._figures() if figure.person or figure.speaks]
        return [(figure, _person(f"p{number}", figure)) for number, figure in enumerate(kept, 1)]

    def _read(self, speakers: Sequence[Span]) -> None:
        """Full names first, wherever they stand, then the single words."""
        for mention in self._all:
            self._of_words.setdefault(mention.words, []).append(mention)
        self._mark_speakers(speakers)
        for mention in self._all:
            if len(mention.words) > 1:
                self._place(mention, self._namesake(mention) or Figure())
        for mention in self._all:
            if len(mention.words) == 1:
                figure = self._by_single_word(mention)
                if figure is None and mention.person:
                    figure = Figure()
                if figure is not None:
                    self._place(mention, figure)
        for figure in self._figures():
            for word in figure.described:
                self._roles.setdefault(word, []).append(figure)

    def _mark_speakers(self, speakers: Sequence[Span]) -> None:
        """Whoever speaks under a full name is a person, and so, less surely, is whoever shares a speaker's surname."""
        surnames = set()
        for span in speakers:
            for mention in self.within(span):
                if mention.owner or self.is_thing(mention, span.of(self._text), span):
                    continue
                if len(mention.words) > 1:
                    mention.person = 2
                else:
                    surnames.add(mention.surname)
        for mention in self._all:
            if len(mention.words) > 1 and mention.surname in surnames:
                mention.person = max(mention.person, 1)

    def _place(self, mention: NameMention, figure: Figure) -> None:
        new = not figure.mentions
        figure.take(mention)
        self._of_mention[mention.span.start] = figure
        surname = _key(mention.surname)
        for table, key in ((self._by_surname, surname), (self._near, surname[:1])):
            known = table.setdefault(key, [])
            if figure not in known[-NAMESAKES:] and (new or table is self._by_surname):
                known.append(figure)
        if len(mention.words) > 1:
            known = self._by_first.setdefault(plain(mention.words[0]), [])
            if figure not in known[-NAMESAKES:]:
                known.append(figure)

    def _namesake(self, mention: NameMention) -> Figure | None:
        """A figure that a full name can belong to: the same surname, also spelt otherwise, and first names that agree."""
        name, surname = " ".join(mention.words), _key(mention.surname)
        for figure in self._by_surname.get(surname, [])[-NAMESAKES:]:
            if same_person(figure.name, name):
                return figure
        near = (figure for figure in self._near.get(surname[:1], [])[-NAMESAKES:] if self._alike(figure, mention))
        return next((figure for figure in near if same_person(figure.name, name)), None)

    @staticmethod
    def _alike(figure: Figure, mention: NameMention) -> bool:
        return bool(figure.full) and one_spelling_apart(figure.full[-1], mention.surname)

    def _by_single_word(self, mention: NameMention) -> Figure | None:
        word = _key(mention.surname)
        known = [figure for figure in self._by_surname.get(word, ())[-NAMESAKES:] if figure.fits(mention.pronoun)]
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
            for figure in self._near.get(word[:1], ())[-NAMESAKES:]
            if len(figure.full) > 1 and figure.person and figure.fits(mention.pronoun) and self._alike(figure, mention)
        ]
        return near[0] if len(near) == 1 else None

    @staticmethod
    def _latest(figures: Sequence[Figure], position: int) -> Figure:
        """Of several with one surname who was named last; where none was yet, who is named first."""

        def last(figure: Figure) -> tuple[int, int]:
            before = figure.last_before(position)
            return (-1, -figure.starts[0]) if before is None else (before, 0)

        return figures[0] if len(figures) == 1 else max(figures, key=last)

    def _figures(self) -> list[Figure]:
        """Everybody, in the order of their first mention."""
        seen: dict[int, Figure] = {}
        for mention in self._all:
            figure = self._of_mention.get(mention.span.start)
            if figure is not None:
                seen.setdefault(id(figure), figure)
        return list(seen.values())


def _key(surname: str) -> str:
    """How a surname is looked up: without the article of Arabic names, "al-Jabouri" and "Jabouri" being one."""
    head, hyphen, rest = surname.partition("-")
    return plain(rest if hyphen and rest[:1].isupper() and head.lower() in _ARTICLES else surname)


def _overlaps_any(span: Span, ascending: Sequence[Span]) -> bool:
    index = bisect_right(ascending, span.start, key=lambda one: one.start) - 1
    return index >= 0 and ascending[index].end > span.start


def _person(name: str, figure: Figure) -> Person:
    mentions = sorted(figure.mentions, key=lambda mention: mention.span.start)
    spellings: dict[str, list[Span]] = {}
    surname = figure.full[-1]
    for mention in mentions:
        # Where only a first name stands, nothing is told of how the surname is spelt.
        if mention.surname == surname or (plain(mention.surname) != plain(figure.full[0]) or len(figure.full) == 1):
            # "Assad" and "al-Assad" are spelt alike.
            known = next((one for one in spellings if _key(one) == _key(mention.surname)), mention.surname)
            spellings.setdefault(known, []).append(mention.places[-1])
    return Person(
        id=name,
        name=figure.name,
        mentions=tuple(mention.span for mention in mentions),
        spellings=tuple((spelling, tuple(places)) for spelling, places in spellings.items()),
    )
