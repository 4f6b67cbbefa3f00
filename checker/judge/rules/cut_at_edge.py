"""The quotation stops where the original's sentence goes on with a "but": nothing is turned, and the reader may want to know.

    said: The plan is good, but it comes late      printed: The plan is good

An edge that does turn the meaning is `cut-turns-meaning`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.cuts import Weight
from checker.judge.naming import at, called
from checker.judge.rule import Judged, Rule, Said
from checker.judge.tokens import short
from checker.model import Level


def _check(judged: Judged) -> Iterator[Said]:
    facts = judged.facts
    for hidden in facts.edges if facts else ():
        if hidden.weight is Weight.HARMLESS:
            original = judged.case.originals[hidden.original]
            yield Said(f"{called(original)} goes on: “{short(hidden.text)}”", (at(original, hidden.span),))


RULE = Rule("cut-at-edge", Level.NOTE, _check)
