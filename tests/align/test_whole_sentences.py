"""Where a sentence is printed for a sentence, less agreement is enough; everywhere else it is not."""

from __future__ import annotations

import pytest

from checker.align import Shelf, prepare

SAID = "So we left. You look at what she did with Libya. We have tremendous support out there. He was a tough one, and he lost."
# What chance could agree with: some 30,000 words of another text.
LIST = " ".join(f"Crate {number} went ashore at quay {number % 7}." for number in range(4000))

ROWS = [
    ("You look at what she did with Syria.", True, "a sentence but for a word"),
    ("look at what she did with Syria", False, "words from the middle of one"),
    ("You look at what she did with Syria,", False, "not to its end"),
    ("We have tremendus support out there.", True, "a slip is no difference"),
    ("We had tremendous help up there.", False, "two differences are too many"),
    ("You look at them all with Libya.", False, "nor is it one that is long"),
]


@pytest.mark.parametrize(("printed", "answers"), [pytest.param(*row[:2], id=row[2]) for row in ROWS])
def test_a_whole_sentence_with_one_difference_answers(printed: str, answers: bool) -> None:
    found = Shelf(["list", "said"], [LIST, SAID]).find(prepare(printed), ())
    assert any(one.answers for one in found if one.text == 1) is answers


def test_words_of_the_one_original_that_changed_places_answer() -> None:
    said, printed = "Anna beat Maria in the second round of the cup.", "Maria beat Anna in the second round of the cup"
    assert Shelf(["said"], [said]).find(prepare(printed), [0])[0].answers
    assert not Shelf(["said"], [said]).find(prepare("Olga met Petra in the last hour of the cup"), [0])[0].answers


CHARACTERS = "我们今年冬天不会关闭港口。市长在会上说，学校也会开放。"


@pytest.mark.parametrize("long", [False, True])
def test_characters_without_spaces_are_found_inside_a_sentence(long: bool) -> None:
    text = CHARACTERS + ("\n" + LIST * 5 if long else "")
    best = Shelf(["said"], [text]).find(prepare("冬天不会关闭港口"), [0])[0].passages[0]
    assert (best.answers, best.span.of(text)) == (True, "冬天不会关闭港口")
