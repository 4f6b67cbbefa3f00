"""Something is passed on ("reportedly") and the sentences around name nobody whom it is from.

    Fourteen fighters were reportedly killed.

A speaker, an outlet or a document named in the sentence or beside it is a source.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.rule import Said
from checker.judge.tokens import short
from checker.model import Article, Evidence, Level, Reading, Span

NAME, LEVEL = "hearsay-unsourced", Level.NOTE


def check(article: Article, reading: Reading) -> Iterator[Said]:
    """One sentence a place, in reading order."""
    for hearsay in reading.hearsay:
        if not hearsay.sourced:
            sentence = next((s for s in reading.sentences if s.covers(hearsay.span)), hearsay.span)
            word = hearsay.span.of(article.text)
            yield Said(
                f"“{word}”, and no source is named: “{short(sentence.of(article.text))}”",
                (Evidence("article", Span(hearsay.span.start, hearsay.span.end), word),),
            )
