"""An article's quotations looked up in a corpus: `checker check --corpus DIR`.

What is found are places with the same words, whole and with enough evidence (`search.py`, `evidence.py`), by time. The article
itself, should the corpus hold it, is none of them (`itself.py`), and what the corpus knows for a stock phrase is left out.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.corpus.evidence import TELLING, another, one_utterance
from checker.corpus.itself import Itself, Row, moment_of_row
from checker.corpus.origins import outlet_of_credit
from checker.corpus.relations import Relations, text_of
from checker.corpus.search import Hit, Search
from checker.corpus.show import STOCK
from checker.corpus.signature import alike
from checker.corpus.tables import Corpus
from checker.model import Article, Basis, QuotationKind, Reading, Relation, Sighting, Span
from checker.outlets import Outlets

# Of another outlet a text that is alike by one half is a copy (`origins.py`).
_COPY = 0.5
# How an article says that words were said to an outlet, in the sentence of the quotation. Of 60 such places that were read,
# 59 were; where an earlier sentence names the outlet, every other one is of something else.
_SAID_TO = frozenset({Relation.TOLD, Relation.INTERVIEW})
_CLOSE = frozenset({Basis.SAME_SENTENCE, Basis.LINK, Basis.PARENTHESIS})
# Taking the tables of a small corpus into memory costs as much as two questions to the files, and halves the later ones.
_KEEP_FROM = 3


@dataclass(frozen=True, slots=True)
class _Asked:
    """A quotation that is looked up."""

    words: str
    speaker: str | None


class Lookup:
    """Called with an article and its reading; gives the sightings of each quotation that has any.

    One for all articles of a run: what is read of the corpus is kept.
    """

    def __init__(self, corpus: Corpus, outlets: Outlets) -> None:
        self._corpus, self._outlets = corpus, outlets
        self._search = Search(corpus, telling=TELLING)
        self._asked = 0

    def __call__(self, article: Article, reading: Reading) -> Mapping[str, tuple[Sighting, ...]]:
        asked = {
            one.quotation.id: _Asked(one.quotation.words(article.text), one.speaker.name if one.speaker else None)
            for one in reading.attributions
            if one.quotation.kind is not QuotationKind.TERM or one.speaker
        }
        hits = dict(zip(asked, self._search([one.words for one in asked.values()]), strict=True))
        rows = self._rows([hit.id for found in hits.values() for hit in found])
        if not rows:
            return {}
        here = _Here(article, Itself.of(article, self._outlets).known_by(rows.values()), self._outlets)
        found = {id: here.places(asked[id], hits[id], rows) for id in asked}
        return {id: tuple(here.sightings(asked[id], places)) for id, places in found.items() if places}

    @cached_property
    def _relations(self) -> Relations:
        return Relations(self._corpus)

    def _rows(self, ids: Sequence[str]) -> dict[str, Row]:
        if not ids:
            return {}
        import pyarrow as pa

        self._asked += 1
        if self._asked == _KEEP_FROM and self._search.small:
            self._relations.keep()
        self._relations.give("hits", pa.table({"quotation_id": pa.array(sorted(set(ids)), pa.string())}))
        return {row["quotation_id"]: row for row in self._relations.rows(text_of("hits"))}


class _Here:
    """The article that is checked, against which places are told."""

    def __init__(self, article: Article, itself: Itself, outlets: Outlets) -> None:
        self._text, self._itself, self._outlets = article.text, itself, outlets

    def places(self, asked: _Asked, hits: Sequence[Hit], rows: Mapping[str, Row]) -> list[Row]:
        """The rows of one utterance in other articles, by time, an article once."""
        held = [(hit, rows[hit.id]) for hit in hits if hit.id in rows]
        if any(row["kind"] == STOCK for _, row in held):
            return []
        by_article: dict[str, Row] = {}
        for hit, row in held:
            if not self._itself.holds(row) and self._is_one(asked, hit, row):
                by_article.setdefault(row["article_id"], row)
        return sorted(by_article.values(), key=_by_time)

    def _is_one(self, asked: _Asked, hit: Hit, row: Row) -> bool:
        other = another(asked.speaker, row["speaker"])
        theirs = moment_of_row(row)
        return one_utterance(hit, asked.words, mine=self._itself.moment, theirs=theirs, other_mouth=other)

    def sightings(self, asked: _Asked, places: Sequence[Row]) -> list[Sighting]:
        """What is to be said of the places, in their order."""
        moments = [self._itself.moment, *map(moment_of_row, places)]
        known = min((moment.latest for moment in moments if moment), default=None)
        mine = self._itself.outlet
        # Words that were said to the outlet that publishes the article are its own.
        own_words = mine is not None and any(row["cited_outlet"] == mine for row in places)
        return [self._sighting(asked, row, places, known, own_words) for row in places]

    def _sighting(
        self, asked: _Asked, row: Row, places: Sequence[Row], known: datetime.datetime | None, own_words: bool
    ) -> Sighting:
        moment, mine = moment_of_row(row), self._itself.moment
        whence_id, whence = self._whence(row, places)
        begins = row["begins"] or 0
        said_to = None if own_words else self._said_to(row)
        return Sighting(
            article=row["article_id"],
            span=Span(begins, row["ends"] if row["ends"] is not None else begins + len(row["text"])),
            words=row["text"],
            outlet=row["outlet_name"] or row["outlet"] or row["article_id"],
            outlet_id=row["outlet"],
            published=(row["published"] or moment.at.isoformat()) if moment else None,
            earlier=moment.before(mine) if moment and mine else None,
            first=moment is not None and known is not None and moment.at <= known,
            own=row["outlet"] == self._itself.outlet if row["outlet"] and self._itself.outlet else None,
            whence=whence,
            whence_id=whence_id,
            other_speaker=row["speaker"] if another(asked.speaker, row["speaker"]) else None,
            said_to=said_to,
            named=said_to is not None and self._names(row, said_to),
        )

    def _said_to(self, row: Row) -> str | None:
        """The outlet that the words were said to, as the place has it in its own sentence."""
        if row["cited_basis"] in _CLOSE and row["relation"] in _SAID_TO:
            said_to: str | None = row["cited_name"] or row["cited_outlet"]
            return said_to
        return None

    def _names(self, row: Row, said_to: str) -> bool:
        """Whether the article names the outlet of a place, or the one that the words were said to, anywhere."""
        if {row["outlet"], row["cited_outlet"]} & self._named:
            return True
        text = self._text.casefold()
        return any(name.casefold() in text for name in (said_to, row["outlet_name"]) if name)

    @cached_property
    def _named(self) -> frozenset[str]:
        mentions = self._outlets.find_names(self._text)
        return frozenset(id for one in mentions for id in (one.outlet_id, *one.candidates) if id)

    def _whence(self, row: Row, places: Sequence[Row]) -> tuple[str | None, str | None]:
        """Id and name of the outlet that a place has its words from: as it says, else whose text it has."""
        if row["cited_name"] or row["cited_outlet"]:
            return row["cited_outlet"], row["cited_name"] or row["cited_outlet"]
        if row["credit"]:
            key = outlet_of_credit(row["credit"], self._outlets)
            known = self._outlets.by_id(key)
            return (key, known.name) if known else (None, key)
        mine, moment = row["text_signature"], moment_of_row(row)
        for other in places:
            before = moment_of_row(other)
            if before is None or moment is None or not before.before(moment) or other["outlet"] == row["outlet"]:
                continue
            if mine and other["text_signature"] and alike(mine, other["text_signature"]) >= _COPY:
                return other["outlet"], other["outlet_name"] or other["outlet"]
        return None, None


def _by_time(row: Row) -> tuple[bool, float, str]:
    at = row["published_at"]
    return at is None, at.timestamp() if at else 0.0, row["quotation_id"]
