"""A shipped table: lines of fields parted by tabs, in the order of their bytes, so that a row is found by halving.

Reading the bytes is all that happens at first; a line is cut out and becomes text when somebody asks for it. Lists or
dictionaries of these tables (30,000 rows each) would cost more than all questions of an article, which asks for a few dozen.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


class Table:
    """The rows of one file by their first field; a first line that begins with "#" is kept as `head`."""

    def __init__(self, path: Path) -> None:
        self._body = path.read_bytes()
        self._begin = self._body.index(b"\n") + 1 if self._body.startswith(b"#") else 0
        self.head = self._body[: self._begin].decode().rstrip("\n")

    def __len__(self) -> int:
        return self._body.count(b"\n", self._begin)

    def rows(self, key: str) -> Iterator[list[str]]:
        """The fields behind the first one, of every row that has `key` there."""
        start = f"{key}\t".encode("utf-8", "surrogatepass")
        at = self._first_from(start)
        while self._body.startswith(start, at):
            end = self._body.index(b"\n", at)
            yield self._body[at + len(start) : end].decode().split("\t")
            at = end + 1

    def has_word(self, word: str) -> bool:
        """Whether a row's first field is this word or begins with it and a blank."""
        start = word.encode("utf-8", "surrogatepass")
        # The tab comes first of all that may follow, then the blank: one of them stands where the tab would.
        return self._body.startswith((start + b"\t", start + b" "), self._first_from(start + b"\t"))

    def row(self, key: str) -> list[str] | None:
        """The fields behind the first one of the first such row."""
        return next(self.rows(key), None)

    def every(self) -> Iterator[list[str]]:
        """All rows, the first field included."""
        return (line.split("\t") for line in self._body[self._begin :].decode().split("\n")[:-1])

    def _first_from(self, sought: bytes) -> int:
        """Where the first line begins that is not before `sought`; behind the last one where all are."""
        body = self._body
        low, high = self._begin, len(body)  # both where a line begins
        while low < high:
            line = body.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = body.index(b"\n", line)
            if body[line : min(end, line + len(sought))] < sought:
                low = end + 1
            else:
                high = line
        return low


def sorted_lines(rows: Iterator[list[str]] | list[list[str]]) -> list[str]:
    """Rows as such a table keeps them."""
    return sorted(("\t".join(row) for row in rows), key=str.encode)
