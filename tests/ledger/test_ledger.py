"""What the ledger remembers, what it counts, and when it gives a rate."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_reports import Checked, report

from checker.errors import LedgerError
from checker.ledger import Ledger
from checker.model import Article, Reading, Reason, Report, Tie, Unavailable, Verdict
from checker.outlets import Outlets
from checker.outlets.record import FEWEST, Record, checked, wilson

OUTLETS = Outlets.shipped()
DAY = "2026-11-25"


def ledger_of(folder: Path, *reports: Report) -> Ledger:
    ledger = Ledger(folder / "news.ledger")
    for one in reports:
        ledger.record(one, on=DAY, outlets=OUTLETS)
    return ledger


@pytest.mark.parametrize(
    ("one", "published", "credited"),
    [
        pytest.param(Checked(), {"verbatim": 1}, {"verbatim": 1}, id="held against the outlet's own page"),
        pytest.param(
            Checked(held_against="apnews-com"), {"verbatim": 1}, {}, id="another's page says nothing of the outlet"
        ),
        pytest.param(Checked(held_against=None), {"verbatim": 1}, {}, id="nobody's page"),
        pytest.param(Checked(credited=None), {"verbatim": 1}, {}, id="credited to nobody"),
        pytest.param(Checked(Verdict.ABSENT), {"absent": 1}, {"absent": 1}, id="absent"),
        pytest.param(Checked(Verdict.ABSENT, tie=Tie.DATE), {}, {}, id="absent on a page of that day only"),
        pytest.param(Checked(Verdict.ALTERED, tie=Tie.DATE), {"altered": 1}, {"altered": 1}, id="found by its day"),
        pytest.param(Checked(reconstruction=True), {}, {}, id="a reconstruction is never counted"),
        pytest.param(Checked(Verdict.ABSENT, reconstruction=True), {}, {}, id="nor absent from one"),
        pytest.param(Checked(Verdict.UNAVAILABLE), {}, {}, id="nothing compared"),
        pytest.param(Checked(Verdict.AMBIGUOUS), {}, {}, id="could not be told"),
        pytest.param(Checked(Verdict.TRANSLATED), {}, {}, id="another language"),
        pytest.param(Checked(Verdict.UNCITED), {}, {}, id="nobody named"),
    ],
)
def test_what_counts(tmp_path: Path, one: Checked, published: dict[str, int], credited: dict[str, int]) -> None:
    with ledger_of(tmp_path, report("a", [one])) as ledger:
        post, reuters = ledger.of_outlet("jpost-com"), ledger.of_outlet("reuters-com")
    assert {verdict.value: number for verdict, number in post.published.items()} == published
    assert {verdict.value: number for verdict, number in reuters.credited.items()} == credited
    assert post.articles == 1 and post.name == "The Jerusalem Post"
    assert post.left_out == int(one.reconstruction)


def test_the_same_article_again_replaces_its_rows(tmp_path: Path) -> None:
    first = report("a", [Checked(), Checked(Verdict.ALTERED), Checked()])
    with ledger_of(tmp_path, first, report("b", [Checked()]), report("a", [Checked(Verdict.ABSENT)])) as ledger:
        record = ledger.of_outlet("jpost-com")
        assert record.published == {Verdict.ABSENT: 1, Verdict.VERBATIM: 1} and record.articles == 2
        assert ledger.of_outlet("reuters-com").credited == {Verdict.ABSENT: 1, Verdict.VERBATIM: 1}


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        pytest.param({"path": "a.html"}, {"path": "copy/a.html"}, True, id="a canonical address beats the path"),
        pytest.param(
            {"canonical": "https://x.example/"},
            {"canonical": "https://x.example/", "path": "b"},
            False,
            id="a front page is no address of an article",
        ),
        pytest.param({"canonical": None}, {"canonical": None, "path": "b.html"}, False, id="two files"),
        pytest.param(
            {"canonical": None, "path": "-"},
            {"canonical": None, "path": "-"},
            True,
            id="the same text twice by standard input",
        ),
        pytest.param(
            {"canonical": None, "path": "-"}, {"canonical": None, "path": "-", "text": "é"}, False, id="another text"
        ),
        pytest.param(
            {"canonical": "http://[", "path": "x"}, {"canonical": None, "path": "x"}, True, id="a broken address"
        ),
    ],
)
def test_which_articles_are_the_same(tmp_path: Path, left: dict[str, str], right: dict[str, str], same: bool) -> None:
    def changed(given: dict[str, str]) -> Report:
        base = report("a", [Checked()])
        fields = {"path": "a.html", "canonical": base.article.metadata.canonical, "text": base.article.text, **given}
        metadata = replace(base.article.metadata, canonical=fields["canonical"])
        return replace(base, article=replace(base.article, path=fields["path"], text=fields["text"], metadata=metadata))

    with ledger_of(tmp_path, changed(left), changed(right)) as ledger:
        assert sum(record.articles for record in ledger.summary()) == (1 if same else 2)


def test_no_rate_from_fewer_than_twenty(tmp_path: Path) -> None:
    reports = [
        report(f"a{number}", [Checked(Verdict.VERBATIM if number else Verdict.ALTERED)]) for number in range(FEWEST)
    ]
    with ledger_of(tmp_path, *reports[:-1]) as ledger:
        assert ledger.of_outlet("jpost-com").faithful is None and checked(ledger.of_outlet("jpost-com").published) == 19
        ledger.record(reports[-1], on=DAY, outlets=OUTLETS)
        record = ledger.of_outlet("jpost-com")
        assert record.faithful and (record.faithful.hits, record.faithful.of) == (19, 20)
        reuters = ledger.of_outlet("reuters-com")
        assert reuters.there and reuters.there.value == 1.0, "altered words are there all the same"


def test_the_summary_names_every_publisher_and_every_cited_outlet(tmp_path: Path) -> None:
    unknown = report("u", [Checked(credited=None)], published="https://hafen.example/")
    unknown = replace(
        unknown, article=replace(unknown.article, metadata=replace(unknown.article.metadata, publisher="Hafenblatt Ü"))
    )
    with ledger_of(tmp_path, report("a", [Checked()]), unknown) as ledger:
        assert [(one.outlet, one.name) for one in ledger.summary()] == [
            ("Hafenblatt Ü", "Hafenblatt Ü"),
            ("reuters-com", "Reuters"),
            ("jpost-com", "The Jerusalem Post"),
        ]
        assert ledger.of_outlet("nobody") == Record("nobody", "nobody")


def test_an_article_that_could_not_be_read_leaves_no_row(tmp_path: Path) -> None:
    stub = Report(Article("", path="x", unavailable=Unavailable(Reason.PAYWALL, "cut")), Reading(), (), ())
    with ledger_of(tmp_path, stub) as ledger:
        assert ledger.summary() == ()


def test_half_a_character_does_not_stop_it(tmp_path: Path) -> None:
    base = report("a", [Checked()])
    broken = replace(base, article=replace(base.article, text=base.article.text.replace("few", "f\ud800\0w")))
    with ledger_of(tmp_path, broken) as ledger:
        assert checked(ledger.of_outlet("jpost-com").published) == 1


@pytest.mark.parametrize(
    ("body", "message"),
    [
        pytest.param(b"id,name\n" * 200, "this file is no ledger; give another name", id="another file"),
        pytest.param(None, "this file is no ledger; give another name", id="another program's database"),
    ],
)
def test_another_file_is_left_alone(tmp_path: Path, body: bytes | None, message: str) -> None:
    path = tmp_path / "mine.db"
    if body is None:
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE notes (line TEXT)")
        other.close()
    else:
        path.write_bytes(body)
    before = path.read_bytes()
    with pytest.raises(LedgerError, match=message):
        Ledger(path)
    assert path.read_bytes() == before


def test_a_ledger_that_is_not_there_is_made_only_for_writing(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger of this name"):
        Ledger(tmp_path / "none.ledger", create=False)
    assert not (tmp_path / "none.ledger").exists()
    with pytest.raises(LedgerError, match="cannot be used"):
        Ledger(tmp_path / "no" / "folder.ledger")


@given(st.integers(FEWEST, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_holds_its_rate_and_stays_within_0_and_1(counts: tuple[int, int]) -> None:
    rate = wilson(*counts)
    assert rate and 0 <= rate.low <= rate.value <= rate.high <= 1 and rate.low < rate.high


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(10, 20, 0.299, 0.701), (20, 20, 0.839, 1.0), (0, 20, 0.0, 0.161), (95, 100, 0.888, 0.978)],
)
def test_wilson_as_in_the_books(hits: int, of: int, low: float, high: float) -> None:
    """Figures of an independent calculation with z = 1.96."""
    rate = wilson(hits, of)
    assert rate and (round(rate.low, 3), round(rate.high, 3)) == (low, high)
