"""Where something was said: what names the occasion, the writing or the listener, and what only looks like it."""

from __future__ import annotations

import pytest

from checker.text.english.occasions import says_where


@pytest.mark.parametrize(
    "text",
    [
        "she said during the debate", "in a speech on Monday", "at a rally in Ohio", "RALLIES in three towns", "he tweeted",
        "posted on Facebook", "a written statement", "told reporters", "at a town hall", "a town-hall meeting",
        "in a letter to the council", "testified before a committee", "in court papers", "excerpts of his book",
        "a press conference", "on The Steve Harvey Morning Show", "he told Harvey", "she told Fox 35", "told the Times",
        "speaking to Anna Berg", "at the convention", "in an e-mail", "in an email", "on television", "a podcast", "to the crowd",
    ],
)  # fmt: skip
def test_it_says_where(text: str) -> None:
    assert says_where(text)


@pytest.mark.parametrize(
    "text",
    [
        "she said last month", "he added, laughing", "Lind has debts", "the backstage door", "a stumped council", "the adman",
        "the spokeswoman for the port", "he told her so", "they were told to wait", "a courtly manner", "",
        "Sie sagte es bei einer Kundgebung", "она сказала на митинге",
    ],
)  # fmt: skip
def test_it_does_not(text: str) -> None:
    assert not says_where(text)
