"""The command line: arguments, files, terminal and exit status; a command a file.

To add a command, write `checker/cli/NAME.py` with `add_arguments(parser)` and `run(options, terminal) -> Status`, and
give it a line in `COMMANDS`. Only the command that was asked for is imported, so that `checker --help` stays quick.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from checker.cli.status import Status
from checker.cli.terminal import Terminal, columns_of
from checker.errors import CheckerError

COMMANDS = {
    "check": "hold an article's quotations against their originals",
    "show": "show what one stage saw: blocks, quotations, citations or attributions",
    "capture": "record originals from the web into a folder",
    "cache": "list or clear the originals that were fetched",
    "compare": "hold quotations against originals given by hand; JSON lines in and out",
    "outlets": "find, show and list outlets: who they are, how others rate them, what was measured",
    "corpus": "many articles: who carries whose words, who had them first here, what rests on one origin",
    "ledger": "what was measured with check --ledger, outlet by outlet",
    "baseline": "accept the findings there are, so that only new ones count",
    "config": "print every setting and where it comes from",
    "explain": "say what a rule finds and what it cannot see; alone, list all rules",
}

_DESCRIPTION = "Holds a news article's quotations against their originals, word by word."
_EPILOG = """\
Results go to standard output, everything else to standard error.

exit status:
  0    nothing to report
  1    findings at or above --fail-on
  2    misuse: a wrong argument, or a file that cannot be opened
  3    incomplete: an original is named and could not be had
  4    a bug in this program
  130  interrupted
When several apply, the first of 4, 2, 1, 3 counts.

Try it:  checker check --demo
"""

# Before the youngest objects are looked through for garbage; Python's own 700 made a short run 4 % dearer, and 50,000
# small objects are about five megabytes.
_OBJECTS_BEFORE_A_LOOK = 50_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit status; wrong arguments raise SystemExit(2), as argparse does."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    terminal = Terminal.of_this_process()
    try:
        with _loading(whole_process=arguments is None):
            options = build_parser(words).parse_args(words)
            command = importlib.import_module(f"checker.cli.{options.command}")
        status: Status = command.run(options, terminal)
        if arguments is None:
            gc.freeze()  # the process ends here, and needs no last look through all that it made
    except KeyboardInterrupt:
        terminal.complain("interrupted")
        return Status.INTERRUPTED
    except CheckerError as error:
        terminal.complain(str(error))
        return Status.MISUSE
    except Exception as error:  # the last door: a bug gets a sentence too
        return report_bug(error, terminal)
    return status


@contextmanager
def _loading(*, whole_process: bool) -> Iterator[None]:
    """What is loaded stays to the end: to look through it for garbage, then and later, took a tenth of a short run.

    Nor does what an article makes leave much garbage, so it is looked for more rarely from then on.
    """
    if not whole_process:
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(_OBJECTS_BEFORE_A_LOOK)
        gc.enable()


class _Help(argparse.RawDescriptionHelpFormatter):
    """As wide as `argparse` would have it, which loads `shutil` and four packers to find out, for every argument's check."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=columns_of(sys.stdout) - 2)


def build_parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The command that `words` begin with; else, for the help and for what is wrong, all of them.

    Only a command that is mentioned gets its arguments (and costs its import).
    """
    parser = argparse.ArgumentParser(
        prog="checker",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=_Help,
        allow_abbrev=False,
    )
    # Read from the tables, so only where it is asked for.
    version = importlib.import_module("checker.cli.version_lines").version_lines() if "--version" in words else ""
    parser.add_argument("--version", action="version", version=version, help="the version, and how old its tables are")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in words[:1] if words and words[0] in COMMANDS else COMMANDS:
        summary = COMMANDS[name]
        command = commands.add_parser(
            name,
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}.",
            formatter_class=_Help,
            allow_abbrev=False,
        )
        if name in words:
            importlib.import_module(f"checker.cli.{name}").add_arguments(command)
    return parser


def report_bug(error: Exception, terminal: Terminal) -> Status:
    """One sentence for what nobody foresaw; CHECKER_TRACEBACK=1 shows where it happened."""
    if os.environ.get("CHECKER_TRACEBACK") == "1":
        import traceback

        traceback.print_exception(error)
    terminal.complain(
        f"this is a bug in checker, not in your article ({type(error).__name__}: {error}); please report it with "
        "the command, the file, and what the same command prints with CHECKER_TRACEBACK=1 in the environment"
    )
    return Status.BUG
