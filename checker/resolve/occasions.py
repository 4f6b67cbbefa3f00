"""What a sentence says of where its words come from, beside the outlets that it names."""

from __future__ import annotations

import re
from functools import cache

_OUTLET_NOUN = (
    r"(?:newspaper|paper|report|story|article|outlet|network|(?:news\s+)?agency|magazine|(?:news\s+)?(?:website|site)|broadcaster"
    r"|station|channel|daily|tabloid|column|editorial|op-ed|piece|analysis|interview|publication|monitor)"
)
_SAYS = (
    r"(?:said|says|reported|reports|wrote|writes|added|adds|noted|notes|quoted|quotes|cited|cites|continued|continues|went\s+on"
    r"|claimed|claims|stated|states|read|reads|concluded|concludes|described|describes|called|calls"
    r"|accused|accuses|argued|argues|goes\s+on|went\s+so\s+far)"
)


@cache
def refers_back() -> re.Pattern[str]:
    """ "the newspaper said", "according to the report", "it added": the outlet named last is meant again."""
    return re.compile(
        rf"\b(?:the|that|this)\s+(?:\w+\s+)?{_OUTLET_NOUN}(?:['’]s\s+(?:editorial\s+board|editors?|editorial))?(?:\s+(?:also|then|further|had|has))?\s+{_SAYS}\b"
        r"|\b(?:on|in|during)\s+(?:the|that)\s+same\s+(?:show|program(?:me)?|broadcast)\b|\bduring\s+the\s+interview\b"
        rf"|\b(?:according\s+to|in|as|quoted\s+by|cited\s+by|told)\s+(?:the|that)\s+(?:same\s+)?{_OUTLET_NOUN}\b"
        rf"|(?:^|[”\"'’¤,.;]\s*)(?:and\s+)?it\s+(?:also\s+)?{_SAYS}\b",
        re.IGNORECASE,
    )


@cache
def new_occasion() -> re.Pattern[str]:
    """The words were spoken or written elsewhere: to reporters, at a rally, in a tweet; no outlet carries them."""
    return re.compile(
        r"\b(?:told|telling)\s+(?:\w+\s+)?(?:reporters|journalists|the\s+(?:crowd|audience|court|committee|press|media|panel|jury)|supporters"
        r"|lawmakers|an?\s+(?:\w+\s+)?(?:crowd|audience|rally|conference|hearing))\b"
        r"|\b(?:in|at|during)\s+(?:an?|the|his|her|their|its)\s+(?:[\w-]+\s+){0,2}(?:release|statement|speech|tweet|press\s+conference|news\s+conference"
        r"|briefing|rally|hearing|town\s+hall|debate|address|letter|memo|email|e-mail|press\s+release|blog\s+post|post)\b"
        r"|\btweeted\b|\b(?:wrote|posted|said)\s+on\s+(?:twitter|facebook|x|instagram|telegram|truth\s+social)\b|\bon\s+twitter\b",
        re.IGNORECASE,
    )


@cache
def speaks() -> re.Pattern[str]:
    """A word for speaking outside quotation marks."""
    return re.compile(
        r"\b(?:said|says|told|added|noted|stated|argued|claimed|insisted|assessed|warned|indicated|announced|declared|explained|denied"
        r"|acknowledged|asserted|stressed|wrote|asked|replied|responded|called|urged|vowed|promised|accused)\b"
    )


@cache
def translated() -> re.Pattern[str]:
    """The sentence says that the words were translated; gains that "translated into votes" are none."""
    return re.compile(
        r"(?<!lost in )\btranslations?\b|\btranslated\b(?!\s+(?:in)?to\s+(?-i:[a-z]))"
        r"|\b(?:through|via|by|with)\s+(?:an?|the|his|her|their)\s+(?:interpreter|translator)\b",
        re.IGNORECASE,
    )


@cache
def signed_piece() -> re.Pattern[str]:
    """Something written for an outlet, whose words it carries, as a poll's figures are not."""
    return re.compile(
        r"\b(?:op-?eds?|columns?|essays?|editorials?|blogs?|commentary|statement|said|says|wrote|writes)\b",
        re.IGNORECASE,
    )


@cache
def hands_on() -> re.Pattern[str]:
    """Right before a name: the outlet is the one that another outlet cites."""
    return re.compile(r"\b(?:citing|quoting|cites|quotes|quoted|cited)\s+(?!by\b)[^,;.]{0,40}$", re.IGNORECASE)


@cache
def another_turn() -> re.Pattern[str]:
    """The tag of a transcript at the head of a sentence: somebody speaks to the same room, and through no outlet."""
    return re.compile(r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’,-]+){0,4}:\s")
