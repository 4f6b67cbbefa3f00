"""Sets of keys that are looked up by the million, and the prints of wordings: of each of their keys its first 31 bits.

A batch asks which of all stored wordings have a key that it touches. Their prints are read for that in one go, and only those
that fit are cut into keys again. The last bit of a print tells whether the wording asks for others by that key: of a key for
which nobody asks nothing has to be known.
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

_BELOW, _ASKING = np.uint64(33), np.uint32(1)


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
    """The keys of a batch, ascending, and for which of them somebody in it asks."""

    def __init__(self, keys: Hash, asked: Flags) -> None:
        self._filter = Filter(len(keys))
        self._filter.add(keys)
        self._keys = keys
        self._prints, self._print = np.unique(_printed(keys), return_inverse=True)
        self._asked = np.zeros(len(self._prints), np.bool_)
        self._asked[self._print[asked]] = True

    def hits(self, prints: Print) -> tuple[Whole, Whole]:
        """Where in `prints` those of the batch are, and which they are; one in some thousand others is among them."""
        maybe = np.flatnonzero(self._filter.may_have_print(prints))
        wanted = prints[maybe] & ~_ASKING
        at = np.searchsorted(self._prints, wanted)
        there = np.append(self._prints, ~_ASKING)[at] == wanted
        return maybe[there], at[there]

    def asked(self, hits: Whole, prints: Print) -> Flags:
        """Of each print of the batch whether anybody asks for it, in the batch or among these hits."""
        found = self._asked.copy()
        found[hits[(prints & _ASKING) > 0]] = True
        return found

    def only(self, prints: Flags) -> Touched:
        """The keys of some of the prints."""
        keep = prints[self._print]
        return Touched(self._keys[keep], self._asked[self._print[keep]])

    def has(self, keys: Hash) -> Flags:
        """Of each key whether it is one of the batch's."""
        out = self._filter.may_have(keys)
        wanted = keys[out]
        at = np.searchsorted(self._keys, wanted)
        out[out] = np.append(self._keys, ~np.uint64(0))[at] == wanted
        return out


def _printed(keys: Hash) -> Print:
    return np.asarray((keys >> _BELOW).astype(np.uint32) << np.uint32(1))


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

    def take(self, kinds: Sequence[tuple[Hash, Numbers, bool]]) -> None:
        """All keys of a stretch by kinds, whose they are, ascending within a kind, and whether he asks by them.

        Later stretches begin behind it.
        """
        low = min((int(whose[0]) for _, whose, _ in kinds if len(whose)), default=0)
        high = max((int(whose[-1]) + 1 for _, whose, _ in kinds if len(whose)), default=0)
        counts = [np.bincount(whose - low, minlength=high - low) for _, whose, _ in kinds]
        every = np.sum(counts, axis=0)
        place = np.cumsum(every) - every
        out = np.empty(int(every.sum()), np.uint32)
        for (keys, whose, asking), count in zip(kinds, counts, strict=True):
            shift = place - (np.cumsum(count) - count)
            out[np.arange(len(keys)) + shift[whose - low]] = _printed(keys) | np.uint32(asking)
            place += count
        self._counts[low:high] = every
        self._parts.append(out)

    def whole(self) -> Prints:
        """Everything taken in."""
        return Prints(np.concatenate(self._parts) if self._parts else np.zeros(0, np.uint32), self._counts)
