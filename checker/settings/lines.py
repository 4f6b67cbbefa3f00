"""On which line of a TOML file a key is set; tomllib keeps no places, hence a look of our own at the lines."""

from __future__ import annotations

import re
from functools import cache

# A bare key, or one between marks, which may hold anything.
_PART = r"""[\w-]{1,200}|"[^"\n]{0,400}"|'[^'\n]{0,400}'"""
_NAME = rf"(?:{_PART})(?:\s{{0,20}}\.\s{{0,20}}(?:{_PART})){{0,5}}"


@cache
def _line() -> re.Pattern[str]:
    """A line that opens a table, or an entry of one, or sets a key. Compiled where a file is wrong or has settings."""
    header = rf"\[(?P<entry>\[)?\s{{0,20}}(?P<table>{_NAME})\s{{0,20}}\]"
    return re.compile(rf"\s*(?:{header}|(?P<key>{_NAME})\s*=)")


def line_of(text: str, keys: tuple[str, ...]) -> int:
    """The line on which a dotted key is set, however it is split between header and key; else that of its table.

    It may be taken in by a text of several lines.
    """
    table: tuple[str, ...] = ()
    deepest, found = 0, 1
    for number, line in enumerate(text.split("\n"), 1):
        match = _line().match(line)
        if not match:
            continue
        if match["table"]:
            name = table = dotted(match["table"])
        else:
            name = (*table, *dotted(match["key"]))
        if keys[: len(name)] == name and len(name) > deepest:
            deepest, found = len(name), number
    return found


def dotted(name: str) -> tuple[str, ...]:
    """The parts of a dotted name, without the marks around them.

    >>> dotted('per-file-rules . "old/*.md"')
    ('per-file-rules', 'old/*.md')
    """
    return tuple(part.strip("\"'") for part in re.findall(_PART, name))


def line_of_entry(text: str, table: tuple[str, ...], number: int) -> int:
    """The line of the header of the entry `number` (from 0) of an array of tables; else that of its key.

    >>> line_of_entry("[[ignore]]\\nrule = 'a'\\n[[ignore]]\\n", ("ignore",), 1)
    3
    """
    headers = [
        at
        for at, line in enumerate(text.split("\n"), 1)
        if (found := _line().match(line)) and found["entry"] and dotted(found["table"]) == table
    ]
    return headers[number] if number < len(headers) else line_of(text, table)
