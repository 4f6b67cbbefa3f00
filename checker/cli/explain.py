"""`checker explain`: what a rule finds and what it cannot see; alone, the list of all rules."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
from collections.abc import Collection

from checker.cli.status import Status
from checker.cli.terminal import Terminal
from checker.errors import UsageError
from checker.report.layout import Ink, Page, piece
from checker.report.rulepage import RulePage

_EPILOG = """\
examples:
  checker explain
  checker explain negation-changed
"""
_INKS = {"error": Ink.ERROR, "warning": Ink.WARNING, "note": Ink.NOTE}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only for the parser of this command."""
    parser.epilog = _EPILOG
    parser.add_argument(
        "rules", nargs="*", metavar="RULE", help="a rule that a report names; without one, all are listed"
    )


def run(options: argparse.Namespace, terminal: Terminal) -> Status:
    """The pages asked for, in the order asked; a name that no rule has is misuse, and nothing is printed."""
    pages = {page.name: page for page in rule_pages()}
    asked = [_known(name, pages) for name in options.rules]
    page = Page(width=terminal.width, colour=terminal.colour)
    if not asked:
        _list(page, tuple(pages.values()))
    for rule in asked:
        page.blank()
        _write(page, rule)
    terminal.print(page.text())
    return Status.CLEAN


def rule_pages() -> tuple[RulePage, ...]:
    """Every rule by name. A rule is a file in `judge/rules/`, its page that file's docstring."""
    from checker.judge import rules

    pages = []
    for found in pkgutil.iter_modules(rules.__path__):
        module = importlib.import_module(f"{rules.__name__}.{found.name}")
        # A rule on quotations is a value; one on the article is the module itself.
        rule = getattr(module, "RULE", None)
        name, level = (rule.name, rule.level) if rule else (module.NAME, module.LEVEL)
        pages.append(RulePage(name, level, module.__doc__ or ""))
    return tuple(sorted(pages, key=lambda page: page.name))


def _known(name: str, pages: dict[str, RulePage]) -> RulePage:
    if name in pages:
        return pages[name]
    raise UsageError(unknown_rule(name, pages))


def unknown_rule(name: str, known: Collection[str]) -> str:
    """What is to be said of a name that no rule has."""
    import difflib

    near = difflib.get_close_matches(name, known, n=1)
    hint = f"did you mean '{near[0]}'? " if near else ""
    return f"no rule is called '{name[:80]}'; {hint}`checker explain` lists them all"


def _list(page: Page, pages: tuple[RulePage, ...]) -> None:
    wide = max(len(rule.name) for rule in pages)
    for rule in pages:
        # `piece` would make one space of those that fill the column; a rule's name is our own text.
        label = [(rule.name.ljust(wide + 2), Ink.STRONG), piece(rule.level.value, _INKS[rule.level.value])]
        page.write([piece(rule.summary)], indent=wide + 11, label=label)


def _write(page: Page, rule: RulePage) -> None:
    page.write([piece(rule.name, Ink.STRONG), piece(f" ({rule.level.value})", _INKS[rule.level.value])])
    page.write([piece(rule.summary)], indent=2)
    for example, text in rule.paragraphs():
        page.blank()
        for line in text.splitlines() if example else [text]:
            for part in line.split("      ") if example else [line]:
                page.write([piece(part.strip())], indent=6 if example else 2)
    page.blank()
    page.write([piece(rule.level_sentence, Ink.FAINT)], indent=2)
    page.write([piece(rule.switch, Ink.FAINT)], indent=2)
