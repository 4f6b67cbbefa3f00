"""When a word that may be an outlet plainly is something else: "Fars province", "Capitol Hill", "Michael Bloomberg"."""

from __future__ import annotations

import re
from functools import cache

from checker.model import Span
from checker.outlets.outlet import Mention

# Their local stations carry a number and are outlets of their own: "Fox News 6", "NBC 4", "ABC 7".
_NETWORKS = frozenset({"abcnews-go-com", "cbsnews-com", "foxnews-com", "nbcnews-com"})
_NUMBER = re.compile(
    r"[ -]?\d{1,2}\b(?![%.,\d]|\s+(?:percent|points?|of|to|in\s+\d|million|billion|times|years?|days?|hours?))"
)


@cache
def _goes_on() -> re.Pattern[str]:
    """What follows when the word is the head of another name. Days and kinds of outlets may follow an outlet."""
    return re.compile(
        r"\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September"
        r"|October|November|December)\b|News|TV|Radio|Magazine|Online|Television|Channel|Politics|Editorial|Agency|Poll)"
        r"[A-Z][a-z]|\s+(?:province|party|vaccine|ocean|coast|county)\b|[-‐‑][a-z]|\s*@"
    )


@cache
def _made() -> re.Pattern[str]:
    """What follows a paper's short name without its article: "Times reporter", "Post's Ann Lee"."""
    return re.compile(
        r"['’]s?\s|\s+(?:reporters?|report|story|article|poll|analysis|columnist|column|editors?|editorial|correspondent)\b"
    )


@cache
def _name_before() -> re.Pattern[str]:
    """A first name, a title or another part of a longer name right before the word."""
    return re.compile(
        r"(?:\b(?!The\b|An?\b|In\b|On\b|At\b|By\b|But\b|And\b|As\b|Both\b|When\b|While\b|After\b|Former\b|Citing\b|From\b|To\b"
        r"|[A-Z]\w*(?:an|ish|ese|i|ch)\b|News\b|[A-Z]\w*day\b)(?:[A-Z][\w’-]*|[A-Z]\.)|\b(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep)\.?)\s+$|\w[-‐‑]$"
    )


def is_something_else(text: str, span: Span, *, needs_article: bool, article: bool) -> bool:
    """Whether the neighbours of a doubtful name show that no outlet is meant.

    `needs_article`: a short form such as "the Post"; `article` tells whether "the" stands before it.
    """
    before, after = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 40]
    if needs_article and not article:
        return not _made().match(after) or bool(_name_before().search(before))
    if needs_article and re.match(r"[-‐‑]\w", after):
        return True
    return bool(_goes_on().match(after)) or (not article and bool(_name_before().search(before)))


def local_station(mention: Mention, text: str) -> Mention:
    """The mention itself, or the local station it is the head of: named, but in no table."""
    number = _NUMBER.match(text, mention.span.end) if mention.outlet_id in _NETWORKS and not mention.whole else None
    if number is None:
        return mention
    return mention._replace(span=Span(mention.span.start, number.end()), outlet_id=None, candidates=())
