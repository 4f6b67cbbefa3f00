"""Wordings into groups. Never plain components: a chain of half agreements would make one utterance of a whole corpus.

A link with evidence to spare joins the groups of its two ends. A weaker one only takes a wording in that no such link
holds: to its best fuller relative, and to one only, so that it can be no bridge.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from checker.corpus.folding import Whole
from checker.corpus.verify import FREE, Links

Groups = NDArray[np.int64]


def grouped(links: Links, wordings: int) -> Groups:
    """For each wording the number of its group: that of the first wording in it."""
    free = links.evidence >= FREE
    strong = components(wordings, links.short[free], links.long[free])
    child, parent = _parents(links, ~free, strong)
    return components(wordings, np.concatenate([links.short[free], child]), np.concatenate([links.long[free], parent]))


def _parents(links: Links, weak: NDArray[np.bool_], strong: Groups) -> tuple[Whole, Whole]:
    """For each wording that stands alone its best weak link to a fuller one; of equals that to the first."""
    alone = np.bincount(strong, minlength=len(strong))[strong] == 1
    rows = np.flatnonzero(weak & alone[links.short])
    order = rows[np.lexsort((links.long[rows], -links.evidence[rows], links.short[rows]))]
    child = links.short[order]
    first = np.ones(len(order), np.bool_)
    first[1:] = child[1:] != child[:-1]
    return child[first], links.long[order][first]


def components(size: int, a: Whole, b: Whole) -> Groups:
    """Connected components: for each of `size` things the lowest number that can be reached from it.

    >>> components(5, np.array([4, 1]), np.array([1, 2])).tolist()
    [0, 1, 1, 3, 1]
    """
    label = np.arange(size, dtype=np.int64)
    while True:
        left, right = label[a], label[b]
        apart = left != right
        if not apart.any():
            return label
        left, right = left[apart], right[apart]
        np.minimum.at(label, np.maximum(left, right), np.minimum(left, right))
        while not np.array_equal(label, over := label[label]):
            label = over
