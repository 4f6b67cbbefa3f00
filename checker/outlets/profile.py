"""Everything that is known of one outlet: who it is, what others publish about it, and who controls it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.outlets.addresses import keys
from checker.outlets.control import CODES, CONTROL_DATE, CONTROL_SOURCE, CONTROLLED, code_of
from checker.outlets.outlet import Outlet
from checker.outlets.ratings import Rating, Ratings
from checker.outlets.record import Record
from checker.outlets.registry import Outlets
from checker.outlets.standing import Combined, Vote, combined, computed, current, votes_of


class Fact(NamedTuple):
    """Control, ownership or another plain fact in a sentence, with where it comes from and the date of that source.

    `of` names the outlet that the fact is about when it is not the outlet itself but its parent. `kind` is "control",
    "parent" or "category".
    """

    kind: str
    words: str
    source: str
    date: str
    of: str | None = None


class Profile(NamedTuple):
    """One outlet, or a domain that is rated and in no registry (`outlet` None).

    `ratings` are the judgements of quality as published; `votes` one for each family that gives values; `combined` from
    two votes up; `models` what was computed from other ratings. `parent` is the parent's profile, never mixed in. `record`
    is what a ledger holds, where one was asked; it changes nothing of the rest.
    """

    name: str
    outlet: Outlet | None
    domain: str | None
    ratings: tuple[Rating, ...] = ()
    votes: tuple[Vote, ...] = ()
    combined: Combined | None = None
    models: tuple[Rating, ...] = ()
    facts: tuple[Fact, ...] = ()
    parent: Profile | None = None
    record: Record | None = None

    @property
    def state_controlled(self) -> bool:
        """Whether the list says that the state decides what it publishes."""
        return self.outlet is not None and code_of(self.outlet.state_control)[0] in CONTROLLED


def profile_of(outlet: Outlet, outlets: Outlets, ratings: Ratings, *, host: str | None = None) -> Profile:
    """`host` is the one that an article links to, where it does: its own ratings come before the outlet's other ones."""
    return _profile(outlet, outlets, ratings, host, frozenset({outlet.id}))


def profile_of_domain(address: str, outlets: Outlets, ratings: Ratings) -> Profile | None:
    """Of an address or a domain: the outlet's, else what raters say of the bare domain; None where nobody knows it."""
    domain = next((key for key in keys(address) if "/" not in key), None)
    outlet = outlets.by_url(address)
    if outlet or not domain:
        return profile_of(outlet, outlets, ratings, host=domain) if outlet else None
    domain = domain.removeprefix("www.")
    found = ratings.of_domain(domain)
    return _of_ratings(domain, None, domain, found, domain) if found else None


def _profile(outlet: Outlet, outlets: Outlets, ratings: Ratings, host: str | None, seen: frozenset[str]) -> Profile:
    parent = outlets.by_id(outlet.parent_id) if outlet.parent_id else None
    above = None
    if parent and parent.id not in seen:  # a user's file may hold a circle
        above = _profile(parent, outlets, ratings, None, seen | {parent.id})
    found = ratings.of(outlet)
    domain = host or next(iter(outlet.domains), None)
    own = _of_ratings(outlet.name, outlet, domain, found, host)
    facts = (*_control(outlet, outlets), *_ties(outlet, outlets), *_categories(found))
    return Profile(own.name, outlet, domain, own.ratings, own.votes, own.combined, own.models, facts, above)


def _of_ratings(
    name: str, outlet: Outlet | None, domain: str | None, found: tuple[Rating, ...], host: str | None
) -> Profile:
    votes = votes_of(found, host)
    facts = () if outlet else tuple(_categories(found))
    return Profile(name, outlet, domain, current(found), votes, combined(votes), computed(found), facts)


def _control(outlet: Outlet, outlets: Outlets) -> Iterator[Fact]:
    code, of = code_of(outlet.state_control)
    words = CODES.get(code)
    if words is None:
        return
    parent = outlets.by_id(of) if of else None
    doubt = " (the list marks this as uncertain)" if outlet.state_control.endswith("?") else ""
    yield Fact("control", words + doubt, CONTROL_SOURCE, CONTROL_DATE, parent.name if parent else of)


def _ties(outlet: Outlet, outlets: Outlets) -> Iterator[Fact]:
    tie, _, other_id = outlet.parent.partition(":")
    other = outlets.by_id(other_id) if other_id else None
    if other is not None:
        words = {"service_of": "a service of", "owned_by": "owned by", "sister_of": "a sister of"}[tie]
        sources = ", ".join(provenance_words(one) for one in outlet.provenance[:1])
        yield Fact("parent", f"{words} {other.name}", sources, "2026" if outlet.provenance[:1] == ("hand",) else "")


def _categories(found: tuple[Rating, ...]) -> Iterator[Fact]:
    """What a rater says of the sort of a site ("satire"), which is no judgement of quality."""
    listed = {one.category: one for one in found if one.rater.id == "cite_unseen_category"}
    for category, one in listed.items():
        yield Fact("category", f"listed under {', '.join(category.split('|'))}", one.rater.title, one.date)


def provenance_words(source: str) -> str:
    """
    >>> provenance_words("hand"), provenance_words("wikidata:Q1")
    ('checked by hand', 'wikidata:Q1')
    """
    return "checked by hand" if source == "hand" else source
