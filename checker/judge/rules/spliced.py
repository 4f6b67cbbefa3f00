"""Two places are printed as one quotation, with no mark between them.

More than twelve words of the original, or a whole sentence of eight, lie between, or the two stand in different originals. Joined
like this, words can be made to answer a question that nobody asked.

    said: We are proud of the town. [40 words] It is a disgrace.      printed: We are proud of the town. It is a disgrace.

Less between them is `cut-unmarked`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.naming import at, at_passage, called
from checker.judge.rule import Judged, Rule, Said, evidence
from checker.judge.tokens import short
from checker.model import EditClass, Level


def _check(judged: Judged) -> Iterator[Said]:
    facts = judged.facts
    if facts is None or facts.reordered:
        return
    for change in facts.changes:
        if change.cls is not EditClass.SPLICE:
            continue
        places = tuple(
            at_passage(judged.case.originals[passage.original], passage) for passage in facts.match.passages[1:]
        )
        if change.said:
            between = (
                f"{len(change.said.split())} words lie between them in {called(facts.original)}: “{short(change.said)}”"
            )
            yield Said(f"two places are joined without a mark; {between}", evidence(facts, [change]) + places)
        else:
            other = judged.case.originals[facts.match.passages[-1].original]
            where = f"{called(facts.original)} and {called(other)}" if other.id != facts.original.id else "far apart"
            first = at(facts.original, facts.passage.span)
            yield Said(f"two places are joined without a mark; they stand in {where}", (first, *places))


RULE = Rule("spliced", Level.ERROR, _check)
