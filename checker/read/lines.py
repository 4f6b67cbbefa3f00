"""Lines that are on a page without being the article's prose, told by their wording.

Shared by all formats: a plain text has nothing else to tell a caption by, and a web page often has no markup for it.
Every pattern looks at one line (or short paragraph); `tests/read/test_lines.py` holds a line that must match and a near
miss for each.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from checker.model import BlockKind
from checker.read.dates import date_line
from checker.text.late import late

# A line longer than this is prose, whatever it begins with; the longest caption met had 340 letters.
_LONGEST = 400


class LineRule(NamedTuple):
    """A shape of line: what it makes of the block, and how it is told. `longest` is in letters.

    `openings`, in small letters and parted by blanks: with one of them begins every line of this shape; none where it may
    begin with anything.
    """

    name: str
    kind: BlockKind
    main: bool
    pattern: str
    longest: int = 160
    openings: str = ""


# A name of two to five words, each with a capital; letters of any script, initials and particles among them.
_NAME = r"[^\W\d_a-z][\w.'’-]*(?:\s(?:[^\W\d_a-z][\w.'’-]*|de|del|van|von|der|den|ter|bin|ibn|al|el|da|dos|du|la|le|y)){1,4}"
_WIRES = (
    "AP|AFP|Reuters|REUTERS|EFE|dpa|DPA|ANSA|TASS|Tass|Xinhua|Kyodo|Bloomberg|PA|Associated Press|The Associated Press"
)
_AGENCIES = (
    "AP|AFP|Reuters|REUTERS|Getty|Getty Images|EPA|EFE|dpa|DPA|ANSA|TASS|Tass|Xinhua|Kyodo|Bloomberg|Shutterstock|"
    "iStock|Alamy|Unsplash|Flickr|Wikimedia|Wikimedia Commons|Kremlin|Pool|PA|NurPhoto|Sipa|Handout|Courtesy"
)

_BYLINE_NAMES = late(
    r"(?i:by|byline:?|story by|reported by|written by|par|von|por|di|автор)[:\s]\s?([^,|/•·–—(\n]{2,100}?)\.?(?=$|"
    r"\s?[,|/•·–—(]|\s(?:for|in)\s)"
)

RULES = (
    LineRule(
        "promotion",
        BlockKind.OTHER,
        False,
        r"(?i:(?:please |you can |don['’]t forget to )?(?:join|follow|subscribe|sign[ -]up|register)\b"
        r"(?:(?=[^“”\"]*\b(?:telegram|channel|newsletters?|whatsapp|on twitter|on facebook|on instagram|on x|youtube|"
        r"podcasts?|inbox|e-?mail list|notifications|alerts|rss|subscribers?|free trial|here|us on|our (?:daily|"
        r"weekly|page|app))\b"
        r"(?![^“”\"]*\bsaid\b))|(?: us| now| today| here)?\W*$))",
        220,
        "please you don't don’t join follow subscribe sign register",
    ),
    LineRule(
        "offer",
        BlockKind.OTHER,
        False,
        r"(?i:(?:please )?(?:like|find|get|share|download|support|click|donate|advertise)\b(?: (?:us|our|here|"
        r"with us|this (?:story|article|"
        r"post|page)|the (?:latest|best|day['’]s|app\b|[\w ]{2,20} app\b)|(?:breaking )?news (?:in|to|from|alerts)|"
        r"to (?:our|subscribe))\b"
        r"(?![^“”\"]*\bsaid\b)[^“”\"]*$|\W*$))",
        220,
        "please like find get share download support click donate adverti",
    ),
    LineRule(
        "advertisement",
        BlockKind.OTHER,
        False,
        r"(?i:advertise?ment|advertising|sponsored(?: content)?|anzeige|publicité|publicidad|реклама|広告)\W*$",
        30,
        "adverti sponsored anzeige publici реклама 広告",
    ),
    LineRule(
        "read more",
        BlockKind.OTHER,
        False,
        r"(?i:read (?:more|also|next|the full (?:story|article) (?:here|at))|see also|also (?:read|see)|"
        r"related(?: (?:stor(?:y|ies)|articles?|"
        r"posts?|news|content|coverage))?|more (?:from|on this|on:)|recommended(?: for you)?|you (?:may|"
        r"might) also like|"
        r"watch|listen|don['’]t miss|lire aussi|à lire aussi|lesen sie auch|mehr zum thema|lea también|leer más|"
        r"leggi anche|читайте также|あわせて読みたい|関連記事)\s*(?:[:：|>»–—-]|\.{3}|…|$)",
        220,
        "read see also related more recommended you watch listen don't don’t lire à lesen mehr lea leer leggi читайте "
        "あわせて 関連",
    ),
    LineRule(
        "copyright",
        BlockKind.OTHER,
        False,
        r"(?:©|\([Cc]\)\s|(?i:copyright\b\s*(?:©|\(c\)|\d{4}|by)|all rights reserved(?! (?:for|to|in)\b)|alle rechte vorbehalten|"
        r"tous droits réservés|"
        r"this material may not be published, broadcast))",
        300,
        "© (c) copyright all alle tous this",
    ),
    LineRule("rights at the end", BlockKind.OTHER, False, r".{0,160}\b(?i:all rights reserved)\W{0,3}$", 300),
    LineRule(
        "credit",
        BlockKind.CAPTION,
        False,
        r"(?i:(?:file |handout |cover |lead |main |stock )?(?:photo(?:graph)?s?|images?|pictures?|pic|illustration|"
        r"graphic|video|"
        r"foto|bild|crédits?(?: photo)?|imagen)(?: credits?)?(?: (?:by|via|courtesy of|from)\b|\s*[:：/])|photo ?credit|"
        r"image ?credit|(?:file|stock|handout) (?:photo|image|picture)\b|\(?(?:photo|image|picture)\s?by\b)",
        260,
        "file handout cover lead main stock photo image pic illustration graphic video foto bild crédit imagen (",
    ),
    LineRule(
        "agency alone",
        BlockKind.BYLINE,
        True,
        rf"(?:(?:—|–|-|\() ?)?(?:{_WIRES})(?:\s?[/,&]\s?(?:{_WIRES}))?\)?\.?$",
        40,
    ),
    LineRule(
        "credit alone",
        BlockKind.CAPTION,
        False,
        rf"\(?(?:{_NAME}\s?[/|]\s?)?(?:{_AGENCIES})(?:\s?[/|,]\s?(?:{_AGENCIES}|[A-Z][\w ]{{1,24}})){{0,3}}"
        rf"(?:\s(?i:photo|image|file))?\)?\.?$",
        90,
    ),
    LineRule(
        "caption with credit",
        BlockKind.CAPTION,
        False,
        # A paragraph with a quotation that ends in "(CNN / Politico)" tells where its words are from and is prose.
        rf"(?:(?!.*[“”\"„«]).{{12,360}}(?:\((?:[^()]{{1,60}}[/|]\s?)?(?:{_AGENCIES})(?:\s?[/|,]\s?[^()]{{1,50}})?\)|"
        rf"\([^()/]{{2,50}}/[^()/]{{2,50}}\))|"
        rf".{{12,360}}(?:\((?i:photo|image|picture|file|screenshot|source)\b[^()]{{0,60}}\)|"
        rf"(?:\s|[/(])(?i:file photo|getty images|via getty images|via ap|/released|"
        rf"ap photo(?:/[^/()]{{2,40}})?)))\W{{0,2}}$",
        _LONGEST,
    ),
    LineRule(
        "byline",
        BlockKind.BYLINE,
        True,
        rf"(?:(?i:by|byline:?|story by|reported by|written by|par|von|por|di|автор)[:\s]\s?){_NAME}(?:(?:,| and| &|"
        rf"\s\||\sund|\set|\sy|\sfor|\sin)\s?[^.!?:“”\"]{{0,80}})?\.?$",
        120,
        "by story reported written par von por di автор",
    ),
)


def line_rule(line: str) -> LineRule | None:
    """The first rule whose shape the line has; None for prose."""
    small = line[:12].lower()
    for rule, openings, pattern in _compiled():
        if len(line) <= rule.longest and small.startswith(openings) and pattern.match(line):
            return rule
    return None


def kind_of_line(line: str) -> tuple[BlockKind, bool]:
    """The kind of a short paragraph and whether it is main, by its wording alone."""
    if len(line) > _LONGEST:
        return BlockKind.PARAGRAPH, True
    if date_line(line):
        return BlockKind.BYLINE, True
    rule = line_rule(line) if may_be_special(line) else None
    return (rule.kind, rule.main) if rule else (BlockKind.PARAGRAPH, True)


def author_of_byline(line: str) -> str | None:
    """The names in a byline, without the outlet or the place after them.

    >>> author_of_byline("By Jane Doe and John Roe, Reuters")
    'Jane Doe and John Roe'
    """
    found = _BYLINE_NAMES.match(line)
    return found[1].strip() if found else None


def may_be_special(line: str) -> bool:
    """A quick look, before the patterns: whether a line could be one of these at all.

    A transcript of 10 MB has 100,000 short lines, and each would be tried against every pattern.
    """
    return len(line) <= _LONGEST and (
        line[:12].lower().startswith(_OPENINGS)
        or line[-12:].rstrip(" .)").endswith(_ENDINGS)
        or line[-1:] in ")/"
        or "hoto/" in line
    )


_OPENINGS = (
    *dict.fromkeys(" ".join(rule.openings for rule in RULES).split()),
    *"( — – -".split(),
    *(name.lower() for name in _AGENCIES.split("|")),
)
_ENDINGS = ("photo", "Photo", "file", "released", "Released", "reserved", "Reserved", *_AGENCIES.split("|"))


@cache
def _compiled() -> tuple[tuple[LineRule, tuple[str, ...], re.Pattern[str]], ...]:
    return tuple((rule, tuple(rule.openings.split()) or ("",), late(rule.pattern)) for rule in RULES)
