"""Everything that a corpus knows of an utterance: its places by time, how the wording drifted, who had it first here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from checker.corpus.carriers import First, Place, first_of, fullest_early, places_of
from checker.corpus.drift import Drift, Early, Kind
from checker.corpus.relations import Relations
from checker.corpus.search import search
from checker.corpus.tables import Corpus
from checker.errors import UsageError

UTTERANCE, STOCK, SINGLE, UNGROUPED = "utterance", "stock", "single", "ungrouped"


@dataclass(frozen=True, slots=True)
class Shown:
    """An utterance. `early` is the wording that the others are held against; `drifts` go with `places`.

    `kind`: "utterance", "stock" (everybody's phrase: no first carrier is named), "single", or "ungrouped" for places with
    the same words in a corpus that was not grouped since they came.
    """

    id: str
    kind: str
    places: tuple[Place, ...]
    early: Place
    drifts: tuple[Drift, ...]
    first: First

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who carries it, in the order of time."""
        return tuple(dict.fromkeys(place.carrier for place in self.places))


def shown(corpus: Corpus, asked: str) -> tuple[Shown, ...]:
    """The utterances that are meant by an id, of an utterance or a quotation, or by words; most places first.

    Raises UsageError where nothing is.
    """
    with Relations(corpus) as relations:
        ids = _ids(relations, asked)
        if ids:
            found = [_of_id(relations, id) for id in ids]
        else:
            hits = [hit.id for hit in search(corpus, [asked])[0]]
            found = _of_hits(relations, hits)
    if not found:
        raise UsageError(
            f"no quotation of this corpus has these words or this id: {asked[:80]!r}; words are looked for from four on, "
            "and with enough of them that they are not everybody's"
        )
    return tuple(sorted(found, key=lambda one: (-len(one.places), one.id)))


def _ids(relations: Relations, asked: str) -> list[str]:
    query = "SELECT DISTINCT utterance_id FROM groups WHERE utterance_id = $asked OR quotation_id = $asked ORDER BY 1"
    return [row["utterance_id"] for row in relations.rows(query, {"asked": asked})]


def _of_hits(relations: Relations, hits: Sequence[str]) -> list[Shown]:
    """The utterances of some quotations; those that are in no group stand together."""
    if not hits:
        return []
    import pyarrow as pa

    relations.give("hits", pa.table({"quotation_id": pa.array(hits, pa.string())}))
    grouped = relations.rows(
        "SELECT h.quotation_id, g.utterance_id FROM hits h LEFT JOIN groups g USING (quotation_id)"
    )
    ids = sorted({row["utterance_id"] for row in grouped if row["utterance_id"]})
    found = [_of_id(relations, id) for id in ids]
    if any(row["utterance_id"] is None for row in grouped):
        found.append(of_utterance("", UNGROUPED, _ungrouped(relations)))
    return found


def _ungrouped(relations: Relations) -> tuple[Place, ...]:
    """The hits that are in no group, by time."""
    relations.give("groups", relations.table(
        "SELECT h.quotation_id, '' AS utterance_id, 'ungrouped' AS kind FROM hits h "
        "LEFT JOIN groups g USING (quotation_id) WHERE g.quotation_id IS NULL"
    ))  # fmt: skip
    return places_of(relations, "")[0]


def _of_id(relations: Relations, id: str) -> Shown:
    places, kind = places_of(relations, id)
    return of_utterance(id, kind or SINGLE, places)


def of_utterance(id: str, kind: str, places: tuple[Place, ...]) -> Shown:
    """An utterance with its places, by time; each wording is compared once."""
    early = fullest_early(places)
    drifts = _drifts(early, places)
    apart = sum(drift.kind is Kind.OTHER for drift in drifts)
    if apart:
        # Two stretches of one utterance went different ways: a later wording may have both.
        longest = max(places, key=lambda place: len(place.text.split()))
        instead = _drifts(longest, places)
        if sum(drift.kind is Kind.OTHER for drift in instead) < apart:
            early, drifts = longest, instead
    return Shown(id, kind, places, early, drifts, first_of(places))


def _drifts(early: Place, places: Sequence[Place]) -> tuple[Drift, ...]:
    held = Early(early.text)
    by_text = {text: held.drift(text) for text in dict.fromkeys(place.text for place in places)}
    return tuple(by_text[place.text] for place in places)


def shown_form(one: Shown) -> dict[str, Any]:
    """For JSON."""
    named = one.kind != STOCK
    return {
        "utterance": one.id or None,
        "kind": one.kind,
        "outlets": list(one.outlets),
        "early": one.early.quotation,
        "first": {
            "known": one.first.known,
            "places": [place.quotation for place in one.first.places],
            "undated": one.first.undated,
        }
        if named
        else None,
        "places": [_place_form(place, drift) for place, drift in zip(one.places, one.drifts, strict=True)],
    }


def _place_form(place: Place, drift: Drift) -> dict[str, Any]:
    return {
        "quotation": place.quotation,
        "article": place.article,
        "outlet": place.outlet,
        "outlet_name": place.outlet_name,
        "published": place.published,
        "precision": place.moment.precision if place.moment else None,
        "title": place.title,
        "url": place.url,
        "path": place.path,
        "text": place.text,
        "speaker": place.speaker,
        "cited_outlet": place.cited_outlet,
        "cited_name": place.cited,
        "cited_basis": place.basis,
        "credit": place.credit,
        "drift": {
            "kind": drift.kind.value,
            "words": drift.words,
            "of": drift.of,
            "more": drift.more,
            "differences": [
                {"class": one.cls.value, "early": one.early, "here": one.here} for one in drift.differences
            ],
        },
    }
