"""The table `rules` and the entries `[[ignore]]`: what they say, and where they are wrong."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from checker.errors import SettingsError
from checker.settings import Settings, load_settings


def written(folder: Path, text: str, name: str = "checker.toml") -> Settings:
    (folder / name).write_text(text, encoding="utf-8")
    return load_settings(folder)


def test_levels_by_rule(tmp_path: Path) -> None:
    settings = written(tmp_path, '[tool.checker.rules]\n"words-changed" = "note"\ntypo = "off"\n', "pyproject.toml")
    assert settings.rules == {"words-changed": "note", "typo": "off"}
    assert settings.found["rules.typo"].endswith("pyproject.toml:3")


def test_entries(tmp_path: Path) -> None:
    settings = written(
        tmp_path,
        '[[ignore]]\nrule = "typo"\narticle = "posts/a.md"\nwords = "“Städte”"\nreason = "as printed"\nuntil = 2027-01-31\n'
        '[[ignore]]\narticle = "old/*"\nreason = "an archive"\nuntil = "2027-02-28"\n',
    )
    first, second = settings.ignores
    assert (first.rule, first.article, first.words, first.reason) == ("typo", "posts/a.md", "“Städte”", "as printed")
    assert first.until == datetime.date(2027, 1, 31)
    assert (second.rule, second.until) == (None, datetime.date(2027, 2, 28))
    assert [entry.where.rpartition(":")[2] for entry in settings.ignores] == ["1", "7"]
    assert settings.folder == tmp_path.resolve()


@pytest.mark.parametrize(("day", "holds"), [(30, True), (31, True)], ids=["before", "on the last day"])
def test_an_entry_holds_until_its_last_day(tmp_path: Path, day: int, holds: bool) -> None:
    (entry,) = written(tmp_path, '[[ignore]]\nrule = "typo"\nreason = "x"\nuntil = 2027-01-31\n').ignores
    assert entry.holds_on(datetime.date(2027, 1, day)) is holds
    assert not entry.holds_on(datetime.date(2027, 2, 1))


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        pytest.param(
            '[rules]\n\ntypo = "info"\n', 3, '"rules.typo" must be one of error, warning, note, off', id="level"
        ),
        pytest.param("[rules]\ntypo = true\n", 2, "must be one of", id="true is no level"),
        pytest.param("[rules]\ntypo = []\n", 2, "must be one of", id="a list is no level"),
        pytest.param("\nrules = 3\n", 2, '"rules" must be a table', id="no table of rules"),
        pytest.param(
            '[per-file-rules]\n"old/*.md" = ["typo"]\n',
            2,
            'per-file-rules."old/*.md" must be a table with a level',
            id="a list",
        ),
        pytest.param(
            '[per-file-rules."old/[ab]*"]\n\n"typo" = "info"\n',
            3,
            'per-file-rules."old/[ab]*".typo must be one of error',
            id="level in a folder",
        ),
        pytest.param('per-file-rules = "old"\n', 1, "has a table for each pattern", id="no tables by pattern"),
        pytest.param("[per-files-rules]\n", 1, 'did you mean "per-file-rules"?', id="per-file-rules misspelt"),
        pytest.param("[ruls]\ntypo = 'off'\n", 1, 'did you mean "rules"?', id="the table misspelt"),
        pytest.param('[ignore]\nrule = "typo"\n', 1, "write [[ignore]]", id="one table"),
        pytest.param("ignore = [3]\n", 1, "is a table with", id="a number"),
        pytest.param(
            '[[ignore]]\nrule = "a"\nreason = "b"\n[[ignore]]\nrule = "a"\n', 4, 'needs a "reason"', id="the second"
        ),
        pytest.param('[[ignore]]\nreason = "b"\n', 1, "would silence everything", id="everything"),
        pytest.param('[[ignore]]\nrule = "a"\nreason = "  "\n', 1, 'takes as "reason" a text', id="an empty reason"),
        pytest.param('[[ignore]]\nwords = "…"\nreason = "b"\n', 1, "some words", id="words without a letter"),
        pytest.param('[[ignore]]\nrul = "a"\nreason = "b"\n', 1, 'has no key "rul"', id="a key misspelt"),
        pytest.param('[[ignore]]\nrule = "a"\nreason = "b"\nuntil = 12\n', 1, "the last day", id="a number for a day"),
        pytest.param(
            '[[ignore]]\nrule = "a"\nreason = "b"\nuntil = "2027-02-31"\n', 1, "the last day", id="no such day"
        ),
        pytest.param(
            '[[ignore]]\nrule = "a"\nreason = "b"\nuntil = 2027-01-31T08:00:00\n',
            1,
            "the last day",
            id="an hour of a day",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    with pytest.raises(SettingsError) as wrong:
        written(tmp_path, text)
    assert str(wrong.value).startswith(f"{(tmp_path.resolve() / 'checker.toml').as_posix()}:{line}: ")
    assert says in str(wrong.value)
