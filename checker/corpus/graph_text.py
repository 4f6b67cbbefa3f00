"""The graph of outlets for a terminal: the edges with most first, what is left out counted."""

from __future__ import annotations

from collections.abc import Sequence

from checker.corpus.durations import lag
from checker.corpus.origins import Origin
from checker.corpus.outlets_graph import Carries, Circle, Cites, OutletGraph
from checker.report.layout import Ink, Page, Piece, piece
from checker.report.wording import counted

# So many edges of a kind are listed; a reader of more wants a table.
_SHOWN = 20


def graph_text(graph: OutletGraph, *, width: int, colour: bool) -> str:
    """Four lists, each with what its figures mean."""
    page = Page(width=width, colour=colour)
    _head(
        page,
        "who carries whose words",
        "printed after the outlet named first, which alone had them first in this corpus",
    )
    _list(page, [_carried(graph, one) for one in graph.carries[:_SHOWN]], len(graph.carries))
    page.write([piece(_utterances(graph), Ink.FAINT)], indent=3)
    _head(page, "who cites whom", "by the words of its own articles")
    _list(page, [_cited(graph, one) for one in graph.cites[:_SHOWN]], len(graph.cites))
    _head(page, "circles", "each leads to the next by its credits, and the last to the first")
    _list(page, [[piece(circle_line(graph, one))] for one in graph.circles[:_SHOWN]], len(graph.circles))
    for size in graph.large:
        page.write([piece(f"and one of {size} outlets, which tells nothing", Ink.FAINT)], indent=3)
    _head(page, "on one origin", "the agency that articles credit, or one text at several outlets")
    _list(page, [_origin(graph, one) for one in graph.origins[:_SHOWN]], len(graph.origins))
    return page.text()


def _head(page: Page, title: str, what: str) -> None:
    page.blank()
    page.write([piece(title, Ink.STRONG), piece(f" ({what})", Ink.FAINT)], indent=1)


def _list(page: Page, lines: Sequence[Sequence[Piece]], count: int) -> None:
    for line in lines:
        page.write(line, indent=3)
    if not lines:
        page.write([piece("none")], indent=3)
    elif count > len(lines):
        page.write([piece(f"and {count - len(lines):,} more; --format csv has them all", Ink.FAINT)], indent=3)


def _carried(graph: OutletGraph, one: Carries) -> list[Piece]:
    later, first = graph.names[one.later], graph.names[one.first]
    return [
        piece(f"{later} after {first}", Ink.STRONG),
        piece(f"  {counted(one.utterances, 'utterance')}, as a rule {lag(one.median_lag)} later"),
    ]


def _cited(graph: OutletGraph, one: Cites) -> list[Piece]:
    here = []
    if one.had_before:
        here.append(f"{graph.names[one.cited]} has the words of {one.had_before} here before")
    if one.had_after:
        here.append(f"of {one.had_after} only after")
    counts = f"{counted(one.quotations, 'quotation')}, named in {counted(one.places, 'place')}"
    return [
        piece(f"{graph.names[one.outlet]} cites {graph.names[one.cited]}", Ink.STRONG),
        piece(f"  {'; '.join([counts, *here])}"),
    ]


def circle_line(graph: OutletGraph, circle: Circle) -> str:
    """ "A, B, for the words u12" """
    names = ", ".join(graph.names[key] for key in circle.outlets)
    return f"{names}: each credits another of them for the words {circle.utterance}" if circle.utterance else names


def _origin(graph: OutletGraph, origin: Origin) -> list[Piece]:
    resting = "; ".join(
        f"{graph.names[one.outlet]} {resting_words(one.by_credit, one.by_text)}" for one in origin.resting
    )
    return [piece(origin.name, Ink.STRONG), piece(f"  {counted(origin.articles, 'article')}: {resting}")]


def resting_words(by_credit: int, by_text: int) -> str:
    """
    >>> resting_words(3, 1)
    '3 by their credit, 1 by their text'
    """
    parts = ((by_credit, "by their credit"), (by_text, "by their text"))
    return ", ".join(f"{number} {how}" for number, how in parts if number)


def _utterances(graph: OutletGraph) -> str:
    return (
        f"{counted(graph.utterances, 'utterance')}: {graph.alone} of one outlet only, of {graph.ties} the first carrier is "
        f"unknown (dates that may be the same moment), {graph.undated} without a date"
    )
