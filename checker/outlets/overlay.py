"""Outlets of a user's own: a CSV file whose rows add an outlet or correct a shipped one.

Its header names the columns: `id` and any of `name`, `aliases`, `domains`, `country`, `languages`, `type`, `parent`,
`state_control` and `note`. What a row gives stands instead of what is shipped, an empty field keeps it; aliases and
domains are added, and one with a minus in front is taken away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from checker.errors import SettingsError
from checker.outlets.addresses import keys
from checker.outlets.control import CODES
from checker.outlets.outlet import TIES, TYPES, Outlet
from checker.outlets.search import Name, key_of, name_of_user

_COLUMNS = ("id", "name", "aliases", "domains", "country", "languages", "type", "parent", "state_control", "note")
_SEVERAL = frozenset({"aliases", "domains", "languages"})
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")


class Overlay(NamedTuple):
    """What lies over the shipped registry: outlets as they are now, by id; the added ones; names; domains.

    `gone` are names taken away, as words and outlet. A domain that belongs to nobody any more has "" as its owner.
    """

    outlets: Mapping[str, Outlet] = {}
    added: tuple[Outlet, ...] = ()
    names: Mapping[str, tuple[Name, ...]] = {}
    gone: frozenset[tuple[tuple[str, ...], str]] = frozenset()
    domains: Mapping[str, str] = {}


NOTHING = Overlay()


class CsvRow(NamedTuple):
    """A row of a user's file and where it stands ("outlets.csv:7")."""

    where: str
    fields: Mapping[str, str]

    def wrong(self, what: str) -> SettingsError:
        return SettingsError(f"{self.where}: {what}")


def csv_rows(path: Path, columns: tuple[str, ...], needed: tuple[str, ...]) -> Iterator[CsvRow]:
    """The rows of a user's CSV file in UTF-8, fields stripped; rows without anything are left out."""
    import csv

    name = path.as_posix()
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise SettingsError(f"{name}: this file cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{name}:1: it is not UTF-8; save it as UTF-8") from None
    lines = csv.reader(text.splitlines(keepends=True), strict=True)
    header: list[str] = []
    try:
        for cells in lines:
            where = f"{name}:{lines.line_num}"
            if not header:
                header = _header(cells, where, columns, needed)
            elif len(cells) > len(header) or (len(cells) < len(header) and any(cells)):
                raise SettingsError(f"{where}: {len(cells)} fields under a header of {len(header)}; quote commas")
            elif any(cell.strip() for cell in cells):
                yield CsvRow(where, {column: cell.strip() for column, cell in zip(header, cells, strict=True)})
    except csv.Error as error:
        raise SettingsError(f"{name}:{lines.line_num}: it is not CSV ({error})") from None
    if not header:
        raise SettingsError(f"{name}:1: the file is empty; its first line names the columns: {','.join(columns)}")


def _header(cells: list[str], where: str, columns: tuple[str, ...], needed: tuple[str, ...]) -> list[str]:
    header = [cell.strip() for cell in cells]
    for column in header:
        if column not in columns:
            raise SettingsError(f'{where}: no column is called "{column}"; there are {", ".join(columns)}')
    missing = [column for column in needed if column not in header]
    if missing or len(set(header)) < len(header):
        what = f'the column "{missing[0]}" is missing' if missing else "a column stands there twice"
        raise SettingsError(f"{where}: {what}")
    return header


def read_overlay(path: Path, shipped: Callable[[str], Outlet | None]) -> Overlay:
    """Raises SettingsError for the first row that is wrong; `shipped` finds an outlet that the package has."""
    rows = list(csv_rows(path, _COLUMNS, ("id",)))
    ids = {row.fields["id"] for row in rows}
    outlets: dict[str, Outlet] = {}
    names: dict[str, list[Name]] = {}
    gone: set[tuple[tuple[str, ...], str]] = set()
    domains: dict[str, str] = {}
    claimed: dict[str, str] = {}
    for row in rows:
        before = shipped(row.fields["id"])
        outlet = _corrected(row, before)
        if outlet.id in outlets:
            raise row.wrong(f'"{outlet.id}" has a row above already; put both into one')
        other = outlet.parent.partition(":")[2]
        if other and other not in ids and shipped(other) is None:
            raise row.wrong(f'no outlet has the id "{other}", the parent')
        outlets[outlet.id] = outlet
        for domain in outlet.domains:
            if domain in claimed:
                raise row.wrong(f'"{domain}" was given to "{claimed[domain]}" above')
            if before is None or domain not in before.domains:
                claimed[domain] = domains[domain] = outlet.id
        domains |= {domain: "" for domain in (before.domains if before else ()) if domain not in outlet.domains}
        _add_names(names, gone, row, outlet, before)
    added = tuple(outlet for outlet in outlets.values() if shipped(outlet.id) is None)
    domains |= claimed  # taken from one outlet and given to another: the order of the rows does not count
    by_key = {key: tuple(given) for key, given in names.items()}
    return Overlay(outlets, added, by_key, frozenset(gone), domains)


def _add_names(
    names: dict[str, list[Name]],
    gone: set[tuple[tuple[str, ...], str]],
    row: CsvRow,
    outlet: Outlet,
    before: Outlet | None,
) -> None:
    old = {before.name, *before.aliases} if before else set()
    new = {outlet.name, *outlet.aliases}
    for name in sorted(new - old):
        given = name_of_user(name, outlet.id)
        if given is None:
            raise row.wrong(f'"{name}" holds no word that a text could have')
        names.setdefault(key_of(given.words), []).append(given)
    for name in sorted(old - new):
        old_name = name_of_user(name, outlet.id)
        if old_name is not None:
            gone.add((old_name.words, outlet.id))


def _corrected(row: CsvRow, before: Outlet | None) -> Outlet:
    given = row.fields
    if not _ID.fullmatch(given["id"]):
        raise row.wrong(f'"{given["id"]}" is no id; use small letters, digits and "-", as in "paper-example"')
    outlet = before or Outlet(given["id"], given.get("name", ""))
    if not (given.get("name") or outlet.name):
        raise row.wrong(f'"{outlet.id}" is not in the registry, so its row needs a name')
    values: dict[str, object] = {}
    for column in _COLUMNS[1:]:
        value = given.get(column, "")
        if value and column in _SEVERAL:
            values[column] = _merged(row, column, getattr(outlet, column), value)
        elif value:
            values[column] = _one(row, column, value)
    provenance = tuple(dict.fromkeys((*outlet.provenance, row.where)))
    return outlet._replace(**values, provenance=provenance)  # type: ignore[arg-type]


def _one(row: CsvRow, column: str, value: str) -> str:
    if "\n" in value or "\r" in value:
        raise row.wrong(f'"{column}" runs over two lines')
    if column == "parent":
        tie, _, other = value.partition(":")
        if tie not in TIES or not other:
            raise row.wrong(f'"{value}" is no parent; write {" or ".join(f"{tie}:ID" for tie in TIES)}')
    if column == "type" and value not in TYPES:
        raise row.wrong(f'"{value}" is no type; there are {", ".join(TYPES)}')
    if column == "country" and not re.fullmatch(r"[A-Z]{2}", value):
        raise row.wrong(f'"{value}" is no country; write two capitals, as in "GB"')
    if column == "state_control" and value not in CODES:
        raise row.wrong(f'"{value}" is no code of the State Media Monitor; there are {", ".join(CODES)}')
    return value


def _merged(row: CsvRow, column: str, before: tuple[str, ...], value: str) -> tuple[str, ...]:
    """The list with what was added and without what was taken away, the order kept."""
    merged = list(before)
    for one in filter(None, (part.strip() for part in value.split("|"))):
        bare = one.removeprefix("-").strip()
        if column == "domains":
            bare = _domain(row, bare)
        if one.startswith("-"):
            if bare not in merged:
                raise row.wrong(f'"{bare}" cannot be taken away: the outlet does not have it')
            merged.remove(bare)
        elif bare not in merged:
            merged.append(bare)
    return tuple(merged)


def _domain(row: CsvRow, written: str) -> str:
    known = next(keys(written), None)
    if known is None:
        raise row.wrong(f'"{written}" is no domain; write it as in "paper.example" or "paper.example/local"')
    return known.removeprefix("www.")
