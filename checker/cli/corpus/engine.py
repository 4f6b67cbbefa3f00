"""Which engine runs the relational steps of a corpus, and with how much memory."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import CorpusError, UsageError
from checker.settings import load_settings

if TYPE_CHECKING:
    from checker.corpus.engines import Engine


def add_engine(parser: argparse.ArgumentParser) -> None:
    """The options that choose an engine."""
    add = parser.add_argument
    add("--engine", choices=("duckdb", "spark"), default="duckdb", help="what joins the tables (default: duckdb)")
    add("--master", metavar="URL", help="of Spark, as in spark://head:7077, yarn or local[2]")


@contextmanager
def engine_of(options: argparse.Namespace, corpus: Path) -> Iterator[Engine]:
    """The engine that was asked for, with a folder of its own for what memory does not hold; it is gone afterwards."""
    from checker.corpus.engines import MEMORY, DuckDB, Spark

    if (options.engine == "spark") != (options.master is not None):
        raise UsageError("--engine spark and --master URL belong together")
    settings = load_settings(corpus).corpus
    folder = (settings.spill or corpus).resolve()  # Spark takes addresses of files
    try:
        folder.mkdir(parents=True, exist_ok=True)
        spill = tempfile.TemporaryDirectory(prefix="spill-", dir=folder)
    except OSError as error:
        raise CorpusError(f"{folder}: nothing can be put aside here ({error.strerror}); set corpus.spill") from None
    with spill as name:
        if options.engine == "spark":
            with Spark(options.master, spill=Path(name), memory=settings.memory) as engine:
                yield engine
        else:
            with DuckDB(memory=settings.memory or MEMORY, spill=Path(name)) as engine:
                yield engine
