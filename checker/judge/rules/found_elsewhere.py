"""An original that the article does not lean on has the words, too: perhaps otherwise, perhaps in another mouth.

It is shown where nothing else answers, and where it differs from what answers. It never decides a verdict.

With `checker check --corpus DIR` it also says in which articles of that corpus the words stand, and which of them has them
first, the article itself among them. That is the first in this corpus, which need not be where they come from. Where dates
are days only, several may be the first; a date that is missing is said to be. If the article is the first, those that have
the words after it are named: whoever asks where else they stand wants to know it, though there is nothing to mend. Words
that too many people use to tell anything are left out, and so is a line that is said again on another day or by somebody
else, unless so much of it agrees that it hardly can be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.judge.facts import Facts
from checker.judge.mouths import Mouth
from checker.judge.naming import at_passage, called
from checker.judge.rule import Judged, Rule, Said
from checker.judge.sightings import evidence_of, named, outlets
from checker.judge.tokens import short
from checker.judge.verdict import same_words
from checker.model import Article, Judgement, Level, Sighting

# So many other speakers are named in one sentence.
_SPEAKERS = 2


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
    which, shown = _first(sightings, others)
    yield Said(f"{_counted(sightings, others)}{_mouths(others)}; {which}", evidence_of(article, judgement, shown))


def _counted(sightings: Sequence[Sighting], others: Sequence[Sighting]) -> str:
    """ "the words stand in 2 other articles of the corpus, of 1 outlet" """
    articles, number = len(others), outlets(others)
    own = len(sightings) - articles
    of = f"of {number} outlet{'s' if number > 1 else ''}"
    besides = f", and in {own} of this outlet" if own else ""
    return f"the words stand in {articles} other article{'s' if articles > 1 else ''} of the corpus, {of}{besides}"


def _mouths(others: Sequence[Sighting]) -> str:
    """Who says them there, where that is somebody else."""
    speakers = list(dict.fromkeys(one.other_speaker for one in others if one.other_speaker))
    return f", there read as said by {' or by '.join(map(short, speakers[:_SPEAKERS]))}" if speakers else ""


def _first(sightings: Sequence[Sighting], others: Sequence[Sighting]) -> tuple[str, Sequence[Sighting]]:
    """What can be said of who had them first, and the places to show for it."""
    first = [one for one in sightings if one.first]
    undated = sum(one.published is None for one in sightings)
    besides = f"; {undated} without a date may be earlier" if undated else ""
    alone = outlets(first) == 1
    if any(one.earlier for one in first):
        which = "first in this corpus at" if alone else "which is the first in this corpus is unknown:"
        return f"{which} {named(first)}{besides}", first
    if first and first[0].earlier is None:
        which = (
            "of the others the first in this corpus is" if alone else "of the others the first in this corpus may be"
        )
        return f"this article has no date; {which} {named(first)}{besides}", first
    if first:
        which = f"this article{' or' if alone else ','} {named(first)}"
        return f"which is the first in this corpus is unknown: {which}{besides}", first
    if all(one.published is None for one in others):
        return f"none of them has a date: {named(others)}", others
    after = [one for one in others if one.published]
    return f"first in this corpus is this article; after it {named(after, 'and')}{besides}", after


RULE = Rule("found-elsewhere", Level.NOTE, _check)
