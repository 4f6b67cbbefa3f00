"""Where two texts say the same words in the same order: many pairs at once, as arrays.

The longest common subsequence of words, after Hyyrö (2004): the words of the shorter text are the bits of one machine
word, and each word of the longer one costs a few operations on all pairs. Hence the shorter text's end after 64 words.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.corpus.cores import over_cores
from checker.corpus.folding import Hash, Whole

Codes = NDArray[np.int32]
Count = NDArray[np.int32]

WIDTH = 64
# So many pairs at once: what is worked on stays in the processor's cache.
_PAIRS = 4_096
_ONE = np.uint64(1)
_ALL = ~np.uint64(0)


@dataclass(frozen=True, slots=True)
class Overlap:
    """Of each pair: words in common, what they tell in 64ths of a bit, in how many pieces they stand, and between which words.

    Of several ways the words can stand in the longer text, that which ends first and begins last is told. `information`
    is the lower of what is found from either end.
    """

    common: Count
    information: Count
    pieces: Count
    short_start: Count
    short_end: Count
    long_start: Count
    long_end: Count


@dataclass(frozen=True, slots=True)
class Texts:
    """Words as numbers, and what each number tells in 64ths of a bit."""

    codes: Codes
    offsets: Whole
    bits: Count

    @property
    def lengths(self) -> Whole:
        """In words."""
        return np.diff(self.offsets)


def overlaps(texts: Texts, short: Whole, long: Whole) -> Overlap:
    """Of pairs of texts; `short` is the one with fewer words, or as many."""
    lengths = np.minimum(texts.lengths, np.iinfo(np.int32).max)
    size, reach = np.minimum(lengths[short], WIDTH), lengths[long]
    out = Overlap(*(np.zeros(len(short), np.int32) for _ in Overlap.__slots__))
    order = np.lexsort((reach, -(-size // 4)))  # alike in both lengths, so that little is filled up
    parts = [order[at : at + _PAIRS] for at in range(0, len(order), _PAIRS)]

    def fill(rows: Whole) -> None:
        _fill(out, rows, texts, short[rows], long[rows], size[rows].astype(np.int32), reach[rows].astype(np.int32))

    over_cores(fill, parts)
    return out


def _fill(out: Overlap, rows: Whole, texts: Texts, short: Whole, long: Whole, size: Count, reach: Count) -> None:
    """From the front for the ends, then backwards from there for the beginnings."""
    begin, end = texts.offsets[short], texts.offsets[long]
    few = _square(texts.codes, begin, size, -1)
    taken, common, last = _common(few, _square(texts.codes, end, reach, -2), size)
    out.common[rows], out.long_end[rows] = common, last
    told, short_last = _told(taken, few, texts.bits)
    few = _square(texts.codes, begin + short_last - 1, short_last, -1, step=-1)
    back, _, first = _common(few, _square(texts.codes, end + last - 1, last, -2, step=-1), short_last)
    told_back, short_first = _told(back, few, texts.bits)
    out.information[rows] = np.minimum(told, told_back)
    out.long_start[rows] = last - first
    out.short_end[rows], out.short_start[rows] = short_last, short_last - short_first
    pieces = np.maximum(_pieces(taken), _pieces(back))
    out.pieces[rows] = pieces


def _square(codes: Codes, begin: Whole, lengths: Count, fill: int, *, step: int = 1) -> Codes:
    """One row a text, filled up to the longest."""
    place = np.arange(int(lengths.max(initial=0)), dtype=np.int64)
    inside = place < lengths[:, None]
    at = np.where(inside, begin[:, None] + place * step, 0)
    return np.where(inside, codes[at], np.int32(fill)) if len(codes) else np.zeros(inside.shape, np.int32)


def _common(few: Codes, many: Codes, size: Count) -> tuple[Hash, Count, Count]:
    """Which words of the shorter are in common (as bits), how many, and after how many of the longer all were met.

    The bits are those of that moment: what stands later in the longer text no longer counts.
    """
    rows, width = few.shape
    within = np.where(size >= WIDTH, _ALL, (_ONE << np.minimum(size, WIDTH - 1).astype(np.uint64)) - _ONE)
    state: Hash = np.full(rows, _ALL)
    taken = np.zeros(rows, np.uint64)
    common, last = np.zeros(rows, np.int32), np.zeros(rows, np.int32)
    met = np.zeros((rows, 8), np.uint8)
    packed = -(-width // 8)
    for place in range(many.shape[1]):
        met[:, :packed] = np.packbits(few == many[:, place, None], axis=1, bitorder="little")
        meets: Hash = met.view("<u8")[:, 0] & state
        state = (state + meets) | (state - meets)
        found = ~state & within
        now = np.bitwise_count(found).astype(np.int32)
        more = now > common
        last[more] = place + 1
        taken = np.where(more, found, taken)
        common = now
    return taken, common, last


def _told(taken: Hash, few: Codes, bits: Count) -> tuple[Count, Count]:
    """What the words taken tell, and one past the last of them."""
    width = few.shape[1]
    if not width:
        return np.zeros(len(few), np.int32), np.zeros(len(few), np.int32)
    there = np.unpackbits(taken.view(np.uint8).reshape(-1, 8), axis=1, bitorder="little")[:, :width]
    told = np.where(there, bits[np.maximum(few, 0)], 0).sum(axis=1, dtype=np.int32)
    last = width - np.argmax(there[:, ::-1], axis=1)
    return told, np.where(taken > 0, last, 0).astype(np.int32)


def _pieces(taken: Hash) -> Count:
    return np.bitwise_count(taken & ~(taken << _ONE)).astype(np.int32)
