"""Which two wordings to look at: those that share a run of words that few others share, or the fullest of those that do."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from checker.corpus.engines import Engine

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


def find_pairs(engine: Engine, postings: pa.Table) -> Pairs:
    """Every pair once."""
    engine.give("postings", postings)
    engine.step("lists")
    engine.step("meetings")
    engine.step("stars", list=_LIST, stars=_STARS)
    engine.step("pairs", list=_LIST)
    found = engine.table("pairs")
    a, b, keys = (found[name].to_numpy().astype(np.int64) for name in ("a", "b", "keys"))
    order = np.argsort(a << 32 | b)
    return Pairs(a[order], b[order], keys[order])
