"""The elements of a page, as small as reading needs them: a name, attributes, contents.

The tree of beautifulsoup4, whose shape this one has, keeps of each its parents, neighbours, name space and more besides: 1.5 kB
an element, and two thirds of the time that the reading of a large page took. A page can have a quarter of a million elements.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_NONE: Mapping[str, str] = {}


class Element:
    """An element; `contents` are its elements and strings in reading order, comments left out."""

    __slots__ = ("attrs", "contents", "name")

    def __init__(self, name: str, attrs: Mapping[str, str] = _NONE) -> None:
        self.name = name
        self.attrs = attrs
        self.contents: list[Element | str] = []

    def get(self, attribute: str) -> str | None:
        """The value of an attribute; None where it is not there."""
        return self.attrs.get(attribute)

    def elements(self) -> Iterator[Element]:
        """The elements inside, however deep, in reading order."""
        waiting = [child for child in reversed(self.contents) if type(child) is Element]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [child for child in reversed(element.contents) if type(child) is Element]

    def strings(self) -> Iterator[str]:
        """The strings inside that a reader may see, however deep, in reading order."""
        waiting = self.contents[::-1]
        while waiting:
            node = waiting.pop()
            if isinstance(node, Element):
                waiting += reversed(node.contents)
            elif not isinstance(node, Unread):
                yield node

    def source(self) -> str:
        """What stands in the element itself, whoever it is for: the code of a script."""
        return "".join(node for node in self.contents if isinstance(node, str))


class Unread(str):
    """A string in one of `UNREAD`, however deep."""

    __slots__ = ()


# What stands in them is for a program, or the reading above a Japanese word.
UNREAD = frozenset(("script", "style", "template", "rt", "rp"))
