"""`<!-- checker: ignore RULE reason="…" -->` in Markdown and HTML: where it counts, and what is said of one that does not."""

from __future__ import annotations

import io
import json
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.cli import main
from checker.model import Format
from checker.report.silence_comments import Comment, Wrong, comments_in

ROOT = Path(__file__).parents[2]
HARBOUR, LIGHTS = "harbour-works/article.html", "street-lights/article.md"
COMMENT = '<!-- checker: ignore {} reason="as Ms Dumas agreed" -->'


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("harbour-works", "street-lights"):
        shutil.copytree(ROOT / "fixtures" / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edited(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def rules_of(capsys: pytest.CaptureFixture[str], article: str) -> tuple[list[str], list[str]]:
    capsys.readouterr()
    main(["check", article, "--offline", "--format", "json"])
    printed = capsys.readouterr()
    report = json.loads(printed.out)
    found = [one["rule"] for quotation in report["quotations"] for one in quotation["findings"]]
    return found + [one["rule"] for one in report["findings"]], [
        line for line in printed.err.splitlines() if not line.startswith("checker: hint: ")
    ]


NOT_SHOWN = "checker: 1 finding is not shown, as entries [[ignore]] or comments in the articles ask for"


@pytest.mark.parametrize(
    ("article", "before", "after", "rule"),
    [
        pytest.param(LIGHTS, "“Leave the", "{}\n“Leave the", "other-speaker", id="Markdown, the line above"),
        pytest.param(LIGHTS, "“Leave the", "{}\n\n“Leave the", "other-speaker", id="Markdown, by itself"),
        pytest.param(LIGHTS, "on my way to", "on my way {} to", "other-speaker", id="Markdown, in the words"),
        pytest.param(HARBOUR, "<p>“We will", "{}<p>“We will", "number-changed", id="HTML, before the paragraph"),
        pytest.param(
            HARBOUR, "<p>“We will", "{}\n<!-- x -->\n<p>“We will", "number-changed", id="HTML, another between"
        ),
        pytest.param(
            HARBOUR, "over three years,” she", "over three years,” {}she", "number-changed", id="HTML, inside"
        ),
    ],
)
def test_it_counts_for_its_paragraph(
    site: Path, capsys: pytest.CaptureFixture[str], article: str, before: str, after: str, rule: str
) -> None:
    all_rules, _ = rules_of(capsys, article)
    edited(site / article, before, after.format(COMMENT.format(rule)))
    found, said = rules_of(capsys, article)
    assert found == [one for one in all_rules if one != rule]
    assert said == [NOT_SHOWN]


@pytest.mark.parametrize(
    ("article", "before", "rule", "line"),
    [
        pytest.param(LIGHTS, "When the plan", "other-speaker", 13, id="Markdown, the paragraph after"),
        pytest.param(LIGHTS, "After a hearing", "other-speaker", 5, id="Markdown, the paragraph before"),
        pytest.param(LIGHTS, "“Leave the", "typo", 8, id="Markdown, another rule"),
        pytest.param(HARBOUR, "What happens to", "words-changed", 37, id="HTML, the paragraph after"),
    ],
)
def test_elsewhere_it_is_told_as_unused(
    site: Path, capsys: pytest.CaptureFixture[str], article: str, before: str, rule: str, line: int
) -> None:
    all_rules, _ = rules_of(capsys, article)
    edited(site / article, before, COMMENT.format(rule) + "\n" + before)
    found, said = rules_of(capsys, article)
    assert found == all_rules
    assert said == [
        f"checker: {article}:{line}: this comment leaves nothing out: no finding of {rule} stands in its paragraph; "
        "take it out"
    ]


@pytest.mark.parametrize(
    ("comment", "says"),
    [
        pytest.param(
            "<!-- checker: ignore other-speker reason='x' -->", "did you mean 'other-speaker'?", id="no such rule"
        ),
        pytest.param("<!-- checker: ignore other-speaker -->", 'it needs a reason="…"', id="no reason"),
        pytest.param('<!-- checker: ignore other-speaker reason="" -->', 'it needs a reason="…"', id="an empty reason"),
        pytest.param(
            "<!-- checker: quiet -->", 'it must be <!-- checker: ignore RULE reason="…" -->', id="another verb"
        ),
        pytest.param('<!-- checker: ignore other-speaker because="x" -->', "which is neither", id="another key"),
        pytest.param('<!-- checker: ignore other-speaker reason="x" until="soon" -->', "the last day", id="no day"),
        pytest.param('<!-- checker: ignore other-speaker reason="x" until="2020-01-01" -->', "is over", id="over"),
    ],
)
def test_one_that_cannot_be_followed_hides_nothing(
    site: Path, capsys: pytest.CaptureFixture[str], comment: str, says: str
) -> None:
    edited(site / LIGHTS, "“Leave the", f"{comment}\n“Leave the")
    found, (said,) = rules_of(capsys, LIGHTS)
    assert "other-speaker" in found
    assert said.startswith(f"checker: {LIGHTS}:8: ") and says in said


def test_standard_input_has_no_say(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    edited(site / LIGHTS, "“Leave the", COMMENT.format("other-speaker") + "\n“Leave the")
    typed = io.TextIOWrapper(io.BytesIO((site / LIGHTS).read_bytes()))
    monkeypatch.setattr(sys, "stdin", typed)
    assert main(["check", "-", "--captures", "street-lights/captures", "--offline", "--format", "github"]) == 1
    assert "other-speaker" in capsys.readouterr().out


def read(source: str, kind: Format = Format.MARKDOWN) -> tuple[Comment | Wrong, ...]:
    return comments_in(source, kind, {"typo", "absent"}, lambda rule: f"no rule is called '{rule}'")


def test_several_rules_a_day_and_curly_marks() -> None:
    (one,) = read("a\n\n<!-- checker: ignore typo, absent\n until='2027-01-31' reason=“Größe” -->\nb\n")
    assert isinstance(one, Comment)
    assert (one.rules, one.reason, one.line, str(one.until)) == ({"typo", "absent"}, "Größe", 3, "2027-01-31")


def test_plain_text_has_no_comments() -> None:
    assert read(COMMENT.format("typo"), Format.TEXT) == ()


@given(
    st.text(alphabet="<!->/p \n>\"“”'=checker: ignore typo reason=é\0\u202e", max_size=300),
    st.sampled_from(list(Format)),
)
def test_nothing_in_an_article_breaks_the_reading(source: str, kind: Format) -> None:
    for one in read(f'{source}<!-- checker: ignore typo reason="x" -->{source}', kind):
        assert 1 <= one.line <= source.count("\n") * 2 + 1
        assert isinstance(one, Wrong) or 0 <= one.reach.start < one.reach.end


def test_many_openings_that_never_close() -> None:
    assert read("<!-- checker: " * 100_000) == ()
    assert len(read('<!-- checker: ignore typo reason="x" -->\n\n' * 20_000)) == 20_000
