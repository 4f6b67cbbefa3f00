"""An uncited quotation stood elsewhere before, and the article does not say so.

    May 6, Quay Post: "We will close the north quay," Lind told the Quay Post.
    May 8, the article: "We will close the north quay," Lind said.

Only with `checker check --corpus DIR`, and only where an article of another outlet in that corpus certainly came before,
has enough of the same words, and the quotation names no outlet and has no original. It need not have been taken from
there: both may have heard it at the same place, or have it from an agency that neither names. What the corpus does not
hold is not seen, and phrases that everybody uses are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.judge.rule import Said
from checker.judge.sightings import evidence_of, named, outlets
from checker.model import Article, Judgement, Level, QuotationKind, Sighting

NAME, LEVEL = "lifted", Level.NOTE


def check(article: Article, judgement: Judgement, sightings: Sequence[Sighting]) -> Iterator[Said]:
    """Once a quotation, if at all."""
    attribution = judgement.attribution
    if attribution.credits or any(one.tie for one in judgement.originals):
        return
    if attribution.quotation.kind is QuotationKind.TERM:
        return
    before = [one for one in sightings if one.earlier]
    if not before or any(one.own for one in before):
        return
    earliest = [one for one in before if one.first] or before[:1]
    many = f", and {outlets(before)} outlets in all had it before this article" if outlets(before) > 1 else ""
    yield Said(
        f"no outlet is named for it, and it stood elsewhere before: {named(earliest)}{many}; both may have heard it",
        evidence_of(article, judgement, earliest),
    )
