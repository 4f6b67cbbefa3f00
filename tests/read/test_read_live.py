"""Live blogs: a block has the time of the update in whose words it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.fetch import load_given
from checker.model import Article
from checker.pipeline import check, read_article
from checker.read import read
from checker.report.jsonform import check_form
from checker.report.wording import origin

NOON, MORNING = "2026-03-05T12:00:00+01:00", "2026-03-05T08:30:00+01:00"
FIRST = "“The ferry is afloat again,” harbour master Inés Brandt told reporters on the quay at noon."
SECOND = "Паром не выйдет раньше вечера, сообщили в порту в четверг утром."
THIRD = "The council had met before dawn & decided that nobody would be asked to pay."
INTRO = "<h1>The ferry, hour by hour</h1><p>All that happened since the storm came in, as our reporters saw it that day.</p>"


def markup(updates: object, body: str) -> bytes:
    data = json.dumps({"@type": "LiveBlogPosting", "datePublished": MORNING, "liveBlogUpdate": updates})
    return f'<html><script type="application/ld+json">{data}</script><article>{INTRO}{body}</article>'.encode()


def page(updates: object, body: str) -> Article:
    return read(markup(updates, body))


def update(time: str, body: str, headline: str = "") -> dict[str, str]:
    return {"@type": "BlogPosting", "headline": headline, "articleBody": body, "datePublished": time}


def times(article: Article) -> list[str | None]:
    return [block.time for block in article.blocks]


UPDATES = [
    update(NOON, FIRST, "Ferry afloat at last"),
    update(MORNING, f"<p>{SECOND}</p><p>{THIRD.replace('&', '&amp;')}</p>"),
]
BODY = f"<h2>Ferry afloat at last</h2><p>12:00</p><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><p>More soon.</p>"


def test_each_update_has_its_own_time() -> None:
    article = page(UPDATES, BODY)
    assert times(article) == [None, None, NOON, NOON, NOON, MORNING, MORNING, None]
    assert article.metadata.published == MORNING


@pytest.mark.parametrize(
    "updates",
    [
        pytest.param(None, id="none"),
        pytest.param([], id="an empty list"),
        pytest.param([{"articleBody": FIRST}], id="no time"),
        pytest.param([update("today", FIRST)], id="a time that is none"),
        pytest.param([update(NOON, ""), "words", 3, [FIRST]], id="no words"),
        pytest.param({"a": {"b": FIRST}}, id="another shape"),
    ],
)
def test_data_without_updates_give_no_times(updates: object) -> None:
    assert set(times(page(updates, BODY))) == {None}


def test_a_single_update_needs_no_list() -> None:
    assert NOON in times(page(update(NOON, FIRST), BODY))


def test_an_article_that_is_no_live_blog_has_no_times() -> None:
    assert set(times(read(f"<article>{INTRO}{BODY}</article>".encode()))) == {None}


def test_the_report_has_the_time_of_the_update_that_a_passage_stands_in(tmp_path: Path) -> None:
    (tmp_path / "live.html").write_bytes(markup(UPDATES, BODY))
    (tmp_path / "article.txt").write_text("“The ferry is afloat again,” Inés Brandt said.", encoding="utf-8")
    report = check(read_article(tmp_path / "article.txt"), load_given([tmp_path / "live.html"]))
    passage = report.judgements[0].passages[0]
    assert check_form(report)["quotations"][0]["passages"][0]["time"] == NOON
    assert "update of 5\xa0March\xa02026, 12:00" in origin(
        report.originals[0], None, article_language="en", passage=passage
    )
