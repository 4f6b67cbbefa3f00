"""How far a run over many articles is: a line on the terminal, and nothing where standard error is piped."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence

from checker.cli.terminal import Terminal
from checker.model import Report


class Progress:
    """Counts the articles that are done; of a single one there is nothing to count."""

    def __init__(
        self,
        paths: Sequence[str],
        terminal: Terminal,
        *,
        quiet: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._paths, self._status, self._clock = paths, terminal.status, clock
        self._is_shown = len(paths) > 1 and terminal.status.stream is not None and not quiet
        self._began = clock()

    def over(self, reports: Iterator[Report | Exception]) -> Iterator[Report | Exception]:
        """The same reports; the line says before each one how far it is."""
        if not self._is_shown:
            yield from reports
            return
        try:
            for done in range(len(self._paths) + 1):
                self._tell(done)
                got = next(reports, None)
                if got is None:
                    break
                yield got
        finally:
            self._status.under_way("")
            self._status.clear()

    def _tell(self, done: int) -> None:
        if done == len(self._paths):
            return
        seconds = self._clock() - self._began
        rate = f"{done / seconds:.1f} a second · " if done and seconds > 0 else ""
        self._status.under_way(f"{done} of {len(self._paths)} articles · {rate}{self._paths[done]}")
