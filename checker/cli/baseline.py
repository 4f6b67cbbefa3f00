"""`checker baseline`: accept the findings there are, so that a run fails on new ones only."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from checker.cli import report_bug
from checker.cli.baseline_file import DEFAULT, BaselineFile
from checker.cli.desk import Desk, add_source_arguments, expand
from checker.cli.silencing import Silencing
from checker.cli.status import Status, combined
from checker.cli.terminal import Terminal
from checker.errors import CheckerError
from checker.model import Level

if TYPE_CHECKING:
    from checker.report.baseline import Accepted

_EPILOG = """\
write   accepts what the articles show now: their lines in the file are replaced, those of other articles stay
check   tells what is new and what is accepted but no longer found; ends with 1 where something is new

examples:
  checker baseline write posts/*.md --captures originals --offline
  checker check posts/*.md --captures originals --offline --baseline checker-baseline.jsonl
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only for the parser of this command."""
    parser.usage = "checker baseline write|check [options] PATH ..."
    parser.epilog = _EPILOG
    add = parser.add_argument
    add("action", choices=("write", "check"), metavar="write|check", help="see below")
    add("paths", nargs="+", metavar="PATH", help="an article, or its address")
    add_source_arguments(parser)
    add("--baseline", default=DEFAULT, metavar="FILE", help=f"the file with the accepted findings; default: {DEFAULT}")
    add(
        "--fail-on",
        choices=[level.value for level in Level],
        default="warning",
        help="findings from this level on are accepted; default: warning",
    )


def run(options: argparse.Namespace, terminal: Terminal) -> Status:
    """Nothing is written where an article could not be read: its accepted findings would be lost."""
    baseline = BaselineFile(options.baseline)
    if options.action == "check" or baseline.exists():
        baseline.opened()
    found, asked, status = _found(options, baseline, terminal)
    known = frozenset(one for one in baseline.accepted if one.article in asked)
    if options.action == "write":
        if status is not Status.CLEAN:
            terminal.complain(f"{options.baseline} stays as it is, since not every article could be read")
            return status
        baseline.write((baseline.accepted - known) | found)
        changed = f"{len(found)} accepted, {len(found - known)} of them new; {len(known - found)} taken out"
        terminal.print(f"{options.baseline}: {changed}\n")
        return Status.CLEAN
    for label, findings in (("new", found - known), ("unused", known - found)):
        for one in sorted(findings):
            terminal.print(_line(label, one))
    return combined([status, Status.FINDINGS if found - known else Status.CLEAN])


def _found(
    options: argparse.Namespace, baseline: BaselineFile, terminal: Terminal
) -> tuple[frozenset[Accepted], set[str], Status]:
    """The findings of all articles, what the articles are called, and whether all could be read."""
    from checker.report.baseline import found_in

    paths = expand(options)
    silencing = Silencing.of(options, terminal)
    desk = Desk(options, terminal)
    found: set[Accepted] = set()
    asked: set[str] = set()
    statuses = []
    for path in paths:
        try:
            report = silencing.quiet(desk.report_on(path))
        except CheckerError as error:
            terminal.complain(str(error))
            statuses.append(Status.MISUSE)
        except Exception as error:  # one article must not stop the others
            statuses.append(report_bug(error, terminal))
        else:
            asked.add(baseline.calls(report.article))
            found |= found_in(report, baseline.calls(report.article), Level(options.fail_on))
    silencing.tell()
    return frozenset(found), asked, combined(statuses)


def _line(label: str, one: Accepted) -> str:
    from checker.text.escape import for_terminal

    return for_terminal(f"{label:<8}{one.article}  {one.rule}  “{one.words}”".replace("\n", " ")) + "\n"
