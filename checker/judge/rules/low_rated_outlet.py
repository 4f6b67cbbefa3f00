"""The article leans on an outlet that independent raters place low.

    [outlets]
    low = 0.35

Silent until the settings give a threshold (0 to 1), and then only where two families of raters or more have a vote and
their mean lies below it: one rater's opinion is shown in the profile and is no finding. It says nothing of the quotation
at hand: a low-rated outlet may be quoted exactly, and be right.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.known import Known
from checker.judge.rule import Said
from checker.model import Article, Evidence, Level, Reading
from checker.outlets.standing import combined, votes_of

NAME, LEVEL = "low-rated-outlet", Level.NOTE


def check(article: Article, reading: Reading, known: Known) -> Iterator[Said]:
    """Each outlet once, at the first place that cites it."""
    if known.low is None:
        return
    for outlet, source in known.cited(reading):
        mean = combined(votes_of(known.ratings.of(outlet)))
        if mean is not None and mean.mean < known.low:
            name = source.citation.span.of(article.text)
            yield Said(
                f"{outlet.name} is rated {mean.mean:.2f} of 1, the mean of {mean.votes} votes (lowest {mean.lowest:.2f}, highest "
                f"{mean.highest:.2f}); the threshold of the settings is {known.low:.2f}",
                (Evidence("article", source.citation.span, name),),
            )
