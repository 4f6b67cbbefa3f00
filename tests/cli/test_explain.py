"""`checker explain`: the list, a page, and a name that no rule has."""

from __future__ import annotations

import pytest

from checker.cli import main
from checker.cli.explain import rule_pages


def test_alone_it_lists_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    printed = capsys.readouterr().out
    found = [line.split()[:2] for line in printed.splitlines() if line[0] != " "]
    assert found == [[page.name, page.level.value] for page in rule_pages()]


def test_a_page_has_all_that_the_rule_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "negation-changed"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("negation-changed (error)\n")
    assert "      said: we will not close the quay\n      printed: we will close the quay\n" in printed
    assert "are `words-changed`" in printed
    assert '"negation-changed" = "off"' in printed


def test_several_pages_in_the_order_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "typo", "absent"]) == 0
    printed = capsys.readouterr().out
    assert printed.index("typo (note)") < printed.index("absent (warning)")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("negation-change", "did you mean 'negation-changed'? "),
        ("zzz", "no rule is called 'zzz'; `checker explain` lists them all"),
        ("\x1b[31m", "no rule is called '\\x1b[31m'; `checker explain`"),
    ],
)
def test_a_name_that_no_rule_has(name: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "typo", name]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert says in printed.err
