"""Files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
from itertools import count
from pathlib import Path
from typing import TextIO

from checker.errors import UsageError

_NUMBERS = count(1)


class WholeFile:
    """A text file that is written beside its place and moved there by `keep`; until then what stood there stays.

    What is no regular file (a pipe, /dev/stdout) is written as it is. Raises UsageError where that can't be done.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        # A link stays a link: what it leads to is replaced.
        self._target = Path(os.path.realpath(name))
        self._beside: Path | None = None
        if self._target.is_dir():
            raise UsageError(f"{name}: this is a folder; name a file to write")
        self._stream = self._open()

    def _open(self) -> TextIO:
        try:
            if self._target.exists() and not self._target.is_file():
                return self._target.open("w", encoding="utf-8", newline="\n")
            self._beside = self._target.with_name(f".checker-{os.getpid()}-{next(_NUMBERS)}.part")
            opened = os.open(self._beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
            if self._target.exists():
                self._beside.chmod(stat.S_IMODE(self._target.stat().st_mode))
        except OSError as error:
            raise self._trouble(error) from error
        return os.fdopen(opened, "w", encoding="utf-8", errors="backslashreplace", newline="\n")

    def write(self, text: str) -> None:
        """The next piece."""
        try:
            self._stream.write(text)
        except OSError as error:
            raise self._trouble(error) from error

    def keep(self) -> None:
        """The file is complete."""
        try:
            self._stream.close()
            if self._beside:
                self._beside.replace(self._target)
                self._beside = None
        except OSError as error:
            raise self._trouble(error) from error

    def drop(self) -> None:
        """Nothing is kept of a file that was not completed; after `keep` this does nothing."""
        with contextlib.suppress(OSError):  # what could not be written is given up anyhow
            self._stream.close()
        if self._beside:
            self._beside.unlink(missing_ok=True)

    def _trouble(self, error: OSError) -> UsageError:
        return UsageError(f"{self._name}: cannot be written: {error.strerror or error}")
