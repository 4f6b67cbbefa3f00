"""The chain of citation: from the article to whoever said the words, one station for each mouth between."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Judgement, Original, Passage, Report, Verdict
from checker.report import wording

# A drawing does not wrap: a longer name is cut. So many characters fit beside the line on a telephone.
_LONGEST = 34
_SAME_WORDS = {Verdict.VERBATIM, Verdict.STYLED, Verdict.MARKED, Verdict.AMBIGUOUS, Verdict.MISATTRIBUTED}


@dataclass(frozen=True, slots=True)
class Station:
    """One mouth: its name, what it has to do with the words, and whether its own page was held against the article."""

    name: str
    role: str
    read: bool

    @property
    def short(self) -> str:
        """The name, cut where it is too long to draw."""
        return self.name if len(self.name) <= _LONGEST else f"{self.name[: _LONGEST - 1].rstrip()}…"


def chain_of(report: Report, judgement: Judgement, deciding: Passage | None) -> tuple[Station, ...]:
    """The article first; empty where the article leans on nothing that could be drawn."""
    originals = {original.id: original for original in report.originals}
    original = originals.get(deciding.original) if deciding else None
    name = wording.called(original) if original else ""
    stations = []
    if judgement.attribution.credits:
        credit = judgement.attribution.credits[0]
        if original and _same(credit.source.outlet_id, credit.source.name, original):
            name = credit.source.name
        else:
            basis = wording.BASES.get(credit.basis, "carried over")
            stations.append(Station(credit.source.name, f"cited, {basis}", read=False))
    if deciding and original:
        stations.append(Station(name, _role(judgement, deciding), read=True))
    unread = [originals[tied.original] for tied in judgement.originals if tied.tie and tied.original in originals]
    if not stations and unread:
        stations = [Station(wording.called(unread[0]), "linked, not compared", read=False)]
    if not stations:
        return ()
    if deciding and deciding.answers:
        stations += [Station(name, "credited there, not read", read=False) for name in deciding.credited]
    speaker = (deciding.speaker if deciding and deciding.answers else None) or _speaker(judgement)
    if speaker:
        stations.append(Station(speaker, "said it, by this account", read=False))
    here = report.article.metadata.publisher or "the article"
    return (Station(here, "this article", read=True), *stations)


def _same(outlet_id: str | None, name: str, original: Original) -> bool:
    if outlet_id and original.outlet_id:
        return outlet_id == original.outlet_id
    return name.casefold().removeprefix("the ") in wording.published_by(original).casefold()


def _role(judgement: Judgement, deciding: Passage) -> str:
    if judgement.verdict is Verdict.TRANSLATED:
        return "has it in other words"
    if not deciding.answers:
        return "has nothing nearer"
    return "has the words" if judgement.verdict in _SAME_WORDS else "has other words"


def _speaker(judgement: Judgement) -> str | None:
    person = judgement.attribution.speaker
    return person.name if person else None
