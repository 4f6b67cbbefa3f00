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
from itertools import pairwise
from typing import NamedTuple

from checker.align.noise import garbled, scan_noise
from checker.text.english.contractions import may_be
from checker.text.english.frequency import bits
from checker.text.english.guards import same_verb
from checker.text.scripts import is_character
from checker.text.slips import one_slip

# Costs are in the weight of a content word. A wrong word is dearer than either side missing it and cheaper than both, so
# that at the edges, too, a substituted last word is a substitution and not an end that came too early.
_WRONG, _RELATED, _SLIP = 0.9, 0.5, 0.2
_ADDED, LEFT_OUT = 1.0, 0.5
JOINED, _SHORT_FORM = 0.05, 0.05
# Measured on the labelled pairs: with a cheaper cut short words at an edge jump to far places (0.84 of the reworded
# quotations placed instead of 0.94).
CUT, CUT_WORD = 1.2, 0.03
MARKED_CUT, MARKED_CUT_WORD = 0.15, 0.002
BRACKET_FOR = 0.12
# What an editor put in, and "um", tell next to nothing about the place.
_LIGHT = 0.1
# A character of Chinese or Japanese is half a word: two of them tell as much as one that is not very common.
_CHARACTER = 6.5


@lru_cache(maxsize=4096)
def weight(key: str) -> float:
    """What a unit weighs, 0.35 for the commonest words to 1.2: what is rare tells more about the place."""
    if key[0] == "#":
        return 1.0
    return min(1.2, max(0.35, telling(key) / 12))


@lru_cache(maxsize=2048)
def telling(key: str) -> float:
    """How much a unit tells where it agrees, in bits; the rests of short forms ("'s") are as common as any word."""
    if is_character(key):
        return _CHARACTER
    return 5.0 if key[0] == "'" else bits(key.lstrip("#"))


@lru_cache(
    maxsize=4096
)  # pairs come again within a quotation; more of them took memory and saved no time (benchmarks/posts.py)
def substitution(quoted: str, original: str) -> float:
    """The cost of one unit for another that is not the same."""
    if may_be(quoted, original):
        return _SHORT_FORM
    heavier = max(weight(quoted), weight(original))
    if quoted[0] == "#" or original[0] == "#":
        return _RELATED * heavier if quoted[0] == original[0] else _WRONG * heavier
    if slip(quoted, original):
        return _SLIP * heavier
    if quoted[:2] == original[:2] and same_verb(quoted, original):
        return _RELATED * heavier
    return _WRONG * heavier


def slip(quoted: str, original: str) -> bool:
    """Whether one of two units is the other with a slip of the pen, or misread by a machine."""
    # One slip changes one end at most, and a table is spared the rest (`_Columns.instead_of` relies on it).
    if quoted[0] != original[0] and quoted[-1] != original[-1]:
        return False
    if one_slip(quoted, original):
        return True
    if abs(len(quoted) - len(original)) > 2:
        return False
    # Of short words one must be no word at all: "he" is not "be" misread, "0f" is "of".
    long = min(len(quoted), len(original)) > 3
    return (long or garbled(quoted) or garbled(original)) and scan_noise(quoted, original)


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quotation's side: its units' keys, where cuts are marked, which units stand in brackets, are fillers, have a capital.

    `cuts` holds the numbers of the units before which an ellipsis stands (0 and `len(keys)` are its ends), `joints` of those
    before which a "he said" stands: there the original may have its own.
    """

    keys: tuple[str, ...]
    cuts: frozenset[int] = frozenset()
    bracketed: frozenset[int] = frozenset()
    fillers: frozenset[int] = frozenset()
    capitals: frozenset[int] = frozenset()
    joints: frozenset[int] = frozenset()
    weights: tuple[float, ...] = field(init=False)

    def __post_init__(self) -> None:
        light = self.bracketed | self.fillers
        weights = (weight(key) * (_LIGHT if at in light else 1) for at, key in enumerate(self.keys))
        object.__setattr__(self, "weights", tuple(weights))


class Step(NamedTuple):
    """Units `quoted` of the quotation for units `original` of the stretch; one of the two may be empty (first == last)."""

    quoted: tuple[int, int]
    original: tuple[int, int]
    same: bool


class Alignment(NamedTuple):
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
    if quoted.keys == tuple(original) and not _cuts_inside(quoted):
        whole = (0, len(original))
        return _alignment(quoted, 0.0, [Step(whole, whole, True)] if original else [])
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


def _cuts_inside(quoted: Quoted) -> bool:
    return any(0 < cut < len(quoted.keys) for cut in quoted.cuts)


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
    borders = quoted.cuts | quoted.joints
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
            and (not length or at + length not in borders)
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
    """Dynamic programming over one rectangle; a free start or end leaves original units there unpaid.

    Each row is kept twice, before and after units may be left out in it: the way back is read from the numbers.
    """
    keys, (q_from, q_to) = quoted.keys, q
    if (q_to - q_from) * (o[1] - o[0]) > _CELLS:
        return _all_changed(quoted, q, o, free_start, free_end)
    columns = _Columns.of(original[slice(*o)])
    start = [0.0] + [0.0 if free_start else _NEVER] * len(columns.keys)
    rows = [(start, start if free_start else _leave_out(start, columns.left_out, quoted, q_from))]
    for at in range(q_from, q_to):
        key, own, before = keys[at], quoted.weights[at] * _ADDED, rows[-1][1]
        instead = columns.instead_of(key, at in quoted.bracketed)
        row = [before[0] + own]
        row += [
            changed if (changed := diagonal + cost) <= (added := above + own) else added
            for cost, diagonal, above in zip(instead, before, before[1:], strict=False)
        ]
        if at > q_from and keys[at - 1] + key in columns.keys:
            _two_for_one(row, rows[-2][1], keys[at - 1] + key, columns.keys)
        if key in columns.pairs and len(key) > 3:
            _one_for_two(row, before, key, columns.keys)
        last = at + 1 == q_to and free_end
        rows.append((row, row if last else _leave_out(row, columns.left_out, quoted, at + 1)))
    final = rows[-1][1]
    end = min(range(len(final)), key=lambda column: (final[column], column)) if free_end else len(final) - 1
    return final[end], _way_back(rows, quoted, columns, (q_from, o[0]), end, free_start)


_NEVER = float("inf")
# A table of so many cells takes half a second. What is larger, some 1,200 words without four in a row that agree, is no
# passage for a quotation, and is not compared word by word.
_CELLS = 1_500_000


def _all_changed(
    quoted: Quoted, q: tuple[int, int], o: tuple[int, int], free_start: bool, free_end: bool
) -> tuple[float, list[Step]]:
    """Everything added, and what lies between two runs left out."""
    cost = _ADDED * sum(quoted.weights[slice(*q)])
    if free_start or free_end:
        at = o[0] if free_end else o[1]
        return cost, [Step(q, (at, at), False)]
    return cost + CUT + CUT_WORD * (o[1] - o[0]), [Step(q, o, False)]


class _Columns(NamedTuple):
    """The original's side of a table: its units, what leaving each out costs, neighbours written as one."""

    keys: list[str]
    weights: list[float]
    left_out: list[float]
    pairs: frozenset[str]

    @classmethod
    def of(cls, units: Sequence[str]) -> _Columns:
        weights = [weight(unit) for unit in units]
        pairs = frozenset(one + two for one, two in pairwise(units))
        return cls(list(units), weights, [LEFT_OUT * each for each in weights], pairs)

    def instead_of(self, key: str, bracketed: bool) -> list[float]:
        """What a unit of the quotation costs instead of each; words that share neither end with it are just wrong."""
        if bracketed:
            return [0.0 if other == key else BRACKET_FOR for other in self.keys]
        own, first, last = weight(key), key[0], key[-1]
        if first == "'":
            return [0.0 if other == key else substitution(key, other) for other in self.keys]
        return [
            (0.0 if other == key else substitution(key, other))
            if other[0] == first or other[-1] == last or other[0] == "'"
            else _WRONG * (own if own > heavy else heavy)
            for other, heavy in zip(self.keys, self.weights, strict=True)
        ]


def _two_for_one(row: list[float], two_before: list[float], both: str, columns: list[str]) -> None:
    """This unit and the one before it, written as one in the original."""
    for column, other in enumerate(columns, start=1):
        if other == both and two_before[column - 1] + JOINED < row[column]:
            row[column] = two_before[column - 1] + JOINED


def _one_for_two(row: list[float], before: list[float], key: str, columns: list[str]) -> None:
    """This unit, written as two in the original."""
    for column in range(2, len(row)):
        if columns[column - 2] + columns[column - 1] == key and before[column - 2] + JOINED < row[column]:
            row[column] = before[column - 2] + JOINED


def _leave_out(row: list[float], left_out: list[float], quoted: Quoted, at: int) -> list[float]:
    """The row reached from its own left as well: original units left out, a few by the word or many as one cut."""
    opening, word = (MARKED_CUT, MARKED_CUT_WORD) if at in quoted.cuts or at in quoted.joints else (CUT, CUT_WORD)
    if at in quoted.bracketed or at - 1 in quoted.bracketed:
        opening = min(opening, CUT / 2)
        left_out = [0.3 * cost for cost in left_out]
    cut, left = _NEVER, row[0]
    reached = [left]
    for single, here in zip(left_out, row[1:], strict=True):
        if left + opening < cut:
            cut = left + opening
        cut += word
        left += single
        if cut < left:
            left = cut
        if here <= left:
            left = here
        reached.append(left)
    return reached


def _way_back(
    rows: list[tuple[list[float], list[float]]], quoted: Quoted, columns: _Columns, corner: tuple[int, int], end: int,
    free_start: bool,
) -> list[Step]:  # fmt: skip
    """The steps that lead to the last row at `end`; `corner` is where the table stands on either side."""
    steps: list[Step] = []
    line, column = len(rows) - 1, end
    while line or (column and not free_start):
        q, o = corner[0] + line, corner[1] + column
        plain, reached = rows[line]
        if reached[column] < plain[column]:
            steps.append(Step((q, q), (o - 1, o), False))
            column -= 1
            continue
        ours, theirs, same = _move(rows, quoted, columns, line, column, q - 1)
        steps.append(Step((q - ours, q), (o - theirs, o), same))
        line, column = line - ours, column - theirs
    steps.reverse()
    return steps


def _move(
    rows: list[tuple[list[float], list[float]]], quoted: Quoted, columns: _Columns, line: int, column: int, at: int
) -> tuple[int, int, bool]:
    """How a cell was reached from the rows above: units of either side, and whether they amount to the same."""
    value, before, key = rows[line][0][column], rows[line - 1][1], quoted.keys[at]
    if column:
        other = columns.keys[column - 1]
        if key == other and value == before[column - 1]:
            return 1, 1, True
        cost = BRACKET_FOR if at in quoted.bracketed else substitution(key, other)
        if key != other and value == before[column - 1] + cost:
            return 1, 1, False
    if value == before[column] + quoted.weights[at] * _ADDED:
        return 1, 0, False
    return (2, 1, True) if quoted.keys[at - 1] + key == columns.keys[column - 1] else (1, 2, True)


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
