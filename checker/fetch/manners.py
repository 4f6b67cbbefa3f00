"""How often a host is asked: so many requests at a time, and a pause after each."""

from __future__ import annotations

import contextlib
import threading
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.fetch.network import Network


@dataclass(slots=True)
class _Door:
    """One host: how many may be inside, and from when the next may enter."""

    free: threading.Semaphore
    lock: threading.Lock = field(default_factory=threading.Lock)
    next_at: float | None = None


class Manners:
    """Shared by everything that asks hosts; safe to use from several threads."""

    def __init__(self, network: Network, *, pause: float, per_host: int) -> None:
        self._network, self._pause = network, pause
        self._doors: defaultdict[str, _Door] = defaultdict(lambda: _Door(threading.Semaphore(per_host)))
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Waits until this host may be asked, and starts the pause when the request is over."""
        with self._lock:
            door = self._doors[host]
        with door.free:
            with door.lock:  # whoever comes next waits for whoever waits
                if door.next_at is not None:
                    while (early := door.next_at - self._network.now()) > 0 and not self._network.stopped.is_set():
                        self._network.wait(early)
                door.next_at = self._network.now() + self._pause
            try:
                yield
            finally:
                with door.lock:
                    door.next_at = self._network.now() + self._pause
