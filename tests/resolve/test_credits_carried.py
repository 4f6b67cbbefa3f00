"""What keeps an outlet carried over once people are known: its own journalist who asks, "the same show", "the interview"."""

from __future__ import annotations

import pytest
from test_people import article, reading


def leans(text: str) -> list[str | None]:
    return [one.credits[0].source.outlet_id if one.credits else None for one in reading(article(text)).attributions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“We will win,” John Smith told CNN’s Jane Roe. | “Who is we now?” Roe asked. | “All of us,” Smith said.",
            ["cnn-com"] * 3,
            id="an outlet's own",
        ),
        pytest.param(
            "“We will win,” John Smith told Jane Roe of CNN. | “Who is we now?” Roe asked. | “All of us,” Smith said.",
            ["cnn-com"] * 3,
            id="somebody of the outlet",
        ),
        pytest.param(
            "“We will win,” John Smith told CNN. | “Who is we now?” Jane Roe asked. | “All of us,” Smith said.",
            ["cnn-com", None, None],
            id="somebody else",
        ),
        pytest.param(
            "“We will win,” John Smith told CNN. | “No,” Jane Roe said. | On the same show, he said “it was all of us.”",
            ["cnn-com", None, "cnn-com"],
            id="the same show",
        ),
        pytest.param(
            "“We will win,” John Smith told CNN. | “No,” Jane Roe said. | At his rally, he said “it was all of us.”",
            ["cnn-com", None, None],
            id="another occasion",
        ),
        pytest.param(
            "CNN reported a loss. | “The money is not gone,” the company said in its release.",
            [None],
            id="its own release",
        ),
        pytest.param(
            "CNN published an editorial. | “The money is not gone,” the paper’s editorial board wrote.",
            ["cnn-com"],
            id="the editorial board",
        ),
    ],
)
def test_what_is_carried_over(text: str, expected: list[str | None]) -> None:
    assert leans(text) == expected
