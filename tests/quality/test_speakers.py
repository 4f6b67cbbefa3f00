"""Who each quotation's speaker is, on articles of PolNeAR's train part: a full name, or nobody by name.

The labels are one reader's: the fullest name that the article gives for whoever speaks, None for an unnamed speaker, a
group, a document. Where the articles leave it open the quotation is left out. The half `tuned` was looked at while the
rules were written, the half `untouched` was only scored. `form` is how the article writes the speaker there. Floors lie a
little under what is reached; they only rise.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker.model import Attribution, Span
from checker.outlets import Outlets
from checker.pipeline import read_reading
from checker.read.text import read_text

HERE = Path(__file__).parent
POLNEAR = HERE.parents[1] / ".." / "shared" / "data" / "polnear"
DIGEST = "f612eaa7caeee4508dc53d76780730416b79536e851639631b6322971ec2327b"
FLOORS = {"tuned": 0.96, "untouched": 0.88}

pytestmark = pytest.mark.skipif(
    not POLNEAR.exists(), reason="the labelled articles are not beside the project (../shared/data/polnear)"
)


@cache
def gold() -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(line) for line in (HERE / "speakers_gold.jsonl").read_text("utf-8").splitlines())


@cache
def texts() -> dict[str, str]:
    data = (POLNEAR / "quotes.jsonl").read_bytes()
    assert hashlib.sha256(data).hexdigest() == DIGEST, "these floors were measured on another corpus"
    return {row["doc"]: row["text"] for row in map(json.loads, data.decode().splitlines())}


@cache
def attributions(doc: str) -> tuple[Attribution, ...]:
    return read_reading(read_text(texts()[doc]), Outlets.shipped()).attributions


def answer(row: dict[str, Any]) -> Attribution | None:
    """The quotation at a place, the one that covers most of it."""
    place = Span(row["start"], row["end"])

    def covered(one: Attribution) -> int:
        return max(min(part.end, place.end) - max(part.start, place.start) for part in one.quotation.parts)

    best = max(attributions(row["doc"]), key=covered, default=None)
    return best if best is not None and covered(best) > 0 else None


def is_right(row: dict[str, Any]) -> bool:
    found = answer(row)
    if found is None:
        return False
    return (found.speaker.name if found.speaker else None) == row["name"]


def score(half: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for row in gold():
        if row["half"] == half:
            for key in ("all", row["form"]):
                counts[f"{key} of"] += 1
                counts[key] += is_right(row)
    return counts


@pytest.mark.parametrize("half", FLOORS)
def test_speakers_are_named_as_well_as_they_were(half: str) -> None:
    counts = score(half)
    reached = counts["all"] / counts["all of"]
    print(half, f"{reached:.4f}", dict(sorted(counts.items())))
    assert reached >= FLOORS[half]


def test_the_labels_are_many_and_of_all_forms() -> None:
    forms = Counter(row["form"] for row in gold())
    assert sum(forms.values()) >= 300
    assert forms["pronoun"] >= 40
    assert forms["role"] >= 40
    halves: dict[str, set[str]] = {}
    for row in gold():
        halves.setdefault(row["half"], set()).add(row["doc"])
    assert halves["tuned"].isdisjoint(halves["untouched"])
