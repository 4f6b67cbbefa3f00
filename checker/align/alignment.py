"""One alignment of a quotation's units with a stretch of an original: which became which, at the least cost.

The quotation must be paid for whole; the stretch may begin and end anywhere. Leaving out a few of the original's words
costs by the word, leaving out many costs little more than the cut itself (a two-piece gap cost, as in Li, minimap2, 2018),
so that an alignment bridges an omission without letting single words jump to far places. `tests/align/oracle.py` is the
same in its slowest and plainest form.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from checker.text.english.contractions import may_be
from checker.text.english.frequency import bits
from checker.text.english.guards import same_verb

# Costs are in the weight of a content word. A wrong word is dearer than either side missing it and cheaper than both, so
# that at the edges, too, a substituted last word is a substitution and not an end that came too early.
_WRONG, _RELATED, _SLIP = 0.9, 0.5, 0.3
_ADDED, LEFT_OUT = 1.0, 0.5
_JOINED, _SHORT_FORM = 0.05, 0.05
# Measured on the labelled pairs: with a cheaper cut short words at an edge jump to far places (0.84 of the reworded
# quotations placed instead of 0.94).
_CUT, _CUT_WORD = 1.2, 0.03
_MARKED_CUT, _MARKED_CUT_WORD = 0.15, 0.002
_BRACKET_WORD, _BRACKET_FOR = 0.05, 0.12


@lru_cache(maxsize=50_000)
def weight(key: str) -> float:
    """What a unit weighs, 0.35 for the commonest words to 1.2: what is rare tells more about the place."""
    if key.startswith("#"):
        return 1.0
    return min(1.2, max(0.35, bits(key) / 12))


@lru_cache(maxsize=50_000)
def substitution(quoted: str, original: str) -> float:
    """The cost of one unit for another that is not the same."""
    if may_be(quoted, original):
        return _SHORT_FORM
    heavier = max(weight(quoted), weight(original))
    if quoted[0] == "#" or original[0] == "#":
        return _RELATED * heavier if quoted[0] == original[0] else _WRONG * heavier
    if one_slip(quoted, original):
        return _SLIP * heavier
    if quoted[:2] == original[:2] and same_verb(quoted, original):
        return _RELATED * heavier
    return _WRONG * heavier


def one_slip(one: str, other: str) -> bool:
    """Whether a letter added, lost or changed, or two neighbours swapped, makes one word the other (4 letters and more)."""
    if min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quotation's side: its units' keys, where cuts are marked, and which units stand in brackets.

    `cuts` holds the numbers of the units before which an ellipsis stands (0 and `len(keys)` are its ends).
    """

    keys: tuple[str, ...]
    cuts: frozenset[int] = frozenset()
    bracketed: frozenset[int] = frozenset()
    weights: tuple[float, ...] = field(init=False)

    def __post_init__(self) -> None:
        weights = (weight(key) * (0.1 if at in self.bracketed else 1) for at, key in enumerate(self.keys))
        object.__setattr__(self, "weights", tuple(weights))


@dataclass(frozen=True, slots=True)
class Step:
    """Units `quoted` of the quotation for units `original` of the stretch; one of the two may be empty (first == last)."""

    quoted: tuple[int, int]
    original: tuple[int, int]
    same: bool


@dataclass(frozen=True, slots=True)
class Alignment:
    """Steps in order, from the first original unit that is used to the last; `similarity` is 1 - cost / weight, 0 to 1."""

    steps: tuple[Step, ...]
    cost: float
    similarity: float

    @property
    def first(self) -> int:
        """The first unit of the stretch that is used."""
        return self.steps[0].original[0] if self.steps else 0

    @property
    def last(self) -> int:
        """One past the last unit of the stretch that is used."""
        return self.steps[-1].original[1] if self.steps else 0


def align(quoted: Quoted, original: Sequence[str]) -> Alignment:
    """The cheapest alignment of the whole quotation with some part of the stretch.

    Time goes with the product of the lengths of what is not a single run of equal units on both sides.
    """
    anchor = _anchor(quoted, original)
    if anchor is None:
        cost, steps = _table(quoted, original, 0, len(quoted.keys), 0, len(original), free_start=True, free_end=True)
    else:
        q_first, q_last, o_first, o_last = anchor
        cost, steps = 0.0, []
        if q_first:
            cost, steps = _table(quoted, original, 0, q_first, 0, o_first, free_start=True, free_end=False)
        steps.append(Step((q_first, q_last), (o_first, o_last), True))
        if q_last < len(quoted.keys):
            more, after = _table(
                quoted, original, q_last, len(quoted.keys), o_last, len(original), free_start=False, free_end=True
            )
            cost, steps = cost + more, steps + after
    total = sum(quoted.weights) or 1.0
    return Alignment(tuple(joined(steps)), cost, max(0.0, 1.0 - cost / total))


def _anchor(quoted: Quoted, original: Sequence[str]) -> tuple[int, int, int, int] | None:
    """The longest run of 4 units or more that is equal on both sides and begins with a triple found once on each."""
    keys = quoted.keys
    if len(keys) < 4:
        return None
    once: dict[tuple[str, ...], int] = {}
    for at in range(len(original) - 2):
        triple = tuple(original[at : at + 3])
        once[triple] = -1 if triple in once else at
    own: dict[tuple[str, ...], int] = {}
    for at in range(len(keys) - 2):
        own[keys[at : at + 3]] = own.get(keys[at : at + 3], 0) + 1
    best, at = None, 0
    while at < len(keys) - 2:
        place = once.get(keys[at : at + 3], -1)
        if place < 0 or own[keys[at : at + 3]] > 1 or any(at < cut < at + 3 for cut in quoted.cuts):
            at += 1
            continue
        length = 3
        while (
            at + length < len(keys)
            and place + length < len(original)
            and keys[at + length] == original[place + length]
            and at + length not in quoted.cuts
        ):
            length += 1
        if length >= 4 and (best is None or length > best[1] - best[0]):
            best = (at, at + length, place, place + length)
        at += length
    return best


def _table(
    quoted: Quoted, original: Sequence[str], q_from: int, q_to: int, o_from: int, o_to: int, *, free_start: bool,
    free_end: bool,
) -> tuple[float, list[Step]]:  # fmt: skip
    """Dynamic programming over one rectangle; a free start or end leaves original units there unpaid."""
    keys, weights, cuts, bracketed = quoted.keys, quoted.weights, quoted.cuts, quoted.bracketed
    width = o_to - o_from
    left_out = [LEFT_OUT * weight(original[o_from + column]) for column in range(width)]
    row = [0.0] + [0.0 if free_start else float("inf")] * width
    two_before: list[float] | None = None
    trace = [bytearray(width + 1)]
    if not free_start:
        _gap_row(row, trace[0], left_out, marked=q_from in cuts, brackets=_beside_bracket(q_from, bracketed))
    for at in range(q_from, q_to):
        key, own, in_bracket = keys[at], weights[at], at in bracketed
        before, row, moves = row, [0.0] * (width + 1), bytearray(width + 1)
        row[0], moves[0] = before[0] + _ADDED * own, _MOVE_ADDED
        joined_before = keys[at - 1] + key if at > q_from else None
        for column in range(1, width + 1):
            other = original[o_from + column - 1]
            if key == other:
                best, move = before[column - 1], _MOVE_SAME
            else:
                wrong = _BRACKET_FOR if in_bracket else substitution(key, other)
                best, move = before[column - 1] + wrong, _MOVE_WRONG
            added = before[column] + _ADDED * own
            if added < best:
                best, move = added, _MOVE_ADDED
            if key != other:
                if joined_before == other and two_before is not None:
                    joined = two_before[column - 1] + _JOINED
                    if joined < best:
                        best, move = joined, _MOVE_TWO_FOR_ONE
                elif column > 1 and len(key) > 3 and key == original[o_from + column - 2] + other:
                    joined = before[column - 2] + _JOINED
                    if joined < best:
                        best, move = joined, _MOVE_ONE_FOR_TWO
            row[column], moves[column] = best, move
        if at + 1 < q_to or not free_end:
            _gap_row(row, moves, left_out, marked=at + 1 in cuts, brackets=_beside_bracket(at + 1, bracketed))
        two_before = before
        trace.append(moves)
    end = min(range(width + 1), key=lambda column: (row[column], column)) if free_end else width
    return row[end], _steps(trace, q_from, o_from, end, free_start=free_start)


_MOVE_START, _MOVE_SAME, _MOVE_WRONG, _MOVE_ADDED, _MOVE_TWO_FOR_ONE, _MOVE_ONE_FOR_TWO, _MOVE_LEFT_OUT = range(7)


def _beside_bracket(at: int, bracketed: frozenset[int]) -> bool:
    return bool(bracketed) and (at in bracketed or at - 1 in bracketed)


def _gap_row(row: list[float], moves: bytearray, left_out: list[float], *, marked: bool, brackets: bool) -> None:
    """Lets a row be reached from its own left: original units left out, a few by the word or many as one cut."""
    opening, word = (_MARKED_CUT, _MARKED_CUT_WORD) if marked else (_CUT, _CUT_WORD)
    if brackets:
        opening = min(opening, _CUT / 2)
    cut = float("inf")
    for column in range(1, len(row)):
        cut = min(cut, row[column - 1] + opening) + word
        short = row[column - 1] + (left_out[column - 1] * (0.3 if brackets else 1))
        cheapest = min(cut, short)
        if cheapest < row[column]:
            row[column], moves[column] = cheapest, _MOVE_LEFT_OUT


def _steps(trace: list[bytearray], q_from: int, o_from: int, column: int, *, free_start: bool) -> list[Step]:
    steps: list[Step] = []
    line = len(trace) - 1
    while line or (column and not free_start):
        move = trace[line][column]
        q, o = q_from + line, o_from + column
        if move == _MOVE_LEFT_OUT:
            steps.append(Step((q, q), (o - 1, o), False))
            column -= 1
        elif move == _MOVE_ADDED:
            steps.append(Step((q - 1, q), (o, o), False))
            line -= 1
        elif move == _MOVE_TWO_FOR_ONE:
            steps.append(Step((q - 2, q), (o - 1, o), True))
            line, column = line - 2, column - 1
        elif move == _MOVE_ONE_FOR_TWO:
            steps.append(Step((q - 1, q), (o - 2, o), True))
            line, column = line - 1, column - 2
        else:
            steps.append(Step((q - 1, q), (o - 1, o), move == _MOVE_SAME))
            line, column = line - 1, column - 1
    steps.reverse()
    return steps


def joined(steps: Sequence[Step]) -> list[Step]:
    """Neighbouring steps of one sort made one; joined and parted words stay steps of their own."""
    out: list[Step] = []
    for step in steps:
        plain = step.same and _length(step.quoted) == _length(step.original)
        last = out[-1] if out else None
        if (
            last is not None
            and last.same == step.same
            and (not step.same or (plain and _length(last.quoted) == _length(last.original)))
        ):
            out[-1] = Step((last.quoted[0], step.quoted[1]), (last.original[0], step.original[1]), step.same)
        else:
            out.append(step)
    return out


def _length(pair: tuple[int, int]) -> int:
    return pair[1] - pair[0]
