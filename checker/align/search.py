"""Finding the passage: exact first, then seeds, then one careful alignment on each of a few windows.

A `Library` holds originals' texts and one index over all of them, made once. Two numbers come with each place, never one:
how alike (`similarity`), and how much the agreement tells (`information`, in bits).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from math import log2
from typing import NamedTuple
from unicodedata import combining

from checker.align.alignment import Alignment, Quoted, align, slip, telling, weight
from checker.align.ends import put_right
from checker.align.index import Index, build_index
from checker.align.printed import Printed
from checker.align.windows import windows
from checker.model import Span
from checker.text.words import Words

# Windows that agree as well as the best (within so much of the quotation's weight) are other transcripts of the same words;
# below 0.6 none can be an answer, and one is enough to show. Aligning more costs 1 ms a quotation and finds no more.
_ALIGNED, _AS_WELL, _WORTH_MORE = 4, 0.03, 0.6
# So many words are looked at on either side of a quotation with a marked cut: its part before the cut may be two words.
_BEYOND_A_CUT = 80
# Of a phrase that stands everywhere so many places are counted, and so many compared.
_EXACT_PLACES, _EXACT_ALIGNED = 200, 6

# In a run of words that agree, each word after the first tells less than alone: the language foretells it. 7.7 against
# 11.8 bits a word is what pairs and single words measure on news English.
FORETOLD = 0.65


class Place(NamedTuple):
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

    def exact(self, printed: Printed, text: int | None = None, *, beside: Place | None = None) -> list[Place]:
        """Every place where the quick words stand one after another as printed; the first few are aligned.

        With `beside` those come first that stand nearest to another place.
        """
        index, within = self.index, self._within(text)
        if not printed.plain:
            return []
        query = index.encode(printed.plain)
        found = index.stand(query, within, _EXACT_PLACES)
        if beside is not None and len(found) > 1:
            found.sort(key=lambda place: (abs(index.start(place) - beside.span.start), place))
        places = [self._place(printed, place, place + len(printed.plain) - 1) for place in found[:_EXACT_ALIGNED]]
        return [Place(p.text, p.window, p.alignment, p.information, len(found)) for p in places]

    def near(self, printed: Printed, text: int | None = None, *, answering: bool = False) -> list[Place]:
        """The places that come nearest, the best first: the window that agrees best, and those that agree as well.

        With `answering` only what may be an answer is looked at closely.
        """
        if not printed.plain:
            return []
        query = self.index.encode(printed.plain)
        found = windows(self.index, query, [weight(word) for word in printed.plain], self._within(text))
        if not found or (answering and found[0].agreement < _WORTH_MORE):
            return []
        least = max(_WORTH_MORE, found[0].agreement - _AS_WELL)
        close = found[:1] + [window for window in found[1:_ALIGNED] if window.agreement >= least]
        # What a marked cut left out may be long, and what stands before it short.
        wider = _BEYOND_A_CUT if printed.cut else 0
        places = [self._place(printed, window.first - wider, window.last + wider) for window in close]
        return sorted(places, key=lambda place: (-place.similarity, place.text, place.span.start))

    def held(self, printed: Printed, place: Place) -> Place:
        """What a place has for another quotation, a part of the one that it was found for."""
        return self._aligned(printed, place.text, place.window)

    def _within(self, text: int | None) -> range | None:
        return None if text is None else self.index.words_of(text)

    def _place(self, printed: Printed, first: int, last: int) -> Place:
        """Aligns the quotation with the words `first` to `last` of the index."""
        index = self.index
        number = index.text_of((first + last) // 2)
        words = index.words_of(number)
        first, last = max(words.start, first), min(words.stop - 1, last)
        start, end = index.start(first), index.end(last)
        text = self.texts[number]
        # A sign before a number, or a letter's dot after it, belongs to the word.
        while start > 0 and text[start - 1] in "$£€¥[":
            start -= 1
        while end < len(text) and combining(text[end]):
            end += 1
        if end < len(text) and text[end] in "%].":
            end += 1
        window = Words(text[start:end], offset=start, original=True)
        return self._aligned(printed, number, window)

    @staticmethod
    def _aligned(printed: Printed, text: int, window: Words) -> Place:
        keys = [unit.key for unit in window.units]
        alignment = put_right(align(printed.quoted, keys), printed.quoted, window)
        return Place(text, window, alignment, information(printed.quoted, keys, alignment))


def information(quoted: Quoted, original: Sequence[str], alignment: Alignment) -> float:
    """What the agreeing words tell, in bits; a word with a slip in it tells half."""
    total = 0.0
    for step in alignment.steps:
        keys = quoted.keys[slice(*step.quoted)]
        if step.same:
            told = [telling(key) for key in keys]
            total += told[0] + FORETOLD * sum(told[1:])
        elif len(keys) == step.original[1] - step.original[0]:
            for key, other in zip(keys, original[slice(*step.original)], strict=True):
                if slip(key, other):
                    total += FORETOLD / 2 * min(telling(key), telling(other))
    return total
