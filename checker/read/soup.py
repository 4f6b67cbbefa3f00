"""The element tree: beautifulsoup4 on lxml, with bounds on how deep elements lie in each other.

Where a text follows a closed element, beautifulsoup4 climbs to the root, so that a page of 100,000 open elements with as many
words after them takes hours. No real page has 100 levels.
"""

from __future__ import annotations

import re
import warnings
from typing import Any

from bs4 import BeautifulSoup, Tag, XMLParsedAsHTMLWarning

# Pages of XHTML begin like XML and are read as the browsers read them. This is nobody's mistake to be told of.
warnings.filterwarnings("ignore", category=XMLParsedAsHTMLWarning)

_DEEPEST = 400

# libxml2 in turn looks through all open elements for each end that closes none of them.
_DEEPEST_SOURCE, _FEW_TAGS = 600, 20_000
_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)[^<>]*>?")
# They have no end, or the next one ends them.
_FLAT = frozenset(
    "a p li dt dd td th tr option img br hr input meta link base area col embed source track wbr param script style "
    "svg path g".split()
)


def without_depths(page: str) -> str:
    """The page without the tags that would open an element too deep; their words stay."""
    if page.count("<") < _FEW_TAGS:
        return page
    depth = at = 0
    parts: list[str] = []
    for tag in _TAG.finditer(page):
        if tag[2].lower() in _FLAT:
            continue
        depth = depth - 1 if tag[1] else depth + 1
        if depth > _DEEPEST_SOURCE and not tag[1]:
            parts.append(page[at : tag.start()])
            at = tag.end()
            depth -= 1
        depth = max(depth, 0)
    return "".join((*parts, page[at:]))


class Soup(BeautifulSoup):
    """As its parent; an element that would lie too deep lies beside the one before it instead."""

    def handle_starttag(self, *args: Any, **kwargs: Any) -> Tag | None:
        """Called by the parser for each element that opens."""
        if len(self.tagStack) > _DEEPEST:
            self.popTag()
        return super().handle_starttag(*args, **kwargs)
