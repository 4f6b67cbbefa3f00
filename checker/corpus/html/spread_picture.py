"""Where the places of one utterance stand in a picture of its spread over time: an outlet a row, time from left to right."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from checker.corpus.carriers import Place
from checker.corpus.durations import lag
from checker.corpus.moments import DAY
from checker.corpus.show import Shown
from checker.corpus.show_text import when

# Rows beyond these are counted only.
_ROWS = 24
WIDTH = 760
_LEFT, _RIGHT, _TOP, _ROW = 210, 30, 34, 24
_LABEL = 26
# Lags run from minutes to months and half of them are under three hours: the axis is a logarithm, in minutes, so that
# the first hours have room. Its marks:
_MARKS = (0, 10, 60, 6 * 60, 24 * 60, 7 * 24 * 60, 30 * 24 * 60, 182 * 24 * 60)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place: from `x` to `x2`, which are the same where the time is known."""

    x: float
    x2: float
    day: bool
    first: bool
    title: str


@dataclass(frozen=True, slots=True)
class Row:
    """An outlet with its places."""

    y: float
    label: str
    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """`ticks` are places on the axis with what they say; `left_out` counts outlets for which there was no room."""

    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, str], ...]
    height: int
    left_out: int
    undated: int


def spread_picture(one: Shown) -> Spread | None:
    """None where no place has a date."""
    dated = [place for place in one.places if place.moment]
    if not dated:
        return None
    begin = min(place.moment.at.timestamp() for place in dated if place.moment)
    end = max(place.moment.latest.timestamp() for place in dated if place.moment)
    span = max((end - begin) / 60, 10.0)
    by_outlet: dict[str, list[Place]] = {}
    for place in dated:
        by_outlet.setdefault(place.carrier, []).append(place)
    firsts = {place.quotation for place in one.first.places}
    rows = [
        Row(_TOP + _ROW * (at + 0.5), _short(name), name, _marks(places, begin, span, firsts))
        for at, (name, places) in enumerate(list(by_outlet.items())[:_ROWS])
    ]
    ticks = [(_x(mark, span), lag(mark * 60) if mark else "first") for mark in _MARKS if mark <= span]
    height = _TOP + _ROW * len(rows) + 10
    return Spread(tuple(rows), tuple(ticks), height, len(by_outlet) - len(rows), len(one.places) - len(dated))


def _marks(places: Sequence[Place], begin: float, span: float, firsts: set[str]) -> tuple[Mark, ...]:
    found = []
    for place in places:
        moment = place.moment
        if moment is None:
            continue
        x, x2 = (_x((at.timestamp() - begin) / 60, span) for at in (moment.at, moment.latest))
        title = f"{place.carrier}, {when(moment)}"
        found.append(Mark(x, x2, moment.precision == DAY, place.quotation in firsts, title))
    return tuple(found)


def _x(minutes: float, span: float) -> float:
    share = math.log1p(max(minutes, 0.0)) / math.log1p(span)
    return round(_LEFT + (WIDTH - _LEFT - _RIGHT) * min(share, 1.0), 1)


def _short(name: str) -> str:
    return name if len(name) <= _LABEL else f"{name[: _LABEL - 1]}…"
