"""The alignment costs what the slow and obvious one says, and its steps leave nothing out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from oracle import least_cost

from checker.align.alignment import Alignment, Quoted, align, cheapest

# Few words, so that they meet often: two that are one slip apart, two that join, a number, a short form, two of one verb.
WORDS = st.sampled_from(
    "a the not home grown homegrown valley vallay went goes #3 #4 's is boats burn 5he11 shell cleam dearn".split()
)
SIDES = st.lists(WORDS, min_size=1, max_size=7)
STRETCHES = st.lists(WORDS, max_size=12)


@st.composite
def quotations(draw: st.DrawFn) -> Quoted:
    keys = draw(SIDES)
    places = st.frozensets(st.integers(0, len(keys)), max_size=2)
    bracketed = draw(st.one_of(st.just(frozenset()), st.frozensets(st.integers(0, len(keys) - 1), max_size=2)))
    return Quoted(tuple(keys), draw(st.one_of(st.just(frozenset()), places)), bracketed)


def assert_whole(alignment: Alignment, quoted: Quoted, original: list[str]) -> None:
    """Steps follow one another on both sides; the quotation's side begins and ends with it."""
    q, o = 0, alignment.first
    for step in alignment.steps:
        assert (step.quoted[0], step.original[0]) == (q, o)
        q, o = step.quoted[1], step.original[1]
        if step.same:
            ours, theirs = quoted.keys[slice(*step.quoted)], original[slice(*step.original)]
            assert "".join(ours) == "".join(theirs)
    assert q == len(quoted.keys)


@given(quotations(), STRETCHES)
def test_the_table_finds_the_least_cost(quoted: Quoted, original: list[str]) -> None:
    found = cheapest(quoted, original)
    assert abs(found.cost - least_cost(quoted, original)) < 1e-9
    assert_whole(found, quoted, original)


@given(quotations(), STRETCHES, st.lists(st.sampled_from("now we see the old harbour burn".split()), max_size=9))
def test_anchors_cost_nothing_less(quoted: Quoted, original: list[str], run: list[str]) -> None:
    """A long run that is equal on both sides is taken for granted; what that gives is an alignment all the same."""
    longer = Quoted((*quoted.keys, *run, *quoted.keys), quoted.cuts, quoted.bracketed)
    stretch = [*original, *run, *quoted.keys, *original]
    found = align(longer, stretch)
    assert found.cost >= least_cost(longer, stretch) - 1e-9
    assert_whole(found, longer, stretch)


def test_a_run_in_the_middle_leaves_the_rest_to_the_table() -> None:
    quoted = Quoted(tuple("the old men saw how the whole harbour burnt down at night".split()))
    original = "then the men saw how the whole harbour burned down one night and left".split()
    found = align(quoted, original)
    assert abs(found.cost - least_cost(quoted, original)) < 1e-9
    assert (found.first, found.last) == (1, 12)


def test_words_at_an_edge_do_not_jump() -> None:
    quoted = Quoted(("we", "have", "boats"))
    original = "we said for a very long time indeed that they have boats".split()
    assert align(quoted, original).first == original.index("have")


def test_what_is_too_long_is_not_compared_word_by_word() -> None:
    quoted = Quoted(tuple(f"one{number}" for number in range(2000)))
    original = [f"two{number}" for number in range(2000)]
    found = align(quoted, original)
    assert_whole(found, quoted, original)
    assert found.similarity == 0.0


def test_long_texts_that_agree_in_places_are_compared_between_them() -> None:
    original = [f"word{number}" for number in range(6000)]
    changed = [f"other{number}" if number % 50 == 7 else word for number, word in enumerate(original)]
    quoted = Quoted(tuple(changed))
    found = align(quoted, original)
    assert_whole(found, quoted, original)
    assert 0.98 < found.similarity < 1.0
