"""An outlet of the registry, and a place in a text that names one."""

from __future__ import annotations

from typing import NamedTuple

from checker.model import Span

TYPES = (
    "wire_agency newspaper broadcaster magazine website organization company aggregator platform encyclopedia think_tank "
    "satire"
).split()
TIES = ("service_of", "owned_by", "sister_of")


class Outlet(NamedTuple):
    """One row of the registry; an empty field means unknown, never "no" and never "bad".

    `aliases` stand for this outlet alone or by default; the first of `domains` is the main one and an entry may carry
    a path. `parent` is `service_of:`, `owned_by:` or `sister_of:` and an id. `state_control` is the State Media
    Monitor's code. `provenance` names the lists that the row was made from, and a user's file and line. `note` is the
    user's.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str = ""
    languages: tuple[str, ...] = ()
    type: str = ""
    parent: str = ""
    state_control: str = ""
    provenance: tuple[str, ...] = ()
    note: str = ""

    @property
    def parent_id(self) -> str | None:
        """The id behind `service_of:` and `owned_by:`; a sister is no parent."""
        tie, _, other = self.parent.partition(":")
        return other if tie in ("service_of", "owned_by") else None


class Mention(NamedTuple):
    """A name of an outlet in running text; `span` is the outlet's own name, without possessives and descriptions.

    `outlet_id` is None when the name may mean any of `candidates` (the usual one first) and nothing in the name
    decides. `doubtful`: the word may be no outlet at all (the Hill, Fars province), so it counts only beside a cue.
    `generic`: the words describe an outlet and do not name it ("Iranian state television"). `parent` is the place
    where a parent is named with it ("Radio Free Europe's Radio Farda service"), `whole` everything from there to the end
    of a description that belongs to the name.
    """

    span: Span
    outlet_id: str | None
    candidates: tuple[str, ...] = ()
    doubtful: bool = False
    generic: bool = False
    programme: bool = False
    parent: Span | None = None
    whole: Span | None = None

    @property
    def reach(self) -> Span:
        """`whole` where it is wider than the name, else the name."""
        return self.whole or self.span
