"""The profile of each outlet that an article cites, and its role there: which quotations lean on it, and whose words it had."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from checker.model import Judgement, Original, Passage, Report, Source
from checker.outlets import Outlets
from checker.outlets.profile import Profile, profile_of
from checker.outlets.ratings import Ratings
from checker.outlets.record import Record
from checker.report.profile import compact_lines
from checker.report.profile_form import credibility_form
from checker.report.wording import counted, listed


class Role(NamedTuple):
    """`quotations` are the ids of those that lean on the outlet first. Of those whose words were found, `first_hand` had
    them from nobody else; `chains` are the others' ways back, from the outlet to the last hand that can be seen."""

    quotations: tuple[str, ...] = ()
    first_hand: int = 0
    chains: tuple[tuple[str, ...], ...] = ()


class CitedOutlet(NamedTuple):
    """`key` is the id, else the name; `profile` is None of an outlet that the registry does not have."""

    key: str
    name: str
    role: Role
    profile: Profile | None = None

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Label and words, for the text report."""
        known = compact_lines(self.profile) if self.profile else (("registry", "not in it: nothing is known"),)
        return (*known, *role_lines(self.role))

    def form(self) -> dict[str, Any]:
        """What the JSON adds to the outlet."""
        known = credibility_form(self.profile or Profile(self.name, None, None))
        outlet = self.profile.outlet if self.profile else None
        role = {
            "quotations": list(self.role.quotations),
            "first_hand": self.role.first_hand,
            "chains": [list(chain) for chain in self.role.chains],
        }
        return {
            "domain": self.profile.domain if self.profile else None,
            "country": (outlet.country or None) if outlet else None,
            "type": (outlet.type or None) if outlet else None,
            **known,
            "role": role,
        }


def cited_outlets(
    report: Report, outlets: Outlets, ratings: Ratings, records: dict[str, Record] | None = None
) -> tuple[CitedOutlet, ...]:
    """In the order in which the article names them; `records` are a ledger's, by outlet."""
    first: dict[str, Source] = {}
    for source in report.reading.sources:
        first.setdefault(source.outlet_id or source.name, source)
    return tuple(
        CitedOutlet(key, source.name, _role(report, key, outlets), _profile(source, outlets, ratings, records))
        for key, source in first.items()
    )


def role_lines(role: Role) -> Iterator[tuple[str, str]]:
    """Whether its words are its own, and the ways that others' words came; nothing where none was found."""
    found = [f"{role.first_hand} at first hand"] if role.first_hand else []
    found += [f"{len(role.chains)} at second hand"] if role.chains else []
    if found:
        yield "role", f"of {counted(len(role.quotations), 'quotation')} {listed(found)}"
    for chain in dict.fromkeys(role.chains):
        yield "chain", " → ".join(chain)


def _profile(source: Source, outlets: Outlets, ratings: Ratings, records: dict[str, Record] | None) -> Profile | None:
    outlet = outlets.by_id(source.outlet_id) if source.outlet_id else None
    if outlet is None:
        return None
    profile = profile_of(outlet, outlets, ratings, host=_host(source.url, outlets, outlet.id))
    return profile._replace(record=(records or {}).get(outlet.id))


def _host(url: str | None, outlets: Outlets, outlet_id: str) -> str | None:
    """The host that the article links to, where it is the outlet's."""
    there = outlets.by_url(url) if url else None
    if not url or there is None or there.id != outlet_id:
        return None
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def _role(report: Report, key: str, outlets: Outlets) -> Role:
    originals = {original.id: original for original in report.originals}
    leaning = [one for one in report.judgements if _leans_on(one) == key]
    chains = [_chain(one, originals, outlets) for one in leaning]
    return Role(
        tuple(one.attribution.quotation.id for one in leaning),
        sum(chain is not None and len(chain) == 0 for chain in chains),
        tuple((_name(one), *chain) for one, chain in zip(leaning, chains, strict=True) if chain),
    )


def _leans_on(judgement: Judgement) -> str | None:
    credits = judgement.attribution.credits
    return (credits[0].source.outlet_id or credits[0].source.name) if credits else None


def _name(judgement: Judgement) -> str:
    return judgement.attribution.credits[0].source.name


def _chain(judgement: Judgement, originals: dict[str, Original], outlets: Outlets) -> tuple[str, ...] | None:
    """Whom the original had the words from, as far back as the originals at hand tell, with the speaker at the end; empty at
    first hand, None where the words were not found."""
    passage = next((one for one in judgement.passages[:1] if one.answers), None)
    if passage is None:
        return None
    chain: list[str] = []
    speaker = passage.speaker
    seen = {passage.original}
    while passage and passage.credited:
        chain += [name for name in passage.credited if name not in chain]
        passage = _passage_of(chain[-1], judgement, originals, outlets, seen)
        if passage:
            seen.add(passage.original)
            speaker = passage.speaker or speaker
    return (*chain, speaker) if chain and speaker else tuple(chain)


def _passage_of(
    name: str, judgement: Judgement, originals: dict[str, Original], outlets: Outlets, seen: set[str]
) -> Passage | None:
    """The words in an original of the outlet of this name, where one is at hand."""
    found = outlets.find_names(name)
    outlet_id = found[0].outlet_id if len(found) == 1 else None
    for passage in judgement.passages:
        original = originals.get(passage.original)
        if (
            outlet_id
            and passage.answers
            and passage.original not in seen
            and original
            and original.outlet_id == outlet_id
        ):
            return passage
    return None
