"""What the templates are given: a report as plain values in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from checker.model import Finding, Judgement, Original, Passage, Report, Verdict
from checker.report import wording
from checker.report.chain import Station, chain_of
from checker.report.cited import Cited, outlets_cited
from checker.report.fragment import page_link
from checker.report.html.blocks import BlockView, blocks_of
from checker.report.layout import Piece
from checker.report.lines import NORMAL, WHOLE, article_line, original_line, places
from checker.report.signs import SIGNS, Tone, urgency

# A BCP 47 tag, and nothing else, may stand in a `lang` attribute.
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class OriginView:
    """Where an original is: `link` leads to the passage, None where the page at `address` does not hold these words."""

    about: list[str]
    tie: str
    taken: str | None
    link: str | None
    address: str | None
    path: str | None
    sha256: str | None
    reconstruction: bool
    message: str | None


@dataclass(frozen=True, slots=True)
class PassageView:
    """A line of an original, with the words marked that the article does not have."""

    label: str
    pieces: list[Piece]
    language: str | None
    speaker: str | None
    origin: OriginView


@dataclass(frozen=True, slots=True)
class Card:
    """All about one quotation; `key` is its place in the page, `number` its place among the quotations."""

    key: str
    number: int
    verdict: str
    sign: str
    tone: Tone
    place: str
    who: str
    printed: list[Piece]
    passages: list[PassageView]
    elsewhere: list[PassageView]
    findings: tuple[Finding, ...]
    unread: list[OriginView]
    look_for: str | None
    chain: tuple[Station, ...]
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding on the article as a whole."""

    where: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class OutletView:
    """An outlet that is cited, with its profile as labelled lines."""

    cited: Cited
    profile: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class View:
    """One article of the page."""

    key: str
    title: str
    name: str
    facts: list[str]
    language: str | None
    unread: str | None
    warning: str
    counts: list[tuple[str, str, Tone, int]]
    blocks: list[BlockView]
    cards: list[Card]
    first: str | None
    remarks: list[Remark]
    outlets: list[OutletView]
    originals: list[OriginView]


# Of a report, what is known of its outlets: label and words, by the key of `Cited`.
Profiles = Callable[[Report], Mapping[str, tuple[tuple[str, str], ...]]]


def no_profiles(report: Report) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Where nobody looked."""
    return {}


def view_of(report: Report, number: int, profiles: Profiles = no_profiles) -> View:
    """`number` tells apart the articles of one page: the first has "q1", the second "a2-q1"."""
    article, about = report.article, report.article.metadata
    maker = _Maker(report, "" if number == 1 else f"a{number}-")
    cards = [maker.card(judgement, place) for place, judgement in enumerate(report.judgements, start=1)]
    urgent = min(range(len(cards)), key=lambda at: urgency(report.judgements[at]), default=None)
    verdicts = report.counts()
    known = profiles(report)
    facts = (about.publisher, about.author, wording.day(about.published) if about.published else None)
    return View(
        key=f"a{number}",
        title=about.title or article.name,
        name=article.name,
        facts=[fact for fact in facts if fact],
        language=language_tag(about.language),
        unread=article.unavailable.message if article.unavailable else None,
        warning=wording.on_reconstructions(report.originals),
        counts=[(v.value, *SIGNS[v], verdicts[v]) for v in wording.VERDICT_ORDER if verdicts[v]],
        blocks=blocks_of(report),
        cards=cards,
        first=cards[urgent].key if urgent is not None else None,
        remarks=[Remark(_where(report, finding), finding) for finding in report.findings],
        outlets=[OutletView(one, known.get(one.key, ())) for one in outlets_cited(report)],
        originals=[maker.origin(original, "") for original in report.originals],
    )


def language_tag(language: str | None) -> str | None:
    """The language as an attribute may have it."""
    return language if language and _LANGUAGE.fullmatch(language) else None


def _where(report: Report, finding: Finding) -> str:
    starts = [evidence.span.start for evidence in finding.evidence if evidence.where == "article"]
    return ", ".join(dict.fromkeys(filter(None, (wording.place(report.article, start) for start in starts))))


class _Maker:
    """The cards of one report."""

    def __init__(self, report: Report, before: str) -> None:
        self._report, self._before = report, before
        self._originals = {original.id: original for original in report.originals}

    def card(self, judgement: Judgement, number: int) -> Card:
        """Everything about one quotation."""
        deciding = places(judgement.passages)
        shown = {passage.original for passage in judgement.passages}
        tied = [self._originals[one.original] for one in judgement.originals if one.tie]
        sign, tone = SIGNS[judgement.verdict]
        attribution = judgement.attribution
        return Card(
            key=f"{self._before}q{number}",
            number=number,
            verdict=judgement.verdict.value,
            sign=sign,
            tone=tone,
            place=wording.place(self._report.article, attribution.quotation.span.start),
            who=wording.who(attribution, self._report.article),
            printed=article_line(self._report, judgement, deciding, WHOLE),
            passages=[self._passage(judgement, passage) for passage in deciding],
            elsewhere=[self._passage(judgement, one) for one in judgement.passages if one not in deciding],
            findings=judgement.findings,
            unread=[self.origin(one, _tie(judgement, one.id)) for one in tied if one.id not in shown],
            look_for=wording.search_words(attribution, self._report.article)
            if judgement.verdict is Verdict.UNAVAILABLE and not tied
            else None,
            chain=chain_of(self._report, judgement, deciding[0] if deciding else None),
            steps=judgement.steps,
        )

    def origin(self, original: Original, tie: str, passage: Passage | None = None) -> OriginView:
        """Where an original is; with a passage, the way to it."""
        capture = original.capture
        why = original.unavailable or (original.article.unavailable if original.article else None)
        return OriginView(
            about=wording.about(original, article_language=self._report.article.metadata.language, passage=passage),
            tie=tie,
            taken=wording.taken(capture) if capture else None,
            link=page_link(original, passage),
            address=(capture.final_url or capture.url) if capture else original.url,
            path=original.path,
            sha256=capture.sha256 if capture else None,
            reconstruction=bool(capture and capture.reconstruction),
            message=why.message if why else None,
        )

    def _passage(self, judgement: Judgement, passage: Passage) -> PassageView:
        original = self._originals[passage.original]
        tied = any(one.original == original.id and one.tie for one in judgement.originals)
        return PassageView(
            label=wording.passage_label(passage, tied=tied),
            pieces=original_line(original.text, passage, judgement.verdict, NORMAL),
            language=language_tag(original.language),
            speaker=passage.speaker,
            origin=self.origin(original, _tie(judgement, original.id), passage),
        )


def _tie(judgement: Judgement, original: str) -> str:
    return wording.TIES[next((one.tie for one in judgement.originals if one.original == original), None)]
