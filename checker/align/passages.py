"""From places to passages: which answer, with their edit operations; and quotations joined from two places."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from math import log2
from typing import NamedTuple

from checker.align.alignment import telling, weight
from checker.align.edits import edits_of
from checker.align.printed import Printed, as_one, prepare
from checker.align.search import Library, Place
from checker.align.sentence import one_difference, only_moved
from checker.align.short import mostly_there
from checker.model import Edit, EditClass, EditOp, Passage, Span
from checker.text.sentences import sentence_around

# How alike, and how many bits that needs: the less alike, the more must be told. Measured at 10 MB: these accept 230 of 233
# labelled matches and none of 101 negatives (the nearest lack 3 bits), and of 600 made quotations that stand nowhere only
# lines that somebody said in nearly the same words on another day. The bits shift with the size of what is searched:
# chance agreement grows with log2 of its words.
_ACCEPTED = ((0.70, 60.0), (0.75, 53.0), (0.80, 41.0), (0.88, 38.0), (0.95, 20.0))
# Where one original is named, nothing competes: a looser pair (0.979 of the matches, 2 of 101 negatives at 10 MB).
_TIED_ALIKE, _TIED_TELLING = 0.70, 40.0
_CHANCE_AT_10_MB = 21.0
# What each half of a splice must tell: 30 bits place 0.87 of the synthetic ones, 36 leave a margin against chance.
_HALF_TELLING, _HALF_ALIKE = 30.0, 0.85
# In the text that has the one half for certain, less of the other can be chance: one text in 300 is 8 bits.
_SAME_TEXT = 8.0
# Halves of one sentence that changed places stand side by side: these few characters apart, and then less is enough.
_BESIDE, _BESIDE_TELLING, _BESIDE_TOGETHER = 20, 12.0, 40.0
_GAIN = 1.5
# Where a half ends: a word that is missing there outweighs one that agrees.
_MISSING = 1.3
# What is so much alike needs no reading in two places.
_WHOLE = 0.93
# So many tied texts are looked into one by one, and so many others for another wording; of more, those that come nearest.
_FEW, _SHELFFUL = 4, 24


class Found(NamedTuple):
    """What one text has for the quotation: one passage, or two in the quotation's order where it is joined from two places.

    `others` are the places of the same text that answer exactly as well, in the order of the text.
    """

    text: int
    passages: tuple[Passage, ...]
    others: tuple[Passage, ...] = ()

    @property
    def answers(self) -> bool:
        return self.passages[0].answers


class Shelf:
    """Originals' texts under their ids, searched as one."""

    def __init__(self, ids: Sequence[str], texts: Sequence[str]) -> None:
        self.ids = tuple(ids)
        self.library = Library(texts)

    def find(self, printed: Printed, tied: Collection[int], *, everywhere: bool = False) -> list[Found]:
        """What each tied text has, and every other text that has the words or comes near; best first.

        With many tied texts only those that come nearest are in the answer. Where the words stand somewhere exactly, other
        wordings in other texts are looked for only with `everywhere`. Empty when nothing comes near anywhere.
        """
        if not printed.units:
            return []
        if printed.guessed and self.library.exact(whole := as_one(printed)):
            printed = whole
        places = self._places(printed, tied)
        if everywhere:
            self._add_elsewhere(printed, places)
        best = max((place.similarity for near in places.values() for place in near), default=0.0)
        few = tied if len(tied) <= _FEW else ()
        found = [
            self._found(printed, text, near, len(tied) == 1 and text in tied)
            for text, near in places.items()
            # Of the other texts only what may be shown is looked at closely: answers, and the nearest.
            if text in few or near[0].similarity == best or self._answers(printed, near[0], False)
        ]
        if best < _WHOLE:
            found = self._joined(printed, places, found)
        return sorted(found, key=lambda one: (not one.answers, -one.passages[0].similarity, one.text))

    def _add_elsewhere(self, printed: Printed, places: dict[int, list[Place]]) -> None:
        """Other wordings in the texts that have none yet: one by one in a few, else those that come nearest in all."""
        others = [text for text in range(len(self.ids)) if text not in places]
        if len(others) <= _SHELFFUL:
            found = {text: self.library.near(printed, text, answering=True) for text in others}
        else:
            found = _by_text(self.library.near(printed))
        for text, near in found.items():
            if near:
                places.setdefault(text, near)

    def _places(self, printed: Printed, tied: Collection[int]) -> dict[int, list[Place]]:
        """The places of each text that has any, the best first; a few tied texts are looked into one by one."""
        places = _by_text(self.library.exact(printed))
        missing = [text for text in tied if text not in places]
        if len(tied) <= _FEW:
            for text in missing:
                near = self.library.near(printed, text)
                if near:
                    places[text] = near
        if not places or (tied and len(missing) == len(tied) < len(self.ids)):
            for text, near in _by_text(self.library.near(printed)).items():
                places.setdefault(text, near)
        return places

    def _found(self, printed: Printed, text: int, places: Sequence[Place], alone: bool) -> Found:
        best = max(place.similarity for place in places)
        close = [place for place in places if place.similarity >= best - 0.02][:4]
        passages = sorted((self._passage(printed, place, alone) for place in close), key=_badness)
        least = _badness(passages[0])[:3]
        equals = [other for other in passages[1:] if _badness(other)[:3] == least]
        return Found(
            text, (self._with_sentence(passages[0], text),), tuple(self._with_sentence(p, text) for p in equals)
        )

    def _with_sentence(self, passage: Passage, text: int) -> Passage:
        """Its whole sentence is looked for only when it is one that counts."""
        return replace(passage, sentence=sentence_around(self.library.texts[text], passage.span))

    def _passage(self, printed: Printed, place: Place, alone: bool) -> Passage:
        text = self.library.texts[place.text]
        edits = edits_of(printed, place.window, place.alignment, text)
        span = place.span
        folded = {cls.value: None for cls in (*printed.words.folded.classes, *place.window.folded.classes)}
        return Passage(
            original=self.ids[place.text],
            span=span,
            sentence=span,
            answers=self._answers(printed, place, alone),
            similarity=round(place.similarity, 4),
            information=round(place.information, 2),
            edits=edits,
            equals=place.equals,
            folded=tuple(folded),
        )

    def _answers(self, printed: Printed, place: Place, alone: bool) -> bool:
        shift = _CHANCE_AT_10_MB - self.library.chance
        alike, telling = place.similarity, place.information + shift
        if alike >= 0.999:
            return True
        if any(alike >= least and telling >= bits for least, bits in _ACCEPTED):
            return True
        if one_difference(printed, place, self.library.texts[place.text], shift):
            return True
        near = alike >= _TIED_ALIKE or only_moved(printed, place)
        return alone and ((near and telling >= _TIED_TELLING) or mostly_there(printed, place))

    def _joined(self, printed: Printed, places: Mapping[int, Sequence[Place]], found: list[Found]) -> list[Found]:
        """Adds a reading in two places where it is clearly better than every reading in one."""
        candidates = [place for near in places.values() for place in near]
        candidates.sort(key=lambda place: -place.similarity)
        if len(printed.units) < 8:
            return found
        for place in candidates[:3]:
            joined = self._two(printed, place, candidates[0])
            if joined is not None:
                return [joined, *(one for one in found if one.text != joined.text)]
        return found

    def _two(self, printed: Printed, place: Place, single: Place) -> Found | None:
        at = _split(printed, place)
        if at is None or min(_told(printed, 0, at), _told(printed, at, len(printed.units))) < _BESIDE_TELLING:
            return None
        cut = printed.span_of(at, at + 1).start
        parts = prepare(printed.text[:cut]), prepare(printed.text[cut:])
        mine = [self.library.held(part, place) for part in parts]
        here = 0 if mine[0].similarity >= mine[1].similarity else 1
        if mine[here].similarity < _HALF_ALIKE:
            return None
        other = parts[1 - here]
        near = (
            self.library.exact(other, place.text, beside=place) or self.library.exact(other) or self.library.near(other)
        )
        if not near:
            return None
        halves = (mine[0], near[0]) if here == 0 else (near[0], mine[1])
        if not self._weigh(halves, len(printed.text)):
            return None
        if sum(half.alignment.cost for half in halves) + _GAIN > single.alignment.cost or self._overlap(*halves):
            return None
        marked = at in printed.quoted.cuts
        passages = [self._half(part, half, start) for part, half, start in zip(parts, halves, (0, cut), strict=True)]
        return Found(halves[0].text, (_linked(passages, self._gap(*halves), marked), passages[1]))

    def _weigh(self, places: Sequence[Place], length: int) -> bool:
        """Whether both halves tell enough: each by itself, or, where they stand side by side, together."""
        if any(place.similarity < _HALF_ALIKE for place in places):
            return False
        shift = _CHANCE_AT_10_MB - self.library.chance
        spans = [place.span for place in places]
        stretch = max(span.end for span in spans) - min(span.start for span in spans)
        beside = places[0].text == places[1].text and stretch <= 1.2 * length + _BESIDE
        told = [place.information + shift for place in places]
        if beside:
            return min(told) >= _BESIDE_TELLING and sum(told) >= _BESIDE_TOGETHER + shift
        if places[0].text == places[1].text:
            size = len(self.library.index.words_of(places[0].text))
            return (
                max(told)
                >= _HALF_TELLING
                <= min(told) + min(_SAME_TEXT, max(0.0, self.library.chance - log2(size + 1)))
            )
        return min(told) >= _HALF_TELLING

    @staticmethod
    def _overlap(one: Place, other: Place) -> bool:
        return one.text == other.text and one.span.overlaps(other.span)

    def _gap(self, one: Place, other: Place) -> Span | None:
        """What lies between two places of one text in their order; None for two texts or the other order."""
        if one.text != other.text or other.span.start < one.span.end:
            return None
        return Span(one.span.end, other.span.start)

    def _half(self, half: Printed, place: Place, start: int) -> Passage:
        passage = self._with_sentence(self._passage(half, place, alone=False), place.text)
        edits = tuple(replace(edit, quotation=edit.quotation.moved(start)) for edit in passage.edits)
        return replace(passage, answers=True, edits=edits)


def _linked(passages: Sequence[Passage], gap: Span | None, marked: bool) -> Passage:
    """The first half with the edit that tells how the second is joined to it."""
    first = passages[0]
    end = first.edits[-1]
    cls = EditClass.ELISION if marked and gap is not None else EditClass.SPLICE
    place = gap or Span(end.original.end, end.original.end)
    joint = Edit(EditOp.DELETE, cls, place, Span(end.quotation.end, end.quotation.end))
    return replace(first, edits=(*first.edits, joint))


def _told(printed: Printed, first: int, last: int) -> float:
    """The most that these units could tell, in bits."""
    return sum(map(telling, printed.quoted.keys[first:last]))


def _split(printed: Printed, place: Place) -> int | None:
    """The unit at which the part that this place has well ends or begins; None where it has a middle, or all."""
    scores: list[float] = []
    for step in place.alignment.steps:
        sign = 1.0 if step.same else -_MISSING
        scores.extend(sign * weight(printed.units[at].key) for at in range(*step.quoted))
    total = len(printed.units)
    if len(scores) != total:
        return None
    before = list(accumulate(scores, initial=0.0))
    prefix = max(range(total + 1), key=before.__getitem__)
    suffix = min(range(total + 1), key=before.__getitem__)
    of_prefix = before[prefix] >= before[total] - before[suffix]
    best, held = (prefix, scores[:prefix]) if of_prefix else (suffix, scores[suffix:])
    missing = sum(-score for score in held if score < 0) / _MISSING
    alike = missing <= (1 - _HALF_ALIKE + 0.1) * (sum(score for score in held if score > 0) + missing)
    return best if 3 <= best <= total - 3 and alike else None


def _by_text(places: Sequence[Place]) -> dict[int, list[Place]]:
    found: dict[int, list[Place]] = {}
    for place in places:
        found.setdefault(place.text, []).append(place)
    return found


_ORDER = {cls: number for number, cls in enumerate(EditClass)}


def _badness(passage: Passage) -> tuple[int, int, float, int]:
    worst = max((_ORDER[edit.cls] for edit in passage.edits), default=0)
    changed = sum(edit.cls is not EditClass.SAME for edit in passage.edits)
    return worst, changed, -passage.similarity, passage.span.start
