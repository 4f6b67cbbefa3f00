"""The cheapest alignment in its plainest and slowest form: every cell looks at every way to get there.

The costs are those of `checker.align.alignment`; only the search for the least of them is done again.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.align import alignment as costs
from checker.align.alignment import Quoted, substitution, weight


def least_cost(quoted: Quoted, original: Sequence[str]) -> float:
    """What the whole quotation costs against the part of the stretch that suits it best."""
    keys = quoted.keys
    table = [[float("inf")] * (len(original) + 1) for _ in range(len(keys) + 1)]
    for at in range(len(keys) + 1):
        for to in range(len(original) + 1):
            ways = [0.0] if at == 0 else []
            if at:
                ways.append(table[at - 1][to] + quoted.weights[at - 1])
            if at and to:
                ways.append(table[at - 1][to - 1] + _pair(quoted, at - 1, original[to - 1]))
            if at > 1 and to and keys[at - 2] + keys[at - 1] == original[to - 1]:
                ways.append(table[at - 2][to - 1] + costs.JOINED)
            if at and to > 1 and keys[at - 1] == original[to - 2] + original[to - 1] and len(keys[at - 1]) > 3:
                ways.append(table[at - 1][to - 2] + costs.JOINED)
            # Before the first word and after the last the stretch is free.
            if 0 < at < len(keys):
                ways += [table[at][back] + _gap(quoted, at, original[back:to]) for back in range(to)]
            table[at][to] = min(ways)
    return min(table[-1])


def _pair(quoted: Quoted, at: int, other: str) -> float:
    if quoted.keys[at] == other:
        return 0.0
    return costs.BRACKET_FOR if at in quoted.bracketed else substitution(quoted.keys[at], other)


def _gap(quoted: Quoted, at: int, left_out: Sequence[str]) -> float:
    """Leaving out these words before unit `at`: by the word, or as one cut."""
    marked = at in quoted.cuts
    opening, word = (costs.MARKED_CUT, costs.MARKED_CUT_WORD) if marked else (costs.CUT, costs.CUT_WORD)
    beside = bool(quoted.bracketed & {at, at - 1})
    if beside:
        opening = min(opening, costs.CUT / 2)
    single = costs.LEFT_OUT * sum(map(weight, left_out)) * (0.3 if beside else 1)
    return min(single, opening + word * len(left_out))
