"""Who meets whom otherwise than before a batch.

The lists of keys that the batch touches are looked at as they were and as they are. Most of what they hold is in a few lists
that are very long. Of those it is known how long they are and who is fullest; where that stays so, whoever came or went met
the fullest, and nobody else is concerned.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from checker.corpus.candidates import Long, Pairs, find_changed, long_lists
from checker.corpus.changed import Changed, Every
from checker.corpus.engines import Engine
from checker.corpus.folding import Hash, Whole
from checker.corpus.grams import Grams
from checker.corpus.labels import Traits
from checker.corpus.prints import Touched
from checker.corpus.state import Stored
from checker.corpus.texts import subset

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Met:
    """By number: the pairs that met and that meet, but for those that do so by the same keys; the long lists that are others now.

    A list that is long no more has none.
    """

    old: Pairs
    new: Pairs
    long: Long


def meet(before: Stored, every: Every, changed: Changed, engine: Engine) -> Met:
    """Asks the engine for what cannot be told from the long lists."""
    was = _postings(changed, changed.old, changed.had)
    now = _postings(changed, changed.new, changed.has)
    settled = _Settled.of(before, every, changed, was, now)
    left = [side.filter(pa.array(settled.list_of(side) < 0)) for side in (was, now)]
    keys, asked = _touched(left)
    stay = _staying(before, every, changed, Touched(keys, asked))
    met = find_changed(engine, *(pa.concat_tables([stay, side]) for side in left))
    long = long_lists(engine, "_now")
    long = long.take(np.isin(long.key, keys, assume_unique=True))
    return Met(
        old=_added(met[0], settled.pairs(was)), new=_added(met[1], settled.pairs(now)), long=settled.and_others(long)
    )


def _postings(changed: Changed, traits: Traits, rows: Flags) -> pa.Table:
    """Those of the changed wordings at one time, by number."""
    return _numbered(Grams(changed.wordings, traits.circumstances).postings(rows), changed.number)


def _touched(sides: list[pa.Table]) -> tuple[Hash, Flags]:
    """The keys of some postings, ascending, and for which of them somebody asks."""
    keys, place = np.unique(np.concatenate([_keys(side) for side in sides]), return_inverse=True)
    asking = np.concatenate([_flags(side, "asking") for side in sides])
    return keys, np.bincount(place[asking], minlength=len(keys)) > 0


def _staying(before: Stored, every: Every, changed: Changed, touched: Touched) -> pa.Table:
    """The postings of wordings that are as they were whose key is touched."""
    near = np.zeros(len(every.hash), np.bool_)
    rows, touched = before.near(touched)
    near[every.place] = (rows & before.traits.said)[before.live]
    near[changed.number] = False
    row = every.row[near]
    grams = Grams(subset(before.wordings, row), before.traits.circumstances.take(row))
    return _numbered(grams.postings_in(touched), np.flatnonzero(near))


def _numbered(postings: pa.Table, number: Whole) -> pa.Table:
    at = postings.schema.get_field_index("wording")
    return postings.set_column(
        at, postings.schema.field(at), pa.array(number[postings["wording"].to_numpy()].astype(np.int32))
    )


@dataclass(frozen=True, slots=True)
class _Settled:
    """The long lists of before; `quiet` are those that a batch touches and leaves long, with the same fullest wordings.

    `n` is how many each has now, `fullest` are numbers.
    """

    before: Long
    n: Whole
    fullest: Whole
    touched: Flags
    quiet: Flags

    @classmethod
    def of(cls, before: Stored, every: Every, changed: Changed, was: pa.Table, now: pa.Table) -> _Settled:
        long = before.long
        fullest = every.place[before.number(long.fullest)]
        touched = np.zeros(len(long), np.bool_)
        n = long.n.copy()
        for side, sign in ((was, -1), (now, 1)):
            at, stored = _places(long.key, side), _flags(side, "stored")
            touched[at[at >= 0]] = True
            n += sign * np.bincount(at[(at >= 0) & stored], minlength=len(long))
        other = np.zeros(len(every.hash), np.bool_)
        other[changed.number] = True
        quiet = touched & Long.is_long(n) & ~other[fullest].any(axis=1)
        quiet[_fuller(before, long, fullest, now)] = False
        return cls(long, n, fullest, touched, quiet)

    def list_of(self, postings: pa.Table) -> Whole:
        """For each posting its place among the quiet lists, -1 where it is in none."""
        at = _places(self.before.key, postings)
        return np.where((at >= 0) & self.quiet[at], at, -1) if len(self.quiet) else at

    def pairs(self, postings: pa.Table) -> Pairs:
        """Whom those who ask in a quiet list meet there."""
        at = self.list_of(postings)
        rows = np.flatnonzero((at >= 0) & _flags(postings, "asking"))
        fullest = self.fullest[at[rows]]
        wording = np.repeat(_numbers(postings, "wording").astype(np.int64)[rows], fullest.shape[1])
        a, b = np.minimum(wording, fullest.ravel()), np.maximum(wording, fullest.ravel())
        return Pairs(a, b, np.ones(len(a), np.int64))

    def and_others(self, found: Long) -> Long:
        """The lists that are to be written: quiet ones, those that were looked at, and which of these are long no more."""
        ended = np.flatnonzero(self.touched & ~self.quiet & ~np.isin(self.before.key, found.key, assume_unique=True))
        quiet = np.flatnonzero(self.quiet)
        return Long(
            key=np.concatenate([self.before.key[quiet], self.before.key[ended], found.key]),
            n=np.concatenate([self.n[quiet], np.zeros(len(ended), np.int64), found.n]),
            fullest=np.concatenate([self.fullest[quiet], self.fullest[ended], found.fullest]),
        )


def _fuller(before: Stored, long: Long, fullest: Whole, now: pa.Table) -> Whole:
    """The lists into whose fullest wordings a new one comes."""
    if not len(long):
        return np.zeros(0, np.int64)
    at = _places(long.key, now)
    words = before.traits.lengths[long.fullest[:, -1]][at]
    mine, wording = _numbers(now, "words"), _numbers(now, "wording")
    before_it = (mine > words) | ((mine == words) & (wording < fullest[:, -1][at]))
    return np.asarray(at[(at >= 0) & _flags(now, "stored") & before_it])


def _places(keys: Hash, postings: pa.Table) -> Whole:
    """Where the keys of postings are among some that ascend, -1 where they are not."""
    wanted = _keys(postings)
    if not len(keys):
        return np.full(len(wanted), -1)
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[at] == wanted, at, -1)


def _added(one: Pairs, other: Pairs) -> Pairs:
    """The pairs of both, with all their keys."""
    code = np.concatenate([one.a << 32 | one.b, other.a << 32 | other.b])
    codes, place = np.unique(code, return_inverse=True)
    keys = np.bincount(place, np.concatenate([one.keys, other.keys]), minlength=len(codes)).astype(np.int64)
    return Pairs(codes >> 32, codes & 0xFFFFFFFF, keys)


def _keys(postings: pa.Table) -> Hash:
    return np.asarray(_numbers(postings, "key").view(np.uint64))


def _numbers(postings: pa.Table, name: str) -> Any:
    return postings[name].to_numpy()


def _flags(postings: pa.Table, name: str) -> Flags:
    return np.asarray(postings[name].to_numpy(zero_copy_only=False), np.bool_)
