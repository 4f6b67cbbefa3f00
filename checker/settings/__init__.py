"""Settings of a project: `[tool.checker]` of a `pyproject.toml`, or a `checker.toml`, nearest above the first article.

A new setting is a field of `FetchSettings` or `OutletSettings`, a line in `kinds.KINDS` and one in the schema beside this file;
nothing else names it. What is wrong in a file is a SettingsError that begins with file:line. The names of rules are checked
by the command, which knows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from checker.errors import SettingsError
from checker.settings.kinds import KINDS, WrongValueError
from checker.settings.levels import PER_FILE, FileRules, WrongLevelError, fits, levels_of
from checker.settings.lines import line_of, line_of_entry
from checker.settings.silence import Ignore, WrongEntryError, ignore_of

# Where each default comes from: the largest of 1,428 news pages has 2.2 MB; 15 s and 5 hops are what a person waits for.
_MEGABYTE = 1024 * 1024


class FetchSettings(NamedTuple):
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


class OutletSettings(NamedTuple):
    """Outlets and ratings of one's own, and from where on a rating counts as low: the table `outlets`."""

    file: Path | None = None
    ratings: Path | None = None
    low: float | None = None


class CorpusSettings(NamedTuple):
    """How much memory the engine of `checker corpus` may use, and where it puts what is over it: the table `corpus`."""

    memory: str | None = None
    spill: Path | None = None


class Settings(NamedTuple):
    """Every setting; `found` tells for those that a file sets where it does ("checker.toml:3"), by dotted key.

    `rules` has the level (or "off") of every rule that the table `rules` names, `file_rules` those for some articles, in the
    order of the file, and `ignores` the entries `[[ignore]]`. There an article is called by its path from `folder`, in which
    the file lies.
    """

    fetch: FetchSettings = FetchSettings()
    outlets: OutletSettings = OutletSettings()
    rules: Mapping[str, str] = {}
    file_rules: tuple[FileRules, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    found: Mapping[str, str] = {}
    folder: Path | None = None
    corpus: CorpusSettings = CorpusSettings()

    def named(self, path: Path) -> str:
        """What an article in a file is called in these settings."""
        path = path.resolve()
        inside = self.folder is not None and path.is_relative_to(self.folder)
        return path.relative_to(self.folder).as_posix() if inside and self.folder else path.as_posix()

    def levels(self, article: str) -> dict[str, tuple[str, str]]:
        """Of every rule that is not as it stands its level in an article, and the key that says so; the last one counts."""
        set_for_all = {rule: (level, f"rules.{rule}") for rule, level in self.rules.items()}
        meant = [one for one in self.file_rules if fits(one.pattern, article)]
        return set_for_all | {rule: (level, one.key(rule)) for one in meant for rule, level in one.levels.items()}


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


# Tables whose keys are not of ours: `_levels`, `_file_rules`, `_ignores`.
_SHAPED_OTHERWISE = ("rules", PER_FILE, "ignore")
_TABLES = tuple(dict.fromkeys(name.partition(".")[0] for name in KINDS))


class _Source(NamedTuple):
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
    fetch = FetchSettings(**values["fetch"])  # type: ignore[arg-type]
    outlets = OutletSettings(**values["outlets"])  # type: ignore[arg-type]
    corpus = CorpusSettings(**values["corpus"])  # type: ignore[arg-type]
    rules = _levels(source, ("rules",), source.table.get("rules", {}), found)
    file_rules = _file_rules(source, found)
    return Settings(fetch, outlets, rules, file_rules, _ignores(source), found, source.path.parent, corpus)


def _file_rules(source: _Source, found: dict[str, str]) -> tuple[FileRules, ...]:
    tables = source.table.get(PER_FILE, {})
    if not isinstance(tables, dict):
        raise SettingsError(
            f'{source.at((PER_FILE,))}: "{PER_FILE}" has a table for each pattern, as in [{PER_FILE}."archive/*"]'
        )
    return tuple(
        FileRules(pattern, _levels(source, (PER_FILE, pattern), table, found)) for pattern, table in tables.items()
    )


def _levels(source: _Source, keys: tuple[str, ...], table: object, found: dict[str, str]) -> dict[str, str]:
    """A level for each rule that a table names."""
    called = ".".join([keys[0], *(f'"{key[:80]}"' for key in keys[1:])])
    try:
        levels = levels_of(table)
    except WrongLevelError as wrong:
        where = source.at((*keys, wrong.rule) if wrong.rule else keys)
        name = f"{called}.{wrong.rule[:80]}" if wrong.rule else called
        name = name if keys[1:] else f'"{name}"'
        raise SettingsError(f"{where}: {name} {wrong}") from None
    found |= {f"{called}.{rule}": source.at((*keys, rule)) for rule in levels}
    return levels


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
        if name in _SHAPED_OTHERWISE:
            continue
        if name not in _TABLES:
            raise _unknown(source, (name,), [*_TABLES, *_SHAPED_OTHERWISE, *KINDS])
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
