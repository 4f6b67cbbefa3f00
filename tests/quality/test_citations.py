"""Cited outlets on 120 news articles: every name cited or only mentioned, which outlet, which relation.

The labels are one reader's (see the data's own page); an item is an outlet's name, right when a citation overlaps it. A
relation `according-to` counts as `reported`, which these labels do not tell apart. Floors lie a little under what is
reached; they only rise. Of the train part 36 articles were read while the rules were written, and misses of dev once.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker.find.citations import find_citations
from checker.find.quotations import find_quotations
from checker.model import Article, Citation, Relation, Span
from checker.outlets import Outlets
from checker.read.text import read_text

POLNEAR = Path(__file__).parents[2] / ".." / "shared" / "data" / "polnear"
DIGEST = "cbea365476f6d717c1b688cb6d9a59794477eb710b1522f224057fed51f6cc8c"
FLOORS = {
    # part: precision, recall, F1, right outlet, right relation
    "train": (0.97, 0.95, 0.965, 0.87, 0.99),
    "dev": (0.98, 0.885, 0.93, 0.99, 0.96),
}


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (POLNEAR / name).read_text("utf-8").splitlines()]


@cache
def texts() -> dict[str, str]:
    return {row["doc"]: row["text"] for row in rows("quotes.jsonl")}


def citations_in(text: str) -> tuple[Article, list[Citation]]:
    article = read_text(text)
    return article, [c for c in find_citations(article, find_quotations(article), Outlets.shipped()) if not c.unnamed]


def score(part: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for row in rows("outlets-dev.jsonl"):
        if row["split"] != part:
            continue
        article, found = citations_in(texts()[row["doc"]])
        assert article.text == texts()[row["doc"]], "the labels index the text as it is"
        left = list(found)
        for item in (item for item in row["outlets"] if item["relation"] != "mention"):
            hit = next((c for c in left if c.span.overlaps(Span(item["start"], item["end"]))), None)
            counts["gold"] += 1
            if hit is None:
                continue
            left.remove(hit)
            counts["hit"] += 1
            relation = Relation.REPORTED if hit.relation is Relation.ACCORDING_TO else hit.relation
            counts["relation"] += relation == item["relation"]
            counts["known"] += item["outlet_id"] is not None
            counts["outlet"] += item["outlet_id"] is not None and hit.outlet_ids == (item["outlet_id"],)
        counts["found"] += len(found)
    return counts


@pytest.mark.parametrize("part", ["train", "dev"])
def test_cited_outlets_stay_as_good_as_they_were(part: str) -> None:
    if not POLNEAR.exists():
        pytest.skip("the labelled articles are not beside the project")
    digest = hashlib.sha256((POLNEAR / "outlets-dev.jsonl").read_bytes()).hexdigest()
    assert digest == DIGEST, "these floors were measured on another corpus"
    counts = score(part)
    precision, recall = counts["hit"] / counts["found"], counts["hit"] / counts["gold"]
    reached = (
        precision,
        recall,
        2 * precision * recall / (precision + recall),
        counts["outlet"] / counts["known"],
        counts["relation"] / counts["hit"],
    )
    print(part, dict(counts), *(f"{value:.3f}" for value in reached))
    assert all(value >= floor for value, floor in zip(reached, FLOORS[part], strict=True)), reached
