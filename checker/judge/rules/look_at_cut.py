"""A cut holds a word that may turn what is kept, and it cannot be told whether it does.

    said: We did not in all those years ask anybody to close the school
    printed: We … ask anybody to close the school

It is a note and changes no verdict. So is a cut in a term, or in words that the article itself denies: `he denied that "…"` may
put back what the cut took.
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
    for hidden in facts.hidden if facts else ():
        if hidden.weight is Weight.LOOK:
            original = judged.case.originals[hidden.original]
            yield Said(
                f"look at what is left out, it holds {hidden.what}: {called(original)} has “{short(hidden.text)}”",
                (at(original, hidden.span),),
            )


RULE = Rule("look-at-cut", Level.NOTE, _check)
