"""What a corpus adds to a judgement: findings, and nothing to the verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.judge.rules import found_elsewhere, lifted
from checker.model import Article, Finding, Judgement, Sighting


def with_sightings(article: Article, judgement: Judgement, sightings: Sequence[Sighting]) -> Judgement:
    """The judgement with what the corpus shows, in the order of all findings."""
    found = [
        Finding(rule, level, said.message, said.evidence)
        for rule, level, check in (
            (found_elsewhere.RULE.name, found_elsewhere.RULE.level, found_elsewhere.in_corpus),
            (lifted.NAME, lifted.LEVEL, lifted.check),
        )
        for said in check(article, judgement, sightings)
    ]
    if not found:
        return judgement
    every = sorted((*judgement.findings, *found), key=lambda finding: (-finding.level.rank, finding.rule))
    return replace(judgement, findings=tuple(every))
