"""Words that were said to one outlet stand in the article, and it names nobody for them.

    May 6, Quay Post: "We will close the north quay," Lind told the Quay Post.
    May 8, the article: "We will close the north quay," Lind said last week.

Only with `checker check --corpus DIR`. An article of another outlet in that corpus certainly came before and says, in the
sentence of the quotation, that the words were said to an outlet: to itself, or to one that it credits. That outlet is the one
to be named; the note is no more than the reason to look.

It is silent where that says nothing about this article: the quotation names an outlet or has an original; the article names
one of the two outlets anywhere, or links to another site beside the quotation; it says near it where the words were said or
written (a rally, a letter, an interview; a list of English words), for what many heard first hand is nobody's; its own outlet
had the words before, or is not known; the speakers are two people; the earlier article does not say to whom the words were
said. What the corpus does not hold is not seen. So most of what was taken over stays unsaid, and what is said should be worth
a look.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from checker.judge.rule import Said
from checker.judge.sightings import evidence_of, told
from checker.judge.tokens import short
from checker.model import Article, Judgement, Level, QuotationKind, Sighting, Span
from checker.text.english.occasions import says_where

NAME, LEVEL = "lifted", Level.NOTE

# So many paragraphs before and after the quotation's own say where it was said: "On the morning show …" and its second
# quotation two paragraphs on.
_BEFORE, _AFTER = 3, 1


def check(article: Article, judgement: Judgement, sightings: Sequence[Sighting]) -> Iterator[Said]:
    """Once a quotation, if at all."""
    attribution = judgement.attribution
    if attribution.credits or any(one.tie for one in judgement.originals):
        return
    if attribution.quotation.kind is QuotationKind.TERM:
        return
    before = [one for one in sightings if one.earlier]
    if any(one.own is not False or one.named or one.other_speaker for one in before):
        return
    earliest = next((one for one in before if one.said_to), None)
    span = attribution.quotation.span
    if earliest is None or says_where(_around(article, span)) or _links_away(article, span):
        return
    whom = "it" if earliest.said_to == earliest.outlet else short(earliest.said_to or "")
    yield Said(
        f"no outlet is named for it; before this article {told(earliest)} had it, and says that it was said to {whom}",
        evidence_of(article, judgement, [earliest]),
    )


def _around(article: Article, span: Span) -> str:
    """The headline, and the article's own paragraphs around the quotation without its words."""
    blocks = [block for block in article.blocks if block.main]
    at = max(0, bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1)
    near = blocks[max(0, at - _BEFORE) : at + _AFTER + 1]
    start, end = (near[0].span.start, near[-1].span.end) if near else (0, len(article.text))
    text = article.text
    return f"{article.metadata.title or ''}\n{text[start : span.start]}\n{text[span.end : max(span.end, end)]}"


def _links_away(article: Article, span: Span) -> bool:
    """Whether the quotation's paragraph has a link to another host, which shows where it comes from as well as a name does."""
    block = article.block_at(span.start)
    own = {_host(one) for one in (article.url, article.metadata.canonical) if one}
    return any(_host(link.url) not in own for link in block.links) if block else False


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # an unbalanced "[" in an address that a page made up
        return ""
