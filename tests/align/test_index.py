"""The two ways of keeping an index give the same places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import prose

from checker.align.array_index import ArrayIndex
from checker.align.index import Index, ListIndex
from checker.text.plain import plain_words

TEXTS = st.lists(prose(words=25), min_size=1, max_size=4)


def both(texts: list[str]) -> tuple[Index, Index]:
    return ListIndex(texts), ArrayIndex(texts)


@given(TEXTS, prose(words=8), st.integers(1, 3), st.sampled_from([1, 3, 1000]))
def test_seeds_stand_in_the_same_places(texts: list[str], asked: str, length: int, limit: int) -> None:
    words = plain_words(asked)[0]
    lists, arrays = both(texts)
    for within in (None, lists.words_of(0), lists.words_of(len(texts) - 1)):
        ours = lists.seeds(lists.encode(words), length, limit, within)
        theirs = arrays.seeds(arrays.encode(words), length, limit, within)
        assert [(at, list(places)) for at, places in ours] == [(at, list(places)) for at, places in theirs]


@given(TEXTS, st.data(), st.sampled_from([1, 2, 100]))
def test_whole_runs_stand_in_the_same_places(texts: list[str], data: st.DataObject, limit: int) -> None:
    words = plain_words(data.draw(st.sampled_from(texts)))[0]
    first = data.draw(st.integers(0, max(0, len(words) - 1)))
    run = words[first : first + data.draw(st.integers(1, 8))]
    if not run:
        return
    lists, arrays = both(texts)
    for within in (None, lists.words_of(0)):
        ours, theirs = lists.stand(lists.encode(run), within, limit), arrays.stand(arrays.encode(run), within, limit)
        assert list(ours) == list(theirs)
        assert ours or within is not None


@given(TEXTS)
def test_words_have_the_same_spans(texts: list[str]) -> None:
    lists, arrays = both(texts)
    assert lists.size == arrays.size
    for number, text in enumerate(texts):
        assert lists.words_of(number) == arrays.words_of(number)
        words, starts, ends = plain_words(text)
        places = lists.words_of(number)
        assert len(places) == len(words)
        for at, place in enumerate(places):
            assert lists.text_of(place) == arrays.text_of(place) == number
            assert (lists.start(place), lists.end(place)) == (starts[at], ends[at])
            assert (arrays.start(place), arrays.end(place)) == (starts[at], ends[at])


@pytest.mark.parametrize("make", [ListIndex, ArrayIndex])
def test_no_run_goes_from_one_text_to_the_next(make: type[ListIndex]) -> None:
    index = make(["the end of one", "begins the next"])
    assert index.stand(index.encode(["one", "begins"]), None, 9) == []
    assert index.seeds(index.encode(["one", "begins"]), 2, 10, None) == []


@pytest.mark.parametrize("make", [ListIndex, ArrayIndex])
@pytest.mark.parametrize("texts", [[], [""], ["", "…"], ["\x00\u202e"]])
def test_nothing_to_index(make: type[ListIndex], texts: list[str]) -> None:
    index = make(texts)
    assert index.stand(index.encode(["word"]), None, 9) == []
    assert index.seeds(index.encode(["word"]), 1, 10, None) == []
