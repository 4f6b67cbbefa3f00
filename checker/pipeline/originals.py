"""The originals of a run: documents read, indexed once, and asked about every quotation."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from checker.model import Article, Document, Original, Reason, Tie, Tied, Unavailable
from checker.outlets import Outlets
from checker.pipeline.hearing import Hearing
from checker.pipeline.spread import joined_pages
from checker.read import read
from checker.resolve.ties import Page, page_of

if TYPE_CHECKING:
    from checker.align import Shelf


class Originals:
    """What quotations are held against; made once for as many articles as use the same documents.

    Ids are "o1", "o2", … in the order of the documents' paths, or with `by_path` the paths themselves. A
    document that was loaded twice, as a capture and as a file given by hand, counts once, as given. The pages of an article
    that is spread over several are one original. `all_speech`: every
    line is taken for somebody's speech.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        outlets: Outlets | None = None,
        *,
        by_path: bool = False,
        all_speech: bool = False,
        read_before: Mapping[Document, Original] | None = None,
    ) -> None:
        self.outlets = Outlets.shipped() if outlets is None else outlets  # not "or": it would count them
        self._all_speech = all_speech
        self._documents = _once(documents)
        known = read_before or {}
        self._read = {
            document: known.get(document) or _original(document, self.outlets) for document in self._documents
        }
        self.originals = tuple(
            replace(original, id=(original.path or "") if by_path else f"o{number}")
            for number, original in enumerate(joined_pages(list(self._read.values())), 1)
        )
        self._hearings: dict[str, Hearing] = {}

    def joined(self, documents: Sequence[Document]) -> Originals:
        """These and others; what was read is not read again, what was indexed is."""
        return Originals(
            [*self._documents, *documents], self.outlets, all_speech=self._all_speech, read_before=self._read
        )

    def __len__(self) -> int:
        return len(self.originals)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every original with what ties need."""
        return tuple(page_of(original, self.outlets) for original in self.originals)

    @cached_property
    def readable(self) -> tuple[Original, ...]:
        """Those with a text, in the order of the shelf."""
        return tuple(original for original in self.originals if original.unavailable is None and original.text)

    @cached_property
    def shelf(self) -> Shelf:
        """The texts, indexed when they are first searched."""
        from checker.align import Shelf

        return Shelf([original.id for original in self.readable], [original.text for original in self.readable])

    @cached_property
    def all_given(self) -> tuple[Tied, ...]:
        """Every original as one that was handed over."""
        return tuple(Tied(original.id, Tie.GIVEN) for original in self.originals)

    @cached_property
    def by_id(self) -> dict[str, Original]:
        """Every original by its id."""
        return {original.id: original for original in self.originals}

    def hearing(self, original: Original) -> Hearing:
        """Who speaks where in one original; worked out when it is first asked."""
        if original.id not in self._hearings:
            self._hearings[original.id] = Hearing(original, self.outlets, all_speech=self._all_speech)
        return self._hearings[original.id]


def _once(documents: Sequence[Document]) -> list[Document]:
    kept: dict[tuple[str, object], Document] = {}
    for document in sorted(documents, key=lambda document: document.path):
        key = hashlib.sha256(document.body).hexdigest(), document.capture or document.path
        before = kept.get(key)
        kept[key] = replace(before, given=before.given or document.given) if before else document
    return list(kept.values())


def _original(document: Document, outlets: Outlets) -> Original:
    """Read, and without an id yet."""
    capture = document.capture
    url = (capture.final_url or capture.url) if capture else None
    article = read(
        document.body,
        path=document.path,
        url=url,
        content_type=capture.content_type if capture else None,
        charset=capture.charset if capture else None,
        language=capture.language if capture else None,
    )
    outlet_id = _outlet(article, url, outlets)
    outlet = outlets.by_id(outlet_id) if outlet_id else None
    return Original(
        id="",
        path=document.path,
        url=capture.url if capture else None,
        article=article,
        capture=capture,
        unavailable=_refused(capture.status if capture else None) or article.unavailable,
        outlet_id=outlet_id,
        outlet=outlet.name if outlet else None,
        given=document.given,
        speaker=document.speaker,
        date=document.date,
        kind=document.kind,
    )


def _refused(status: int | None) -> Unavailable | None:
    """A page of an error is no original, whatever it says."""
    if status is None or status < 400:
        return None
    reason = Reason.NOT_FOUND if status in (404, 410) else Reason.BLOCKED
    return Unavailable(reason, f"the host answered {status} when it was captured")


def _outlet(article: Article, url: str | None, outlets: Outlets) -> str | None:
    """Whose page it is: by its address, else by the publisher that it names."""
    for known in (url, article.metadata.canonical):
        outlet = outlets.by_url(known) if known else None
        if outlet is not None:
            return outlet.id
    publisher = article.metadata.publisher
    if url is None and publisher:
        mentions = [mention for mention in outlets.find_names(publisher) if len(mention.span) == len(publisher)]
        ids = {mention.outlet_id for mention in mentions}
        return next(iter(ids)) if len(ids) == 1 else None
    return None
