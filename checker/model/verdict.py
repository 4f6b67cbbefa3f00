"""The headline word for a quotation, and everything else that is true of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.model.attribution import Attribution
from checker.model.match import Passage
from checker.model.original import Tie
from checker.model.span import Span


class Verdict(StrEnum):
    """One word for each quotation, in the order of judging (`docs/verdicts.md`)."""

    DISTORTED = "distorted"
    MISATTRIBUTED = "misattributed"
    ALTERED = "altered"
    AMBIGUOUS = "ambiguous"
    MARKED = "marked"
    STYLED = "styled"
    VERBATIM = "verbatim"
    UNCITED = "uncited"
    TRANSLATED = "translated"
    UNAVAILABLE = "unavailable"
    ABSENT = "absent"


class Level(StrEnum):
    """How much a finding matters; `Level.rank` orders them."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for a note, 2 for an error."""
        return ("note", "warning", "error").index(self.value)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that a finding rests on: `where` is "article" or the id of an original; `text` is what stands there."""

    where: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One true thing, as a sentence for an editor; `message` quotes the words at issue."""

    rule: str
    level: Level
    message: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Tied:
    """An original beside a quotation: `tie` None means at hand only. `outlet_id` is whose original it is."""

    original: str
    tie: Tie | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one quotation: findings most serious first, passages with the deciding one first, the originals.

    `steps` is how it was decided, line by line, for `-v` and the JSON.
    """

    attribution: Attribution
    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    passages: tuple[Passage, ...] = ()
    originals: tuple[Tied, ...] = ()
    steps: tuple[str, ...] = ()
