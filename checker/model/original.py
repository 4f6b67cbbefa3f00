"""The documents that quotations are held against."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from checker.model.article import Article
from checker.model.unavailable import Unavailable


@dataclass(frozen=True, slots=True)
class Capture:
    """What a sidecar says of the bytes of an original at one time (the format is in `docs/captures.md`).

    `fetched_at` is UTC, None for a reconstruction, which has `written_on`. `sha256` and `size` are of the body and were
    checked when the capture was loaded. `date`, `speaker` and `kind` describe the original itself.
    """

    url: str
    sha256: str
    size: int
    content_type: str
    reconstruction: bool
    fetched_at: str | None = None
    written_on: str | None = None
    final_url: str | None = None
    redirects: tuple[str, ...] = ()
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    charset: str | None = None
    language: str | None = None
    archive: str | None = None
    licence: str | None = None
    note: str | None = None
    speaker: str | None = None
    date: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was loaded, not read yet: `path` as given, the bytes, and what is known of them from outside.

    `capture` is None for a file handed over without a sidecar. `speaker`, `date` and `kind` come from a table, else from
    the sidecar. `given`: it was handed over as the original of the quotations.
    """

    path: str
    body: bytes = field(repr=False)
    capture: Capture | None = None
    given: bool = False
    speaker: str | None = None
    date: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """A document at hand, or known and not to be had (`article` None, `unavailable` says why).

    `id` is unique in a report and stable for the same set of originals ("o1", in the order of their paths).
    `outlet` is the registry's name for `outlet_id`. `capture` is None for a file handed over by hand. `given`: it was
    handed over as the original. `speaker`, `date` and `kind` come from the sidecar or a table and describe the whole
    document. `following` are the further pages of an article that is spread over several; their text is part of `text`.
    """

    id: str
    path: str | None = None
    url: str | None = None
    article: Article | None = None
    capture: Capture | None = None
    unavailable: Unavailable | None = None
    outlet_id: str | None = None
    outlet: str | None = None
    given: bool = False
    speaker: str | None = None
    date: str | None = None
    kind: str | None = None
    following: tuple[Original, ...] = ()

    @property
    def text(self) -> str:
        """What passages index; empty when nothing could be read."""
        return self.article.text if self.article else ""

    @property
    def published(self) -> str | None:
        """The date of the document: as described from outside, else as its page says."""
        return self.date or (self.article.metadata.published if self.article else None)

    @property
    def language(self) -> str | None:
        """The language that is declared, outside first."""
        declared = self.capture.language if self.capture else None
        return declared or (self.article.metadata.language if self.article else None)


class Tie(StrEnum):
    """Why an original answers for a quotation, strongest first (see `docs/verdicts.md`)."""

    LINK = "link"
    GIVEN = "given"
    WORDS = "words"
    DATE = "date"
