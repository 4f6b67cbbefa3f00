"""From an alignment of units to edit operations on the two texts, each with its class.

The operations tile both sides: nothing between the passage's first and last word, and nothing of the quotation, is left
out. Words that share a unit ("we're" for "we are") are taken together; what stands between words is an operation of its
own where it differs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.align.alignment import Alignment, Step
from checker.align.between import AFTER_TITLE, between_class, end_class
from checker.align.differences import classify, misread
from checker.align.interjected import interjected
from checker.align.printed import Printed
from checker.align.sides import Around, Side
from checker.align.surfaces import joined_class, same_words_class
from checker.model import Edit, EditClass, EditOp, Span
from checker.text.english.guards import NEGATORS
from checker.text.english.names import MONTHS
from checker.text.late import late
from checker.text.words import Kind, Unit, Words

_MOVABLE = frozenset(
    (EditClass.FUNCTION_WORD, EditClass.CONTENT_WORD, EditClass.CUT, EditClass.TENSE, EditClass.NAME_SPELLING)
)
# Two turned negations this near cancel out ("not un-"); further apart they are two changes.
_CANCEL_WITHIN = 5
_BORDERS = frozenset("than before after over under against instead".split())
_CLAUSE = late(r"[,;:—–]|\b(?:and|but|or)\b", re.IGNORECASE)


class _Group(NamedTuple):
    """Units of both sides that belong together, first and one past the last; `same` when they amount to the same."""

    q: tuple[int, int]
    o: tuple[int, int]
    same: bool
    cls: EditClass = EditClass.SAME

    @property
    def differs(self) -> bool:
        return not self.same


def edits_of(printed: Printed, window: Words, alignment: Alignment, text: str) -> tuple[Edit, ...]:
    """The edit operations; `original` spans index `text`, the whole original, `quotation` spans the quotation's own text."""
    groups = _groups(printed, window, alignment)
    groups = [group if group.same else group._replace(cls=_class_of(group, printed, window)) for group in groups]
    groups = _scanned(groups, printed, window)
    groups = _cancelled(_moved(groups, printed, window), printed, window)
    return tuple(_merged(iter(interjected(tuple(_tiles(groups, printed, window, text)), text))))


def _groups(printed: Printed, window: Words, alignment: Alignment) -> list[_Group]:
    """Steps, unit by unit where both sides go along, joined again wherever a word would be cut in two."""
    out: list[_Group] = []
    for step in alignment.steps:
        for group in _single(step, printed, window):
            while out and _share_word(out[-1], group, printed, window):
                last = out.pop()
                group = _Group((last.q[0], group.q[1]), (last.o[0], group.o[1]), last.same and group.same)
            out.append(group)
    return _with_whole_words(out, window)


def _with_whole_words(groups: list[_Group], window: Words) -> list[_Group]:
    """The original's first and last word taken whole: "those who do" for "those who don't" lacks its \"not\"."""
    used = [number for number, group in enumerate(groups) if group.o[0] < group.o[1]]
    if not used:
        return groups
    start, end = groups[used[0]].o[0], groups[used[-1]].o[1]
    while _within_word(window.units, start, end):
        start -= 1
    while end < len(window.units) and _within_word(window.units, end, end + 1):
        end += 1
    first, last = used[0], used[-1]
    if start < groups[first].o[0]:
        groups[first] = _Group(groups[first].q, (start, groups[first].o[1]), same=False)
    if end > groups[last].o[1]:
        groups[last] = _Group(groups[last].q, (groups[last].o[0], end), same=False)
    return groups


def _single(step: Step, printed: Printed, window: Words) -> Iterator[_Group]:
    """A step unit by unit where both sides go along; stretches that are the same to the letter stay whole."""
    if not step.same or step.quoted[1] - step.quoted[0] != step.original[1] - step.original[0]:
        yield _Group(step.quoted, step.original, step.same)
        return
    (first, last), shift = step.quoted, step.original[0] - step.quoted[0]
    pending = [(first, last)]
    while pending:
        first, last = pending.pop()
        if last - first == 1 or _to_the_letter(first, last, shift, printed, window):
            yield _Group((first, last), (first + shift, last + shift), True)
        else:
            middle = (first + last) // 2
            pending += [(middle, last), (first, middle)]


def _to_the_letter(first: int, last: int, shift: int, printed: Printed, window: Words) -> bool:
    """Whether these units are whole words, printed as they stand in the original; brackets are looked at one by one."""
    for units, start, end in ((printed.units, first, last), (window.units, first + shift, last + shift)):
        if _within_word(units, start, end) or _within_word(units, end, end + 1):
            return False
    words = printed.span_of(first, last).of(printed.text)
    begin = window.words[window.units[first + shift].first].start - window.offset
    end = window.words[window.units[last + shift - 1].last - 1].end - window.offset
    return words == window.folded.raw[begin:end] and "[" not in words and "(" not in words


def _share_word(last: _Group, group: _Group, printed: Printed, window: Words) -> bool:
    """Whether the border before `group` runs through a word, or parts two changes that are one."""
    through = (_within_word(printed.units, *group.q), _within_word(window.units, *group.o))
    return any(through) or (last.differs and group.differs)


def _within_word(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether the first of some units shares its word with the unit before; an empty stretch has no border of its own."""
    return 0 < first < min(last, len(units)) and units[first].first < units[first - 1].last


def _side_quoted(group: _Group, printed: Printed) -> Side:
    units = printed.units[group.q[0] : group.q[1]]
    if not units:
        return Side()
    words = printed.words.words[units[0].first : units[-1].last]
    opens = group.q[0] == 0 or _sentence_ends_before(printed.text, words[0].span.start)
    return Side(tuple(unit.key for unit in units), tuple(word.surface for word in words), opens)


def _side_original(group: _Group, window: Words) -> Side:
    units = window.units[group.o[0] : group.o[1]]
    if not units:
        return Side()
    words = [word for word in window.words[units[0].first : units[-1].last] if word.kind is not Kind.STAGE]
    opens = _sentence_ends_before(window.folded.raw, words[0].span.start - window.offset)
    return Side(tuple(unit.key for unit in units), tuple(word.surface for word in words), opens)


def _sentence_ends_before(text: str, position: int) -> bool:
    before = text[max(0, position - 12) : position].rstrip(" \t\n\"“”'‘’([*")
    return not before or (before[-1] in ".?!:;—–-…" and not AFTER_TITLE.search(before))


def _class_of(group: _Group, printed: Printed, window: Words) -> EditClass:
    group = _core(group, printed, window)
    quoted, original = _side_quoted(group, printed), _side_original(group, window)
    bracketed = [at for at in range(*group.q) if at in printed.quoted.bracketed]
    if bracketed and len(bracketed) == len(quoted.keys):
        return EditClass.BRACKET
    if any(group.q[0] <= cut <= group.q[1] and 0 < cut < len(printed.units) for cut in printed.quoted.cuts):
        if not quoted.keys:
            return EditClass.ELISION
        original = Side()
    if bracketed:
        # The bracket stands for what it replaced; what is left is judged as added.
        rest = [at for at in range(*group.q) if at not in printed.quoted.bracketed]
        quoted, original = _side_quoted(_Group((rest[0], rest[-1] + 1), group.o, False), printed), Side()
    keys = [unit.key for unit in window.units]
    around = Around(tuple(keys[max(0, group.o[0] - 8) : group.o[0]]), tuple(keys[group.o[1] : group.o[1] + 8]))
    return classify(quoted, original, around)


def _scanned(groups: list[_Group], printed: Printed, window: Words) -> list[_Group]:
    """Where a scan left its noise, a word that comes out as another one ("be" for "he") is noise as well."""
    if not any(group.cls is EditClass.SCAN_NOISE for group in groups):
        return groups
    return [
        group._replace(cls=EditClass.SCAN_NOISE)
        if group.cls in _MOVABLE and misread(_side_quoted(group, printed), _side_original(group, window))
        else group
        for group in groups
    ]


def _core(group: _Group, printed: Printed, window: Words) -> _Group:
    """What differs within a group: words joined to it ("what's" for "what is") may begin or end alike."""
    (q_first, q_last), (o_first, o_last) = group.q, group.o
    while q_first < q_last and o_first < o_last and printed.units[q_first].key == window.units[o_first].key:
        q_first, o_first = q_first + 1, o_first + 1
    while q_first < q_last and o_first < o_last and printed.units[q_last - 1].key == window.units[o_last - 1].key:
        q_last, o_last = q_last - 1, o_last - 1
    return group._replace(q=(q_first, q_last), o=(o_first, o_last))


def _moved(groups: list[_Group], printed: Printed, window: Words) -> list[_Group]:
    """Groups whose words only changed places become `order`; names that changed places stay names."""
    changed = [
        group
        for group in groups
        if group.differs
        and (group.cls in _MOVABLE or (group.cls is EditClass.NAME and _only_a_capital(group, printed, window)))
    ]
    quoted = Counter(printed.units[at].key for group in changed for at in range(*group.q))
    original = Counter(window.units[at].key for group in changed for at in range(*group.o))
    if len(changed) < 1 or not quoted or quoted != original:
        return groups
    if _around_a_border(changed, window):
        cls = EditClass.DIRECTION
    else:
        cls = EditClass.NUMERAL if _day_and_month(quoted, changed, window) else EditClass.ORDER
    return [group._replace(cls=cls) if group in changed else group for group in groups]


def _around_a_border(changed: Sequence[_Group], window: Words) -> bool:
    """Whether two stretches stand for each other around a "not" or a "than": "a pier, not a mayor"."""
    if len(changed) != 2 or any(group.q[0] == group.q[1] or group.o[0] == group.o[1] for group in changed):
        return False
    between = {unit.key for unit in window.units[changed[0].o[1] : changed[1].o[0]]}
    return bool(between & (NEGATORS | _BORDERS))


def _day_and_month(moved: Counter[str], changed: Sequence[_Group], window: Words) -> bool:
    """Whether "3 May" is printed for "May 3"."""
    first, last = min(group.o[0] for group in changed), max(group.o[1] for group in changed)
    near = {unit.key for unit in window.units[max(0, first - 1) : last + 1]}
    return len(moved) == 1 and set(moved) <= MONTHS and last - first <= 2 and any(key[0] == "#" for key in near)


def _only_a_capital(group: _Group, printed: Printed, window: Words) -> bool:
    """Whether every word of a "name" is printed small on one side: "Local and state" for "State and local"."""
    small = {word.surface for words in (printed.words.words, window.words) for word in words if word.surface.islower()}
    quoted, original = _side_quoted(group, printed), _side_original(group, window)
    return (quoted.names() | original.names()) <= small


def _cancelled(groups: list[_Group], printed: Printed, window: Words) -> list[_Group]:
    """Two turned negations near each other leave the meaning: the words are altered."""
    turned = [group for group in groups if group.cls is EditClass.NEGATION]
    if len(turned) != 2 or turned[1].o[0] - turned[0].o[1] > _CANCEL_WITHIN:
        return groups
    balance = sum(
        sum(printed.units[at].key in NEGATORS for at in range(*group.q))
        - sum(window.units[at].key in NEGATORS for at in range(*group.o))
        for group in turned
    )
    if balance % 2 or (balance == 0 and _clauses_between(turned, window)):
        return groups
    return [group._replace(cls=EditClass.CONTENT_WORD) if group in turned else group for group in groups]


def _clauses_between(turned: Sequence[_Group], window: Words) -> bool:
    """Whether a clause ends between two changes: a "not" that went over to the other clause turns both."""
    first, last = turned[0].o[0], turned[1].o[1]
    stretch = Span(window.span_of(window.units[max(0, first - 1)]).start, window.span_of(window.units[last - 1]).end)
    return bool(_CLAUSE.search(_raw(window, stretch)))


def _tiles(groups: Sequence[_Group], printed: Printed, window: Words, text: str) -> Iterator[Edit]:
    """Edits in order, with what stands between the words."""
    q_at, o_at = 0, -1
    first = True
    for number, group in enumerate(groups):
        q_span, o_span = _spans(groups, number, printed, window, q_at, o_at)
        if first:
            if q_span.start > q_at:
                yield Edit(
                    EditOp.INSERT, EditClass.TYPOGRAPHY, Span(o_span.start, o_span.start), Span(q_at, q_span.start)
                )
        elif q_span.start > q_at or o_span.start > o_at:
            yield _between(printed, window, text, Span(o_at, o_span.start), Span(q_at, q_span.start))
        yield _edit(group, printed, window, o_span, q_span, first=first)
        q_at, o_at, first = q_span.end, o_span.end, False
    if q_at < len(printed.text) and o_at >= 0:
        whole = _sentence_ends_before(text, _spans(groups, 0, printed, window, 0, -1)[1].start)
        yield _tail(printed, text, o_at, q_at, whole=whole)


def _spans(
    groups: Sequence[_Group], number: int, printed: Printed, window: Words, q_at: int, o_at: int
) -> tuple[Span, Span]:
    """Where a group stands on both sides; an empty side stands where the words before it ended.

    A marked cut takes in the marks around it, so that the ellipsis belongs to the words that it stands for.
    """
    group = groups[number]
    q = printed.span_of(*group.q) if group.q[0] < group.q[1] else None
    units = window.units[group.o[0] : group.o[1]]
    o = Span(window.span_of(units[0]).start, window.span_of(units[-1]).end) if units else None
    if group.cls is EditClass.ELISION and number + 1 < len(groups):
        following = groups[number + 1]
        if following.q[0] < following.q[1]:
            q = Span(q_at, printed.span_of(*following.q).start)
    if q is None:
        q = Span(q_at, q_at)
    if o is None:
        at = o_at if o_at >= 0 else _start_of_next(groups, number, window)
        o = Span(at, at)
    return q, o


def _start_of_next(groups: Sequence[_Group], number: int, window: Words) -> int:
    following = next((group for group in groups[number:] if group.o[0] < group.o[1]), None)
    return window.span_of(window.units[following.o[0]]).start if following else window.offset


def _edit(group: _Group, printed: Printed, window: Words, o_span: Span, q_span: Span, *, first: bool) -> Edit:
    if group.same:
        q_words = printed.words.words[printed.units[group.q[0]].first : printed.units[group.q[1] - 1].last]
        o_words = window.words[window.units[group.o[0]].first : window.units[group.o[1] - 1].last]
        o_words = [word for word in o_words if word.kind is not Kind.STAGE]
        if group.q[1] - group.q[0] != group.o[1] - group.o[0]:
            cls = joined_class(q_words, o_words, printed.text, window.folded.raw, window.offset)
        else:
            cls = same_words_class(q_words, o_words, first=first)
        if cls is EditClass.SAME and q_span.of(printed.text) != _raw(window, o_span):
            cls = EditClass.TYPOGRAPHY
        return Edit(EditOp.EQUAL if cls is EditClass.SAME else EditOp.REPLACE, cls, o_span, q_span)
    if group.q[0] == group.q[1]:
        return Edit(EditOp.DELETE, group.cls, o_span, q_span)
    if group.o[0] == group.o[1]:
        return Edit(EditOp.INSERT, group.cls, o_span, q_span)
    return Edit(EditOp.REPLACE, group.cls, o_span, q_span)


def _raw(window: Words, span: Span) -> str:
    return span.moved(-window.offset).of(window.folded.raw)


def _between(printed: Printed, window: Words, text: str, o_span: Span, q_span: Span) -> Edit:
    cls = between_class(printed, window, text, o_span, q_span)
    if cls is EditClass.SAME:
        return Edit(EditOp.EQUAL, cls, o_span, q_span)
    if len(o_span) == 0:
        return Edit(EditOp.INSERT, cls, o_span, q_span)
    return Edit(EditOp.DELETE if len(q_span) == 0 else EditOp.REPLACE, cls, o_span, q_span)


def _tail(printed: Printed, text: str, o_at: int, q_at: int, *, whole: bool) -> Edit:
    """What follows the last word of the quotation; `whole`: a sentence begins where the passage does."""
    span = Span(q_at, len(printed.text))
    return Edit(EditOp.INSERT, end_class(printed, text, o_at, span, whole=whole), Span(o_at, o_at), span)


def _merged(edits: Iterator[Edit]) -> Iterator[Edit]:
    """Neighbours that are equal made one."""
    last: Edit | None = None
    for edit in edits:
        if last is not None and last.cls is EditClass.SAME and edit.cls is EditClass.SAME:
            last = Edit(
                EditOp.EQUAL,
                EditClass.SAME,
                Span(last.original.start, edit.original.end),
                Span(last.quotation.start, edit.quotation.end),
            )
            continue
        if last is not None:
            yield last
        last = edit
    if last is not None:
        yield last
