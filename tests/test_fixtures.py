"""The shipped articles, each with what is to be found in it (`fixtures/README.md` has the format of `expected.json`)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from checker.fetch import load_article, load_captures
from checker.judge.rules import RULES
from checker.model import Judgement, Report, Tie, Verdict
from checker.read import read

FIXTURES = Path(__file__).parents[1] / "fixtures"
FOLDERS = sorted(path.parent for path in FIXTURES.glob("*/expected.json"))

# Every rule on quotations and on the article itself; each new one adds its own here, and a fixture that shows it.
SHOWN = {
    "absent",
    "ambiguous",
    "bracket-reverses",
    "cut-at-edge",
    "cut-turns-meaning",
    "cut-unmarked",
    "direction-changed",
    "found-elsewhere",
    "hearsay-unsourced",
    "inherited",
    "look-at-cut",
    "modal-changed",
    "name-changed",
    "name-misspelt",
    "negation-changed",
    "number-changed",
    "order-changed",
    "other-speaker",
    "outlet-unknown",
    "paraphrase-quoted",
    "part-absent",
    "quantity-changed",
    "question-changed",
    "relayed",
    "scan-noise",
    "second-hand",
    "spelling-varies",
    "spliced",
    "state-controlled-undisclosed",
    "tense-changed",
    "translated",
    "typo",
    "unavailable",
    "uncited",
    "word-broken",
    "words-changed",
}


@dataclass(frozen=True, slots=True)
class Expected:
    """One quotation of an `expected.json`."""

    name: str
    starts: str
    verdict: str
    rules: tuple[str, ...]
    tied: str | None
    why: str


def expectations(folder: Path) -> tuple[str, tuple[Expected, ...], tuple[str, ...]]:
    """The article's file name, its quotations in order, and the rules of the article itself."""
    values = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    quotations = tuple(
        Expected(
            f"{folder.name} {row['id']}", row["starts"], row["verdict"], tuple(row["rules"]), row["tied"], row["why"]
        )
        for row in values["quotations"]
    )
    return values["article"], quotations, tuple(values["findings"])


@cache
def report_on(folder: Path) -> Report:
    from checker.pipeline import check

    path = folder / expectations(folder)[0]
    return check(read(load_article(path), path=str(path)), load_captures([folder / "captures"]))


def rows() -> Iterator[object]:
    for folder in FOLDERS:
        for place, expected in enumerate(expectations(folder)[1]):
            yield pytest.param(folder, place, expected, id=expected.name)


def strongest_tie(judgement: Judgement) -> str | None:
    ties = [tied.tie for tied in judgement.originals if tied.tie is not None]
    return min(ties, key=list(Tie).index).value if ties else None


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_quotations_and_the_findings_of_an_article(folder: Path) -> None:
    _, quotations, findings = expectations(folder)
    report = report_on(folder)
    words = [judgement.attribution.quotation.words(report.article.text) for judgement in report.judgements]
    printed = [" ".join(said.split())[: len(row.starts)] for said, row in zip(words, quotations, strict=False)]
    assert (printed, len(words)) == ([row.starts for row in quotations], len(quotations))
    assert Counter(finding.rule for finding in report.findings) == Counter(findings)


@pytest.mark.parametrize(("folder", "place", "expected"), list(rows()))
def test_the_verdict_on_a_quotation(folder: Path, place: int, expected: Expected) -> None:
    judgement = report_on(folder).judgements[place]
    found = (judgement.verdict.value, sorted(finding.rule for finding in judgement.findings), strongest_tie(judgement))
    assert found == (expected.verdict, sorted(expected.rules), expected.tied), expected.why


def test_the_nearest_passage_of_a_translated_statement_is_shown() -> None:
    report = report_on(FIXTURES / "syria-agreement")
    passage = report.judgements[0].passages[0]
    original = next(original for original in report.originals if original.id == passage.original)
    assert original.url == "https://en.mehrnews.com/"
    assert not passage.answers
    assert "reinforces our will and determination" in passage.sentence.of(original.text)


def test_every_verdict_and_every_rule_is_shown_somewhere() -> None:
    verdicts, rules = set(), set()
    for folder in FOLDERS:
        _, quotations, findings = expectations(folder)
        verdicts |= {row.verdict for row in quotations}
        rules |= set(findings).union(*(row.rules for row in quotations))
    assert verdicts == {verdict.value for verdict in Verdict}
    assert rules == SHOWN


def test_every_rule_that_is_built_is_shown() -> None:
    assert {rule.name for rule in RULES} <= SHOWN


def test_every_folder_has_its_expectations() -> None:
    assert sorted(path for path in FIXTURES.iterdir() if path.is_dir()) == FOLDERS


def test_every_capture_says_that_it_is_a_reconstruction() -> None:
    documents = load_captures([FIXTURES])
    bodies = {
        path.relative_to(FIXTURES).as_posix()
        for path in FIXTURES.glob("*/captures/*")
        if not path.name.endswith(".capture.json")
    }
    assert {Path(document.path).relative_to(FIXTURES).as_posix() for document in documents} == bodies
    for document in documents:
        capture = document.capture
        assert capture is not None
        assert capture.reconstruction, document.path
        assert capture.note is not None, document.path
        assert capture.note.startswith("Reconstruction"), document.path
        assert capture.licence == "CC0-1.0", document.path


def test_invented_words_stand_under_no_real_address() -> None:
    for folder in FOLDERS:
        if folder.name != "syria-agreement":
            for document in load_captures([folder]):
                assert document.capture is not None
                assert document.capture.url.split("/")[2].endswith(".example"), document.path
