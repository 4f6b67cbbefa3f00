"""All that is said of one article."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from checker.model.article import Article
from checker.model.attribution import Reading
from checker.model.original import Original
from checker.model.verdict import Finding, Judgement, Level, Verdict


@dataclass(frozen=True, slots=True)
class Report:
    """One article checked: `judgements` in reading order, `findings` those that belong to no quotation.

    `originals` are the ones that were tied to a quotation, or hold words of one, in the order of their ids.
    `at_hand` counts all originals that were looked through.
    """

    article: Article
    reading: Reading
    judgements: tuple[Judgement, ...]
    originals: tuple[Original, ...]
    findings: tuple[Finding, ...] = ()
    at_hand: int = 0

    def counts(self) -> Counter[Verdict]:
        """How many quotations got each verdict."""
        return Counter(judgement.verdict for judgement in self.judgements)

    def all_findings(self) -> tuple[Finding, ...]:
        """Of the quotations in reading order, then of the article."""
        return tuple(finding for judgement in self.judgements for finding in judgement.findings) + self.findings

    def worst(self) -> Level | None:
        """The most serious level that occurs."""
        return max((finding.level for finding in self.all_findings()), key=lambda level: level.rank, default=None)

    @property
    def incomplete(self) -> bool:
        """Whether an original is named and could not be had, or was handed over and cannot be read."""
        unread = bool(self.judgements) and any(one.given and one.unavailable for one in self.originals)
        return unread or any(judgement.verdict is Verdict.UNAVAILABLE for judgement in self.judgements)
