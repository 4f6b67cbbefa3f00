"""The pages of a WARC file (ISO 28500), record by record; also of the older ARC."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from checker.corpus.sources import LeftOut, Piece
from checker.errors import UsageError

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

# A response is the page with its HTTP head, a resource the page alone; what else there is (requests, crawl notes,
# revisits of what stands elsewhere) is no page.
_PAGES = ("response", "resource")
_READABLE = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf")
_LONGEST = 100 * 1024 * 1024


def pages_in(path: Path, behind: int = 0) -> Iterator[Piece | LeftOut]:
    """Each page that was answered with 200 and is a text; an address that comes again later replaces the earlier one."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
        from warcio.statusandheaders import StatusAndHeadersParserException
    except ImportError:
        raise UsageError(
            f'{path}: WARC files are read with the extra "corpus": pip install "checker[corpus]"'
        ) from None
    number = 0
    try:
        with path.open("rb") as stream:
            records = ArchiveIterator(stream, arc2warc=True, check_digests=True)
            for record in records:
                number += 1
                found = _page(record, f"{path}, record {number}", lambda: behind + stream.tell())
                if found is not None:
                    yield found
    except (OSError, EOFError, ValueError, ArchiveLoadFailed, StatusAndHeadersParserException) as error:
        # warcio speaks of its own errors on several lines; the first says it.
        why = str(error).strip().partition("\n")[0] or type(error).__name__
        yield LeftOut(f"{path}, after record {number}", f"the rest of it cannot be read: {why[:200]}", behind)


def _page(record: ArcWarcRecord, where: str, reach: Callable[[], int]) -> Piece | LeftOut | None:
    """A page, why it is left out, or None for what was never one."""
    if record.rec_type not in _PAGES:
        return None
    heads = record.http_headers
    if record.rec_type == "response" and (heads is None or heads.get_statuscode() != "200"):
        return None
    kind = heads.get_header("Content-Type") if heads else record.rec_headers.get_header("Content-Type")
    if (kind or "text/html").partition(";")[0].strip().lower() not in _READABLE:
        return None
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    body = record.content_stream().read(_LONGEST)
    checker = record.digest_checker
    if len(body) == _LONGEST:
        return LeftOut(where, "the page is longer than 100 MB", reach())
    if getattr(record.raw_stream, "limit", 0) > 0:
        return LeftOut(f"{where}, {url}", "the file ends in the middle of it", reach())
    if checker is not None and checker.passed is False:
        return LeftOut(f"{where}, {url}", "the bytes do not fit the digest that the record names", reach())
    if not url:
        return LeftOut(where, "the record names no address", reach())
    return Piece(url, f"{where}, {url}", reach(), body=body, url=url, content_type=kind)
