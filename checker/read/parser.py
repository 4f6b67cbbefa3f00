"""The element tree: what lxml hears of a page becomes small elements, and no tree of its own.

Both lxml and whoever walks a tree pay for depth, and a page of 100,000 open elements is quickly made; no real page has 100
levels. So there are bounds on how deep elements lie in each other.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from typing import Any

from lxml.etree import HTMLParser

from checker.read.tree import UNREAD, Element, Unread
from checker.text.late import late

_DEEPEST = 400

# libxml2 in turn looks through all open elements for each end that closes none of them. Of 1,734 pages from the tests and the
# manuals of other projects none had more than 32 elements in each other; what follows touches no page with fewer than 100.
_DEEPEST_SOURCE, _DEEP, _FEW_TAGS = 600, 100, 20_000

# They have no end, or the next one ends them.
_FLAT = (
    "a p li dt dd td th tr option img br hr input meta link base area col embed source track wbr param script style "
    "svg path g"
).split()
_NESTED = late(rf"<(/?)(?!(?:{'|'.join(_FLAT)})(?![\w:-]))([a-z][\w:-]*)[^<>]*>?", re.I)


def without_depths(page: str) -> str:
    """The page without the tags that would open an element too deep, and, deep down, without those that close none.

    The words stay.
    """
    if page.count("<") < _FEW_TAGS:
        return page
    parts: list[str] = []
    opened: list[str] = []
    times: Counter[str] = Counter()
    at = 0
    for tag in _NESTED.finditer(page):
        name = tag[2].lower()
        if not tag[1] and len(opened) < _DEEPEST_SOURCE:
            opened.append(name)
            times[name] += 1
        elif tag[1] and times[name]:
            while (last := opened.pop()) != name:
                times[last] -= 1
            times[name] -= 1
        elif len(opened) > _DEEP:
            parts.append(page[at : tag.start()])
            at = tag.end()
    return "".join((*parts, page[at:]))


def tree_of(page: str) -> Element:
    """The root, whose contents are the page's; html and body are there even if the page does not write them.

    lxml corrects names, nesting and entities, and the tree has the shape that beautifulsoup4 on lxml would give it, but that
    an element which would lie too deep lies beside the one before it, and that comments only part the strings around them.
    """
    listener = _Listener()
    parser = HTMLParser(target=listener)
    parser.feed(without_depths(page.removeprefix("\ufeff")))
    parser.close()
    # Taken out, since lxml keeps the listener until garbage is looked for, and a large page has a large tree.
    return listener.open.pop(0)


class _Listener:
    """What the parser calls: elements are made under `open[0]` as it tells of them."""

    def __init__(self) -> None:
        self.open = [Element("[document]")]
        self.unread = 0  # how many of the open elements are for a program
        self.heard: list[str] = []

    def start(self, tag: Any, attrib: Any) -> None:
        """An element opens. A page has few names, and each comes as a string of its own."""
        if len(self.open) > _DEEPEST:
            self._leave()
        self._end_string()
        name = sys.intern(tag)
        element = Element(name, {sys.intern(key): value for key, value in attrib.items()}) if attrib else Element(name)
        self.open[-1].contents.append(element)
        self.open.append(element)
        self.unread += name in UNREAD

    def end(self, tag: Any) -> None:
        """An element closes; those that were opened in it and are open still are closed too."""
        self._end_string()
        for at in range(len(self.open) - 1, 0, -1):
            if self.open[at].name == tag:
                while len(self.open) > at:
                    self._leave()
                break

    def _leave(self) -> None:
        self.unread -= self.open.pop().name in UNREAD

    def data(self, data: Any) -> None:
        """A stretch of text; an entity is one by itself."""
        self.heard.append(data)

    def _end_string(self) -> None:
        """What was heard since the last tag or comment is one string."""
        if self.heard:
            string = "".join(self.heard)
            self.heard.clear()
            self.open[-1].contents.append(Unread(string) if self.unread else string)

    def comment(self, text: Any) -> None:
        """What is no element and no text; so are the next two."""
        self._end_string()

    def pi(self, target: Any, data: Any) -> None:
        self._end_string()

    def doctype(self, name: Any, pubid: Any, system: Any) -> None:
        self._end_string()

    def close(self) -> None:
        """The page ends."""
        self._end_string()
