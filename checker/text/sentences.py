"""Where sentences begin and end.

English first, and sane elsewhere: the marks that end a sentence in Arabic, Urdu, Hindi, Chinese and others count, and a
small letter never begins one. What stands between quotation marks is never parted, unless the closing mark follows
the stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.model.span import Span
from checker.text.marks import double_marked, single_marked

# Never the end before a name: "Maj. Gen. Bagheri".
_TITLES = frozenset(
    "mr mrs ms mx dr prof rev fr sr hon pres gov sen rep sens reps govs gen maj brig lt col sgt capt cpl adm cmdr cdr cpt"
    " pvt spc pfc ssgt msgt supt insp det amb atty sec st ste mt ft msgr messrs mme mlle ald asst assoc dep dir vs v cf"
    " pp vol ed eds chap fig art op al viz approx est ret dept univ ave blvd rd".split()
)
# The end only where the next word is one that begins sentences: "in the U.S. The".
_SHORT = frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun inc corp co ltd llc plc bros"
    " jr esq phd etc e.g i.e a.m p.m u.s u.n u.k u.s.a d.c e.u b.c a.d ph.d m.d r n.y l.a ala ariz ark calif colo conn"
    " del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo".split()
)
_BEFORE_NUMBER = frozenset("no nos nr art sec fig p pp ch vol para".split())
_BEGINNERS = frozenset(
    "the a an this that these those he she it they we i you his her its their our my there here in on at by for from to"
    " of with without but and or so yet if when while after before since because although though as once until what who"
    " how why where then now however meanwhile also no not all some many most both each every one two".split()
)
# A longer stretch between marks is parted like any other text: whoever asks for a sentence does not want a page of it.
_WHOLE_QUOTATION = 2_000


@cache
def _stops() -> re.Pattern[str]:
    # A set of letters comes first, so that the search leaps from stop to stop.
    closing = r"[\"'”’»)\]」』›]{0,4}(?=\s|\Z)"
    return re.compile(
        r"[.!?…؟۔।॥։።。！？｡](?:"
        rf"(?<=[.!?…؟۔।॥։።])[.!?…؟۔।॥։።]{{0,7}}{closing}|(?<=[。！？｡]){closing}"
        r"|(?<=[。！？｡])[。！？｡]{0,3}[」』”’）)]{0,3}|(?<=…)…{0,3}[\"”])"
    )


@cache
def _blank_lines() -> re.Pattern[str]:
    return re.compile(r"(?:\r?\n[ \t\u00a0]*){2,}|\u2029+")


@cache
def _before_word() -> re.Pattern[str]:
    return re.compile(r"[\s\"'“‘«„‚(\[「『¿¡*_-]{0,12}")


@cache
def _last_word() -> re.Pattern[str]:
    return re.compile(r"[^\W_](?:[\w.]{0,13})$")


@cache
def _next_word() -> re.Pattern[str]:
    return re.compile(r"\w{1,20}(?:['’]\w{1,3})?")


@cache
def _initialism() -> re.Pattern[str]:
    return re.compile(r"(?:[a-z]\.)+[a-z]")


def sentence_spans(text: str, within: Span) -> tuple[Span, ...]:
    """The sentences of a stretch of text, ascending, without the blanks around them; together they hold every word.

    >>> text = 'Maj. Gen. Bagheri left. "Why? I do not know," he said. He came back.'
    >>> [span.of(text) for span in sentence_spans(text, Span(0, len(text)))]
    ['Maj. Gen. Bagheri left.', '"Why? I do not know," he said.', 'He came back.']
    """
    return tuple(sentence for paragraph in _paragraphs(text, within) for sentence in _of_paragraph(text, paragraph))


def _paragraphs(text: str, within: Span) -> Iterator[Span]:
    start = within.start
    words = within.of(text)
    for gap in _blank_lines().finditer(text, within.start, within.end) if "\n" in words or "\u2029" in words else ():
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, within.end)


def sentence_around(text: str, span: Span, reach: int = 1000) -> Span:
    """The whole sentence (or sentences) that a span touches, never across a blank line outside it.

    The look to either side is bounded by `reach`: where no border lies within, the sentence is cut there.
    """
    start, end = max(0, span.start - reach), min(len(text), span.end + reach)
    for gap in _blank_lines().finditer(text, start, span.start):
        start = gap.end()
    gap_after = _blank_lines().search(text, span.end, end)
    end = gap_after.start() if gap_after else end
    around = [
        sentence
        for paragraph in _paragraphs(text, Span(min(start, span.start), end))
        for sentence in _of_paragraph(text, paragraph, span)
        if sentence.overlaps(span)
    ]
    if not around:
        return span
    return Span(min(around[0].start, span.start), max(around[-1].end, span.end))


def _of_paragraph(text: str, within: Span, wanted: Span | None = None) -> list[Span]:
    """The sentences; with `wanted`, at least those that touch it."""
    if not text[within.start : within.end].strip():
        return []
    found: list[Span] = []
    kept = _kept_together(text, within)
    at, start = 0, within.start
    for stop in _stops().finditer(text, within.start, within.end):
        while at < len(kept) and kept[at].end <= stop.start():
            at += 1
        end = stop.end()
        if at < len(kept) and kept[at].start < stop.start():
            if kept[at].end > end:
                continue
            end = max(end, kept[at].end)
        if _ends(text, stop, Span(start, within.end)):
            if wanted is None or end >= wanted.start:
                found.append(_stripped(text, Span(start, end)))
                if wanted is not None and end > wanted.end:
                    return [span for span in found if len(span)]
            start = end
    found.append(_stripped(text, Span(start, within.end)))
    return [span for span in found if len(span)]


def _kept_together(text: str, within: Span) -> list[Span]:
    """Where no sentence may end: stretches between closed marks, ascending and without overlap."""
    doubles = [marked.outer for marked in double_marked(text, within) if marked.closed]
    singles = [marked.outer for marked in single_marked(text, within) if marked.sure]
    kept: list[Span] = []
    for span in sorted(doubles + singles):
        if len(span) <= _WHOLE_QUOTATION and not (kept and span.start < kept[-1].end):
            kept.append(span)
    return kept


def _stripped(text: str, span: Span) -> Span:
    words = span.of(text)
    lead = len(words) - len(words.lstrip())
    return Span(span.start + lead, span.start + lead + len(words.strip()))


def _ends(text: str, stop: re.Match[str], within: Span) -> bool:
    """Whether a stop ends the sentence: what follows may begin one, and no abbreviation stands before it."""
    following = _before_word().match(text, stop.end(), within.end)
    at = following.end() if following else stop.end()
    if at >= within.end:
        return True
    if text[at].islower():
        return False
    if stop[0].rstrip("\"'”’»)]」』›") != ".":
        return True
    return not _abbreviates(
        text, Span(within.start, stop.start()), Span(at, within.end), following[0] if following else ""
    )


def _abbreviates(text: str, before: Span, after: Span, between: str) -> bool:
    word_match = _last_word().search(text[max(before.start, before.end - 14) : before.end])
    if word_match is None:
        return False
    word = word_match[0].lower()
    following = _next_word().match(text, after.start, after.end)
    next_word = following[0] if following else ""
    if word in _BEFORE_NUMBER and next_word[:1].isdigit():
        return True
    if word in _TITLES:
        return True
    begins = next_word.lower() in _BEGINNERS or bool(between.strip("\n \t\u00a0"))
    initials = len(word) == 1 and word.isalpha() and word_match[0].isupper()
    if initials or _initialism().fullmatch(word):
        return not begins or (initials and word != "i" and next_word[:1].isupper() and len(next_word) == 1)
    return word in _SHORT and not begins
