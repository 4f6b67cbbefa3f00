"""Which outlet each quotation leans on, on articles of PolNeAR's train part: one outlet with the basis, or none.

The labels are one reader's. `outlet` is the outlet's name as the article gives it, `outlet_id` its row in the registry;
None where the words come to the article without an outlet. A dateline's agency does not count, nor a name in passing;
what may be read both ways is left out. `same-sentence` and `carried-over` are the bases that occur. The half `tuned` was
looked at while the rules were written, the half `untouched` was only scored. Floors lie a little under what is reached.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import test_speakers

from checker.model import Credit

FLOORS = {
    # half: precision, recall, basis
    "tuned": (0.915, 0.78, 0.98),
    "untouched": (0.885, 0.825, 0.99),
}

pytestmark = test_speakers.pytestmark


@cache
def gold() -> tuple[dict[str, Any], ...]:
    lines = (Path(__file__).parent / "outlets_gold.jsonl").read_text("utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def first_credit(row: dict[str, Any]) -> Credit | None:
    found = test_speakers.answer(row)
    return found.credits[0] if found is not None and found.credits else None


def is_right(row: dict[str, Any], credit: Credit) -> bool:
    if row["outlet_id"] is not None and credit.source.outlet_id is not None:
        return bool(credit.source.outlet_id == row["outlet_id"])
    return row["outlet"] is not None and credit.source.name.casefold() == row["outlet"].casefold()


def score(half: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for row in gold():
        if row["half"] != half:
            continue
        credit = first_credit(row)
        counts["gold"] += row["outlet"] is not None
        counts["found"] += credit is not None
        if credit is not None and is_right(row, credit):
            counts["right"] += 1
            counts["basis"] += credit.basis == row["basis"]
    return counts


@pytest.mark.parametrize("half", FLOORS)
def test_quotations_lean_on_outlets_as_well_as_they_did(half: str) -> None:
    counts = score(half)
    right = counts["right"]
    reached = (right / counts["found"], right / counts["gold"], counts["basis"] / right)
    print(half, dict(counts), *(f"{value:.3f}" for value in reached))
    assert all(value >= floor for value, floor in zip(reached, FLOORS[half], strict=True)), reached


def test_the_labels_are_many() -> None:
    assert sum(row["outlet"] is not None for row in gold()) >= 60
