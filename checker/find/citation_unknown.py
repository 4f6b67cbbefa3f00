"""Outlets that no registry knows, but that the words around present as one; and outlets without a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from checker.model import Span
from checker.outlets import Mention, Outlets
from checker.text.late import late

# One of its own words must be in the text before a pattern is tried: most paragraphs have none.
_KIND_WORDS = ("news", "portal", "broadcaster", "television", "TV", "radio", "magazine", "tabloid", "website")
_TAIL_WORDS = (
    "Times", "Post", "Herald", "Tribune", "Gazette", "Journal", "Chronicle", "Observer", "Register", "Cour", "Star", "Sun",
    "Globe", "Examiner", "Dispatch", "nquirer", "Review", "Press", "Daily", "Today", "Radio", "TV", "News", "Ledger",
    "Record", "Monitor", "Telegraph", "Sentinel", "Republic", "Bee", "Mercury", "Eagle", "Leader", "Magazine",
)  # fmt: skip
_HYPHENED = ("-Ledger", "-Times", "-Tribune", "-Journal", "-Herald", "-News", "-Dispatch", "-Gazette", "-Sun", "-Const")
_TOLD = ("told", "tells", "interview")
_DOMAINS = (".com", ".org", ".net", ".co.uk")
_UNNAMED_WORDS = (*_KIND_WORDS, "media")
_WORD = r"\b[A-Z][\w’'&.-]{0,40}"
_KIND = (
    r"(?:news\s+(?:site|website|agency|outlet|service|channel|portal|network|program)|newspaper|newswire|broadcaster|television"
    r"|portal|TV(?:\s+(?:channel|station|network))?|radio(?:\s+station)?|magazine|tabloid|website)"
)
_TAIL = (
    r"(?:Times|Post|Herald|Tribune|Gazette|Journal|Chronicle|Observer|Register|Courier|Courant|Star|Sun|Globe|Examiner|Dispatch"
    r"|Enquirer|Inquirer|Review|Press|Daily|Today|Radio|TV|News|Ledger|Record|Monitor|Telegraph|Sentinel|Republic|Bee|Mercury"
    r"|Eagle|Leader|News\s+(?:Service|Agency|Network)|Star-Ledger|Magazine|Morning\s+News|Daily\s+News|Free\s+Press)"
)
# Words that begin a sentence or tell a nationality and are no part of the name after them.
_NOT_NAME = late(
    r"(?:(?:The|An?|In|On|At|But|And|As|When|While|After|Both|Another|Also|That|This|One|Some|According|Citing|By|If|For|From|Multiple|Several|Many|Local|Other|His|Her|Their|Our|Its"
    r"|[A-Z]\w+(?:ian|ean|ish|ese|aeli|aqi|udi|eni|rean|ench|utch|reek|urkish|erman|erican)|U\.?S\.?|British|local"
    r"|[A-Z]\w+['’]s|[\w-]+-(?:language|based|run|owned|backed|funded|controlled|affiliated|linked))\s+)+"
)


@cache
def _patterns() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """Each with the words of which it needs one."""
    patterns = (
        late(
            rf"(?P<name>{_WORD}(?:\s+{_WORD}){{0,3}})\s+{_KIND}\b(?!\s+(?:[A-Z]|interview|show|appearance|audience|ad|spot|host|commercial))"
        ),
        late(rf"\b{_KIND}\s+(?P<name>(?:[aA]l-)?{_WORD}(?:\s+{_WORD}){{0,3}})"),
        late(rf"(?P<name>(?:[Tt]he\s+)?(?:{_WORD}\s+){{1,3}}{_TAIL})\b(?!\s+(?:{_WORD}))"),
        late(
            r"(?P<name>\b[Tt]he\s+[A-Z]\w+-(?:Ledger|Times|Tribune|Journal|Herald|News|Dispatch|Gazette|Sun|Constitution))\b"
        ),
        late(
            r"\b(?:told|tells|interview\s+with)\s+(?P<name>(?!Mc|Mac|De|Le|La|Di|Du|Fitz|Van|O)[A-Z][a-z]{2,20}[A-Z][a-z]{2,20})\b(?!\s+[A-Z])"
        ),
        late(r"(?<![\w@/.])(?P<name>[A-Z][\w-]{2,30}\.(?:com|org|net|co\.uk))\b(?!/)"),
    )
    needed = (_KIND_WORDS, _KIND_WORDS, _TAIL_WORDS, _HYPHENED, _TOLD, _DOMAINS)
    return tuple(zip(needed, patterns, strict=True))


def _has_one(words: str, of: Sequence[str]) -> bool:
    # A plain loop: `any` over a generator takes twice as long, and every paragraph comes by here.
    for word in of:  # noqa: SIM110
        if word in words:
            return True
    return False


@cache
def _unnamed() -> re.Pattern[str]:
    nation = r"[A-Z]\w+(?:an|ish|ese|i|ch|ek)\s+"
    state = r"(?:[Oo]fficial|[Ss]tate|semi-official|(?:state|government)-(?:run|owned|controlled|funded))\s+"
    what = r"(?:television|TV|media|radio|news\s+agency|broadcaster|newspaper)"
    named = r"(?!\s+(?:[A-Z]|station|channel|network|host|show|series))"
    return re.compile(rf"\b(?:(?:{nation})?{state}{what}|{nation}(?:television|TV))\b{named}")


class Presenting(NamedTuple):
    """The ways to present an outlet that an article can use: each with those of its words that stand in the text."""

    unnamed: tuple[str, ...]
    patterns: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]


def presenting(text: str) -> Presenting:
    """Looks a whole article through once, so that each of its blocks is asked for few words."""

    def present(words: Sequence[str]) -> tuple[str, ...]:
        return tuple(word for word in words if word in text)

    return Presenting(
        present(_UNNAMED_WORDS),
        tuple((found, pattern) for needed, pattern in _patterns() if (found := present(needed))),
    )


def unknown_names(
    text: str, span: Span, known: Sequence[Mention], outlets: Outlets, ways: Presenting
) -> Iterator[Mention]:
    """Names presented as outlets that overlap no known one, in reading order; all doubtful."""
    words = span.of(text)
    taken = [mention.reach for mention in known]
    found: list[Mention] = []
    for match in _unnamed().finditer(words) if _has_one(words, ways.unnamed) else ():
        _offer(found, taken, Mention(Span(*match.span()).moved(span.start), None, doubtful=True, generic=True))
    for needed, pattern in ways.patterns:
        for match in pattern.finditer(words) if _has_one(words, needed) else ():
            start, end = match.span("name")
            lead = _NOT_NAME.match(words, start, end)
            capital_the = words[start : start + 4] == "The " and pattern is not _patterns()[0][1]
            if lead and not (capital_the and lead.end() == start + 4):
                start = lead.end()
            if (
                end - start < 3
                or words[start:end].isdigit()
                or words[start:end] in ("The", "the")
                or _NOT_NAME.fullmatch(words[start:end] + " ")
            ):
                continue
            outlet = outlets.by_url(words[start:end]) if "." in words[start:end] else None
            whole = Span(start, max(end, match.end())).moved(span.start)
            name = Span(start, end).moved(span.start)
            _offer(
                found,
                taken,
                Mention(name, outlet.id if outlet else None, doubtful=True, whole=whole if whole != name else None),
            )
    yield from sorted(found, key=lambda mention: mention.span)


def _offer(found: list[Mention], taken: list[Span], mention: Mention) -> None:
    at = bisect_left(taken, mention.reach.start + 1, key=lambda span: span.end)
    if at == len(taken) or taken[at].start >= mention.reach.end:
        found.append(mention)
        taken.insert(at, mention.reach)
