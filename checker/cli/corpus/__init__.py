"""`checker corpus`: many articles at once; an action a file.

To add an action, write `checker/cli/corpus/NAME.py` as a command is written, and give it a line in `ACTIONS`.
"""

from __future__ import annotations

import argparse
import importlib
from types import ModuleType

from checker.cli.status import Status
from checker.cli.terminal import Terminal
from checker.errors import UsageError

ACTIONS = {
    "build": "read articles into a corpus",
    "import": "take quotations that somebody else has extracted into a corpus",
    "group": "find out which quotations are the same words",
    "add": "bring a day's articles or quotations against what is stored",
    "show": "every place where words stand, and how the wording drifted",
    "outlets": "who carries whose words, who cites whom, and which outlets rest on one origin",
}
# Names that are words of Python get an underscore.
_MODULES = {"import": "import_"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only for the parser of this command."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, summary in ACTIONS.items():
        action = actions.add_parser(
            name,
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}.",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        _module(name).add_arguments(action)


def run(options: argparse.Namespace, terminal: Terminal) -> Status:
    """Raises UsageError where the libraries for it are not installed."""
    try:
        import duckdb  # noqa: F401
        import pyarrow  # noqa: F401
    except ImportError:
        raise UsageError('a corpus needs the extra "corpus": pip install "checker[corpus]"') from None
    status: Status = _module(options.action).run(options, terminal)
    return status


def _module(action: str) -> ModuleType:
    return importlib.import_module(f"checker.cli.corpus.{_MODULES.get(action, action)}")
