"""A folder of captures that a program writes: the cache, and what `checker capture --into` fills.

The sidecar is named after a hash of the address, the body after that and a hash of its bytes. So a body is never written
over with other bytes, and a sidecar is moved into place when its body stands: whoever reads at any moment, while others
write or die, finds the capture of before or the one of after. What a killed writer leaves lies unused until it is pruned.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from checker.errors import CaptureError
from checker.fetch.captures import SIDECAR_SUFFIX, find_sidecars, load_capture, parse_sidecar, read_sidecar
from checker.fetch.files import shown
from checker.fetch.record import put_in_place
from checker.model import Capture, Document

# Of a file that no sidecar names: a writer may be about to name it. No page takes that long.
_LEFT_OVER = 3600.0

_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What is to be kept: the bytes, and the fields of their sidecar."""

    url: str
    body: bytes
    content_type: str
    fetched_at: str
    final_url: str | None = None
    redirects: tuple[str, ...] = ()
    status: int | None = None
    headers: Mapping[str, str] | None = None
    charset: str | None = None
    archive: str | None = None
    note: str | None = None


class Store:
    """Captures by address; `key` is the address in the one spelling that is looked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find(self, key: str, *, max_age: float | None = None) -> Document | None:
        """The capture of an address, if there is one and it is not older than so many seconds.

        One whose bytes are not what its sidecar says raises CaptureError; one that goes away meanwhile is none.
        """
        sidecar = self._sidecar(key)
        document = _loaded(sidecar)
        if document is None and _whole(sidecar):  # another process may have put a newer one there just then
            document = load_capture(sidecar)
        if document is None or document.capture is None:
            return None
        return None if max_age is not None and _age(document.capture) > max_age else document

    def put(self, key: str, page: Page) -> Document:
        """Keeps a page in place of an older capture of its address; raises CaptureError and leaves the older one."""
        sidecar = self._sidecar(key)
        digest = hashlib.sha256(page.body).hexdigest()
        stem = sidecar.name.removesuffix(SIDECAR_SUFFIX)
        body = sidecar.with_name(f"{stem}-{digest[:12]}{_ENDINGS.get(page.content_type, '.bin')}")
        raw = sidecar_text(page, body.name)
        parsed = parse_sidecar(raw, shown(sidecar))
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CaptureError(f"{shown(self.folder)}: this folder cannot be made ({error.strerror})") from None
        put_in_place(body, page.body)
        put_in_place(sidecar, raw)
        return Document(shown(body), page.body, capture=parsed.capture)

    def discard_older(self, key: str) -> None:
        """Removes the bodies of an address that its sidecar no longer names."""
        sidecar = self._sidecar(key)
        named = read_sidecar(sidecar).body
        for path in self.folder.glob(f"{sidecar.name.removesuffix(SIDECAR_SUFFIX)}-*"):
            if path.name != named:
                with contextlib.suppress(OSError):
                    path.unlink()

    def captures(self) -> Iterator[tuple[Path, Capture]]:
        """Every sidecar that can be read, with what it says, in the order of their names."""
        if not self.folder.is_dir():
            return
        for sidecar in sorted(find_sidecars(self.folder)):
            with contextlib.suppress(CaptureError):
                yield sidecar, read_sidecar(sidecar).capture

    def prune(self, *, max_age: float | None) -> tuple[int, int]:
        """Removes captures older than so many seconds, broken ones, and what was left over; captures and bytes gone."""
        if not self.folder.is_dir():
            return 0, 0
        gone = size = 0
        kept: set[str] = set()
        for sidecar in sorted(find_sidecars(self.folder)):
            document = _loaded(sidecar)
            if document is not None and document.capture is not None:
                body = Path(document.path)
                if max_age is None or _age(document.capture) <= max_age:
                    kept |= {sidecar.name, body.name}
                    continue
                size += _removed(sidecar) + _removed(body)  # in this order: a body without a sidecar is no capture
            else:
                size += _removed(sidecar)
            gone += 1
        limit = time.time() - _LEFT_OVER
        for path in sorted(self.folder.iterdir()):
            with contextlib.suppress(OSError):
                if path.is_file() and path.name not in kept and _is_ours(path) and path.stat().st_mtime < limit:
                    size += _removed(path)
        return gone, size

    def _sidecar(self, key: str) -> Path:
        name = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        return self.folder / (name + SIDECAR_SUFFIX)


def sidecar_text(page: Page, body: str) -> bytes:
    """The sidecar of a page whose bytes lie in the file `body` beside it."""
    values: dict[str, object] = {
        "body": body,
        "url": page.url,
        "fetched_at": page.fetched_at,
        "sha256": hashlib.sha256(page.body).hexdigest(),
        "bytes": len(page.body),
        "content_type": page.content_type or "application/octet-stream",
        "reconstruction": False,
    }
    known = {
        "final_url": page.final_url,
        "redirects": page.redirects,
        "status": page.status,
        "headers": dict(page.headers or {}),
        "charset": page.charset,
        "archive": page.archive,
        "note": page.note,
    }
    values |= {name: value for name, value in known.items() if value}
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "surrogatepass")


def _loaded(sidecar: Path) -> Document | None:
    """The capture, or None where none stands whole."""
    try:
        return load_capture(sidecar) if sidecar.is_file() else None
    except CaptureError:
        return None


def _whole(sidecar: Path) -> bool:
    """Whether the sidecar still stands and a file that it names does."""
    try:
        return sidecar.is_file() and sidecar.with_name(read_sidecar(sidecar).body).is_file()
    except CaptureError:
        return sidecar.is_file()


def _age(capture: Capture) -> float:
    fetched = datetime.fromisoformat(capture.fetched_at or capture.written_on or "1970-01-01")
    if fetched.tzinfo is None:
        fetched = fetched.replace(tzinfo=UTC)
    return (datetime.now(UTC) - fetched) / timedelta(seconds=1)


def _is_ours(path: Path) -> bool:
    """A name that `put` makes, or the temporary form of one; nothing else in the folder is touched."""
    stem = path.name.removeprefix(".")[:32]
    return len(stem) == 32 and all(sign in "0123456789abcdef" for sign in stem)


def _removed(path: Path) -> int:
    try:
        size = path.stat().st_size
        path.unlink()
    except OSError:
        return 0
    return size
