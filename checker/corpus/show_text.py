"""An utterance for a terminal: who had it first here, then place after place with what differs."""

from __future__ import annotations

from collections import Counter

from checker.corpus.carriers import First, Place
from checker.corpus.drift import IN_WORDS, Difference, Drift, Kind
from checker.corpus.moments import DAY, Moment
from checker.corpus.show import SINGLE, STOCK, UNGROUPED, Shown
from checker.report.layout import Ink, Page, Piece, piece
from checker.report.wording import counted, day, listed, moment

_INKS = {
    Kind.SAME: Ink.FINE,
    Kind.STYLE: Ink.FINE,
    Kind.MARKED: Ink.FINE,
    Kind.WORDS: Ink.WARNING,
    Kind.MEANING: Ink.ERROR,
}
# So many places are told one by one, so many differences of each; JSON has all.
_PLACES, _DIFFERENCES = 60, 6
# So many of those from whom places say to have the words.
_SOURCES = 5


def show_text(one: Shown, *, width: int, colour: bool) -> str:
    """One utterance."""
    page = Page(width=width, colour=colour)
    page.write([piece(f"“{one.early.text}”", Ink.STRONG)], indent=1)
    counts = f"{counted(len(one.places), 'place')} at {counted(len(one.outlets), 'outlet')}"
    page.write([piece(" · ".join(filter(None, (one.id, counts))), Ink.FAINT)], indent=1)
    page.blank()
    for sentence in first_sentences(one):
        page.write([piece(sentence)], indent=1)
    if sources := whence_counted(one):
        page.write([piece(sources)], indent=1)
    page.blank()
    for place, drift in list(zip(one.places, one.drifts, strict=True))[:_PLACES]:
        _place(page, one, place, drift)
    if len(one.places) > _PLACES:
        page.write([piece(f"and {len(one.places) - _PLACES:,} more; --format json has them all", Ink.FAINT)], indent=1)
    return page.text()


def first_sentences(one: Shown) -> list[str]:
    """What can be said of who had the words first, and no more."""
    if one.kind == STOCK:
        return ["A stock phrase: many say it, at many outlets and on many days. No first carrier is named for it."]
    if one.kind == UNGROUPED:
        ungrouped = ["These quotations came after the corpus was grouped last; `checker corpus group` takes them in."]
        return [*ungrouped, *_first(one.first)]
    if one.kind == SINGLE and len(one.places) == 1:
        return ["It stands once in this corpus."]
    return _first(one.first)


def _first(first: First) -> list[str]:
    said = []
    if not first.places:
        said.append("Which place is the first in this corpus is unknown: none of them has a date.")
    elif first.known:
        place = first.places[0]
        said.append(f"First in this corpus: {place.carrier}, {when(place.moment)} ({place.article}).")
    else:
        names = listed(list(dict.fromkeys(place.carrier for place in first.places)))
        said.append(f"Which is first in this corpus is unknown: {names} may be, {when(first.places[0].moment)}.")
    if first.places and first.undated:
        said.append(f"{counted(first.undated, 'place')} without a date may be earlier.")
    return said


def whence_counted(one: Shown) -> str:
    """From whom the places say to have the words, those with most first; several outlets may turn out to have one origin."""
    counts = Counter(place.cited or place.credit for place in one.places if place.cited or place.credit)
    if not counts:
        return ""
    most = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
    named = [f"{name} ({counted(number, 'place')})" for name, number in most[:_SOURCES]]
    more = [f"{len(most) - _SOURCES} others"] if len(most) > _SOURCES else []
    return f"They say they have the words from {listed([*named, *more])}."


def when(at: Moment | None) -> str:
    """ "6 May 2024, 08:00 UTC", of a day without the time"""
    if at is None:
        return "without a date"
    return day(at.at.date().isoformat()) if at.precision == DAY else moment(at.at.isoformat())


def _place(page: Page, one: Shown, place: Place, drift: Drift) -> None:
    head = [piece(when(place.moment)), piece(" · "), piece(place.carrier, Ink.STRONG)]
    if place.speaker:
        head.append(piece(f" · {place.speaker}"))
    page.write([*head, piece(f" · {place.title or place.article}", Ink.FAINT)], indent=3)
    if place is one.early:
        page.write([piece("the wording that the others are held against", Ink.FAINT)], indent=6)
    else:
        page.write([piece(f"“{place.text}”")], indent=6, limit=4)
        page.write([piece(drift_words(drift), _INKS.get(drift.kind, Ink.PLAIN))], indent=6)
        for difference in drift.differences[:_DIFFERENCES]:
            page.write(_difference(difference), indent=9)
    if said := whence(place):
        page.write([piece(said)], indent=6)


def drift_words(drift: Drift) -> str:
    """ "words differ, in 12 words of its 30" """
    said = IN_WORDS[drift.kind]
    if drift.kind is Kind.OTHER:
        return said
    if drift.more:
        return f"{said}, and {counted(drift.more, 'word')} more"
    return f"{said}, {drift.words} of its {drift.of} words" if drift.part else said


def _difference(one: Difference) -> list[Piece]:
    if not one.here:
        return [piece(f"{one.cls.value}: without "), piece(f"“{one.early}”")]
    if not one.early:
        return [piece(f"{one.cls.value}: with "), piece(f"“{one.here}”", Ink.CHANGED)]
    return [piece(f"{one.cls.value}: “{one.early}”, here "), piece(f"“{one.here}”", Ink.CHANGED)]


def whence(place: Place) -> str:
    """What it says it has the words from; empty where it says nothing."""
    if place.cited:
        return f"says it has the words from {place.cited}"
    return f"its text is credited to {place.credit}" if place.credit else ""
