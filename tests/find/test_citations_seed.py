"""The article that the project started from: exactly the citations that an editor reads out of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from checker.find.citations import find_citations
from checker.find.quotations import find_quotations
from checker.model import Article, Citation
from checker.outlets import Outlets
from checker.read import read

SEED = Path(__file__).parents[2] / ".." / "shared" / "seed"


def load() -> tuple[dict[str, Any], Article, tuple[Citation, ...]]:
    if not SEED.exists():
        pytest.skip("the first article is not beside the project")
    expected = json.loads((SEED / "expected.json").read_text("utf-8"))
    article = read((SEED / "article.txt").read_bytes(), path="article.txt")
    return expected, article, find_citations(article, find_quotations(article), Outlets.shipped())


def test_the_citations_of_the_first_article() -> None:
    expected, article, citations = load()
    outlets = Outlets.shipped()
    found = []
    for citation in citations:
        outlet = outlets.by_id(citation.outlet_ids[0])
        assert outlet is not None and len(citation.outlet_ids) == 1
        row: dict[str, Any] = {"name": outlet.name, "start": citation.span.start, "end": citation.span.end}
        row["relation"] = str(citation.relation)
        row |= {"parent_named": citation.parent.of(article.text)} if citation.parent else {}
        row |= {"translated": True} if citation.translated else {}
        found.append(row)
    assert found == [{key: row[key] for key in row if key != "as_written"} for row in expected["citations"]]


def test_what_only_looks_like_a_citation() -> None:
    expected, _, citations = load()
    for row in expected["not_citations"]:
        assert not [c for c in citations if c.span.start <= row["start"] < c.span.end], row["why"]
