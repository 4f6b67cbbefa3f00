"""Whether a document calls itself somebody's words throughout: a transcript, remarks, a speech, a statement, a letter."""

from __future__ import annotations

import re
from functools import cache

from checker.text.late import late

# A news report *about* a speech has these words in its title as well ("Biden's remarks draw fire"): what counts is a
# title that names the document itself, which puts the word first, after a colon, or before "by", "of", "on".
_TITLES = (
    r"^(?:(?:read|watch|in full|full text|document)\b[^:]{0,40}:|(?:the )?(?:full |complete |official |rush |"
    r"prepared |verbatim |partial )*"
    r"(?:transcript|full text|text of|verbatim|wortlaut|im wortlaut|texto íntegro|texto completo|verbatim|"
    r"стенограмма))\b",
    r"\b(?:full|complete|rush|verbatim|official|unedited) (?:transcript|text|remarks|speech|statement|letter)\b",
    r"^(?:the )?(?:(?:opening|closing|prepared|joint|press|official|public|written|farewell|inaugural|keynote|"
    r"weekly|radio|acceptance|"
    r"victory|concession|open|full|brief)\s)*(?:remarks|statement|speech|address|testimony|proclamation|keynote|"
    r"declaration)"
    r"\s(?:by|of|from|to|on|at|in|before|delivered|as|regarding|announcing|following|accepting|during|with|for|"
    r"prepared)\b",
    r"^(?:[^\W\d_][\w.-]*\s){1,5}(?:remarks|statement|testimony) (?:at|to|before|as|regarding)\b",
    r"[:|–—-]\s*(?:(?:the |full |complete |official )*(?:transcript|speech|statement|remarks|full text|text|"
    r"letter))\W*$",
    r"\b(?:interview|debate|briefing|conference|hearing|speech|address|remarks|call|town hall) transcript\b|"
    r"\btranscript (?:of|from)\b",
    r"^(?:the )?(?:full |open )?(?:letter|message) (?:to|by)\b",
    r"^(?:rede|ansprache|regierungserklärung|discours|allocution|discurso|discorso|déclaration|declaración|"
    r"выступление|речь)\s(?:von|der|des|du|de|del|di)\b",
)
# One of these stands in every title that a pattern matches, which few titles do.
_NEEDED = (
    *(
        "transcript",
        "text",
        "verbatim",
        "wortlaut",
        "стенограмма",
        "remarks",
        "speech",
        "statement",
        "letter",
        "message",
    ),
    *("address", "testimony", "proclamation", "keynote", "declaration", "rede", "ansprache", "regierungserklärung"),
    *("discours", "allocution", "discurso", "discorso", "déclaration", "declaración", "выступление", "речь"),
    *("read", "watch", "in full", "document"),
)
_PLACES = late(
    r"/(?:[a-z-]*transcripts?|speeches|speeches-remarks|remarks|statements?(?:-releases|-and-releases)?)(?:/|$)", re.I
)
_KINDS = late(r"\b(?:transcripts?|speech(?:es)?|remarks|statements?(?: (?:&|and) releases)?|full text)\b", re.I)


def calls_itself_speech(title: str, *, section: str = "", address: str = "") -> bool:
    """Told by the title, by the section it is filed under, and by the folder of its address.

    >>> calls_itself_speech("Remarks by the President at the State Dinner")
    True
    >>> calls_itself_speech("President's remarks at dinner draw criticism")
    False
    """
    title = title.strip()[:300]
    small = title.casefold()
    return (
        (any(word in small for word in _NEEDED) and any(pattern.search(title) for pattern in _patterns()))
        or bool(section and _KINDS.fullmatch(section.strip()))
        or bool(address and _PLACES.search(address))
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.I) for pattern in _TITLES)
