"""A corpus on disk: Parquet tables in a folder, and `corpus.json`, which says which files are whole.

    corpus = open_corpus(Path("news"), create=True)
    corpus.read("quotations", ["quotation_id", "text"])    # an Arrow table; empty where nothing was written yet
    corpus.files("quotations")                             # the part files, for an engine that reads Parquet itself
    corpus.state                                           # what writers keep beside the tables (JSON values)

    with Writer(corpus) as writer:                         # one at a time in a folder; others get a CorpusError
        writer.has("articles/1.html")                      # whether an article of this id is stored (not: written just now)
        writer.write("articles", rows)                     # rows: a list of dicts, or an Arrow table; a part file at once
        writer.write("quotations", rows)                   # nothing is seen by a reader before `commit`
        writer.replace("groups", table)                    # the whole table anew
        writer.state["progress"] = 17
        writer.commit()                                    # all of it, or nothing; may be called many times

At `commit` whatever was stored of an article that was written again goes: its rows of all three tables (`articles`,
`quotations`, `citations`). So write all of an article before a commit, and its row of `articles` even if it has no
quotation. The tables and their columns are in `schemas.py`; a column left out is null.

A part file is written under a name that nobody reads, and named in `corpus.json` when it is whole; that file is swapped
in one step. What a kill leaves over is taken away by the next writer. `groups` and `links` can be had as `groups.parquet`
and `links.parquet` in the folder as well, for other programs.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from checker.corpus.published import PUBLISHED, publish
from checker.corpus.schemas import OF_ARTICLES, TABLES, conform
from checker.errors import CorpusError

_MANIFEST, _LOCK, _VERSION = "corpus.json", "corpus.lock", 1
# A reader decodes whole row groups; so many rows of quotations are some 20 MB.
_ROW_GROUP, _OWN_ROW_GROUP = 100_000, 1 << 24
# So many replacements back a part can be known again; beyond that it is read anew.
_REMEMBERED = 100


class Corpus:
    """The complete tables of a folder, as they were when it was opened; `refresh` looks again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._manifest: dict[str, Any] = {}
        self.refresh()

    def refresh(self) -> None:
        """Takes in what writers have done since."""
        self._manifest = _manifest(self.folder)

    @property
    def state(self) -> Mapping[str, Any]:
        """What writers keep beside the tables."""
        return dict(self._manifest["state"])

    @property
    def parts(self) -> Mapping[str, Sequence[str]]:
        """The names of the part files of each table, in the order of their rows."""
        return dict(self._manifest["tables"])

    @property
    def rests(self) -> Mapping[str, Sequence[str]]:
        """Of a part that is what was left of another, when an article was replaced, the names of that and of those before."""
        return dict(self._manifest.get("rests", {}))

    def files(self, table: str) -> tuple[Path, ...]:
        """The part files of a table, in the order of its rows."""
        return tuple(self.folder / name for name in self._manifest["tables"].get(table, ()))

    def rows(self, table: str) -> int:
        """How many rows a table has."""
        return sum(pq.read_metadata(file).num_rows for file in self.files(table))

    def read(self, table: str, columns: Sequence[str] | None = None) -> pa.Table:
        """A table, or some of its columns, in the order in which it was written.

        A table that is not in `schemas.py` (a writer's own) comes as it was stored, and must be there.
        """
        schema = TABLES.get(table)
        files = self.files(table)
        if schema is not None and columns is not None:
            schema = pa.schema([schema.field(name) for name in columns])
        if schema is None:
            return pa.concat_tables(_read(file, columns) for file in files)
        parts = [conform(_read(file, schema.names), table, schema) for file in files]
        return pa.concat_tables(parts) if parts else schema.empty_table()

    def read_part(self, table: str, name: str, columns: Sequence[str]) -> pa.Table:
        """One of `parts`; names of parts are never used again."""
        schema = pa.schema([TABLES[table].field(column) for column in columns])
        return conform(_read(self.folder / name, columns), table, schema)

    def batches(self, table: str, columns: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
        """The same piece by piece, for a table that need not be in memory at once."""
        for file in self.files(table):
            with pq.ParquetFile(file) as parquet:
                yield from parquet.iter_batches(_ROW_GROUP, columns=columns)


def open_corpus(folder: Path, *, create: bool = False) -> Corpus:
    """Raises CorpusError where there is no corpus, unless it is to be made."""
    if create and not (folder / _MANIFEST).exists():
        with _told(folder):
            folder.mkdir(parents=True, exist_ok=True)
            if strange := next((one.name for one in folder.iterdir() if one.name not in _OURS), None):
                raise CorpusError(f'{folder}: this folder holds "{strange}" and no corpus; give a new or an empty one')
            _store(folder, {"format": _VERSION, "next": 1, "tables": {}, "state": {}})
    return Corpus(folder)


class Writer:
    """Changes a corpus; see the head of this module. Leaving the `with` without `commit` leaves everything as it was."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.folder = corpus.folder
        with _told(self.folder):
            self._lock = _locked(self.folder)
        corpus.refresh()
        self._manifest: dict[str, Any] = json.loads(json.dumps(corpus._manifest))
        self.state: dict[str, Any] = self._manifest["state"]
        self._new: dict[str, list[str]] = {}
        self._replaced: dict[str, list[str]] = {}
        self._written: set[str] = set()
        self._stored: set[str] | None = None
        self._sweep()
        self._publish()

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._lock is not None:
            with suppress(OSError):
                self._sweep()
            os.close(self._lock)
            self._lock = None

    def has(self, article: str) -> bool:
        """Whether an article of this id is stored."""
        if self._stored is None:
            self._stored = set(self.corpus.read("articles", ["article_id"])["article_id"].to_pylist())
        return article in self._stored

    def write(self, table: str, rows: pa.Table | list[dict[str, object]]) -> None:
        """Appends rows of an article's tables; they are on disk when it returns, and seen after `commit`."""
        whole = conform(rows, table, TABLES[table])
        if whole.num_rows == 0:
            return
        if table == "articles":
            self._written.update(whole["article_id"].to_pylist())
        self._new.setdefault(table, []).append(self._part(table, whole))

    def replace(self, table: str, rows: pa.Table) -> None:
        """The whole of a table. One that is in `schemas.py` must have its columns; another is a writer's own."""
        self._replaced[table] = [self._part(table, rows)]

    def append(self, table: str, rows: pa.Table) -> None:
        """Rows for a writer's own table, behind those that it has."""
        self._new.setdefault(table, []).append(self._part(table, rows))

    def drop(self, table: str) -> None:
        """The table is empty after the next `commit`."""
        self._replaced[table] = []

    def commit(self) -> None:
        """Everything since the last commit becomes the corpus, in one step."""
        again = [article for article in self._written if self.has(article)]
        tables: dict[str, list[str]] = self._manifest["tables"]
        if again:
            for table in OF_ARTICLES:
                tables[table] = list(self._without(table, pa.array(again, pa.string())))
        for table, names in self._new.items():
            tables[table] = [*tables.get(table, ()), *names]
        tables.update(self._replaced)
        known = {name for names in tables.values() for name in names}
        rests: dict[str, list[str]] = self._manifest.get("rests", {})
        self._manifest["rests"] = {part: before for part, before in rests.items() if part in known}
        with _told(self.folder):
            _store(self.folder, self._manifest)
        if self._stored is not None:
            self._stored |= self._written
        self._new, self._replaced, self._written = {}, {}, set()
        self.corpus.refresh()
        self._publish()
        self._sweep()

    def _part(self, table: str, rows: pa.Table) -> str:
        """Writes a file that no reader knows of yet, and gives its name."""
        name = f"{table}/part-{self._manifest['next']:06}.parquet"
        self._manifest["next"] += 1
        with _told(self.folder):
            path = self.folder / name
            path.parent.mkdir(exist_ok=True)
            _write(rows, path, table)
            _to_disk(path)
        return name

    def _without(self, table: str, articles: pa.Array) -> Iterator[str]:
        """The parts of a table once the rows of these articles are gone; a part without any stays as it is."""
        for name in self._manifest["tables"].get(table, ()):
            there = pc.is_in(_read(self.folder / name, ["article_id"])["article_id"], value_set=articles)
            if not pc.any(there).as_py():
                yield name
            elif not pc.all(there).as_py():
                rest = self._part(table, _read(self.folder / name, None).filter(pc.invert(there)))
                rests = self._manifest.setdefault("rests", {})
                rests[rest] = [name, *rests.get(name, ())][:_REMEMBERED]
                yield rest

    def _publish(self) -> None:
        """The fixed names of the tables that other programs look for; one that a kill left behind is put right here."""
        for table in PUBLISHED:
            parts = self.corpus.parts.get(table, ())
            with _told(self.folder):
                publish(self.folder, table, parts[0] if parts else None)

    def _sweep(self) -> None:
        """Takes away part files that the manifest does not name."""
        known = {name for names in self.corpus.parts.values() for name in names}
        for folder in filter(Path.is_dir, self.folder.iterdir()):
            for path in folder.glob("part-*.parquet"):
                if f"{folder.name}/{path.name}" not in known:
                    path.unlink(missing_ok=True)


def _write(rows: pa.Table, path: Path, table: str) -> None:
    """A writer's own tables are numbers without a pattern, and read whole: they are stored as they are."""
    if table not in TABLES:
        pq.write_table(rows, path, row_group_size=_OWN_ROW_GROUP, compression="lz4", use_dictionary=False)
    else:
        repeated = ["kind"] if table in PUBLISHED else True
        pq.write_table(
            rows, path, row_group_size=_ROW_GROUP, compression="zstd", compression_level=1, use_dictionary=repeated
        )


_OURS = {_LOCK, f".{_MANIFEST}"}


def _read(file: Path, columns: Sequence[str] | None) -> pa.Table:
    """One part; a column that it does not have, because it is older, is left out."""
    try:
        with pq.ParquetFile(file, memory_map=True) as parquet:
            here = parquet.schema_arrow.names
            return parquet.read([name for name in columns if name in here] if columns is not None else None)
    except (OSError, pa.ArrowException) as error:
        raise CorpusError(f"{file}: this part of the corpus cannot be read ({_first_line(error)})") from None


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / _MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        version = manifest["format"]
        assert isinstance(manifest["tables"], dict) and isinstance(manifest["state"], dict)
    except OSError as error:
        if isinstance(error, FileNotFoundError | NotADirectoryError):
            hint = f"`checker corpus build ARTICLES --into {folder}` makes one"
            raise CorpusError(f"{folder}: there is no corpus here; {hint}") from None
        raise CorpusError(f"{path}: it cannot be read ({error.strerror})") from None
    except (ValueError, KeyError, TypeError, AssertionError):
        raise CorpusError(f"{path}: this is not the list of a corpus; give another folder, or build it anew") from None
    if version != _VERSION:
        raise CorpusError(f"{path}: a corpus of version {version}, which this program does not read; build it anew")
    return manifest  # type: ignore[no-any-return]


def _store(folder: Path, manifest: Mapping[str, object]) -> None:
    aside = folder / f".{_MANIFEST}"
    aside.write_text(json.dumps(manifest, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    _to_disk(aside)
    aside.replace(folder / _MANIFEST)


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _locked(folder: Path) -> int | None:
    """Holds the folder against other writers until the process ends, however it ends."""
    lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ImportError:  # Windows; there two writers are the user's to avoid
        pass
    except BlockingIOError:
        os.close(lock)
        raise CorpusError(f"{folder}: another process is writing this corpus; wait for it, or stop it") from None
    return lock


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """A full disk, a missing right: one sentence instead of a traceback."""
    try:
        yield
    except OSError as error:
        full = error.errno == errno.ENOSPC or "No space left" in str(error)
        why = "the disk is full" if full else (error.strerror or _first_line(error))
        raise CorpusError(f"{folder}: nothing could be written ({why}); what the corpus held it still holds") from None


def _first_line(error: BaseException) -> str:
    return str(error).partition("\n")[0][:200]
