"""What a finding is known by: the same through typography, another through words."""

from __future__ import annotations

import pytest

from checker.report.fingerprint import fingerprint

KNOWN = fingerprint("a.md", "typo", "We don't “go” home")


@pytest.mark.parametrize(
    "words",
    [
        'We don’t "go" home',
        "we don't go  home.",
        "We don't\ngo home",
        "WE DON'T GO HOME",
        "We don't go\u00a0home\u200b",
    ],
)
def test_typography_changes_nothing(words: str) -> None:
    assert fingerprint("a.md", "typo", words) == KNOWN


@pytest.mark.parametrize(
    ("article", "rule", "words"),
    [
        ("b.md", "typo", "We don't go home"),
        ("a.md", "absent", "We don't go home"),
        ("a.md", "typo", "We do go home"),
        ("a.md", "typo", "ما به خانه نمی‌رویم"),
    ],
)
def test_anything_else_does(article: str, rule: str, words: str) -> None:
    assert fingerprint(article, rule, words) != KNOWN


def test_it_does_not_depend_on_where_a_part_ends() -> None:
    assert fingerprint("a", "b c", "d") != fingerprint("a b", "c", "d")
    assert fingerprint("a", "b", "\ud800") == fingerprint("a", "b", "\ud800")
