"""Writes `docs/rules/` from the docstrings of the rules: `python docs/rules.py`, after a rule was added or its page changed."""

from __future__ import annotations

from pathlib import Path

from checker.cli.explain import rule_pages
from checker.report.rulepage import index

FOLDER = Path(__file__).parent / "rules"


def pages() -> dict[str, str]:
    """What has to stand in the folder: each file's name with its text."""
    rules = rule_pages()
    return {"README.md": index(rules)} | {f"{rule.name}.md": rule.markdown() for rule in rules}


def main() -> None:
    """Writes every page, and removes those of rules that are gone."""
    FOLDER.mkdir(exist_ok=True)
    wanted = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
