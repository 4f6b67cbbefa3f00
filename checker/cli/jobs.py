"""Articles checked by several processes, and their reports in the order of the articles."""

from __future__ import annotations

import argparse
from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    from checker.model import Report

# So many articles for each process are under way or wait to be printed: memory does not grow with their number.
_AHEAD = 2


class Checks(Protocol):
    """What makes a report of a path; it has to be the same for every process."""

    def report_on(self, path: str) -> Report: ...


def number_of_jobs(text: str) -> int:
    """The value of `--jobs`."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:6]) <= 256:
        raise argparse.ArgumentTypeError(f'a whole number from 1 to 256, not "{text}"')
    return int(text)


def reports_on(paths: Sequence[str], desk: Checks, jobs: int) -> Iterator[Report | Exception]:
    """For each path its report or what went wrong, in their order, as soon as it is its turn."""
    if jobs == 1 or len(paths) < 2:
        yield from (_made(path, desk) for path in paths)
        return
    from checker.cli.articles import STANDARD_INPUT

    with _pool(desk, min(jobs, len(paths))) as pool:
        waiting: deque[Future[Report] | str | Exception] = deque()
        try:
            for path in paths:
                # A second process has no standard input.
                waiting.append(path if path == STANDARD_INPUT else _given_to(pool, path))
                if len(waiting) > jobs * _AHEAD:
                    yield _got(waiting.popleft(), desk)
            while waiting:
                yield _got(waiting.popleft(), desk)
        finally:  # Ctrl-C, or a reader that stopped
            pool.shutdown(wait=False, cancel_futures=True)


def _made(path: str, desk: Checks) -> Report | Exception:
    try:
        return desk.report_on(path)
    except Exception as error:  # told in its turn, with whatever it was
        return error


def _given_to(pool: Executor, path: str) -> Future[Report] | Exception:
    """A pool of which a process was killed (memory) takes nothing any more; every article left says so."""
    try:
        return pool.submit(_in_a_process, path)
    except RuntimeError as error:
        return error


def _got(waiting: Future[Report] | str | Exception, desk: Checks) -> Report | Exception:
    if isinstance(waiting, str):
        return _made(waiting, desk)
    if isinstance(waiting, Exception):
        return waiting
    try:
        return waiting.result()
    except Exception as error:
        return error


def _pool(desk: Checks, jobs: int) -> Executor:
    """Where it can be had a copy of this process, which has the originals in memory already."""
    import multiprocessing
    import sys
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(desk,))


_desk_here: Checks | None = None


def _begin(desk: Checks) -> None:
    """Ctrl-C goes to all processes of a terminal; the first one decides what becomes of it."""
    import signal

    global _desk_here
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _desk_here = desk


def _in_a_process(path: str) -> Report:
    assert _desk_here is not None
    return _desk_here.report_on(path)
