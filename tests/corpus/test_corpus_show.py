"""`checker corpus show`: the places by time, who had the words first here, and what differs from the fullest early wording."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from corpus_rows import WORDS, at, corpus_of, place

from checker.corpus.drift import Early, Kind
from checker.corpus.show import Shown, shown, shown_form
from checker.corpus.show_text import show_text
from checker.errors import UsageError


def text_of(one: Shown) -> str:
    """As it is printed, on long lines."""
    return show_text(one, width=400, colour=False)


def asked(folder: Path, words: str, *places: dict[str, Any]) -> Shown:
    (one,) = shown(corpus_of(folder, *places), words)
    return one


def test_the_places_stand_by_time_with_what_each_says_to_have_it_from(tmp_path: Path) -> None:
    one = asked(
        tmp_path / "c",
        "u1",
        place("3", "c.example", None, credit="AP"),
        place("2", "b.example", at(9), cited_name="A Paper", cited_outlet="a.example"),
        place("1", "a.example", at(8), outlet_name="A Paper", speaker="Mara Lind", title="The quay"),
    )
    assert [each.article for each in one.places] == ["1", "2", "3"]
    lines = text_of(one)
    assert "First in this corpus: A Paper, 6 May 2024, 08:00 UTC (1)." in lines
    assert "1 place without a date may be earlier." in lines
    assert "A Paper · Mara Lind · The quay" in lines
    assert "says it has the words from A Paper" in lines
    assert "They say they have the words from A Paper (1 place) and AP (1 place)." in lines
    assert "its text is credited to AP" in lines
    assert "origin" not in lines


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        pytest.param((at(8), at(9)), "First in this corpus: a.example, 6 May 2024, 08:00 UTC (1).", id="times"),
        pytest.param(
            ("2024-05-06", "2024-05-06"),
            "Which is first in this corpus is unknown: a.example and b.example may be, 6 May 2024.",
            id="the same day",
        ),
        pytest.param(
            ("2024-05-06", at(9, day=7)), "First in this corpus: a.example, 6 May 2024 (1).", id="a day before"
        ),
        pytest.param(("2024-05-06", at(23)), "Which is first in this corpus is unknown", id="a time on that day"),
        pytest.param((None, None), "none of them has a date", id="no dates"),
    ],
)
def test_who_had_it_first_here(tmp_path: Path, dates: tuple[str | None, str | None], said: str) -> None:
    one = asked(tmp_path / "c", "u1", place("1", "a.example", dates[0]), place("2", "b.example", dates[1]))
    assert said in text_of(one)


def test_two_articles_of_one_outlet_are_no_tie(tmp_path: Path) -> None:
    one = asked(tmp_path / "c", "u1", place("1", "a.example", "2024-05-06"), place("2", "a.example", "2024-05-06"))
    assert "First in this corpus: a.example, 6 May 2024" in text_of(one)


def test_of_a_stock_phrase_no_first_is_named(tmp_path: Path) -> None:
    places = (place(str(n), f"{n}.example", at(n), "at the end of the day", kind="stock") for n in range(3))
    one = asked(tmp_path / "c", "u1", *places)
    assert "A stock phrase" in text_of(one)
    assert "First in this corpus" not in text_of(one)
    assert shown_form(one)["first"] is None


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("u1", id="the utterance's id"),
        pytest.param("2#q1", id="a quotation's id"),
        pytest.param(WORDS, id="all the words"),
        pytest.param("“We will CLOSE the north quay on Monday”", id="some of them, in marks and capitals"),
        pytest.param(
            "We shall close the north quay on Monday and nobody will be told before the council", id="one changed"
        ),
    ],
)
def test_an_utterance_is_found(tmp_path: Path, words: str) -> None:
    one = asked(tmp_path / "c", words, place("1", "a.example", at(8)), place("2", "b.example", at(9), WORDS[:60]))
    assert (one.id, len(one.places)) == ("u1", 2)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("we will close", id="three words"),
        pytest.param("it is what it is", id="everybody's words"),
        pytest.param("The ferry was late again and the harbour master had nothing to say about it", id="other words"),
        pytest.param("", id="nothing"),
        pytest.param("((((", id="marks"),
    ],
)
def test_what_is_not_there_is_said(tmp_path: Path, words: str) -> None:
    with pytest.raises(UsageError, match="no quotation of this corpus"):
        shown(corpus_of(tmp_path / "c", place("1", "a.example", at(8))), words)


def test_what_came_after_the_groups_is_shown_apart(tmp_path: Path) -> None:
    one = asked(tmp_path / "c", WORDS, place("1", "a.example", at(8), utterance=None))
    assert one.kind == "ungrouped"
    assert "`checker corpus group` takes them in" in text_of(one)


@pytest.mark.parametrize(
    ("here", "kind", "classes"),
    [
        pytest.param(WORDS, Kind.SAME, [], id="the same"),
        pytest.param(WORDS.replace("Monday", "Monday,"), Kind.STYLE, ["punctuation"], id="a comma"),
        pytest.param("We will close the north quay on Monday", Kind.SAME, [], id="a part"),
        pytest.param(
            "We will close the north quay … before the council has met", Kind.MARKED, ["elision"], id="a marked cut"
        ),
        pytest.param(WORDS.replace("close", "shut"), Kind.WORDS, ["content-word"], id="another word"),
        pytest.param(WORDS.replace("will close", "will not close"), Kind.MEANING, ["negation"], id="a negation"),
        pytest.param(WORDS.replace("Monday", "Tuesday"), Kind.MEANING, ["number"], id="another day"),
        pytest.param("Ferries were late, said the mayor of the town", Kind.OTHER, [], id="other words altogether"),
        pytest.param("Ο δήμαρχος είπε όχι", Kind.OTHER, [], id="another script"),
    ],
)
def test_drift_is_told_in_the_classes_of_the_verdicts(here: str, kind: Kind, classes: list[str]) -> None:
    drift = Early(WORDS).drift(here)
    assert drift.kind is kind
    assert [one.cls.value for one in drift.differences] == classes


def test_a_longer_wording_is_no_changed_one(tmp_path: Path) -> None:
    drift = Early(WORDS).drift(f"{WORDS}, and that is the end of it.")
    assert (drift.kind, drift.more, drift.part) == (Kind.SAME, 7, False)
    turned = Early("We will close the quay").drift("We will not close the quay today, and that is all")
    assert [(one.early, one.here) for one in turned.differences] == [("", "not")]


def test_the_wordings_are_held_against_the_fullest_early_one(tmp_path: Path) -> None:
    one = asked(
        tmp_path / "c",
        "u1",
        place("1", "a.example", at(8), "nobody will be told before"),
        place("2", "b.example", at(9)),
        place("3", "c.example", at(10), f"{WORDS}, and that is it"),
    )
    assert one.early.article == "2"
    assert one.first.places[0].article == "1"


def test_of_two_stretches_a_later_wording_that_has_both_is_held_against(tmp_path: Path) -> None:
    first, second = (
        "He is becoming the best recruiter of them all",
        "They are showing videos of him to people everywhere today",
    )
    one = asked(
        tmp_path / "c",
        "u1",
        place("1", "a.example", at(8), second),
        place("2", "b.example", at(9), first),
        place("3", "c.example", at(10), f"{first}. {second[:-6]}"),
    )
    assert one.early.article == "3"
    assert Kind.OTHER not in {drift.kind for drift in one.drifts}
    assert "First in this corpus: a.example" in text_of(one)


def test_a_folder_may_be_called_like_a_pattern(tmp_path: Path) -> None:
    one = asked(tmp_path / "c[1]* 'x'", "u1", place("1", "a.example", at(8)), place("2", "b.example", at(9)))
    assert len(one.places) == 2


def test_hostile_words_reach_no_terminal(tmp_path: Path) -> None:
    evil = f"{WORDS} \x1b[2J\x9b \u202eback\u202c"
    one = asked(
        tmp_path / "c", "u1", place("1", "evil\x1b]0;x\x07", at(8), evil, title="\u2066t"), place("2", "b", at(9))
    )
    lines = text_of(one)
    assert not {"\x1b", "\x9b", "\u202e", "\u2066", "\x07"} & set(lines)
