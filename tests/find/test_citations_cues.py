"""Every cue that stands before a name matches its example and not its near miss."""

from __future__ import annotations

import pytest

from checker.find.citation_context import Context
from checker.find.citation_cues import BEFORE, Cue, before_heads
from checker.find.citation_rules import decide
from checker.model import Span


def relation(text: str) -> object:
    before = text.replace("@", "")
    decision = decide(Context(Span(0, len(before)), before, " ."))
    return decision and decision.relation


@pytest.mark.parametrize("cue", [pytest.param(cue, id=cue.name) for cue in BEFORE])
def test_a_cue_matches_its_example(cue: Cue) -> None:
    assert relation(cue.hit) is cue.relation


@pytest.mark.parametrize("cue", [pytest.param(cue, id=cue.name) for cue in BEFORE])
def test_a_cue_leaves_its_near_miss(cue: Cue) -> None:
    assert relation(cue.miss) is not cue.relation


def test_all_cues_are_in_one_pattern() -> None:
    assert before_heads().groups >= len(BEFORE)
