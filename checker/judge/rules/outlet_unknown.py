"""An outlet is cited that no registry knows.

    The Quayside Examiner reported that the pier will close.

The words around present the name as an outlet. It may be a small one, a new one, a misspelt one or none at all; nothing
is known of it, neither good nor bad. An outlet of your own file (`docs/credibility.md`) is known from then on. It does
not see a name that is cited in a way that could also be a person's.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.known import Known
from checker.judge.rule import Said
from checker.judge.tokens import short
from checker.model import Article, Evidence, Level, Reading

NAME, LEVEL = "outlet-unknown", Level.NOTE


def check(article: Article, reading: Reading, known: Known) -> Iterator[Said]:
    """Each name once, at its first place."""
    seen = set()
    for source in reading.sources:
        citation = source.citation
        bare = source.name.casefold().removeprefix("the ")
        if source.outlet_id or source.candidates or citation.outlet_ids or citation.unnamed or bare in seen:
            continue
        seen.add(bare)
        name = citation.span.of(article.text)
        yield Said(
            f"“{short(name)}” is cited, and the registry knows no outlet of this name",
            (Evidence("article", citation.span, name),),
        )
