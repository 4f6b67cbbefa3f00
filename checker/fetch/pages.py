"""A page that was fetched, as it is kept: which headers, under which names, as bytes and sidecar."""

from __future__ import annotations

from datetime import UTC, datetime

from checker.fetch.captures import parse_sidecar
from checker.fetch.outcomes import content_type_of
from checker.fetch.store import Page, sidecar_text
from checker.fetch.visit import Visited
from checker.model import Document

# What a capture keeps of the headers (`docs/captures.md`): what dates and names the page. Never cookies.
_KEPT_HEADERS = (
    "content-language",
    "content-type",
    "date",
    "etag",
    "last-modified",
    "link",
    "location",
    "memento-datetime",
    "retry-after",
)
_LONGEST_HEADER = 2000


def page_of(url: str, visited: Visited, *, archived: str | None = None, note: str | None = None) -> Page:
    """What the sidecar says. `url` is the link as it stands in the article: ties compare it with that.

    `archived` is the page that an archive was asked for: then the answer came from the archive, and is a capture of that.
    """
    answer, chain = visited.answer, visited.chain
    charset = _charset(answer.headers.get("content-type", ""))
    headers = {name: clean for name in _KEPT_HEADERS if (clean := _clean(answer.headers.get(name, "")))}
    between = tuple(one for one in chain[:-1] if one != url)
    return Page(
        url=url if _plain(url) else chain[0],
        body=answer.body,
        content_type=_clean(content_type_of(answer.headers)),
        fetched_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        final_url=archived or chain[-1],
        redirects=() if archived else between,
        status=answer.status,
        headers=headers,
        charset=charset,
        archive=chain[-1] if archived else None,
        note=note,
    )


def _plain(url: str) -> bool:
    return url.startswith(("http://", "https://")) and url.isprintable() and " " not in url


def _charset(content_type: str) -> str | None:
    _, _, rest = content_type.lower().partition("charset=")
    name = rest.partition(";")[0].strip(" \"'")
    return name if name and name.isascii() and name.isprintable() and len(name) < 40 else None


def _clean(value: str) -> str:
    """A header as it can be stored: the bytes were taken for Latin-1, and a host may send anything."""
    return "".join(sign for sign in value[:_LONGEST_HEADER] if sign.isprintable())


def unkept(page: Page) -> Document:
    """A document of no file; it goes by its address."""
    raw = sidecar_text(page, "page")
    return Document(page.archive or page.final_url or page.url, page.body, capture=parse_sidecar(raw, page.url).capture)
