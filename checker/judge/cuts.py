"""What a cut hides: whether the words left out negate, condition or contrast those that are kept.

A bare "not" inside a cut says little, so a cut counts as turning the meaning only where its grammar shows what the
word governs: at the cut's end, before the kept verb; or a condition, which governs its whole sentence. Where that
cannot be told the cut is one to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from checker.judge.changes import Change
from checker.judge.tokens import negators, tokens
from checker.model import EditClass, Span
from checker.text import elsewhere
from checker.text.late import late
from checker.text.names import plain
from checker.text.sentences import sentence_spans


class Weight(StrEnum):
    """What a hidden word does to the kept ones."""

    TURNS = "turns"
    LOOK = "look"
    HARMLESS = "harmless"


class Hidden(NamedTuple):
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
_ASIDE = late(r"^\s*[,—–(-].*[,—–)-]\s*$", re.DOTALL)
_STRONG_BOUNDARY = late(r"[;:—–()]|--|\s-\s|,|\b(?:but|because|which|who|that|so|while|when)\b", re.IGNORECASE)
# In a cut of so few words without a border between clauses a negator governs what follows wherever it stands.
_SHORT_CUT = 4
# A cut of so many words that holds a hedge is the hedge and what belongs to it.
_HEDGED = 4
_UNSURE = frozenset(
    "maybe perhaps possibly probably likely allegedly reportedly apparently presumably supposedly seemingly potentially arguably "
    "conceivably purportedly may might".split()
)
_CONDITION = late(
    r"\b(?:if|unless|until|except|provided(?: that)?|as long as|on condition|in case|only (?:if|when|after|once))\b"
    rf"|(?<!\w)(?:{elsewhere.CONDITIONS})(?!\w)",
    re.IGNORECASE,
)
# An "if" that asks or hedges and conditions nothing.
_NO_CONDITION = late(
    r"\b(?:as|even|what|ask\w*|know|knows|see|wonder\w*|tell|sure|matter|doubt|decide|question|find out|than|like|or)\s+$"
    r"|^if (?:you (?:will|like|look|know|want to (?:know|call)|can call)|anything|any|i may|i might|not\b)",
    re.IGNORECASE,
)
_BOUNDARY = late(r"[,;:—–()]|--|\s-\s|\b(?:and|but|because|which|who|that|so|while|when)\b", re.IGNORECASE)
# A "not" that is spent within the cut: "not far from", "not simply".
_SPENT = frozenset("far long much many enough all everyone everybody always necessarily".split())
_AS_GOOD_AS_NOT = late(
    r"\b(?:anything but|(?<!not )far from|the opposite of|short of|in no way|by no means)\W*$", re.IGNORECASE
)
# "sailors | who never complain": it is denied of them and not of what is kept.
_WHO = late(r"^\W*(?:who|whom|whose|which|that)\b", re.IGNORECASE)
_IN_PASSING = late(r"^\W*(?:as|which|who|that)\b", re.IGNORECASE)
# A "not" so few words before the cut is still there.
_KEPT_NOT = 3
_NOT_ONLY = frozenset("only simply just merely".split())
# The kept words begin with a subject of their own: what was negated before them stays what it was.
_OWN_SUBJECT = r"(?:i|we|you|he|she|it|they|there|this|that)(?:\s+\w|['’](?:m|re|s|ll|ve|d)\b)"
_NEW_CLAUSE = late(rf"^[\s,;—–-]*(?:and|but|so|because)\s+{_OWN_SUBJECT}", re.IGNORECASE)
_CLAUSE_AFTER = late(rf"^\s*{_OWN_SUBJECT}", re.IGNORECASE)
_INVERTED = late(r"^[\s\"'“‘]*(?:had|were|should)\s+(?:i|we|you|he|she|it|they|the|this|that)\b", re.IGNORECASE)
_RELATIVE = late(r"^[\s,;:—–(-]*(?:which|who|whom|whose|that|and|as|where|when)\b|^\s*[,;:—–(]", re.IGNORECASE)
_ENDS_CLAUSE = late(r"[,;:—–)]\s*$|--?\s*$")
_TAG = late(r"^[ \t]*([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,4})(?: \([^)\n]{1,40}\))?:(?=\s)", re.MULTILINE)
# Nobody speaks longer than so many letters without a tag.
_SPEECH = 20_000
_PRONOUN = late(r"^[\s\"'“‘]*(?:they|them|he|she|it|these|those)\b", re.IGNORECASE)
_NAME = late(r"(?<![.!?]\s)(?<!^)\b[A-Z][a-z]{2,}\b")
_PLURAL = late(r"\b(?:the|these|those|our|their|all|some|many)\s+(?:[a-z]+\s+)?[a-z]{3,}s\b", re.IGNORECASE)


def cuts_of(changes: Sequence[Change], text: str, original: str) -> tuple[Hidden, ...]:
    """What every cut hides, harmless ones left out; `text` is the original's."""
    found = []
    for change in changes:
        other = _another_speaker(change, text)
        if other is not None:
            found.append(Hidden(original, change.edit.original, change.said, other, "a change of speaker"))
            continue
        # What lies between two joined places is a splice whatever it holds.
        if change.cls in (EditClass.ELISION, EditClass.CUT) and change.said:
            hidden = _hidden(change, text, original)
            if hidden is not None and hidden.weight is not Weight.HARMLESS:
                found.append(hidden)
    return tuple(found)


def _another_speaker(change: Change, text: str) -> Weight | None:
    """Whether somebody else speaks after words that were left out; to look at, where it is not told who spoke before."""
    if ":" not in change.said:
        return None
    tags = _TAG.findall(change.edit.original.of(text))
    if not tags:
        return None
    start = change.edit.original.start
    before = _TAG.findall(text[max(0, start - _SPEECH) : start])
    if not before:
        return Weight.LOOK
    return Weight.TURNS if plain(before[-1].split()[-1]) != plain(tags[-1].split()[-1]) else None


def _hidden(change: Change, text: str, original: str) -> Hidden | None:
    gap = change.edit.original
    for piece, after in _pieces(text, gap):
        words = piece.of(text)
        for weigh in (_condition, _contrast, _negation, _hedge):
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
    last_ends = _ends_with_sentence(gap, text)
    if len(inside) == 1:
        if not (ends_before and last_ends):
            yield inside[0], not last_ends
        return
    if not ends_before:
        yield inside[0], False
    if not last_ends:
        yield inside[-1], True


def _ends_with_sentence(gap: Span, text: str) -> bool:
    """Whether the cut goes to the end of a sentence; its full stop may stand behind it."""
    return _sentence_ends(gap.of(text)) or text[gap.end : gap.end + 3].lstrip("\"”’')")[:1] in (".", "!", "?")


def _sentence_ends(words: str) -> bool:
    return words.rstrip("\"”’') \t\n").endswith((".", "!", "?"))


def _condition(words: str, before: str, after: str, kept_follows: bool) -> tuple[Weight, str]:
    near = re.split(r"[.!?]", before)[-1]
    if _CONDITION.search(near) or _INVERTED.match(near):
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
        # "They don't talk about it, but | I do": the kept half has its own subject and is not denied.
        return (Weight.LOOK if _CLAUSE_AFTER.match(after) else Weight.TURNS), "the other half of a contrast"
    if not kept_follows and re.match(r"^[\s,;—–-]*(?:but|although|though|however)\b", words, re.IGNORECASE):
        return Weight.LOOK, "the other half of a contrast"
    return Weight.HARMLESS, ""


def _negation(words: str, before: str, after: str, kept_follows: bool) -> tuple[Weight, str]:
    found = tokens(words)
    if kept_follows and _AS_GOOD_AS_NOT.search(words):
        return Weight.TURNS, "a negation"
    if not kept_follows or not negators(found) or found[-1] in ("but", *_NOT_ONLY):
        return Weight.HARMLESS, ""
    begins = _RELATIVE.match(words) or _ENDS_CLAUSE.search(before)
    if begins and (_ENDS_CLAUSE.search(words) or _RELATIVE.match(after)):
        return Weight.HARMLESS, ""
    place = max(index for index, word in enumerate(found) if word in negators(found))
    if found[place] == "no" and (place + 1 == len(found) or re.search(r"\bno\s*[,.;]", words, re.IGNORECASE)):
        return Weight.HARMLESS, ""
    if negators(tokens(re.split(r"[.!?;:]", before)[-1])[-_KEPT_NOT:]):
        return Weight.HARMLESS, ""  # the kept words are denied all the same
    behind = len(found) - place - 1
    if behind > 1 and found[place + 1] in _SPENT:
        return Weight.HARMLESS, ""
    not_only = behind > 1 and found[place + 1] in _NOT_ONLY
    if not_only or _NEW_CLAUSE.match(after) or re.match(r"\s*[,;:—–]", after):
        return Weight.LOOK, "a negation"
    rest = re.split(rf"\b{re.escape(found[place])}\b|n['’]t\b", words, flags=re.IGNORECASE)[-1]
    if not _BOUNDARY.search(rest):
        turns = (behind <= _GOVERNS - 1 or len(found) <= _SHORT_CUT) and not _WHO.match(words)
        return (Weight.TURNS if turns else Weight.LOOK), "a negation"
    # "We do not, as some have claimed, | want": an aside stands behind the "not".
    aside = _ASIDE.match(rest + after[:2].rstrip()) or (not _STRONG_BOUNDARY.search(rest) and behind <= _MAY_GOVERN)
    return (Weight.LOOK, "a negation") if aside else (Weight.HARMLESS, "")


def _hedge(words: str, before: str, after: str, kept_follows: bool) -> tuple[Weight, str]:
    """ "We will, in all likelihood, | close it": a cut that is little more than a hedge makes it sure."""
    found = tokens(words)
    if (
        len(found) > _HEDGED
        or _IN_PASSING.match(words)
        or not (set(found) & _UNSURE or "in all likelihood" in words.lower())
    ):
        return Weight.HARMLESS, ""
    return (Weight.TURNS if kept_follows else Weight.LOOK), "a hedge"


def _antecedent(change: Change, text: str, original: str) -> Hidden | None:
    """Whole sentences before a kept "they": what it stands for is gone, and the kept words may offer another."""
    gap = change.edit.original
    kept_after = text[gap.end : gap.end + 40].lstrip(".!?\"”’') \n")
    sentences = sentence_spans(text, gap)
    if not sentences or not _PRONOUN.match(kept_after) or not _ends_with_sentence(gap, text):
        return None
    pronoun = tokens(kept_after)[0]
    candidates = _PLURAL if pronoun in ("they", "them", "these", "those") else _NAME
    hidden = {match[0].lower() for match in candidates.finditer(sentences[-1].of(text))}
    if not hidden:
        return None
    kept = {m[0].lower() for m in candidates.finditer(text[change.passage.span.start : gap.start])}
    weight = Weight.TURNS if kept and not kept & hidden else Weight.LOOK
    return Hidden(original, sentences[-1], sentences[-1].of(text), weight, f'whom "{pronoun}" means')
