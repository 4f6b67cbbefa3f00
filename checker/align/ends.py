"""The two ends of an alignment put right.

A stretch may begin and end anywhere, so at its ends the cheapest reading is not always the honest one: "We leave" printed for
"We might leave" costs less as a "We" that was added, and a word added in front may be taken for one that stands in the
place of the last word of the sentence before.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.align.alignment import LEFT_OUT, Alignment, Quoted, Step, joined, weight
from checker.align.between import AFTER_TITLE
from checker.align.noise import scan_noise
from checker.text.english.guards import FUNCTION_WORDS
from checker.text.words import Words

# Reaching back over so much (in the weight of a content word) is likelier than a word added at the very end: over "could
# not" (0.7), but not over three words of another clause (1.4 and more).
_WORTH = 0.65
_REACH = 4
_MARKS = ".?!"
# So many words a scan runs together with the first or last one of a quotation.
_RUN_TOGETHER = 2


def put_right(alignment: Alignment, quoted: Quoted, window: Words) -> Alignment:
    """The same alignment where its ends need nothing."""
    if not alignment.steps:
        return alignment
    keys = [unit.key for unit in window.units]
    first, last = alignment.steps[0], alignment.steps[-1]
    if not first.same and len(alignment.steps) > 1:
        alignment = _changed(alignment, first, _first(first, quoted, keys, window), quoted, keys)
    if not last.same and len(alignment.steps) > 1:
        alignment = _changed(alignment, last, _last(last, quoted, keys, window), quoted, keys)
    return alignment


def _first(step: Step, quoted: Quoted, keys: Sequence[str], window: Words) -> list[Step]:
    start, end = step.original
    count = step.quoted[1] - step.quoted[0]
    if start < end:
        inside = next((at for at in range(end, start, -1) if _breaks(window, at)), start)
        return [step._replace(original=(_with_lost_space(step, inside, end, quoted, window, before=True), end))]
    words = quoted.keys[slice(*step.quoted)]
    for place in range(end - count - 1, max(-1, end - count - _REACH - 1), -1):
        if _breaks(window, place + count):
            break
        if tuple(keys[place : place + count]) == words and _worth(keys[place + count : end]):
            at = step.quoted[1]
            return [Step(step.quoted, (place, place + count), True), Step((at, at), (place + count, end), False)]
    if end and not _breaks(window, end) and _letters(words) == _letters(keys[end - 1 : end]):
        return [step._replace(original=(end - 1, end))]
    if end >= count and not any(_breaks(window, at) for at in range(end - count + 1, end + 1)):
        return [_stands_for(step, (end - count, end), quoted, window)]
    return [step]


def _last(step: Step, quoted: Quoted, keys: Sequence[str], window: Words) -> list[Step]:
    start, end = step.original
    count = step.quoted[1] - step.quoted[0]
    if start < end:
        outside = next((at for at in range(start, end) if _breaks(window, at)), end)
        outside = _with_lost_space(step, start, outside, quoted, window, before=False)
        return [step._replace(original=(start, _whole_name(step, outside, quoted, window)))]
    words = quoted.keys[slice(*step.quoted)]
    for place in range(start + 1, min(len(keys) - count, start + _REACH) + 1):
        if _breaks(window, place):
            break
        if tuple(keys[place : place + count]) == words and _worth(keys[start:place]):
            at = step.quoted[0]
            return [Step((at, at), (start, place), False), Step(step.quoted, (place, place + count), True)]
    if start < len(keys) and not _breaks(window, start) and _letters(words) == _letters(keys[start : start + 1]):
        return [step._replace(original=(start, start + 1))]
    if start + count <= len(keys) and not any(_breaks(window, at) for at in range(start, start + count)):
        return [_stands_for(step, (start, start + count), quoted, window)]
    return [step]


def _letters(keys: Sequence[str]) -> str:
    """All in one, without apostrophes: "it" and "'s" are "its"."""
    return "".join(keys).replace("'", "")


def _with_lost_space(step: Step, start: int, end: int, quoted: Quoted, window: Words, *, before: bool) -> int:
    """The far border of a replaced word, with the words beside it that the quotation has run together with it."""
    printed = quoted.keys[step.quoted[0]].replace("'", "")
    for beside in range(1, _RUN_TOGETHER + 1) if step.quoted[1] - step.quoted[0] == 1 < len(printed) else ():
        first, last = (start - beside, end) if before else (start, end + beside)
        if first < 0 or last > len(window.units) or _breaks(window, first + 1 if before else last - 1):
            break
        words = window.words[window.units[first].first : window.units[last - 1].last]
        joined = "".join(word.surface for word in words).lower().replace("'", "")
        if joined == printed or scan_noise(printed, joined):
            return first if before else last
    return start if before else end


def _whole_name(step: Step, end: int, quoted: Quoted, window: Words) -> int:
    """The end of a replaced name, all of it: "Oklahoma" stands for "New Hampshire", and not for its "New"."""
    last = quoted.capitals.issuperset(range(*step.quoted)) and _is_capital(window, end - 1)
    while last and end < len(window.units) and _is_capital(window, end) and not _marks_between(window, end):
        end += 1
    return end


def _marks_between(window: Words, at: int) -> bool:
    before, after = window.span_of(window.units[at - 1]).end, window.span_of(window.units[at]).start
    return not window.folded.raw[before - window.offset : after - window.offset].isspace()


def _stands_for(step: Step, original: tuple[int, int], quoted: Quoted, window: Words) -> Step:
    """A name or a number that was added where the original has another one was put in its place."""
    for at, other in zip(range(*step.quoted), range(*original), strict=True):
        numbers = quoted.keys[at][0] == window.units[other].key[0] == "#"
        if numbers or (at in quoted.capitals and _is_capital(window, other)):
            return step._replace(original=original)
    return step


def _is_capital(window: Words, at: int) -> bool:
    surface = window.words[window.units[at].first].surface
    return surface[:1].isupper() and surface.lower() not in FUNCTION_WORDS


def _worth(left_out: Sequence[str]) -> bool:
    return LEFT_OUT * sum(map(weight, left_out)) <= _WORTH + LEFT_OUT * 0.7


def _breaks(window: Words, at: int) -> bool:
    """Whether a sentence ends between unit `at` - 1 and unit `at`."""
    if not 0 < at < len(window.units):
        return False
    before, after = window.span_of(window.units[at - 1]).end, window.span_of(window.units[at]).start
    raw = window.folded.raw
    gap = raw[before - window.offset : after - window.offset]
    if not any(mark in gap for mark in _MARKS):
        return False
    return not AFTER_TITLE.search(raw[max(0, before - window.offset - 8) : after - window.offset].rstrip())


def _changed(alignment: Alignment, old: Step, new: list[Step], quoted: Quoted, keys: Sequence[str]) -> Alignment:
    if new == [old]:
        return alignment
    steps = [step for one in alignment.steps for step in (new if one is old else [one])]
    cost = alignment.cost + sum(_cost(step, quoted, keys) for step in new) - _cost(old, quoted, keys)
    total = sum(quoted.weights) or 1.0
    return Alignment(tuple(joined(steps)), cost, min(1.0, max(0.0, 1.0 - cost / total)))


def _cost(step: Step, quoted: Quoted, keys: Sequence[str]) -> float:
    """What a step costs, near enough: of a replacement the dearer side."""
    if step.same:
        return 0.0
    ours = sum(quoted.weights[step.quoted[0] : step.quoted[1]])
    theirs = sum(map(weight, keys[step.original[0] : step.original[1]]))
    return max(ours, LEFT_OUT * theirs)
