"""Settings files: which one counts, what it says, and where it is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import SettingsError
from checker.settings import CorpusSettings, FetchSettings, OutletSettings, Settings, load_settings, settings_beside
from checker.settings.kinds import KINDS, seconds_of

DOCS = Path(__file__).parents[2] / "docs" / "settings.md"


def written(folder: Path, text: str, name: str = "checker.toml") -> Settings:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return load_settings(folder)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "posts").fetch == FetchSettings()


def test_every_key(tmp_path: Path) -> None:
    text = """
        [fetch]
        contact = "desk@paper.example"
        allow-host = ["archive", "bücher.internal"]
        html-bytes = 1000
        pdf-bytes = 2000
        seconds = 2.5
        hops = 0
        links = 3
        pause = 0
        per-host = 2
        cache = "kept"
        max-age = "2w"
        [outlets]
        file = "own.csv"
        ratings = "ratings.csv"
        low = 0.35
        [corpus]
        memory = "4GB"
        spill = "spilt"
    """
    settings = written(tmp_path, text)
    here = tmp_path.resolve()
    assert settings.outlets == OutletSettings(file=here / "own.csv", ratings=here / "ratings.csv", low=0.35)
    assert settings.corpus == CorpusSettings(memory="4GB", spill=here / "spilt")
    assert settings.fetch == FetchSettings(
        contact="desk@paper.example",
        allow_host=("archive", "bücher.internal"),
        html_bytes=1000,
        pdf_bytes=2000,
        seconds=2.5,
        hops=0,
        links=3,
        pause=0.0,
        per_host=2,
        cache=tmp_path.resolve() / "kept",
        max_age=1_209_600.0,
    )
    assert settings.found["fetch.contact"].endswith("checker.toml:3")
    assert settings.found.keys() == KINDS.keys()


def test_the_nearest_file_above_counts_alone(tmp_path: Path) -> None:
    written(tmp_path, "[fetch]\nhops = 1\nlinks = 7\n")
    written(tmp_path / "a", "[tool.checker.fetch]\nhops = 2\n", "pyproject.toml")
    written(tmp_path / "a" / "b", '[project]\nname = "x"\n', "pyproject.toml")
    (tmp_path / "a" / "b" / "c").mkdir()
    assert load_settings(tmp_path / "a" / "b" / "c").fetch == FetchSettings(hops=2)
    assert load_settings(tmp_path).fetch == FetchSettings(hops=1, links=7)
    written(tmp_path / "a", "[fetch]\nhops = 3\n")
    assert load_settings(tmp_path / "a").fetch == FetchSettings(hops=3)


@pytest.mark.parametrize("article", ["posts/a.md", "-", None, "https://paper.example/a"])
def test_beside_which_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, article: str | None) -> None:
    written(tmp_path, "[fetch]\nhops = 1\n")
    written(tmp_path / "posts", "[fetch]\nhops = 2\n")
    monkeypatch.chdir(tmp_path)
    assert settings_beside(article).fetch.hops == (2 if article == "posts/a.md" else 1)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        pytest.param("[fetch]\n\nhopps = 2\n", 3, 'did you mean "fetch.hops"?', id="a slip"),
        pytest.param("[fetch]\nallow_host = []\n", 2, 'did you mean "fetch.allow-host"?', id="another hyphen"),
        pytest.param("[fetch]\nqqq = 2\n", 2, "fetch.allow-host, ", id="nothing like it"),
        pytest.param("\n[fetsch]\nhops = 2\n", 2, 'did you mean "fetch"?', id="a table misspelt"),
        pytest.param("hops = 2\n", 1, 'did you mean "fetch.hops"?', id="outside its table"),
        pytest.param("fetch = 2\n", 1, '"fetch" must be a table', id="no table"),
        pytest.param(
            "[fetch]\nhops = true\n", 2, '"fetch.hops" must be a whole number, 0 or more', id="true is no number"
        ),
        pytest.param("[fetch]\nhops = -1\n", 2, "0 or more", id="less than nothing"),
        pytest.param("[fetch]\nhops = 1.5\n", 2, "a whole number", id="half a hop"),
        pytest.param('[fetch]\nseconds = "15"\n', 2, "a number of seconds", id="a text"),
        pytest.param("[fetch]\nseconds = nan\n", 2, "a number of seconds", id="no number at all"),
        pytest.param("[fetch]\npause = inf\n", 2, "a number of seconds", id="for ever"),
        pytest.param('[fetch]\nmax-age = "a month"\n', 2, 'a number with s, m, h, d or w, as in "30d"', id="in words"),
        pytest.param("[fetch]\nmax-age = 30\n", 2, 'as in "30d"', id="without a unit"),
        pytest.param('[fetch]\ncontact = "a\\nX-Header: b"\n', 2, "one line", id="a line break in a header"),
        pytest.param('[fetch]\ncontact = "Büro"\n', 2, "plain letters", id="an accent in a header"),
        pytest.param('[fetch]\nallow-host = "archive"\n', 2, "a list of host names", id="no list"),
        pytest.param('[fetch]\nallow-host = [\n "a",\n "10.0.0.0/8"]\n', 2, '"10.0.0.0/8" is a range', id="a range"),
        pytest.param('[fetch]\nallow-host = ["*.local"]\n', 2, "a pattern", id="a pattern"),
        pytest.param("[fetch\nhops = 2\n", 1, "it is not TOML", id="broken"),
        pytest.param("[fetch]\nhops = 1\nhops = 2\n", 3, "it is not TOML", id="twice"),
        pytest.param("fetch.hops = 'x'\n", 1, '"fetch.hops" must be', id="a dotted key"),
        pytest.param("fetch = {hops = 'x'}\n", 1, '"fetch.hops" must be', id="a table in one line"),
        pytest.param("[fetch]\n'hops' = 'x'\n", 2, '"fetch.hops" must be', id="a key in quotation marks"),
        pytest.param('[fetch]\n"ключ" = 1\n', 2, '"fetch.ключ"', id="other letters"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    with pytest.raises(SettingsError) as wrong:
        written(tmp_path, text)
    assert str(wrong.value).startswith(f"{(tmp_path.resolve() / 'checker.toml').as_posix()}:{line}: ")
    assert says in str(wrong.value)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param('[project]\nname = "x"\n\n[tool.checker.fetch]\nhopps = 2\n', 5, id="a slip"),
        pytest.param("[tool.checker]\nfetch.hops = true\n", 2, id="a dotted key"),
        pytest.param("[tool]\nchecker = 3\n", 2, id="no table"),
        pytest.param("[tool.checker]\n\n[tool.checker\n", 3, id="broken"),
    ],
)
def test_what_is_wrong_in_a_pyproject(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(SettingsError, match=rf"pyproject\.toml:{line}: "):
        written(tmp_path, text, "pyproject.toml")


def test_a_broken_pyproject_of_somebody_else_is_left_to_others(tmp_path: Path) -> None:
    assert written(tmp_path, "[project\n", "pyproject.toml").fetch == FetchSettings()


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_bytes(b"[fetch]\n# \xff\n")
    with pytest.raises(SettingsError, match=r"checker\.toml:1: it is not UTF-8"):
        load_settings(tmp_path)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("90s", 90), ("15m", 900), ("12h", 43_200), ("30d", 2_592_000), ("2 w", 1_209_600), ("0d", 0)],
)
def test_lengths_of_time(text: str, seconds: int) -> None:
    assert seconds_of(text) == seconds


@pytest.mark.parametrize("text", ["", "30", "d", "-1d", "1.5h", "3 months", "٣d", "9999999d"])
def test_no_lengths_of_time(text: str) -> None:
    with pytest.raises(ValueError, match="a number with"):
        seconds_of(text)


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: f"[fetch]\n{text}".encode())))
def test_no_file_breaks_the_reading(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    folder = tmp_path_factory.mktemp("settings")
    (folder / "checker.toml").write_bytes(raw)
    try:
        load_settings(folder)
    except SettingsError as wrong:
        assert re.match(r".*checker\.toml:\d+: .", str(wrong), re.DOTALL)


def test_every_key_is_documented() -> None:
    page = DOCS.read_text(encoding="utf-8")
    assert [key for key in KINDS if f"| `{key}` |" not in page] == []
