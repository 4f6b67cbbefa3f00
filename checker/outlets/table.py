"""A shipped table: lines of fields parted by tabs, in the order of their bytes, so that a row is found by halving.

Reading the bytes and cutting them at line ends is all that happens at first; a line becomes text when somebody asks for
it. Dictionaries of these tables would cost ten times as long (30,000 rows each), and one article asks for a few dozen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path


class Table:
    """The rows of one file by their first field; a first line that begins with "#" is kept as `head`."""

    def __init__(self, path: Path) -> None:
        lines = path.read_bytes().split(b"\n")
        lines.pop()  # behind the last line end stands nothing
        self.head = lines.pop(0).decode() if lines and lines[0].startswith(b"#") else ""
        self._lines = lines

    def __len__(self) -> int:
        return len(self._lines)

    def rows(self, key: str) -> Iterator[list[str]]:
        """The fields behind the first one, of every row that has `key` there."""
        start = f"{key}\t".encode("utf-8", "surrogatepass")
        at = bisect_left(self._lines, start)
        while at < len(self._lines) and self._lines[at].startswith(start):
            yield self._lines[at][len(start) :].decode().split("\t")
            at += 1

    def has(self, start: str) -> bool:
        """Whether a row begins with this text."""
        sought = start.encode("utf-8", "surrogatepass")
        at = bisect_left(self._lines, sought)
        return at < len(self._lines) and self._lines[at].startswith(sought)

    def row(self, key: str) -> list[str] | None:
        """The fields behind the first one of the first such row."""
        return next(self.rows(key), None)

    def every(self) -> Iterator[list[str]]:
        """All rows, the first field included."""
        return (line.decode().split("\t") for line in self._lines)


def sorted_lines(rows: Iterator[list[str]] | list[list[str]]) -> list[str]:
    """Rows as such a table keeps them."""
    return sorted(("\t".join(row) for row in rows), key=str.encode)
