"""Finding the passage: exact first, then seeds, then one careful alignment on each of a few windows.

A `Library` holds originals' texts and one index over all of them, made once. Two numbers come with each place, never one:
how alike (`similarity`), and how much the agreement tells (`information`, in bits).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log2

from checker.align.alignment import Alignment, Quoted, align
from checker.align.ends import put_right
from checker.align.index import Index, Query, Seed, build_index
from checker.align.printed import Printed
from checker.model import Span
from checker.text.english.frequency import bits
from checker.text.words import Words

# Runs of three words find 99.7 % of the labelled passages, runs of two all of them (596 pairs). A run that stands in more
# places than this tells nothing; 1,500 is where recall stops to grow at 10 MB.
_TRIPLES_LIMIT, _PAIRS_LIMIT, _SINGLES_LIMIT = 1500, 250, 60
_HITS = 260
_WINDOWS = 4
_EXACT_PLACES = 200
_EXACT_ALIGNED = 6
_SLACK = 8
_REACH = 50

# In a run of words that agree, each word after the first tells less than alone: the language foretells it. 7.7 against
# 11.8 bits a word is what pairs and single words measure on news English.
_FORETOLD = 0.65


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one text held against the quotation: `window` is the text around, `alignment` counts its units."""

    text: int
    window: Words
    alignment: Alignment
    information: float
    equals: int = 1

    @property
    def similarity(self) -> float:
        return self.alignment.similarity

    @property
    def span(self) -> Span:
        """From the first to the last word used, in the whole text; empty when nothing was used."""
        if self.alignment.first >= self.alignment.last:
            return Span(self.window.offset, self.window.offset)
        units = self.window.units[self.alignment.first : self.alignment.last]
        return Span(self.window.span_of(units[0]).start, self.window.span_of(units[-1]).end)


class Library:
    """Texts to look in; the index is made at the first search."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = tuple(texts)

    @cached_property
    def index(self) -> Index:
        """One index over all texts."""
        return build_index(self.texts)

    @cached_property
    def chance(self) -> float:
        """How many bits agreement by chance gives in texts of this size: log2 of the number of words."""
        return log2(max(2, self.index.size))

    def exact(self, printed: Printed, text: int | None = None) -> list[Place]:
        """Every place where the quick words stand one after another as printed; the first few are aligned."""
        index, within = self.index, self._within(text)
        query = index.encode(printed.plain)
        if not printed.plain:
            return []
        found = _exact_places(index, query, len(printed.plain), within)
        places = [
            self._place(printed, place, place + len(printed.plain) - 1, slack=0) for place in found[:_EXACT_ALIGNED]
        ]
        return [Place(p.text, p.window, p.alignment, p.information, len(found)) for p in places]

    def near(self, printed: Printed, text: int | None = None) -> list[Place]:
        """The places that come nearest, the best first; at most eight."""
        index, within = self.index, self._within(text)
        query = index.encode(printed.plain)
        places: list[Place] = []
        for length, limit in ((3, _TRIPLES_LIMIT), (2, _PAIRS_LIMIT), (1, _SINGLES_LIMIT)):
            seeds = index.seeds(query, length, limit, within) if len(printed.plain) >= length else []
            for first, last in _windows(index, seeds, len(printed.plain)):
                places.append(self._place(printed, first, last, slack=_SLACK + len(printed.plain) // 8))
            if places and max(place.similarity for place in places) >= 0.72:
                break
        return sorted(places, key=lambda place: (-place.similarity, place.text, place.span.start))[: 2 * _WINDOWS]

    def _within(self, text: int | None) -> range | None:
        return None if text is None else self.index.words_of(text)

    def _place(self, printed: Printed, first: int, last: int, *, slack: int) -> Place:
        """Aligns the quotation with the words `first` to `last` of the index and a few around them."""
        index = self.index
        number = index.text_of(max(0, first))
        words = index.words_of(number)
        first, last = max(words.start, first - slack), min(words.stop - 1, last + slack)
        start, end = index.start(first), index.end(last)
        text = self.texts[number]
        # A sign before a number, or a letter's dot after it, belongs to the word.
        while start > 0 and text[start - 1] in "$£€¥[":
            start -= 1
        if end < len(text) and text[end] in "%].":
            end += 1
        window = Words(text[start:end], offset=start, original=True)
        alignment = put_right(align(printed.quoted, [unit.key for unit in window.units]), printed.quoted, window)
        return Place(number, window, alignment, information(printed.quoted, alignment))


def information(quoted: Quoted, alignment: Alignment) -> float:
    """What the agreeing words tell, in bits."""
    total = 0.0
    for step in alignment.steps:
        if step.same:
            told = [bits(key.lstrip("#")) for key in quoted.keys[step.quoted[0] : step.quoted[1]]]
            total += told[0] + _FORETOLD * sum(told[1:])
    return total


def _exact_places(index: Index, query: Query, length: int, within: range | None) -> list[int]:
    """Where the whole query stands, from its rarest run on."""
    seeds = index.seeds(query, min(3, length), 1 << 60, within)
    runs = {at for at, _ in seeds}
    if len(runs) < length - min(3, length) + 1:
        return []
    at, places = seeds[0]
    found = []
    for place in places:
        if index.run(query, at, place) == (at, length - at):
            found.append(place - at)
            if len(found) >= _EXACT_PLACES:
                break
    return found


def _windows(index: Index, seeds: Sequence[Seed], length: int) -> list[tuple[int, int]]:
    """The stretches with the rarest distinct seeds, best first; then, for seeds that these lack, those that have them."""
    best = _best_windows(index, seeds, length)
    covered: set[int] = set()
    for _, _, held in best[:2]:
        covered |= held
    rest = [seed for seed in seeds if seed[0] not in covered]
    if len(rest) >= 2 and covered:
        best = best[:2] + _best_windows(index, rest, length)[:2]
    return [(first, last) for first, last, _ in best[:_WINDOWS]]


def _best_windows(index: Index, seeds: Sequence[Seed], length: int) -> list[tuple[int, int, set[int]]]:
    hits: list[tuple[int, int, float]] = []
    for at, places in seeds:
        if hits and len(hits) + len(places) > _HITS:
            break
        rarity = log2(index.size / len(places) + 1)
        hits.extend((place, at, rarity) for place in places)
    hits.sort()
    scored: list[tuple[float, int, int, set[int]]] = []
    left, counts, score = 0, dict[int, int](), 0.0
    for right, (place, at, rarity) in enumerate(hits):
        counts[at] = counts.get(at, 0) + 1
        score += rarity if counts[at] == 1 else 0.0
        while place - hits[left][0] > length + _REACH:
            gone = hits[left][1]
            counts[gone] -= 1
            if not counts[gone]:
                score -= hits[left][2]
                del counts[gone]
            left += 1
        nearest_end = right + 1 == len(hits) or hits[right + 1][0] - hits[left][0] > length + _REACH
        if nearest_end:
            low, high = hits[left], hits[right]
            scored.append((score, low[0] - low[1], high[0] + length - high[1] - 1, set(counts)))
    scored.sort(key=lambda window: (-window[0], window[1]))
    chosen: list[tuple[int, int, set[int]]] = []
    for _, first, end, held in scored:
        if all(end < other[0] or first > other[1] for other in chosen):
            chosen.append((max(0, first), min(end, index.size - 1), held))
            if len(chosen) == _WINDOWS:
                break
    return chosen
