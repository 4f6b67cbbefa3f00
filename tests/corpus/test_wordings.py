"""Folding, keys, words in common and components: each held against a slow and obvious way."""

from __future__ import annotations

import random

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import LCSseq

from checker.corpus.clusters import components
from checker.corpus.folding import PARTS_OF_A_BIT, coded, fold, text_hashes, word_bits, word_hashes
from checker.corpus.grams import Grams
from checker.corpus.overlap import WIDTH, Texts, overlaps
from checker.corpus.texts import Circumstances, Wordings, merged, read_mentions

WORDS = "the of a harbour quay ferry budget winter strike river".split()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("“We’ll CLOSE it,” he", ["we'll", "close", "it", "he"], id="marks and capitals"),
        pytest.param("'single' marks'", ["single", "marks"], id="marks at the edges of words"),
        pytest.param("1,000 %", ["1", "000", "%"], id="numbers"),
        pytest.param("ﬁnal Ångström naïve", ["final", "ångström", "naïve"], id="ligature and accents"),
        pytest.param("… it [sic] is ...", ["it", "\x01", "is"], id="a bracket is a gap, dots at the ends are none"),
        pytest.param("das . . . Ende", ["das", "\x01", "ende"], id="dots with spaces"),
        pytest.param("北码头 ok", ["北", "码", "头", "ok"], id="a script without spaces"),
        pytest.param("!?", [], id="nothing"),
    ],
)
def test_folding(text: str, words: list[str]) -> None:
    assert fold(pa.array([text]))[0].as_py().split() == words
    told = coded(pa.array([text, "x"]))
    assert [told.words[code] for code in told.codes[told.offsets[0] : told.offsets[1]]] == words


def test_hashes_are_of_the_words_in_their_order_and_of_nothing_else() -> None:
    one, other = (coded(pa.array(texts)) for texts in (["a b", "b a", "A, b!", ""], ["zzz", "b a", "a b"]))
    first, second = (text_hashes(told.codes, told.offsets, word_hashes(told.words)) for told in (one, other))
    assert first[0] == first[2] == second[2] != first[1] == second[1]
    assert first[3] == 0
    # Whoever changes this number makes every stored corpus group anew: raise `state.VERSION`.
    assert int(first[0]) == int(text_hashes(np.array([0, 1], np.int32), np.array([0, 2]), word_hashes(("a", "b")))[0])


def test_common_words_tell_less() -> None:
    the, harbour, dont, der, gap = word_bits(("the", "harbour", "don't", "der", "\x01")) / PARTS_OF_A_BIT
    assert gap == 0 < the < dont < harbour
    assert der < 12


def wordings_of(*texts: str) -> Wordings:
    return read_mentions(table_of(texts))[1]


def table_of(texts: tuple[str, ...]) -> pa.Table:
    size = len(texts)
    empty = pa.nulls(size, pa.string())
    columns = {"quotation_id": [str(n) for n in range(size)], "text": list(texts)}
    columns |= dict.fromkeys(("article_id", "precision", "speaker", "outlet"), empty)
    columns["term"] = pa.nulls(size, pa.bool_())
    return pa.table(columns | {"published_at": pa.nulls(size, pa.timestamp("us", "UTC"))})


@given(
    st.lists(st.lists(st.sampled_from(["a", "b", "c", "…"]), max_size=6).map(" ".join), min_size=1, max_size=8),
    st.data(),
)
@settings(max_examples=60, deadline=None)
def test_parts_merged_are_the_whole(texts: list[str], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(texts)))
    whole = wordings_of(*texts)
    parts = merged([wordings_of(*texts[:cut]), wordings_of(*texts[cut:])]) if 0 < cut < len(texts) else whole

    def spelled(wordings: Wordings) -> list[tuple[int, list[int], list[bool]]]:
        return [
            (int(one), wordings.words.hash[wordings.codes[at:end]].tolist(), wordings.broken[at:end].tolist())
            for one, at, end in zip(wordings.hash, wordings.offsets, wordings.offsets[1:], strict=False)
        ]

    assert spelled(parts) == spelled(whole)


def test_the_longest_common_words_are_those_of_the_slow_way() -> None:
    dice = random.Random(4)
    texts = [[dice.randrange(len(WORDS)) for _ in range(dice.choice((1, 3, 7, 20, 60, 64, 90)))] for _ in range(120)]
    offsets = np.concatenate([[0], np.cumsum([len(text) for text in texts])])
    codes = np.array([code for text in texts for code in text], np.int32)
    bits = np.arange(1, len(WORDS) + 1, dtype=np.int32)
    pairs = [(a, b) for a in range(120) for b in range(0, 120, 7) if len(texts[a]) <= len(texts[b])]
    short, long = (np.array(column, np.int64) for column in zip(*pairs, strict=True))
    found = overlaps(Texts(codes, offsets, bits), short, long)
    for number, (a, b) in enumerate(pairs):
        few, many = texts[a][:WIDTH], texts[b]
        common = int(found.common[number])
        assert common == LCSseq.similarity(few, many)
        piece = few[found.short_start[number] : found.short_end[number]]
        stretch = many[found.long_start[number] : found.long_end[number]]
        assert LCSseq.similarity(piece, stretch) == common
        assert not common or (stretch[0] in piece and stretch[-1] in piece)
        assert common <= found.information[number] <= sum(bits[code] for code in few)
        assert bool(common) <= found.pieces[number] <= max(1, common)


@given(st.integers(1, 30), st.data())
@settings(deadline=None)
def test_components_are_those_of_the_slow_way(size: int, data: st.DataObject) -> None:
    ends = st.integers(0, size - 1)
    edges = data.draw(st.lists(st.tuples(ends, ends), max_size=40))
    slow = list(range(size))
    for a, b in edges:
        slow = [min(slow[a], slow[b]) if group in (slow[a], slow[b]) else group for group in slow]
    a, b = (np.array([edge[side] for edge in edges], np.int64) for side in (0, 1))
    assert components(size, a, b).tolist() == slow


def test_no_key_goes_across_a_gap() -> None:
    whole = wordings_of("harbour quay ferry budget winter strike river wall")
    cut = wordings_of("harbour quay ferry … budget winter strike")

    def keys(wordings: Wordings) -> set[int]:
        size = len(wordings)
        nothing = Circumstances(
            np.full(size, np.nan), np.full(size, np.nan), np.zeros(size, bool), *[np.zeros(size, np.uint64)] * 2
        )
        return set(Grams(wordings, nothing).postings(np.ones(size, bool))["key"].to_pylist())

    assert keys(cut) < keys(whole)
    assert len(keys(cut)) == 4  # two words in a row, twice on either side of the gap
