"""A text as words that can be compared: what each looks like, and what each amounts to.

`Words` holds two layers over one text. *Words* are what stands between spaces and marks, with their place in the raw text.
*Units* are what they amount to once short forms are written out, numbers are read and spelling is made one: "they're" is
two units, "two million" is one. Alignment compares units; the classes of a difference come from looking at the words again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cache, lru_cache
from typing import NamedTuple

from checker.model import Span
from checker.text.english.contractions import expand
from checker.text.english.numerals import NUMBER_WORDS, SCALES, digits_value, ordinal_value, plain, words_value
from checker.text.english.spelling import american
from checker.text.fold import Folded, fold
from checker.text.late import late
from checker.text.scripts import CHARACTERS, VOWEL_SIGNS


class Kind(IntEnum):
    """What a token is."""

    WORD = 0
    NUMBER = 1
    SIGN = 2
    ELLIPSIS = 3
    OPEN = 4
    CLOSE = 5
    STAGE = 6  # a stage direction or a speaker's tag: on the page, in nobody's mouth
    SIC = 7


class Word(NamedTuple):
    """A token: from `start` to `end` in the raw text, `surface` as folded (case kept)."""

    start: int
    end: int
    surface: str
    kind: Kind
    in_bracket: bool = False

    @property
    def span(self) -> Span:
        """Where it stands in the raw text."""
        return Span(self.start, self.end)


class Unit(NamedTuple):
    """What is compared: `key`, and the words it stands for, first and one past the last."""

    key: str
    first: int
    last: int


# Prose without brackets, which most is, is spared the forms that have them.
_IN_BRACKETS = (
    r"(?P<sic>[\[(]\s?sic\.?\s?[\])])"
    r"|(?P<dots>[\[(]\s?(?:\.\s?){2,6}[\])])"
    r"|(?P<inword>(?:\w+\[\w{0,8}\]\w*|\[\w{1,3}\]\w+)(?:'\w+)*)"
    r"|(?P<open>[\[(])|(?P<close>[\])])|"
)
_PLAIN = (
    # "30,000", "30, 000" and, as French has it, "30 000"; "10:30", "1.7", "20th".
    r"(?P<number>\d+(?:(?:, ?(?=0)|,)\d{3}(?!\d)|(?:(?<=\b\d)|(?<=\b\d\d)|(?<=\b\d{3})) \d{3}(?!\d))*(?:[.:]\d+)*[^\W\d_]*)"
    r"|(?P<abbr>(?:[^\W\d_]\.){2,8}(?:[^\W\d_](?!\w))?)"
    r"|(?P<word>'?\w@*(?:'\w@*)*)"
    r"|(?P<ellipsis>\.(?:\s?\.){1,5})"
    r"|(?P<sign>[$£€¥%&§°])"
)
# In a text of ASCII, which most is, letters need no signs beside them.
_ASCII = _PLAIN.replace("\\w@*", "\\w+")
_OTHER = f"(?P<character>[{CHARACTERS}])|" + _PLAIN.replace(
    "\\w@*", f"(?:(?![{CHARACTERS}])\\w)(?:(?![{CHARACTERS}])[\\w{VOWEL_SIGNS}])*"
)


@cache
def _pattern(*, ascii_only: bool, brackets: bool) -> re.Pattern[str]:
    return re.compile((_IN_BRACKETS if brackets else "") + (_ASCII if ascii_only else _OTHER))


_KINDS = {
    "sic": Kind.SIC,
    "dots": Kind.ELLIPSIS,
    "ellipsis": Kind.ELLIPSIS,
    "inword": Kind.WORD,
    "number": Kind.NUMBER,
    "abbr": Kind.WORD,
    "word": Kind.WORD,
    "character": Kind.WORD,
    "open": Kind.OPEN,
    "close": Kind.CLOSE,
    "sign": Kind.SIGN,
}

# A leading apostrophe belongs to the word only in these; elsewhere it is a mark.
_LEADING = frozenset("'cause 'em 'til 'tis 'twas 'n".split())

# In an original. A lone capitalised "Name:" is no tag (a list does the same); one in capitals, at a line's start, is.
_STAGE = late(
    r"^[ \t]*(?P<tag>[A-Z][A-Z0-9 .,'&/()-]{1,48}:)(?=\s)"
    r"|[\[(](?:[A-Z][A-Z ,;.'-]{2,60}|(?i:(?:applause|laughter|laughs|laughing|cheers?|cheering|crosstalk|cross-talk|inaudible"
    r"|unintelligible|booing|boos|chanting|chants|music|pause|video clip|end video clip|begin video clip|commercial break"
    r"|ph|through interpreter|via translator|off-?mike|bell rings?)[a-z ,;.]{0,40}))[\])]"
    r"|^[ \t]*(?:APPLAUSE|LAUGHTER|CROSSTALK|CHEERS|CHANTING|BOOING|\(?END VIDEO CLIP\)?|\(?BEGIN VIDEO CLIP\)?)[ \t.]*$",
    re.MULTILINE,
)

_TITLES = {
    "mr": "mister", "sen": "senator", "gov": "governor", "dr": "doctor", "gen": "general", "rep": "representative",
    "prof": "professor", "lt": "lieutenant", "maj": "major", "col": "colonel", "sgt": "sergeant", "capt": "captain",
    "jan": "january", "feb": "february", "aug": "august", "sept": "september", "oct": "october", "nov": "november",
    "dec": "december", "vs": "versus", "etc": "etcetera",
}  # fmt: skip
_ABBREVIATIONS = {
    "u.s.": ("united", "states"), "us": ("united", "states"), "u.s.a.": ("united", "states"), "usa": ("united", "states"),
    "u.k.": ("united", "kingdom"), "uk": ("united", "kingdom"), "u.n.": ("united", "nations"), "un": ("united", "nations"),
    "e.u.": ("european", "union"), "eu": ("european", "union"),
}  # fmt: skip
_SIGNS = {"%": "percent", "&": "and", "$": "$", "£": "£", "€": "€", "¥": "¥"}
_CURRENCIES = frozenset("$£€¥")
_MEASURES = frozenset("mph kph kmh kwh mwh gwh ghz mhz".split())
_SIGN_WORDS = {"dollar": "$", "dollars": "$", "pound": "£", "pounds": "£", "euro": "€", "euros": "€"}


class Words:
    """The words and units of a text, or of a stretch of one; `offset` is where the stretch begins in the whole text.

    `original` true looks for stage directions and speakers' tags. Spans of words index the whole text.
    """

    __slots__ = ("_silent", "folded", "offset", "units", "words")

    def __init__(self, text: str, *, offset: int = 0, original: bool = False) -> None:
        self.offset = offset
        self.folded: Folded = fold(text)
        stage = [match.span() for match in _STAGE.finditer(text)] if original and _may_have_stage(text) else []
        self.words: list[Word] = list(_tokens(self.folded, offset, stage))
        self.units: list[Unit] = list(_units(self.words))
        self._silent = [word for word in self.words if word.kind >= Kind.STAGE]

    def span_of(self, unit: Unit) -> Span:
        """Where a unit stands in the whole text."""
        return Span(self.words[unit.first].start, self.words[unit.last - 1].end)

    def has(self, kind: Kind, within: Span) -> bool:
        """Whether a stage direction or a [sic], as asked for, lies inside a stretch of the whole text."""
        at = bisect_left(self._silent, within.start, key=lambda word: word.start)
        for word in self._silent[at : at + _LOOK]:
            if word.end > within.end:
                return False
            if word.kind is kind:
                return True
        return False

    def surfaces(self, first: Unit, last: Unit) -> tuple[str, ...]:
        """The words as printed, from one unit to another."""
        return tuple(word.surface for word in self.words[first.first : last.last])


def _may_have_stage(text: str) -> bool:
    return "(" in text or "[" in text or ":" in text or "APPLAUSE" in text or "LAUGHTER" in text


def _tokens(folded: Folded, offset: int, stage: Sequence[tuple[int, int]]) -> Iterator[Word]:
    text = folded.folded
    if "[" in text or "(" in text or stage:
        yield from _tokens_and_brackets(folded, offset, stage)
        return
    # Every word of every window comes by here: names are local, and a tuple is made without the named one's checks.
    moved, raw_ends, kinds, new = folded.starts is not None, folded.raw_ends, _KINDS, tuple.__new__
    for match in _pattern(ascii_only=text.isascii(), brackets=False).finditer(text):
        start, end = match.span()
        surface, kind = match[0], kinds[match.lastgroup or "word"]
        if surface[0] == "'" and surface.lower() not in _LEADING:
            surface, start = surface[1:], start + 1
            kind = Kind.NUMBER if surface[0].isdigit() else kind
        if moved:
            start, end = raw_ends(start, end)
        yield new(Word, (start + offset, end + offset, surface, kind, False))


def _tokens_and_brackets(folded: Folded, offset: int, stage: Sequence[tuple[int, int]]) -> Iterator[Word]:
    depth, next_stage = 0, 0
    for match in _pattern(ascii_only=folded.folded.isascii(), brackets=True).finditer(folded.folded):
        group = match.lastgroup or "word"
        surface = match[0]
        start, end = match.span()
        if group == "word" and surface[0] == "'" and surface.lower() not in _LEADING:
            surface, start = surface[1:], start + 1
            group = "number" if surface[0].isdigit() else group
        start, end = folded.raw_ends(start, end)
        while next_stage < len(stage) and stage[next_stage][1] <= start:
            next_stage += 1
        if next_stage < len(stage) and stage[next_stage][0] <= start:
            yield Word(start + offset, end + offset, surface, Kind.STAGE)
            continue
        kind = _KINDS[group]
        inside = depth > 0
        if kind is Kind.OPEN or kind is Kind.CLOSE:
            depth = max(0, depth + (1 if kind is Kind.OPEN else -1))
            inside = True
        elif group == "inword":
            surface, inside = re.sub(r"[\[\]]", "", surface), True
        yield Word(start + offset, end + offset, surface, kind, inside)


def _units(words: Sequence[Word]) -> Iterator[Unit]:
    index, count, new = 0, len(words), tuple.__new__
    while index < count:
        word = words[index]
        kind = word.kind
        if kind is Kind.WORD or kind is Kind.NUMBER:
            parts = _parts(word.surface) if kind is Kind.WORD else None
            if parts is None or (parts == _ARTICLE and _scale_follows(words, index)):
                number = _number(words, index) or list(_by_context(words, index))
                yield from number
                index = number[-1].last if number else index + 1
                continue
            for part in parts:
                yield new(Unit, (part, index, index + 1))
        elif kind is Kind.SIGN:
            if word.surface in _CURRENCIES and index + 1 < count and words[index + 1].kind is Kind.NUMBER:
                number = _number(words, index + 1) or []
                yield Unit(number[0].key + word.surface, index, number[0].last)
                index = number[0].last
                continue
            yield Unit(_SIGNS.get(word.surface, word.surface), index, index + 1)
        index += 1


_ARTICLE = ("a",)
# So many words of one stage direction are looked through for a [sic] behind it.
_LOOK = 20


def _number(words: Sequence[Word], index: int) -> list[Unit] | None:
    """A run of number words or digits as one unit, or None when no number begins here."""
    low = words[index].surface.lower()
    if words[index].kind is Kind.NUMBER:
        first = digits_value(low)
        if first is None:
            return [Unit(low, index, index + 1)]
        if first[1] in ("st", "nd", "rd", "th"):
            return [Unit(f"#{plain(first[0])}th", index, index + 1)]
        if len(first[1]) > 2 and first[1] not in _MEASURES:
            return [Unit(low, index, index + 1)]  # "5yria": a scan took a letter for a digit
        if first[1]:
            return [Unit(f"#{plain(first[0])}{first[1]}", index, index + 1)]
    elif low not in NUMBER_WORDS and not (low == "a" and _scale_follows(words, index)):
        return None
    run = _adjacent(words, index)
    value = words_value(run)
    if value is None:
        return None
    last = index + value[1]
    currency = _SIGN_WORDS.get(words[last].surface.lower()) if last < len(words) else None
    if currency is not None:
        return [Unit(f"#{plain(value[0])}{currency}", index, last + 1)]
    return [Unit(f"#{plain(value[0])}", index, last)]


def _scale_follows(words: Sequence[Word], index: int) -> bool:
    return index + 1 < len(words) and words[index + 1].surface.lower() in SCALES


def _adjacent(words: Sequence[Word], index: int) -> list[str]:
    """The words from here on that stand one space or hyphen apart, at most ten."""
    run = [words[index].surface.lower()]
    for before, after in zip(words[index : index + 9], words[index + 1 : index + 10], strict=False):
        if after.start - before.end != 1 or after.kind not in (Kind.WORD, Kind.NUMBER):
            break
        low = after.surface.lower()
        run.append(low)
        if low not in NUMBER_WORDS and low != "and":
            break
    value = digits_value(run[0])
    if value is not None and not value[1]:
        run[0] = plain(value[0])
    return run


@lru_cache(maxsize=4096)
def _parts(surface: str) -> tuple[str, ...] | None:
    """What a word amounts to wherever it stands; None where its neighbours tell."""
    low = surface.lower()
    if low in NUMBER_WORDS or low in ("per", "cent"):
        return None
    if surface == "l":
        return ("i",)  # a scan's small L: no English word is one
    if (ordinal := ordinal_value(low)) is not None:
        return (f"#{ordinal}th",)
    if low in _ABBREVIATIONS and ("." in low or surface.isupper()):
        return _ABBREVIATIONS[low]
    low = low.replace(".", "")
    if low in _TITLES and surface[0].isupper():
        return (_TITLES[low],)
    if low in _SIGN_WORDS:
        return (_SIGN_WORDS[low],)
    # German without its sharp s, Turkish without the dot on its capital.
    low = low.replace("ß", "ss").replace("i\u0307", "i")
    parts = expand(low) if "'" in low or low in _SHORT or len(low) < 8 else (low,)
    return tuple(american(part) if len(part) > 2 else part for part in parts)


def _by_context(words: Sequence[Word], index: int) -> Iterator[Unit]:
    """A word that its neighbours tell, and that begins no number."""
    low = words[index].surface.lower()
    if low == "per" and index + 1 < len(words) and words[index + 1].surface.lower() == "cent":
        return  # "cent" after it gives the unit
    if low == "cent" and index and words[index - 1].surface.lower() == "per":
        yield Unit("percent", index - 1, index + 1)
        return
    yield Unit(low, index, index + 1)


_SHORT = frozenset("cannot alright couldnt wouldnt shouldnt".split())
