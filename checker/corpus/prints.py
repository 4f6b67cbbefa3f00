"""Sets of keys that are looked up by the million, and the prints of wordings: of each of their keys its first 32 bits.

A batch asks which of all stored wordings have a key that it touches. Their prints are read for that in one go, and only the
few that fit are cut into keys again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.corpus.folding import Hash, Whole

Print = NDArray[np.uint32]
Flags = NDArray[np.bool_]
Numbers = NDArray[np.int32]

_PRINT = np.uint64(32)


class Filter:
    """Tells of most keys that they are not in a set, in one look at a table of bits; of the rest it knows nothing."""

    def __init__(self, words: int) -> None:
        """`words` of all texts give its size: some sixteen places a word, so that one key in ten is passed in vain."""
        self._size = min(27, max(16, (16 * words).bit_length()))
        self._bits = np.zeros(1 << self._size, dtype=np.bool_)

    def add(self, keys: Hash) -> None:
        """Puts keys into the set."""
        self._bits[keys >> np.uint64(64 - self._size)] = True

    def may_have(self, keys: Hash) -> Flags:
        """True for every key of the set, and for few others."""
        return np.asarray(self._bits[keys >> np.uint64(64 - self._size)])

    def may_have_print(self, prints: Print) -> Flags:
        """The same of prints."""
        return np.asarray(self._bits[prints >> np.uint32(32 - self._size)])


class Touched:
    """The keys of a batch."""

    def __init__(self, keys: Hash) -> None:
        self.filter = Filter(len(keys))
        self.filter.add(keys)
        self._prints = np.unique((keys >> _PRINT).astype(np.uint32))

    def places(self, prints: Print) -> Whole:
        """Where in `prints` those are that a key of the batch has; one in ten thousand others is among them."""
        maybe = np.flatnonzero(self.filter.may_have_print(prints))
        if not len(maybe):
            return maybe
        wanted = prints[maybe]
        at = np.minimum(np.searchsorted(self._prints, wanted), len(self._prints) - 1)
        return np.asarray(maybe[self._prints[at] == wanted])


@dataclass(frozen=True, slots=True)
class Prints:
    """One wording's after the other's; `counts` tells how many each has."""

    prints: Print
    counts: Numbers


class Gathered:
    """Prints of the wordings of a corpus, taken in by stretches of wordings in their order."""

    def __init__(self, wordings: int) -> None:
        self._counts = np.zeros(wordings, np.int32)
        self._parts: list[Print] = []

    def take(self, kinds: Sequence[tuple[Hash, Numbers]]) -> None:
        """All keys of a stretch by kinds, and whose they are, ascending within a kind; later stretches begin behind it."""
        low = min((int(whose[0]) for _, whose in kinds if len(whose)), default=0)
        high = max((int(whose[-1]) + 1 for _, whose in kinds if len(whose)), default=0)
        counts = [np.bincount(whose - low, minlength=high - low) for _, whose in kinds]
        every = np.sum(counts, axis=0)
        place = np.cumsum(every) - every
        out = np.empty(int(every.sum()), np.uint32)
        for (keys, whose), count in zip(kinds, counts, strict=True):
            shift = place - (np.cumsum(count) - count)
            out[np.arange(len(keys)) + shift[whose - low]] = keys >> _PRINT
            place += count
        self._counts[low:high] = every
        self._parts.append(out)

    def whole(self) -> Prints:
        """Everything taken in."""
        return Prints(np.concatenate(self._parts) if self._parts else np.zeros(0, np.uint32), self._counts)
