"""What words amount to, and that what differs does not amount to the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.plain import plain_letter, plain_words
from checker.text.words import Kind, Words


def keys(text: str, *, original: bool = False) -> list[str]:
    return [unit.key for unit in Words(text, original=original).units]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("they’re", "they are", id="contraction"),
        pytest.param("can't", "cannot", id="can't"),
        pytest.param("gonna", "going to", id="gonna"),
        pytest.param("theyre", "they're", id="without its apostrophe"),
        pytest.param("twenty-five", "25", id="number word"),
        pytest.param("2.5 million", "2,500,000", id="scale"),
        pytest.param("a million", "1 million", id="a million"),
        pytest.param("$6m", "six million dollars", id="currency and scale"),
        pytest.param("20%", "twenty per cent", id="percent"),
        pytest.param("third", "3rd", id="ordinal"),
        pytest.param("U.S.", "United States", id="abbreviation"),
        pytest.param("organised", "organized", id="spelling"),
        pytest.param("Mr. Smith", "Mister Smith", id="title"),
        pytest.param("Johnson & Johnson", "Johnson and Johnson", id="ampersand"),
        pytest.param("t[he] valley", "the valley", id="bracket inside a word"),
    ],
)
def test_what_amounts_to_the_same(one: str, other: str) -> None:
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("well", "we'll", id="a word without an apostrophe"),
        pytest.param("its", "it's", id="its"),
        pytest.param("1.7 %", "17 %", id="decimal point"),
        pytest.param("$6", "€6", id="currency"),
        pytest.param("6 million", "6 billion", id="scale"),
        pytest.param("five, six", "56", id="two numbers"),
        pytest.param("$2.2 billion two-year", "2,200,000,002 dollars year", id="a scale ends the number in digits"),
        pytest.param("told us", "told the United States", id="us"),
        pytest.param("our", "or", id="no -our word"),
        pytest.param("wise", "wize", id="no -ise word"),
        pytest.param("3", "3rd", id="ordinal"),
        pytest.param("12:30", "1230", id="time of day"),
    ],
)
def test_what_does_not(one: str, other: str) -> None:
    assert keys(one) != keys(other)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("We go. (APPLAUSE) Now.", "we go now", id="applause"),
        pytest.param("TRUMP: We go.\nMR. SMITH: Now.", "we go now", id="speakers' tags"),
        pytest.param("We [laughter] go now.", "we go now", id="laughter"),
        pytest.param("We (all of us) go.", "we all of us go", id="words in brackets are said"),
        pytest.param("Note: we go.", "note we go", id="a lone word before a colon is said"),
    ],
)
def test_stage_directions_are_nobodys_words(text: str, said: str) -> None:
    assert keys(text, original=True) == said.split()


def test_a_quotation_has_no_stage() -> None:
    assert keys("We go (laughter) now") == ["we", "go", "laughter", "now"]


TEXTS = st.lists(
    st.sampled_from(
        "we they’re 2.5 million $6m % cent U.S. [sic] … (APPLAUSE) t[he] café cafe\u0301 'tis 1,000 \n - می‌رویم 'a' ’ ¼".split(
            " "
        )
    ),
    max_size=20,
).map(" ".join) | st.text(max_size=40)


@given(TEXTS, st.integers(0, 5), st.booleans())
def test_words_ascend_and_stand_where_they_say(text: str, offset: int, original: bool) -> None:
    words = Words(text, offset=offset, original=original)
    end = offset
    for word in words.words:
        assert end <= word.span.start < word.span.end <= offset + len(text)
        end = word.span.end
    last = 0
    for unit in words.units:
        assert 0 <= unit.first < unit.last <= len(words.words)
        assert unit.key
        assert unit.first >= last or unit.first == last - 1
        assert all(words.words[at].kind is not Kind.STAGE for at in (unit.first, unit.last - 1))
        last = unit.last


@given(TEXTS)
def test_quick_words_stand_where_they_say(text: str) -> None:
    words, starts, ends = plain_words(text)
    assert starts == sorted(starts)
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    for word, start, end in zip(words, starts, ends, strict=True):
        letters = [plain_letter(character) for character in text[start:end]]
        assert word == "".join(letter for letter in letters if letter)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("don’t", "dont", True, id="apostrophe"),
        pytest.param("CAFÉ", "cafe\u0301", True, id="case and accent"),
        pytest.param("co\u00adop", "coop", True, id="soft hyphen"),
        pytest.param("re-cover", "recover", False, id="hyphen"),
        pytest.param("1.7", "17", False, id="decimal point"),
        pytest.param("thesepeople", "these people", False, id="run together"),
    ],
)
def test_quick_words(one: str, other: str, same: bool) -> None:
    assert (plain_words(one)[0] == plain_words(other)[0]) is same
