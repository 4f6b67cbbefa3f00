"""Where in the originals it is worth looking closely: stretches that share rare runs of words with the quotation.

Seeds find them, and a count of the words that agree in order (a longest common subsequence, weighed) says which come first,
before any of them is read carefully.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nsmallest
from math import log2
from typing import NamedTuple

from checker.align.index import Index, Query, Seed

# Runs of three words find 99.7 % of the labelled passages, runs of two all of them (596 pairs). A run that stands in more
# places than this tells nothing; 1,500 is where recall stops to grow at 10 MB.
_LEVELS = ((3, 1500), (2, 250), (1, 60))
# So many places are weighed for one quotation: with 160 two of 233 labelled passages are lost, with 1,000 none is won.
_HITS = 260
# Places are counted by regions of 64 words first; the best few are looked at word by word.
_REGION, _REGIONS = 6, 10
_CHOSEN = 4
# Words around the outermost seeds: for what was changed at the ends.
_SLACK = 5
# How much longer than the quotation a window may be, for what was left out.
_REACH = 50
# Where so much of the quotation's weight stands in one window, shorter runs (of three, two, one word) find nothing better.
_ENOUGH = {3: 0.72, 2: 0.4, 1: 0.0}


class Window(NamedTuple):
    """Words `first` to `last` of an index, and how much of the quotation's weight stands there in its order, 0 to 1."""

    first: int
    last: int
    agreement: float


def windows(index: Index, query: Query, weights: Sequence[float], within: range | None) -> list[Window]:
    """The stretches that agree best, best first; none overlaps another.

    >>> from checker.align.index import ListIndex
    >>> index = ListIndex(["and then we left the valley for good"])
    >>> windows(index, index.encode(["we", "left", "the", "village"]), [1, 1, 1, 1], None)
    [Window(first=0, last=7, agreement=0.75)]
    """
    found: list[Window] = []
    for length, limit in _LEVELS:
        if len(query) < length:
            continue
        for first, last in _stretches(index, index.seeds(query, length, limit, within), len(query)):
            found.append(_weighed(index, query, weights, first, last))
        if any(window.agreement >= _ENOUGH[length] for window in found):
            break
    found.sort(key=lambda window: (-window.agreement, window.first))
    kept: list[Window] = []
    for window in found:
        if all(window.last < other.first or window.first > other.last for other in kept):
            kept.append(window)
    return kept


def _weighed(index: Index, query: Query, weights: Sequence[float], first: int, last: int) -> Window:
    from rapidfuzz.distance import LCSseq

    text = index.words_of(index.text_of(first))
    slack = _SLACK + len(query) // 8
    first, last = max(text.start, first - slack), min(text.stop - 1, last + slack)
    matched = 0.0
    for block in LCSseq.editops(query, index.words(first, last + 1)).as_matching_blocks():
        matched += sum(weights[block.a : block.a + block.size])
    return Window(first, last, matched / (sum(weights) or 1.0))


def _stretches(index: Index, seeds: Sequence[Seed], length: int) -> list[tuple[int, int]]:
    """The stretches with the rarest distinct seeds, best first; then, for seeds that these lack, those that have them."""
    best = _densest(index, seeds, length)
    covered: set[int] = set()
    for _, _, held in best[:2]:
        covered |= held
    rest = [seed for seed in seeds if seed[0] not in covered]
    if len(rest) >= 2 and covered:
        best += _densest(index, rest, length)[:2]
    return [(first, last) for first, last, _ in best]


def _densest(index: Index, seeds: Sequence[Seed], length: int) -> list[tuple[int, int, set[int]]]:
    """A few stretches that do not overlap, those with the most rarity in distinct seeds first, with the seeds they hold."""
    hits = _in_best_regions(index, seeds)
    scored: list[tuple[float, int, int, set[int]]] = []
    left, counts, score = 0, dict[int, int](), 0.0
    for right, (place, at, rarity) in enumerate(hits):
        counts[at] = counts.get(at, 0) + 1
        score += rarity if counts[at] == 1 else 0.0
        while place - hits[left][0] > length + _REACH:
            gone = hits[left][1]
            counts[gone] -= 1
            if not counts[gone]:
                score -= hits[left][2]
                del counts[gone]
            left += 1
        if right + 1 == len(hits) or hits[right + 1][0] - hits[left][0] > length + _REACH:
            low, high = hits[left], hits[right]
            scored.append((score, low[0] - low[1], high[0] + length - high[1] - 1, set(counts)))
    scored.sort(key=lambda stretch: (-stretch[0], stretch[1]))
    chosen: list[tuple[int, int, set[int]]] = []
    for _, first, end, held in scored:
        if all(end < other[0] or first > other[1] for other in chosen):
            chosen.append((max(0, first), min(end, index.size - 1), held))
            if len(chosen) == _CHOSEN:
                break
    return chosen


def _in_best_regions(index: Index, seeds: Sequence[Seed]) -> list[tuple[int, int, float]]:
    """The seeds' places in the few regions that have most of them, as (place, number of the seed, rarity), ascending."""
    votes: dict[int, float] = {}
    rarities: list[float] = []
    counted = 0
    for used, (at, places) in enumerate(seeds):
        if counted and counted + len(places) > _HITS:
            seeds = seeds[:used]
            break
        counted += len(places)
        rarity = log2(index.size / len(places) + 1)
        rarities.append(rarity)
        for place in places:
            region = (place - at) >> _REGION
            votes[region] = votes.get(region, 0.0) + rarity
    ranked = nsmallest(_REGIONS, [(-vote - votes.get(region + 1, 0.0), region) for region, vote in votes.items()])
    wanted = {near for _, region in ranked for near in (region, region + 1)}
    hits = [
        (place, at, rarity)
        for (at, places), rarity in zip(seeds, rarities, strict=True)
        for place in places
        if (place - at) >> _REGION in wanted
    ]
    return sorted(hits)
