"""`groups.parquet` and `links.parquet`: tables of a corpus under names that other programs know."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

# Which columns of a table hold ids of quotations.
PUBLISHED = {"groups": ("quotation_id",), "links": ("a", "b")}
# The digest of the part that a converted table was made of; not its name, which differs from run to run.
_PART = b"checker.part"


def publish(folder: Path, table: str, part: str | None, *, whole_numbers: bool) -> None:
    """Puts the one part of a table in place, if it is not there already; None takes the name away.

    Ids that came as whole numbers go as whole numbers, so that they can be joined with the table they came from.
    """
    place, aside = folder / f"{table}.parquet", folder / f".{table}.parquet"
    if part is None:
        place.unlink(missing_ok=True)
    elif not _is(place, folder / part):
        aside.unlink(missing_ok=True)
        if whole_numbers:
            _convert(folder / part, aside, PUBLISHED[table])
        else:
            try:
                os.link(folder / part, aside)
            except OSError:  # a file system without links
                shutil.copyfile(folder / part, aside)
        aside.replace(place)


def _is(place: Path, file: Path) -> bool:
    if not place.exists():
        return False
    if place.samefile(file):
        return True
    try:
        return (pq.read_schema(place).metadata or {}).get(_PART) == _digest(file)
    except (OSError, pa.ArrowException):  # not ours, or broken: it is written again
        return False


def _convert(file: Path, aside: Path, columns: tuple[str, ...]) -> None:
    with pq.ParquetFile(file) as parquet:
        rows = parquet.read()
    for name in columns:
        at = rows.schema.get_field_index(name)
        rows = rows.set_column(at, name, rows[name].cast(pa.int64()))
    pq.write_table(rows.replace_schema_metadata({_PART: _digest(file)}), aside, compression="zstd", compression_level=1)


def _digest(file: Path) -> bytes:
    with file.open("rb") as whole:
        return hashlib.file_digest(whole, "sha256").hexdigest().encode()
