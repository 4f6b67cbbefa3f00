"""The block walker: an element tree to blocks, each what lies between two block-level borders.

It knows nothing of what is main (`region.py`) and nothing of addresses. It never calls itself: pages with 100,000
nested elements exist. Elements with a border of their own become *boxes*, numbered in reading order, so that a box's
number is larger than its parent's and whatever is summed up or handed down takes one pass over a list.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.read.elements import (
    SKIPPED,
    TEXT_BEARING,
    has_border,
    holds_code,
    is_article,
    is_hidden,
    is_note,
    names_of,
)
from checker.read.page_words import Telling, telling
from checker.read.pieces import Box, Piece, trimmed
from checker.read.tree import Element

_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad\u00a0 \n\t"
_OPENING_MARKS = "“„«‹‘\"'「『”’"


def walk(root: Element) -> tuple[list[Piece], list[Box]]:
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

    def walk(self, root: Element) -> None:
        stack: list[object] = [*reversed(root.contents)]  # the document itself is no element
        while stack:
            node = stack.pop()
            if isinstance(node, Element):
                leave = self.enter(node)
                if leave is not _SKIP:
                    if leave is not None:
                        stack.append(leave)
                    stack.extend(reversed(node.contents))
            elif isinstance(node, _Leave):
                self.leave(node)
            elif type(node) is str:
                self.add(node)
        self.flush()

    def add(self, text: str) -> None:
        """Text of an element; white space collapses, but for `pre`. Controls have no glyph, so no reader saw them."""
        if not text.isprintable():
            text = _CONTROLS.sub("", text)
        if self.pre:
            self.add_preformatted(text)
            return
        text = _SPACES.sub(" ", text)
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
        for number, paragraph in enumerate(_BLANK_LINE.split(text.replace("\f", " "))):
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

    def enter(self, tag: Element) -> _Leave | None:
        """What is to be undone when the walk comes out again, None for nothing, `_SKIP` where it does not go in."""
        name = tag.name
        if name in SKIPPED:
            return _SKIP
        if has_border(name) and not ("-" in name and self.in_paragraph()):
            return self.enter_box(tag)
        if name == "br":
            self.line_break()
            return _SKIP
        if name == "a":
            return self.enter_link(tag)
        if name == "q":
            self.marks.append(True)
            self.mark_due = True
            return _Leave("q")
        if name == "sup" and is_note(tag):
            return _SKIP
        return self.enter_inline(tag) if tag.attrs else None

    def in_paragraph(self) -> bool:
        """Inside these an element of a site's own (`<private-company>`) is a word with a tip, and no box."""
        return self.box >= 0 and self.boxes[self.box].tag in _LINES

    def enter_link(self, tag: Element) -> _Leave:
        left = _Leave("a", href=self.href)
        self.end_link()
        self.href = tag.get("href")
        self.link_start = self.length
        return left

    def enter_inline(self, tag: Element) -> _Leave | None:
        """An inline element with names: it may be hidden, or a caption or byline that a site made of a `span`."""
        names = names_of(tag.attrs)
        told = telling(names) if names else Telling.NOTHING
        if told is Telling.HIDDEN or is_hidden(tag.attrs, inline=True):
            return _SKIP
        begins_block = not self.parts and (self.box < 0 or self.boxes[self.box].tag not in TEXT_BEARING)
        return self.enter_box(tag) if begins_block and told in _BOXED else None

    def enter_box(self, tag: Element) -> _Leave:
        self.flush()
        attrs, name = tag.attrs, tag.name
        names = names_of(attrs) if attrs else ""
        told = telling(names) if names else Telling.NOTHING
        hidden = told is Telling.HIDDEN or (bool(attrs) and is_hidden(attrs))
        left = _Leave(name, box=self.box, code=name == "pre" and holds_code(tag))
        self.boxes.append(Box(self.box, name, told, hidden, is_article(name, attrs)))
        self.box = len(self.boxes) - 1
        self.quoted += name == "blockquote"
        self.pre += name == "pre"
        self.code += left.code
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
            if kept.strip(_INVISIBLE):
                lead = text.index(kept[0]) if self.pre else 0
                tag = self.boxes[self.box].tag if self.box >= 0 else "body"
                piece = Piece(kept, self.box, tag, self.quoted > 0, self.code > 0)
                if self.links:
                    piece.links = [link for link in (trimmed(kept, lead, *link) for link in self.links) if link]
                self.pieces.append(piece)
            self.parts, self.links, self.length = [], [], 0
        self.link_start = 0
        self.after_space, self.after_break = True, False


class _Leave(NamedTuple):
    """What to undo when the walk comes out of an element."""

    name: str
    href: str | None = None
    box: int = -1
    code: bool = False


_SKIP = _Leave("")
_LINES = frozenset("p h1 h2 h3 h4 h5 h6 li dt dd".split())
_BOXED = frozenset((Telling.BOILERPLATE, Telling.CAPTION, Telling.BYLINE, Telling.COMMENTS))
