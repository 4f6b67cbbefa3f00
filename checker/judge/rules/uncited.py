"""The article names no outlet for these words, so there is no original to hold them against.

They may be its own reporting, which is first hand, or a term that nobody is said to have used. It is no fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.rule import Judged, Rule, Said
from checker.model import Level, QuotationKind, Verdict


def _check(judged: Judged) -> Iterator[Said]:
    if judged.verdict is not Verdict.UNCITED:
        return
    case = judged.case
    if case.quotation.kind is QuotationKind.TERM and case.nobodys_term:
        yield Said("a term, and nobody is said to have used it")
    elif case.first_hand:
        yield Said("the article's own publisher is the only outlet named: first hand, with nothing to compare")
    else:
        yield Said("no outlet is named for these words, and nothing is linked")


RULE = Rule("uncited", Level.NOTE, _check)
