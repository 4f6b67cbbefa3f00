"""Tables of others, read piece by piece: what is broken is told with its line, and the rest goes on."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO

import pyarrow as pa
import pyarrow.compute as pc

from checker.corpus.moments import DAY, TIME, moment_of
from checker.errors import CorpusError

LeaveOut = Callable[[str, int, str], None]

# So many rows at once.
_BATCH = 200_000
_TIME = pa.timestamp("us", tz="UTC")
_DAY_LETTERS = len("2020-07-08")
KINDS = (".parquet", ".csv", ".jsonl", ".ndjson")


def tables_of(path: Path, leave_out: LeaveOut) -> Iterator[pa.Table]:
    """The rows of a file, told by the end of its name; raises CorpusError where it cannot be read at all."""
    kind = path.suffix.lower()
    if kind not in KINDS:
        raise CorpusError(f"{path}: quotations are imported from {', '.join(KINDS)}; the end of the name tells which")
    try:
        if kind == ".parquet":
            yield from _parquet(path)
        else:
            with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
                yield from (_csv if kind == ".csv" else _json)(file, leave_out)
    except OSError as error:
        raise CorpusError(f"{path}: it cannot be opened ({error.strerror or error})") from None
    except pa.ArrowException as error:
        raise CorpusError(f"{path}: it cannot be read ({str(error).partition(chr(10))[0][:200]})") from None


def _parquet(path: Path) -> Iterator[pa.Table]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as parquet:
        for batch in parquet.iter_batches(_BATCH):
            yield pa.Table.from_batches([batch])


def _csv(file: IO[str], leave_out: LeaveOut) -> Iterator[pa.Table]:
    csv.field_size_limit(1 << 24)
    reader = csv.reader(file)
    names: list[str] = []
    rows: list[Sequence[str]] = []
    while True:
        try:
            row = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            leave_out(f"is no row of CSV ({error})", 1, f"line {reader.line_num}")
            continue
        if not names:
            names = row
        elif len(row) == len(names):
            rows.append(row)
        elif row:
            leave_out("has another number of fields than the first line", 1, f"line {reader.line_num}")
        if len(rows) >= _BATCH:
            yield _of_texts(names, rows)
            rows = []
    if names:
        yield _of_texts(names, rows)


def _of_texts(names: list[str], rows: list[Sequence[str]]) -> pa.Table:
    """What is empty in CSV is nothing; ids that are whole numbers throughout are numbers, as in a table that has types."""
    columns = list(zip(*rows, strict=True)) or [()] * len(names)
    table = {
        name: pa.array([one or None for one in column], pa.string())
        for name, column in zip(names, columns, strict=True)
    }
    if "quotation_id" in table and all(
        one is not None and one.isdecimal() and str(int(one)) == one for one in columns[names.index("quotation_id")]
    ):
        table["quotation_id"] = table["quotation_id"].cast(pa.int64())
    return pa.table(table)


def _json(file: IO[str], leave_out: LeaveOut) -> Iterator[pa.Table]:
    rows: list[dict[str, object]] = []
    for number, line in enumerate(file, 1):
        try:
            row = json.loads(line) if line.strip() else None
        except (ValueError, RecursionError):
            leave_out("is no JSON", 1, f"line {number}")
            continue
        if isinstance(row, dict):
            rows.append(row)
        elif row is not None:
            leave_out("is no JSON object", 1, f"line {number}")
        if len(rows) >= _BATCH:
            yield _of_objects(rows)
            rows = []
    if rows:
        yield _of_objects(rows)


def _of_objects(rows: list[dict[str, object]]) -> pa.Table:
    names = list(dict.fromkeys(name for row in rows for name in row))
    table = {}
    for name in names:
        values = [row.get(name) for row in rows]
        if name == "quotation_id" and all(type(value) is int and abs(value) < 1 << 62 for value in values):
            table[name] = pa.array(values, pa.int64())
        else:
            table[name] = pa.array([_text(value) for value in values], pa.string())
    return pa.table(table)


def _text(value: object) -> str | None:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")  # half of a surrogate pair is no text
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def dates(column: pa.ChunkedArray) -> tuple[pa.Array, pa.Array, pa.Array, Counter[str]]:
    """What is written, the moment in UTC, "time" or "day", and what is no date, how often."""
    if pa.types.is_date(column.type):
        at = column.cast(pa.timestamp("us")).cast(_TIME)
        return column.cast(pa.string()), at, _constant(at, DAY), Counter()
    if pa.types.is_timestamp(column.type):
        zone = column.type.tz
        at = column.cast(pa.timestamp("us", tz=zone or "UTC") if zone else pa.timestamp("us")).cast(_TIME)
        written = pc.replace_substring(at.cast(pa.timestamp("s", tz="UTC"), safe=False).cast(pa.string()), " ", "T")
        return written, at, _constant(at, TIME), Counter()
    written = column.cast(pa.string())
    try:  # most tables have one form throughout
        at = written.cast(pa.timestamp("us")).cast(_TIME)
        days = pc.equal(pc.utf8_length(written), _DAY_LETTERS)
        return written, at, pc.if_else(pc.is_null(at), None, pc.if_else(days, DAY, TIME)), Counter()
    except pa.ArrowException:
        return _one_by_one(written)


def _one_by_one(written: pa.ChunkedArray) -> tuple[pa.Array, pa.Array, pa.Array, Counter[str]]:
    told = written.combine_chunks().dictionary_encode()
    moments = [moment_of(text) for text in told.dictionary.to_pylist()]
    at = pa.array([moment and moment.at for moment in moments], _TIME).take(told.indices)
    precision = pa.array([moment and moment.precision for moment in moments], pa.string()).take(told.indices)
    wrong: Counter[str] = Counter()
    for row in pc.value_counts(told.indices).to_pylist():
        if row["values"] is not None and moments[row["values"]] is None:
            wrong[told.dictionary[row["values"]].as_py()] += row["counts"]
    return written, at, precision, wrong


def _constant(at: pa.ChunkedArray, word: str) -> pa.Array:
    return pc.if_else(pc.is_valid(at), word, pa.scalar(None, pa.string()))
