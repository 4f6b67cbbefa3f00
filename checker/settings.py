"""Settings of a project: `[tool.checker]` of a `pyproject.toml`, or a `checker.toml`, nearest above the first article.

A new setting is a field of `FetchSettings` or `OutletSettings` and a line in `_KINDS`; nothing else names it. What is wrong in
a file is a SettingsError that begins with file:line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from checker.errors import SettingsError

# Where each default comes from: the largest of 1,428 news pages has 2.2 MB; 15 s and 5 hops are what a person waits for.
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How pages are fetched: the table `fetch`.

    `contact` (an address for whoever runs a host) goes into the user agent. `seconds` is the time for one page in all,
    without the waiting that `pause` asks for. `links` is how many linked pages of one article are fetched.
    """

    contact: str | None = None
    allow_host: tuple[str, ...] = ()
    html_bytes: int = 5 * _MEGABYTE
    pdf_bytes: int = 20 * _MEGABYTE
    seconds: float = 15.0
    hops: int = 5
    links: int = 50
    pause: float = 1.0
    per_host: int = 1
    cache: Path | None = None
    max_age: float | None = None  # seconds


@dataclass(frozen=True, slots=True)
class OutletSettings:
    """Outlets and ratings of one's own, and from where on a rating counts as low: the table `outlets`."""

    file: Path | None = None
    ratings: Path | None = None
    low: float | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting; `found` tells for those that a file sets where it does ("checker.toml:3"), by dotted key."""

    fetch: FetchSettings = field(default_factory=FetchSettings)
    outlets: OutletSettings = field(default_factory=OutletSettings)
    found: Mapping[str, str] = field(default_factory=dict)


class _WrongError(ValueError):
    """What a value must be, as the end of "must be …"."""


def load_settings(start: Path) -> Settings:
    """The settings that hold for what lies in the folder `start`; the defaults where no file says otherwise."""
    for folder in (start.resolve(), *start.resolve().parents):
        for name in ("checker.toml", "pyproject.toml"):
            path = folder / name
            if path.is_file():
                source = _read(path)
                if source is not None:
                    return _settings(source)
    return Settings()


def settings_beside(article: str | None) -> Settings:
    """Those of the folder in which an article lies; of the working folder for standard input and for an address."""
    aside = article is None or article == "-" or article.startswith(("http://", "https://"))
    return load_settings(Path.cwd() if aside else Path(article or ".").parent)


def seconds_of(text: str) -> float:
    """A length of time as people write it: "90s", "15m", "12h", "30d", "2w"; raises ValueError.

    >>> seconds_of("2d")
    172800.0
    """
    match = re.fullmatch(r"([0-9]{1,6})\s?([smhdw])", text.strip().lower())
    if not match:
        raise ValueError('a number with s, m, h, d or w, as in "30d"')
    return float(match[1]) * {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}[match[2]]


@dataclass(frozen=True, slots=True)
class _Source:
    """One file: its name as it is printed, its text, and the table that is ours."""

    path: Path
    text: str
    table: Mapping[str, object]
    prefix: tuple[str, ...]  # what stands before our keys in the headers of the file

    def at(self, keys: tuple[str, ...]) -> str:
        """file:line of a key, or of the nearest thing above it that can be found."""
        return f"{self.path.as_posix()}:{_line_of(self.text, (*self.prefix, *keys))}"


def _read(path: Path) -> _Source | None:
    """None for a pyproject.toml without our table; one that is broken elsewhere is for others to complain about."""
    import tomllib

    own = path.name == "checker.toml"
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        if not own:
            return None
        raise SettingsError(f"{path.as_posix()}: these settings cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        if not own:
            return None
        raise SettingsError(f"{path.as_posix()}:1: it is not UTF-8; save it as UTF-8") from None
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        if not own and "tool.checker" not in text:
            return None
        line = re.search(r"at line (\d+)", str(error))
        why = re.sub(r" ?\(at .*\)$", "", str(error))
        raise SettingsError(f"{path.as_posix()}:{line[1] if line else 1}: it is not TOML: {why}; mend it") from None
    if own:
        return _Source(path, text, values, ())
    tool = values.get("tool")
    table = tool.get("checker") if isinstance(tool, dict) else None
    if table is None:
        return None
    source = _Source(path, text, table if isinstance(table, dict) else {}, ("tool", "checker"))
    if not isinstance(table, dict):
        raise SettingsError(f'{source.at(())}: "tool.checker" must be a table; write [tool.checker] above its keys')
    return source


def _settings(source: _Source) -> Settings:
    found: dict[str, str] = {}
    values: dict[str, dict[str, object]] = {table: {} for table in _TABLES}
    for keys, value in _leaves(source):
        name = ".".join(keys)
        try:
            values[keys[0]][keys[-1].replace("-", "_")] = _KINDS[name](value, source.path.parent)
        except _WrongError as wrong:
            raise SettingsError(f'{source.at(keys)}: "{name}" must be {wrong}') from None
        found[name] = source.at(keys)
    fetch = replace(FetchSettings(), **values["fetch"])  # type: ignore[arg-type]
    outlets = replace(OutletSettings(), **values["outlets"])  # type: ignore[arg-type]
    return Settings(fetch=fetch, outlets=outlets, found=found)


def _leaves(source: _Source) -> Iterator[tuple[tuple[str, ...], object]]:
    """Every key that is set; a key or a table that is not known raises."""
    for name, value in source.table.items():
        if name not in _TABLES:
            raise _unknown(source, (name,), [*_TABLES, *_KINDS])
        if not isinstance(value, dict):
            raise SettingsError(f'{source.at((name,))}: "{name}" must be a table with keys of its own')
        for key, inner in value.items():
            if f"{name}.{key}" not in _KINDS:
                raise _unknown(source, (name, key), list(_KINDS))
            yield (name, key), inner


def _unknown(source: _Source, keys: tuple[str, ...], known: list[str]) -> SettingsError:
    from difflib import get_close_matches

    name = ".".join(keys)
    last = {one.rpartition(".")[2]: one for one in known}
    near = get_close_matches(name, known, 1, 0.7) or [last[one] for one in get_close_matches(keys[-1], last, 1, 0.6)]
    hint = f'; did you mean "{near[0]}"?' if near else f"; there are {', '.join(sorted(known))}"
    return SettingsError(f'{source.at(keys)}: no setting is called "{name[:80]}"{hint}')


def _text(value: object, folder: Path) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _WrongError('a text in quotation marks, as in "desk@paper.example"')
    if not value.isprintable() or not value.isascii():  # it becomes a line of a request
        raise _WrongError("one line of plain letters and signs (ASCII)")
    return value.strip()


def _texts(value: object, folder: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise _WrongError('a list of host names, as in ["archive.paper.example"]')
    if wrong := next((one for one in value if re.search(r"[/*\s]", one)), None):
        raise _WrongError(f'a list of host names, each in full; "{wrong[:80]}" is a range, a pattern or an address')
    return tuple(value)


def _whole(least: int) -> Callable[[object, Path], int]:
    def kind(value: object, folder: Path) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            raise _WrongError(f"a whole number, {least} or more")
        return value

    return kind


def _number(least: float) -> Callable[[object, Path], float]:
    def kind(value: object, folder: Path) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value < 1e6:
            raise _WrongError(f"a number of seconds, {least:g} or more")
        return float(value)

    return kind


def _folder(value: object, folder: Path) -> Path:
    if not isinstance(value, str) or not value or "\0" in value:
        raise _WrongError("the name of a folder; a relative one begins where the settings lie")
    return folder / Path(value).expanduser()


def _file(value: object, folder: Path) -> Path:
    if not isinstance(value, str) or not value or "\0" in value:
        raise _WrongError("the name of a file; a relative one begins where the settings lie")
    return folder / Path(value).expanduser()


def _share(value: object, folder: Path) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise _WrongError("a number from 0 to 1")
    return float(value)


def _age(value: object, folder: Path) -> float:
    try:
        return seconds_of(value if isinstance(value, str) else "")
    except ValueError as wrong:
        raise _WrongError(str(wrong)) from None


_KINDS: Mapping[str, Callable[[object, Path], object]] = {
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
}
_TABLES = tuple(dict.fromkeys(name.partition(".")[0] for name in _KINDS))


def _line_of(text: str, keys: tuple[str, ...]) -> int:
    """The line on which a dotted key is set, however it is split between header and key; else that of its table.

    tomllib keeps no places, hence a look of our own at the lines. It may be taken in by a text of several lines.
    """
    table: tuple[str, ...] = ()
    deepest, found = 0, 1
    for number, line in enumerate(text.split("\n"), 1):
        header = re.match(r"\s*\[\[?\s*([^\]\n]{1,200}?)\s*\]", line)
        if header:
            name = table = _dotted(header[1])
        elif match := re.match(r"\s*([\w.\"' -]{1,200}?)\s*=", line):
            name = (*table, *_dotted(match[1]))
        else:
            continue
        if keys[: len(name)] == name and len(name) > deepest:
            deepest, found = len(name), number
    return found


def _dotted(name: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in name.split("."))
