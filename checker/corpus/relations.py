"""Questions to the tables of a corpus that DuckDB answers in this process: the places of an utterance, what a search found.

The steps over the whole corpus are `engines.py`'s, which another engine can run as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from checker.corpus.published import PUBLISHED
from checker.corpus.schemas import TABLES
from checker.corpus.tables import Corpus
from checker.errors import UsageError

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

_FOLDER = Path(__file__).parent / "sql"
_BATCH = 4_096


class Relations:
    """The tables of a corpus under their names; used in a `with`."""

    def __init__(self, corpus: Corpus) -> None:
        try:
            import duckdb
        except ImportError:
            raise UsageError('a corpus is asked with the extra "corpus": pip install "checker[corpus]"') from None
        self._connection: duckdb.DuckDBPyConnection = duckdb.connect()
        self._connection.execute(
            "SET TimeZone = 'UTC'; SET preserve_insertion_order = false; SET enable_progress_bar = false"
        )
        for name in TABLES:
            files = [str(file) for file in corpus.files(name)]
            if files:
                rows = self._connection.read_parquet(files, union_by_name=True)
                for column in PUBLISHED.get(name, ()):
                    rows = rows.project(f"* REPLACE (CAST({column} AS VARCHAR) AS {column})")
                rows.create_view(name)
            else:
                self.give(name, TABLES[name].empty_table())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def give(self, name: str, table: pa.Table) -> None:
        """A table made elsewhere, under a name."""
        self._connection.register(f"given_{name}", table)
        self._connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT * FROM given_{name}")
        self._connection.unregister(f"given_{name}")

    def keep(self) -> None:
        """Takes the tables into memory, which pays where many questions are asked."""
        for name in TABLES:
            self.give(name, self.table(f"SELECT * FROM {name}"))

    def table(self, query: str, values: Sequence[object] | Mapping[str, object] = ()) -> pa.Table:
        """The rows of a query as an Arrow table."""
        return self._connection.sql(query, params=values).to_arrow_table()

    def rows(self, query: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[dict[str, Any]]:
        """The rows of a query, which are few."""
        found: list[dict[str, Any]] = self.table(query, values).to_pylist()
        return found

    def each(self, query: str) -> Iterator[dict[str, Any]]:
        """The same, a few thousand at a time, for rows that are many."""
        reader: pa.RecordBatchReader = self._connection.sql(query).to_arrow_reader(_BATCH)
        for batch in reader:
            yield from batch.to_pylist()


def text_of(name: str) -> str:
    """What stands in `sql/NAME.sql`."""
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
