"""The table of originals: JSON lines that tell who speaks in a file, when, and what kind of text it is."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from checker.errors import CaptureError
from checker.fetch.fields import read_object
from checker.fetch.files import BODY_LIMIT, UnreadableFileError, identity, read_bytes, shown

_REMEDY = "mend that line of the table"


class Description(NamedTuple):
    """One row: what is known of an original from outside."""

    speaker: str | None = None
    date: str | None = None
    kind: str | None = None


def read_table(path: Path) -> dict[str, Description]:
    """Each row under the real path of its file; a wrong row raises CaptureError with file:line.

    `path` in a row is relative to the table's own folder. A row may describe a file that is not there or not asked for:
    one table serves many runs.
    """
    try:
        raw = read_bytes(path, BODY_LIMIT, plain=False)
    except UnreadableFileError as why:
        raise CaptureError(f"{shown(path)}: {why}; name the table of originals, a file of JSON lines") from None
    rows: dict[str, Description] = {}
    for number, line in enumerate(raw.split(b"\n"), start=1):
        if not line.strip():
            continue
        fields = read_object(line, f"{shown(path)}:{number}", _REMEDY)
        named = fields.needed_text("path")
        real = identity(path.parent / named)
        if real in rows:
            raise fields.wrong(f'"{named}" has a row already')
        rows[real] = Description(fields.text("speaker"), fields.day("date"), fields.text("kind"))
    return rows
