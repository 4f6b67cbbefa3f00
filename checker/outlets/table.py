"""A shipped table: lines of fields parted by tabs, in the order of their bytes, so that a row is found by halving.

The file is only mapped into memory; a line is cut out and becomes text when somebody asks for it. Lists or dictionaries of
these tables (30,000 rows each) would cost more than all questions of an article, which asks for a few dozen, and so would
reading the 6 MB: of a mapped file the halving touches a few pages, and several processes share them.
"""

from __future__ import annotations

from collections.abc import Iterator
from mmap import ACCESS_READ, mmap
from pathlib import Path


class Table:
    """The rows of one file by their first field; a first line that begins with "#" is kept as `head`.

    The file has a line at least (an empty one cannot be mapped), and every line ends in a newline.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with path.open("rb") as file:
            self._body = mmap(file.fileno(), 0, access=ACCESS_READ)
        self._begin = self._body.find(b"\n") + 1 if self._body[:1] == b"#" else 0
        self.head = self._body[: self._begin].decode().rstrip("\n")

    def __reduce__(self) -> tuple[type[Table], tuple[Path]]:
        """Another process maps the file for itself."""
        return Table, (self._path,)

    def __len__(self) -> int:
        return self._body[self._begin :].count(b"\n")

    def rows(self, key: str) -> Iterator[list[str]]:
        """The fields behind the first one, of every row that has `key` there."""
        start = f"{key}\t".encode("utf-8", "surrogatepass")
        at = self._first_from(start)
        while self._body[at : at + len(start)] == start:
            end = self._body.find(b"\n", at)
            yield self._body[at + len(start) : end].decode().split("\t")
            at = end + 1

    def has_word(self, word: str) -> bool:
        """Whether a row's first field is this word or begins with it and a blank."""
        start = word.encode("utf-8", "surrogatepass")
        # The tab comes first of all that may follow, then the blank: one of them stands where the tab would.
        at = self._first_from(start + b"\t")
        return self._body[at : at + len(start) + 1] in (start + b"\t", start + b" ")

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
            end = body.find(b"\n", line)
            if body[line : min(end, line + len(sought))] < sought:
                low = end + 1
            else:
                high = line
        return low


def sorted_lines(rows: Iterator[list[str]] | list[list[str]]) -> list[str]:
    """Rows as such a table keeps them."""
    return sorted(("\t".join(row) for row in rows), key=str.encode)
