"""Connections that go where the guard looked, and that can be ended from outside.

The seam is `_new_conn` of urllib3's connections: it is the only place where a name becomes an address, and TLS, the name in
it and the `Host` line take theirs from elsewhere, so they stay what they are.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import Any

from checker.fetch.guard import RefusedError, Target
from checker.fetch.network import Network, NoSuchHostError
from checker.fetch.ranges import as_address, is_public


class NeverConnectedError(OSError):
    """No address of the host could be connected to."""


class Fuse:
    """Shuts the connection when the time is over or somebody blows it; afterwards `blown` is true."""

    def __init__(self) -> None:
        self.blown = False
        self._sockets: list[socket.socket] = []
        self._lock = threading.Lock()

    def guard(self, connection: socket.socket) -> None:
        """Takes a copy of the socket, and shuts that: the handshake of TLS replaces the first."""
        with self._lock:
            self._sockets.append(connection.dup())
        if self.blown:
            self.blow()

    def blow(self) -> None:
        """May be called at any time and from any thread."""
        self.blown = True
        with self._lock:
            for connection in self._sockets:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """The request is over; the copies go."""
        with self._lock:
            while self._sockets:
                self._sockets.pop().close()


class Line:
    """Where the one connection of a request may go."""

    def __init__(self, target: Target, network: Network, seconds: float, fuse: Fuse) -> None:
        self._target, self._network, self._fuse = target, network, fuse
        self._end = network.now() + seconds

    @property
    def seconds(self) -> float:
        """What is left of the time."""
        return self._end - self._network.now()

    def open(self, host: str, port: int) -> socket.socket:
        """Looks the name up once, refuses if any answer is not public, and connects to one of these answers."""
        target = self._target
        if (host.strip("[]").rstrip(".").lower(), port) != (target.host, target.port):
            raise RefusedError("the address leads to two places, depending on who reads it")
        numeric = as_address(target.host)
        found = [target.host] if numeric else self._network.look_up_within(target.host, port, self.seconds)
        if not found:
            raise NoSuchHostError(target.host)
        for address in found:
            known = as_address(address)
            if not target.named and (known is None or not is_public(known)):
                raise RefusedError(f"{target.host} leads to {address}, which is not on the public internet")
        for number, address in enumerate(found, 1):
            last = number == len(
                found
            )  # one that swallows everything (IPv6 without a way there) must not take all the time
            try:
                seconds = max(self.seconds, 0.001) / (1 if last else 3)
                connection = self._network.connect(address, target.port, seconds)
            except OSError as error:
                if last and isinstance(error, TimeoutError):
                    raise
                continue
            self._fuse.guard(connection)
            return connection
        raise NeverConnectedError(target.host)


def pinned_adapter(line: Line) -> Any:
    """An adapter of requests whose connections are opened by `line`. The classes are made here: urllib3 is heavy."""
    from requests.adapters import HTTPAdapter
    from urllib3.connection import HTTPConnection, HTTPSConnection
    from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

    def opened(connection: HTTPConnection) -> socket.socket:
        made = line.open(connection._dns_host, connection.port or 0)
        made.settimeout(max(line.seconds, 0.001))
        return made

    class Plain(HTTPConnection):
        _new_conn = opened

    class Secure(HTTPSConnection):
        _new_conn = opened

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    class Adapter(HTTPAdapter):
        def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
            super().init_poolmanager(*args, **kwargs)
            self.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}

    return Adapter(pool_connections=1, pool_maxsize=1, max_retries=0)
