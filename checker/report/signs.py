"""What a verdict looks like in every report: its sign, its tone, what it means in half a sentence, how urgent it is."""

from __future__ import annotations

from enum import StrEnum

from checker.model import Judgement, Verdict


class Tone(StrEnum):
    """How much a verdict asks of an editor; a report gives each its colour, and never the colour alone."""

    ERROR = "error"
    WARNING = "warning"
    UNCHECKED = "unchecked"
    FINE = "fine"
    FAINT = "faint"


# The word alone says it; the sign is for running down a column.
SIGNS = {
    Verdict.DISTORTED: ("✗", Tone.ERROR),
    Verdict.MISATTRIBUTED: ("✗", Tone.ERROR),
    Verdict.ALTERED: ("!", Tone.WARNING),
    Verdict.ABSENT: ("!", Tone.WARNING),
    Verdict.AMBIGUOUS: ("?", Tone.UNCHECKED),
    Verdict.UNAVAILABLE: ("?", Tone.UNCHECKED),
    Verdict.TRANSLATED: ("?", Tone.UNCHECKED),
    Verdict.MARKED: ("✓", Tone.FINE),
    Verdict.STYLED: ("✓", Tone.FINE),
    Verdict.VERBATIM: ("✓", Tone.FINE),
    Verdict.UNCITED: ("–", Tone.FAINT),
}

# "The quotation …", as in the README.
MEANINGS = {
    Verdict.DISTORTED: "has a change that touches the meaning",
    Verdict.MISATTRIBUTED: "was said by somebody else, or is the original’s own prose and nobody’s speech",
    Verdict.ALTERED: "has words changed, cut, added or moved without a mark; the meaning seems kept",
    Verdict.ABSENT: "is not there: every original was read, and none has the whole of it",
    Verdict.AMBIGUOUS: "is too short or too common to tell which of several people said it",
    Verdict.UNAVAILABLE: "could not be checked: the original is not at hand, or could not be read",
    Verdict.TRANSLATED: "can’t be compared word for word: the original is in another language",
    Verdict.MARKED: "has the same words, and every cut and insertion is marked as one",
    Verdict.STYLED: "differs in house style only: spelling, contractions, numerals, commas",
    Verdict.VERBATIM: "has the same words",
    Verdict.UNCITED: "names no outlet, so there is nothing to hold it against; or it is a term",
}

NOT_CHECKED = {Verdict.UNAVAILABLE, Verdict.TRANSLATED, Verdict.AMBIGUOUS, Verdict.ABSENT}


def urgency(judgement: Judgement) -> tuple[int, int]:
    """Sorts errors, warnings, what could not be checked, notes, what is fine; within each in reading order."""
    level = max((finding.level.rank for finding in judgement.findings), default=-1)
    unchecked = judgement.verdict in NOT_CHECKED
    rank = 0 if level == 2 else 1 if level == 1 else 2 if unchecked else 3 if level == 0 else 4
    return rank, judgement.attribution.quotation.span.start
