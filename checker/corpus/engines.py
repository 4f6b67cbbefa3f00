"""What runs the relational steps: DuckDB in this process, or Spark at an address. The SQL texts (`sql/`) are the same.

A step is a SELECT; its rows are kept under its name and can be used by the steps after it. What is not relational
(folding, keys, comparing two wordings) is numpy over Arrow columns and never part of a step.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

import pyarrow as pa

from checker.errors import CorpusError, UsageError

_FOLDER = Path(__file__).parent / "sql"
# Of 6 GB for a million quotations numpy needs two, and DuckDB works well with what is left; it spills beyond.
MEMORY = "3GB"


class Engine(Protocol):
    """Used in a `with`; tables that were given live as long as it does."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def give(self, name: str, table: pa.Table) -> None:
        """A table under a name."""

    def step(self, name: str, into: str | None = None, **values: int | str) -> None:
        """Runs `sql/NAME.sql` with values in place of its braces, and keeps the rows under that name or another."""

    def table(self, name: str) -> pa.Table:
        """The rows kept under a name, in no particular order."""


def sql_of(name: str, values: Mapping[str, int | str]) -> str:
    """The text of a step."""
    text = (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
    return text.format(**values) if values else text


class DuckDB:
    """The engine that needs nothing else. `memory` is a limit as DuckDB writes it ("3GB"), `spill` the folder for what is
    over it; without a limit of threads it takes all cores."""

    def __init__(self, *, memory: str = MEMORY, spill: Path | None = None, threads: int | None = None) -> None:
        import duckdb

        self._error = duckdb.Error
        self._connection = duckdb.connect()
        self._run("SET preserve_insertion_order = false")
        self._run("SET enable_progress_bar = false")
        self._run(f"SET memory_limit = '{memory}'")
        if threads:
            self._run(f"SET threads = {threads}")
        if spill is not None:
            self._run(f"SET temp_directory = '{str(spill).replace(chr(39), chr(39) * 2)}'")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def give(self, name: str, table: pa.Table) -> None:
        """Seen where it lies in memory, not copied."""
        self._connection.register(name, table)

    def step(self, name: str, into: str | None = None, **values: int | str) -> None:
        self._run(f"CREATE OR REPLACE TEMP TABLE {into or name} AS {sql_of(name, values)}")

    def table(self, name: str) -> pa.Table:
        return self._connection.sql(f"SELECT * FROM {name}").to_arrow_table()

    def _run(self, statement: str) -> None:
        try:
            self._connection.execute(statement)
        except self._error as error:
            told = str(error).partition("\n")[0]
            if "Out of Memory" in told or "memory" in told.casefold():
                told = f"{told}; raise `corpus.memory` or give a larger `corpus.spill`"
            raise CorpusError(f"DuckDB could not go on: {told}") from None


class Spark:
    """The same steps on a cluster, or on this machine with `local[2]`. Tables go over as Parquet in the folder `spill`,
    which every worker must see under the same name."""

    def __init__(self, master: str, *, spill: Path, memory: str | None = None) -> None:
        try:
            from pyspark.sql import SparkSession
        except ImportError:
            raise UsageError('the engine Spark needs the extra "spark": pip install "checker[spark]"') from None
        self._spill = spill
        builder = SparkSession.builder.master(master).appName("checker corpus").config("spark.ui.enabled", "false")
        builder = builder.config("spark.sql.session.timeZone", "UTC").config("spark.ui.showConsoleProgress", "false")
        if master.startswith("local"):  # a cluster has its own settings for these
            builder = builder.config("spark.sql.shuffle.partitions", "8").config("spark.driver.memory", memory or "2g")
        try:
            self._session: Any = builder.getOrCreate()
        except Exception as error:  # Py4J and Spark have a zoo of them, all about the same thing
            told = str(error).partition("\n")[0][:300]
            raise CorpusError(f"Spark could not be had at {master} ({told}); it needs Java 17 and a master") from None
        self._session.sparkContext.setLogLevel("ERROR")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._session.stop()

    def give(self, name: str, table: pa.Table) -> None:
        import pyarrow.parquet as pq

        path = self._spill / f"{name}.parquet"
        pq.write_table(table, path, row_group_size=1_000_000, compression="zstd")
        self._session.read.parquet(path.as_uri()).createOrReplaceTempView(name)

    def step(self, name: str, into: str | None = None, **values: int | str) -> None:
        path = self._spill / f"step-{into or name}"
        self._session.sql(sql_of(name, values)).write.mode("overwrite").parquet(path.as_uri())
        self._session.read.parquet(path.as_uri()).createOrReplaceTempView(into or name)

    def table(self, name: str) -> pa.Table:
        import pyarrow.parquet as pq

        return pq.read_table(self._spill / f"step-{name}")
