"""The registry: outlets by id, by address, and by name in running text; what a user adds lies over what is shipped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from pathlib import Path

from checker.model import Article, Span
from checker.outlets.addresses import keys
from checker.outlets.outlet import Mention, Outlet
from checker.outlets.overlay import NOTHING, Overlay, read_overlay
from checker.outlets.search import NameTable
from checker.outlets.table import Table

SHIPPED = Path(__file__).parent / "data"

# "Radio Free Europe's Radio Farda": what may stand between a parent and its service.
_POSSESSIVE = re.compile(r"(?:['’]s?|s['’])?\s+(?:[a-z-]+\s+){0,3}")


class Outlets:
    """Outlets by id, by address and by name; it does not change once made, and reads a table when first asked for it."""

    def __init__(self, overlay: Overlay = NOTHING) -> None:
        self._overlay = overlay

    @classmethod
    def shipped(cls) -> Outlets:
        """The registry inside the package; read once a process."""
        return _shipped()

    @classmethod
    def with_file(cls, path: Path) -> Outlets:
        """The shipped registry under the outlets that a user's file adds or corrects (`docs/credibility.md`).

        Raises SettingsError, which begins with file:line, for the first row that is wrong.
        """
        return cls(read_overlay(path, cls.shipped().by_id))

    @cached_property
    def _rows(self) -> Table:
        return _table("outlets.tsv")

    @cached_property
    def _domains(self) -> Table:
        return _table("domains.tsv")

    @cached_property
    def _names(self) -> NameTable:
        return NameTable(_table("names.tsv"), self._overlay.names, self._overlay.gone)

    def __len__(self) -> int:
        return len(self._rows) + len(self._overlay.added)

    def __iter__(self) -> Iterator[Outlet]:
        """Every outlet by its id, ascending."""
        shipped = (_outlet(row[0], row[1:]) for row in self._rows.every())
        outlets = [self._overlay.outlets.get(outlet.id, outlet) for outlet in shipped]
        return iter(sorted([*outlets, *self._overlay.added], key=lambda outlet: outlet.id))

    def by_id(self, outlet_id: str) -> Outlet | None:
        """The outlet with this id."""
        own = self._overlay.outlets.get(outlet_id)
        if own:
            return own
        return _shipped_outlet(outlet_id)

    def by_url(self, url: str) -> Outlet | None:
        """The outlet that an address, a host or a domain belongs to.

        The longest path in the registry wins; `www.` and language sub-domains belong to the same outlet, any other
        sub-domain is an outlet of its own and unknown unless it is listed. A web archive's address counts as the one inside.
        """
        found = next((owner for key in keys(url) if (owner := self._owner(key))), None)
        return self.by_id(found) if found else None

    def _owner(self, domain: str) -> str | None:
        """ "" of a domain that the user took away from its outlet."""
        own = self._overlay.domains.get(domain)
        if own is not None:
            return own
        row = self._domains.row(domain)
        return row[0] if row else None

    def publisher_of(self, article: Article) -> Outlet | None:
        """Who published an article: by the name that the page gives, else by its addresses."""
        metadata = article.metadata
        name = (metadata.publisher or "").strip()
        for mention in self.find_names(name):
            if mention.outlet_id and len(mention.reach) >= 0.6 * len(name):
                return self.by_id(mention.outlet_id)
        addresses = (metadata.canonical, article.url, name)
        return next((outlet for one in addresses if one and (outlet := self.by_url(one))), None)

    def find_names(self, text: str, span: Span | None = None) -> tuple[Mention, ...]:
        """Every name of an outlet, in reading order and without overlap; at one place the longest name counts.

        Names inside web addresses, handles and hashtags are left out. A name that follows its parent ("Radio Free
        Europe's Radio Farda service") is one mention with `parent`.
        """
        start, end = (span.start, span.end) if span else (0, len(text))
        return self._with_parents(text, self._names.find(text, start, end))

    def _with_parents(self, text: str, found: Iterator[Mention]) -> tuple[Mention, ...]:
        """Join a parent and the service named right after it."""
        joined: list[Mention] = []
        for mention in found:
            last = joined[-1] if joined else None
            if last and last.outlet_id and mention.span.start - last.span.end < 60:
                between = text[last.span.end : mention.span.start]
                if _POSSESSIVE.fullmatch(between) and self._is_parent(last.outlet_id, mention.outlet_id):
                    whole = Span(last.reach.start, mention.reach.end)
                    joined[-1] = mention._replace(parent=last.span, whole=whole)
                    continue
            joined.append(mention)
        return tuple(joined)

    def _is_parent(self, parent_id: str, outlet_id: str | None) -> bool:
        outlet = self.by_id(outlet_id) if outlet_id else None
        return outlet is not None and outlet.parent_id == parent_id


# An article's few outlets are asked for again and again: by its names, its addresses and those of its originals.
@lru_cache(maxsize=512)
def _shipped_outlet(outlet_id: str) -> Outlet | None:
    row = _table("outlets.tsv").row(outlet_id)
    return _outlet(outlet_id, row) if row is not None else None


def _outlet(outlet_id: str, row: list[str]) -> Outlet:
    name, aliases, domains, country, languages, kind, parent, control, provenance = row
    return Outlet(
        outlet_id,
        name,
        _several(aliases),
        _several(domains),
        country,
        _several(languages),
        kind,
        parent,
        control,
        _several(provenance),
    )


def _several(field: str) -> tuple[str, ...]:
    return tuple(field.split("|")) if field else ()


@cache
def _table(name: str) -> Table:
    return Table(SHIPPED / name)


@cache
def _shipped() -> Outlets:
    return Outlets()
