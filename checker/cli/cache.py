"""`checker cache`: the folder in which fetched originals are kept."""

from __future__ import annotations

import argparse

from checker.cli.fetching import cache_of
from checker.cli.status import Status
from checker.cli.terminal import Terminal
from checker.errors import UsageError
from checker.settings import FetchSettings, settings_beside
from checker.settings.kinds import seconds_of

_EPILOG = """\
list   a line for each original: when it was fetched, how large it is, its address
prune  removes what is older than --max-age (or the setting fetch.max-age), what is broken, and what was left unfinished
path   prints the folder
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only for the parser of this command."""
    parser.epilog = _EPILOG
    parser.add_argument("action", choices=("list", "prune", "path"), metavar="list|prune|path")
    parser.add_argument("--max-age", metavar="AGE", help="as in 90s, 15m, 12h, 30d, 2w; only for prune")


def run(options: argparse.Namespace, terminal: Terminal) -> Status:
    """An empty cache, or none, is no error."""
    settings = settings_beside(None).fetch
    if options.max_age is not None and options.action != "prune":
        raise UsageError("--max-age belongs to `checker cache prune`")
    if options.action == "path":
        terminal.print(f"{cache_of(settings).folder.as_posix()}\n")
    elif options.action == "list":
        _list(settings, terminal)
    else:
        _prune(options, settings, terminal)
    return Status.CLEAN


def _list(settings: FetchSettings, terminal: Terminal) -> None:
    from checker.text.escape import for_terminal

    captures = [capture for _, capture in cache_of(settings).captures()]
    for capture in sorted(captures, key=lambda capture: (capture.url, capture.sha256)):
        terminal.print(f"{capture.fetched_at}  {capture.size:>9,}  {for_terminal(capture.url)}\n")


def _prune(options: argparse.Namespace, settings: FetchSettings, terminal: Terminal) -> None:
    try:
        max_age = settings.max_age if options.max_age is None else seconds_of(options.max_age)
    except ValueError as wrong:
        raise UsageError(f'--max-age must be {wrong}, not "{options.max_age}"') from None
    gone, size = cache_of(settings).prune(max_age=max_age)
    terminal.print(f"{gone} {'original' if gone == 1 else 'originals'} and {size:,} bytes removed\n")
