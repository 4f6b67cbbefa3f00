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
JOINED, _SHORT_FORM = 0.05, 0.05
# Measured on the labelled pairs: with a cheaper cut short words at an edge jump to far places (0.84 of the reworded
# quotations placed instead of 0.94).
CUT, CUT_WORD = 1.2, 0.03
MARKED_CUT, MARKED_CUT_WORD = 0.15, 0.002
BRACKET_FOR = 0.12


@lru_cache(maxsize=50_000)
def weight(key: str) -> float:
    """What a unit weighs, 0.35 for the commonest words to 1.2: what is rare tells more about the place."""
    if key[0] == "#":
        return 1.0
    return min(1.2, max(0.35, telling(key) / 12))


@lru_cache(maxsize=50_000)
def telling(key: str) -> float:
    """How much a unit tells where it agrees, in bits; the rests of short forms ("'s") are as common as any word."""
    return 5.0 if key[0] == "'" else bits(key.lstrip("#"))


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
    """The cheapest alignment of the whole quotation with some part of the stretch, but that runs of four units and more
    which stand on both sides, and once, are taken for granted.

    Time goes with the product of the lengths of what is left between such runs.
    """
    runs = _runs(quoted, original)
    if not runs:
        return cheapest(quoted, original)
    cost = 0.0
    steps: list[Step] = []
    q_at, o_at = 0, 0
    for q_first, q_last, o_first, o_last in runs:
        if q_first > q_at or o_at:
            more, found = _table(
                quoted, original, (q_at, q_first), (o_at, o_first), free_start=not o_at, free_end=False
            )
            cost, steps = cost + more, steps + found
        steps.append(Step((q_first, q_last), (o_first, o_last), True))
        q_at, o_at = q_last, o_last
    if q_at < len(quoted.keys):
        rest = (q_at, len(quoted.keys)), (o_at, len(original))
        more, found = _table(quoted, original, *rest, free_start=False, free_end=True)
        cost, steps = cost + more, steps + found
    return _alignment(quoted, cost, steps)


def cheapest(quoted: Quoted, original: Sequence[str]) -> Alignment:
    """The cheapest alignment of all, in time that goes with the product of the lengths."""
    whole = (0, len(quoted.keys)), (0, len(original))
    return _alignment(quoted, *_table(quoted, original, *whole, free_start=True, free_end=True))


def _alignment(quoted: Quoted, cost: float, steps: Sequence[Step]) -> Alignment:
    total = sum(quoted.weights) or 1.0
    return Alignment(tuple(joined(steps)), cost, max(0.0, 1.0 - cost / total))


def _runs(quoted: Quoted, original: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Runs that are equal on both sides, as (first, one past the last) of either, ascending on both.

    Each is four units or longer and begins with three that stand once on either side. Of runs that cross, the longer stays.
    """
    keys = quoted.keys
    if len(keys) < 4:
        return []
    once = _once(original)
    own = _once(keys)
    found: list[tuple[int, int, int, int]] = []
    at = 0
    while at < len(keys) - 2:
        place = once.get(keys[at : at + 3], -1)
        if place < 0 or own[keys[at : at + 3]] < 0:
            at += 1
            continue
        length = 0
        while (
            at + length < len(keys)
            and place + length < len(original)
            and keys[at + length] == original[place + length]
            and (not length or at + length not in quoted.cuts)
        ):
            length += 1
        if length >= 4:
            found.append((at, at + length, place, place + length))
        at += max(1, length)
    found.sort(key=lambda run: (run[0] - run[1], run[0]))
    kept: list[tuple[int, int, int, int]] = []
    for run in found:
        if all((run[1] <= other[0]) == (run[3] <= other[2]) and _apart(run, other) for other in kept):
            kept.append(run)
    return sorted(kept)


def _apart(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[3] <= other[2] or other[3] <= one[2]


def _once(keys: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Where each run of three stands; -1 for those that stand more than once."""
    places: dict[tuple[str, ...], int] = {}
    for at in range(len(keys) - 2):
        triple = (keys[at], keys[at + 1], keys[at + 2])
        places[triple] = -1 if triple in places else at
    return places


def _table(
    quoted: Quoted, original: Sequence[str], q: tuple[int, int], o: tuple[int, int], *, free_start: bool, free_end: bool
) -> tuple[float, list[Step]]:
    """Dynamic programming over one rectangle; a free start or end leaves original units there unpaid."""
    keys, weights, cuts, bracketed = quoted.keys, quoted.weights, quoted.cuts, quoted.bracketed
    q_from, q_to = q
    columns = list(original[slice(*o)])
    width = len(columns)
    pairs = {columns[at - 1] + columns[at] for at in range(1, width)}
    left_out = [LEFT_OUT * weight(other) for other in columns]
    row = [0.0] + [0.0 if free_start else _NEVER] * width
    moves = bytearray(width + 1)
    if not free_start:
        _leave_out(row, moves, left_out, q_from in cuts, _beside_bracket(q_from, bracketed))
    trace, before_that = [moves], row
    for at in range(q_from, q_to):
        key, own = keys[at], weights[at] * _ADDED
        before, diagonal = row, row[0]
        row, moves = [diagonal + own], bytearray(width + 1)
        moves[0] = _MOVE_ADDED
        for column in range(1, width + 1):
            other, above = columns[column - 1], before[column]
            if key == other:
                best, move = diagonal, _MOVE_SAME
            else:
                best, move = diagonal + (BRACKET_FOR if at in bracketed else substitution(key, other)), _MOVE_WRONG
            if above + own < best:
                best, move = above + own, _MOVE_ADDED
            row.append(best)
            moves[column] = move
            diagonal = above
        if at > q_from and keys[at - 1] + key in columns:
            _two_for_one(row, moves, before_that, keys[at - 1] + key, columns)
        if key in pairs and len(key) > 3:
            _one_for_two(row, moves, before, key, columns)
        if at + 1 < q_to or not free_end:
            _leave_out(row, moves, left_out, at + 1 in cuts, _beside_bracket(at + 1, bracketed))
        before_that = before
        trace.append(moves)
    end = min(range(width + 1), key=lambda column: (row[column], column)) if free_end else width
    return row[end], _steps(trace, q_from, o[0], end, free_start=free_start)


_NEVER = float("inf")
_MOVE_START, _MOVE_SAME, _MOVE_WRONG, _MOVE_ADDED, _MOVE_TWO_FOR_ONE, _MOVE_ONE_FOR_TWO, _MOVE_LEFT_OUT = range(7)


def _beside_bracket(at: int, bracketed: frozenset[int]) -> bool:
    return bool(bracketed) and (at in bracketed or at - 1 in bracketed)


def _two_for_one(row: list[float], moves: bytearray, two_before: list[float], both: str, columns: list[str]) -> None:
    """This unit and the one before it, written as one in the original."""
    for column, other in enumerate(columns, start=1):
        if other == both and two_before[column - 1] + JOINED < row[column]:
            row[column], moves[column] = two_before[column - 1] + JOINED, _MOVE_TWO_FOR_ONE


def _one_for_two(row: list[float], moves: bytearray, before: list[float], key: str, columns: list[str]) -> None:
    """This unit, written as two in the original."""
    for column in range(2, len(row)):
        if columns[column - 2] + columns[column - 1] == key and before[column - 2] + JOINED < row[column]:
            row[column], moves[column] = before[column - 2] + JOINED, _MOVE_ONE_FOR_TWO


def _leave_out(row: list[float], moves: bytearray, left_out: list[float], marked: bool, beside_bracket: bool) -> None:
    """Lets a row be reached from its own left: original units left out, a few by the word or many as one cut."""
    opening, word = (MARKED_CUT, MARKED_CUT_WORD) if marked else (CUT, CUT_WORD)
    if beside_bracket:
        opening = min(opening, CUT / 2)
        left_out = [0.3 * cost for cost in left_out]
    cut, left = _NEVER, row[0]
    for column, single in enumerate(left_out, start=1):
        if left + opening < cut:
            cut = left + opening
        cut += word
        cheapest_way = left + single if left + single < cut else cut
        left = row[column]
        if cheapest_way < left:
            row[column] = left = cheapest_way
            moves[column] = _MOVE_LEFT_OUT


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
