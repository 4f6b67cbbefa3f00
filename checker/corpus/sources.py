"""The articles of a run one after the other, as bytes not read yet: folders, files, JSON lines, WARC files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import BinaryIO

from checker.errors import UsageError

PAGES = ("*.html", "*.htm", "*.xhtml", "*.md", "*.markdown", "*.txt", "*.pdf")
LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
ARCHIVES = (".warc", ".warc.gz", ".arc", ".arc.gz")
# Beside articles it holds originals, which are pages too and no articles of this corpus (`checker check` does the same).
_CAPTURES = "captures"
# Of one line of JSON; a longer one is no article (the limit of `fetch` for a file).
_LONGEST = 100 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Piece:
    """One article to be: the bytes are in `body`, or in the file `path` and not read yet.

    `id` names it in the corpus ("" where a JSON line may say so itself), `where` in a message. `line`: the bytes are a
    JSON object with fields. `reach` is how many bytes of the input are behind us after it.
    """

    id: str
    where: str
    reach: int
    path: str | None = None
    body: bytes | None = field(default=None, repr=False)
    line: bool = False
    url: str | None = None
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is no article, and why, as the clause that follows its name."""

    where: str
    why: str
    reach: int = 0


def pieces_of(paths: Sequence[str], globs: Sequence[str] = ()) -> Iterator[Piece | LeftOut]:
    """Every article of every path, in their order and a folder's by name.

    Of a folder those files are taken that a pattern fits, without patterns everything that looks like articles.
    """
    behind = 0
    for name, path in _files(paths, globs):
        lower = path.name.lower()
        try:
            size = path.stat().st_size
        except OSError as error:
            yield LeftOut(str(path), f"it cannot be looked at: {error.strerror}", behind)
            continue
        if lower.endswith(LINES):
            yield from _lines(path, behind)
        elif lower.endswith(ARCHIVES):
            from checker.corpus.warc import pages_in

            yield from pages_in(path, behind)
        else:
            yield Piece(name, str(path), behind + size, path=str(path))
        behind += size


def bytes_in(paths: Sequence[str], globs: Sequence[str] = ()) -> int:
    """How many bytes all of it has; what cannot be looked at counts nothing."""
    total = 0
    for _, path in _files(paths, globs):
        try:
            total += path.stat().st_size
        except OSError:
            continue
    return total


def _files(paths: Sequence[str], globs: Sequence[str]) -> Iterator[tuple[str, Path]]:
    """Each file with the id that it has as an article: its place in the folder named, and that folder's own name."""
    for path in map(Path, paths):
        if path.is_dir():
            found = False
            for inner in _walk(path, globs):
                found = True
                yield (Path(path.resolve().name) / inner).as_posix(), path / inner
            if not found:
                like = f" called like {' or '.join(globs)}" if globs else " of articles"
                raise UsageError(f"{path}: no file{like} is in this folder")
        elif path.exists():
            yield path.as_posix(), path
        else:
            raise UsageError(f"{path}: there is no such file or folder")


def _walk(folder: Path, globs: Sequence[str]) -> Iterator[Path]:
    wanted = globs or (*PAGES, *(f"*{end}" for end in (*LINES, *ARCHIVES)))
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if one[0] != "." and one != _CAPTURES)
        for name in sorted(files):
            inner = Path(here, name).relative_to(folder)
            if name[0] != "." and any(_fits(name, inner.as_posix(), glob, exact=bool(globs)) for glob in wanted):
                yield inner


def _fits(name: str, inner: str, glob: str, *, exact: bool) -> bool:
    return fnmatchcase(name if exact else name.lower(), glob) or (exact and fnmatchcase(inner, glob))


def _lines(path: Path, behind: int) -> Iterator[Piece | LeftOut]:
    """Each line that is not blank. `reach` is by the bytes of the file, packed as it is."""
    try:
        with path.open("rb") as packed:
            text = _unpacked(packed) if path.name.lower().endswith(".gz") else packed
            number = 0
            while line := text.readline(_LONGEST):
                number += 1
                where = f"{path}:{number}"
                reach = behind + packed.tell()
                if len(line) == _LONGEST:
                    yield LeftOut(where, "the line is longer than 100 MB", reach)
                    return
                if line.strip():
                    yield Piece("", where, reach, body=line, line=True)
    except (OSError, EOFError) as error:
        yield LeftOut(str(path), f"it cannot be read to its end: {getattr(error, 'strerror', None) or error}", behind)


def _unpacked(packed: BinaryIO) -> BinaryIO:
    import gzip

    return gzip.GzipFile(fileobj=packed)  # type: ignore[return-value]
