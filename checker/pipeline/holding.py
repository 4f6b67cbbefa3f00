"""One quotation held against the originals: which are tied, where the words stand, who says them there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from checker.align import Found, nearest_in_meaning, prepare
from checker.judge import Case, judge, tells
from checker.model import (
    Article,
    Attribution,
    Judgement,
    Match,
    Original,
    Passage,
    QuotationKind,
    Reading,
    Reason,
    Span,
    Tie,
    Tied,
    Unavailable,
)  # fmt: skip
from checker.pipeline.hearing import Credited
from checker.pipeline.originals import Originals
from checker.pipeline.spread import next_page_of
from checker.resolve.ties import Page, Wanted, address, publishes, ties_of, wanted_of
from checker.text.language import language_of
from checker.text.names import DOCUMENTS, same_person
from checker.text.secret import without_secret

# Another wording of fewer words would be no other wording of the same.
_ELSEWHERE = 5
_PRONOUNS = frozenset(("he", "she", "him", "her", "his", "hers", "who"))
_LINKED = "it is linked, no capture of it is at hand, and nothing was fetched"
_NEXT_PAGE = "the article goes on there, no capture of this page is at hand, and nothing was fetched"
# So many characters back somebody may be meant by a pronoun: some three paragraphs of news.
_PRONOUN_REACH = 1200


class Holding:
    """One article with its originals; `missing` grows by the linked pages that no original has.

    `failed` says of addresses (as `ties.address` compares them) why they could not be fetched. Of two captures of one page
    a link leads to the one that is first in `pages`, which are those of the originals unless given.
    """

    def __init__(
        self,
        article: Article,
        reading: Reading,
        originals: Originals,
        failed: Mapping[str, Unavailable] | None = None,
        pages: Sequence[Page] | None = None,
    ) -> None:
        self._pages = originals.pages if pages is None else pages
        self._article = article
        self._reading = reading
        self._originals = originals
        self._failed = failed or {}
        self._missing: dict[str, Original] = {}

    @property
    def missing(self) -> tuple[Original, ...]:
        """Linked pages that are not at hand, in the order in which they were asked for."""
        return tuple(self._missing.values())

    def judge(self, attribution: Attribution) -> Judgement:
        """The verdict on one quotation."""
        article, originals = self._article, self._originals
        wanted = wanted_of(article, attribution, self._reading, self._pages, originals.outlets)
        given = {
            page.original.id: self._must_answer(page, attribution) for page in originals.pages if page.original.given
        }
        matches = self._matches(attribution, wanted, given)
        answering = {match.original for match in matches if match.answers}
        telling = self._without_chance(attribution, given, matches)
        tied = ties_of(article, attribution, self._reading, wanted, telling, answering)
        missing = [self._not_at_hand(url) for url in wanted.missing]
        if not answering & {one.original for one in tied}:
            missing += self._not_read_to_the_end(tied)
        known = {**originals.by_id, **{original.id: original for original in missing}}
        # A term that nobody is said to have used has no meaning to look for.
        nobodys = attribution.quotation.kind is QuotationKind.TERM and attribution.quotation.speaker is None
        silent = not nobodys and not answering & {one.original for one in tied}
        return judge(
            Case(
                article=article,
                attribution=attribution,
                originals=known,
                tied=(*tied, *(Tied(original.id, Tie.LINK) for original in missing)),
                matches=matches,
                meanings=self._meanings(attribution, tied) if silent else (),
                first_hand=wanted.first_hand,
                also_meant=self._also_meant(attribution),
            )
        )

    def _matches(self, attribution: Attribution, wanted: Wanted, given: dict[str, bool]) -> tuple[Match, ...]:
        if not self._originals.readable:  # then the quotation is not prepared for comparing either
            return ()
        names = {page.original.id for page in (*wanted.pages, *wanted.cited)} | {
            name for name, must in given.items() if must
        }
        quotation = attribution.quotation
        printed = prepare(
            quotation.span.of(self._article.text), [part.moved(-quotation.span.start) for part in quotation.parts]
        )
        shelf = self._originals.shelf
        tied = {number for number, name in enumerate(shelf.ids) if name in names}
        credited = self._credited(attribution)
        found = shelf.find(printed, tied, everywhere=len(printed.units) >= _ELSEWHERE)
        # What is at hand only and does not answer decides nothing: nobody needs to know who says it.
        asked = [one for one in found if one.answers or one.text in tied]
        return tuple(match for one in asked for match in matches_of(one, self._originals, credited))

    def _meanings(self, attribution: Attribution, tied: Sequence[Tied]) -> tuple[Passage, ...]:
        """What comes nearest in meaning in the tied originals, the nearest first; empty without the extra."""
        words = attribution.quotation.words(self._article.text)
        found = []
        for one in tied:
            original = self._originals.by_id[one.original]
            blocks = original.article.blocks if original.article else ()
            main = [block.span for block in blocks if block.main]
            foreign = language_of(original.text) != language_of(self._article.text)
            passage = nearest_in_meaning(words, original.id, original.text, main, foreign=foreign) if main else None
            if passage is not None and original.article is not None:
                found.append(replace(passage, pages=original.article.pages_of(passage.span)))
        return tuple(sorted(found, key=lambda passage: -passage.similarity))

    def _also_meant(self, attribution: Attribution) -> tuple[str, ...]:
        """Everybody named shortly before a quotation whose speaker is a pronoun: it may have been traced to the wrong one."""
        span = attribution.quotation.speaker
        if span is None or span.of(self._article.text).lower() not in _PRONOUNS:
            return ()
        reach = Span(max(0, span.start - _PRONOUN_REACH), span.start)
        return tuple(person.name for person in self._reading.people if _within(reach, person.mentions))

    def _credited(self, attribution: Attribution) -> Credited:
        quotation = attribution.quotation
        person = attribution.speaker.name if attribution.speaker else None
        if quotation.speaker is None:
            return Credited(person, None)
        words = quotation.speaker.of(self._article.text).split()
        sources = self._reading.sources  # in reading order, and no two overlap
        at = bisect_right(sources, quotation.speaker.start, key=lambda source: source.citation.span.end)
        outlet = at < len(sources) and sources[at].citation.span.overlaps(quotation.speaker)
        return Credited(person, outlet or words[-1].lower() in DOCUMENTS)

    def _without_chance(
        self, attribution: Attribution, given: Mapping[str, bool], matches: Sequence[Match]
    ) -> Mapping[str, bool]:
        """Without the originals in which only somebody else says a few common words, which agree by chance.

        "A disgrace" in another's mouth is no misattribution.
        """
        if attribution.speaker is None or self._also_meant(attribution):
            return given
        told = {
            match.original
            for match in matches
            if match.answers and (match.passages[0].speaker is None or tells(match.passages[0]))
        }
        return {name: must for name, must in given.items() if must or name in told}

    def _must_answer(self, page: Page, attribution: Attribution) -> bool:
        """Whether an original that was handed over must have the words: its outlet or one of its speakers is credited."""
        if any(publishes(page, credit.source) for credit in attribution.credits):
            return True
        person = attribution.speaker
        if person is None or page.original.unavailable is not None:
            return False
        return any(same_person(person.name, name) for name in self._originals.hearing(page.original).speakers())

    def _not_read_to_the_end(self, tied: Sequence[Tied]) -> list[Original]:
        """The next pages of tied originals that are not at hand: what lacks on the first page may stand there."""
        pages = (next_page_of(self._originals.by_id[one.original]) for one in tied)
        return [self._not_at_hand(url, _NEXT_PAGE) for url in pages if url]

    def _not_at_hand(self, url: str, why_not: str = _LINKED) -> Original:
        if url not in self._missing:
            why = self._failed.get(address(url)) or Unavailable(Reason.NOT_AT_HAND, why_not)
            outlet = self._originals.outlets.by_url(url)
            name = f"o{len(self._originals) + len(self._missing) + 1}"
            self._missing[url] = Original(
                name,
                url=without_secret(url),
                unavailable=why,
                outlet_id=outlet.id if outlet else None,
                outlet=outlet.name if outlet else None,
            )
        return self._missing[url]


def _within(reach: Span, mentions: Sequence[Span]) -> bool:
    at = bisect_left(mentions, reach.start, key=lambda mention: mention.start)
    return at < len(mentions) and reach.covers(mentions[at])


def matches_of(found: Found, originals: Originals, credited: Credited) -> list[Match]:
    """What was found in one original, with who says it there: a match for each place that answers equally.

    A splice is one match with every place.
    """
    equals = _heard([found.passages[0], *found.others], originals, credited)
    joined = tuple(_heard([passage], originals, credited)[0] for passage in found.passages[1:])
    return [Match(passage.original, (passage, *joined)) for passage in equals]


def _heard(passages: Sequence[Passage], originals: Originals, credited: Credited) -> list[Passage]:
    original = originals.by_id[passages[0].original]
    return originals.hearing(original).hear(passages, credited)
