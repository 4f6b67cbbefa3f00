"""Where the outlets of a graph and the edges between them stand in a picture."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from checker.corpus.outlets_graph import OutletGraph

# What a picture can hold: more outlets or lines are a tangle, and the tables below it have more.
_OUTLETS, _CARRIES, _CITES = 18, 36, 18
WIDTH, HEIGHT = 760, 470
_RADIUS, _GAP, _LABEL = 190.0, 12.0, 26
_THINNEST, _THICKEST = 1.2, 6.0


@dataclass(frozen=True, slots=True)
class Dot:
    """An outlet; its name stands beside it, on the far side of the circle."""

    x: float
    y: float
    size: float
    name: str
    label: str
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Line:
    """The way that words went: from who had them first to who printed them later, or from who is cited to who cites."""

    path: str
    thick: float
    cites: bool
    title: str


@dataclass(frozen=True, slots=True)
class Picture:
    """`left_out` counts the outlets for which there was no room."""

    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    left_out: int


def graph_picture(graph: OutletGraph) -> Picture:
    """The outlets with most edges on a circle, by weight and then by name; an edge where both its ends are shown."""
    weights: Counter[str] = Counter()
    for carried in graph.carries:
        weights.update({carried.first: carried.utterances, carried.later: carried.utterances})
    for cited in graph.cites:
        weights.update({cited.outlet: cited.quotations + cited.places, cited.cited: cited.quotations + cited.places})
    chosen = sorted(weights, key=lambda key: (-weights[key], key))[:_OUTLETS]
    if not chosen:
        return Picture((), (), 0)
    most = weights[chosen[0]]
    step = _step(len(chosen))
    ring = [key for _, key in sorted((at * step % len(chosen), key) for at, key in enumerate(chosen))]
    angles = {key: 2 * math.pi * at / len(ring) - math.pi / 2 for at, key in enumerate(ring)}
    dots = tuple(_dot(graph.names[key], angles[key], 4 + 7 * math.sqrt(weights[key] / most)) for key in ring)
    return Picture(dots, tuple(_lines(graph, angles)), len(weights) - len(chosen))


def _step(count: int) -> int:
    """So many places on from one outlet to the next lighter one: the heavy ones do not stand side by side."""
    near = round(count * 0.382)
    return next(step for step in range(max(near, 1), count + near + 2) if math.gcd(step, count) == 1)


def _dot(name: str, angle: float, size: float) -> Dot:
    x, y = _at(angle, _RADIUS)
    label = name if len(name) <= _LABEL else f"{name[: _LABEL - 1]}…"
    reach = size + _GAP - 5
    side, height = math.cos(angle), math.sin(angle)
    anchor = "middle" if abs(side) < 0.1 else "end" if side < 0 else "start"
    label_x = x + (0 if anchor == "middle" else reach if side > 0 else -reach)
    label_y = y + 4 + (height * (reach + 4) if anchor == "middle" else 0)
    return Dot(round(x, 1), round(y, 1), round(size, 1), name, label, round(label_x, 1), round(label_y, 1), anchor)


def _at(angle: float, radius: float) -> tuple[float, float]:
    return WIDTH / 2 + radius * math.cos(angle), HEIGHT / 2 + radius * math.sin(angle)


def _lines(graph: OutletGraph, angles: dict[str, float]) -> list[Line]:
    names = graph.names
    found: list[tuple[str, str, int, bool, str]] = []
    for carried in graph.carries:
        if carried.first in angles and carried.later in angles:
            title = f"{names[carried.later]} after {names[carried.first]}: {carried.utterances} utterances"
            found.append((carried.first, carried.later, carried.utterances, False, title))
    cites = []
    for cited in graph.cites:
        if cited.outlet in angles and cited.cited in angles:
            count = cited.quotations + cited.places
            cites.append(
                (cited.cited, cited.outlet, count, True, f"{names[cited.outlet]} cites {names[cited.cited]}: {count}")
            )
    chosen = found[:_CARRIES] + cites[:_CITES]
    most = max((count for _, _, count, _, _ in chosen), default=1)
    return [
        Line(_path(angles[start], angles[end], cites), _thick(count, most), cites, title)
        for start, end, count, cites, title in chosen
    ]


def _thick(count: int, most: int) -> float:
    return round(_THINNEST + (_THICKEST - _THINNEST) * math.sqrt(count / most), 1)


def _path(start: float, end: float, cites: bool) -> str:
    """A curve towards the middle; the way there and the way back, and the two kinds, do not lie on each other."""
    inner = _RADIUS - _GAP
    (x1, y1), (x2, y2) = _at(start, inner), _at(end, inner)
    middle_x, middle_y = (x1 + x2) / 2, (y1 + y2) / 2
    bend = 0.22 if cites else 0.10
    across_x, across_y = (y2 - y1) * bend, (x1 - x2) * bend
    pull = 0.35
    x = middle_x + (WIDTH / 2 - middle_x) * pull + across_x
    y = middle_y + (HEIGHT / 2 - middle_y) * pull + across_y
    return f"M{x1:.1f} {y1:.1f}Q{x:.1f} {y:.1f} {x2:.1f} {y2:.1f}"
