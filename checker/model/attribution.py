"""Who is meant, and which outlet a quotation leans on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.model.quotation import Citation, Hearsay, Quotation
from checker.model.span import Span


@dataclass(frozen=True, slots=True)
class Person:
    """One person of one article: `name` is the fullest name there, `mentions` every place that names them, ascending.

    `spellings` pairs each spelling of the surname with the places that use it; more than one means that the article
    writes one person in several ways.
    """

    id: str
    name: str
    mentions: tuple[Span, ...] = ()
    spellings: tuple[tuple[str, tuple[Span, ...]], ...] = ()


class Basis(StrEnum):
    """Why a quotation is taken to lean on an outlet, strongest first."""

    SAME_SENTENCE = "same-sentence"
    LINK = "link"
    PARENTHESIS = "parenthesis"
    CARRIED_OVER = "carried-over"


@dataclass(frozen=True, slots=True)
class Source:
    """A citation resolved: the outlet meant (`outlet_id` None when unknown or undecided) and the address, if any.

    `name` is the registry's name, else the words of the article. `candidates` lists ids when several outlets are meant
    equally.
    """

    citation: Citation
    name: str
    outlet_id: str | None = None
    candidates: tuple[str, ...] = ()
    parent_name: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """One outlet that a quotation leans on, the basis, and how strongly (0 to 1)."""

    source: Source
    basis: Basis
    strength: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """A quotation with its speaker and the outlets it leans on, the likeliest first; both may be empty.

    `translated`: the article says that the words or the report they come from were translated.
    """

    quotation: Quotation
    speaker: Person | None = None
    credits: tuple[Credit, ...] = ()
    translated: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one article, in reading order."""

    attributions: tuple[Attribution, ...] = ()
    sources: tuple[Source, ...] = ()
    people: tuple[Person, ...] = ()
    hearsay: tuple[Hearsay, ...] = ()
    sentences: tuple[Span, ...] = ()
