"""Settings of a project: `[tool.checker]` of a `pyproject.toml`, or a `checker.toml`, nearest above the first article.

A new setting is a field of `FetchSettings` or `OutletSettings`, a line in `kinds.KINDS` and one in the schema beside this file;
nothing else names it. What is wrong in a file is a SettingsError that begins with file:line. The names of rules are checked
by the command, which knows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from checker.errors import SettingsError
from checker.settings.kinds import KINDS, WrongValueError
from checker.settings.lines import line_of, line_of_entry
from checker.settings.silence import LEVELS, Ignore, WrongEntryError, ignore_of

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
    """Every setting; `found` tells for those that a file sets where it does ("checker.toml:3"), by dotted key.

    `rules` has the level (or "off") of every rule that the table `rules` names, `ignores` the entries `[[ignore]]`, whose
    articles are called by their path from `folder`, in which the file lies.
    """

    fetch: FetchSettings = field(default_factory=FetchSettings)
    outlets: OutletSettings = field(default_factory=OutletSettings)
    rules: Mapping[str, str] = field(default_factory=dict)
    ignores: tuple[Ignore, ...] = ()
    found: Mapping[str, str] = field(default_factory=dict)
    folder: Path | None = None


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


_TABLES = tuple(dict.fromkeys(name.partition(".")[0] for name in KINDS))


@dataclass(frozen=True, slots=True)
class _Source:
    """One file: its name as it is printed, its text, and the table that is ours."""

    path: Path
    text: str
    table: Mapping[str, object]
    prefix: tuple[str, ...]  # what stands before our keys in the headers of the file

    def at(self, keys: tuple[str, ...]) -> str:
        """file:line of a key, or of the nearest thing above it that can be found."""
        return f"{self.path.as_posix()}:{line_of(self.text, (*self.prefix, *keys))}"

    def at_entry(self, table: str, number: int) -> str:
        """file:line of an entry of an array of tables."""
        return f"{self.path.as_posix()}:{line_of_entry(self.text, (*self.prefix, table), number)}"


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
            values[keys[0]][keys[-1].replace("-", "_")] = KINDS[name](value, source.path.parent)
        except WrongValueError as wrong:
            raise SettingsError(f'{source.at(keys)}: "{name}" must be {wrong}') from None
        found[name] = source.at(keys)
    fetch = replace(FetchSettings(), **values["fetch"])  # type: ignore[arg-type]
    outlets = replace(OutletSettings(), **values["outlets"])  # type: ignore[arg-type]
    rules = _rules(source, found)
    return Settings(fetch, outlets, rules, _ignores(source), found, source.path.parent)


def _rules(source: _Source, found: dict[str, str]) -> dict[str, str]:
    """The table `rules`: a level for each rule named."""
    table = source.table.get("rules", {})
    if not isinstance(table, dict):
        raise SettingsError(f'{source.at(("rules",))}: "rules" must be a table with a level for each rule')
    for name, level in table.items():
        where = source.at(("rules", name))
        if level not in LEVELS:
            raise SettingsError(f'{where}: "rules.{name[:80]}" must be one of {", ".join(LEVELS)}')
        found[f"rules.{name}"] = where
    return dict(table)


def _ignores(source: _Source) -> tuple[Ignore, ...]:
    entries = source.table.get("ignore", [])
    if not isinstance(entries, list):
        raise SettingsError(f'{source.at(("ignore",))}: "ignore" is a list; write [[ignore]] above each entry')
    made = []
    for number, entry in enumerate(entries):
        where = source.at_entry("ignore", number)
        try:
            made.append(ignore_of(entry, where))
        except WrongEntryError as wrong:
            raise SettingsError(f"{where}: an [[ignore]] entry {wrong}") from None
    return tuple(made)


def _leaves(source: _Source) -> Iterator[tuple[tuple[str, ...], object]]:
    """Every key that is set; a key or a table that is not known raises."""
    for name, value in source.table.items():
        if name in ("rules", "ignore"):  # shaped otherwise: `_rules`, `_ignores`
            continue
        if name not in _TABLES:
            raise _unknown(source, (name,), [*_TABLES, "rules", "ignore", *KINDS])
        if not isinstance(value, dict):
            raise SettingsError(f'{source.at((name,))}: "{name}" must be a table with keys of its own')
        for key, inner in value.items():
            if f"{name}.{key}" not in KINDS:
                raise _unknown(source, (name, key), list(KINDS))
            yield (name, key), inner


def _unknown(source: _Source, keys: tuple[str, ...], known: list[str]) -> SettingsError:
    from difflib import get_close_matches

    name = ".".join(keys)
    last = {one.rpartition(".")[2]: one for one in known}
    near = get_close_matches(name, known, 1, 0.7) or [last[one] for one in get_close_matches(keys[-1], last, 1, 0.6)]
    hint = f'; did you mean "{near[0]}"?' if near else f"; there are {', '.join(sorted(known))}"
    return SettingsError(f'{source.at(keys)}: no setting is called "{name[:80]}"{hint}')
