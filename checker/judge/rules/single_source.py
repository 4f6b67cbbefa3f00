"""Several outlets are named, and everything rests on one origin.

    the article → Outlet A → Agency          the article → Outlet B → Agency

Either the originals credit the words to the same outlet, or they carry them in the very same sentences, as copies of one
agency's report do. Several names then look like several confirmations and are one. It is said only where every quotation
that leans on an outlet was found, so that no origin is unknown. With `checker check --corpus DIR` the cited outlet's own
article in that corpus is asked as well: whom it credits for the words, or whose text it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.judge.known import Known, answering, key_of
from checker.judge.rule import Said
from checker.judge.tokens import short
from checker.model import Article, Evidence, Judgement, Level, Passage, Reading, Relation

NAME, LEVEL = "single-source", Level.NOTE

# So many letters in common, the quotation's sentence and the one before it, are no coincidence.
_COPIED = 120


def check(article: Article, reading: Reading, known: Known) -> Iterator[Said]:
    """Once an article, if at all."""
    leaning = [one for one in known.judgements if one.attribution.credits]
    named = _named(reading)
    if len(leaning) < 2 or len(named) < 2:
        return
    origins = [_origin(judgement, known) for judgement in leaning]
    if None in origins:
        return
    distinct = _merged([one for one in origins if one], leaning, known)
    credited = {key_of(judgement.attribution.credits[0].source) for judgement in leaning}
    if len(distinct) == 1 and (len(credited) > 1 or credited != set(distinct)):
        origin = known.outlets.by_id(distinct[0])
        names = ", ".join(named.values())
        evidence = tuple(
            Evidence(
                "article",
                judgement.attribution.quotation.span,
                short(judgement.attribution.quotation.words(article.text)),
            )
            for judgement in leaning
        )
        name = origin.name if origin else distinct[0]
        # What an article of a corpus says of itself is no more than that.
        by_themselves = any(answering(judgement) is None for judgement in leaning)
        how = (
            "their own articles in the corpus have the words from one"
            if by_themselves
            else "everything rests on one origin"
        )
        yield Said(f"{names} are named, and {how}: {name}", evidence)


def _named(reading: Reading) -> dict[str, str]:
    return {key_of(source): source.name for source in reading.sources if source.citation.relation is not Relation.OTHER}


def _origin(judgement: Judgement, known: Known) -> str | None:
    """The last outlet of the chain that can be seen; None where the words were not found."""
    passage = answering(judgement)
    if passage is None:
        return _origin_in_corpus(judgement, known)
    if passage.credited:
        last = passage.credited[-1]
        outlet = known.outlet_named(last)
        return outlet.id if outlet else last
    original = known.original(passage.original)
    return original.outlet_id if original else None


def _origin_in_corpus(judgement: Judgement, known: Known) -> str | None:
    """Where the cited outlet's earliest article of the corpus with these words has them from; itself, if it does not say."""
    cited = judgement.attribution.credits[0].source.outlet_id
    seen = known.sightings.get(judgement.attribution.quotation.id, ())
    there = [one for one in seen if cited and one.outlet_id == cited]
    if not there:
        return None
    return next((one.whence_id or one.whence for one in there if one.whence), cited)


def _merged(origins: Sequence[str], leaning: Sequence[Judgement], known: Known) -> list[str]:
    """The different origins; two outlets whose originals have the same sentences are one, the first of them."""
    first: dict[str, str] = {}
    seen: dict[str, str] = {}
    for judgement in leaning:
        for passage in judgement.passages:
            original = known.original(passage.original)
            near = _letters(passage)
            if passage.answers and original and original.outlet_id and len(near) >= _COPIED:
                owner = seen.setdefault(near, original.outlet_id)
                first.setdefault(original.outlet_id, owner)
    return list(dict.fromkeys(first.get(origin, origin) for origin in origins))


def _letters(passage: Passage) -> str:
    return "".join(char for char in passage.near.casefold() if char.isalnum())
