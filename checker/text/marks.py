"""Quotation marks: which stretches of one paragraph stand between them.

Every convention is a row of a table (`_CLOSERS`); straight marks tell no direction by their shape, so their neighbours
decide. Double marks and single ones are looked for apart: whether single marks are this text's quotation marks, or only
mark a quotation within a quotation, cannot be told from one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, tee, zip_longest
from typing import NamedTuple

from checker.model.span import Span

# What an opening mark may be closed by. A straight mark that closes a curly one is a slip seen in every tenth article.
_CLOSERS: dict[str, frozenset[str]] = {
    '"': frozenset('"”＂'),
    "＂": frozenset('"”＂'),
    "''": frozenset(("''", '"', "”", "’’")),
    "``": frozenset(("''", '"', "”")),
    "’’": frozenset(("’’", "”")),
    "‘‘": frozenset(("’’", "”", "''")),
    "“": frozenset('”"‟＂') | {"''", "’’"},
    "‟": frozenset('”"'),
    "„": frozenset('“”"‟'),
    "”": frozenset("”"),
    "«": frozenset("»"),
    "»": frozenset("«"),
    "「": frozenset("」"),
    "『": frozenset("』"),
    "《": frozenset("》"),
    "﹁": frozenset("﹂"),
}
_STRAIGHT = frozenset(('"', "＂", "''", "’’"))
_ONLY_CLOSE = frozenset("」』》﹂")
_OPEN_BRACKETS = "([{<—–-/“‘\"'«„‚¡¿"
_AFTER_CLOSE = ".,;:!?)]}…—–-/’'”\"»،؛؟。、"
# "'em", "'90s": an apostrophe at the head of a word is no mark.
_ELIDED_HEADS = ("em", "tis", "twas", "til", "till", "n", "cause", "bout", "round", "cos", "cuz", "ere", "nuff")
# How far a single mark may look for its partner: the longest British quotation seen in one paragraph has 900 letters.
SINGLE_REACH = 1_500


class Marked(NamedTuple):
    """A stretch between marks: `span` without, `outer` with them. `closed`: both marks are there.

    `sure` is false for a single mark whose end may as well be an apostrophe ("the Russians’ plan").
    """

    span: Span
    outer: Span
    closed: bool = True
    single: bool = False
    sure: bool = True


@cache
def _double_tokens() -> re.Pattern[str]:
    # A tag is swallowed whole: the marks of its attributes are no quotation marks. Each way begins with one letter and no
    # set of them, so that the search leaps from one to the next.
    marks = "|".join('"“”„‟«»「」『』《》﹁﹂＂')
    return re.compile(rf"<[A-Za-z/][^<>\n]{{0,2000}}>|``|'''?|’’|‘‘|{marks}")


@cache
def _single_tokens() -> re.Pattern[str]:
    # An apostrophe between two letters is no token at all.
    return re.compile(r"(?<![\w'])'(?!')|(?<!')'(?![\w'])|(?<!‘)‘(?!‘)|(?<!’)’(?![’\w])|[‚‹›]")


@cache
def _head_of_word() -> re.Pattern[str]:
    return re.compile(r"\d{0,4}[^\W\d]{0,12}")


def _around(text: str, start: int, end: int, within: Span) -> tuple[str, str]:
    """The characters before and after, a space where the paragraph ends."""
    before = text[start - 1] if start > within.start else " "
    after = text[end] if end < within.end else " "
    return before, after


def _opens(before: str, after: str) -> bool:
    return (before.isspace() or before in _OPEN_BRACKETS) and not after.isspace() and after not in ",;:!?)]}"


def _closes(before: str, after: str) -> bool:
    return not before.isspace() and before not in "([{" and (after.isspace() or after in _AFTER_CLOSE)


class _Token(NamedTuple):
    mark: str
    start: int
    end: int
    before: str
    after: str


def _tokens(text: str, within: Span) -> Iterator[_Token]:
    for match in _double_tokens().finditer(text, within.start, within.end):
        mark, start, end = match[0], match.start(), match.end()
        if mark[0] == "<":
            continue
        if mark == "'''":  # a single mark and a double one: at the end of words the single one comes first
            before, after = _around(text, start, end, within)
            start, end = (start, end - 1) if _opens(before, after) else (start + 1, end)
            mark = "''"
        before, after = _around(text, start, end, within)
        yield _Token(mark, start, end, before, after)


def _with_following(tokens: Iterator[_Token]) -> Iterator[tuple[_Token, _Token | None, _Token | None]]:
    """Each token with the two after it."""
    first, second, third = tee(tokens, 3)
    return zip_longest(first, islice(second, 1, None), islice(third, 2, None))


def _is_inches(token: _Token, following: _Token | None) -> bool:
    """Whether a straight mark after a digit, while a quotation is open, measures: the next mark closes as well."""
    if token.mark != '"' or not token.before.isdigit() or following is None:
        return False
    return _closes(following.before, following.after) and not _opens(following.before, following.after)


def _can_start(token: _Token, following: _Token | None) -> bool:
    """Whether a mark that meets no open one opens a quotation."""
    if token.mark in _ONLY_CLOSE or token.mark not in _CLOSERS:
        return False
    if token.mark in _STRAIGHT or token.mark in "”»":
        if _opens(token.before, token.after):
            return True
        if token.mark in "”»" or token.before.isdigit() or following is None:
            return False
        # `said"No` (a blank is missing) and `" sloppy "` open when another mark follows.
        return token.before.isspace() if token.after.isspace() else token.after.isalnum()
    return not (token.after.isspace() and not token.before.isspace())


def _nests(following: tuple[_Token | None, _Token | None], closers: frozenset[str]) -> bool:
    """Whether an opening mark inside an open quotation begins a nested one: two closing marks follow."""
    return all(
        token is not None and token.mark in closers and not _opens(token.before, token.after) for token in following
    )


def double_marked(text: str, within: Span) -> tuple[Marked, ...]:
    """The outer stretches between double marks of one paragraph, in reading order.

    A mark that never closes gives a stretch up to the next opening mark or the end of the paragraph, with `closed` false.

    >>> [marked.span.of('He is "in" and 6\\'2" tall') for marked in double_marked('He is "in" and 6\\'2" tall', Span(0, 24))]
    ['in']
    """
    found: list[Marked] = []
    opened: _Token | None = None
    depth = 0
    for token, second, third in _with_following(_tokens(text, within)):
        if opened is None:
            opened, depth = (token, 0) if _can_start(token, second) else (None, 0)
            continue
        closers = _CLOSERS[opened.mark]
        directed = token.mark not in _STRAIGHT
        opener_shape = token.mark in _CLOSERS and _opens(token.before, token.after)
        if token.mark in closers and not (not directed and opener_shape and not _closes(token.before, token.after)):
            if depth and directed:
                depth -= 1
            elif not _is_inches(token, second):
                found.append(Marked(Span(opened.end, token.start), Span(opened.start, token.end)))
                opened = None
        elif token.mark == opened.mark == "“" and _closes(token.before, token.after) and not opener_shape:
            found.append(Marked(Span(opened.end, token.start), Span(opened.start, token.end)))
            opened = None
        elif opened.mark in _STRAIGHT and token.mark == "“" and second is not None and second.mark == "”":
            depth += 1
        elif token.mark == opened.mark or (token.mark in closers and opener_shape):
            if _nests((second, third), closers):
                depth += 1
            elif token.start - opened.end > 1:
                found.append(Marked(Span(opened.end, token.start), Span(opened.start, token.start), closed=False))
                opened = token
    if opened is not None:
        found.append(Marked(Span(opened.end, within.end), Span(opened.start, within.end), closed=False))
    return tuple(trimmed for marked in found if (trimmed := _trimmed(text, marked)))


def _trimmed(text: str, marked: Marked) -> Marked | None:
    """Without blanks at its edges; None when no word is left."""
    words = marked.span.of(text)
    start = marked.span.start + len(words) - len(words.lstrip())
    end = marked.span.end - (len(words) - len(words.rstrip()))
    if end <= start or not any(character.isalnum() for character in words):
        return None
    outer = marked.outer if marked.closed else Span(marked.outer.start, end)
    return Marked(Span(start, end), outer, marked.closed, marked.single, marked.sure)


def _single_opens(text: str, token: re.Match[str], within: Span) -> bool:
    before, after = _around(text, token.start(), token.end(), within)
    if token[0] in "‚‹":
        return not after.isspace()
    if (
        token[0] not in "'‘"
        or not (before.isspace() or before in '([{—–-/“"')
        or not (after.isalnum() or after in '“"[…')
    ):
        return False
    head = _head_of_word().match(text, token.end(), within.end)
    word = head[0].lower() if head else ""
    return word not in _ELIDED_HEADS and not (word[:1].isdigit() and word[-1:] == "s")


def _single_closes(text: str, token: re.Match[str], within: Span, opening: str) -> bool:
    before, after = _around(text, token.start(), token.end(), within)
    wanted = {"'": "'’", "‘": "’'", "‚": "‘’", "‹": "›"}[opening]
    return token[0] in wanted and not before.isspace() and not after.isalnum()


def _pairs(text: str, within: Span) -> Iterator[Marked]:
    opened: re.Match[str] | None = None
    weak: re.Match[str] | None = None  # an end that may be an apostrophe: "the Russians’"

    def ended(closing: re.Match[str], sure: bool) -> Marked:
        assert opened is not None
        return Marked(Span(opened.end(), closing.start()), Span(opened.start(), closing.end()), True, True, sure)

    for token in _single_tokens().finditer(text, within.start, within.end):
        if opened is not None and token.start() - opened.end() > SINGLE_REACH:
            if weak is not None:
                yield ended(weak, False)
            opened = weak = None
        if opened is None:
            opened = token if _single_opens(text, token, within) else None
        elif _single_closes(text, token, within, opened[0]):
            before = text[token.start() - 1]
            if before.isalnum() and before in "szx" and opened[0] in "'‘":
                weak = weak or token
                continue
            yield ended(token, not before.isalnum())
            opened = weak = None
        elif _single_opens(text, token, within):
            if weak is not None:
                yield ended(weak, False)
            opened, weak = token, None
    if opened is not None and weak is not None:
        yield ended(weak, False)


def single_marked(text: str, within: Span) -> tuple[Marked, ...]:
    """The closed stretches between single marks of one paragraph, also those inside double marks.

    >>> text = "The dogs' owner said: 'It wasn't Max,' in '98"
    >>> [marked.span.of(text) for marked in single_marked(text, Span(0, len(text)))]
    ["It wasn't Max,"]
    """
    words = within.of(text)
    # Most paragraphs have no mark that could open: looking for one letter is quicker than reading them.
    if not any(mark in words for mark in "'‘‚‹"):
        return ()
    return tuple(trimmed for marked in _pairs(text, within) if (trimmed := _trimmed(text, marked)))
