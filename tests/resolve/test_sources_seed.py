"""The article that the project started from: which outlet each of its quotations leans on, given who speaks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.find.citations import find_citations
from checker.find.quotations import find_quotations
from checker.model import Person, Span
from checker.outlets import Outlets
from checker.read import read
from checker.resolve.credits import credits_of
from checker.resolve.sources import resolve_sources

SEED = Path(__file__).parents[2] / ".." / "shared" / "seed"


def test_the_outlet_of_every_quotation() -> None:
    if not SEED.exists():
        pytest.skip("the first article is not beside the project")
    rows = json.loads((SEED / "expected.json").read_text("utf-8"))["quotations"]
    article = read((SEED / "article.txt").read_bytes(), path="article.txt")
    quotations = find_quotations(article)
    assert [q.span for q in quotations] == [Span(row["start"], row["end"]) for row in rows]

    # Who speaks is another module's to find: here it is given, with every place that writes the name as the rows do.
    written: dict[str, set[str]] = {}
    for row in rows:
        if row.get("speaker"):
            written.setdefault(row["speaker"], {row["speaker"]}).add(row["speaker_as_written"])
    people = {name: Person(name, name, places(article.text, forms)) for name, forms in written.items()}
    speakers = {q.id: people.get(row.get("speaker")) for q, row in zip(quotations, rows, strict=True)}

    sources = resolve_sources(
        article, quotations, find_citations(article, quotations, Outlets.shipped()), Outlets.shipped()
    )
    credited = credits_of(article, quotations, sources, speakers, tuple(people.values()))
    for quotation, row in zip(quotations, rows, strict=True):
        first = next(iter(credited.get(quotation.id, ())), None)
        assert (first and first.source.name, first and first.basis) == (row["outlet"], row.get("basis")), row["id"]
        assert bool(first and first.source.citation.translated) is row.get("translated", False), row["id"]


def places(text: str, forms: set[str]) -> tuple[Span, ...]:
    found = []
    for form in forms:
        at = text.find(form)
        while at >= 0:
            found.append(Span(at, at + len(form)))
            at = text.find(form, at + 1)
    return tuple(sorted(found))
