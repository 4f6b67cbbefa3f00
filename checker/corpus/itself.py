"""The article that is checked, told from the others of a corpus, which may hold it as well."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from checker.corpus.moments import Moment, moment_of
from checker.corpus.rows import prose, publisher_of
from checker.corpus.signature import alike, signature_of
from checker.model import Article
from checker.outlets import Outlets

# So much of the text in common, of one outlet or of one that may be: the article itself, or an edition of it. One in five
# paragraphs cut leaves 0.7; two articles of one outlet on one event share next to nothing.
_ITSELF = 0.6
# The same headline, of one outlet or of one that may be, within these days; a column has its headline every week.
_DAYS = datetime.timedelta(days=2)

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Itself:
    """`outlet` is None where nothing tells who publishes it: it may then be any outlet of the corpus."""

    addresses: frozenset[str]
    outlet: str | None
    title: str | None
    moment: Moment | None
    signature: Sequence[int] | None

    @classmethod
    def of(cls, article: Article, outlets: Outlets) -> Itself:
        """As far as the article says."""
        addresses = (article.url, article.metadata.canonical)
        return cls(
            addresses=frozenset(one.rstrip("/") for one in addresses if one),
            outlet=publisher_of(article, outlets)[0],
            title=article.metadata.title,
            moment=moment_of(article.metadata.published),
            signature=signature_of(prose(article)),
        )

    def known_by(self, rows: Iterable[Row]) -> Itself:
        """With the outlet and the date that the corpus has of it, where it says nothing itself and the corpus has one."""
        mine = [row for row in rows if self.holds(row)]
        outlets = {row["outlet"] for row in mine}
        moments = {moment_of_row(row) for row in mine}
        return replace(
            self,
            outlet=self.outlet or (outlets.pop() if len(outlets) == 1 else None),
            moment=self.moment or (moments.pop() if len(moments) == 1 else None),
        )

    def holds(self, row: Row) -> bool:
        """Whether a place is in the article itself: its address, nearly its text, or its title near its day."""
        if (row["url"] or "").rstrip("/") in self.addresses:
            return True
        if self.outlet and row["outlet"] and row["outlet"] != self.outlet:
            return False
        if self.signature and row["text_signature"] and alike(self.signature, row["text_signature"]) >= _ITSELF:
            return True
        return self.title is not None and self.title == row["title"] and self._near(moment_of_row(row))

    def _near(self, moment: Moment | None) -> bool:
        return moment is None or self.moment is None or abs(moment.at - self.moment.at) <= _DAYS


def moment_of_row(row: Row) -> Moment | None:
    """When its article was published."""
    return Moment(row["published_at"], row["precision"] or "time") if row["published_at"] else None
