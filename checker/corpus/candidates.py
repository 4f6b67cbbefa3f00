"""Which two wordings to look at: those that share a run of words that few others share, or the fullest of those that do."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from checker.corpus.engines import Engine
from checker.corpus.folding import Hash

# Up to so many wordings in a list meet each other; of a longer list each meets its fullest ones alone. Made quotations: at
# 100,000 a list of 100 makes twice the pairs of one of 20 and holds 0.001 more of what can be told; at a million 40 hold 0.01
# more of the short ones than 20.
_LIST, _STARS = 32, 3


@dataclass(frozen=True, slots=True)
class Pairs:
    """Numbers of wordings, `a` below `b`, ascending; `keys` is by how many keys they met."""

    a: NDArray[np.int64]
    b: NDArray[np.int64]
    keys: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.a)


@dataclass(frozen=True, slots=True)
class Long:
    """The lists in which not everybody meets, ascending by key: of how many wordings, and the numbers of their fullest."""

    key: Hash
    n: NDArray[np.int64]
    fullest: NDArray[np.int64]  # three in a row of a list, the fullest first

    def __len__(self) -> int:
        return len(self.key)

    def take(self, rows: NDArray[np.int64] | NDArray[np.bool_]) -> Long:
        """Some of them."""
        return Long(self.key[rows], self.n[rows], self.fullest[rows])

    @staticmethod
    def is_long(n: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether lists of so many are."""
        return np.asarray(n > _LIST)


def find_pairs(engine: Engine, postings: pa.Table) -> Pairs:
    """Every pair once."""
    _lists(engine, postings, "")
    return _pairs(engine, "", "meetings")


def find_changed(engine: Engine, was: pa.Table, now: pa.Table) -> tuple[Pairs, Pairs]:
    """The pairs that met by the postings of before a batch and by those of after it, but for what is the same in both.

    Both hold all postings of the keys that a batch touches; `fresh` are those that are in one of them alone. Two that are
    not meet by a key as often as before, unless its list has other fullest wordings, or is long now and was not.
    """
    _lists(engine, was, "_was")
    _lists(engine, now, "_now")
    engine.step("altered")
    return _changed(engine, "_was"), _changed(engine, "_now")


def long_lists(engine: Engine, side: str = "") -> Long:
    """The long ones among the lists that were last looked at, of a batch on one side: "_was" or "_now"."""
    engine.step("long", into=f"long{side}", lists=f"lists{side}", stars=f"stars{side}")
    rows = {name: column.to_numpy() for name, column in zip(_OF_LONG, engine.table(f"long{side}").columns, strict=True)}
    order = np.lexsort((rows["place"], rows["key"].view(np.uint64)))
    lists = order[::_STARS]
    fullest = rows["wording"][order].astype(np.int64).reshape(-1, _STARS)
    return Long(rows["key"][lists].view(np.uint64), rows["n"][lists].astype(np.int64), fullest)


_OF_LONG = ("key", "n", "wording", "place")


def _lists(engine: Engine, postings: pa.Table, side: str) -> None:
    engine.give(f"postings{side}", postings)
    engine.step("lists", into=f"lists{side}", postings=f"postings{side}")
    engine.step("meetings", into=f"meetings{side}", postings=f"postings{side}", lists=f"lists{side}")
    engine.step("stars", into=f"stars{side}", meetings=f"meetings{side}", list=_LIST, stars=_STARS)


def _changed(engine: Engine, side: str) -> Pairs:
    engine.step("freshened", into=f"freshened{side}", meetings=f"meetings{side}")
    return _pairs(engine, side, f"freshened{side}")


def _pairs(engine: Engine, side: str, meetings: str) -> Pairs:
    engine.step("pairs", into=f"pairs{side}", meetings=meetings, stars=f"stars{side}", list=_LIST)
    found = engine.table(f"pairs{side}")
    a, b, keys = (found[name].to_numpy().astype(np.int64) for name in ("a", "b", "keys"))
    order = np.argsort(a << 32 | b)
    return Pairs(a[order], b[order], keys[order])
