"""Runs of words as keys: two wordings that share a key are a pair to look at.

A posting says that a wording has a key. `stored` ones are met by others, `asking` ones look for others; two wordings are
paired where one asks for what the other has stored.

- Four words in a row, and four with one between left out: any two wordings, whenever they were printed. A gap
  (`w1 _ w3 w4`) is asked for by short wordings only, of which a changed word leaves no four in a row.
- Two words in a row that tell something, of short wordings: within some days of each other, or by one speaker within
  some weeks. A scrap with a word changed has no more in common with its fellows than that.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from checker.corpus.cores import over_cores
from checker.corpus.folding import PARTS_OF_A_BIT, Hash, mixed
from checker.corpus.prints import Filter, Gathered, Prints, Touched
from checker.corpus.texts import Circumstances, Wordings

Rows = NDArray[np.int64]
Numbers = NDArray[np.int32]
Flags = NDArray[np.bool_]

SCHEMA = pa.schema(
    [
        ("key", pa.int64()),
        ("wording", pa.int32()),
        ("words", pa.int32()),
        ("stored", pa.bool_()),
        ("asking", pa.bool_()),
        ("fresh", pa.bool_()),  # in a batch: it came or it goes; else true
    ]
)

_RUNS = ((0, 1, 2, 3), (0, 1, 3), (0, 2, 3))
_PAIR = (0, 1)
# Measured on a million made quotations: with these, and lists of 16 (`candidates`), 0.97 of the short pairs that can be told are
# held by some chain of pairs; without the pairs by speaker 0.94. 18 bits leave out "of the" and "said that".
_SHORT_GAP, _SHORT_PAIR, _PAIR_BITS, _SPEAKER_PAIR_BITS = 8, 14, 18.0, 12.0
# Of 100 repetitions 95 come within 2 days and 99 within 9. A bucket of days meets its neighbours as well; one of a speaker,
# whose lists are short, is wide instead. Wider buckets of days make lists too long at a million quotations.
_BUCKET, _SPEAKER_BUCKET = 4.0, 30.0
_UNDATED = -(1 << 40)
# So many words at once: some 200 MB on the way.
_WORDS = 2_000_000


@dataclass(frozen=True, slots=True)
class _Keys:
    """Keys of one kind: where they stand, and by whom they are asked for."""

    keys: Hash
    wording: NDArray[np.int32]
    stored: bool
    asking: bool


class Grams:
    """The keys of the wordings of a corpus under their circumstances."""

    def __init__(self, wordings: Wordings, circumstances: Circumstances) -> None:
        self._wordings = wordings
        self._circumstances = circumstances
        hashes = wordings.words.hash
        # For each place in a run what a word there adds to the key: a key is the sum, and costs one look a word.
        self._adds = tuple(mixed(hashes + np.uint64(place)) for place in range(4))
        self._bits = wordings.words.bits / PARTS_OF_A_BIT

    def asked(self, rows: Flags) -> Filter:
        """The keys by which somebody looks for others, but for runs of four, by which everybody does."""
        known = Filter(len(self._wordings.codes))
        short = rows & (self._wordings.lengths <= max(_SHORT_GAP, _SHORT_PAIR))
        for chunk in _chunks(self._wordings, short):
            for kind in self._all(chunk):
                if kind.asking:
                    known.add(kind.keys)
        return known

    def prints(self, rows: Flags) -> Prints:
        """The prints of some wordings; the others have none."""
        prints = Gathered(len(self._wordings))
        for chunk in _chunks(self._wordings, rows):
            prints.take(tuple((kind.keys, kind.wording, kind.asking) for kind in self._all(chunk)))
        return prints.whole()

    def postings(
        self, rows: Flags, *, asked: Filter | None = None, prints: Gathered | None = None, fresh: bool = True
    ) -> pa.Table:
        """All postings of some wordings, but those for whose key nobody asks; `prints` takes in those of all their keys."""
        batches = []
        for chunk in _chunks(self._wordings, rows):
            kinds = tuple(self._all(chunk))
            if prints is not None:
                prints.take(tuple((kind.keys, kind.wording, kind.asking) for kind in kinds))
            for kind in kinds:
                keep = asked.may_have(kind.keys) if asked is not None and not kind.asking else None
                batches.append(_batch(kind, keep, chunk.lengths, fresh))
        return pa.Table.from_batches(batches, schema=SCHEMA)

    def postings_in(self, touched: Touched) -> pa.Table:
        """Those of touched keys, of wordings that stay as they are."""

        def of_chunk(chunk: _Chunk) -> list[pa.RecordBatch]:
            return [_batch(kind, touched.has(kind.keys), chunk.lengths, False) for kind in self._all(chunk)]

        found = over_cores(of_chunk, _chunks(self._wordings, np.ones(len(self._wordings), np.bool_)))
        return pa.Table.from_batches(itertools.chain.from_iterable(found), schema=SCHEMA)

    def _all(self, chunk: _Chunk) -> Iterator[_Keys]:
        for number, run in enumerate(_RUNS):
            at = np.flatnonzero(chunk.left > run[-1])
            keys, whose = self._sum(chunk, at, run, number), chunk.wording[at]
            if number == 0:
                yield _Keys(keys, whose, stored=True, asking=True)
            else:
                short = chunk.lengths[whose] <= _SHORT_GAP
                yield _Keys(keys[short], whose[short], stored=True, asking=True)
                yield _Keys(keys[~short], whose[~short], stored=True, asking=False)
        at = np.flatnonzero(chunk.left > _PAIR[-1])
        told = self._bits[chunk.codes[at]] + self._bits[chunk.codes[at + 1]]
        keys, whose = self._sum(chunk, at, _PAIR, len(_RUNS)), chunk.wording[at]
        tells = told >= _PAIR_BITS
        yield from self._pairs(chunk, keys[tells], whose[tells], _BUCKET, neighbours=True)
        speaker = self._circumstances.speaker[whose]
        tells = (told >= _SPEAKER_PAIR_BITS) & (speaker != 0)
        keys = mixed(keys[tells] + speaker[tells])
        yield from self._pairs(chunk, keys, whose[tells], _SPEAKER_BUCKET, neighbours=False)

    def _pairs(self, chunk: _Chunk, keys: Hash, whose: Numbers, bucket: float, *, neighbours: bool) -> Iterator[_Keys]:
        first, last = (_buckets(days[whose], bucket) for days in (self._circumstances.first, self._circumstances.last))
        short = chunk.lengths[whose] <= _SHORT_PAIR
        yield _Keys(_on(keys[short], first[short]), whose[short], stored=True, asking=True)
        yield _Keys(_on(keys[~short], first[~short]), whose[~short], stored=True, asking=False)
        again = last != first
        yield _Keys(_on(keys[again], last[again]), whose[again], stored=True, asking=False)
        if neighbours:
            dated = short & (first != _UNDATED)
            for step in (-1, 1):
                yield _Keys(_on(keys[dated], first[dated] + step), whose[dated], stored=False, asking=True)

    def _sum(self, chunk: _Chunk, at: Rows, run: Sequence[int], kind: int) -> Hash:
        total = np.full(len(at), mixed([kind])[0], dtype=np.uint64)
        for place in run:
            total += self._adds[place][chunk.codes[at + place]]
        return total


@dataclass(frozen=True, slots=True)
class _Chunk:
    """The words of some wordings one after the other: their code, whose they are, how many follow without a gap."""

    codes: NDArray[np.int32]
    wording: NDArray[np.int32]
    left: NDArray[np.int32]
    lengths: NDArray[np.int32]  # of all wordings


def _chunks(wordings: Wordings, rows: Flags) -> Iterator[_Chunk]:
    """The words of some of the wordings, so many at once that memory holds them."""
    lengths = wordings.lengths.astype(np.int32)
    at = 0
    while at < len(wordings):
        end = int(np.searchsorted(wordings.offsets, wordings.offsets[at] + _WORDS, side="right")) - 1
        end = min(len(wordings), max(end, at + 1))
        first, last = wordings.offsets[at], wordings.offsets[end]
        whose = np.repeat(np.arange(at, end, dtype=np.int32), lengths[at:end])
        # A run ends where a gap or the next text begins.
        stops = wordings.broken[first:last].copy()
        begins = wordings.offsets[at:end] - first
        stops[begins[begins < last - first]] = True
        begins = np.append(np.flatnonzero(stops), last - first)
        runs = np.diff(begins)
        left = np.repeat(begins[1:], runs) - np.arange(last - first)
        left[~rows[whose]] = 0
        yield _Chunk(wordings.codes[first:last], whose, left.astype(np.int32), lengths)
        at = end


def _buckets(days: NDArray[np.float64], bucket: float) -> Rows:
    return np.where(np.isnan(days), _UNDATED, np.floor(np.nan_to_num(days) / bucket)).astype(np.int64)


def _on(keys: Hash, bucket: Rows) -> Hash:
    return mixed(keys + mixed(bucket.astype(np.uint64)))


def _batch(kind: _Keys, keep: Flags | None, lengths: NDArray[np.int32], fresh: bool) -> pa.RecordBatch:
    keys, whose = (kind.keys, kind.wording) if keep is None else (kind.keys[keep], kind.wording[keep])
    rows = len(whose)
    columns = [
        pa.array(keys.view(np.int64)),
        pa.array(whose),
        pa.array(lengths[whose]),
        pa.array(np.full(rows, kind.stored)),
        pa.array(np.full(rows, kind.asking)),
        pa.array(np.full(rows, fresh)),
    ]
    return pa.RecordBatch.from_arrays(columns, schema=SCHEMA)
