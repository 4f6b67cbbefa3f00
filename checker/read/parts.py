"""The few elements of a page that metadata is read from, found in one pass: a page can have 400,000 elements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag
    from bs4.element import PageElement

_NAMES = frozenset("html base meta title link script noscript time h1".split())

# Of a page that has more of one kind, the rest is not looked at.
_MOST = 2_000

_AUTHOR = re.compile(r"(?:^|\s)author(?:\s|$)")  # `rel` and `itemprop` hold several words
_AUTHOR_TAGS = frozenset(("a", "span", "div", "p"))
_SHELL = re.compile(r"(?:root|app|__next|__nuxt|react-root|main-app|svelte)")


class Parts:
    """The elements by name, in reading order; what is marked as an author; whether there is a shell for a script."""

    def __init__(self, soup: BeautifulSoup) -> None:
        from bs4.element import Tag

        self._by_name: dict[str, list[Tag]] = {name: [] for name in _NAMES}
        self.authors: list[Tag] = []
        self.shell = False
        node: PageElement | None = next(iter(soup.contents), None)
        while node is not None:
            if isinstance(node, Tag):
                found = self._by_name.get(node.name)
                if found is not None and len(found) < _MOST:
                    found.append(node)
                if node.attrs:
                    self._look_at_attributes(node)
            node = node.next_element

    def _look_at_attributes(self, tag: Tag) -> None:
        attrs = tag.attrs
        if "id" in attrs and _SHELL.fullmatch(str(attrs["id"])):
            self.shell = True
        if "rel" in attrs or "itemprop" in attrs:
            said = f"{attrs.get('rel', '')} {attrs.get('itemprop', '')}"
            if tag.name in _AUTHOR_TAGS and _AUTHOR.search(said) and len(self.authors) < _MOST:
                self.authors.append(tag)

    def all(self, name: str) -> list[Tag]:
        """The elements of one of the names that are looked for."""
        return self._by_name[name]

    def first(self, name: str) -> Tag | None:
        """The first of them, if there is one."""
        return next(iter(self._by_name[name]), None)

    def title(self) -> str:
        """The words of the page's own title; drawings have titles too."""
        titles = (tag for tag in self._by_name["title"] if tag.parent is None or tag.parent.name != "svg")
        return words_of(next(titles, None))


def words_of(tag: Tag | None) -> str:
    """The words of an element, with single blanks between them."""
    return " ".join(tag.get_text(" ").split())[:2000] if tag is not None else ""
