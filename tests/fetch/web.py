"""A web without a network: names and connections are answered here, over pairs of sockets, and every attempt is noted."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from checker.fetch.network import Network, NoSuchHostError

# Two addresses that the guard takes for public; nothing is ever sent there.
PUBLIC_A, PUBLIC_6 = "93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"
OK_HEADERS = {"Content-Type": "text/html; charset=utf-8"}
PAGE = "<html><title>A page</title><body><p>“We will keep the ferry”, said Ines Brandt on Monday in the hall.</p></body>".encode()


@dataclass(frozen=True)
class Request:
    """What came in: the path with its query, and the headers in small letters."""

    path: str
    headers: Mapping[str, str]
    url: str


Response = Iterable[bytes]
Site = Callable[[Request], Response]


def response(status: int = 200, headers: Mapping[str, str] | None = None, body: bytes = PAGE) -> Response:
    """A whole answer with its length, unless the headers say one."""
    lines = {"Content-Length": str(len(body)), **(OK_HEADERS if headers is None else headers)}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value != "-none-")
    yield f"HTTP/1.1 {status} So\r\n{head}\r\n".encode("latin-1") + body


def redirect(location: str, status: int = 302) -> Response:
    """As a host writes it: UTF-8 bytes."""
    yield f"HTTP/1.1 {status} So\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n".encode()


@dataclass
class Clock:
    """Time that passes by itself, and by being waited for."""

    skipped: float = 0.0
    waits: list[float] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def now(self) -> float:
        return time.monotonic() + self.skipped

    def sleep(self, seconds: float) -> None:
        with self.lock:
            self.waits.append(seconds)
            self.skipped += seconds


class Web:
    """`dns` gives a name its answers (the last stays); `site` answers requests (see `no_robots`)."""

    def __init__(self, site: Site | None = None, dns: Mapping[str, Sequence[Sequence[str]]] | None = None) -> None:
        self.site = site or no_robots(lambda request: response())
        self._dns = {name: list(answers) for name, answers in (dns or {}).items()}
        self._closed_dns = dns is not None
        self.clock = Clock()
        self.requests: list[Request] = []
        self.connections: list[tuple[str, int]] = []
        self.tls: ssl.SSLContext | None = None
        self.refuse_connections = 0
        self.silent = False
        self._lock = threading.Lock()

    def network(self) -> Network:
        return Network(look_up=self.look_up, connect=self.connect, now=self.clock.now, sleep=self.clock.sleep)

    @property
    def paths(self) -> list[str]:
        """What was asked for, robots.txt aside."""
        return [request.path for request in self.requests if request.path != "/robots.txt"]

    @property
    def forbidden(self) -> list[tuple[str, int]]:
        return [one for one in self.connections if one[0] not in (PUBLIC_A, PUBLIC_6)]

    def look_up(self, host: str, port: int) -> Sequence[str]:
        if not self._closed_dns:
            return [PUBLIC_A]
        with self._lock:
            answers = self._dns.get(host, self._dns.get(host + ".", [[]]))
            answer = answers.pop(0) if len(answers) > 1 else (answers[0] if answers else [])
        if not answer:
            raise NoSuchHostError(host)
        return answer

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        with self._lock:
            self.connections.append((address, port))
            if self.refuse_connections:
                self.refuse_connections -= 1
                raise ConnectionRefusedError
        ours, theirs = socket.socketpair()
        ours.settimeout(seconds)
        threading.Thread(target=self._serve, args=(theirs, port), daemon=True).start()
        return ours

    def _serve(self, connection: socket.socket, port: int) -> None:
        with contextlib.suppress(OSError), connection:
            if self.silent:
                while connection.recv(65_536):
                    pass
            if self.tls:
                connection = self.tls.wrap_socket(connection, server_side=True)
            request = _read_request(connection, "https" if self.tls else "http")
            with self._lock:
                self.requests.append(request)
            for chunk in self.site(request):
                connection.sendall(chunk)


def no_robots(site: Site) -> Site:
    """The site, where there is no robots.txt."""
    return lambda request: response(404) if request.path == "/robots.txt" else site(request)


def _read_request(connection: socket.socket, scheme: str) -> Request:
    raw = b""
    while b"\r\n\r\n" not in raw:
        chunk = connection.recv(65_536)
        if not chunk or (not raw and chunk[0] == 0x16):  # a handshake, where words were expected
            raise ConnectionResetError
        raw += chunk
    first, *lines = raw.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    path = first.split(" ")[1]
    return Request(path, headers, f"{scheme}://{headers.get('host', '')}{path}")


def slowly(chunks: Iterable[bytes], every: float) -> Iterator[bytes]:
    """Each byte by itself, with a pause."""
    for chunk in chunks:
        for byte in chunk:
            yield bytes((byte,))
            time.sleep(every)


def endless(first: bytes, more: bytes = b"A" * 65_536) -> Iterator[bytes]:
    """Goes on until the reader stops."""
    yield first
    while True:
        yield more
