"""The address of a passage: a link that opens the page and marks the words (`#:~:text=`, a WICG draft)."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import quote

from checker.model import Format, Original, Passage

# A browser matches `start,end` wherever the two stand, so a long passage needs only its first and last words;
# four are enough to be the only such place on nearly every page. Shorter passages are given whole.
_EDGE_WORDS = 4
_WHOLE_WORDS = 8


# An address that a reader may be given to click: of the web, on one line, without a character that nobody sees.
_WEB = re.compile(
    r"https?://[^\x00-\x20\x7f-\xa0\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+\Z", re.IGNORECASE
)


def passage_link(passage: Passage, original: Original) -> str | None:
    """The page at the passage; None where no page is known to hold these words."""
    return page_link(original, passage)


def page_link(original: Original, passage: Passage | None = None) -> str | None:
    """The page of an original, at the passage where one is given.

    None for what is no address of the web, and for a reconstruction: it holds words that were written down later, so it
    is never linked into the real page.
    """
    if passage is not None and original.following and passage.pages and passage.pages[0] > 1:
        original = replace(original.following[passage.pages[0] - 2], article=original.article)
    capture = original.capture
    url = web_address((capture.final_url or capture.url) if capture else original.url)
    if url is None or (capture and capture.reconstruction):
        return None
    if passage is None or original.article is None:
        return url
    if passage.pages and "#" not in url and original.article.format is Format.PDF:
        return f"{url}#page={passage.pages[0]}"  # what readers of PDF understand
    if original.article.format is not Format.HTML:
        return url
    return f"{url}{'' if '#' in url else '#'}:~:text={text_directive(passage.span.of(original.text))}"


def web_address(url: str | None) -> str | None:
    """The address where it may be given to somebody to click, else None.

    >>> web_address("https://a.example/b"), web_address("java\\nscript:alert(1)")
    ('https://a.example/b', None)
    """
    return url if url and _WEB.match(url) else None


def text_directive(words: str) -> str:
    """`start` or `start,end`, encoded.

    >>> text_directive("We will not sell")
    'We%20will%20not%20sell'
    >>> text_directive("one, two-three four five six seven eight nine ten")
    'one%2C%20two%2Dthree%20four%20five,seven%20eight%20nine%20ten'
    """
    paragraphs = [paragraph.split() for paragraph in words.splitlines() if paragraph.strip()]
    if not paragraphs:
        return ""
    if len(paragraphs) == 1 and len(paragraphs[0]) <= _WHOLE_WORDS:
        return _encoded(paragraphs[0])
    # The start and the end must each lie within one block of the page, so neither may run over a paragraph.
    return f"{_encoded(paragraphs[0][:_EDGE_WORDS])},{_encoded(paragraphs[-1][-_EDGE_WORDS:])}"


def _encoded(words: list[str]) -> str:
    # "-" separates the prefix and the suffix, and `quote` leaves it alone.
    return quote(" ".join(words), safe="").replace("-", "%2D")
