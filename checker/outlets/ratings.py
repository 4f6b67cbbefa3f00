"""What others publish about outlets: each rating as published, with its rater, date, the domain that was rated, and licence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from checker.outlets.outlet import Outlet
from checker.outlets.overlay import CsvRow, csv_rows
from checker.outlets.registry import SHIPPED, Outlets
from checker.outlets.table import Table

_COLUMNS = (
    "domain",
    "rater",
    "value",
    "scale_min",
    "scale_max",
    "category",
    "date",
    "source",
    "family",
    "kind",
    "licence",
)
_NEEDED = ("domain", "rater", "value", "scale_min", "scale_max", "category", "date")


class Kind(StrEnum):
    """What a rater's rows are; the words are those of the tables."""

    RATING = "rating"  # a judgement of quality
    LIST = "list"  # a list of problem sites; being absent from it means nothing
    FACT = "fact"  # control or sort, not quality
    MODEL = "model"  # computed from other raters


class Rater(NamedTuple):
    """Who rates. Raters of one `family` share one judgement, which counts once; `note` says what to keep in mind."""

    id: str
    title: str
    by: str
    kind: Kind
    family: str
    scale: str
    to_0_1: str = ""
    licence: str = ""
    note: str = ""
    date: str = ""
    link: str = ""


class Rating(NamedTuple):
    """One row: the words and the value of the rater, on the rater's own scale; higher is better on every scale."""

    domain: str
    rater: Rater
    value: float | None
    scale_min: float | None
    scale_max: float | None
    category: str
    date: str

    @property
    def position(self) -> float | None:
        """Where the value stands on its scale, 0 to 1; None where the rater gives words only."""
        if self.value is None or self.scale_min is None or self.scale_max is None:
            return None
        return (self.value - self.scale_min) / (self.scale_max - self.scale_min)

    @property
    def words(self) -> str:
        """What the rater says, on the rater's scale: "generally reliable, 3 on a scale of 0 to 3"."""
        value = ""
        if self.value is not None:
            value = f"{self.value:g} on a scale of {self.scale_min:g} to {self.scale_max:g}"
        category = ", ".join(self.category.split("|")) if self.rater.kind is not Kind.MODEL else ""
        return ", ".join(filter(None, (category, value)))


class Ratings:
    """Ratings of an outlet or of a bare domain: the shipped ones, and under them those of a user's own file.

    A rating belongs to the domain that is written; which outlet that is, `outlets` says.
    """

    def __init__(self, outlets: Outlets, own: Iterable[Rating] = ()) -> None:
        self._outlets = outlets
        self._own: dict[str, list[Rating]] = {}
        for rating in own:
            outlet = outlets.by_url(rating.domain)
            self._own.setdefault(outlet.id if outlet else rating.domain, []).append(rating)

    @classmethod
    def with_file(cls, outlets: Outlets, path: Path) -> Ratings:
        """The shipped ratings and a user's own (`docs/credibility.md`); raises SettingsError, which begins with file:line."""
        return cls(outlets, tuple(read_ratings(path)))

    @cached_property
    def _table(self) -> Table:
        return Table(SHIPPED / "ratings.tsv")

    def of(self, outlet: Outlet) -> tuple[Rating, ...]:
        """Every rating of a domain of the outlet: the main domain first, then by rater."""
        keys = (outlet.id, *outlet.domains)
        # No set: rows that sort alike below have to stay in the order of the table, run after run.
        shipped = dict.fromkeys(rating for domain in keys for rating in self._shipped(domain))
        # A domain that the user took away from the outlet, or gave to another, takes its ratings along.
        own_domains = {rating.domain for rating in shipped if self._belongs(rating.domain, outlet)}
        found = [*(one for one in shipped if one.domain in own_domains), *self._own.get(outlet.id, ())]
        main = {domain: number for number, domain in enumerate(outlet.domains)}
        return tuple(
            sorted(found, key=lambda one: (main.get(one.domain, len(main)), one.domain, one.rater.id, one.date))
        )

    def of_domain(self, domain: str) -> tuple[Rating, ...]:
        """Every rating of a domain that belongs to no outlet of the registry."""
        return tuple(sorted((*self._shipped(domain), *self._own.get(domain, ())), key=lambda one: one.rater.id))

    def _belongs(self, domain: str, outlet: Outlet) -> bool:
        owner = self._outlets.by_url(domain)
        return owner is not None and owner.id == outlet.id

    def _shipped(self, key: str) -> Iterator[Rating]:
        raters = shipped_raters()
        for domain, rater, value, low, high, category, date in self._table.rows(key):
            yield Rating(domain, raters[rater], _number(value), _number(low), _number(high), category, date)


_shipped_raters: dict[str, Rater] = {}


def shipped_raters() -> Mapping[str, Rater]:
    """The raters whose rows are shipped, by id."""
    if not _shipped_raters:
        for row in Table(SHIPPED / "raters.tsv").every():
            name, title, by, kind, *rest = row
            _shipped_raters[name] = Rater(name, title, by, Kind(kind), *rest)
    return _shipped_raters


def _number(text: str) -> float | None:
    return float(text) if text else None


def read_ratings(path: Path) -> Iterator[Rating]:
    """A user's own ratings: the columns of the shipped ones, and `family`, `kind` and `licence` where they are wanted.

    A rater that is shipped too stays in its family; a new one is a family of its own unless the file names one.
    """
    raters: dict[str, Rater] = {}
    for row in csv_rows(path, _COLUMNS, _NEEDED):
        given = row.fields
        if not given["domain"] or not given["rater"]:
            raise row.wrong("a rating needs the domain that was rated and its rater")
        rater = _rater_of(row)
        if raters.setdefault(rater.id, rater) != rater:
            raise row.wrong(f'"{rater.id}" has another family, kind or licence in a row above')
        low, high, value = (_number_of(row, column) for column in ("scale_min", "scale_max", "value"))
        if value is not None and (low is None or high is None or not low <= value <= high or low == high):
            raise row.wrong(f"{value:g} does not lie between scale_min and scale_max")
        if value is None and not given["category"]:
            raise row.wrong("a rating needs a value or the rater's words (category)")
        domain = given["domain"].casefold().removeprefix("www.")
        yield Rating(domain, rater, value, low, high, given["category"], given["date"])


def _rater_of(row: CsvRow) -> Rater:
    given = row.fields
    known = shipped_raters().get(given["rater"])
    if known is not None:
        return known
    kind = given.get("kind") or "rating"
    if kind not in list(Kind):
        raise row.wrong(f'"{kind}" is no kind of rater; there are {", ".join(Kind)}')
    family = given.get("family") or given["rater"]
    licence = given.get("licence", "")
    return Rater(given["rater"], given["rater"], given.get("source", ""), Kind(kind), family, "", licence=licence)


def _number_of(row: CsvRow, column: str) -> float | None:
    text = row.fields[column]
    try:
        number = _number(text)
    except ValueError:
        number = float("nan")
    if number is not None and not abs(number) < 1e9:
        raise row.wrong(f'"{text}" in {column} is no number')
    return number
