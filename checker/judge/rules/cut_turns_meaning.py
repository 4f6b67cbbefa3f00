"""Words were left out, inside the quotation or at its edge, that turn what is kept.

A negation that governs the kept verb, a condition, a hedge, "nearly" or "at least" before a number, the other half of
"not … but", the head of the phrase, the sentence that said whom "they" means, a change of speaker.

    said: I will not resign      printed: I will … resign
    said: We will stay, unless they ask us to leave      printed: We will stay

It reads English grammar by its small words: what it cannot tell it leaves to `look-at-cut`, and a condition that was said two
sentences earlier it does not see.
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
        if hidden.weight is Weight.TURNS:
            original = judged.case.originals[hidden.original]
            yield Said(
                f"what is left out holds {hidden.what}: {called(original)} has “{short(hidden.text)}”",
                (at(original, hidden.span),),
            )


RULE = Rule("cut-turns-meaning", Level.ERROR, _check)
