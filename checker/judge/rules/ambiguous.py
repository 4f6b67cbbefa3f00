"""Several passages answer equally and different people say them, or too little agrees to tell which original is meant.

    three councillors: Not in my street.      printed: “Not in my street,” one councillor called

A speaker or a date that the article names decides where it can.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.mouths import Mouth
from checker.judge.naming import at_passage, called
from checker.judge.rule import Judged, Rule, Said
from checker.model import Level, Verdict


def _check(judged: Judged) -> Iterator[Said]:
    facts = judged.facts
    if judged.verdict is not Verdict.AMBIGUOUS or facts is None:
        return
    there = (at_passage(facts.original, facts.passage),)
    if facts.heard.mouth is Mouth.SEVERAL:
        people = facts.passage.speakers
        names = f"{', '.join(people[:-1])} and {people[-1]}"
        yield Said(
            f"{facts.passage.equals} places in {called(facts.original)} have these words, said by {names}", there
        )
    elif facts.heard.mouth is Mouth.CHANCE:
        whose = f", in {facts.heard.speaker}'s mouth" if facts.heard.speaker else ""
        yield Said(
            f"{called(facts.original)} has these few words{whose}, which may be chance: too little to say whose they are",
            there,
        )
    else:
        yield Said(
            f"so few and common words agree with {called(facts.original)} that a speaker or a date would have to agree as well",
            there,
        )


RULE = Rule("ambiguous", Level.NOTE, _check)
