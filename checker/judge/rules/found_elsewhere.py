"""An original that the article does not lean on has the words, too: perhaps otherwise, perhaps in another mouth.

It is shown where nothing else answers, and where it differs from what answers. It never decides a verdict.

With `checker check --corpus DIR` it also says in which articles of that corpus the words stand, and which of them is the
first there. That is the first in this corpus, which need not be where they come from; where dates are days only, several
may be. Words that too many people use to tell anything are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.judge.facts import Facts
from checker.judge.mouths import Mouth
from checker.judge.naming import at_passage, called
from checker.judge.rule import Judged, Rule, Said
from checker.judge.sightings import evidence_of, named, outlets
from checker.judge.verdict import same_words
from checker.model import Article, Judgement, Level, Sighting


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


def in_corpus(article: Article, judgement: Judgement, sightings: Sequence[Sighting]) -> Iterator[Said]:
    """Once a quotation that articles of other outlets have, too."""
    others = [one for one in sightings if not one.own]
    if not others:
        return
    first = [one for one in sightings if one.first]
    articles = f"{len(others)} other article{'s' if len(others) > 1 else ''} of the corpus, {_of_outlets(others)}"
    if not first:
        which = f"none of them has a date: {named(others)}"
    elif outlets(first) == 1:
        which = f"first in this corpus at {named(first)}"
    else:
        which = f"which is the first in this corpus is unknown: {named(first)}"
    yield Said(f"the words stand in {articles}; {which}", evidence_of(article, judgement, first or others))


def _of_outlets(sightings: Sequence[Sighting]) -> str:
    number = outlets(sightings)
    return f"of {number} outlet{'s' if number > 1 else ''}"


RULE = Rule("found-elsewhere", Level.NOTE, _check)
