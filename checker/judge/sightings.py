"""How a message names places in a corpus, and the evidence of one."""

from __future__ import annotations

from collections.abc import Sequence

from checker.judge.tokens import short
from checker.model import Article, Evidence, Judgement, Sighting

# So many carriers are named in one sentence.
_NAMED = 3


def named(sightings: Sequence[Sighting], last: str = "or") -> str:
    """The different outlets, `last` between the last two, each with its date and one article."""
    first: dict[str, Sighting] = {}
    for one in sightings:
        first.setdefault(one.outlet, one)
    said = [told(one) for one in list(first.values())[:_NAMED]]
    more = [f"{len(first) - _NAMED} others"] if len(first) > _NAMED else []
    parts = [*said, *more]
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def told(one: Sighting) -> str:
    """ "Quay Post, 2024-05-06 (posts/quay.html)" """
    date = (one.published or "")[:16].replace("T", " ")
    own = ", of this outlet too" if one.own else ""
    return f"{short(one.outlet)}{', ' + date if date else ''} ({short(one.article)}{own})"


def outlets(sightings: Sequence[Sighting]) -> int:
    """How many different ones."""
    return len({one.outlet_id or one.outlet for one in sightings})


def evidence_of(article: Article, judgement: Judgement, sightings: Sequence[Sighting]) -> tuple[Evidence, ...]:
    """The quotation, and each place: "corpus:" and the article's id, with the words that stand there."""
    quotation = judgement.attribution.quotation
    here = Evidence("article", quotation.span, short(quotation.words(article.text)))
    return (here, *(Evidence(f"corpus:{one.article}", one.span, one.words) for one in sightings))
