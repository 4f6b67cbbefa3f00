"""Standard output and error: UTF-8 whatever the locale, as wide as the terminal, in colour only where it is wanted."""

from __future__ import annotations

import io
import os
import shutil
import sys
from dataclasses import dataclass
from typing import TextIO

# Longer lines are hard to read; where no terminal says how wide it is, the same report must always come out.
_WIDEST = 120
_WIDTH_OF_A_FILE = 100


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where results and complaints go."""

    width: int
    colour: bool

    @classmethod
    def of_this_process(cls) -> Terminal:
        """Looks at standard output once, and sets both streams to UTF-8 with plain newlines."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        on_a_terminal = sys.stdout.isatty()
        width = min(shutil.get_terminal_size().columns, _WIDEST) if on_a_terminal else _WIDTH_OF_A_FILE
        plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
        return cls(width=width, colour=on_a_terminal and not plain)

    def print(self, text: str) -> None:
        """A result, at once. A reader that went away (`| head`) is no error: what follows goes nowhere."""
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:
            _silence(sys.stdout)

    def complain(self, sentence: str) -> None:
        """Anything that is no result; `sentence` may hold foreign text."""
        from checker.text.escape import for_terminal

        try:
            sys.stderr.write(f"checker: {for_terminal(sentence)}\n")
            sys.stderr.flush()
        except BrokenPipeError:
            _silence(sys.stderr)


def _silence(stream: TextIO) -> None:
    """Points the stream at the null device, so that the flush at the end of the process does not complain again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
