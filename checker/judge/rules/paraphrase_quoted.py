"""The original's own prose stands in quotation marks as if somebody had said it.

    in the original: Fenn's kitchen is the last one that bakes      printed: Fenn said it was “the last one that bakes”

It holds for originals that are articles themselves: there speech is what stands in marks or block quotations. Words that the
article credits to the outlet, the document or its author may be prose.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.mouths import Mouth
from checker.judge.naming import at_passage, called
from checker.judge.rule import Judged, Rule, Said
from checker.model import BlockKind, Level, Original, Passage


def _check(judged: Judged) -> Iterator[Said]:
    facts = judged.facts
    if facts is None or facts.heard.mouth is not Mouth.PROSE:
        return
    where = _place(facts.original, facts.passage)
    whose = f"the article gives them to {judged.case.written}" if judged.case.written else "the article quotes them"
    yield Said(
        f"{called(facts.original)} has these words in {where}, not as anybody's speech; {whose}",
        (at_passage(facts.original, facts.passage),),
    )


def _place(original: Original, passage: Passage) -> str:
    block = original.article.block_at(passage.span.start) if original.article else None
    if block is not None and block.kind is BlockKind.HEADING:
        return "a headline"
    if block is not None and block.kind is BlockKind.CAPTION:
        return "a caption"
    return "its own prose" if passage.main else "a part of the page that is not the article"


RULE = Rule("paraphrase-quoted", Level.ERROR, _check)
