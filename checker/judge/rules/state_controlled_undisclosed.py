"""The article leans on an outlet whose words a state decides, and does not say so.

    Iran's Mehr News Agency reported that …          “state-run” or “semi-official” beside the name would tell the reader

The State Media Monitor lists the outlet as state-controlled, or as captured by the state. That says who funds it, appoints its
management and edits it; it does not say that a sentence is wrong. An outlet that is not on the list is not therefore free. A
nationality (“Iran's Mehr”) tells nothing: private outlets have one too. It does not see a disclosure in other words, on
another page, or in a picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.judge.known import Known
from checker.judge.rule import Said
from checker.model import Article, Evidence, Level, Reading
from checker.outlets import Outlet
from checker.outlets.control import CODES, CONTROL_DATE, CONTROL_SOURCE, CONTROLLED, code_of

NAME, LEVEL = "state-controlled-undisclosed", Level.NOTE


@cache
def _disclosed() -> re.Pattern[str]:
    """Words that tell a reader that a state stands behind an outlet."""
    who = r"(?:state|government|regime|kremlin|party|military|army|IRGC|Revolutionary Guards?|Communist Party)"
    how = r"(?:run|owned|controlled|funded|financed|backed|affiliated|linked|aligned|sponsored|managed|operated|published)"
    outlet = r"(?:media|news|newspaper|television|TV|broadcaster|radio|press|channel|agency|outlet|daily|mouthpiece)"
    return re.compile(
        rf"\b{who}[-‐‑\s]+{how}\b|\b{how}\s+(?:by|with|to)\s+(?:the\s+)?(?:\w+\s+){{0,2}}{who}\b"
        rf"|\b{who}(?:['’]s)?\s+{outlet}\b|\b(?:semi-?)?official\s+(?:\w+\s+){{0,2}}{outlet}\b"
        rf"|\b(?:semi-?)?official\s+[A-Z]|\bmouthpiece\b|\bpropaganda\b|\bpro-(?:government|regime|Kremlin)\b|\bquasi-official\b",
        re.IGNORECASE,
    )


def check(article: Article, reading: Reading, known: Known) -> Iterator[Said]:
    """Each outlet once, at the first place that cites it."""
    publisher = known.outlets.publisher_of(article)
    for outlet, source in known.cited(reading):
        code, _ = code_of(outlet.state_control)
        if (
            code not in CONTROLLED
            or (publisher and publisher.id == outlet.id)
            or _is_disclosed(article, reading, outlet)
        ):
            continue
        name = source.citation.span.of(article.text)
        yield Said(
            f"the article leans on {outlet.name} and does not say that it is {CODES[code]} ({CONTROL_SOURCE}, {CONTROL_DATE})",
            (Evidence("article", source.citation.span, name),),
        )


def _is_disclosed(article: Article, reading: Reading, outlet: Outlet) -> bool:
    """Whether any sentence that cites the outlet, or any sentence with its name, has such words."""
    text = article.text
    names = {outlet.name, *outlet.aliases}
    places = [source.citation.span for source in reading.sources if source.outlet_id == outlet.id]
    for sentence in reading.sentences:
        words = sentence.of(text)
        named = any(sentence.overlaps(place) for place in places) or any(
            name in words for name in names if len(name) > 3
        )
        if named and _disclosed().search(words):
            return True
    return False
