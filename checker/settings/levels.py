"""Levels by rule, for all articles and for those that a pattern fits: the tables `rules` and `per-file-rules`."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import NamedTuple

# The levels of the model by name, which this floor does not import, and none at all.
LEVELS = ("error", "warning", "note", "off")
PER_FILE = "per-file-rules"


class WrongLevelError(ValueError):
    """What is wrong, as a sentence without its beginning, and under which key."""

    def __init__(self, rule: str | None, why: str) -> None:
        super().__init__(why)
        self.rule = rule


class FileRules(NamedTuple):
    """One table `per-file-rules."PATTERN"`: the levels of rules in the articles that the pattern fits."""

    pattern: str
    levels: Mapping[str, str]

    def key(self, rule: str) -> str:
        """What one of its levels is called."""
        return f'{PER_FILE}."{self.pattern}".{rule}'


def levels_of(table: object) -> dict[str, str]:
    """A level for each rule named, as TOML gives it; raises WrongLevelError."""
    if not isinstance(table, dict):
        raise WrongLevelError(None, "must be a table with a level for each rule")
    if wrong := next((rule for rule, level in table.items() if level not in LEVELS), None):
        raise WrongLevelError(wrong, f"must be one of {', '.join(LEVELS)}")
    return dict(table)


def fits(pattern: str, article: str) -> bool:
    """Whether a pattern means an article; `*` stands for anything in it, "/" too.

    >>> fits("posts/*.md", "posts/2024/a.md"), fits("posts/[a].md", "posts/[a].md"), fits("posts", "posts/a.md")
    (True, True, False)
    """
    return pattern == article or fnmatchcase(article, pattern)
