"""The verdict: one word, by the order written here and nowhere else (`docs/verdicts.md` explains it to readers)."""

from __future__ import annotations

from collections.abc import Callable

from checker.judge.case import Case
from checker.judge.cuts import Weight
from checker.judge.facts import Facts, apart
from checker.judge.mouths import Mouth
from checker.model import EditClass, Tie, Verdict

C = EditClass

STYLE = (
    C.CASE, C.PUNCTUATION, C.SPELLING, C.ABBREVIATION, C.HYPHEN, C.CONTRACTION, C.NUMERAL, C.FILLER, C.STUTTER, C.STAGE,
    C.TYPO, C.SCAN_NOISE,
)  # fmt: skip
MARKS = (C.ELISION, C.BRACKET)
WORDS = (C.FUNCTION_WORD, C.CONTENT_WORD, C.CUT, C.TENSE, C.NAME_SPELLING, C.ORDER)
MEANING = (
    C.NAME, C.NUMBER, C.NEGATION, C.MODAL, C.QUANTITY, C.DIRECTION, C.QUESTION, C.WORD_BROKEN, C.SPLICE,
)  # fmt: skip


def _turned(facts: Facts) -> bool:
    hidden = facts.cuts + facts.edges + facts.brackets
    return facts.has(*MEANING) or facts.reordered or any(one.weight is Weight.TURNS for one in hidden)


def _another_mouth(facts: Facts) -> bool:
    return facts.heard.mouth in (Mouth.OTHER, Mouth.PROSE)


def same_words(facts: Facts) -> bool:
    """Whether nothing but style, marks and honest cuts differs, whoever says it."""
    return not _turned(facts) and not facts.has(*WORDS)


def _part_absent(facts: Facts) -> bool:
    """Whether a clause of the quotation is nowhere in the original."""
    return any(change.orphan for change in facts.changes)


# A passage answers: the first that applies. What makes none of these is the same words.
ANSWERED: tuple[tuple[Verdict, Callable[[Facts], bool]], ...] = (
    (Verdict.AMBIGUOUS, lambda facts: facts.heard.mouth is Mouth.CHANCE),
    (Verdict.DISTORTED, _turned),
    (Verdict.MISATTRIBUTED, _another_mouth),
    (Verdict.ABSENT, _part_absent),
    (Verdict.ALTERED, lambda facts: facts.has(*WORDS)),
    (Verdict.AMBIGUOUS, lambda facts: facts.unsure or facts.heard.mouth is Mouth.SEVERAL),
    (Verdict.MARKED, lambda facts: facts.has(*MARKS)),
    (Verdict.STYLED, lambda facts: facts.has(*STYLE)),
    (Verdict.VERBATIM, lambda facts: True),
)

# No passage answers: the first that applies.
UNANSWERED: tuple[tuple[Verdict, Callable[[Case], bool]], ...] = (
    (Verdict.UNCITED, lambda case: case.nobodys_term or (not case.tied and (case.first_hand or not case.named))),
    (Verdict.TRANSLATED, lambda case: bool(case.foreign()) or case.attribution.translated),
    (Verdict.UNAVAILABLE, lambda case: bool(case.unread()) or not case.tied),
    (Verdict.ABSENT, lambda case: True),
)

# How good an answer is, the best first: the original that answers best is the one that counts.
_BEST = (
    Verdict.VERBATIM, Verdict.STYLED, Verdict.MARKED, Verdict.AMBIGUOUS, Verdict.ALTERED, Verdict.ABSENT,
    Verdict.MISATTRIBUTED, Verdict.DISTORTED,
)  # fmt: skip
_MOUTHS = (
    Mouth.SAME,
    Mouth.UNKNOWN,
    Mouth.RELAYED,
    Mouth.EXPLAINED,
    Mouth.SEVERAL,
    Mouth.CHANCE,
    Mouth.OTHER,
    Mouth.PROSE,
)
# Of answers that are this alike the milder one counts: a second place may well be the right one, and a dropped "not"
# in the first a coincidence.
_AS_ALIKE = 0.05


def verdict_of(facts: Facts) -> Verdict:
    """The first of `ANSWERED` that applies."""
    return next(verdict for verdict, applies in ANSWERED if applies(facts))


def verdict_without(case: Case) -> Verdict:
    """The first of `UNANSWERED` that applies."""
    return next(verdict for verdict, applies in UNANSWERED if applies(case))


def best_of(answers: list[Facts]) -> Facts | None:
    """The answer that counts; None where there is none. `answers` are in the order of their originals."""
    if not answers:
        return None
    most = max(facts.passage.similarity for facts in answers)
    return min((facts for facts in answers if facts.passage.similarity >= most - _AS_ALIKE), key=_badness)


def _badness(facts: Facts) -> tuple[int, int, int, int, float]:
    tie = facts.case.tie(facts.match.original)
    days = apart(facts.case.article.metadata.published, facts.original.published)
    return (
        _BEST.index(verdict_of(facts)),
        _MOUTHS.index(facts.heard.mouth),
        list(Tie).index(tie) if tie else len(Tie),
        10_000 if days is None else days if days >= -1 else 5_000 - days,
        -facts.passage.similarity,
    )
