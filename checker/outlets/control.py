"""State control and ownership as facts, in words: who funds, who appoints, who edits. Never a judgement of quality."""

from __future__ import annotations

# The seven kinds of the State Media Monitor's typology (Media and Journalism Research Center): funding, appointment of
# the management, editorial control. "Not listed" is not the same as "free", and the code says nothing about accuracy.
CODES = {
    "SC": "state-controlled: the state funds it, appoints its management and controls what it publishes",
    "CaPu": "captured public or state-managed: the state appoints its management and controls what it publishes",
    "CaPr": "captured private: privately owned, and the state controls what it publishes",
    "ISFM": "independent in what it publishes; the state funds it and appoints its management",
    "ISF": "independent in what it publishes; the state funds it",
    "ISM": "independent in what it publishes; the state appoints its management",
    "IP": "independent public: neither its funding nor its management nor what it publishes depends on the state",
}
# Those whose words are the state's own to decide.
CONTROLLED = frozenset({"SC", "CaPu", "CaPr"})
CONTROL_SOURCE = "State Media Monitor"
CONTROL_DATE = "2024-02-07"
NOT_LISTED = "not on the State Media Monitor's list, which is not the same as free of control"


def code_of(state_control: str) -> tuple[str, str | None]:
    """The bare code, and the id of the parent whose code it is.

    >>> code_of("ISFM via rferl-org"), code_of("ISFM?")
    (('ISFM', 'rferl-org'), ('ISFM', None))
    """
    code, _, parent = state_control.partition(" via ")
    return code.rstrip("?"), parent or None
