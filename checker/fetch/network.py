"""The three things of the machine that fetching needs: the look-up of a name, a connection, and the clock.

They stand together in one value, so that a test (or a programmer who has a resolver of their own) can put others there.
"""

from __future__ import annotations

import queue
import socket
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

# How long it may take until somebody who waits for a look-up sees that everything is stopped.
_GLANCE = 0.1


class NoSuchHostError(OSError):
    """The name does not resolve."""


def look_up(host: str, port: int) -> tuple[str, ...]:
    """Every address that the system knows for a name, in the system's order; raises NoSuchHostError."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NoSuchHostError(str(error)) from None
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def connect(address: str, port: int, seconds: float) -> socket.socket:
    """A connection to a numeric address, which is not looked up again."""
    return socket.create_connection((address, port), seconds)


@dataclass(frozen=True, slots=True)
class Network:
    """How names, connections and waiting are done; `now` counts seconds from anywhere.

    Once `stopped` is set nobody waits any more, and whoever asks next is told so.
    """

    look_up: Callable[[str, int], Sequence[str]] = look_up
    connect: Callable[[str, int, float], socket.socket] = connect
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] | None = None
    stopped: threading.Event = field(default_factory=threading.Event)

    def wait(self, seconds: float) -> None:
        """Returns early when everything is stopped."""
        (self.sleep or self.stopped.wait)(seconds)

    def look_up_within(self, host: str, port: int, seconds: float) -> tuple[str, ...]:
        """`look_up` in a thread of its own: nothing ends a look-up of the system, so a slow one is left behind."""
        answer: queue.SimpleQueue[Sequence[str] | Exception] = queue.SimpleQueue()

        def ask() -> None:
            try:
                answer.put(self.look_up(host, port))
            except Exception as error:  # whatever it is, it belongs to whoever asked
                answer.put(error)

        threading.Thread(target=ask, name=f"look-up of {host}", daemon=True).start()
        end = time.monotonic() + max(seconds, _GLANCE)
        while not self.stopped.is_set() and time.monotonic() < end:
            try:
                found = answer.get(timeout=_GLANCE)
            except queue.Empty:
                continue
            if isinstance(found, Exception):
                raise found
            return tuple(found)
        raise TimeoutError(f"the name {host} was not looked up in time")
