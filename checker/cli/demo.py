"""The article that ships with the program, for a first look and for a newcomer's terminal."""

from __future__ import annotations

from pathlib import Path

from checker.errors import UsageError

DEMO_NAME = "syria-agreement"


def demo_article() -> Path:
    """In an installed package beside its modules, in a checkout in `fixtures/`: kept once, found in either place."""
    package = Path(__file__).parents[1]
    for folder in (package / "demo" / DEMO_NAME, package.parent / "fixtures" / DEMO_NAME):
        article = folder / "article.txt"
        if article.is_file():
            return article
    raise UsageError("the article of the demonstration is missing from this installation; install checker again")
