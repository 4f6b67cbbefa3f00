"""What one quotation is judged by: the article's side, the originals, and what was found in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from checker.model import Article, Attribution, Match, Original, Passage, Quotation, QuotationKind, Tie, Tied
from checker.text.language import in_latin, language_of


class Case(NamedTuple):
    """One quotation with everything that was found for it.

    `tied` has the originals that answer for it, strongest tie first, also those that could not be had. `matches` has
    what was found, in tied originals and in those at hand; `meanings` what is nearest in meaning, where nothing of the
    tied ones answers and the extra for it is installed. `originals` holds all of these by id. `first_hand`: the
    article credits the words to its own publisher only. `chance` is set where many originals were given and nothing says
    which one is meant: log2 of their words, the bits that agreement by chance gives. `also_meant` has the people whom
    a "he" or "she" could stand for as well. `speaker` is whom a bare quotation was credited to, where there is no
    article to read.
    """

    article: Article
    attribution: Attribution
    originals: Mapping[str, Original]
    tied: tuple[Tied, ...] = ()
    matches: tuple[Match, ...] = ()
    meanings: tuple[Passage, ...] = ()
    first_hand: bool = False
    chance: float | None = None
    also_meant: tuple[str, ...] = ()
    speaker: str | None = None

    @property
    def quotation(self) -> Quotation:
        return self.attribution.quotation

    @property
    def words(self) -> str:
        """The quotation's text, with a "he said" between its parts; edit operations index it."""
        return self.quotation.span.of(self.article.text)

    @property
    def named(self) -> bool:
        """Whether the article credits the words to an outlet."""
        return bool(self.attribution.credits)

    @property
    def person(self) -> str | None:
        """The speaker, where it is known who that is."""
        if self.attribution.speaker is not None:
            return self.attribution.speaker.name
        return self.speaker

    @property
    def written(self) -> str | None:
        """The speaker as written."""
        span = self.quotation.speaker
        return span.of(self.article.text) if span else self.speaker

    @property
    def nobodys_term(self) -> bool:
        """A term that nobody is said to have used."""
        return self.quotation.kind is QuotationKind.TERM and self.quotation.speaker is None

    def tie(self, original: str) -> Tie | None:
        """What ties an original to the quotation; None for one that is only at hand."""
        return next((tied.tie for tied in self.tied if tied.original == original), None)

    def unread(self) -> tuple[Original, ...]:
        """Tied originals that could not be read."""
        return tuple(original for original in self._tied_originals() if not _readable(original))

    def foreign(self) -> tuple[Original, ...]:
        """Tied originals in another language than the article."""
        here = language(self.article.metadata.language, self.article.text)
        read = [original for original in self._tied_originals() if _readable(original)]
        if here is None:  # a few words tell no language, their letters may
            latin = in_latin(self.article.text)
            return tuple(original for original in read if in_latin(original.text) is not latin)
        return tuple(o for o in read if (there := language(o.language, o.text)) and there != here)

    def _tied_originals(self) -> list[Original]:
        return [self.originals[tied.original] for tied in self.tied]


def _readable(original: Original) -> bool:
    return original.unavailable is None and original.article is not None and original.article.unavailable is None


def language(declared: str | None, text: str) -> str | None:
    """What the text itself tells, else what was declared: pages copy a wrong `lang` from their templates."""
    return language_of(text) or (declared.lower().replace("_", "-").split("-")[0] if declared else None)
