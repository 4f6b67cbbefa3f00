"""The article that the project started from: everything that an editor reads out of it, from its bytes alone."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker.find import find_citations, find_hearsay, find_quotations
from checker.model import Article, Attribution, Reading, Source, Span
from checker.outlets import Outlets
from checker.read import read
from checker.resolve import resolve

SEED = Path(__file__).parents[2] / ".." / "shared" / "seed"
# What the file says for the reader of it, not to be matched.
FOR_THE_READER = {"id", "basis_note", "as_written"}


@cache
def expected() -> dict[str, Any]:
    if not SEED.exists():
        pytest.skip("the first article is not beside the project (../shared/seed)")
    found: dict[str, Any] = json.loads((SEED / "expected.json").read_text("utf-8"))
    return found


@cache
def read_out() -> tuple[Article, Reading]:
    article = read((SEED / "article.txt").read_bytes(), path="article.txt")
    outlets = Outlets.shipped()
    quotations = find_quotations(article)
    citations = find_citations(article, quotations, outlets)
    hearsay = find_hearsay(article, quotations, [citation.span for citation in citations])
    return article, resolve(article, quotations, citations, outlets, hearsay)


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of a list with what is left unsaid in them: false or null."""
    return [{key: row[key] for key in row if key not in FOR_THE_READER and row[key]} for row in expected()[name]]


def quotation_row(text: str, attribution: Attribution) -> dict[str, Any]:
    quotation, credit = attribution.quotation, next(iter(attribution.credits), None)
    row = {
        "start": quotation.span.start,
        "end": quotation.span.end,
        "kind": str(quotation.kind),
        "partial": quotation.partial,
        "elided": quotation.elided,
        "speaker_as_written": quotation.speaker and quotation.speaker.of(text),
        "speaker": attribution.speaker and attribution.speaker.name,
        "cue": quotation.cue and quotation.cue.of(text),
        "outlet": credit and credit.source.name,
        "basis": credit and str(credit.basis),
        "translated": attribution.translated,
    }
    return {key: value for key, value in row.items() if value}


def citation_row(source: Source) -> dict[str, Any]:
    citation = source.citation
    row = {
        "name": source.name,
        "start": citation.span.start,
        "end": citation.span.end,
        "relation": str(citation.relation),
        "parent_named": source.parent_name,
        "translated": citation.translated,
    }
    return {key: value for key, value in row.items() if value}


def test_the_quotations_with_their_speakers_and_outlets() -> None:
    wanted = rows("quotations")
    article, reading = read_out()
    assert [quotation_row(article.text, attribution) for attribution in reading.attributions] == wanted


def test_every_quotation_leans_on_one_outlet_at_most() -> None:
    wanted = [int("outlet" in row) for row in rows("quotations")]
    assert [len(attribution.credits) for attribution in read_out()[1].attributions] == wanted


def test_the_cited_outlets() -> None:
    wanted = rows("citations")
    sources = read_out()[1].sources
    assert [citation_row(source) for source in sources] == wanted
    assert all(source.outlet_id and not source.candidates for source in sources)


def test_what_only_looks_like_a_citation() -> None:
    rejected = expected()["not_citations"]
    article, reading = read_out()
    assert rejected
    for row in rejected:
        place = Span(row["start"], row["start"] + len(row["text"]))
        assert place.of(article.text) == row["text"]
        assert not any(source.citation.span.overlaps(place) for source in reading.sources), row["why"]


def test_one_person_in_two_spellings() -> None:
    (wanted,) = (row for row in expected()["other_findings"] if "spellings" in row)
    article, reading = read_out()
    varying = [person for person in reading.people if len(person.spellings) > 1]
    found = [[(spelling, len(places)) for spelling, places in person.spellings] for person in varying]
    assert found == [list(zip(wanted["spellings"], wanted["count"], strict=True))]
    for spelling, places in varying[0].spellings:
        assert {place.of(article.text) for place in places} == {spelling}


def test_hearsay_without_a_source() -> None:
    (wanted,) = (row["text"] for row in expected()["other_findings"] if "hearsay" in row["what"])
    article, reading = read_out()
    (hearsay,) = reading.hearsay
    assert not hearsay.sourced
    assert hearsay.span.of(article.text) == "reportedly"
    assert Span(article.text.index(wanted), article.text.index(wanted) + len(wanted)).covers(hearsay.span)
