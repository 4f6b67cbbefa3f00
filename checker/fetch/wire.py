"""One request and its answer, within its limits of time and size.

`timeout` of requests is not enough: each byte renews it. Here a timer shuts the connection down, headers and TLS included, and
the body is read as it comes, unpacked on the way and counted after.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.fetch.guard import RefusedError, Target
from checker.fetch.network import Network, NoSuchHostError
from checker.fetch.pinned import Fuse, Line, NeverConnectedError, pinned_adapter
from checker.fetch.unpack import PackedWrongError, Unpacker
from checker.model import Reason, Unavailable

if TYPE_CHECKING:
    import requests

_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host said to one request. The names of headers are in small letters; `body` is unpacked."""

    target: Target
    status: int
    headers: Mapping[str, str]
    body: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one request may take: seconds in all, and bytes after unpacking (`size` is told the headers first)."""

    seconds: float
    size: Callable[[Mapping[str, str]], int]
    cut: bool = False  # at the limit of size keep what came instead of refusing it
    told: float = 0.0  # the seconds to name to the reader: those of the whole trip


class UnansweredError(Exception):
    """No usable answer came; `again` tells whether a second try makes sense."""

    def __init__(self, reason: Reason, message: str, *, again: bool = False) -> None:
        super().__init__(message)
        self.unavailable = Unavailable(reason, message)
        self.again = again


def ask(
    session: requests.Session,
    target: Target,
    headers: Mapping[str, str],
    bounds: Bounds,
    network: Network,
    fuse: Fuse,
) -> Answer:
    """Sends one GET and reads its answer; redirects are answers too. Raises RefusedError or UnansweredError."""
    import requests
    from urllib3.exceptions import HTTPError

    line = Line(target, network, bounds.seconds, fuse)
    timer = threading.Timer(bounds.seconds, fuse.blow)
    timer.daemon = True
    timer.start()
    try:
        with _sent(session, target, headers, line) as response:
            answer = _read(response, target, bounds)
        if fuse.blown:  # a body without a length ends just so when its connection is shut
            raise TimeoutError
        return answer
    except (requests.RequestException, HTTPError, OSError, ValueError) as error:
        raise _told(error, target, bounds, fuse) from None
    finally:
        timer.cancel()
        fuse.close()


@contextlib.contextmanager
def _sent(
    session: requests.Session, target: Target, headers: Mapping[str, str], line: Line
) -> Iterator[requests.Response]:
    """The answer with its body still on the wire. Not by `Session.send`: that one reads all of a redirect's body."""
    import requests

    prepared = session.prepare_request(requests.Request("GET", target.url, headers=dict(headers)))
    prepared.url = target.url
    adapter = pinned_adapter(line)
    try:
        with adapter.send(prepared, stream=True, timeout=max(line.seconds, 0.001), verify=True) as response:
            requests.cookies.extract_cookies_to_jar(  # type: ignore[no-untyped-call]
                session.cookies, prepared, response.raw
            )
            yield response
    finally:
        adapter.close()


def _read(response: requests.Response, target: Target, bounds: Bounds) -> Answer:
    """The body, chunk by chunk as it comes, unpacked on the way and counted after."""
    headers = {name.lower(): value for name, value in response.headers.items()}
    if not 200 <= response.status_code < 300:  # what an error or a redirect says besides is nobody's words
        return Answer(target, response.status_code, headers)
    limit = bounds.size(headers)
    declared = headers.get("content-length", "")
    if declared.isdecimal() and int(declared[:20]) > limit and not bounds.cut:
        raise UnansweredError(Reason.TOO_LARGE, _too_large(limit))
    unpacker = Unpacker(headers.get("content-encoding", ""))
    body = bytearray()
    while chunk := response.raw.read1(_CHUNK, decode_content=False):
        for piece in unpacker.feed(chunk):
            body += piece
            if len(body) > limit:
                if bounds.cut:
                    return Answer(target, response.status_code, headers, bytes(body[:limit]))
                raise UnansweredError(Reason.TOO_LARGE, _too_large(limit))
    unpacker.finish()
    return Answer(target, response.status_code, headers, bytes(body))


def _too_large(limit: int) -> str:
    return f"it is larger than {limit / 1_048_576:.3g} MB, the limit that is set for such pages"


def _told(error: Exception, target: Target, bounds: Bounds, fuse: Fuse) -> Exception:
    """What went wrong, in the words of the reader; the library's own words hold addresses of memory and no advice."""
    import ssl

    causes = list(_chain(error))
    for cause in causes:
        if isinstance(cause, RefusedError | UnansweredError):
            return cause
    if any(isinstance(cause, NoSuchHostError) for cause in causes):
        return UnansweredError(Reason.NO_SUCH_HOST, f"the name {target.host} does not resolve")
    if fuse.blown or any(isinstance(cause, TimeoutError) for cause in causes):
        return UnansweredError(Reason.TOO_SLOW, f"{target.host} did not answer in full within {bounds.told:g} s")
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return UnansweredError(
            Reason.CERTIFICATE, f"{target.host} shows a certificate that is not its own, or no longer valid"
        )
    if isinstance(error, PackedWrongError):
        return UnansweredError(Reason.BROKEN, f"the answer of {target.host} cannot be unpacked: {error}")
    if any(isinstance(cause, ConnectionError | NeverConnectedError) for cause in causes):
        return UnansweredError(
            Reason.NO_CONNECTION, f"{target.host} cannot be reached, or it ended the connection", again=True
        )
    return UnansweredError(Reason.BROKEN, f"the answer of {target.host} is broken or incomplete", again=False)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, what it was raised from, and what those carry as arguments (urllib3 wraps in both ways)."""
    waiting: list[object] = [error]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, BaseException) and id(one) not in seen:
            seen.add(id(one))
            yield one
            waiting += [one.__cause__, one.__context__, getattr(one, "reason", None), *one.args]
