"""A bracket held against what it replaces: "[Assad]" for "he" explains, "[never]" turns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.judge.changes import Change
from checker.judge.cuts import Hidden, Weight
from checker.judge.tokens import negators, tokens
from checker.model import EditClass
from checker.text.english.guards import FUTURES, HEDGES, MODALS, QUANTIFIERS, opposite
from checker.text.late import late
from checker.text.words import Words

_ANSWER = late(r"\b(?:no|yes)\s*[,.;:—–-]", re.IGNORECASE)
_PRONOUNS = frozenset(
    "he she it they him her them his hers their its i we me us my our you your this that these those who".split()
)


def brackets_of(changes: Sequence[Change], original: str) -> tuple[Hidden, ...]:
    """The brackets that turn what was said."""
    found = []
    for change in changes:
        if change.cls is EditClass.BRACKET:
            what = _turns(change)
            if what:
                found.append(Hidden(original, change.edit.original, change.printed, Weight.TURNS, what))
    return tuple(found)


def _turns(change: Change) -> str | None:
    printed, said = tokens(re.sub(r"[\[\]()]", "", change.printed)), tokens(_ANSWER.sub("", change.said))
    if printed == said or printed == ["sic"]:
        return None
    if len(negators(printed)) % 2 != len(negators(said)) % 2:
        return "a negation"
    numbers = _numbers(change.printed), _numbers(change.said)
    if all(numbers) and numbers[0] != numbers[1]:
        return "a number"
    for words, what in ((MODALS | HEDGES, "how sure it is"), (QUANTIFIERS, "how much of it")):
        there, here = {w for w in said if w in words}, {w for w in printed if w in words}
        if there != here and (there or words is not QUANTIFIERS or (not said and here == set(printed))):
            return what
    if said and any(opposite(a, b) for a in printed for b in said if a not in FUTURES):
        return "the direction"
    return _another_name(change.printed, change.said)


def _numbers(words: str) -> set[str]:
    """In figures or in words."""
    return {unit.key for unit in Words(re.sub(r"[\[\]()]", " ", words)).units if unit.key[0] == "#"}


def _another_name(printed: str, said: str) -> str | None:
    """A name put in place of another name; for a pronoun it explains."""
    names = [set(re.findall(r"\b[A-Z][\w’'-]{2,}", words)) for words in (printed, said)]
    if all(names) and not names[0] & names[1] and tokens(said)[0] not in _PRONOUNS:
        return "another name"
    return None
