"""The words are read out there: somebody else speaks, and says whose words they are.

    in the transcript: HOST: You wrote, “We will not go back.”      printed: “We will not go back,” she wrote

It is no mismatch of speakers.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.mouths import Mouth
from checker.judge.naming import at_passage, called
from checker.judge.rule import Judged, Rule, Said
from checker.model import Level


def _check(judged: Judged) -> Iterator[Said]:
    facts = judged.facts
    if facts is not None and facts.heard.mouth is Mouth.RELAYED:
        yield Said(
            f"in {called(facts.original)} {facts.heard.speaker} passes these words on as somebody else's",
            (at_passage(facts.original, facts.passage),),
        )


RULE = Rule("relayed", Level.NOTE, _check)
