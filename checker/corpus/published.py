"""`groups.parquet` and `links.parquet`: tables of a corpus under names that other programs know."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pyarrow as pa

from checker.corpus.schemas import TABLES

# Which columns of a table hold ids of quotations. Ids that came as whole numbers are stored as whole numbers here, so that they
# can be joined with the table they came from.
PUBLISHED = {"groups": ("quotation_id",), "links": ("a", "b")}


def publish(folder: Path, table: str, part: str | None) -> None:
    """Puts the one part of a table in place, if it is not there already; None takes the name away."""
    place, aside = folder / f"{table}.parquet", folder / f".{table}.parquet"
    if part is None:
        place.unlink(missing_ok=True)
    elif not (place.exists() and place.samefile(folder / part)):
        aside.unlink(missing_ok=True)
        try:
            os.link(folder / part, aside)
        except OSError:  # a file system without links
            shutil.copyfile(folder / part, aside)
        aside.replace(place)


def schema_of(table: str, ids: pa.Array) -> pa.Schema:
    """The columns of a table whose ids of quotations are like these."""
    schema = TABLES[table]
    for name in PUBLISHED[table]:
        schema = schema.set(schema.get_field_index(name), pa.field(name, ids.type, nullable=False))
    return schema
