"""Rules at another level, off, or selected; entries and comments that leave findings out. No verdict moves."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from checker.cli import main

ROOT = Path(__file__).parents[2]
HARBOUR, LIGHTS = "harbour-works/article.html", "street-lights/article.md"
VERDICTS = ["distorted", "distorted", "altered", "verbatim", "styled", "unavailable", "verbatim"]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of two articles with their captures, as the working folder."""
    for name in ("harbour-works", "street-lights"):
        shutil.copytree(ROOT / "fixtures" / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Checked:
    """What one run printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *words: str) -> None:
        capsys.readouterr()
        self.status = main(["check", *words, "--offline", "--format", "json"])
        printed = capsys.readouterr()
        self.said = [line for line in printed.err.splitlines() if not line.startswith("checker: hint: ")]
        report = json.loads(printed.out) if printed.out else {"quotations": [], "findings": []}
        self.verdicts = [quotation["verdict"] for quotation in report["quotations"]]
        findings = [one for quotation in report["quotations"] for one in quotation["findings"]] + report["findings"]
        self.found = [(one["rule"], one["level"]) for one in findings]
        self.rules = [rule for rule, _ in self.found]


def settings(site: Path, text: str) -> None:
    (site / "checker.toml").write_text(text, encoding="utf-8")


def test_a_level_by_rule(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(site, '[rules]\n"words-changed" = "note"\n"second-hand" = "error"\n"outlet-unknown" = "off"\n')
    checked = Checked(capsys, HARBOUR)
    assert checked.found == [
        ("negation-changed", "error"),
        ("number-changed", "error"),
        ("words-changed", "note"),
        ("unavailable", "note"),
        ("second-hand", "error"),
    ]
    assert checked.verdicts == VERDICTS
    assert checked.said == []


def test_what_is_off_does_not_fail_a_run(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(site, '[rules]\n"other-speaker" = "off"\n')
    checked = Checked(capsys, LIGHTS)
    assert (checked.status, checked.rules) == (0, ["ambiguous"])
    assert "misattributed" in checked.verdicts


def test_an_original_that_is_lacking_stays_so(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(site, '[rules]\nunavailable = "off"\n')
    assert Checked(capsys, HARBOUR, "--fail-on", "never").status == 3


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        pytest.param(["--select", "number-changed"], ["number-changed"], id="one"),
        pytest.param(
            ["--select", "number-changed, second-hand"], ["number-changed", "second-hand"], id="several, with a space"
        ),
        pytest.param(
            ["--select", "number-changed", "--select", "second-hand"], ["number-changed", "second-hand"], id="twice"
        ),
        pytest.param(["--select", "number-changed", "--ignore", "number-changed"], [], id="both"),
        pytest.param(
            ["--ignore", "number-changed,negation-changed,unavailable,second-hand,outlet-unknown"],
            ["words-changed"],
            id="all others ignored",
        ),
    ],
)
def test_rules_by_name(site: Path, capsys: pytest.CaptureFixture[str], words: list[str], rules: list[str]) -> None:
    checked = Checked(capsys, HARBOUR, *words)
    assert (checked.rules, checked.verdicts) == (rules, VERDICTS)


def test_the_command_line_comes_before_the_settings(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(site, '[rules]\n"words-changed" = "off"\n"number-changed" = "note"\n')
    assert Checked(capsys, HARBOUR, "--select", "words-changed,number-changed").found == [
        ("number-changed", "note"),
        ("words-changed", "warning"),
    ]


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_on_the_command_line(site: Path, capsys: pytest.CaptureFixture[str], option: str) -> None:
    checked = Checked(capsys, HARBOUR, option, "number-chnged")
    assert checked.status == 2
    assert checked.said == [
        f"checker: {option}: no rule is called 'number-chnged'; did you mean 'number-changed'? "
        "`checker explain` lists them all"
    ]


@pytest.mark.parametrize(
    "text", ['\n[rules]\n"number-chnged" = "off"\n', '\n\n[[ignore]]\nrule = "number-chnged"\nreason = "x"\n']
)
def test_an_unknown_rule_in_the_settings(site: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    settings(site, text)
    checked = Checked(capsys, HARBOUR)
    assert checked.status == 2
    (said,) = checked.said
    assert "checker.toml:3: no rule is called 'number-chnged'; did you mean 'number-changed'?" in said


@pytest.mark.parametrize(
    ("entry", "hidden"),
    [
        pytest.param('rule = "number-changed"', ["number-changed"], id="a rule"),
        pytest.param('words = "Dredging will COST 40 million"', ["number-changed"], id="words, in other capitals"),
        pytest.param('rule = "words-changed"\nwords = "a port without boats,"', ["words-changed"], id="both"),
        pytest.param('rule = "second-hand"\narticle = "harbour-works/*"', ["second-hand"], id="a pattern"),
        pytest.param(f'rule = "second-hand"\narticle = "{HARBOUR}"\nuntil = 2999-01-01', ["second-hand"], id="a path"),
    ],
)
def test_an_entry_leaves_out(site: Path, capsys: pytest.CaptureFixture[str], entry: str, hidden: list[str]) -> None:
    before = Checked(capsys, HARBOUR).rules
    settings(site, f'[[ignore]]\n{entry}\nreason = "as agreed"\n')
    checked = Checked(capsys, HARBOUR)
    assert checked.rules == [rule for rule in before if rule not in hidden]
    assert checked.verdicts == VERDICTS
    assert checked.said == [
        "checker: 1 finding is not shown, as entries [[ignore]] or comments in the articles ask for"
    ]


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        pytest.param('rule = "typo"', 'no finding needs the entry for rule "typo"; take it out', id="another rule"),
        pytest.param('words = "redging will cost"', "no finding needs", id="half a word"),
        pytest.param('rule = "number-changed"\nuntil = 2020-01-01', "is over since 2020-01-01", id="over"),
    ],
)
def test_an_entry_of_no_use_is_told(site: Path, capsys: pytest.CaptureFixture[str], entry: str, says: str) -> None:
    before = Checked(capsys, HARBOUR).rules
    settings(site, f'\n[[ignore]]\n{entry}\nreason = "as agreed"\n')
    checked = Checked(capsys, HARBOUR)
    assert (checked.rules, checked.status) == (before, 1)
    (said,) = checked.said
    assert "checker.toml:2: " in said and says in said


def test_an_entry_for_an_article_that_was_not_checked_is_not_unused(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(site, f'[[ignore]]\nrule = "typo"\narticle = "{LIGHTS}"\nreason = "as agreed"\n')
    assert Checked(capsys, HARBOUR).said == []


def test_a_baseline_does_not_take_in_what_is_silenced(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(site, '[rules]\n"other-speaker" = "off"\n')
    assert main(["baseline", "write", LIGHTS, "--offline"]) == 0
    assert capsys.readouterr().out.endswith("0 accepted, 0 of them new; 0 taken out\n")
