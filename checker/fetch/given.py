"""Originals handed over by hand: `check --original FILE|DIR`, `compare ORIGINAL…`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from checker.errors import CaptureError, ReadError
from checker.fetch.captures import SIDECAR_SUFFIX, load_capture, read_sidecar
from checker.fetch.files import BODY_LIMIT, UnreadableFileError, identity, is_folder, read_bytes, shown
from checker.fetch.table import Description, read_table
from checker.model import Document

# What a folder gives by its names alone; other files in it (tables, pictures, archives) are nobody's words. A
# file that is named itself is taken whatever it is called, as is one that a sidecar names.
_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf"})


def load_given(paths: Sequence[str | Path], table: Path | None = None) -> tuple[Document, ...]:
    """The files, and the texts of the folders, in the order given; a folder's own are sorted by path.

    A folder is read with its sub-folders, hidden files left out. A sidecar beside a file is honoured, and its digest
    checked; what the table says comes before what the sidecar says. A file that is reached twice counts once.
    """
    described = read_table(table) if table else {}
    sidecars = _SidecarsByFolder()
    documents: dict[str, Document] = {}
    for path in paths:
        for file in _files(Path(path), sidecars, table):
            real = identity(file)
            if real not in documents:
                documents[real] = _described(_load(file, sidecars), described.get(real))
    if table and described and documents and not documents.keys() & described.keys():
        raise CaptureError(
            f'{shown(table)}: no row is about a file that was given; "path" must be relative to the table\'s folder'
        )
    return tuple(documents.values())


class _SidecarsByFolder:
    """Which sidecar of a folder names which body; each folder is read once a call."""

    def __init__(self) -> None:
        self._known: dict[Path, Mapping[str, Path]] = {}

    def of(self, folder: Path) -> Mapping[str, Path]:
        if folder not in self._known:
            bodies: dict[str, Path] = {}
            for entry in _listing(folder):
                if entry.name.endswith(SIDECAR_SUFFIX):
                    bodies.setdefault(read_sidecar(entry).body, entry)
            self._known[folder] = bodies
        return self._known[folder]


def _listing(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise ReadError(f"{shown(folder)}: this folder cannot be listed ({error.strerror}); check its name") from None


def _files(path: Path, sidecars: _SidecarsByFolder, table: Path | None) -> Iterator[Path]:
    if path.name.endswith(SIDECAR_SUFFIX):
        raise ReadError(f"{shown(path)}: this is the sidecar of a capture; name the file that it describes")
    if not is_folder(path):
        yield path
        return
    found = sorted(_texts_below(path, sidecars), key=shown)
    if table:
        found = [file for file in found if identity(file) != identity(table)]
    if not found:
        raise ReadError(
            f"{shown(path)}: no text, Markdown, HTML or PDF file is in this folder; name the files themselves"
        )
    yield from found


def _texts_below(folder: Path, sidecars: _SidecarsByFolder) -> Iterator[Path]:
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        bodies = sidecars.of(here)
        yield from (here / name for name in bodies)
        for entry in _listing(here):
            if entry.name.startswith(".") or entry.name in bodies:
                continue
            if is_folder(entry):
                if not entry.is_symlink():
                    waiting.append(entry)
            elif entry.suffix.lower() in _SUFFIXES and entry.is_file():  # a pipe would be waited for
                yield entry


def _load(path: Path, sidecars: _SidecarsByFolder) -> Document:
    if is_folder(path.parent):
        sidecar = sidecars.of(path.parent).get(path.name)
        if sidecar is not None:
            return replace(load_capture(sidecar), path=shown(path), given=True)
    try:
        body = read_bytes(path, BODY_LIMIT, plain=False)
    except UnreadableFileError as why:
        raise ReadError(f"{shown(path)}: {why}; check the name of the original") from None
    return Document(shown(path), body, given=True)


def _described(document: Document, row: Description | None) -> Document:
    if row is None:
        return document
    return replace(
        document,
        speaker=row.speaker or document.speaker,
        date=row.date or document.date,
        kind=row.kind or document.kind,
    )
