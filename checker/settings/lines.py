"""On which line of a TOML file a key is set; tomllib keeps no places, hence a look of our own at the lines."""

from __future__ import annotations

import re

# A bare key, or one between marks, which may hold anything.
_PART = r"""[\w-]{1,200}|"[^"\n]{0,400}"|'[^'\n]{0,400}'"""
_NAME = rf"((?:{_PART})(?:\s{{0,20}}\.\s{{0,20}}(?:{_PART})){{0,5}})"
_HEADER = re.compile(rf"\s*\[\[?\s*{_NAME}\s*\]")
_ENTRY = re.compile(rf"\s*\[\[\s*{_NAME}\s*\]\]")
_KEY = re.compile(rf"\s*{_NAME}\s*=")


def line_of(text: str, keys: tuple[str, ...]) -> int:
    """The line on which a dotted key is set, however it is split between header and key; else that of its table.

    It may be taken in by a text of several lines.
    """
    table: tuple[str, ...] = ()
    deepest, found = 0, 1
    for number, line in enumerate(text.split("\n"), 1):
        header = _HEADER.match(line)
        if header:
            name = table = dotted(header[1])
        elif match := _KEY.match(line):
            name = (*table, *dotted(match[1]))
        else:
            continue
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
        at for at, line in enumerate(text.split("\n"), 1) if (found := _ENTRY.match(line)) and dotted(found[1]) == table
    ]
    return headers[number] if number < len(headers) else line_of(text, table)
