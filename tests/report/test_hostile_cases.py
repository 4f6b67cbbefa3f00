"""The hostile texts of the shared set whose place of harm is a report, through the whole program, in every format."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from checker.cli import main
from checker.cli.output import FORMATS

CASES = Path(__file__).parents[3] / "shared" / "data" / "hostile" / "cases.json"
# Those that say how much text there is, not what it says, are for the reading (tests/read).
TAKEN = [f"text-{number:02}" for number in (*range(1, 18), *range(27, 31))]
# A link may lead to the hosts of the cases' own links, and to no scheme but these.
LINK = re.compile(r"#(a\d+-)?q\d+(-text)?$|https?://")


def cases() -> list[Any]:
    if not CASES.exists():
        return []
    return [case for case in json.loads(CASES.read_text(encoding="utf-8"))["cases"] if case["id"] in TAKEN]


def body_of(case: Any) -> tuple[str, bytes]:
    """The article: what the case gives, with a quotation beside it so that there is something to report."""
    given = case["input"]
    if "bytes_hex" in given:
        return "a.html", bytes.fromhex(given["bytes_hex"])
    if "html" in given:
        rest = "<article><p>“We will go home,” said Nadia Brandt, according to Example News.</p></article>"
        return "a.html", (given["html"] + rest).encode()
    return "a.txt", f"A title\n\n{given['text']}, said Nadia Brandt.\n".encode()


class Elements(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.skipif(not CASES.exists(), reason="the shared hostile cases are not at hand")
@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("case", cases(), ids=lambda case: case["id"])
def test_nothing_harmful_is_left_live(
    case: Any, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    name, body = body_of(case)
    (tmp_path / name).write_bytes(body)
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--offline", name, "--format", kind]) in (0, 1, 3)
    printed = capsys.readouterr()
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", printed.out + printed.err)
    if kind == "html":
        elements = Elements(printed.out).found
        assert sum(tag == "script" for tag, _ in elements) == 1
        assert not {tag for tag, _ in elements} & {"img", "iframe", "object", "base", "form"}
        for _, attributes in elements:
            assert not [key for key in attributes if key.startswith("on")]
            assert LINK.match(attributes.get("href") or "#q1")
    if kind == "github":
        assert all(re.match("::(error|warning|notice) file=", line) for line in printed.out.splitlines())
        assert "::error file=a.py" not in printed.out
    if kind == "markdown":
        assert "](javascript" not in printed.out
        assert "<img" not in printed.out


@pytest.mark.skipif(not CASES.exists(), reason="the shared hostile cases are not at hand")
def test_the_cases_are_there() -> None:
    assert [case["id"] for case in cases()] == TAKEN
