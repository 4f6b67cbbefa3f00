"""Several raters' judgements beside each other: one vote for each family, and a combined value from two votes up.

The rule was measured, not chosen by taste; the figures and what follows from them stand in `docs/credibility.md`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.outlets.ratings import Kind, Rating

# A further rater fell within so much of the mean for 79 to 82 of 100 outlets (docs/credibility.md); a rule of thumb.
ERROR_BAR = 0.30
# A row of the older copy counts only where the newer one has none.
_OLDER_COPIES = {"wikipedia_rsp_2022": "wikipedia_rsp"}
_WEAK_PARTS = 1


class Vote(NamedTuple):
    """What one family says of the outlet: the mean position of its rows on one domain, 0 to 1."""

    family: str
    position: float
    domain: str
    ratings: tuple[Rating, ...]


class Combined(NamedTuple):
    """The plain mean of two votes or more, never to be shown without the rest of this."""

    mean: float
    votes: int
    lowest: float
    highest: float

    @property
    def likely(self) -> tuple[float, float]:
        """Where another rater would likely fall."""
        return max(self.mean - ERROR_BAR, 0.0), min(self.mean + ERROR_BAR, 1.0)


def votes_of(ratings: Sequence[Rating], host: str | None = None) -> tuple[Vote, ...]:
    """One vote a family that gives values, by the family's name.

    `ratings` come in the order of the outlet's domains. Of several rated domains `host` counts, where one is given and
    rated, else the first.
    """
    counted = [one for one in current(ratings) if one.position is not None]
    votes = []
    for family in sorted({one.rater.family for one in counted}):
        rows = [one for one in counted if one.rater.family == family]
        domain = next((one.domain for one in rows if one.domain == host), rows[0].domain)
        here = tuple(one for one in rows if one.domain == domain)
        positions = [one.position for one in here if one.position is not None]
        votes.append(Vote(family, sum(positions) / len(positions), domain, here))
    return tuple(votes)


def current(ratings: Sequence[Rating]) -> tuple[Rating, ...]:
    """Judgements of quality (no facts, no models), without older copies of rows that are there."""
    there = {(one.domain, one.rater.id) for one in ratings}
    return tuple(
        one
        for one in ratings
        if one.rater.kind in (Kind.RATING, Kind.LIST) and (one.domain, _OLDER_COPIES.get(one.rater.id, "")) not in there
    )


def combined(votes: Sequence[Vote]) -> Combined | None:
    """None with fewer than two votes: one vote is shown as that vote."""
    if len(votes) < 2:
        return None
    positions = [vote.position for vote in votes]
    return Combined(sum(positions) / len(positions), len(votes), min(positions), max(positions))


def computed(ratings: Sequence[Rating]) -> tuple[Rating, ...]:
    """Figures that models made out of other raters' ratings; they are never part of a mean."""
    return tuple(one for one in ratings if one.rater.kind is Kind.MODEL)


def weakness(rating: Rating) -> str | None:
    """Why a computed figure is weak; None where nothing is known against it."""
    if rating.rater.id == "cred1":
        return "covers problem sites only; the age and the rank of the site are part of it"
    if rating.rater.id == "lin2023_pc1":
        parts = int(rating.category.partition("=")[2] or 0)
        if parts <= _WEAK_PARTS:
            return f"weak: {parts or 'none'} of its four visible raters had rated the domain, the rest is filled in"
    return None
