"""The index for megabytes: sorted arrays of hashed runs of words, made with numpy.

A word's hash is a polynomial over its letters modulo 2**64, taken for all words at once from running sums (Karp and Rabin,
1987). Runs of two and three words are hashed from these, packed with their place into one integer, and sorted; equal hashes
are trusted for seeds only, the words themselves are compared afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checker.align.index import Query, Seed
from checker.text.plain import plain_letter
from checker.text.scripts import CHARACTERS, has_characters

Words64 = NDArray[np.uint64]

# Any odd number has an inverse modulo 2**64; this one mixes well (the golden ratio, as in Fibonacci hashing).
_BASE = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1
_INVERSE = pow(_BASE, -1, 1 << 64)
_STEP = np.uint64(0xC2B2AE3D27D4EB4F)
_IGNORE, _PART = 1, 0
_FEW = 8


def _powers(base: int, count: int) -> Words64:
    powers = np.full(count, base, dtype=np.uint64)
    if count:
        powers[0] = 1
    multiplied: Words64 = np.multiply.accumulate(powers)
    return multiplied


@lru_cache(maxsize=8192)
def _hash(word: str) -> int:
    value = 0
    for letter in reversed(word):
        value = (value * _BASE + ord(letter) + 2) & _MASK
    return value


class ArrayIndex:
    """See `checker.align.index.Index`."""

    def __init__(self, texts: Sequence[str]) -> None:
        longest = max(map(len, texts), default=0)
        self._table = np.full(0x110000, _PART, dtype=np.uint32)
        self._known = np.zeros(0x110000, dtype=bool)
        self._powers, self._inverses = _powers(_BASE, longest + 1), _powers(_INVERSE, longest + 1)
        hashes, starts, ends, firsts, size = [], [], [], [], 0
        for number, text in enumerate(texts):
            found, begin, stop = self._words(text)
            firsts.append(size)
            # A hash of its own parts the texts: no run of a query goes over it.
            hashes += [found, np.array([(number * 2 + 1) * 0xD6E8FEB86659FD93 & _MASK], dtype=np.uint64)]
            end = np.array([len(text)], dtype=np.uint32)
            starts += [begin, end]
            ends += [stop, end]
            size += len(found) + 1
        self.size = size
        self._hashes: Words64 = np.concatenate(hashes) if hashes else np.zeros(0, dtype=np.uint64)
        self._starts = np.concatenate(starts) if starts else np.zeros(0, dtype=np.uint32)
        self._ends = np.concatenate(ends) if ends else np.zeros(0, dtype=np.uint32)
        self._firsts = np.array(firsts, dtype=np.int64)
        self._bits = np.uint64(max(1, size.bit_length()))
        self._place_mask = (np.uint64(1) << self._bits) - np.uint64(1)
        self._sorted: dict[int, Words64] = {}

    def _words(self, text: str) -> tuple[Words64, NDArray[np.uint32], NDArray[np.uint32]]:
        """Hashes, starts and ends of a text's quick words."""
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        if not len(points):
            none = np.zeros(0, dtype=np.uint32)
            return np.zeros(0, dtype=np.uint64), none, none
        self._learn(points)
        codes = self._table[points]
        kept = np.flatnonzero(codes != _IGNORE)
        letters = codes[kept].astype(np.uint64)
        inside = np.concatenate(([False], letters != _PART, [False]))
        begins, ends = inside[1:] & ~inside[:-1], inside[:-1] & ~inside[1:]
        if has_characters(text):
            # A character of Chinese or Japanese begins and ends a word.
            alone = self._characters(points[kept])
            split = inside[1:-2] & inside[2:-1] & (alone[:-1] | alone[1:])
            begins[1:-1] |= split
            ends[1:-1] |= split
        first, last = np.flatnonzero(begins), np.flatnonzero(ends)
        sums = np.concatenate((np.zeros(1, dtype=np.uint64), np.cumsum(letters * self._powers[: len(letters)])))
        hashes = (sums[last] - sums[first]) * self._inverses[first]
        return hashes, kept[first].astype(np.uint32), (kept[last - 1] + 1).astype(np.uint32)

    @staticmethod
    def _characters(points: NDArray[np.uint32]) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = points == 0x30FC
        for first, last in re.findall("(.)-(.)", CHARACTERS):
            found = found | ((points >= ord(first)) & (points <= ord(last)))
        return found

    def _learn(self, points: NDArray[np.uint32]) -> None:
        """Adds the characters that were not met before to the table."""
        seen = np.zeros(0x110000, dtype=bool)
        seen[points] = True
        for point in np.flatnonzero(seen & ~self._known).tolist():
            letter = plain_letter(chr(point))
            if letter is not None:
                self._table[point] = ord(letter) + 2 if letter else _IGNORE
            self._known[point] = True

    def _runs(self, length: int) -> Words64:
        """All runs of `length` words, packed (hash above, place below) and sorted."""
        if length not in self._sorted:
            packed = self._hash_runs(self._hashes, length) >> self._bits << self._bits
            packed |= np.arange(len(packed), dtype=np.uint64)
            packed.sort()
            self._sorted[length] = packed
        return self._sorted[length]

    @staticmethod
    def _hash_runs(hashes: Words64, length: int) -> Words64:
        count = max(0, len(hashes) - length + 1)
        mixed = hashes[:count].copy()
        for offset in range(1, length):
            mixed = mixed * _STEP + hashes[offset : offset + count]
        mixed ^= mixed >> np.uint64(29)
        mixed *= _STEP
        return mixed

    def encode(self, words: Sequence[str]) -> Query:
        return [_hash(word) for word in words]

    def seeds(self, query: Query, length: int, limit: int, within: range | None) -> list[Seed]:
        found: list[tuple[int, list[int]]] = []
        packed = self._runs(length)
        for at, first, last in self._stretches(query, length):
            if first == last or (within is None and last - first > limit):
                continue
            places = self._kept(packed[first:last] & self._place_mask, within)
            if 0 < len(places) <= limit:
                found.append((at, places.tolist()))
        return sorted(found, key=lambda seed: (len(seed[1]), seed[0]))

    def stand(self, query: Query, within: range | None, limit: int) -> list[int]:
        length = min(3, len(query))
        stretches = self._stretches(query, length)
        at, first, last = min(stretches, key=lambda stretch: stretch[2] - stretch[1])
        if first == last:
            return []
        places = (self._runs(length)[first:last] & self._place_mask).astype(np.int64) - at
        places = self._kept(places[(places >= 0) & (places <= self.size - len(query))], within)
        words = np.array(query, dtype=np.uint64)
        if len(places) <= _FEW:
            # Most runs stand in one place or two: they are compared as they lie, and not word by word.
            asked = words.tobytes()
            spans = ((place, self._hashes[place : place + len(words)]) for place in places.tolist())
            return [place for place, there in spans if there.tobytes() == asked][:limit]
        for offset, word in enumerate(words):
            places = places[self._hashes[places + offset] == word]
        found: list[int] = places[:limit].tolist()
        return found

    def words(self, first: int, last: int) -> list[Hashable]:
        found: list[Hashable] = self._hashes[first:last].tolist()
        return found

    def _stretches(self, query: Query, length: int) -> list[tuple[int, int, int]]:
        """For each run of the query its number, and from where to where its places stand in the sorted runs."""
        packed = self._runs(length)
        low = self._hash_runs(np.array(query, dtype=np.uint64), length) >> self._bits << self._bits
        firsts = packed.searchsorted(low).tolist()
        lasts = packed.searchsorted(low | self._place_mask, side="right").tolist()
        return list(zip(range(len(firsts)), firsts, lasts, strict=True))

    @staticmethod
    def _kept(places: NDArray[Any], within: range | None) -> NDArray[Any]:
        return places if within is None else places[(places >= within.start) & (places < within.stop)]

    def text_of(self, place: int) -> int:
        return int(np.searchsorted(self._firsts, place, side="right")) - 1

    def words_of(self, text: int) -> range:
        last = int(self._firsts[text + 1]) if text + 1 < len(self._firsts) else self.size
        return range(int(self._firsts[text]), last - 1)

    def start(self, place: int) -> int:
        return int(self._starts[place])

    def end(self, place: int) -> int:
        return int(self._ends[place])
