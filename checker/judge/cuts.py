"""What a cut hides: whether the words left out negate, condition or contrast those that are kept.

A bare "not" inside a cut says little, so a cut counts as turning the meaning only where its grammar shows what the
word governs: at the cut's end, before the kept verb; or a condition, which governs its whole sentence. Where that
cannot be told the cut is one to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from checker.judge.changes import Change
from checker.judge.tokens import negators, tokens
from checker.model import EditClass, Span
from checker.text.sentences import sentence_spans


class Weight(StrEnum):
    """What a hidden word does to the kept ones."""

    TURNS = "turns"
    LOOK = "look"
    HARMLESS = "harmless"


@dataclass(frozen=True, slots=True)
class Hidden:
    """What a cut, an edge or a bracket took away: the words, where they stand in the original, and what they do.

    `what` says in a few words why ("a condition", "a negation").
    """

    original: str
    span: Span
    text: str
    weight: Weight
    what: str


# A negator so near the end of the cut governs the kept verb ("I will | not | resign"); one within the second reach
# may (measured on the labelled pairs: three words gave false alarms only).
_GOVERNS, _MAY_GOVERN = 2, 12
_ASIDE = re.compile(r"^\s*[,—–(-].*[,—–)-]\s*$", re.DOTALL)
_STRONG_BOUNDARY = re.compile(r"[;:—–()]|--|\s-\s|,|\b(?:but|because|which|who|that|so|while|when)\b", re.IGNORECASE)
# In a cut of so few words without a border between clauses a negator governs what follows wherever it stands.
_SHORT_CUT = 4
_CONDITION = re.compile(
    r"\b(?:if|unless|until|except|provided(?: that)?|as long as|on condition|in case|only (?:if|when|after|once))\b",
    re.IGNORECASE,
)
# An "if" that asks or hedges and conditions nothing.
_NO_CONDITION = re.compile(
    r"\b(?:as|even|what|ask\w*|know|knows|see|wonder\w*|tell|sure|matter|doubt|decide|question|find out|than|like|or)\s+$"
    r"|^if (?:you (?:will|like|look|know|want to know)|anything|any|i may|i might|not\b)",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(r"[,;:—–()]|--|\s-\s|\b(?:and|but|because|which|who|that|so|while|when)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"^[\s,;:—–(-]*(?:which|who|whom|whose|that|and|as|where|when)\b|^\s*[,;:—–(]", re.IGNORECASE)
_ENDS_CLAUSE = re.compile(r"[,;:—–)]\s*$|--?\s*$")
_PRONOUN = re.compile(r"^[\s\"'“‘]*(?:they|them|he|she|it|these|those)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][a-z]{2,}\b")
_PLURAL = re.compile(r"\b(?:the|these|those|our|their|all|some|many)\s+(?:[a-z]+\s+)?[a-z]{3,}s\b", re.IGNORECASE)


def cuts_of(changes: Sequence[Change], text: str, original: str) -> tuple[Hidden, ...]:
    """What every cut hides, harmless ones left out; `text` is the original's."""
    found = []
    for change in changes:
        # What lies between two joined places is a splice whatever it holds.
        if change.cls in (EditClass.ELISION, EditClass.CUT) and change.said:
            hidden = _hidden(change, text, original)
            if hidden is not None and hidden.weight is not Weight.HARMLESS:
                found.append(hidden)
    return tuple(found)


def _hidden(change: Change, text: str, original: str) -> Hidden | None:
    gap = change.edit.original
    for piece, after in _pieces(text, gap):
        words = piece.of(text)
        for weigh in (_condition, _contrast, _negation):
            weight, what = weigh(
                words, text[max(0, piece.start - 120) : piece.start], text[piece.end : piece.end + 60], after
            )
            if weight is not Weight.HARMLESS:
                return Hidden(original, piece, words.strip(), weight, what)
    return _antecedent(change, text, original)


def _pieces(text: str, gap: Span) -> Iterator[tuple[Span, bool]]:
    """The parts of sentences that the cut takes away, and whether kept words of that sentence follow; whole sentences
    hide nothing."""
    inside = sentence_spans(text, gap)
    if not inside:
        return
    ends_before = _sentence_ends(text[max(0, gap.start - 3) : gap.start])
    last_ends = _sentence_ends(inside[-1].of(text))
    if len(inside) == 1:
        if not (ends_before and last_ends):
            yield inside[0], not last_ends
        return
    if not ends_before:
        yield inside[0], False
    if not last_ends:
        yield inside[-1], True


def _sentence_ends(words: str) -> bool:
    return words.rstrip("\"”’') \t\n").endswith((".", "!", "?"))


def _condition(words: str, before: str, after: str, kept_follows: bool) -> tuple[Weight, str]:
    if _CONDITION.search(re.split(r"[.!?]", before)[-1]):
        return Weight.HARMLESS, ""  # the kept words are conditioned all the same
    for match in _CONDITION.finditer(words):
        lead = (before[-30:] + words[: match.start()])[-30:]
        if _NO_CONDITION.search(lead) or _NO_CONDITION.search(words[match.start() : match.start() + 20]):
            continue
        return Weight.TURNS, "a condition"
    return Weight.HARMLESS, ""


def _contrast(words: str, before: str, after: str, kept_follows: bool) -> tuple[Weight, str]:
    """ "not A but | B" with the "but" hidden; another "but" clause is no turn, it is one to look at."""
    found = tokens(words)
    near = re.split(r"[.;:!?]", before)[-1]
    if kept_follows and found[-1:] and found[-1] in ("but", "rather", "instead") and negators(tokens(near)):
        return Weight.TURNS, "the other half of a contrast"
    if not kept_follows and re.match(r"^[\s,;—–-]*(?:but|although|though|however)\b", words, re.IGNORECASE):
        return Weight.LOOK, "the other half of a contrast"
    return Weight.HARMLESS, ""


def _negation(words: str, before: str, after: str, kept_follows: bool) -> tuple[Weight, str]:
    found = tokens(words)
    if not kept_follows or not negators(found) or found[-1] in ("but", "only"):
        return Weight.HARMLESS, ""
    begins = _RELATIVE.match(words) or _ENDS_CLAUSE.search(before)
    if begins and (_ENDS_CLAUSE.search(words) or _RELATIVE.match(after)):
        return Weight.HARMLESS, ""
    place = max(index for index, word in enumerate(found) if word in negators(found))
    if found[place] == "no" and (place + 1 == len(found) or re.search(r"\bno\s*[,.;]", words, re.IGNORECASE)):
        return Weight.HARMLESS, ""
    behind = len(found) - place - 1
    rest = re.split(rf"\b{re.escape(found[place])}\b|n['’]t\b", words, flags=re.IGNORECASE)[-1]
    if not _BOUNDARY.search(rest):
        turns = behind <= _GOVERNS - 1 or len(found) <= _SHORT_CUT
        return (Weight.TURNS if turns else Weight.LOOK), "a negation"
    # "We do not, as some have claimed, | want": an aside stands behind the "not".
    aside = _ASIDE.match(rest + after[:2].rstrip()) or (not _STRONG_BOUNDARY.search(rest) and behind <= _MAY_GOVERN)
    return (Weight.LOOK, "a negation") if aside else (Weight.HARMLESS, "")


def _antecedent(change: Change, text: str, original: str) -> Hidden | None:
    """Whole sentences before a kept "they": what it stands for is gone, and the kept words may offer another."""
    gap = change.edit.original
    kept_after = text[gap.end : gap.end + 40]
    sentences = sentence_spans(text, gap)
    if not sentences or not _PRONOUN.match(kept_after) or not _sentence_ends(sentences[-1].of(text)):
        return None
    pronoun = tokens(kept_after)[0]
    candidates = _PLURAL if pronoun in ("they", "them", "these", "those") else _NAME
    hidden = {match[0].lower() for match in candidates.finditer(sentences[-1].of(text))}
    if not hidden:
        return None
    kept = {m[0].lower() for m in candidates.finditer(text[change.passage.span.start : gap.start])}
    weight = Weight.TURNS if kept and not kept & hidden else Weight.LOOK
    return Hidden(original, sentences[-1], sentences[-1].of(text), weight, f'whom "{pronoun}" means')
