"""What the rules on outlets need besides the article: the registry, ratings, and what became of the quotations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.model import Judgement, Original, Passage, Reading, Relation, Sighting, Source
from checker.outlets import Outlet, Outlets
from checker.outlets.ratings import Ratings


class Known(NamedTuple):
    """`judgements` and `originals` are the report's. `low` is the settings' threshold, 0 to 1; None: no outlet is low.

    `sightings` are the places of a corpus where the words of a quotation stand, by its id.
    """

    outlets: Outlets
    ratings: Ratings
    judgements: tuple[Judgement, ...] = ()
    originals: tuple[Original, ...] = ()
    low: float | None = None
    sightings: Mapping[str, Sequence[Sighting]] = {}

    def original(self, original_id: str) -> Original | None:
        return next((one for one in self.originals if one.id == original_id), None)

    def outlet_named(self, name: str) -> Outlet | None:
        """The one outlet that a bare name means."""
        found = self.outlets.find_names(name)
        only = found[0] if len(found) == 1 else None
        return self.outlets.by_id(only.outlet_id) if only and only.outlet_id else None

    def cited(self, reading: Reading) -> Iterator[tuple[Outlet, Source]]:
        """Every outlet of the registry that the article leans on, once, with the first place that cites it."""
        seen = set()
        for source in reading.sources:
            outlet = self.outlets.by_id(source.outlet_id) if source.outlet_id else None
            if outlet and outlet.id not in seen and source.citation.relation is not Relation.OTHER:
                seen.add(outlet.id)
                yield outlet, source


def key_of(source: Source) -> str:
    """What tells cited outlets apart: the id, else the name."""
    return source.outlet_id or source.name


def answering(judgement: Judgement) -> Passage | None:
    """The passage that decides, where one answers."""
    return next((passage for passage in judgement.passages[:1] if passage.answers), None)
