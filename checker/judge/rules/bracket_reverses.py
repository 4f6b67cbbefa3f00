"""A bracket puts something else in place of what was said: a negation, a number, another name, more or less certainty.

    said: we will always support it      printed: we will [never] support it

A bracket that explains ("[Assad]" for "he"), changes a capital or says [sic] is fine.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.naming import at, called
from checker.judge.rule import Judged, Rule, Said
from checker.model import Level


def _check(judged: Judged) -> Iterator[Said]:
    facts = judged.facts
    for hidden in facts.brackets if facts else ():
        original = judged.case.originals[hidden.original]
        said = hidden.span.of(original.text).strip()
        instead = f"“{said}” in {called(original)}" if said else f"nothing in {called(original)}"
        yield Said(
            f"the bracket changes {hidden.what}: “{hidden.text}” stands for {instead}", (at(original, hidden.span),)
        )


RULE = Rule("bracket-reverses", Level.ERROR, _check)
