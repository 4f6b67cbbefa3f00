"""Whose words they are: the passage's speaker held against the article's."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from checker.judge.case import Case
from checker.model import Passage
from checker.text.late import late
from checker.text.names import name_words, plain, same_person

# What stands right before words that a speaker passes on: "He says", "you wrote:"; nobody passes on what "I said".
_PASSES_ON = late(
    r"(?:\b|(?=[.…]))(?!(?:i|we)\b)(?:[\w’']+|\.\.\.|…)\s+(?:(?:has|have|had|just|even|also|once|then)\s+)?(?:said|says|say|wrote|writes|tweeted|tweets|posted|quoted|"
    r"told\s+\w+|quote)(?:\s+that)?(?:\s+(?:last|this|in|on|yesterday|today|once)\b[^.?!\"“”]{0,24})?[\s,:;\"“”'‘’.…—–-]*$",
    re.IGNORECASE,
)


class Mouth(StrEnum):
    """How the two sides' speakers stand to each other."""

    SAME = "same"
    UNKNOWN = "unknown"  # not told on one side, or no single person
    EXPLAINED = "explained"  # another speaker, but the article's person is named right there
    RELAYED = "relayed"  # another speaker, who says that somebody else said so
    OTHER = "other"
    PROSE = "prose"  # nobody's speech: the original's own words
    CHANCE = "chance"  # another mouth, or none, and so few and common words that it says nothing
    SEVERAL = "several"  # equal places in different mouths, and nothing tells which is meant


class Heard(NamedTuple):
    """The verdict on the mouth, with the original's speaker."""

    mouth: Mouth
    speaker: str | None = None


# Below so many bits (some five words) the same words in another mouth are chance: "outrageous" is said by many. Words that
# are only nearly the same need more (300 articles held against each other: below these all that was found was chance).
_TELLING, _NEARLY_TELLING, _SAME = 40.0, 60.0, 0.95


def tells(passage: Passage) -> bool:
    """Whether what agrees is more than chance, so that it means something who says it."""
    return passage.information >= (_TELLING if passage.similarity >= _SAME else _NEARLY_TELLING)


def heard(case: Case, passage: Passage) -> Heard:
    """Who says it there, held against whom the article credits."""
    found = _heard(case, passage)
    if found.mouth in (Mouth.OTHER, Mouth.PROSE) and not tells(passage):
        return Heard(Mouth.CHANCE, found.speaker)
    return found


def _heard(case: Case, passage: Passage) -> Heard:
    if passage.speech is False and not case.nobodys_term:
        return Heard(Mouth.PROSE)
    if case.nobodys_term:
        return Heard(Mouth.UNKNOWN, passage.speaker)
    if len(passage.speakers) > 1 and not any(_same(case.person, other) for other in passage.speakers):
        return Heard(Mouth.SEVERAL)
    if case.person is None or passage.speaker is None:
        return Heard(Mouth.UNKNOWN, passage.speaker)
    same = same_person(case.person, passage.speaker)
    if same is None or (not same and any(_same(passage.speaker, other) for other in case.also_meant)):
        return Heard(Mouth.UNKNOWN, passage.speaker)
    if same:
        return Heard(Mouth.SAME, passage.speaker)
    text = case.originals[passage.original].text
    if _PASSES_ON.search(text[max(0, passage.span.start - 80) : passage.span.start]):
        return Heard(Mouth.RELAYED, passage.speaker)
    return Heard(Mouth.EXPLAINED if _named_near(case.person, passage.near) else Mouth.OTHER, passage.speaker)


def _same(one: str | None, other: str) -> bool:
    return bool(one) and same_person(one or "", other) is True


def _named_near(person: str, near: str) -> bool:
    words = name_words(person)
    return bool(words) and plain(words[-1]) in {plain(word) for word in re.findall(r"[^\W\d_][\w’'-]*", near)}
