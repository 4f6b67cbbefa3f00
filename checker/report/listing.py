"""`checker show` for people: a line for each thing that a stage saw, its text below."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Article, Attribution, Block, Finding, Source, Span
from checker.report import wording
from checker.report.layout import Ink, Page, Piece, piece

_INDENT = 4


def list_blocks(page: Page, article: Article, blocks: Sequence[Block]) -> None:
    """Each block with its kind; "aside" marks what is on the page but not the article's prose."""
    for block in blocks:
        facts = [block.kind.value, "" if block.main else "aside", _links(block)]
        _entry(page, article, block.span, facts, [piece(block.span.of(article.text))])


def list_quotations(page: Page, article: Article, attributions: Sequence[Attribution], *, credits: bool) -> None:
    """Each quotation; `credits` adds the outlets that it leans on."""
    for attribution in attributions:
        quotation = attribution.quotation
        flags = ("partial" if quotation.partial else "", "elided" if quotation.elided else "")
        facts = [quotation.id, quotation.kind.value, *flags, "translated" if attribution.translated else ""]
        said_by = wording.who(attribution, article) if credits else _speaker_as_written(attribution, article)
        _entry(page, article, quotation.span, facts, [piece(f"“{quotation.span.of(article.text)}”")], said_by)


def list_citations(page: Page, article: Article, sources: Sequence[Source]) -> None:
    """Each place that credits an outlet, with the relation and the registry's id."""
    for source in sources:
        citation = source.citation
        known = source.outlet_id or (
            "one of " + ", ".join(source.candidates) if source.candidates else "not in the registry"
        )
        facts = [citation.relation.value, "translated" if citation.translated else "", known]
        words = citation.span.of(article.text)
        name = words if words == source.name else f"{words} → {source.name}"
        _entry(page, article, citation.span, facts, [piece(name), *_address(source)])


def list_findings(page: Page, findings: Sequence[Finding]) -> None:
    """Findings about the article as a whole."""
    for finding in findings:
        page.write([piece(f"{finding.rule}:", Ink.NOTE), piece(f" {finding.message}")])


def _entry(page: Page, article: Article, span: Span, facts: Sequence[str], words: list[Piece], who: str = "") -> None:
    where = wording.place(article, span.start)
    told = [fact for fact in (where, f"{span.start}–{span.end}", *facts) if fact]
    page.write([piece("  ".join(told), Ink.FAINT)])
    page.write(words, indent=_INDENT)
    if who:
        page.write([piece(f"– {who}")], indent=_INDENT)


def _speaker_as_written(attribution: Attribution, article: Article) -> str:
    speaker = attribution.quotation.speaker
    return speaker.of(article.text) if speaker else ""


def _links(block: Block) -> str:
    return wording.counted(len(block.links), "link") if block.links else ""


def _address(source: Source) -> list[Piece]:
    url = source.url or source.citation.url
    return [piece(f"  {url}", Ink.LINK)] if url else []
