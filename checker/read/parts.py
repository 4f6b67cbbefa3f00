"""The few elements of a page that metadata is read from, found in one pass: a page can have 400,000 elements."""

from __future__ import annotations

from checker.read.tree import Element
from checker.text.late import late

_NAMES = frozenset("html base meta title link script noscript time h1".split())

# Of a page that has more of one kind, the rest is not looked at.
_MOST = 2_000

_AUTHOR = late(r"(?:^|\s)author(?:\s|$)")  # `rel` and `itemprop` hold several words
_AUTHOR_TAGS = frozenset(("a", "span", "div", "p"))
_SHELL = late(r"(?:root|app|__next|__nuxt|react-root|main-app|svelte)")


class Parts:
    """The elements by name, in reading order; what is marked as an author; whether there is a shell for a script."""

    def __init__(self, root: Element) -> None:
        self._by_name: dict[str, list[Element]] = {name: [] for name in _NAMES}
        self.authors: list[Element] = []
        self.shell = False
        self._drawn: set[int] = set()  # what lies in drawings, by id: a title that is asked for is kept above
        for element in root.elements():
            found = self._by_name.get(element.name)
            if found is not None and len(found) < _MOST:
                # Of the root only what it says of itself: it would keep the whole tree.
                found.append(element if element.name != "html" else Element("html", element.attrs))
            if element.attrs:
                self._look_at_attributes(element)
            if element.name == "svg":
                self._drawn.update(map(id, element.contents))

    def _look_at_attributes(self, tag: Element) -> None:
        attrs = tag.attrs
        if "id" in attrs and _SHELL.fullmatch(str(attrs["id"])):
            self.shell = True
        if "rel" in attrs or "itemprop" in attrs:
            said = f"{attrs.get('rel', '')} {attrs.get('itemprop', '')}"
            if tag.name in _AUTHOR_TAGS and _AUTHOR.search(said) and len(self.authors) < _MOST:
                self.authors.append(tag)

    def all(self, name: str) -> list[Element]:
        """The elements of one of the names that are looked for."""
        return self._by_name[name]

    def first(self, name: str) -> Element | None:
        """The first of them, if there is one."""
        return next(iter(self._by_name[name]), None)

    def title(self) -> str:
        """The words of the page's own title; drawings have titles too."""
        titles = (tag for tag in self._by_name["title"] if id(tag) not in self._drawn)
        return words_of(next(titles, None))


def words_of(tag: Element | None) -> str:
    """The words of an element, with single blanks between them."""
    return " ".join(" ".join(tag.strings()).split())[:2000] if tag is not None else ""
