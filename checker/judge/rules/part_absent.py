"""A clause of the quotation stands nowhere in the original, joined to words that do.

    said: The night ferry is late again.      printed: The night ferry is late again and nobody at the company cares.

It takes at least five words of which three carry meaning; fewer are `words-changed`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.changes import half_found
from checker.judge.naming import at_passage, called
from checker.judge.rule import Judged, Rule, Said
from checker.judge.tokens import short
from checker.model import Evidence, Level, Passage, Span, Verdict

# What stands there must tell so many bits, some four words of weight, to say that half of a quotation is there.
_TELLING = 35.0


def _check(judged: Judged) -> Iterator[Said]:
    for passage, span in _orphans(judged):
        original = judged.case.originals[passage.original]
        here = span.moved(judged.case.quotation.span.start)
        yield Said(
            f"“{short(span.of(judged.case.words))}” is not in {called(original)}; the words beside it are",
            (Evidence("article", here, here.of(judged.case.article.text)), at_passage(original, passage)),
        )


def _orphans(judged: Judged) -> list[tuple[Passage, Span]]:
    """The clauses that have nothing in the original: of what answers, else of what comes nearest and tells enough."""
    if judged.facts is not None:
        return [(change.passage, change.edit.quotation) for change in judged.facts.changes if change.orphan]
    near = judged.nearest.passages[0] if judged.nearest and judged.verdict is Verdict.ABSENT else None
    lacks = half_found(near, judged.case.words) if near and near.information >= _TELLING else None
    return [(near, lacks)] if near and lacks else []


RULE = Rule("part-absent", Level.WARNING, _check)
