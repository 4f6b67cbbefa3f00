"""Which articles rest on one origin: by their credit, by their text, and what only looks so."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus_rows import at, corpus_of, graph_of_corpus, place

from checker.corpus.signature import signature_of
from checker.corpus.wire import Wire, wire_of
from checker.outlets import Outlets
from checker.read import read

OUTLETS = Outlets.shipped()
COPY = " ".join(f"sentence {number} of the report on the quay" for number in range(60))
OTHER = " ".join(f"line {number} of quite another story" for number in range(60))


def origins(folder: Path, *places: dict[str, object]) -> list[tuple[str, list[tuple[str, int, int]]]]:
    graph = graph_of_corpus(corpus_of(folder, *places))
    return [
        (one.key, sorted((rest.outlet, rest.by_credit, rest.by_text) for rest in one.resting)) for one in graph.origins
    ]


def test_one_agency_at_two_outlets_is_one_origin(tmp_path: Path) -> None:
    found = origins(
        tmp_path / "c",
        place("1", "a.example", at(8), credit="AP"),
        place("2", "b.example", at(9), credit="Associated Press"),
        place("3", "b.example", at(9), credit="AP"),
        place("4", "c.example", at(9), credit="Reuters"),
    )
    assert found == [("apnews-com", [("a.example", 1, 0), ("b.example", 2, 0)])]


def test_an_agency_here_with_one_copy_is_two_outlets_on_one_origin(tmp_path: Path) -> None:
    found = origins(
        tmp_path / "c", place("1", "apnews-com", at(8), credit="AP"), place("2", "b.example", at(9), credit="AP")
    )
    assert found == [("apnews-com", [("b.example", 1, 0)])]


@pytest.mark.parametrize(
    ("dates", "texts", "origin"),
    [
        pytest.param((at(8), at(9)), (COPY, COPY + " and one more line"), "a.example", id="the earlier one"),
        pytest.param(("2024-05-06", "2024-05-06"), (COPY, COPY), "text:1", id="the same day: nobody's"),
        pytest.param((at(8), None), (COPY, COPY), "text:1", id="one without a date may be earlier"),
        pytest.param((at(8), at(9)), (COPY, OTHER), None, id="other texts"),
    ],
)
def test_the_same_text_at_two_outlets(
    tmp_path: Path, dates: tuple[str | None, str | None], texts: tuple[str, str], origin: str | None
) -> None:
    first, second = (signature_of(text) for text in texts)
    found = origins(
        tmp_path / "c",
        place("1", "a.example", dates[0], text_signature=first),
        place("2", "b.example", dates[1], text_signature=second),
    )
    assert [key for key, _ in found] == ([origin] if origin else [])


def test_copies_rest_on_the_agency_that_one_of_them_credits(tmp_path: Path) -> None:
    signature = signature_of(COPY)
    found = origins(
        tmp_path / "c",
        place("1", "a.example", at(8), text_signature=signature, credit="AFP"),
        place("2", "b.example", at(7), text_signature=signature),
    )
    assert found == [("afp-com", [("a.example", 1, 0), ("b.example", 0, 1)])]


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        pytest.param("WASHINGTON (AP) — The committee met on Monday.", Wire("WASHINGTON (AP)", "AP"), id="AP"),
        pytest.param(
            "LONDON, May 5 (Reuters) - The quay closed.", Wire("LONDON, May 5 (Reuters)", "Reuters"), id="Reuters"
        ),
        pytest.param("Paris (AFP) – Le quai est fermé.", Wire("Paris (AFP)", "AFP"), id="AFP"),
        pytest.param("MOSCOW, May 5. /TASS/. The quay closed.", Wire("MOSCOW, May 5. /TASS/", "TASS"), id="TASS"),
        pytest.param("DES MOINES – The caucus began at seven.", Wire("DES MOINES", None), id="a place alone"),
        pytest.param("A man – he was forty – left.", Wire(), id="a dash is no dateline"),
        pytest.param(
            "SPRINGFIELD (Ill.) — The quay closed.", Wire("SPRINGFIELD (Ill.)", None), id="no agency in brackets"
        ),
        pytest.param("The quay closed.\n\nSource: Reuters", Wire(None, "Reuters"), id="a line at the end"),
        pytest.param("The quay closed.\n\n© 2024 AFP", Wire(None, "AFP"), id="copyright"),
        pytest.param(
            "By Jane Doe, Associated Press\n\nThe quay closed.", Wire(None, "Associated Press"), id="a byline"
        ),
        pytest.param(
            "The quay closed.\n\nThe Associated Press contributed to this report.",
            Wire(),
            id="contributed is no origin",
        ),
        pytest.param("The quay closed.\n\nSource: the harbour master", Wire(), id="a source that is no agency"),
        pytest.param("The quay closed, Reuters reported on Monday.", Wire(), id="cited in the text"),
    ],
)
def test_dateline_and_credit(text: str, wire: Wire) -> None:
    assert wire_of(read(text.encode()), OUTLETS) == wire
