"""The articles that a command names: a path, or "-" for standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from checker.errors import UsageError
from checker.fetch import load_article
from checker.model import Article
from checker.read import read

STANDARD_INPUT = "-"


def open_article(path: str) -> Article:
    """Raises ReadError where there is nothing to open; a page without prose is an Article that says so."""
    if path.startswith(("http://", "https://")):
        raise UsageError(
            f"{path}: only `checker check` and `checker capture` fetch; save the page and give its file name"
        )
    body = sys.stdin.buffer.read() if path == STANDARD_INPUT else load_article(path)
    return read(body, path=path)


def captures_beside(path: str) -> list[Path]:
    """The folder `captures` beside an article, if there is one."""
    folder = Path(path).parent / "captures"
    return [folder] if path != STANDARD_INPUT and folder.is_dir() else []
