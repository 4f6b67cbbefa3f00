"""The article's text for the page: its blocks, each cut where a quotation begins or ends."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Block, BlockKind, Report, Span


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; `card` is the index of the quotation that it belongs to, `first` where that one begins."""

    text: str
    card: int | None = None
    first: bool = False


@dataclass(frozen=True, slots=True)
class BlockView:
    """One block, in the runs that are to be told apart."""

    kind: BlockKind
    runs: tuple[Run, ...]


def blocks_of(report: Report) -> list[BlockView]:
    """The article's prose, and what else holds a quotation; navigation and teasers are left out."""
    text = report.article.text
    parts = _parts(report)
    views = []
    at = 0
    for block in report.article.blocks:
        while at < len(parts) and parts[at][0].end <= block.span.start:
            at += 1
        behind = at
        while behind < len(parts) and parts[behind][0].start < block.span.end:
            behind += 1
        inside = parts[at:behind]
        if block.main or inside:
            views.append(BlockView(block.kind, tuple(_runs(text, block, inside))))
    return views


def _parts(report: Report) -> list[tuple[Span, int, bool]]:
    """Every stretch that is quoted, whose it is, and whether the quotation begins with it; without overlaps."""
    parts = [
        (part, card, number == 0)
        for card, judgement in enumerate(report.judgements)
        for number, part in enumerate(judgement.attribution.quotation.parts)
    ]
    kept: list[tuple[Span, int, bool]] = []
    for part, card, first in sorted(parts):
        if not kept or part.start >= kept[-1][0].end:
            kept.append((part, card, first))
    return kept


def _runs(text: str, block: Block, inside: list[tuple[Span, int, bool]]) -> list[Run]:
    runs = []
    at = block.span.start
    for part, card, first in inside:
        start, end = max(part.start, at), min(part.end, block.span.end)
        runs += [Run(text[at:start]), Run(text[start:end], card, first and start == part.start)]
        at = end
    runs.append(Run(text[at : block.span.end]))
    return [run for run in runs if run.text]
