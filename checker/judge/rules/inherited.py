"""An ellipsis or a bracket stands in the original as well: somebody before this article cut the words.

    in the original: further enhance our will ... to confront      printed: the same

What is missing there cannot be seen from here.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.naming import called
from checker.judge.rule import Judged, Rule, Said, around, evidence
from checker.model import EditClass, Level


def _check(judged: Judged) -> Iterator[Said]:
    facts = judged.facts
    changes = [change for change in facts.changes if change.cls is EditClass.INHERITED] if facts else []
    if facts is not None and changes:
        where = around(facts.original.text, changes[0].edit.original, changes[0].passage.span)
        yield Said(f"the mark stands in {called(facts.original)} as well: “{where}”", evidence(facts, changes))


RULE = Rule("inherited", Level.NOTE, _check)
