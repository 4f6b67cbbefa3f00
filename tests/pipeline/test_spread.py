"""An original that is spread over several pages is searched as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

import pytest

from checker.model import Capture, Document, Reason, Report, Unavailable, Verdict
from checker.pipeline import check
from checker.read import read
from checker.report.fragment import page_link
from checker.report.jsonform import check_form

STORY = "https://courier.example/2026/ferry-talk"
SAID = ("We will keep the ferry, whatever it costs the town", "Nobody has asked the fishermen what they think of it")
ARTICLE = read(
    f"<p>Ines Brandt <a href='{STORY}'>told the Courier</a>: “{SAID[0]}”.</p>"
    f"<p>She also <a href='{STORY}'>told the Courier</a>: “{SAID[1]}”.</p>".encode(),
    path="a.html",
)


def page(number: int, words: str, *, last: int = 2) -> Document:
    url = STORY if number == 1 else f"{STORY}?page={number}"
    following = f'<link rel="next" href="?page={number + 1}">' if number < last else ""
    body = (
        f"<html><head><title>Talk</title>{following}</head><article><h1>The ferry talk of the year</h1>"
        f"<p>“{words},” Ines Brandt said in the town hall on Monday evening.</p></article></html>"
    ).encode()
    capture = Capture(url, sha256(body).hexdigest(), len(body), "text/html", False, "2026-03-04T08:00:00Z")
    return Document(f"kept/{number}.html", body, capture)


def verdicts(report: Report) -> list[Verdict]:
    return [judgement.verdict for judgement in report.judgements]


BOTH = [page(1, SAID[0]), page(2, SAID[1])]


def test_both_pages_answer_as_one_original() -> None:
    report = check(ARTICLE, BOTH)
    assert verdicts(report) == [Verdict.VERBATIM, Verdict.VERBATIM]
    (original,) = report.originals
    passages = [judgement.passages[0] for judgement in report.judgements]
    assert [passage.pages for passage in passages] == [(1,), (2,)]
    links = [str(page_link(original, passage)).partition("#")[0] for passage in passages]
    assert links == [STORY, f"{STORY}?page=2"]
    (form,) = check_form(report)["originals"]
    assert [one["url"] for one in form["pages"]] == links
    assert [one["path"] for one in form["pages"]] == ["kept/1.html", "kept/2.html"]


def test_a_link_to_the_second_page_means_the_whole() -> None:
    text = f"<p>Ines Brandt <a href='{STORY}?page=2'>told the Courier</a>: “{SAID[0]}”.</p>"
    assert verdicts(check(read(text.encode(), path="a.html"), BOTH)) == [Verdict.VERBATIM]


def test_what_lacks_on_the_first_page_may_stand_on_the_next() -> None:
    report = check(ARTICLE, BOTH[:1])
    assert verdicts(report) == [Verdict.VERBATIM, Verdict.UNAVAILABLE]
    last = report.originals[-1]
    assert (last.url, last.unavailable and last.unavailable.reason) == (f"{STORY}?page=2", Reason.NOT_AT_HAND)


def test_what_lacks_on_all_pages_is_absent() -> None:
    assert verdicts(check(ARTICLE, [page(1, SAID[0]), page(2, "It rained")])) == [Verdict.VERBATIM, Verdict.ABSENT]


@pytest.mark.parametrize("missing", [False, True], ids=["all come", "the last is gone"])
def test_next_pages_are_fetched(missing: bool) -> None:
    pages: Mapping[str, Document | Unavailable] = {
        STORY: page(1, "It was cold", last=3),
        f"{STORY}?page=2": page(2, SAID[0], last=3),
        f"{STORY}?page=3": Unavailable(Reason.NOT_FOUND, "gone") if missing else page(3, SAID[1], last=3),
    }
    asked: list[str] = []

    def fetch(urls: Sequence[str], published: str | None) -> Mapping[str, Document | Unavailable]:
        asked.extend(urls)
        return {url: pages[url] for url in urls}

    report = check(ARTICLE, fetch=fetch)
    assert asked == list(pages)
    assert verdicts(report) == [Verdict.VERBATIM, Verdict.UNAVAILABLE if missing else Verdict.VERBATIM]
