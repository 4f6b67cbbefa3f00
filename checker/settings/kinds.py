"""What each key of the settings takes: a check and a conversion for every kind of value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path


class WrongValueError(ValueError):
    """What a value must be, as the end of "must be …"."""


def seconds_of(text: str) -> float:
    """A length of time as people write it: "90s", "15m", "12h", "30d", "2w"; raises ValueError.

    >>> seconds_of("2d")
    172800.0
    """
    match = re.fullmatch(r"([0-9]{1,6})\s?([smhdw])", text.strip().lower())
    if not match:
        raise ValueError('a number with s, m, h, d or w, as in "30d"')
    return float(match[1]) * {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}[match[2]]


def _text(value: object, folder: Path) -> str:
    if not isinstance(value, str) or not value.strip():
        raise WrongValueError('a text in quotation marks, as in "desk@paper.example"')
    if not value.isprintable() or not value.isascii():  # it becomes a line of a request
        raise WrongValueError("one line of plain letters and signs (ASCII)")
    return value.strip()


def _texts(value: object, folder: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise WrongValueError('a list of host names, as in ["archive.paper.example"]')
    if wrong := next((one for one in value if re.search(r"[/*\s]", one)), None):
        raise WrongValueError(f'a list of host names, each in full; "{wrong[:80]}" is a range, a pattern or an address')
    return tuple(value)


def _whole(least: int) -> Callable[[object, Path], int]:
    def kind(value: object, folder: Path) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            raise WrongValueError(f"a whole number, {least} or more")
        return value

    return kind


def _number(least: float) -> Callable[[object, Path], float]:
    def kind(value: object, folder: Path) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value < 1e6:
            raise WrongValueError(f"a number of seconds, {least:g} or more")
        return float(value)

    return kind


def _folder(value: object, folder: Path) -> Path:
    if not isinstance(value, str) or not value or "\0" in value:
        raise WrongValueError("the name of a folder; a relative one begins where the settings lie")
    return folder / Path(value).expanduser()


def _file(value: object, folder: Path) -> Path:
    if not isinstance(value, str) or not value or "\0" in value:
        raise WrongValueError("the name of a file; a relative one begins where the settings lie")
    return folder / Path(value).expanduser()


def _share(value: object, folder: Path) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise WrongValueError("a number from 0 to 1")
    return float(value)


def _age(value: object, folder: Path) -> float:
    try:
        return seconds_of(value if isinstance(value, str) else "")
    except ValueError as wrong:
        raise WrongValueError(str(wrong)) from None


def _memory(value: object, folder: Path) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[1-9][0-9]{0,5}(\.[0-9])? ?[MGT]i?B", value):
        raise WrongValueError('a size in quotation marks with MB, GB or TB, as in "4GB"')
    return value


KINDS: Mapping[str, Callable[[object, Path], object]] = {
    "fetch.contact": _text,
    "fetch.allow-host": _texts,
    "fetch.html-bytes": _whole(1),
    "fetch.pdf-bytes": _whole(1),
    "fetch.seconds": _number(0.1),
    "fetch.hops": _whole(0),
    "fetch.links": _whole(0),
    "fetch.pause": _number(0),
    "fetch.per-host": _whole(1),
    "fetch.cache": _folder,
    "fetch.max-age": _age,
    "outlets.file": _file,
    "outlets.ratings": _file,
    "outlets.low": _share,
    "corpus.memory": _memory,
    "corpus.spill": _folder,
}
