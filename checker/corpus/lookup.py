"""An article's quotations looked up in a corpus: `checker check --corpus DIR`.

What is found are places with the same words, whole and with enough evidence (`search.py`), by time. The article itself,
should the corpus hold it, is none of them, and what the corpus knows for a stock phrase is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checker.corpus.moments import Moment, moment_of
from checker.corpus.origins import outlet_of_credit
from checker.corpus.relations import Relations, text_of
from checker.corpus.rows import prose, publisher_of
from checker.corpus.search import Hit, search
from checker.corpus.show import STOCK
from checker.corpus.signature import alike, signature_of
from checker.corpus.tables import Corpus
from checker.model import Article, QuotationKind, Reading, Sighting, Span
from checker.outlets import Outlets
from checker.text.english.frequency import listed
from checker.text.plain import plain_words

# Nearly the same text, of the same outlet: the article that is checked, perhaps in another edition. Of another outlet it is
# a copy, which is alike by one half already (`origins.py`).
_ITSELF, _COPY = 0.8, 0.5

# In bits, some seven ordinary words. A phrase of four to six that everybody uses tells 41 ("at the end of the day") to 50
# ("make america great again"), and a corpus knows its stock phrases only once it is large and grouped. A finding here
# reads as a reproach, so that it needs more than two quotations need to be grouped.
_TELLING = 60.0
# How common words are is known of English ones; of another language every word would count as a rare one, and a phrase of
# four words as telling. There so many words are asked for instead.
_FOREIGN_WORDS = 8

Row = Mapping[str, Any]


class Lookup:
    """Called with an article and its reading; gives the sightings of each quotation that has any."""

    def __init__(self, corpus: Corpus, outlets: Outlets) -> None:
        self._corpus, self._outlets = corpus, outlets

    def __call__(self, article: Article, reading: Reading) -> Mapping[str, tuple[Sighting, ...]]:
        asked = {
            one.quotation.id: one.quotation.words(article.text)
            for one in reading.attributions
            if one.quotation.kind is not QuotationKind.TERM or one.speaker
        }
        hits = search(self._corpus, list(asked.values()))
        hits = [[hit for hit in found if _tells(hit, words)] for words, found in zip(asked.values(), hits, strict=True)]
        rows = self._rows([hit.id for found in hits for hit in found])
        me = _Me.of(article, self._outlets)
        return {
            id: sightings
            for id, found in zip(asked, hits, strict=True)
            if (sightings := self._sightings(me, [rows[hit.id] for hit in found if hit.id in rows]))
        }

    def _rows(self, ids: Sequence[str]) -> dict[str, Row]:
        if not ids:
            return {}
        import pyarrow as pa

        with Relations(self._corpus) as relations:
            relations.give("hits", pa.table({"quotation_id": pa.array(sorted(set(ids)), pa.string())}))
            return {row["quotation_id"]: row for row in relations.rows(text_of("hits"))}

    def _sightings(self, me: _Me, rows: Sequence[Row]) -> tuple[Sighting, ...]:
        """By time, an article once."""
        if any(row["kind"] == STOCK for row in rows):
            return ()
        by_article: dict[str, Row] = {}
        for row in rows:
            by_article.setdefault(row["article_id"], row)
        others = [row for row in by_article.values() if not me.is_this(row)]
        dated = [moment for row in others if (moment := _moment(row))]
        known = min((moment.latest for moment in dated), default=None)
        ordered = sorted(others, key=_by_time)
        return tuple(self._sighting(me, row, ordered, known) for row in ordered)

    def _sighting(self, me: _Me, row: Row, ordered: Sequence[Row], known: Any) -> Sighting:
        moment = _moment(row)
        whence_id, whence = self._whence(row, ordered)
        begins = row["begins"] or 0
        return Sighting(
            article=row["article_id"],
            span=Span(begins, row["ends"] if row["ends"] is not None else begins + len(row["text"])),
            words=row["text"],
            outlet=row["outlet_name"] or row["outlet"] or row["article_id"],
            outlet_id=row["outlet"],
            published=row["published"] or (row["published_at"].isoformat() if row["published_at"] else None),
            earlier=moment.before(me.moment) if moment and me.moment else None,
            first=moment is not None and known is not None and moment.at <= known,
            own=row["outlet"] is not None and row["outlet"] == me.outlet,
            whence=whence,
            whence_id=whence_id,
        )

    def _whence(self, row: Row, ordered: Sequence[Row]) -> tuple[str | None, str | None]:
        """Id and name of the outlet that a place has its words from: as it says, else whose text it has."""
        if row["cited_name"] or row["cited_outlet"]:
            return row["cited_outlet"], row["cited_name"] or row["cited_outlet"]
        if row["credit"]:
            key = outlet_of_credit(row["credit"], self._outlets)
            known = self._outlets.by_id(key)
            return (key, known.name) if known else (None, key)
        mine, moment = row["text_signature"], _moment(row)
        for other in ordered:
            before = _moment(other)
            if before is None or moment is None or not before.before(moment) or other["outlet"] == row["outlet"]:
                continue
            if mine and other["text_signature"] and alike(mine, other["text_signature"]) >= _COPY:
                return other["outlet"], other["outlet_name"] or other["outlet"]
        return None, None


@dataclass(frozen=True, slots=True)
class _Me:
    """The article that is checked, as far as it tells it from others."""

    addresses: frozenset[str]
    outlet: str | None
    title: str | None
    moment: Moment | None
    signature: Sequence[int] | None

    @classmethod
    def of(cls, article: Article, outlets: Outlets) -> _Me:
        addresses = (article.url, article.metadata.canonical)
        return cls(
            addresses=frozenset(one.rstrip("/") for one in addresses if one),
            outlet=publisher_of(article, outlets)[0],
            title=article.metadata.title,
            moment=moment_of(article.metadata.published),
            signature=signature_of(prose(article)),
        )

    def is_this(self, row: Row) -> bool:
        """Whether a place is in the article itself: its address, its outlet's nearly same text, else its title and day."""
        if (row["url"] or "").rstrip("/") in self.addresses:
            return True
        if row["outlet"] != self.outlet:
            return False
        if self.signature and row["text_signature"]:
            return alike(self.signature, row["text_signature"]) >= _ITSELF
        return self.title is not None and self.title == row["title"]


def _tells(hit: Hit, asked: str) -> bool:
    """Whether what the two have in common is enough to speak of."""
    words = plain_words(min(hit.text, asked, key=len))[0]
    in_english = 2 * sum(map(listed, words)) >= len(words)
    return hit.information >= _TELLING and (in_english or len(words) >= _FOREIGN_WORDS)


def _moment(row: Row) -> Moment | None:
    return Moment(row["published_at"], row["precision"] or "time") if row["published_at"] else None


def _by_time(row: Row) -> tuple[bool, float, str]:
    at = row["published_at"]
    return at is None, at.timestamp() if at else 0.0, row["quotation_id"]
