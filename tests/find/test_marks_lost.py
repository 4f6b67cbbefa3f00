"""Marks that were lost or do not quote: what an editor would still read as the words. `|` parts paragraphs."""

from __future__ import annotations

import pytest

from checker.find import find_quotations
from checker.model import Article, Block, Span


def found(text: str) -> list[tuple[str, str]]:
    """The kind and the words of each quotation."""
    paragraphs = text.split(" | ")
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    page = Article("\n\n".join(paragraphs), tuple(blocks))
    return [(str(one.kind), " // ".join(part.of(page.text) for part in one.parts)) for one in find_quotations(page)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            '"There was no word of it for years, said Smith, whose group left.',
            ["There was no word of it for years,"],
            id="the reporter's said ends it",
        ),
        pytest.param(
            "“هیچ خبری نبود و ما رفتیم, said Ali Ayyoub, who left.",
            ["هیچ خبری نبود و ما رفتیم,"],
            id="the same in another script",
        ),
        pytest.param(
            "“We heard it, he said, from all of them at the gate” and left.",
            ["We heard it, he said, from all of them at the gate"],
            id="closed: his own he said",
        ),
        pytest.param(
            "“We never heard of it, said Smith and they left. | “We stay,” he said.",
            ["We never heard of it, said Smith and they left. // We stay,"],
            id="re-opened: nothing was lost",
        ),
        pytest.param(
            "Smith wrote: “Let’s go home. We can stop it.’ He was in the room, in a “green” coat.",
            ["Let’s go home. We can stop it."],
            id="closed by a single mark",
        ),
        pytest.param(
            "Smith said: “They cried ‘go home.’ We went at last. Then he left.",
            ["They cried ‘go home.’ We went at last. Then he left."],
            id="a single mark that closes one of its own",
        ),
        pytest.param(
            '"Smith walked onto the stage, chanting “Go home! Go home!” | Then all left.',
            ["Go home! Go home!"],
            id="a straight mark before quotations between curly ones",
        ),
        pytest.param(
            '"Smith calls it “a shame for us all” and goes. | "He is right in that," Brown said.',
            ["Smith calls it “a shame for us all” and goes. // He is right in that,"],
            id="re-opened by a straight mark: an outer quotation",
        ),
    ],
)
def test_where_words_end_whose_closing_mark_was_lost(text: str, expected: list[str]) -> None:
    assert [words for kind, words in found(text) if kind == "direct"] == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(
            "On the train she had “The Fixers: Two Men, a Dog and a Very Large Machine” with her.",
            "term",
            id="a long title",
        ),
        pytest.param(
            "He said “The Fixers took two men and a very large machine”.", "direct", id="a sentence of that length"
        ),
        pytest.param("The crossing, dubbed the “Gate of Friendship”, was closed.", "term", id="dubbed"),
        pytest.param("Smith dubbed the crossing “a gate of friendship”.", "direct", id="dubbed by somebody"),
        pytest.param("All sang the anthem “A Change Will Come” at the end.", "term", id="an anthem"),
        pytest.param('"Follow Jane Roe on Twitter @janeroe"', "term", id="what a site asks of its readers"),
        pytest.param('"Follow Jane Roe to the door and go home," Smith said.', "direct", id="what somebody asks"),
        pytest.param('State Del. Marcia "Cia" Price left early.', "term", id="a nickname within a name"),
    ],
)
def test_names_and_titles_are_told_from_speech(text: str, kind: str) -> None:
    assert [one for one, _ in found(text)] == [kind]


def test_the_marks_of_a_long_attribute_quote_nothing() -> None:
    text = f'Smith wrote: <tweet author="{"all of it and more " * 60}">We go home now.</tweet> Then he left.'
    assert found(text) == []
