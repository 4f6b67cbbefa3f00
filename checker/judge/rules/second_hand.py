"""The original has the words from somebody else again, and says so.

    the article → The Jerusalem Post → Al-Mayadeen

It is no fault of the wording. An editor may want to go one step further back, or to name the first outlet.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.naming import at_passage, called
from checker.judge.rule import Judged, Rule, Said
from checker.model import Level


def _check(judged: Judged) -> Iterator[Said]:
    facts = judged.facts
    if facts is None or not facts.passage.credited:
        return
    chain = " → ".join(("the article", called(facts.original), *facts.passage.credited))
    yield Said(
        f"{called(facts.original)} has it from another outlet: {chain}", (at_passage(facts.original, facts.passage),)
    )


RULE = Rule("second-hand", Level.NOTE, _check)
