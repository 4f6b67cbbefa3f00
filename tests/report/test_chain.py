"""The chain of citation: who stands between the article and the words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ferry_report import DISTORTED, MIRROR, REPORT, TERM, UNAVAILABLE

from checker.model import Basis, Credit, Judgement, Passage, Verdict
from checker.report.chain import chain_of
from checker.report.wording import passage_label

PASSAGE = DISTORTED.passages[0]


def drawn(judgement: Judgement, passage: Passage | None) -> list[tuple[str, str]]:
    return [(station.name, station.role) for station in chain_of(REPORT, judgement, passage)]


def test_the_cited_outlet_s_own_page_is_one_station() -> None:
    assert drawn(DISTORTED, PASSAGE) == [
        ("Island Weekly", "this article"),
        ("Reuters", "has other words"),
        ("Nadia Brandt", "said it, by this account"),
    ]


def test_another_outlet_s_page_is_a_station_of_its_own() -> None:
    attribution = replace(DISTORTED.attribution, credits=(Credit(MIRROR, Basis.CARRIED_OVER, 0.5),))
    verbatim = replace(DISTORTED, attribution=attribution, verdict=Verdict.VERBATIM)
    assert drawn(verbatim, PASSAGE)[1:3] == [
        ("The Ferry Mirror", "cited, carried over"),
        ("reuters.com", "has the words"),
    ]


def test_whom_the_original_credits_comes_after_it() -> None:
    stations = chain_of(REPORT, DISTORTED, replace(PASSAGE, credited=("A radio", "A ship’s log"), speaker=None))
    assert [station.name for station in stations[2:]] == ["A radio", "A ship’s log", "Nadia Brandt"]
    assert [station.read for station in stations] == [True, True, False, False, False]


def test_what_was_not_read_is_a_station_too() -> None:
    assert drawn(UNAVAILABLE, None) == [("Island Weekly", "this article"), ("The Ferry Mirror", "cited, same sentence")]
    uncredited = replace(UNAVAILABLE, attribution=replace(UNAVAILABLE.attribution, credits=()))
    assert drawn(uncredited, None)[1] == ("ferrymirror.example", "linked, not compared")


def test_where_nothing_is_leant_on_nothing_is_drawn() -> None:
    assert chain_of(REPORT, TERM, None) == ()


@pytest.mark.parametrize(("name", "short"), [("x" * 34, "x" * 34), ("x" * 35, "x" * 33 + "…"), ("باقری", "باقری")])
def test_a_long_name_is_cut_where_it_is_drawn(name: str, short: str) -> None:
    station = chain_of(REPORT, DISTORTED, replace(PASSAGE, credited=(name,)))[2]
    assert (station.name, station.short) == (name, short)


@pytest.mark.parametrize(
    ("answers", "by_meaning", "tied", "label"),
    [
        (True, False, True, "original"),
        (True, False, False, "elsewhere"),
        (False, False, True, "nearest"),
        (False, True, True, "in meaning"),
    ],
)
def test_what_a_passage_is_called(answers: bool, by_meaning: bool, tied: bool, label: str) -> None:
    assert passage_label(replace(PASSAGE, answers=answers, by_meaning=by_meaning), tied=tied) == label
