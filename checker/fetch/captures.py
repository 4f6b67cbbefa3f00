"""Captures on disk: a body as it was after unpacking, and a sidecar beside it (the format is in `docs/captures.md`)."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import NamedTuple
from urllib.parse import urlsplit

from checker.errors import CaptureError
from checker.fetch.fields import Fields, read_object
from checker.fetch.files import BODY_LIMIT, UnreadableFileError, identity, read_bytes, shown
from checker.model import Capture, Document

SIDECAR_SUFFIX = ".capture.json"
SIDECAR_LIMIT = 1024 * 1024  # the longest of ours has 2 kB; a chain of redirects with their headers may have 20

_REMEDY = "mend the sidecar, or write it again with `python -m checker.fetch.sidecar`"
_RESTORE = "bring back the file as it was captured, or remove its sidecar"
_SHA256 = re.compile(r"[0-9a-fA-F]{64}")
_STATUSES = range(100, 600)


class Sidecar(NamedTuple):
    """What a sidecar says: the name of the body beside it, and the rest."""

    body: str
    capture: Capture


def load_captures(folders: Sequence[str | Path]) -> tuple[Document, ...]:
    """Every capture in the folders and their sub-folders, checked against its digest, ordered by path.

    The first that is broken raises CaptureError: a report on half of the evidence would look like a whole one. A
    capture that is reached twice (the same folder given twice, or one inside another) counts once. Linked
    sub-folders are not entered.
    """
    found: dict[str, Path] = {}
    for folder in folders:
        for sidecar in find_sidecars(Path(folder)):
            found.setdefault(identity(sidecar), sidecar)
    loaded = [(load_capture(sidecar), shown(sidecar)) for sidecar in found.values()]
    loaded.sort(key=lambda pair: (pair[0].path, pair[1]))
    return tuple(document for document, _ in loaded)


def find_sidecars(folder: Path) -> Iterator[Path]:
    """Every sidecar in a folder and below, in no particular order."""
    waiting = [folder]  # a stack of its own: os.walk calls itself at each level before Python 3.12
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                listed = list(entries)
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or "no folder can have such a name"
            raise CaptureError(
                f"{shown(here)}: no folder of captures can be read here ({why}); check its name"
            ) from None
        for entry in listed:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(here / entry.name)
            elif entry.name.endswith(SIDECAR_SUFFIX):
                yield here / entry.name


def load_capture(sidecar: Path) -> Document:
    """The capture that one sidecar describes; its body is read, measured and digested."""
    parsed = read_sidecar(sidecar)
    capture, path = parsed.capture, sidecar.with_name(parsed.body)
    try:
        body = read_bytes(path, BODY_LIMIT, plain=True)
    except UnreadableFileError as why:
        raise CaptureError(f"{shown(path)}: {why}, but {shown(sidecar)} names it as its body; {_RESTORE}") from None
    if hashlib.sha256(body).hexdigest() != capture.sha256 or len(body) != capture.size:
        raise CaptureError(f"{shown(path)}: {_how_it_differs(body, capture)}; {_RESTORE}")
    return Document(shown(path), body, capture=capture, speaker=capture.speaker, date=capture.date, kind=capture.kind)


def _how_it_differs(body: bytes, capture: Capture) -> str:
    unix = body.replace(b"\r\n", b"\n")
    if unix != body and hashlib.sha256(unix).hexdigest() == capture.sha256:
        return "its line ends were changed since it was captured (git does this unless .gitattributes says `-text`)"
    if len(body) != capture.size:
        return f"it has {len(body):,} bytes, and its sidecar says {capture.size:,}"
    return "its SHA-256 is not the one that its sidecar gives, so it is not what was captured"


def read_sidecar(path: Path) -> Sidecar:
    """One sidecar, every field checked; its body is not looked at."""
    try:
        raw = read_bytes(path, SIDECAR_LIMIT, plain=True)
    except UnreadableFileError as why:
        raise CaptureError(f"{shown(path)}: {why}; {_REMEDY}") from None
    return parse_sidecar(raw, shown(path))


def parse_sidecar(raw: bytes, name: str) -> Sidecar:
    """The fields of a sidecar; `name` is what an error calls it. Fields that are not known here are left alone."""
    fields = read_object(raw, name, _REMEDY)
    capture = Capture(
        url=_address(fields, "url", fields.needed_text("url")),
        sha256=_digest(fields),
        size=_size(fields),
        content_type=fields.needed_text("content_type"),
        reconstruction=fields.flag("reconstruction"),
        fetched_at=fields.moment("fetched_at"),
        written_on=fields.day("written_on"),
        final_url=_address(fields, "final_url", final) if (final := fields.text("final_url")) else None,
        redirects=fields.texts("redirects"),
        status=_status(fields),
        headers=fields.pairs("headers"),
        charset=fields.text("charset"),
        language=fields.text("language"),
        archive=fields.text("archive"),
        licence=fields.text("licence"),
        note=fields.text("note"),
        speaker=fields.text("speaker"),
        date=fields.day("date"),
        kind=fields.text("kind"),
    )
    _check_origin(fields, capture)
    return Sidecar(_body_name(fields), capture)


def _check_origin(fields: Fields, capture: Capture) -> None:
    """Either it was fetched at a time, or it was written on a day; a report says which."""
    if capture.reconstruction and capture.fetched_at:
        raise fields.wrong('a reconstruction was never fetched: "fetched_at" must be null')
    if capture.reconstruction and not capture.written_on:
        raise fields.wrong('a reconstruction needs "written_on"')
    if not capture.reconstruction and not capture.fetched_at:
        raise fields.wrong('"fetched_at" is missing')


def _body_name(fields: Fields) -> str:
    name = fields.needed_text("body")
    plain = PurePosixPath(name).name == name == PureWindowsPath(name).name and name not in (".", "..")
    if not plain or name.endswith(SIDECAR_SUFFIX) or "\n" in name:
        raise fields.wrong('"body" must be the plain name of a file beside the sidecar')
    return name


def _address(fields: Fields, key: str, address: str) -> str:
    try:
        parts = urlsplit(address)
        right = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        right = False
    if not right or any(sign.isspace() for sign in address):
        raise fields.wrong(f'"{key}" must be a whole address that begins with http:// or https://')
    return address


def _digest(fields: Fields) -> str:
    digest = fields.needed_text("sha256")
    if not _SHA256.fullmatch(digest):
        raise fields.wrong('"sha256" must be 64 hexadecimal digits')
    return digest.lower()


def _size(fields: Fields) -> int:
    size = fields.number("bytes")
    if size is None:
        raise fields.wrong('"bytes" is missing')
    return size


def _status(fields: Fields) -> int | None:
    status = fields.number("status")
    if status is not None and status not in _STATUSES:
        raise fields.wrong(f'"status" must be an HTTP status, not the number {status}')
    return status
