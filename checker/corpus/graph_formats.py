"""The graph of outlets as rows, JSON, CSV, GraphML and an Arrow table; every name is foreign text and left so."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from checker.corpus.outlets_graph import OutletGraph
from checker.text.escape import for_terminal

if TYPE_CHECKING:
    import pyarrow as pa

Row = dict[str, Any]

# One edge a row; what a kind of edge does not have is empty. The kinds are explained in `docs/corpus.md`.
COLUMNS = {
    "kind": "string",
    "source": "string",
    "source_name": "string",
    "target": "string",
    "target_name": "string",
    "count": "long",
    "median_lag_seconds": "double",
    "quotations": "long",
    "places": "long",
    "had_before": "long",
    "had_after": "long",
    "by_credit": "long",
    "by_text": "long",
}
# A table program takes a cell that begins so for a formula; the last four are the wide forms of East Asian keyboards.
_FORMULA = tuple("=+-@\t\r|%＝＋－＠")


def edges(graph: OutletGraph) -> Iterator[Row]:
    """First who carries after whom, then who cites whom, then what rests on an origin."""
    for carried in graph.carries:
        yield _edge(
            graph,
            "carries-after",
            carried.later,
            carried.first,
            count=carried.utterances,
            median_lag_seconds=round(carried.median_lag, 3),
        )
    for cited in graph.cites:
        yield _edge(
            graph,
            "cites",
            cited.outlet,
            cited.cited,
            count=cited.quotations + cited.places,
            quotations=cited.quotations,
            places=cited.places,
            had_before=cited.had_before,
            had_after=cited.had_after,
        )
    for origin in graph.origins:
        for one in origin.resting:
            row = _edge(graph, "rests-on", one.outlet, origin.key, count=one.articles)
            yield row | {"target_name": origin.name, "by_credit": one.by_credit, "by_text": one.by_text}


def _edge(graph: OutletGraph, kind: str, source: str, target: str, **more: object) -> Row:
    names = {"source_name": graph.names.get(source, source), "target_name": graph.names.get(target, target)}
    return {"kind": kind, "source": source, "target": target, **names, **more}


def graph_form(graph: OutletGraph) -> Row:
    """Everything, for JSON."""
    return {
        "schema": "checker-corpus-outlets/1",
        "utterances": {
            "all": graph.utterances,
            "of_one_outlet": graph.alone,
            "first_unknown": graph.ties,
            "undated": graph.undated,
        },
        "edges": [{name: row.get(name) for name in COLUMNS} for row in edges(graph)],
        "circles": [
            {
                "outlets": list(one.outlets),
                "names": [graph.names[key] for key in one.outlets],
                "utterance": one.utterance,
            }
            for one in graph.circles
        ],
        "large_circles": list(graph.large),
        "origins": [
            {
                "origin": origin.key,
                "name": origin.name,
                "articles": origin.articles,
                "outlets": [
                    {
                        "outlet": one.outlet,
                        "name": graph.names.get(one.outlet, one.outlet),
                        "by_credit": one.by_credit,
                        "by_text": one.by_text,
                        "examples": list(one.examples),
                    }
                    for one in origin.resting
                ],
            }
            for origin in graph.origins
        ],
    }


def graph_csv(graph: OutletGraph) -> str:
    """An edge a line; no cell is a formula in a table program."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(COLUMNS)
    for row in edges(graph):
        table.writerow([cell(row.get(name)) for name in COLUMNS])
    return written.getvalue()


def cell(value: object) -> object:
    """A value as a table program may have it.

    >>> cell("=HYPERLINK(1)"), cell("the quay"), cell(-3), cell(None)
    ("'=HYPERLINK(1)", 'the quay', -3, '')
    """
    if not isinstance(value, str):
        return "" if value is None else value
    shown = for_terminal(value)
    return f"'{shown}" if shown.lstrip(" ").startswith(_FORMULA) or value.startswith(_FORMULA) else shown


def graph_table(graph: OutletGraph) -> pa.Table:
    """An edge a row, for Parquet."""
    import pyarrow as pa

    kinds = {"string": pa.string(), "long": pa.int64(), "double": pa.float64()}
    schema = pa.schema([(name, kinds[kind]) for name, kind in COLUMNS.items()])
    return pa.Table.from_pylist(list(edges(graph)), schema=schema)


def graph_graphml(graph: OutletGraph) -> str:
    """For programs that draw and measure graphs: outlets as nodes, every edge with its kind."""
    rows = list(edges(graph))
    names = {row[end]: row[f"{end}_name"] for row in rows for end in ("source", "target")}
    number = {key: f"n{at}" for at, key in enumerate(names)}
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">']
    lines += [f'<key id="{name}" for="node" attr.name="{name}" attr.type="string"/>' for name in ("outlet", "name")]
    of_edges = {name: kind for name, kind in COLUMNS.items() if not name.startswith(("source", "target"))}
    lines += [f'<key id="{name}" for="edge" attr.name="{name}" attr.type="{kind}"/>' for name, kind in of_edges.items()]
    lines.append('<graph edgedefault="directed">')
    for key, name in names.items():
        lines.append(f'<node id="{number[key]}">{_data("outlet", key)}{_data("name", name)}</node>')
    for row in rows:
        ends = f"source={quoteattr(number[row['source']])} target={quoteattr(number[row['target']])}"
        lines.append(
            f"<edge {ends}>{''.join(_data(name, row[name]) for name in of_edges if row.get(name) is not None)}</edge>"
        )
    return "\n".join([*lines, "</graph>", "</graphml>"]) + "\n"


def _data(key: str, value: object) -> str:
    return f'<data key="{key}">{escape(_xml(str(value)))}</data>'


def _xml(text: str) -> str:
    """XML 1.0 has no way to write a control character or the last two code points of a plane."""
    shown = for_terminal(text)
    return "".join("\ufffd" if ord(char) & 0xFFFE == 0xFFFE else char for char in shown)
