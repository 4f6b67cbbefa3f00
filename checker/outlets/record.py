"""How faithfully an outlet quotes, and how often what is credited to it is really there: counts, and a rate with its interval."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import NamedTuple

from checker.model import Verdict

# Of 20 quotations the interval is still 0.4 wide at a rate of one half; below that a rate says nothing.
FEWEST = 20
# 95 of 100 intervals made so hold the true rate.
_Z = 1.959964

# The words are the original's: whole, in house style, or with every cut marked.
FAITHFUL = frozenset({Verdict.VERBATIM, Verdict.STYLED, Verdict.MARKED})
# The words, or most of them, stand in the original, whatever became of them.
THERE = FAITHFUL | {Verdict.ALTERED, Verdict.DISTORTED, Verdict.MISATTRIBUTED}
# Held against an original with a clear answer. Of the others nothing was compared, or it could not be told.
CHECKED = THERE | {Verdict.ABSENT}


class Rate(NamedTuple):
    """`hits` of `of`, with Wilson's interval."""

    hits: int
    of: int
    low: float
    high: float

    @property
    def value(self) -> float:
        return self.hits / self.of


def wilson(hits: int, of: int) -> Rate | None:
    """None with fewer than `FEWEST`; the interval keeps within 0 and 1 also where all or none hit.

    >>> rate = wilson(45, 50)
    >>> rate.value, round(rate.low, 3), round(rate.high, 3)
    (0.9, 0.786, 0.957)
    """
    if of < FEWEST:
        return None
    share = hits / of
    middle = (share + _Z * _Z / (2 * of)) / (1 + _Z * _Z / of)
    half = _Z / (1 + _Z * _Z / of) * sqrt(share * (1 - share) / of + _Z * _Z / (4 * of * of))
    # At none and at all a bound is the rate itself, but for the last digit.
    return Rate(hits, of, min(max(middle - half, 0.0), share), max(min(middle + half, 1.0), share))


class Record(NamedTuple):
    """One outlet in a ledger.

    `published` are the verdicts on quotations in its own articles, `credited` those on quotations that others credit to
    it and that were held against an original of its own. Both hold the counted quotations only; `left_out` is how many
    rest on a reconstruction.
    """

    outlet: str
    name: str
    articles: int = 0
    published: Mapping[Verdict, int] = {}
    credited: Mapping[Verdict, int] = {}
    left_out: int = 0

    @property
    def faithful(self) -> Rate | None:
        """How often its own articles reproduce the words faithfully."""
        return _rate(self.published, FAITHFUL)

    @property
    def there(self) -> Rate | None:
        """How often what is credited to it stands in its originals."""
        return _rate(self.credited, THERE)


def checked(counts: Mapping[Verdict, int]) -> int:
    """How many quotations had a clear answer."""
    return sum(number for verdict, number in counts.items() if verdict in CHECKED)


def _rate(counts: Mapping[Verdict, int], hits: frozenset[Verdict]) -> Rate | None:
    return wilson(sum(number for verdict, number in counts.items() if verdict in hits), checked(counts))
