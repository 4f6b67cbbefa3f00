"""Reports as the ledger gets them, put together from a few words; the outlets cited are real ones of the registry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.model import (
    Article,
    Attribution,
    Basis,
    Capture,
    Citation,
    Credit,
    Finding,
    Judgement,
    Level,
    Metadata,
    Original,
    Passage,
    Quotation,
    QuotationKind,
    Reading,
    Relation,
    Report,
    Source,
    Span,
    Tie,
    Tied,
    Verdict,
)

PUBLISHED = "https://www.jpost.com/"


@dataclass(frozen=True)
class Checked:
    """One quotation: what came of it, whom it is credited to, and what it was held against."""

    verdict: Verdict = Verdict.VERBATIM
    credited: str | None = "reuters-com"
    held_against: str | None = "reuters-com"
    reconstruction: bool = False
    tie: Tie = Tie.LINK


def report(name: str, checked: Sequence[Checked], *, published: str = PUBLISHED) -> Report:
    """The article `name` of the outlet behind `published`, with as many quotations."""
    text = "“a few words” " * max(len(checked), 1)
    article = Article(
        text, metadata=Metadata(canonical=f"{published}{name}", title="Ein Hafen ohne Schiffe"), path=f"{name}.html"
    )
    originals = tuple(_original(number, one) for number, one in enumerate(checked))
    judgements = tuple(_judgement(number, one) for number, one in enumerate(checked))
    return Report(article, Reading(), judgements, originals)


def _original(number: int, one: Checked) -> Original:
    capture = Capture("https://www.reuters.com/a", f"{number:064}", 1, "text/plain", reconstruction=one.reconstruction)
    return Original(f"o{number}", article=Article("a few words"), capture=capture, outlet_id=one.held_against)


def _judgement(number: int, one: Checked) -> Judgement:
    span = Span(number * 14 + 1, number * 14 + 12)
    quotation = Quotation(f"q{number}", span, QuotationKind.DIRECT, (span,))
    source = Source(Citation(span, Relation.REPORTED), "Reuters", one.credited)
    credits = (Credit(source, Basis.SAME_SENTENCE, 1.0),) if one.credited else ()
    answers = one.verdict is not Verdict.ABSENT
    passage = Passage(f"o{number}", Span(0, 11), Span(0, 11), answers, 1.0, 30.0)
    finding = Finding("words-changed", Level.WARNING, "…")
    return Judgement(
        Attribution(quotation, credits=credits), one.verdict, (finding,), (passage,), (Tied(f"o{number}", one.tie),)
    )
