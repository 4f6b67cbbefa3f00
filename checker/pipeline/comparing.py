"""A bare quotation held against originals that were given with it."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from checker.align import prepare
from checker.judge import CHANCE_AT_10_MB, DAYS_AFTER, Case, agrees, apart, judge
from checker.model import (
    Article,
    Attribution,
    Block,
    Judgement,
    Match,
    Metadata,
    Quotation,
    QuotationKind,
    Span,
)  # fmt: skip
from checker.pipeline.hearing import Credited
from checker.pipeline.holding import matches_of
from checker.pipeline.originals import Originals
from checker.text.names import ROLES, same_person

_MARKS = '“”"'
_NOBODY = frozenset("he she they it we i you who him her them".split())


class Asked(NamedTuple):
    """A quotation to compare: `speaker` as the article names them, `date` the article's (ISO), its text before and after."""

    quotation: str
    speaker: str | None = None
    date: str | None = None
    before: str = ""
    after: str = ""


def compare(asked: Asked, originals: Originals) -> Judgement:
    """The verdict on one quotation; `originals` are all tied as given, and made with `by_path` and `all_speech`.

    Where there are many, little that agrees is not enough: a speaker or a date that was given must agree as well.
    """
    article, attribution = _as_article(asked)
    printed = prepare(asked.quotation)
    person = _person(asked.speaker)
    found = originals.shelf.find(printed, range(len(originals.shelf.ids)))
    many = len(originals.readable) > 1
    return judge(
        Case(
            article=article,
            attribution=attribution,
            originals=originals.by_id,
            tied=originals.all_given,
            matches=tuple(
                _confirmed(match, asked, person, originals)
                for one in found
                for match in matches_of(one, originals, Credited(person))
            ),
            chance=originals.shelf.library.chance if many else None,
            speaker=person,
        )
    )


# What is this alike and tells this much is found where a speaker agrees, or a date where no speaker is known: measured on
# the labelled pairs, 4 more of 233 matches and none of 101 negatives. Without either, `checker.align` asks for more.
_ALIKE, _TELLING = 0.72, 40.0


def _confirmed(match: Match, asked: Asked, person: str | None, originals: Originals) -> Match:
    """A near passage answers where speaker or date confirm it."""
    first = match.passages[0]
    telling = first.information + CHANCE_AT_10_MB - originals.shelf.library.chance
    if first.answers or first.similarity < _ALIKE or telling < _TELLING:
        return match
    same = same_person(person, first.speaker) if person and first.speaker else None
    days = apart(asked.date, originals.by_id[match.original].published)
    if same is False or (days is not None and days < -DAYS_AFTER) or not (same or agrees(days)):
        return match
    return replace(match, passages=(replace(first, answers=True), *match.passages[1:]))


def _as_article(asked: Asked) -> tuple[Article, Attribution]:
    """The quotation between its marks, in the sentence that carries it."""
    lead = asked.before.rstrip(_MARKS) + "“"
    text = f"{lead}{asked.quotation}”{asked.after.lstrip(_MARKS)}"
    span = Span(len(lead), len(lead) + len(asked.quotation))
    before = asked.before.rstrip(_MARKS + " \n")
    partial = bool(before) and before[-1] not in ",:.!?" and asked.quotation[:1].islower()
    article = Article(text, (Block(Span(0, len(text))),), Metadata(published=asked.date))
    return article, Attribution(Quotation("q1", span, QuotationKind.DIRECT, (span,), partial=partial))


def _person(speaker: str | None) -> str | None:
    """A single person's name without what describes them; None for a pronoun or a role."""
    name = (speaker or "").split(",")[0].strip()
    if not name or name.lower() in _NOBODY or all(word.lower() in ROLES for word in name.split()):
        return None
    return name
