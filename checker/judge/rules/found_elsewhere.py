"""An original that the article does not lean on has the words, too: perhaps otherwise, perhaps in another mouth.

It is shown where nothing else answers, and where it differs from what answers. It never decides a verdict.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.facts import Facts
from checker.judge.mouths import Mouth
from checker.judge.naming import at_passage, called
from checker.judge.rule import Judged, Rule, Said
from checker.judge.verdict import same_words
from checker.model import Level


def _check(judged: Judged) -> Iterator[Said]:
    for facts in judged.elsewhere:
        if _differs(judged, facts):
            wording = "has the same words" if same_words(facts) else "has them in another wording"
            mouth = f", said by {facts.heard.speaker}" if facts.heard.speaker else ""
            yield Said(
                f"{called(facts.original)}, at hand and not cited for this, {wording}{mouth}",
                (at_passage(facts.original, facts.passage),),
            )


def _differs(judged: Judged, facts: Facts) -> bool:
    here = judged.facts
    return here is None or same_words(here) != same_words(facts) or facts.heard.mouth is Mouth.OTHER


RULE = Rule("found-elsewhere", Level.NOTE, _check)
