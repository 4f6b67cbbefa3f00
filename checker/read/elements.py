"""What an element's tag and attributes say about it: whether it is seen, whether it has a border of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.read.tree import Element
from checker.text.late import late

# Never seen by a reader, or seen as something else than text. `rt` and `rp` are the readings above Japanese words.
SKIPPED = frozenset(
    "script style noscript template svg button select option textarea iframe object embed canvas audio video map math "
    "title meta link input datalist progress meter rt rp applet frame noframes dialog picture img".split()
)

# `head` is among them: the parser knows no `article` and leaves it there where a page has no `body` tag before it.
# Elements of sites' own ("gu-article", "bsp-story") count as bordered too: see `has_border`.
_BORDERED = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer "
    "form head h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th "
    "thead tr ul".split()
)

TEXT_BEARING = frozenset("p h1 h2 h3 h4 h5 h6 li dt dd figcaption caption blockquote pre summary".split())

_NO_DISPLAY = late(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)

Attributes = Mapping[str, str]


def has_border(tag: str) -> bool:
    """Whether a block ends where this element begins and where it ends."""
    return tag in _BORDERED or "-" in tag


def names_of(attrs: Attributes) -> str:
    """The class and id names, joined by blanks."""
    names, own = attrs.get("class"), attrs.get("id")
    if own is None:
        return names or ""
    return f"{names or ''} {own}"


def is_hidden(attrs: Attributes, *, inline: bool = False) -> bool:
    """Hidden from everybody; what is hidden from screen readers alone (`aria-hidden`) is seen, unless it is a box."""
    if "hidden" in attrs and attrs["hidden"] != "until-found":
        return True
    if not inline and attrs.get("aria-hidden") == "true":
        return True
    return "style" in attrs and _NO_DISPLAY.search(attrs["style"][:500]) is not None


def is_article(tag: str, attrs: Attributes) -> bool:
    """Whether an element calls itself the article or the main part."""
    return tag in ("article", "main") or attrs.get("role") == "main" or "articleBody" in attrs.get("itemprop", "")


def is_note(tag: Element) -> bool:
    """A reference mark: something raised that only links within the page."""
    links = [child for child in tag.contents if isinstance(child, Element) and child.name == "a"]
    return len(links) == 1 and (links[0].get("href") or "").startswith("#")


def holds_code(tag: Element) -> bool:
    """Whether preformatted text is somebody's program and not a letter or a poem."""
    return any(isinstance(child, Element) and child.name == "code" for child in tag.contents)
