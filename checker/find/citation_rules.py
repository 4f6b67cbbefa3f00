"""Whether a name in its sentence is a citation, and of which kind."""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.find.citation_context import Context
from checker.find.citation_cues import (
    BEFORE,
    affiliation,
    before_heads,
    event,
    journalist,
    noun,
    outlets_verb,
    person_of,
    polled,
    subject,
    verb_after,
)
from checker.model import Relation
from checker.text.late import late

# A word that ends the reach of a cue: behind it another clause begins.
_STOPS = frozenset(
    "that who whom whose which but because while when whether if said says was were is are had has have will would"
    " could should not never and or".split()
)
# Whoever is told something there is no outlet, and what follows tells where or when.
_TOLD_STOPS = _STOPS | frozenset(
    "crowd supporters audience voters people him her them us me in at during after before about to reporters by".split()
)
_REFUSED = late(
    r"\b(?:declin|refus|reject|cancel|turn(?:ed|ing)\s+down|did\s+not|didn[’']t|no\s+)\w*\s[^,;]{0,50}$", re.IGNORECASE
)
# "an analyst for @ said", "lawmakers on the @ said": not the outlet speaks.
_INSIDE = late(
    r"\b(?:for|of|at|from|with|on|in|to|by|about|against|than|like|across|over|off)\s+(?:the\s+|The\s+)?(?:[a-z-]+\s+)?$"
)


class Decision(NamedTuple):
    """The relation, and whether the cue stands close enough to make an outlet even of an everyday word.

    `personal`: the cue would fit a person of that name as well ("Bloomberg said").
    """

    relation: Relation
    near: bool
    personal: bool = False


def decide(context: Context) -> Decision | None:
    """The relation that the words next to a name give it; None for a mere mention.

    "According to" wins in its clause; else the nearest cue before the name, else the verb or noun after it.
    """
    if event().match(context.after):
        return None
    before = _before(context.before)
    after_noun = noun().match(context.after)
    if (
        before
        and after_noun
        and after_noun["opinion"]
        and before.relation in (Relation.ACCORDING_TO, Relation.REPORTED)
    ):
        return Decision(Relation.OTHER, before.near)
    if before:
        return before
    verb = _subject(context)
    if verb:
        return verb
    if after_noun:
        return _of_noun(context, after_noun)
    return _poll_or_person(context)


def _before(text: str) -> Decision | None:
    """The nearest cue before the name whose words in between do not cut it off."""
    text = text.lower()
    heads = []
    for head in before_heads().finditer(text):
        cue = BEFORE[int((head.lastgroup or "c0")[1:])]
        heads.append((cue.relation is not Relation.ACCORDING_TO, -head.end(head.lastgroup or 0), cue, head))
    for _, negative, cue, head in sorted(heads, key=lambda found: found[:2]):
        end = -negative
        between = text[end:]
        words = between.split()
        if len(words) > cue.gap:
            continue
        stops = _TOLD_STOPS if cue.relation is Relation.TOLD else _STOPS
        if re.search(r"[,;()“”\"¤]", between) or any(word in stops for word in words):
            continue
        if cue.name == "reported-by" and re.search(r"\b(?:will|to|would)\s+be\s+$", text[: head.start()]):
            continue
        if cue.name == "told" and re.search(r"\b(?:be|been|was|were)\s+$", text[: head.start()]):
            continue
        if cue.relation is Relation.INTERVIEW and _REFUSED.search(text[:end]):
            return None
        return Decision(cue.relation, len(words) <= 3)
    if re.fullmatch(r"\s*on\s+", text):
        return Decision(Relation.INTERVIEW, False)
    return None


def _subject(context: Context) -> Decision | None:
    found = subject().match(context.after)
    if not found or (_INSIDE.search(context.before) and not context.after.startswith(", which ")):
        return None
    if found["person"] and not journalist().fullmatch(found["verb"]):
        return None
    return Decision(Relation.REPORTED, True, personal=not outlets_verb().fullmatch(found["verb"]))


def _of_noun(context: Context, found: re.Match[str]) -> Decision | None:
    if affiliation().match(context.after):
        return None
    near = len(found.group().split()) <= 2
    if found["interview"]:
        return None if _REFUSED.search(context.before) else Decision(Relation.INTERVIEW, near)
    return Decision(Relation.OTHER, True) if found["opinion"] else Decision(Relation.REPORTED, near)


def _poll_or_person(context: Context) -> Decision | None:
    if polled().match(context.after):
        return Decision(Relation.OTHER, True)
    if person_of().search(context.before):
        verb = verb_after().match(context.after)
        if verb and journalist().fullmatch(verb["verb"]):
            return Decision(Relation.REPORTED, True)
    return None
