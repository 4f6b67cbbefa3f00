"""Attribution and matches -> the verdict and the findings.

`facts` looks at every answer, `verdict` has the order in which the word is chosen, `rules` say what is true, a file a rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.case import Case
from checker.judge.facts import CHANCE_AT_10_MB, DAYS_AFTER, Facts, agrees, apart, facts_of
from checker.judge.mouths import tells
from checker.judge.rule import Judged
from checker.judge.rules import findings_of, findings_on_article
from checker.judge.tokens import tokens
from checker.judge.verdict import best_of, verdict_of, verdict_without
from checker.model import EditClass, Judgement, Match, Passage, Tied

__all__ = ["CHANCE_AT_10_MB", "DAYS_AFTER", "Case", "agrees", "apart", "findings_on_article", "judge", "tells"]

# What an original that is only at hand must share to be worth a word: five words, or the bits that five words tell.
_WORDS, _BITS = 5, 40.0
# What comes nearest is shown from here on: below, the two share small words only.
_NEAR, _NEAR_BITS = 0.25, 25.0

# So many ties are told one by one.
_TIES_LISTED = 12


def judge(case: Case) -> Judgement:
    """The verdict on one quotation by the tied original that answers best, and everything else that is true of it."""
    tied = [match for match in case.matches if case.tie(match.original) is not None]
    facts = best_of([facts_of(case, match) for match in tied if match.answers])
    nearest = None if facts else _nearest(tied)
    elsewhere = tuple(_elsewhere(case))
    verdict = verdict_of(facts) if facts else verdict_without(case)
    judged = Judged(case, verdict, facts, nearest, elsewhere)
    found = [other.match for other in elsewhere]
    shown = [match for match in (facts.match if facts else nearest, *found) if match is not None]
    return Judgement(
        attribution=case.attribution,
        verdict=verdict,
        findings=findings_of(judged),
        passages=(*(passage for match in shown for passage in match.passages), *(() if facts else case.meanings)),
        originals=_shown_originals(case, facts, found),
        steps=tuple(_steps(judged)),
    )


def _nearest(matches: list[Match]) -> Match | None:
    near = [match for match in matches if match.passages and _is_near(match.passages[0])]
    return max(near, key=lambda match: match.passages[0].similarity, default=None)


def _is_near(passage: Passage) -> bool:
    return passage.similarity >= _NEAR and passage.information >= _NEAR_BITS


def _elsewhere(case: Case) -> Iterator[Facts]:
    """What originals that are only at hand have: of each the first place."""
    firsts: dict[str, Match] = {}
    for match in case.matches:
        firsts.setdefault(match.original, match)
    for match in firsts.values():
        if case.tie(match.original) is not None or not match.answers:
            continue
        if match.passages[0].information >= _BITS or len(tokens(case.words)) >= _WORDS:
            yield facts_of(case, match)


def _shown_originals(case: Case, facts: Facts | None, found: list[Match]) -> tuple[Tied, ...]:
    """The original that decides first, then the others that are tied, then those at hand that have the words."""
    deciding = facts.match.original if facts else None
    tied = sorted(case.tied, key=lambda one: one.original != deciding)
    return (*tied, *(Tied(match.original) for match in found))


def _steps(judged: Judged) -> Iterator[str]:
    """How it was decided, a line a step."""
    case = judged.case
    if len(case.tied) <= _TIES_LISTED:
        for tied in case.tied:
            yield f"{tied.original} is tied by {tied.tie.value if tied.tie else 'nothing'}"
    else:
        yield f"{len(case.tied)} originals are tied"
    if judged.facts is None:
        yield "no passage of a tied original answers" if case.tied else "no original is tied"
        if judged.nearest is not None:
            yield f"nearest: {_numbers(judged.nearest.passages[0])}"
    else:
        yield from _answer_steps(judged.facts)
    for facts in judged.elsewhere:
        yield f"at hand: {_numbers(facts.passage)}"
    yield f"verdict: {judged.verdict.value}"


def _answer_steps(facts: Facts) -> Iterator[str]:
    yield f"answers: {_numbers(facts.passage)}"
    if facts.passage.folded:
        yield f"folded: {', '.join(facts.passage.folded)}"
    classes = [change.cls for change in facts.changes]
    counted = [f"{cls.value} {classes.count(cls)}" for cls in EditClass if cls in classes]
    yield f"differences: {', '.join(counted) or 'none'}"
    for hidden in (*facts.cuts, *facts.edges, *facts.brackets):
        yield f"{hidden.weight.value}: {hidden.what} in what is left out or replaced"
    yield f"speaker: {facts.heard.mouth.value}"


def _numbers(passage: Passage) -> str:
    equal = f", {passage.equals} equal places" if passage.equals > 1 else ""
    return f"{passage.original}, similarity {passage.similarity:.2f}, information {passage.information:.0f} bits{equal}"
