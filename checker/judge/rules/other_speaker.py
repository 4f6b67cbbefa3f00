"""The words are there, and somebody else says them.

    in the transcript: WEIL: I counted eleven broken lamps.      printed: “I counted eleven broken lamps,” Dumas said

Both sides must name a person who can be told apart; a role, initials or a first name alone are never a mismatch. Where the
article's person is named right beside the words it is a note: they may be reported speech.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.mouths import Mouth
from checker.judge.naming import at_passage, called
from checker.judge.rule import Judged, Rule, Said
from checker.model import Level


def _check(judged: Judged) -> Iterator[Said]:
    facts = judged.facts
    if facts is None or facts.heard.mouth not in (Mouth.OTHER, Mouth.EXPLAINED):
        return
    there = at_passage(facts.original, facts.passage)
    says = f"in {called(facts.original)} it is {facts.heard.speaker} who says this"
    if facts.heard.mouth is Mouth.OTHER:
        yield Said(f"{says}; the article gives the words to {judged.case.person}", (there,))
    else:
        yield Said(f"{says}, naming {judged.case.person} beside it", (there,), Level.NOTE)


RULE = Rule("other-speaker", Level.ERROR, _check)
