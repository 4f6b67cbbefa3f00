"""Quotations of a corpus by their words: what is found, and that it does not matter who is asked or how often."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus_rows import WORDS, at, corpus_of, place
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.corpus import runs
from checker.corpus.search import Search, least_information, search
from checker.corpus.tables import Corpus


@pytest.mark.parametrize(
    ("wanted", "there", "hit"),
    [
        pytest.param(WORDS, WORDS.upper(), True, id="capitals"),
        pytest.param(WORDS, WORDS.replace("nobody", "no one"), True, id="a word changed"),
        pytest.param(WORDS, WORDS[:48], True, id="the stored one is a part"),
        pytest.param(WORDS[:48], WORDS, True, id="the stored one is the whole"),
        pytest.param(
            "Die Kaimauer im Norden schließen wir am Montag", "die Kaimauer im Norden schließen wir", True, id="ß"
        ),
        pytest.param(
            "Мы закроем северный причал в понедельник", "мы закроем северный причал в понедельник", True, id="й"
        ),
        pytest.param(
            WORDS, "We will close the south gate on Sunday and everybody will be told by the mayor", False, id="not"
        ),
    ],
)
def test_search_finds_the_same_words(tmp_path: Path, wanted: str, there: str, hit: bool) -> None:
    corpus = corpus_of(
        tmp_path / "c", place("1", "a.example", at(8), there), place("2", "a.example", at(8), "x" * 5000)
    )
    assert [one.id for one in search(corpus, [wanted, ""])[0]] == (["1#q1"] if hit else [])


def test_more_quotations_need_more_evidence() -> None:
    assert least_information(1) == 12
    assert least_information(1_000_000) > 31


LONG = (
    "They have made hundreds of millions of dollars by selling access and favours and contracts of the town. Mayor Lind has "
    "turned the harbour office into her private bank. And nobody in this council has had the courage to say one word about it."
)
CUTS = {
    "whole": LONG,
    "a sentence": "Mayor Lind has turned the harbour office into her private bank",
    "a word changed": "Mayor Lind has made the harbour office into her private bank",
    "its end": "nobody in this council has had the courage to say a word about it",
    "four words": "the harbour office into her private bank",
}


@pytest.mark.parametrize("asked", CUTS)
def test_a_cut_and_the_whole_find_each_other(tmp_path: Path, asked: str) -> None:
    corpus = corpus_of(tmp_path / "c", *(place(name, "a.example", at(8), text) for name, text in CUTS.items()))
    found = {hit.id.partition("#")[0] for hit in search(corpus, [CUTS[asked]])[0]}
    back = {name for name, text in CUTS.items() if any(hit.id == f"{asked}#q1" for hit in search(corpus, [text])[0])}
    assert found == back
    assert {"whole", asked} <= found


WORD = st.sampled_from(
    [
        "quay",
        "Lind’s",
        "the",
        "of",
        "north",
        "être",
        "Straße",
        "don't",
        "1,000",
        "€100",
        "причал",
        "e-mail",
        "mayor",
        "x_y",
    ]
)
TEXT = st.lists(WORD, min_size=1, max_size=12).map(" ".join)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXT, min_size=1, max_size=12, unique=True))
def test_the_index_finds_what_a_look_through_finds(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    corpus = corpus_of(
        tmp_path_factory.mktemp("c") / "c",
        *(place(str(number), None, None, text) for number, text in enumerate(texts)),
    )
    ask = Search(corpus)
    answers = [ask(texts) for _ in range(runs._LOOKS + 2)]
    assert all(answer == answers[0] for answer in answers)


@pytest.mark.parametrize("words", ["quay x_y quay x_y quay", "the €100 of the €200 quay", "a Straße’s quay être la"])
def test_the_index_parts_words_as_a_look_through_does(tmp_path: Path, words: str) -> None:
    ask = Search(corpus_of(tmp_path / "c", place("1", None, None, words)))
    assert [len(ask([words])[0]) for _ in range(runs._LOOKS + 2)] == [1] * (runs._LOOKS + 2)


def test_an_empty_corpus_has_nothing(tmp_path: Path) -> None:
    ask = Search(corpus_of(tmp_path / "c"))
    assert [ask([WORDS]) for _ in range(runs._LOOKS + 2)] == [[[]]] * (runs._LOOKS + 2)


def test_a_great_many_runs_are_looked_for(tmp_path: Path) -> None:
    texts = [f"the harbour {number} of the wooden {number + 1} ferries went {number + 2} away" for number in range(300)]
    corpus: Corpus = corpus_of(tmp_path / "c", *(place(str(n), None, None, text) for n, text in enumerate(texts)))
    assert [any(hit.id == f"{n}#q1" for hit in hits) for n, hits in enumerate(search(corpus, texts))] == [True] * 300
