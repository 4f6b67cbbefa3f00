"""The pages of the rules: complete, up to date in `docs/rules/`, and their examples are true."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from checker.cli.explain import rule_pages
from checker.judge.rules import RULES
from checker.model import Document, Level
from checker.pipeline import Asked, Originals, compare
from checker.report.rulepage import RulePage, index

ROOT = Path(__file__).parents[2]
PAGES = rule_pages()
EXAMPLES = [
    pytest.param(page, said, printed, id=f"{page.name}: {printed}")
    for page in PAGES
    for said, printed in page.examples()
    if "[" not in said  # "[40 words]" stands for words that the example leaves out
]


def test_every_rule_has_a_page() -> None:
    names = [page.name for page in PAGES]
    assert names == sorted(names)
    assert {rule.name for rule in RULES} | {"hearsay-unsourced", "spelling-varies"} <= set(names)
    assert {page.name: page.level for page in PAGES}.items() >= {rule.name: rule.level for rule in RULES}.items()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_says_what_is_found_and_shows_it(page: RulePage) -> None:
    assert page.summary.endswith(".")
    assert len(page.summary) < 130
    assert page.paragraphs(), "a page says more than its first line"


def test_the_pages_in_the_documentation_are_up_to_date() -> None:
    """After a change of a rule's docstring: `python docs/rules.py`."""
    found = importlib.util.spec_from_file_location("rules", ROOT / "docs" / "rules.py")
    assert found
    assert found.loader
    script = importlib.util.module_from_spec(found)
    found.loader.exec_module(script)
    there = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "rules").glob("*.md")}
    assert there == script.pages()


@pytest.mark.parametrize(("page", "said", "printed"), EXAMPLES)
def test_an_example_is_true(page: RulePage, said: str, printed: str) -> None:
    """What a page shows is found by the rule of that page."""
    body = f"{said}.\n".encode()
    speech = Document("speech.txt", body, given=True, speaker="Nadia Brandt", date="2026-03-04")
    originals = Originals([speech], by_path=True, all_speech=True)
    judgement = compare(Asked(printed, speaker="Nadia Brandt", date="2026-03-04"), originals)
    assert page.name in [finding.rule for finding in judgement.findings]


def test_a_page_is_read_from_a_docstring() -> None:
    page = RulePage(
        "a-rule",
        Level.NOTE,
        "What is\nfound.\n\nMore of\nit.\n\n    said: one      printed: two\n    a plain line\n\nWhat it cannot see.\n",
    )
    assert page.summary == "What is found."
    assert page.paragraphs() == [
        (False, "More of it."),
        (True, "said: one      printed: two\na plain line"),
        (False, "What it cannot see."),
    ]
    assert page.examples() == [("one", "two")]
    assert "```text\nsaid: one\nprinted: two\na plain line\n```" in page.markdown()
    assert '`"a-rule" = "off"`' in page.markdown()
    assert '`<!-- checker: ignore a-rule reason="…" -->`' in page.markdown()
    assert "| [`a-rule`](a-rule.md) | note | What is found. |" in index((page,))
