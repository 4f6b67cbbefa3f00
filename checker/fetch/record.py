"""Writing a sidecar, so that no half of one is ever read."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypedDict, Unpack

from checker.errors import CaptureError
from checker.fetch.captures import SIDECAR_SUFFIX, parse_sidecar
from checker.fetch.files import BODY_LIMIT, UnreadableFileError, read_bytes, shown

_CONTENT_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".md": "text/markdown",
    ".txt": "text/plain",
    ".pdf": "application/pdf",
}


class Known(TypedDict, total=False):
    """The fields that a sidecar has only where they are known."""

    final_url: str | None
    redirects: Sequence[str]
    status: int | None
    headers: Mapping[str, str]
    charset: str | None
    language: str | None
    archive: str | None
    licence: str | None
    note: str | None
    speaker: str | None
    date: str | None
    kind: str | None


def write_sidecar(
    body_path: str | Path,
    *,
    url: str,
    fetched_at: str | None = None,
    written_on: str | None = None,
    content_type: str | None = None,
    **known: Unpack[Known],
) -> Path:
    """Writes `BODY.capture.json` beside a body that is there already, over an older one, and returns its path.

    `written_on` makes it a reconstruction; otherwise `fetched_at` is needed. What would not load again is refused
    before anything is written. The content type is told by the name's ending when it is not given.
    """
    path = Path(body_path)
    try:
        body = read_bytes(path, BODY_LIMIT, plain=True)
    except UnreadableFileError as why:
        raise CaptureError(f"{shown(path)}: {why}; a sidecar is written for a plain file that is there") from None
    values: dict[str, object] = {
        "body": path.name,
        "url": url,
        "fetched_at": fetched_at,
        "sha256": hashlib.sha256(body).hexdigest(),
        "bytes": len(body),
        "content_type": content_type or _CONTENT_TYPES.get(path.suffix.lower(), "application/octet-stream"),
        "reconstruction": written_on is not None,
    }
    if written_on is not None:
        values["written_on"] = written_on
    values |= {key: value for key, value in known.items() if value}
    sidecar = path.with_name(path.name + SIDECAR_SUFFIX)
    raw = (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "surrogatepass")
    parse_sidecar(raw, shown(sidecar))
    put_in_place(sidecar, raw)
    return sidecar


def put_in_place(path: Path, raw: bytes) -> None:
    """Under a name of its own first, then moved: a reader sees the old file or the new one, and nothing between."""
    temporary = path.with_name(f".{path.name}.{os.urandom(8).hex()}.part")
    try:
        with temporary.open("xb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise CaptureError(f"{shown(path)}: it could not be written ({error.strerror}); nothing was changed") from None
