"""A place in a corpus of articles where the words of a quotation stand, too."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.span import Span


@dataclass(frozen=True, slots=True)
class Sighting:
    """Words of a quotation in another article of a corpus (`docs/corpus.md`).

    `article` is its id there, `span` where the words stand in it. `outlet` is what to call who printed it, `outlet_id`
    None where that is unknown; `published` is None where it is no date. `earlier`: it was published before the article that
    is checked, for certain; None where either has no date. `first`: neither the article nor any other sighting of the
    quotation is certainly before it; several may be the first. `own`: the article that is checked is of the same outlet;
    None where one of the two is unknown. `whence` is the outlet that the place itself has the words or its whole text from,
    as it says or as a text that stood elsewhere before shows. `other_speaker` is who says the words there, where that is
    another person than here. `said_to` is the outlet that the words were said to, as the place says in the same sentence
    (and not the one that publishes the article); `named` whether the article names that outlet, or the one of the place,
    anywhere.
    """

    article: str
    span: Span
    words: str
    outlet: str
    outlet_id: str | None = None
    published: str | None = None
    earlier: bool | None = None
    first: bool = False
    own: bool | None = None
    whence: str | None = None
    whence_id: str | None = None
    other_speaker: str | None = None
    said_to: str | None = None
    named: bool = False
