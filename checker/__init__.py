"""Holds a news article's quotations against their originals, word by word.

    read      bytes of a page                 -> Article
    find      Article                         -> Quotation, Citation
    resolve   what the article writes         -> Attribution (who is meant), Source (which outlet)
    fetch     captures, files given by hand   -> Document
    align     Quotation and Original          -> Match: the passages that answer, edit by edit
    judge     Attribution, Match              -> Verdict, Finding
    report    Report                          -> text, JSON

`check(read_article("article.html"), load_captures(["captures"]))` runs all seven; README.md has the whole example.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.version import __version__

if TYPE_CHECKING:
    from checker.errors import CheckerError
    from checker.fetch import load_captures, load_given
    from checker.model import Article, Finding, Judgement, Level, Original, Passage, Quotation, Report, Span, Verdict
    from checker.pipeline import check, read_article

__all__ = [
    "Article",
    "CheckerError",
    "Finding",
    "Judgement",
    "Level",
    "Original",
    "Passage",
    "Quotation",
    "Report",
    "Span",
    "Verdict",
    "__version__",
    "check",
    "load_captures",
    "load_given",
    "read_article",
]

_HOMES = {
    "checker.errors": ("CheckerError",),
    "checker.fetch": ("load_captures", "load_given"),
    "checker.pipeline": ("check", "read_article"),
    "checker.model": (
        "Article",
        "Finding",
        "Judgement",
        "Level",
        "Original",
        "Passage",
        "Quotation",
        "Report",
        "Span",
        "Verdict",
    ),
}


def __getattr__(name: str) -> object:
    """Imports a public name when it is first used, so that `import checker` and `checker --help` stay quick."""
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            globals()[name] = getattr(import_module(home), name)
            return globals()[name]
    raise AttributeError(f"module 'checker' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
