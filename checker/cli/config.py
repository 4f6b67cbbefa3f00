"""`checker config`: every setting that holds for an article, and where it comes from."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from checker.cli.silencing import checked
from checker.cli.status import Status
from checker.cli.terminal import Terminal
from checker.errors import UsageError
from checker.settings import Settings, load_settings, settings_beside

_EPILOG = """\
examples:
  checker config
  checker config posts/article.md
"""
_DEFAULT = "unless set"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only for the parser of this command."""
    parser.epilog = _EPILOG
    parser.add_argument(
        "path", nargs="?", metavar="PATH", help="an article, or a folder; the working folder unless given"
    )


def run(options: argparse.Namespace, terminal: Terminal) -> Status:
    """One line for each value: its name, what it is, and the file and line, or "unless set"."""
    from checker.text.escape import for_terminal

    settings = checked(_settings_of(options.path))
    is_article = options.path is not None and Path(options.path).is_file()
    rows = [*_values(settings), *_rules(settings, Path(options.path) if is_article else None), *_entries(settings)]
    names, values = (max(len(row[column]) for row in rows) for column in (0, 1))
    for name, value, where in rows:
        # A long value must not push the places of all others out of sight.
        terminal.print(for_terminal(f"{name:<{names}}  {value:<{min(values, 40)}}  {where}") + "\n")
    return Status.CLEAN


def _settings_of(path: str | None) -> Settings:
    if path is None or path.startswith(("http://", "https://")):
        return settings_beside(path)
    if not Path(path).exists():
        raise UsageError(f"{path}: there is no such file or folder; check the spelling")
    return load_settings(Path(path)) if Path(path).is_dir() else settings_beside(path)


def _values(settings: Settings) -> Iterator[tuple[str, str, str]]:
    for table, values in (("fetch", settings.fetch), ("outlets", settings.outlets), ("corpus", settings.corpus)):
        for key, value in values._asdict().items():
            name = f"{table}.{key.replace('_', '-')}"
            yield name, _shown(name, value, settings), settings.found.get(name, _DEFAULT)


def _rules(settings: Settings, article: Path | None) -> Iterator[tuple[str, str, str]]:
    """For an article the levels that hold in it; else those for all, and then those for some articles."""
    from checker.cli.explain import rule_pages

    levels = settings.levels(settings.named(article)) if article else {}
    for page in rule_pages():
        name = f"rules.{page.name}"
        level, key = levels.get(page.name, (settings.rules.get(page.name, page.level.value), name))
        yield name, f'"{level}"', settings.found.get(key, _DEFAULT)
    for one in settings.file_rules if article is None else ():
        for rule, level in one.levels.items():
            yield one.key(rule), f'"{level}"', settings.found[one.key(rule)]


def _entries(settings: Settings) -> Iterator[tuple[str, str, str]]:
    for entry in settings.ignores:
        until = f", until {entry.until}" if entry.until else ""
        yield "ignore", f"{entry.told()}{until}: {entry.reason}", entry.where


def _shown(name: str, value: object, settings: Settings) -> str:
    """As it would be written in the file; "none" for what is not there."""
    if name == "fetch.cache":
        from checker.fetch.fetcher import cache_folder

        value = cache_folder(settings.fetch)
    if value is None:
        return "none"
    if name == "fetch.max-age" and isinstance(value, float):
        return f'"{_age(value)}"'
    if isinstance(value, tuple):
        return f"[{', '.join(_quoted(one) for one in value)}]"
    return f"{value:g}" if isinstance(value, float) else str(value) if isinstance(value, int) else _quoted(value)


def _quoted(value: object) -> str:
    return f'"{value.as_posix() if isinstance(value, Path) else value}"'


def _age(seconds: float) -> str:
    """The length of time in the largest unit that has it whole."""
    units = ((604_800, "w"), (86_400, "d"), (3600, "h"), (60, "m"))
    unit, letter = next(((size, letter) for size, letter in units if seconds and seconds % size == 0), (1, "s"))
    return f"{seconds / unit:.0f}{letter}"
