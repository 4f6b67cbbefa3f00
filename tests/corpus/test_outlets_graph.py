"""Who carries whose words after whom, who cites whom, and in which circles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from corpus_rows import at, corpus_of, graph_of_corpus, place

from checker.corpus.circles import circles_in
from checker.corpus.outlets_graph import OutletGraph


def graph_of(folder: Path, *places: dict[str, Any], citations: list[dict[str, Any]] | None = None) -> OutletGraph:
    return graph_of_corpus(corpus_of(folder, *places, citations=citations))


def carried(graph: OutletGraph) -> list[tuple[str, str, int, float]]:
    return [(one.later, one.first, one.utterances, one.median_lag / 3600) for one in graph.carries]


def test_every_later_outlet_carries_after_the_first(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "c",
        place("1", "a.example", at(8)),
        place("2", "b.example", at(10)),
        place("3", "c.example", at(12)),
        place("4", "b.example", at(20)),  # again: only the first time of an outlet counts
    )
    assert carried(graph) == [("b.example", "a.example", 1, 2.0), ("c.example", "a.example", 1, 4.0)]
    assert (graph.utterances, graph.alone, graph.ties, graph.undated) == (1, 0, 0, 0)


def test_the_lag_is_the_median_over_utterances(tmp_path: Path) -> None:
    places = [
        place(f"{outlet}{number}", outlet, at(hour), utterance=f"u{number}")
        for number, lag in enumerate((1, 2, 12))
        for outlet, hour in (("a.example", 8), ("b.example", 8 + lag))
    ]
    assert carried(graph_of(tmp_path / "c", *places)) == [("b.example", "a.example", 3, 2.0)]


@pytest.mark.parametrize(
    ("first", "second", "third", "edges", "ties"),
    [
        pytest.param("2024-05-06", "2024-05-06", "2024-05-07", [], 1, id="two days that are the same"),
        pytest.param("2024-05-06", at(9), at(9, day=7), [], 1, id="a time on that day"),
        pytest.param(at(8), at(8), at(9), [], 1, id="the same moment"),
        pytest.param("2024-05-05", at(8), "2024-05-06", ["b.example", "c.example"], 0, id="the day before"),
        pytest.param(at(8), None, at(9), ["c.example"], 0, id="one without a date"),
        pytest.param(None, None, None, [], 0, id="no dates"),
    ],
)
def test_a_first_that_is_not_certain_makes_no_edge(
    tmp_path: Path, first: str | None, second: str | None, third: str | None, edges: list[str], ties: int
) -> None:
    graph = graph_of(
        tmp_path / "c",
        place("1", "a.example", first),
        place("2", "b.example", second),
        place("3", "c.example", third),
    )
    assert [one.later for one in graph.carries] == edges
    assert graph.ties == ties
    assert graph.undated == (1 if first is None else 0)


@pytest.mark.parametrize("kind", ["stock", "single"])
def test_only_utterances_count(tmp_path: Path, kind: str) -> None:
    graph = graph_of(
        tmp_path / "c", place("1", "a.example", at(8), kind=kind), place("2", "b.example", at(9), kind=kind)
    )
    assert (graph.carries, graph.utterances) == ((), 0)


def test_citing_tells_whether_the_cited_outlet_had_the_words_here(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "c",
        place("1", "a.example", at(8)),
        place("2", "b.example", at(9), cited_outlet="a.example", cited_name="A"),
        place("3", "c.example", at(9), cited_outlet="d.example", cited_name="D"),
        place("4", "d.example", at(11), cited_name="Nowhere Post"),
        citations=[
            {"article_id": "2", "outlet": "b.example", "cited_outlet": "a.example", "relation": "told"},
            {"article_id": "2", "outlet": "b.example", "cited_outlet": "x.example", "relation": "other"},
            {"article_id": "1", "outlet": "a.example", "cited_outlet": "a.example", "relation": "told"},
        ],
    )
    found = {
        (one.outlet, one.cited): (one.quotations, one.places, one.had_before, one.had_after) for one in graph.cites
    }
    assert found == {
        ("b.example", "a.example"): (1, 1, 1, 0),
        ("c.example", "d.example"): (1, 0, 0, 1),
        ("d.example", "Nowhere Post"): (1, 0, 0, 0),
    }
    assert graph.names["Nowhere Post"] == "Nowhere Post"


def test_a_circle_of_one_utterance_is_found(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path / "c",
        place("1", "a.example", at(8), cited_outlet="c.example"),
        place("2", "b.example", at(9), cited_outlet="a.example"),
        place("3", "c.example", at(10), cited_outlet="b.example"),
        place("4", "d.example", at(11), cited_outlet="c.example"),
    )
    assert [(sorted(one.outlets), one.utterance) for one in graph.circles] == [
        (["a.example", "b.example", "c.example"], "u1"),
        (["a.example", "b.example", "c.example"], None),
    ]


def test_a_circle_of_the_whole_press_is_only_counted(tmp_path: Path) -> None:
    places = [
        place(
            str(number),
            f"o{number}.example",
            at(8),
            utterance=f"u{number}",
            cited_outlet=f"o{(number + 1) % 12}.example",
        )
        for number in range(12)
    ]
    graph = graph_of(tmp_path / "c", *places)
    assert (graph.circles, graph.large) == ((), (12,))


def test_components_of_a_long_chain_need_no_recursion() -> None:
    chain = [(number, number + 1) for number in range(20_000)]
    assert circles_in(chain) == []
    assert len(circles_in([*chain, (20_000, 0)])[0]) == 20_001


def test_an_empty_corpus_has_an_empty_graph(tmp_path: Path) -> None:
    graph = graph_of(tmp_path / "c")
    assert (graph.carries, graph.cites, graph.circles, graph.origins, graph.names) == ((), (), (), (), {})
