"""The registry that ships with the package: outlets by id, by address, and by name in running text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from checker.model import Span
from checker.outlets.addresses import keys
from checker.outlets.doubt import is_something_else, local_station
from checker.outlets.names import WORD, Written, fits, words_from, written
from checker.outlets.outlet import Mention, Outlet

SHIPPED = Path(__file__).parent / "data"

_THE = re.compile(r"\b(?:the|The|THE)\s+$")
# "Radio Free Europe's Radio Farda": what may stand between a parent and its service.
_POSSESSIVE = re.compile(r"(?:['’]s?|s['’])?\s+(?:[a-z-]+\s+){0,3}")
_INSIDE_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$|[@#\\]$|\w\.$|\S\.\w{2,}/\S*$")
_ADDRESS_GOES_ON = re.compile(r"\.(?:com|org|net|co|gov|tv|ir|ru|uk)\b|@\w")


@dataclass(frozen=True, slots=True)
class _Name:
    """One line of names.tsv, read."""

    forms: tuple[Written, ...]
    flags: str
    ids: tuple[str, ...]


class Outlets:
    """Outlets by id, by address and by name; immutable once made.

    The tables are read at once and a line is taken apart only when somebody asks for it: an article names a few dozen
    outlets, the registry holds many thousand.
    """

    def __init__(self, outlets: str, domains: str, names: str) -> None:
        self._rows = dict(line.split("\t", 1) for line in outlets.splitlines())
        self._domains: dict[str, str] = dict(line.split("\t", 1) for line in domains.splitlines())
        self._lines: dict[str, list[str]] = {}
        for line in names.splitlines():
            first, rest = line.split("\t", 1)
            self._lines.setdefault(first, []).append(rest)
        self._names: dict[str, tuple[_Name, ...]] = {}

    @classmethod
    def shipped(cls) -> Outlets:
        """The registry inside the package; read once a process."""
        return _shipped()

    def __len__(self) -> int:
        return len(self._rows)

    def by_id(self, outlet_id: str) -> Outlet | None:
        """The outlet with this id."""
        row = self._rows.get(outlet_id)
        return _outlet(outlet_id, row) if row is not None else None

    def by_url(self, url: str) -> Outlet | None:
        """The outlet that an address, a host or a domain belongs to.

        The longest path in the registry wins; `www.` and language sub-domains belong to the same outlet, any other
        sub-domain is an outlet of its own and unknown unless it is listed. A web archive's address counts as the one inside.
        """
        found = next((self._domains[key] for key in keys(url) if key in self._domains), None)
        return self.by_id(found) if found else None

    def find_names(self, text: str, span: Span | None = None) -> tuple[Mention, ...]:
        """Every name of an outlet, in reading order and without overlap; at one place the longest name counts.

        Names inside web addresses, handles and hashtags are left out. A name that follows its parent ("Radio Free
        Europe's Radio Farda service") is one mention with `parent`.
        """
        end = span.end if span else len(text)
        found: list[Mention] = []
        past = span.start if span else 0
        for match in WORD.finditer(text, past, end):
            if match.start() < past:
                continue
            first = match.group().casefold()
            if first not in self._lines:
                continue
            mention = self._name_at(first, text, match.start(), end)
            if mention:
                found.append(mention)
                past = mention.reach.end
        return self._with_parents(text, found)

    def _name_at(self, first: str, text: str, start: int, end: int) -> Mention | None:
        before = text[max(0, start - 12) : start]
        if _INSIDE_ADDRESS.search(text[max(0, start - 100) : start]):
            return None
        words = list(words_from(text, start, end))
        for name in self._named(first):
            for form in name.forms:
                if fits(form, words, text) and not _ADDRESS_GOES_ON.match(text, words[len(form.words) - 1].end()):
                    mention = local_station(_mention(name, form, words, before), text)
                    return None if self._is_other(name, mention, text) else mention
        return None

    @staticmethod
    def _is_other(name: _Name, mention: Mention, text: str) -> bool:
        """A doubtful name without a description beside it is held against its neighbours."""
        if mention.whole or not ({"a", "d"} & set(name.flags)):
            return False
        capital = text[mention.span.start : mention.span.start + 4] == "The "
        article = capital or bool(_THE.search(text[max(0, mention.span.start - 8) : mention.span.start]))
        return is_something_else(text, mention.span, needs_article="a" in name.flags, article=article)

    def _named(self, first: str) -> tuple[_Name, ...]:
        """All names that begin with this word, the longest first."""
        if first not in self._names:
            read = [_read_name(line) for line in self._lines[first]]
            self._names[first] = tuple(sorted(read, key=lambda name: -len(name.forms[0].words)))
        return self._names[first]

    def _with_parents(self, text: str, found: list[Mention]) -> tuple[Mention, ...]:
        """Join a parent and the service named right after it."""
        joined: list[Mention] = []
        for mention in found:
            last = joined[-1] if joined else None
            if last and last.outlet_id and self._is_parent(last.outlet_id, mention.outlet_id):
                between = text[last.span.end : mention.span.start]
                if len(between) < 60 and _POSSESSIVE.fullmatch(between):
                    whole = Span(last.reach.start, mention.reach.end)
                    joined[-1] = replace(mention, parent=last.span, whole=whole)
                    continue
            joined.append(mention)
        return tuple(joined)

    def _is_parent(self, parent_id: str, outlet_id: str | None) -> bool:
        outlet = self.by_id(outlet_id) if outlet_id else None
        return outlet is not None and outlet.parent_id == parent_id


def _mention(name: _Name, form: Written, words: list[re.Match[str]], before: str) -> Mention:
    start, end = words[form.inner[0]].start(), words[form.inner[1] - 1].end()
    whole_start, whole_end = words[0].start(), words[len(form.words) - 1].end()
    article = _THE.search(before)
    if "t" in name.flags and article and article.group()[0] == "T" and form.inner[0] == 0:
        start = whole_start = whole_start - len(article.group())
    decided = name.ids[0] if name.ids and "o" not in name.flags else None
    return Mention(
        span=Span(start, end),
        outlet_id=decided,
        candidates=() if decided else name.ids,
        doubtful="d" in name.flags or ("a" in name.flags and not article),
        generic="g" in name.flags,
        programme="p" in name.flags,
        whole=Span(whole_start, whole_end) if (whole_start, whole_end) != (start, end) else None,
    )


def _read_name(line: str) -> _Name:
    forms, flags, ids = line.split("\t")
    return _Name(tuple(written(form) for form in forms.split("|")), flags, tuple(ids.split("|")) if ids else ())


def _outlet(outlet_id: str, row: str) -> Outlet:
    name, aliases, domains, country, languages, kind, parent, control, provenance = row.split("\t")
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
def _shipped() -> Outlets:
    read = [(SHIPPED / name).read_text(encoding="utf-8") for name in ("outlets.tsv", "domains.tsv", "names.tsv")]
    return Outlets(*read)
