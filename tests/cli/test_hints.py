"""What a run says at its end: the next step where the results suggest one, and nothing where they do not."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from checker.cli import main
from checker.cli.hints import Hints
from checker.model import (
    Article,
    Attribution,
    Judgement,
    Original,
    Quotation,
    QuotationKind,
    Reading,
    Reason,
    Report,
    Span,
    Unavailable,
    Verdict,
)

ROOT = Path(__file__).parents[2]


def report(*reasons: Reason, quotations: int = 1, at_hand: int = 1, name: str = "a.md") -> Report:
    span = Span(0, 1)
    judgement = Judgement(Attribution(Quotation("q1", span, QuotationKind.DIRECT, (span,))), Verdict.UNAVAILABLE)
    originals = tuple(Original(f"o{n}", "", unavailable=Unavailable(one, "m")) for n, one in enumerate(reasons))
    return Report(Article("“a”", path=name), Reading(), (judgement,) * quotations, originals, at_hand=at_hand)


def hints(*reports: Report, offline: bool = False, archive: bool = False) -> list[str]:
    told = Hints(argparse.Namespace(demo=False, offline=offline, archive=archive))
    for one in reports:
        told.add(one)
    return list(told.all())


@pytest.mark.parametrize(
    ("reports", "options", "says"),
    [
        pytest.param([report()], {}, [], id="nothing to say"),
        pytest.param([report(quotations=0)], {}, ["no quotation was found in a.md: "], id="no quotation"),
        pytest.param(
            [report(quotations=0, name="my post.md")], {}, ["`checker show blocks 'my post.md'`"], id="a name with a blank"
        ),
        pytest.param([report(quotations=0), report(quotations=0)], {}, ["in any of 2 articles"], id="none in two"),
        pytest.param([report(quotations=0), report()], {}, [], id="a commentary among others"),
        pytest.param([report(at_hand=0)], {}, ["no quotation names where it comes from"], id="nothing named"),
        pytest.param([report(Reason.BLOCKED)], {}, ["1 original answered 403 or with a wall; record it once"], id="one wall"),
        pytest.param(
            [report(Reason.BLOCKED, Reason.BLOCKED), report(Reason.BLOCKED)], {}, ["3 originals answered 403"], id="walls"
        ),
        pytest.param([report(Reason.NOT_FOUND)], {}, ["1 original is gone; --archive asks"], id="gone"),
        pytest.param([report(Reason.NOT_FOUND)], {"archive": True}, [], id="gone, and the archive was asked"),
        pytest.param([report(Reason.NEEDS_EXTRA)], {}, ["`pip install 'checker[pdf]'` reads it"], id="a PDF"),
        pytest.param([report(Reason.NOT_AT_HAND)], {"offline": True}, ["1 article links to originals"], id="not recorded"),
        pytest.param([report(Reason.TOO_SLOW)], {}, [], id="nothing that could be done"),
    ],
)  # fmt: skip
def test_the_pattern_suggests_a_next_step(reports: list[Report], options: dict[str, bool], says: list[str]) -> None:
    told = hints(*reports, **options)
    assert len(told) == len(says)
    for sentence, part in zip(told, says, strict=True):
        assert part in sentence


def test_it_keeps_no_reports() -> None:
    told = Hints(argparse.Namespace(demo=False, offline=False, archive=False))
    for number in range(50):
        told.add(report(Reason.BLOCKED, name=f"{number}.md"))
    assert not any(isinstance(value, list | tuple) for value in vars(told).values())


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(["fixtures/harbour-works/article.html"], "checker: hint: 1 article links", id="not recorded"),
        pytest.param(["fixtures/harbour-works/article.html", "-q"], "", id="-q"),
        pytest.param(["fixtures/street-lights/article.md"], "", id="everything at hand"),
    ],
)
def test_on_standard_error(
    words: list[str], says: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    main(["check", *words, "--offline"])
    told = capsys.readouterr().err
    assert told.startswith(says)
    assert bool(told) == bool(says)


def test_the_demonstration_has_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--demo"]) == 0
    assert capsys.readouterr().err == ""
