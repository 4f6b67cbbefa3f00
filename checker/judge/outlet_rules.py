"""The rules on outlets: on unless switched off by name; none changes a verdict, and no verdict changes a rating."""

from __future__ import annotations

from checker.judge.known import Known
from checker.judge.rules import (
    link_elsewhere,
    low_rated_outlet,
    outlet_unknown,
    single_source,
    state_controlled_undisclosed,
)
from checker.model import Article, Finding, Reading

ON_OUTLETS = (link_elsewhere, low_rated_outlet, outlet_unknown, single_source, state_controlled_undisclosed)


def findings_on_outlets(article: Article, reading: Reading, known: Known) -> tuple[Finding, ...]:
    """By rule and in reading order."""
    return tuple(
        Finding(rule.NAME, said.level or rule.LEVEL, said.message, said.evidence)
        for rule in ON_OUTLETS
        for said in rule.check(article, reading, known)
    )
