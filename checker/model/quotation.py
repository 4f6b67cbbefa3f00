"""What the article prints in somebody's words, and whom it credits, as written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.model.span import Span


class QuotationKind(StrEnum):
    """`direct` is speech, `term` a word or name held at arm's length, `block` set off as another's text."""

    DIRECT = "direct"
    TERM = "term"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between marks; `span` leaves the marks out and runs from the first part to the last.

    `parts` holds more than one span when a "he said" stands between or when it runs over paragraphs; else just `span`.
    `partial`: it completes the reporter's own sentence. `elided`: an ellipsis stands in it. `speaker` and `cue` are
    where the article names who speaks and by which word. `reporter` is who reports it when speech stands within speech.
    """

    id: str
    span: Span
    kind: QuotationKind
    parts: tuple[Span, ...]
    partial: bool = False
    elided: bool = False
    speaker: Span | None = None
    cue: Span | None = None
    reporter: Span | None = None

    def words(self, text: str) -> str:
        """The quoted words alone, parts joined by one space."""
        return " ".join(part.of(text) for part in self.parts)


class Relation(StrEnum):
    """How an article leans on an outlet (the words of `docs/architecture.md`)."""

    REPORTED = "reported"
    ACCORDING_TO = "according-to"
    TOLD = "told"
    INTERVIEW = "interview"
    VIA = "via"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Citation:
    """A place where the article credits an outlet.

    `span` is the outlet's own name. `outlet_ids` are the registry's candidates: one where the name is certain, several
    where it may mean any of them, none where no registry knows it (the words around present it as an outlet).
    `parent` is a parent named with it ("Radio Free Europe's Radio Farda service"). `translated`: the article says that
    the report was translated. `url`: the link that leads to the outlet, where one does; `by_link`: the address alone
    names it, and `span` is the link's words. `unnamed` is true for an outlet without a name ("state television").
    """

    span: Span
    relation: Relation
    outlet_ids: tuple[str, ...] = ()
    parent: Span | None = None
    translated: bool = False
    url: str | None = None
    unnamed: bool = False
    by_link: bool = False


@dataclass(frozen=True, slots=True)
class Hearsay:
    """A word that passes something on without saying from whom ("reportedly"); `sourced` when a source is in reach."""

    span: Span
    sourced: bool
