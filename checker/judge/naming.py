"""What a message calls an original, a speaker and a place."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import urlsplit

from checker.model import Evidence, Original, Passage, Span


def called(original: Original) -> str:
    """What a reader knows it by: its outlet, else its publisher, else the host of its address, else the name of its file."""
    publisher = original.outlet or (original.article.metadata.publisher if original.article else None)
    if publisher:
        return publisher
    url = original.url or (original.capture.url if original.capture else None)
    if url:
        try:
            return (urlsplit(url).hostname or url).removeprefix("www.")
        except ValueError:  # an unbalanced "[" in an address that a page made up
            return url
    return PurePath(original.path).name if original.path else original.id


def at(original: Original, span: Span) -> Evidence:
    """A place in an original."""
    return Evidence(original.id, span, span.of(original.text))


def at_passage(original: Original, passage: Passage) -> Evidence:
    """Where the passage stands."""
    return at(original, passage.span)
