"""The block walker: an element tree to blocks, each what lies between two block-level borders.

It knows nothing of what is main (`region.py`) and nothing of addresses. It never calls itself: pages with 100,000
nested elements exist. Elements with a border of their own become *boxes*, numbered in reading order, so that a box's
number is larger than its parent's and whatever is summed up or handed down takes one pass over a list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.read.page_words import Telling, telling

if TYPE_CHECKING:
    from bs4 import Tag

# Never seen by a reader, or seen as something else than text. `rt` and `rp` are the readings above Japanese words.
_SKIPPED = frozenset(
    "script style noscript template svg button select option textarea iframe object embed canvas audio video map math "
    "head title meta link input datalist progress meter rt rp applet frame noframes dialog picture img".split()
)

_BORDERED = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre section summary table tbody td tfoot th "
    "thead tr ul amp-sidebar".split()
)

# Elements of sites' own ("gu-article", "bsp-story") count as containers.
_TEXT_BEARING = frozenset("p h1 h2 h3 h4 h5 h6 li dt dd figcaption caption blockquote pre summary".split())

_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_OPENING_MARKS = "“„«‹‘\"'「『”’"
_NO_DISPLAY = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)


@dataclass(slots=True)
class Box:
    """An element with a border of its own; `parent` is a number of an earlier box, -1 for the root."""

    parent: int
    tag: str
    telling: Telling
    hidden: bool
    article: bool = False  # calls itself the article or the main part
    weight: int = 0
    link_letters: int = 0
    letters: int = 0


@dataclass(slots=True)
class Piece:
    """A block as it was walked: `box` holds it, `links` are positions in its own text with the address as written."""

    text: str
    box: int
    tag: str
    quoted: bool
    code: bool
    links: list[tuple[int, int, str]] = field(default_factory=list)


def walk(root: Tag) -> tuple[list[Piece], list[Box]]:
    """The blocks and boxes of an element tree, in reading order.

    White space collapses to one blank, `br` is a newline and two of them a border; `q` gets its marks where the page
    leaves them to the browser. The text of hidden inline elements is left out; hidden boxes are walked and say so.
    """
    walker = _Walker()
    walker.walk(root)
    return walker.pieces, walker.boxes


class _Walker:
    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.boxes: list[Box] = []
        self.box = -1
        self.parts: list[str] = []
        self.length = 0
        self.after_space = True
        self.after_break = False
        self.links: list[tuple[int, int, str]] = []
        self.href: str | None = None
        self.link_start = 0
        self.quoted = self.pre = self.code = 0
        self.marks: list[bool] = []
        self.mark_due = False

    def walk(self, root: Tag) -> None:
        from bs4 import NavigableString, Tag

        plain, enter = NavigableString, self.enter
        stack: list[object] = root.contents[::-1]  # the document itself is no element
        while stack:
            node = stack.pop()
            kind = node.__class__
            if kind is plain:
                self.add(str.__str__(node) if self.pre else _SPACES.sub(" ", node))  # type: ignore[call-overload]
            elif kind is Tag:
                leave = enter(node)  # type: ignore[arg-type]
                if leave is not _SKIP:
                    if leave is not None:
                        stack.append(leave)
                    stack.extend(node.contents[::-1])  # type: ignore[attr-defined]
            elif kind is _Leave:
                self.leave(node)  # type: ignore[arg-type]
        self.flush()

    def add(self, text: str) -> None:
        """Text of an element, white space collapsed already (in `pre` it is kept)."""
        if self.pre:
            self.add_preformatted(text)
            return
        if self.after_space and text[:1] == " ":
            text = text[1:]
        if not text:
            return
        if self.mark_due:
            self.mark_due = False
            if text.lstrip()[:1] in _OPENING_MARKS:
                self.marks[-1] = False
            else:
                text = ("“" if len(self.marks) % 2 else "‘") + text
        self.parts.append(text)
        self.length += len(text)
        self.after_space = text[-1] == " "
        self.after_break = False

    def add_preformatted(self, text: str) -> None:
        for number, paragraph in enumerate(_BLANK_LINE.split(text)):
            if number:
                self.flush()
            if paragraph.strip():
                self.parts.append(paragraph)
                self.length += len(paragraph)
                self.after_space = False

    def line_break(self) -> None:
        if self.after_break:
            self.flush()
        elif self.length:
            self.parts.append("\n")
            self.length += 1
            self.after_space = self.after_break = True

    def enter(self, tag: Tag) -> _Leave | None | object:
        name = tag.name
        if name in _SKIPPED:
            return _SKIP
        attrs = tag.attrs
        if name in _BORDERED or "-" in name:
            return self.enter_box(tag, name)
        if name == "br":
            self.line_break()
            return _SKIP
        if name == "a":
            href = attrs.get("href")
            left = _Leave("a", self.href)
            self.end_link()
            self.href = href if isinstance(href, str) else None
            self.link_start = self.length
            return left
        if name == "q":
            self.marks.append(True)
            self.mark_due = True
            return _Leave("q")
        if name == "sup" and _is_note(tag):
            return _SKIP
        if attrs:
            names = _names(attrs)
            told = telling(names) if names else Telling.NOTHING
            if told is Telling.HIDDEN or _is_hidden(attrs, inline=True):
                return _SKIP
            if told in _BOXED and not self.parts and (self.box < 0 or self.boxes[self.box].tag not in _TEXT_BEARING):
                return self.enter_box(tag, name)
        return None

    def enter_box(self, tag: Tag, name: str) -> _Leave:
        self.flush()
        attrs = tag.attrs
        left = _Leave(name, None, self.box)
        names = _names(attrs) if attrs else ""
        told = telling(names) if names else Telling.NOTHING
        hidden = told is Telling.HIDDEN or (bool(attrs) and _is_hidden(attrs))
        article = name in ("article", "main") or (bool(attrs) and _is_article(attrs))
        self.boxes.append(Box(self.box, name, told, hidden, article))
        self.box = len(self.boxes) - 1
        self.quoted += name == "blockquote"
        self.pre += name == "pre"
        self.code += name == "pre" and _holds_code(tag)
        left.code = bool(name == "pre" and _holds_code(tag))
        return left

    def leave(self, left: _Leave) -> None:
        if left.name == "a":
            self.end_link()
            self.href = left.href
            self.link_start = self.length
        elif left.name == "q":
            self.end_mark()
        else:
            self.flush()
            self.box = left.box
            self.quoted -= left.name == "blockquote"
            self.pre -= left.name == "pre"
            self.code -= left.code

    def end_mark(self) -> None:
        self.mark_due = False
        closing = "”" if len(self.marks) % 2 else "’"
        if self.marks.pop() and self.length:
            self.parts.append(closing)
            self.length += 1
            self.after_space = self.after_break = False

    def end_link(self) -> None:
        if self.href is not None and self.length > self.link_start:
            self.links.append((self.link_start, self.length, self.href))

    def flush(self) -> None:
        """Ends the block that is open, if it holds anything; an open link goes on in the next one."""
        if self.parts:
            self.end_link()
            text = "".join(self.parts)
            kept = text.strip() if self.pre else text.rstrip(" \n")
            if kept:
                lead = text.index(kept[0]) if self.pre else 0
                tag = self.boxes[self.box].tag if self.box >= 0 else "body"
                piece = Piece(kept, self.box, tag, self.quoted > 0, self.code > 0)
                if self.links:
                    piece.links = [link for link in (_trimmed(kept, lead, *link) for link in self.links) if link]
                self.pieces.append(piece)
            self.parts, self.links, self.length = [], [], 0
        self.link_start = 0
        self.after_space, self.after_break = True, False


class _Leave:
    """What to undo when the walk comes out of an element."""

    __slots__ = ("box", "code", "href", "name")

    def __init__(self, name: str, href: str | None = None, box: int = -1) -> None:
        self.name, self.href, self.box, self.code = name, href, box, False


_SKIP = object()
_BOXED = frozenset((Telling.BOILERPLATE, Telling.CAPTION, Telling.BYLINE, Telling.COMMENTS))


def _trimmed(text: str, lead: int, start: int, end: int, href: str) -> tuple[int, int, str] | None:
    """A link without the blanks at its ends, in the block's text without its own."""
    start, end = max(0, start - lead), min(len(text), end - lead)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end, href) if start < end else None


def _names(attrs: dict[str, object]) -> str:
    names, own = attrs.get("class"), attrs.get("id")
    if own is None:
        return names if isinstance(names, str) else ""
    return f"{names or ''} {own}"


def _is_hidden(attrs: dict[str, object], *, inline: bool = False) -> bool:
    """Hidden from everybody; what is hidden from screen readers alone (`aria-hidden`) is seen, unless it is a box."""
    if "hidden" in attrs and attrs["hidden"] != "until-found":
        return True
    if not inline and attrs.get("aria-hidden") == "true":
        return True
    style = attrs.get("style")
    return isinstance(style, str) and _NO_DISPLAY.search(style[:500]) is not None


def _is_article(attrs: dict[str, object]) -> bool:
    return attrs.get("role") == "main" or "articleBody" in str(attrs.get("itemprop", ""))


def _is_note(tag: Tag) -> bool:
    """A reference mark: a raised number that links within the page."""
    links = [child for child in tag.contents if getattr(child, "name", None) == "a"]
    return len(links) == 1 and str(links[0].get("href", "")).startswith("#")  # type: ignore[union-attr]


def _holds_code(tag: Tag) -> bool:
    return any(getattr(child, "name", None) == "code" for child in tag.contents)
