"""Where runs of words stand in a set of texts: the seeds of a search.

Two ways of keeping the same index: `ListIndex`, plain Python, quick to make for a page; `ArrayIndex` (`array_index.py`),
sorted numpy arrays, for megabytes. A test holds the two against each other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Sequence
from itertools import islice
from typing import Protocol

from checker.text.plain import plain_words

# numpy costs 0.12 s to import; at 0.15 s a MB for the lists below, the arrays win from about a megabyte on.
ARRAYS_FROM = 600_000

Seed = tuple[int, Sequence[int]]
"""A run of the query by its first word's number, and the places where it stands, ascending."""

Query = Sequence[Hashable]
"""A quotation's quick words in the form that one index compares: the words, or their hashes."""


class Index(Protocol):
    """Positions are word numbers over all texts, in their order; texts never share a run."""

    size: int
    """How many words there are in all."""

    def encode(self, words: Sequence[str]) -> Query:
        """A quotation's quick words as this index compares them."""

    def seeds(self, query: Query, length: int, limit: int, within: range | None) -> list[Seed]:
        """Where each run of `length` (1 to 3) words of the query stands, rarest first.

        Runs that stand nowhere, or in more than `limit` places, are left out; `within` keeps to a range of positions.
        """

    def stand(self, query: Query, within: range | None, limit: int) -> list[int]:
        """The first places, at most so many, where all words of the query, at least one, stand one after another."""

    def words(self, first: int, last: int) -> list[Hashable]:
        """The words from one place to another (exclusive), in a form that equals the query's where the words are equal."""

    def text_of(self, place: int) -> int:
        """The number of the text that holds a word."""

    def words_of(self, text: int) -> range:
        """The words of a text."""

    def start(self, place: int) -> int:
        """Where a word begins in its text."""

    def end(self, place: int) -> int:
        """Where a word ends in its text."""


def build_index(texts: Sequence[str]) -> Index:
    """The index that fits the size of the texts."""
    if sum(map(len, texts)) < ARRAYS_FROM:
        return ListIndex(texts)
    from checker.align.array_index import ArrayIndex

    return ArrayIndex(texts)


class ListIndex:
    """Every word's places in a dictionary of lists; longer runs by intersection, from the rarest word."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._words: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._firsts: list[int] = []
        for text in texts:
            words, starts, ends = plain_words(text)
            self._firsts.append(len(self._words))
            # An empty word parts the texts: no run goes over it.
            self._words += [*words, ""]
            self._starts += [*starts, len(text)]
            self._ends += [*ends, len(text)]
        self.size = len(self._words)
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self._words):
            self._places[word].append(place)
        self._places.pop("", None)

    def encode(self, words: Sequence[str]) -> Query:
        return words

    def seeds(self, query: Query, length: int, limit: int, within: range | None) -> list[Seed]:
        found: list[Seed] = []
        known: dict[tuple[Hashable, ...], list[int]] = {}
        for at in range(len(query) - length + 1):
            run = tuple(query[at : at + length])
            if run not in known:
                known[run] = self.stand(run, within, limit + 1)
            if 0 < len(known[run]) <= limit:
                found.append((at, known[run]))
        return sorted(found, key=lambda seed: (len(seed[1]), seed[0]))

    def stand(self, query: Query, within: range | None, limit: int) -> list[int]:
        run = list(query)
        lists = [self._places.get(str(word), ()) for word in run]
        rarest = min(range(len(run)), key=lambda index: len(lists[index]))
        words, length = self._words, len(run)
        standing = (
            place - rarest
            for place in lists[rarest]
            if words[place - rarest : place - rarest + length] == run and (within is None or place - rarest in within)
        )
        return list(islice(standing, limit))

    def words(self, first: int, last: int) -> list[Hashable]:
        return list(self._words[first:last])

    def text_of(self, place: int) -> int:
        return bisect_right(self._firsts, place) - 1

    def words_of(self, text: int) -> range:
        last = self._firsts[text + 1] if text + 1 < len(self._firsts) else self.size
        return range(self._firsts[text], last - 1)

    def start(self, place: int) -> int:
        return self._starts[place]

    def end(self, place: int) -> int:
        return self._ends[place]
