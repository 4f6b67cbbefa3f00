"""Markdown that would cost its parser too much is changed so that a reader sees the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.read.markdown import read_markdown
from checker.read.taming import tamed

LINKS = "A [list](https://news.example/a) of [`code`](b), [two [inner] words](c), [^1] and ![a picture](d.png). "


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“We [the town] will keep it,” she said.", id="a bracket in a quotation"),
        pytest.param(LINKS * 200, id="many links in one paragraph"),
        pytest.param("- [ ] one\n- [x] two\n" * 200, id="tasks"),
        pytest.param("Ein [Absatz], ещё [слово] — 一[語]。" * 50, id="other scripts"),
        pytest.param("He wrote [sic\n\n" * 100, id="one that is open in each paragraph"),
        pytest.param("A speech of one paragraph goes on & on. " * 400, id="a long paragraph"),
    ],
)
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert tamed(text) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("[open " * 50 + "“deep”", "[open " * 50 + "“deep”", id="brackets"),
        pytest.param("[мост " * 50 + "[link](a)", "[мост " * 50 + "link", id="a link behind them"),
    ],
)
def test_the_reader_sees_the_same(text: str, words: str) -> None:
    assert read_markdown(text).text == words


@given(st.text("[]!`\\a (л\n", max_size=60), st.integers(1, 12))
def test_only_brackets_are_written_another_way(text: str, times: int) -> None:
    assert tamed(text * times).replace("&#91;", "[") == text * times


def test_a_paragraph_of_tags_is_parted_between_words() -> None:
    words = "<b>said</b> so " * 3_000
    parted = tamed(words)
    assert parted.split() == words.split()
    assert max(map(len, parted.split("\n\n"))) <= 20_000
