"""The rules on outlets: the hit, and beside it what only looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.judge.known import Known
from checker.judge.outlet_rules import ON_OUTLETS, findings_on_outlets
from checker.model import Document, Level
from checker.outlets import Outlets
from checker.outlets.ratings import Ratings
from checker.pipeline import check, read_reading
from checker.read import read

OUTLETS = Outlets.shipped()
RATINGS = Ratings(OUTLETS)


def found(markdown: str, rule: str, *, low: float | None = None, documents: list[Document] | None = None) -> list[str]:
    article = read(markdown.encode(), path="article.md")
    report = check(article, documents or [])
    known = Known(OUTLETS, RATINGS, report.judgements, report.originals, low)
    return [finding.message for finding in findings_on_outlets(article, report.reading, known) if finding.rule == rule]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        pytest.param("The talks went on, the Mehr News Agency reported.", True, id="nothing said"),
        pytest.param("The talks went on, Iran's Mehr News Agency reported.", True, id="a nationality is no disclosure"),
        pytest.param("The talks went on, the state-run Mehr News Agency reported.", False, id="state-run"),
        pytest.param("The talks went on, Iran's semi-official Mehr news agency reported.", False, id="semi-official"),
        pytest.param("The talks went on, the state news agency IRNA reported.", False, id="a state agency"),
        pytest.param(
            "The talks went on, Mehr News Agency, which is owned by the Iranian state, reported.",
            False,
            id="owned by the state",
        ),
        pytest.param(
            "The talks went on, the Mehr News Agency reported.\n\nMehr News Agency is government-controlled.",
            False,
            id="said elsewhere",
        ),
        pytest.param(
            "The talks went on, Radio Farda reported.", False, id="funded, and independent in what it publishes"
        ),
        pytest.param("The talks went on, Reuters reported.", False, id="not on the list"),
        pytest.param(
            "The state-run hospital was full. The talks went on, the Mehr News Agency reported.",
            True,
            id="something else is state-run",
        ),
    ],
)
def test_state_controlled_undisclosed(text: str, hit: bool) -> None:
    messages = found(text, "state-controlled-undisclosed")
    assert bool(messages) is hit
    assert all("State Media Monitor, 2024-02-07" in message for message in messages)


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        pytest.param("[Reuters](https://www.dailymail.co.uk/a) reported it.", True, id="another outlet"),
        pytest.param("[Reuters](https://paper.example/a) reported it.", True, id="a site that nobody knows"),
        pytest.param("[Reuters](https://www.reuters.com/a) reported it.", False, id="its own"),
        pytest.param("[Reuters](https://graphics.reuters.com/a) reported it.", False, id="below its own"),
        pytest.param(
            "[Reuters](https://web.archive.org/web/2020/https://www.reuters.com/a) reported it.",
            False,
            id="an archive's copy",
        ),
        pytest.param("[Reuters](https://t.co/abc) reported it.", False, id="shortened"),
        pytest.param("[Radio Farda](https://www.rferl.org/a) reported it.", False, id="its parent"),
        pytest.param("[Reuters](https://twitter.com/reuters/1) reported it.", False, id="where anybody posts"),
        pytest.param("Reuters reported it.", False, id="no link"),
    ],
)
def test_link_elsewhere(text: str, hit: bool) -> None:
    assert bool(found(text, "link-elsewhere")) is hit


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("She told the Quayside Evening Examiner so.", 1, id="unknown"),
        pytest.param("She told Reuters so.", 0, id="known"),
        pytest.param("She told the Times so.", 0, id="one of several is not unknown"),
        pytest.param("State television reported it.", 0, id="an outlet without a name"),
    ],
)
def test_outlet_unknown(text: str, names: int) -> None:
    assert len(found(text, "outlet-unknown")) == names


@pytest.mark.parametrize(
    ("text", "low", "hit"),
    [
        pytest.param("Breitbart News reported it.", 0.3, True, id="below"),
        pytest.param("Breitbart News reported it.", None, False, id="no threshold"),
        pytest.param("Breitbart News reported it.", 0.1, False, id="above"),
        pytest.param("The Mehr News Agency reported it.", 0.9, False, id="one vote is not enough"),
        pytest.param("The Jerusalem Post reported it.", 1.0, False, id="not rated"),
    ],
)
def test_low_rated_outlet(text: str, low: float | None, hit: bool) -> None:
    assert bool(found(text, "low-rated-outlet", low=low)) is hit


ARTICLE = """\
“The quay will close before the herring season is over this year,” Ines Brandt told Reuters.

“Nobody in this town wants a harbour without any boats in it at all,” Ines Brandt told The Jerusalem Post.
"""


def original(folder: Path, name: str, words: str, lead: str) -> Document:
    head = f"<meta property='og:site_name' content='{name}'><meta property='og:type' content='article'>"
    lines = f"<p>The council of the town met on Monday evening.</p><p>“{words},” Ines Brandt {lead}.</p>"
    page = f"<html><head><title>Harbour</title>{head}</head><body><article>{lines}</article></body></html>"
    return Document(str(folder / f"{name}.html"), page.encode(), given=True)


FIRST = "The quay will close before the herring season is over this year"
SECOND = "Nobody in this town wants a harbour without any boats in it at all"


@pytest.mark.parametrize(
    ("leads", "hit"),
    [
        pytest.param(
            ("told the Associated Press", "told the Associated Press"), True, id="both have it from one agency"
        ),
        pytest.param(("said in her office", "said in her office"), False, id="each has it from her"),
        pytest.param(("told the Associated Press", "told Agence France-Presse"), False, id="from two agencies"),
    ],
)
def test_single_source(tmp_path: Path, leads: tuple[str, str], hit: bool) -> None:
    documents = [
        original(tmp_path, "Reuters", FIRST, leads[0]),
        original(tmp_path, "The Jerusalem Post", SECOND, leads[1]),
    ]
    messages = found(ARTICLE, "single-source", documents=documents)
    assert bool(messages) is hit, messages


def test_nothing_is_said_of_an_origin_that_was_not_found(tmp_path: Path) -> None:
    assert (
        found(ARTICLE, "single-source", documents=[original(tmp_path, "Reuters", FIRST, "told the Associated Press")])
        == []
    )


def test_the_rules_on_outlets_are_notes_and_change_no_verdict() -> None:
    assert {rule.LEVEL for rule in ON_OUTLETS} == {Level.NOTE}
    article = read("“We will not go back,” she told Breitbart News.".encode(), path="a.md")
    known = Known(OUTLETS, RATINGS, low=0.9)
    assert [finding.rule for finding in findings_on_outlets(article, read_reading(article), known)] == [
        "low-rated-outlet"
    ]
