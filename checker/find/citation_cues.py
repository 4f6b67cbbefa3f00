"""The words that make an outlet's name a citation: what stands before it, and what stands after it.

Each row has an example that must match and one that must not; `tests/find/test_citations_cues.py` runs both. In the
examples the outlet is written as `@`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from checker.model import Relation

R, T, I, A, V, O = (  # noqa: E741
    Relation.REPORTED,
    Relation.TOLD,
    Relation.INTERVIEW,
    Relation.ACCORDING_TO,
    Relation.VIA,
    Relation.OTHER,
)


class Cue(NamedTuple):
    """`pattern` ends (before the name) or begins (after it) at most `gap` words away from the name."""

    name: str
    relation: Relation
    pattern: str
    gap: int
    hit: str
    miss: str


_NOUNS = (
    r"reports?|reporting|stor(?:y|ies)|articles?|piece|exposé|expose|investigations?|analys[ei]s|account|coverage|scoop"
    r"|profile|dispatch(?:es)?|review|headline|video|footage|transcripts?|translations?|fact[- ]check(?:er|ing|s)?|recording"
    r"|exclusive|obituary|feature|write-?up|summary|interviewer|broadcast|report card|tally|count|estimates?|projections?"
    r"|newscast|podcast|segment|documentary"
)
_OPINIONS = (
    r"op-?eds?|columns?|editorials?|essays?|blogs?|polls?|polling|surveys?|averages?|commentary|forecast|aggregate"
    r"|tracker"
)
_WHEN = (
    r"(?:\s+(?:on|in|last|late|early|this|first|earlier|later|exclusively|recently|jointly|and|also"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|month|year|night|morning|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|\d{1,4},?)){0,4}"
)

BEFORE: tuple[Cue, ...] = (
    Cue("according-to", A, r"according\s+to", 9, "according to a report by @", "according to officials, @"),
    Cue("told", T, r"(?:told|tells?|telling)", 5, "he told the @", "he told reporters that @"),
    Cue(
        "speaking-to",
        T,
        r"(?:speaking|spoke|speaks|talking|talked|said|confirmed|saying|confided|explained|admitted|repeated|confirms)"
        r"(?:\s+exclusively)?\s+(?:to|with)",
        5,
        "speaking to @",
        "speaking to the crowd of @",
    ),
    Cue(
        "asked-by", T, r"(?:asked|questioned|pressed|quizzed)\s+by", 1, "asked by the @", "asked by officials of the @"
    ),
    Cue(
        "statement-to",
        T,
        r"(?:statement|e-?mail|emailed\s+statement|comments?|remarks|letter|message|note|text)s?"
        r"(?:\s+(?:sent|made|provided|released|given|issued))?\s+(?:to|with)",
        4,
        "in an email to @",
        "an email about @",
    ),
    Cue(
        "editorial-board",
        I,
        r"(?:interview|meeting|session|sit-?down|conversation|met|spoke)\b[^.;,“”]{0,60}?\bwith\s+the\s+editorial\s+board",
        3,
        "a meeting this week with the editorial board of @",
        "the meeting of the board of @",
    ),
    Cue(
        "interview",
        I,
        r"(?:interview(?:s|ed)?|sit-?down|conversation|appearances?|q&a)\b(?:\s+[\w’'-]+){0,4}?\s+"
        r"(?:with|on|to|by|for|in|from|at)",
        6,
        "in an interview with @",
        "an interview that made @",
    ),
    Cue(
        "given-to",
        T,
        r"(?:released|provided|leaked|disclosed|shared|given)\b[^.;,“”]{0,40}?\b(?:to|with)",
        2,
        "released it to @",
        "released to protests at @",
    ),
    Cue(
        "inverted",
        R,
        r"(?<=[,”\"'’¤!?] )(?:reports?|reported|notes|noted|wrote|writes|observed|observes)",
        1,
        ",” reported @",
        "he reported @",
    ),
    Cue(
        "on-air",
        I,
        r"(?:(?:appear(?:s|ed|ing)|interviewed|guest|live|speaking|spoke)\s+on"
        r"|on\s+(?:(?:this\s+|last\s+)?\w+[’']s?\s+|an?\s+|the\s+)?(?:broadcast|edition|episode|airing|program|programme|show|segment)\s+(?:of|on))",
        5,
        "appearing on @",
        "on the air of @",
    ),
    Cue(
        "said-on",
        I,
        r"(?:said|says|told|asked|argued|claimed|added|insisted|declared|explained|acknowledged|remarked|commented|answered"
        r"|suggested|predicted|complained|admitted|replied|responded|warned|stated|vowed|maintained|defended|joked)\b"
        r"[^.;“”]{0,70}?\bon",
        4,
        "he said Sunday on @",
        "he said a tax on",
    ),
    Cue(
        "reported-by",
        R,
        r"(?:reported|published|obtained|quoted|cited|carried|raised|aired|broadcast|released|compiled|confirmed|translated|written"
        r"|posted|seen|reviewed|verified|unearthed|uncovered|revealed|disclosed|documented|noted|described|printed|shared"
        r"|leaked|filmed|captured|recorded|detailed|acquired|viewed|featured|chronicled|highlighted|examined"
        r"|collected|maintained|distributed|run|put|combed\s+through|pored\s+over)" + _WHEN + r"\s+(?:by|in|on|at)",
        5,
        "in remarks reported by @",
        "reported that by then @",
    ),
    Cue(
        "quoted-as",
        R,
        r"(?:quoted|cited)\s+as\s+\w+ing\b[^.;“”]{0,60}?\bby",
        5,
        "quoted as saying by the @",
        "quoted as saying that @",
    ),
    Cue(
        "poll-by",
        O,
        r"(?:conducted|commissioned|polled|surveyed)\b[^.;,“”]{0,40}?\b(?:by|for)",
        5,
        "a poll conducted by @",
        "a debate moderated by @",
    ),
    Cue(
        "report-in",
        R,
        r"(?:"
        + _NOUNS
        + r"|stud(?:y|ies)|paper)(?:\s+(?:published|posted|released|printed|that\s+appeared|appearing|today|\w+day))?"
        r"\s+(?:by|in|from|on|at|for)",
        5,
        "a report in @",
        "a reporter in @",
    ),
    Cue(
        "opinion-in",
        O,
        r"(?:"
        + _OPINIONS
        + r")(?:\s+(?:of\s+(?:recent\s+)?polls?|published|posted|released|conducted|out|today|\w+day))?"
        r"\s+(?:by|in|from|for|at|on)",
        5,
        "an op-ed in @",
        "the poll numbers of @",
    ),
    Cue(
        "wrote-in",
        R,
        r"(?:wrote|writes|writing|written|reporting|blogged|writing\s+\w+day)\s+(?:in|for|at|on)",
        4,
        "she wrote in @",
        "she wrote that in the end @",
    ),
    Cue("citing", R, r"(?:citing|quoting|cites|quotes|per|as\s+per)", 5, "citing @", "citing a source, @"),
    Cue(
        "via", V, r"(?:h/t|hat\s+tip(?:\s+to)?|via|courtesy\s+of|source:|sources:)\s*:?", 2, "h/t: @", "the source of @"
    ),
    Cue(
        "words-of",
        R,
        r"(?:in\s+the\s+words\s+of|as\s+seen\s+(?:in|on)|as\s+first\s+seen\s+(?:in|on))",
        3,
        "in the words of @",
        "in the wake of @",
    ),
)

VERBS = (
    r"report(?:s|ed|ing)?|said|says|wrote|writes|note[sd]|noting|finds?|found|reveal(?:s|ed)|confirm(?:s|ed)|publishe[sd]"
    r"|quote[sd]|quoting|cite[sd]|citing|claim(?:s|ed)|state[sd]|announce[sd]|broadcast|aire[sd]|airs|obtain(?:s|ed)|add(?:s|ed)"
    r"|describe[sd]|disclose[sd]|document(?:s|ed)|calculate[sd]|conclude[sd]|estimate[sd]|observe[sd]|point(?:s|ed)\s+out"
    r"|show(?:s|ed)|argue[sd]|call(?:s|ed)|label(?:s|ed|led)|dubbed|learn(?:s|ed)|put(?:s)?\s+it|puts|broke|detail(?:s|ed)"
    r"|warn(?:s|ed)|explain(?:s|ed)|carrie[sd]|ran|print(?:s|ed)|feature[sd]|film(?:s|ed)|translate[sd]|uncover(?:s|ed)"
    r"|identifie[sd]|summari[sz]e[sd]|suggest(?:s|ed)|project(?:s|ed)|count(?:s|ed)|tallie[sd]|editoriali[sz]e[sd]|rate[sd]"
    r"|acknowledge[sd]|verifie[sd]|review(?:s|ed)|survey(?:s|ed)|predict(?:s|ed)|indicate[sd]|interviewed|recount(?:s|ed)|explore[sd]"
    r"|speculate[sd]|allege[sd]|declare[sd]|assert(?:s|ed)|tweet(?:s|ed)|capture[sd]|record(?:s|ed)"
    r"|investigate[sd]|examine[sd]|highlight(?:s|ed)|chronicle[sd]|characteri[sz]e[sd]|went\s+on|endorse[sd]|gives|gave|has\s+it|elaborate[sd]"
    r"|is\s+reporting|are\s+reporting|was\s+told|were\s+told|was\s+first|were\s+first|was\s+the\s+first|were\s+the\s+first"
    r"|has\s+learned|is\s+calling|pegged|puts|list(?:s|ed)|ruled|unearthed|exposed|discovered|responded|countered|commented|clarified|hailed|agreed"
)
# What only a journalist does: "CNN's Jim Acosta reported" cites CNN, "CNN analyst David Axelrod said" does not.
JOURNALIST_VERBS = (
    r"report(?:s|ed|ing)?|wr(?:ote|ites|iting)|note[sd]|reveal(?:s|ed)|obtain(?:s|ed)|found|publishe[sd]|tweet(?:s|ed)|observe[sd]"
    r"|point(?:s|ed)\s+out|broke|confirm(?:s|ed)|learn(?:s|ed)|explain(?:s|ed)|describe[sd]|put(?:s)?\s+it|summari[sz]e[sd]|detail(?:s|ed)"
    r"|has\s+learned|is\s+reporting|document(?:s|ed)|argue[sd]|call(?:s|ed)|conclude[sd]|agree[sd]|imagine[sd]|opine[sd]|noticed|predict(?:s|ed)|spotted|tells|made\s+it\s+clear"
)
_DESCRIPTION = (
    r"(?:[\s-]+(?:news(?:paper|papers)?|agency|website|site|magazine|service|channel|network|television|tv|radio|newswire"
    r"|broadcaster|outlet|digital|online|politics|station|affiliate|team|staff|itself|daily|weekly|wire|editorial board))"
)
_ROLE = (
    r"reporters?|correspondents?|journalists?|writers?|columnists?|editors?|anchors?|hosts?|bureau chief|producer|photographer"
    r"|fact-checker|blogger|(?:political|senior|chief|white house|national|washington|congressional|foreign|investigative)"
)
_PERSON = (
    r"(?:(?:\s+(?:" + _ROLE + r")){0,4}(?:\s+[A-Z][\w.’'-]*){1,4}"
    r"(?:(?:\s+and|,)(?:\s+[A-Z][\w.’'-]*){1,4}){0,2}|(?:\s+(?:" + _ROLE + r")){1,4})"
)
_ADVERBS = (
    r"(?:\s+(?i:also|first|later|previously|recently|then|now|originally|further|separately|once|even|correctly|rightly|itself"
    r"|has|have|had|would|will|could|may|been|reportedly|briefly|initially|subsequently|merely|repeatedly|simply|already|just"
    r"|on|in|last|early|late|this|earlier|week|month|year|night|morning|afternoon|evening"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day[’']?s?|\w+ly|january|february|march|april|june|july|august|september|october"
    r"|november|december|[12]\d{3}|\d{1,2},?)){0,5}"
)
_APPOSITION = (
    r"(?:,\s+which(?=\s)|,\s(?!and\b|but\b|said\b)[^,“”\"]{2,90},|\s*\([^()]{1,40}\)|\s+[–—-]\s[^–—“”\"]{2,90}\s[–—-])?"
)


@cache
def before_heads() -> re.Pattern[str]:
    """Every cue that stands before a name, each as a named group; looked ahead for, since one may hold another.

    For text in small letters: a search that ignores case is seven times slower, and runs before every name.
    """
    alternatives = "|".join(rf"(?P<c{n}>{cue.pattern}(?=[\s:]))" for n, cue in enumerate(BEFORE))
    return re.compile(rf"(?<!\w)(?=\w)(?={alternatives})")


@cache
def subject() -> re.Pattern[str]:
    """The name as the subject of a reporting verb."""
    return re.compile(
        rf"(?P<own>['’]s?(?=\s|$))?{_DESCRIPTION}{{0,3}}(?P<person>{_PERSON})?{_APPOSITION}{_ADVERBS}\s+(?P<verb>(?:{VERBS})\b)"
    )


@cache
def journalist() -> re.Pattern[str]:
    """A verb of a journalist."""
    return re.compile(JOURNALIST_VERBS)


@cache
def outlets_verb() -> re.Pattern[str]:
    """What outlets do and people of the same name hardly: "Bloomberg reported"."""
    return re.compile(r"report(?:s|ed|ing)?|publishe[sd]|is\s+reporting|first|aired?s?|has\s+learned")


@cache
def noun() -> re.Pattern[str]:
    """What the outlet made: "a NYT report", "the Post's poll"."""
    return re.compile(
        rf"(?:['’]s?)?{_DESCRIPTION}{{0,2}}(?:[\s/-]+[\w.’'-]+){{0,3}}?[\s/-]+(?:(?P<opinion>(?i:{_OPINIONS}))|(?P<report>{_NOUNS}|words)|(?P<interview>(?i:interviews?|appearances?)))\b"
    )


@cache
def polled() -> re.Pattern[str]:
    """ "with RealClearPolitics showing her ahead 3 points, HuffPollster 4.3 points": an average beside its figure."""
    return re.compile(
        r"\s+(?:showing|putting|giving|finding)\b|\s+(?:at\s+)?\d+(?:\.\d+)?\s*(?:%|percent|(?:percentage\s+)?points?)"
    )


@cache
def person_of() -> re.Pattern[str]:
    """Somebody and the outlet: "Jennifer Epstein of Bloomberg News", "A reporter for USA Today"."""
    return re.compile(
        r"(?:[A-Z][\w’'-]+\s+(?:[A-Z]\.\s+)?[A-Z][\w’'-]+|\b(?:reporter|correspondent|journalist|writer|columnist)s?),?\s+"
        r"(?:of|at|from|for|with)\s+(?:the\s+|The\s+)?(?:[a-z-]+[A-Z]?\w*\s+)?$"
    )


@cache
def verb_after() -> re.Pattern[str]:
    """A verb, with at most some words on when, right after the name."""
    return re.compile(rf"{_APPOSITION}{_ADVERBS}\s+(?P<verb>[a-z]+(?:\s+(?:out|it\s+clear))?)\b")


@cache
def event() -> re.Pattern[str]:
    """What an outlet hosts: "CNN's debate"; nothing is credited to it."""
    return re.compile(
        r"(?:['’]s?)?(?:[\s/-]+[\w.’'-]+){0,3}?[\s-]+(?:debates?|town\s?halls?|forums?|sponsored|hosted|moderated|owned|studios?"
        r"|headquarters|building|summit|event|stage|moderators?|subscribers?|viewers?|audience|readers?|stock|shares)\b",
        re.IGNORECASE,
    )


@cache
def affiliation() -> re.Pattern[str]:
    """Somebody who works there: a mention, unless somebody was told something there."""
    return re.compile(
        r"(?:['’]s?)?(?:\s+[\w’'-]+){0,2}?\s+(?:hosts?|anchors?|analysts?|contributors?|commentators?|executives?|chief|chairman"
        r"|ceo|president|founder|owner|boss|personality|pundits?|employees?|moderators?|star|star|veteran|alum|lawyer|attorney|spokes\w+)\b",
        re.IGNORECASE,
    )
