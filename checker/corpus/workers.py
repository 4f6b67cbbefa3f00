"""Pieces read by several processes, a handful at a time, and their rows in the order of the input."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.corpus.reading import Same, read_piece
from checker.corpus.rows import Rows
from checker.corpus.sources import LeftOut, Piece
from checker.corpus.stored import Stored
from checker.outlets import Outlets

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

# What goes to a process at once: enough that handing over costs nothing beside reading, few enough that all have work.
_ARTICLES, _BYTES = 16, 1_000_000
# So many handfuls for each process are under way: memory does not grow with the number of articles.
_AHEAD = 3
# How often a process looks whether the one that gives it work is still there, in seconds.
_LOOK = 0.5


@dataclass(slots=True)
class Handful:
    """What became of some pieces: rows of the tables, and all that gave none. `reach` is that of the last of them."""

    articles: list[Rows] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    bugs: list[LeftOut] = field(default_factory=list)
    same: int = 0
    reach: int = 0


class Workers:
    """Used in a `with`. With one job everything is read in this process."""

    def __init__(self, jobs: int, stored: Stored) -> None:
        self._jobs, self._stored = jobs, stored
        self._pool = _pool(jobs, stored) if jobs > 1 else None

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def read(self, pieces: Iterable[Piece | LeftOut]) -> Iterator[Handful]:
        """Raises BrokenProcessPool where a process was killed (by want of memory, as a rule)."""
        if self._pool is None:
            outlets = Outlets.shipped()
            yield from (read_handful(some, outlets, self._stored) for some in _handfuls(pieces))
            return
        waiting: deque[Future[Handful]] = deque()
        for some in _handfuls(pieces):
            waiting.append(self._pool.submit(_in_a_process, some))
            if len(waiting) > self._jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def read_handful(pieces: list[Piece | LeftOut], outlets: Outlets, stored: Stored) -> Handful:
    """Every piece is read, whatever became of the one before."""
    handful = Handful()
    for piece in pieces:
        handful.reach = max(handful.reach, piece.reach)
        if isinstance(piece, LeftOut):
            handful.left_out.append(piece)
            continue
        try:
            got = read_piece(piece, outlets, stored)
        except Exception as error:  # told by name; one article must not stop a hundred thousand
            handful.bugs.append(LeftOut(piece.where, f"{type(error).__name__}: {error}"))
            continue
        _put(got, handful)
    return handful


def _put(got: Rows | Same | LeftOut, handful: Handful) -> None:
    if isinstance(got, LeftOut):
        handful.left_out.append(got)
    elif isinstance(got, Same):
        handful.same += 1
    else:
        handful.articles.append(got)


def _handfuls(pieces: Iterable[Piece | LeftOut]) -> Iterator[list[Piece | LeftOut]]:
    some: list[Piece | LeftOut] = []
    size = 0
    for piece in pieces:
        some.append(piece)
        size += len(piece.body or b"") if isinstance(piece, Piece) else 0
        if len(some) >= _ARTICLES or size >= _BYTES:
            yield some
            some, size = [], 0
    if some:
        yield some


def _pool(jobs: int, stored: Stored) -> Executor:
    """Its processes are started now, before the corpus is locked: none of them then holds the lock."""
    import multiprocessing
    import sys
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(stored, os.getpid()))
    pool.submit(os.getpid).result()
    return pool


_stored_here = Stored()


def _begin(stored: Stored, parent: int) -> None:
    """Ctrl-C goes to all processes of a terminal; the first one decides what becomes of it."""
    global _stored_here
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _stored_here = stored
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """Where the first process is killed outright, nobody tells the others to end."""
    never = threading.Event()
    while os.getppid() == parent:
        never.wait(_LOOK)
    os._exit(1)


def _in_a_process(pieces: list[Piece | LeftOut]) -> Handful:
    return read_handful(pieces, Outlets.shipped(), _stored_here)
