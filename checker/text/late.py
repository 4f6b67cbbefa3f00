"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re
from typing import AnyStr, Generic, cast


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """`re.compile`, put off until the pattern is first tried.

    A check of one article tries two thirds of all patterns, and to compile one takes up to 5 ms, more than it then takes
    to run it. A pattern that cannot be compiled fails in the test that tries it, and not when its module is imported.
    """
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))


class _Late(Generic[AnyStr]):
    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self._pattern: AnyStr = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Called for what is not there yet: the first time that a method of the pattern is asked for."""
        compiled = re.compile(self._pattern, self._flags)
        found: object = getattr(compiled, name)
        setattr(self, name, found)  # from now on as quick as the pattern's own
        return found
