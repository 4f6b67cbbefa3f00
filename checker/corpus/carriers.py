"""The places where an utterance stands, and which of them may have had it first in this corpus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checker.corpus.moments import Moment
from checker.corpus.relations import Relations, text_of


@dataclass(frozen=True, slots=True)
class Place:
    """A quotation in an article of the corpus. `cited` is the outlet that it says to have the words from, by name."""

    quotation: str
    article: str
    text: str
    outlet: str | None
    outlet_name: str | None
    published: str | None
    moment: Moment | None
    speaker: str | None = None
    cited: str | None = None
    cited_outlet: str | None = None
    basis: str | None = None
    title: str | None = None
    url: str | None = None
    path: str | None = None
    dateline: str | None = None
    credit: str | None = None

    @property
    def carrier(self) -> str:
        """What to call who printed it: the outlet, else the article."""
        return self.outlet_name or self.outlet or self.article


@dataclass(frozen=True, slots=True)
class First:
    """The places that may be the first; more than one outlet is a tie. `undated` counts those that might be earlier still."""

    places: tuple[Place, ...]
    undated: int

    @property
    def known(self) -> bool:
        """Whether one outlet, or one article of no outlet, is the first for certain among those that have a date."""
        return len({place.outlet or place.article for place in self.places}) == 1


def place_of(row: Mapping[str, Any]) -> Place:
    """A row of `sql/utterance.sql`."""
    at = row["published_at"]
    return Place(
        quotation=row["quotation_id"],
        article=row["article_id"],
        text=row["text"],
        outlet=row["outlet"],
        outlet_name=row["outlet_name"],
        published=row["published"] or (at.isoformat() if at else None),
        moment=Moment(at, row["precision"] or "time") if at else None,
        speaker=row["speaker"],
        cited=row["cited_name"] or row["cited_outlet"],
        cited_outlet=row["cited_outlet"],
        basis=row["cited_basis"],
        title=row["title"],
        url=row["url"],
        path=row["path"],
        dateline=row["dateline"],
        credit=row["credit"],
    )


def places_of(relations: Relations, utterance: str) -> tuple[tuple[Place, ...], str | None]:
    """Every place of an utterance by time, those without a date last; and its kind, None where there is no such utterance."""
    rows = relations.rows(text_of("utterance"), {"utterance": utterance})
    places = sorted(map(place_of, rows), key=_by_time)
    return tuple(places), rows[0]["kind"] if rows else None


def _by_time(place: Place) -> tuple[bool, float, float, str]:
    moment = place.moment
    if moment is None:
        return True, 0.0, 0.0, place.quotation
    return False, moment.at.timestamp(), moment.latest.timestamp(), place.quotation


def first_of(places: Iterable[Place]) -> First:
    """Those that no other place certainly comes before."""
    dated = [(place, place.moment) for place in places if place.moment is not None]
    every = list(places)
    if not dated:
        return First((), len(every))
    known = min(moment.latest for _, moment in dated)
    return First(tuple(place for place, moment in dated if moment.at <= known), len(every) - len(dated))


def fullest_early(places: Sequence[Place]) -> Place:
    """The wording that the others are held against: the earliest that has at least three quarters of the longest one's words.

    The very first may be a scrap of four words, and the longest a late one with a sentence of somebody else's at its end.
    """
    most = max(len(place.text.split()) for place in places)
    return next(place for place in places if 4 * len(place.text.split()) >= 3 * most)
