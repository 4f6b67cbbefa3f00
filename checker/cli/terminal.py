"""Standard output and error: UTF-8 whatever the locale, as wide as the terminal, in colour only where it is wanted."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

# Longer lines are hard to read; where no terminal says how wide it is, the same report must always come out.
_WIDEST = 120
_WIDTH_OF_A_FILE = 100
_UNKNOWN_WIDTH = 80


class StatusLine:
    """The last line of a terminal, written over again and again; nothing at all where standard error is none.

    What is under way stands first, and behind it what it waits for.
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream
        self._under_way, self._waits_for, self._is_shown = "", "", False

    def under_way(self, text: str) -> None:
        """What the program is at; nothing is waited for any more."""
        self._under_way, self._waits_for = text, ""
        self._show()

    def waits_for(self, text: str) -> None:
        """What that waits for now."""
        self._waits_for = text
        self._show()

    def clear(self) -> None:
        """Makes room for a line that stays."""
        if self.stream is not None and self._is_shown:
            self._write("\r\x1b[K")
        self._is_shown = False

    def _show(self) -> None:
        from checker.report.layout import cells
        from checker.text.escape import for_terminal

        parts = (self._under_way, self._waits_for)
        text = for_terminal(" · ".join(" ".join(part.split()) for part in parts if part))
        if self.stream is None or not text:
            return
        while cells(text) >= columns_of(self.stream):  # a line that is broken could not be written over
            text = text[:-1]
        self._write(f"\r\x1b[K{text}")
        self._is_shown = True

    def _write(self, text: str) -> None:
        assert self.stream is not None
        try:
            self.stream.write(text)
            self.stream.flush()
        except OSError:  # the terminal was closed
            self.stream = None


class Terminal:
    """Where results and complaints go."""

    # No dataclass: `dataclasses` takes 7 ms to load, and `checker --help` needs nothing else that loads it.
    def __init__(self, width: int, colour: bool, status: StatusLine | None = None) -> None:
        self.width, self.colour = width, colour
        self.status = status or StatusLine()

    @classmethod
    def of_this_process(cls) -> Terminal:
        """Looks at standard output once, and sets both streams to UTF-8 with plain newlines."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        on_a_terminal = sys.stdout.isatty()
        width = min(columns_of(sys.stdout), _WIDEST) if on_a_terminal else _WIDTH_OF_A_FILE
        dumb = os.environ.get("TERM") == "dumb"
        status = StatusLine(sys.stderr if sys.stderr.isatty() and not dumb else None)
        return cls(width, on_a_terminal and not dumb and not os.environ.get("NO_COLOR"), status)

    def print(self, text: str) -> None:
        """A result, at once. A reader that went away (`| head`) is no error: what follows goes nowhere."""
        self.status.clear()
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:
            _silence(sys.stdout)

    def complain(self, sentence: str) -> None:
        """Anything that is no result; `sentence` may hold foreign text."""
        from checker.text.escape import for_terminal

        self.status.clear()
        try:
            sys.stderr.write(f"checker: {for_terminal(sentence)}\n")
            sys.stderr.flush()
        except BrokenPipeError:
            _silence(sys.stderr)


def columns_of(terminal: TextIO) -> int:
    """How wide it is: as COLUMNS says, else as it says itself. `shutil` has this too, and takes 3 ms to load."""
    given = os.environ.get("COLUMNS", "")
    if given.isascii() and given.isdigit() and int(given[:6]) > 0:
        return int(given[:6])
    try:
        return os.get_terminal_size(terminal.fileno()).columns or _UNKNOWN_WIDTH
    except (OSError, ValueError):
        return _UNKNOWN_WIDTH


def _silence(stream: TextIO) -> None:
    """Points the stream at the null device, so that the flush at the end of the process does not complain again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
