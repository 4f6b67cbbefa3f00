"""Work on pieces that numpy or Arrow does outside Python, by as many threads as there are cores."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Piece = TypeVar("Piece")
Done = TypeVar("Done")


def over_cores(work: Callable[[Piece], Done], pieces: Iterable[Piece]) -> list[Done]:
    """What comes of each piece, in their order; all pieces are taken from the iterable at once."""
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        return list(threads.map(work, pieces))
