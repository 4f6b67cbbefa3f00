"""A place in a corpus of articles where the words of a quotation stand, too."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.span import Span


@dataclass(frozen=True, slots=True)
class Sighting:
    """Words of a quotation in another article of a corpus (`docs/corpus.md`).

    `article` is its id there, `span` where the words stand in it. `outlet` is what to call who printed it, `outlet_id`
    None where that is unknown. `earlier`: it was published before the article that is checked, for certain; None where
    either has no date. `first`: of all sightings of the quotation none is certainly before it; several may be the first.
    `own`: the article that is checked is of the same outlet. `whence` is the outlet that the place itself has the words
    or its whole text from, as it says or as a text that stood elsewhere before shows.
    """

    article: str
    span: Span
    words: str
    outlet: str
    outlet_id: str | None = None
    published: str | None = None
    earlier: bool | None = None
    first: bool = False
    own: bool = False
    whence: str | None = None
    whence_id: str | None = None
