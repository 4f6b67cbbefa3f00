"""Words in columns: what is wrapped, indented and coloured here is safe to print on a terminal.

A line of the report is a sequence of pieces, each a text and what it is (`Ink`). Foreign text passes
`for_terminal` in `piece`, so that no page can move the cursor; colour is put on last, after wrapping.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby

from checker.text.escape import for_terminal


class Ink(StrEnum):
    """What a piece is; the value is how a terminal colours it (SGR parameters)."""

    PLAIN = ""
    STRONG = "1"
    FAINT = "2"
    ERROR = "1;31"
    WARNING = "1;33"
    UNCHECKED = "1;36"
    NOTE = "34"
    FINE = "32"
    CHANGED = "1;4;35"
    LINK = "4"


Piece = tuple[str, Ink]

# A space at which no line is broken; it is printed as a space.
GLUE = "\u00a0"

# Where no colour tells the changed words apart, these do: rare in any text, and on both sides of the words.
CHANGED_OPEN, CHANGED_CLOSE = "⟦", "⟧"


def piece(text: str, ink: Ink = Ink.PLAIN) -> Piece:
    """A piece of foreign text on one line: white space becomes one space, where paragraphs part "¶" stands."""
    return for_terminal(re.sub(r"[^\S\u00a0]+", _one_space, text)), ink


def _one_space(run: re.Match[str]) -> str:
    return " ¶ " if run.group().count("\n") > 1 else " "


def cells(text: str) -> int:
    """How many columns a terminal gives the text: two for a wide character, none for a combining mark.

    >>> cells("Mehr"), cells("新华社"), cells("cafe\\u0301")
    (4, 6, 4)
    """
    if text.isascii():
        return len(text)
    return sum(_cells_of(char) for char in text)


def _cells_of(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


class Page:
    """Lines of a given width, as a report is written down from top to bottom."""

    def __init__(self, *, width: int, colour: bool) -> None:
        self.width = width
        self.colour = colour
        self._lines: list[str] = []

    def blank(self) -> None:
        """An empty line, unless one stands there already."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def write(
        self, pieces: Sequence[Piece], *, indent: int = 0, label: Sequence[Piece] = (), limit: int | None = None
    ) -> None:
        """Wrapped pieces behind `indent` columns; `label` stands in these columns on the first line.

        With `limit`, what goes beyond so many lines is left out and "…" says so.
        """
        lines = list(wrap(self._bracketed(pieces), max(self.width - indent, 12)))
        if limit is not None and len(lines) > limit:
            lines = [*lines[: limit - 1], _cut(lines[limit - 1], max(self.width - indent, 12))]
        for number, line in enumerate(lines or [[]]):
            head = list(label) if number == 0 else []
            gap = " " * max(indent - sum(cells(text) for text, _ in head), 0)
            self._lines.append(self._inked([*head, (gap, Ink.PLAIN), *line]).replace(GLUE, " ").rstrip())

    def text(self) -> str:
        """Everything written so far, with a newline at the end."""
        return "\n".join(self._lines) + "\n" if self._lines else ""

    def _bracketed(self, pieces: Sequence[Piece]) -> list[Piece]:
        if self.colour:
            return list(pieces)
        return [(f"{CHANGED_OPEN}{text}{CHANGED_CLOSE}" if ink is Ink.CHANGED else text, ink) for text, ink in pieces]

    def _inked(self, line: Iterable[Piece]) -> str:
        if not self.colour:
            return "".join(text for text, _ in line)
        runs = ((ink, "".join(text for text, _ in run)) for ink, run in groupby(line, key=lambda item: item[1]))
        return "".join(f"\x1b[{ink}m{text}\x1b[0m" if ink and text.strip() else text for ink, text in runs)


def wrap(pieces: Iterable[Piece], width: int) -> Iterator[list[Piece]]:
    """Lines of at most `width` columns, broken at spaces; a longer word is broken where it must be, a link never."""
    line: list[Piece] = []
    used = 0
    for word in _words(pieces):
        for part in _fitting(word, width):
            size = sum(cells(text) for text, _ in part)
            if line and used + 1 + size > width:
                yield line
                line, used = [], 0
            if line:
                # The space between two words of one ink has that ink, so that an underlined phrase is one stroke.
                line.append((" ", part[0][1] if part[0][1] is line[-1][1] else Ink.PLAIN))
                used += 1
            line += part
            used += size
    if line:
        yield line


def _words(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """What stands between spaces; a word may change its ink in the middle."""
    word: list[Piece] = []
    for text, ink in pieces:
        first, *rest = text.split(" ")
        if first:
            word.append((first, ink))
        for following in rest:
            if word:
                yield word
            word = [(following, ink)] if following else []
    if word:
        yield word


def _fitting(word: list[Piece], width: int) -> Iterator[list[Piece]]:
    if any(ink is Ink.LINK for _, ink in word) or sum(cells(text) for text, _ in word) <= width:
        yield word
        return
    part: list[Piece] = []
    used = 0
    for text, ink in word:
        for char in text:
            size = _cells_of(char)
            if part and used + size > width:
                yield part
                part, used = [], 0
            if part and part[-1][1] is ink:
                part[-1] = (part[-1][0] + char, ink)
            else:
                part.append((char, ink))
            used += size
    yield part


def _cut(line: list[Piece], width: int) -> list[Piece]:
    """The line with " …" at its end, shortened by whole words until it fits."""
    kept = list(line)
    while kept and sum(cells(text) for text, _ in kept) + 2 > width:
        kept.pop()
    while kept and kept[-1][0] == " ":
        kept.pop()
    shown = "".join(text for text, _ in kept)
    still_open = shown.count(CHANGED_OPEN) > shown.count(CHANGED_CLOSE)
    return [*kept, (f"{CHANGED_CLOSE if still_open else ''} …", Ink.PLAIN)]
