"""A clause of the quotation stands nowhere in the original, joined to words that do.

    said: The ferry is late again.      printed: The ferry is late again and nobody at the company cares.

It takes at least five words of which three carry meaning; fewer are `words-changed`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.naming import called
from checker.judge.rule import Judged, Rule, Said, evidence
from checker.judge.tokens import short
from checker.model import Level


def _check(judged: Judged) -> Iterator[Said]:
    facts = judged.facts
    for change in facts.changes if facts else ():
        if facts is not None and change.orphan:
            yield Said(
                f"“{short(change.printed)}” is not in {called(facts.original)}; the words around it are",
                evidence(facts, [change]),
            )


RULE = Rule("part-absent", Level.WARNING, _check)
