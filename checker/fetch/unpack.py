"""A packed body unpacked while it comes, never more at once than somebody asked for.

The two codings that are asked for, gzip and deflate, one at a time: 662 bytes packed twice unpack to 300 MB. What was not
asked for is an error and not, as in requests, packed bytes handed on as text.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

_PIECE = 65_536


class PackedWrongError(ValueError):
    """The body is not what its headers say, as a clause."""


class Unpacker:
    """`feed` it chunks, then `finish` it; `coding` is the header's value."""

    def __init__(self, coding: str) -> None:
        self._coding = coding.strip().lower().removeprefix("x-")
        if self._coding not in ("", "identity", "gzip", "deflate"):
            raise PackedWrongError(f'it is packed as "{self._coding[:40]}", which was not asked for')
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 32) if self._packed else None  # 32: gzip or zlib
        self._began = False

    @property
    def _packed(self) -> bool:
        return self._coding in ("gzip", "deflate")

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """The chunk unpacked, in pieces of 64 kB at most."""
        if self._inflate is None:
            yield chunk
            return
        piece = b""
        while chunk or len(piece) == _PIECE:  # a full piece may not be all that a consumed chunk holds
            if self._inflate.eof:  # gzip may hold several members; what follows the last is left alone
                if chunk[:2] != b"\x1f\x8b":
                    return
                self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 32)
            piece = self._unpacked(chunk)
            chunk = self._inflate.unused_data or self._inflate.unconsumed_tail
            if piece:
                yield piece

    def finish(self) -> None:
        """No chunk follows; raises PackedWrongError when the end is missing."""
        if self._inflate is not None and self._began and not self._inflate.eof:
            raise PackedWrongError("its end is missing")

    def _unpacked(self, chunk: bytes) -> bytes:
        assert self._inflate is not None
        try:
            piece = self._inflate.decompress(chunk, _PIECE)
        except zlib.error:
            if self._began or self._coding != "deflate":
                raise PackedWrongError(f"it says {self._coding} and is not") from None
            self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)  # many servers leave the two bytes of zlib out
            try:
                piece = self._inflate.decompress(chunk, _PIECE)
            except zlib.error:
                raise PackedWrongError(f"it says {self._coding} and is not") from None
        self._began = True
        return piece
