"""From places to passages: which answer, with their edit operations; and quotations joined from two places."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.align.alignment import weight
from checker.align.edits import edits_of
from checker.align.printed import Printed, prepare
from checker.align.search import Library, Place
from checker.model import Edit, EditClass, EditOp, Passage, Span
from checker.text.sentences import sentence_around

# How alike, and how many bits that needs: the less alike, the more must be told. Measured on the labelled pairs at 10 MB:
# these accept 229 of 233 matches and none of 101 negatives, of which the nearest lack 5 to 9 bits. The bits shift with the
# size of what is searched: chance agreement grows with log2 of its words.
_ACCEPTED = ((0.70, 62.0), (0.75, 55.0), (0.80, 50.0), (0.84, 46.0), (0.88, 40.0), (0.95, 20.0))
# Where one original is named, nothing competes: a looser pair (0.979 of the matches, 2 of 101 negatives at 10 MB).
_TIED_ALIKE, _TIED_TELLING = 0.70, 40.0
_CHANCE_AT_10_MB = 21.0
# What each half of a splice must tell: 30 bits place 0.87 of the synthetic ones, 36 leave a margin against chance.
_HALF_TELLING, _HALF_ALIKE = 30.0, 0.85
# Halves of one sentence that changed places stand side by side: these few characters apart, and then less is enough.
_BESIDE, _BESIDE_TELLING = 20, 12.0
_GAIN = 1.5
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Found:
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
        exact = _by_text(self.library.exact(printed))
        places: dict[int, list[Place]] = dict(exact)
        if not exact or everywhere or not set(tied) <= set(exact):
            few = [text for text in tied if text not in exact] if len(tied) <= 4 else []
            for text in few:
                places[text] = self.library.near(printed, text)
            if len(few) < len(self.ids) - len(exact):
                for text, near in _by_text(self.library.near(printed)).items():
                    places.setdefault(text, near)
        found = [
            self._found(printed, text, near, len(tied) == 1 and text in tied) for text, near in places.items() if near
        ]
        if not exact:
            found = self._joined(printed, places, found)
        return sorted(found, key=lambda one: (not one.answers, -one.passages[0].similarity, one.text))

    def _found(self, printed: Printed, text: int, places: Sequence[Place], alone: bool) -> Found:
        best = max(place.similarity for place in places)
        close = [place for place in places if place.similarity >= best - 0.02][:4]
        passages = sorted((self._passage(printed, place, alone) for place in close), key=_badness)
        equals = [other for other in passages[1:] if _badness(other)[:3] == _badness(passages[0])[:3]]
        return Found(text, tuple(passages[:1]), tuple(equals))

    def _passage(self, printed: Printed, place: Place, alone: bool) -> Passage:
        text = self.library.texts[place.text]
        edits = edits_of(printed, place.window, place.alignment, text)
        span = place.span
        folded = {cls.value: None for cls in (*printed.words.folded.classes, *place.window.folded.classes)}
        return Passage(
            original=self.ids[place.text],
            span=span,
            sentence=sentence_around(text, span),
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
        return alone and alike >= _TIED_ALIKE and telling >= _TIED_TELLING

    def _joined(self, printed: Printed, places: Mapping[int, Sequence[Place]], found: list[Found]) -> list[Found]:
        """Adds a reading in two places where it is clearly better than every reading in one."""
        candidates = [place for near in places.values() for place in near]
        candidates.sort(key=lambda place: -place.similarity)
        if not candidates or len(printed.units) < 8 or candidates[0].similarity > 0.93:
            return found
        for place in candidates[:3]:
            joined = self._two(printed, place, candidates[0])
            if joined is not None:
                return [joined, *(one for one in found if one.text != joined.text)]
        return found

    def _two(self, printed: Printed, place: Place, single: Place) -> Found | None:
        at = _split(printed, place)
        if at is None:
            return None
        cut = printed.span_of(at, at + 1).start
        halves = []
        for start, end in ((0, cut), (cut, len(printed.text))):
            half = prepare(printed.text[start:end])
            within = place.text if place.alignment.steps else None
            near = self.library.exact(half, within) or self.library.exact(half) or self.library.near(half)
            if not near:
                return None
            halves.append((half, near[0], start))
        if not self._weigh([near for _, near, _ in halves], len(printed.text)):
            return None
        cost = sum(near.alignment.cost for _, near, _ in halves)
        if cost + _GAIN > single.alignment.cost or self._overlap(halves[0][1], halves[1][1]):
            return None
        passages = [self._half(half, near, start, at in printed.quoted.cuts) for half, near, start in halves]
        return Found(
            halves[0][1].text, (_linked(passages, self._gap(halves[0][1], halves[1][1]), printed, at), passages[1])
        )

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
            return min(told) >= _BESIDE_TELLING and sum(told) >= 2 * _HALF_TELLING - shift
        return min(told) >= _HALF_TELLING

    @staticmethod
    def _overlap(one: Place, other: Place) -> bool:
        return one.text == other.text and one.span.overlaps(other.span)

    def _gap(self, one: Place, other: Place) -> Span | None:
        """What lies between two places of one text in their order; None for two texts or the other order."""
        if one.text != other.text or other.span.start < one.span.end:
            return None
        return Span(one.span.end, other.span.start)

    def _half(self, half: Printed, place: Place, start: int, marked: bool) -> Passage:
        passage = self._passage(half, place, alone=False)
        edits = tuple(replace(edit, quotation=edit.quotation.moved(start)) for edit in passage.edits)
        return replace(passage, answers=True, edits=edits)


def _linked(passages: Sequence[Passage], gap: Span | None, printed: Printed, at: int) -> Passage:
    """The first half with the edit that tells how the second is joined to it."""
    first = passages[0]
    end = first.edits[-1]
    marked = at in printed.quoted.cuts
    cls = EditClass.ELISION if marked and gap is not None else EditClass.SPLICE
    place = gap or Span(end.original.end, end.original.end)
    joint = Edit(EditOp.DELETE, cls, place, Span(end.quotation.end, end.quotation.end))
    return replace(first, edits=(*first.edits, joint))


def _split(printed: Printed, place: Place) -> int | None:
    """The unit at which the part that this place has well ends or begins; None where it has a middle, or all."""
    scores: list[float] = []
    for step in place.alignment.steps:
        sign = 1.0 if step.same else -1.3
        scores.extend(sign * weight(printed.units[at].key) for at in range(*step.quoted))
    total = len(printed.units)
    if len(scores) != total:
        return None
    prefix = max(range(total + 1), key=lambda at: sum(scores[:at]))
    suffix = max(range(total + 1), key=lambda at: sum(scores[at:]))
    best = prefix if sum(scores[:prefix]) >= sum(scores[suffix:]) else suffix
    return best if 3 <= best <= total - 3 else None


def _by_text(places: Sequence[Place]) -> dict[int, list[Place]]:
    found: dict[int, list[Place]] = {}
    for place in places:
        found.setdefault(place.text, []).append(place)
    return found


_ORDER = tuple(EditClass)


def _badness(passage: Passage) -> tuple[int, int, float, int]:
    worst = max((_ORDER.index(edit.cls) for edit in passage.edits), default=0)
    changed = sum(edit.cls is not EditClass.SAME for edit in passage.edits)
    return worst, changed, -passage.similarity, passage.span.start
