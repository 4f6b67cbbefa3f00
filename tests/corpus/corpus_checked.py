"""An article checked against a corpus that is written row by row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from corpus_rows import WORDS, corpus_of

from checker.corpus.lookup import Lookup
from checker.model import Report
from checker.outlets import Outlets
from checker.pipeline import check
from checker.read import read

OUTLETS = Outlets.shipped()
HEAD = "---\ntitle: The quay\ndate: {date}\npublisher: {publisher}\n---\n\nThe quay in the town will be closed soon. "
UNCITED = f"“{WORDS},” Mara Lind said."


def checked(
    folder: Path, text: str, *places: dict[str, Any], date: str = "2024-05-08", publisher: str = "CNN"
) -> Report:
    article = read((HEAD.format(date=date, publisher=publisher) + text).encode(), path="a.md")
    return check(article, corpus=Lookup(corpus_of(folder, *places), OUTLETS))


def said(report: Report, rule: str) -> list[str]:
    """The messages of a rule."""
    return [finding.message for finding in report.all_findings() if finding.rule == rule]
