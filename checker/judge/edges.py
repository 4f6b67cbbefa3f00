"""What stands just outside an exact passage, in its own sentence: "I would be lying if I said" before it, "unless" behind."""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.judge.case import Case
from checker.judge.cuts import Hidden, Weight
from checker.judge.tokens import negators, tokens
from checker.model import Passage, QuotationKind, Span
from checker.text import elsewhere
from checker.text.english.guards import BOUND_OF
from checker.text.english.numerals import NUMBER_WORDS
from checker.text.late import late

_BEHIND = late(
    r"^[\s,;—–\"'”’-]*(?:only\s+(?:if|when|after|once)|if|unless|until|except|provided|as\s+long\s+as|"
    r"on\s+(?:the\s+)?condition|but\s+only|but\s+not|" + elsewhere.CONDITIONS.replace(" ", r"\s+") + r")(?!\w)"
)
_BEHIND_CONTRAST = late(r"^[\s,;—–\"'”’-]*(?:but|although|though|however|yet)\b")
_ASKING_IF = late(
    r"^[\s,;—–\"'”’-]*if\s+(?:you\s+(?:will|like|know|want\s+to\s+know|want\b(?!\s+to)"
    # "If you look at the real number" says by which measure.
    r"|look(?:\s+at\s+(?:it|that|this))?(?=\s*[,.;]))|any(?:thing)?(?=\s*[,.;)])|i\s+may)\b"
)
_BEFORE = late(
    r"(?:\b(?:i|we|you|he|she|they|nobody|no\s+one)(?:\s+\w+)?\s+(?:do\s+not|does\s+not|did\s+not|don't|doesn't|didn't|can\s*not|can't|never|"
    r"would\s+not|wouldn't|will\s+not|won't|could\s+not|couldn't)\s+(?:\w+\s+)?(?:think|say|said|believe|mean|claim|agree|accept|suggest|imply)(?:\s+(?:that|so))?"
    r"|\b(?:lying|a\s+liar|dishonest)\s+(?:if\s+i\s+(?:said|told\s+you)|to\s+say)(?:\s+that)?"
    r"|\b(?:it\s+is|it's|that's|this\s+is)\s+(?:not\s+(?:true|the\s+case|right)|false|untrue|wrong|a\s+lie|a\s+myth)\s+(?:that|to\s+say)(?:\s+that)?"
    r"|\b(?:nobody|no\s+one|none\s+of\s+(?:us|them|you))(?:\s+\w+){0,3}\s+(?:thinks?|says?|said|believes?|claims?|claimed|suggested)(?:\s+that)?"
    r"|\b(?:wrong|mistaken|a\s+mistake|naive|absurd|ridiculous|nonsense|foolish)\s+to\s+(?:say|think|believe|claim|suggest|assume)(?:\s+that)?"
    r"|\bthere(?:\s+is|'s|\s+was)\s+no\s+(?:way|chance|evidence|proof|sign|reason\s+to\s+(?:say|think|believe))(?:\s+that)?"
    r"|\b(?:doubt|doubtful|unlikely|impossible|untrue)\s+that"
    r"|\b(?:i|we)\s+(?:deny|denied|reject|dispute)(?:\s+the\s+\w+)?\s+that"
    r"|\b(?:if|unless))[\s\"'“‘:,]*$"
)
_NOT_BEFORE = late(
    r"(?:(?<!\w)(?:not|never|hardly|scarcely|barely|cannot|neither|nor|"
    + "|".join(sorted(elsewhere.NEGATORS))
    + r")|n't)\s+$"
)
# "Perhaps | we will close it"; "nearly | every boat", "at least | ten men"; "a | few of us".
_HEDGE_BEFORE = late(
    r"(?:^|[.;:—–]\s*|\b(?:and|but|that|has|have|had|is|are|was|were|i|you|he|she|it|we|they)\s+)[\s\"'“‘]*"
    r"(?:allegedly|reportedly|supposedly|purportedly|apparently|presumably|perhaps|maybe|possibly|conceivably),?\s+$"
)
_BOUNDS = "|".join(r"\s+".join(phrase) for phrase in BOUND_OF)
_BOUND_BEFORE = late(rf"\b(?:{_BOUNDS}|hardly|not)\s+$")
_HELD = late(
    r"[$£€¥]?\d|(?:all|every|everyone|everybody|everything|half|none|nothing|a\s+(?:third|quarter|dozen))\b",
    re.IGNORECASE,
)
_A_BEFORE = late(r"\ba\s+$")
_FEW = late(r"(?:few|little)\b(?!\s+(?:bit|while|more|too|less)\b)", re.IGNORECASE)
# "but I do | not".
_NOT_BEHIND = late(r"^\s+(?:not|never)\b")
# "Wir schließen den Hafen | nicht."
_VERB_LAST = late(r"^\s+(?:nicht|nie|niemals|niet|nooit|inte|ikke|pas|jamais|nunca|değil)(?!\w)")
_AUXILIARY = late(
    r"\b(?:do|does|did|is|are|was|were|am|be|been|has|have|had|will|would|can|could|shall|should|may|might|must)$",
    re.IGNORECASE,
)
_CLAUSE_BEFORE = late(
    r"(?:(?:^|[:;—–]|--)[\s\"'“‘]*(?:(?:and|but|so|now|because|look|well),?\s+)?(?:if|unless|until)|,\s*(?:(?:and|but|so)\s+)?(?:if|unless))\b"
    # "if you ask me" conditions nothing; "if you look at China" says of whom it is said.
    r"(?!\s+(?:you\s+(?:will|like|know|ask|want\s+to\s+know)\b|anything|any\b|i\s+may))(?:[^,;:—–.!?]|\.(?=\d)){6,200},\s*(?:then\s+)?$"
)
_HEAD = late(r"\b(?:the|a|an|any|this|that|his|her|our|their|my|your)\s+([a-z]+)\s+of\s+(?:(?:a|an|the)\s+)?$")
_FINITE = frozenset(
    "is are was were has have had will would can could does do did makes drives keeps gets goes".split()
)
# What the article itself says around the words and so puts back what the cut took.
_PUTS_BACK = late(
    r"\b(?:den(?:y|ies|ied|ying)|disput\w+|reject\w*|refus\w+|refut\w+|dismiss\w*|disagree\w*|doubt\w*|not|never|no|without|n't|nor|neither|if|unless|"
    r"until|except|only|provided|whether|but|although|though|allegedly|reportedly|perhaps|maybe|possibly|apparently|nearly|almost|about|"
    r"around|roughly|some|at least|at most|up to|(?:more|less|fewer) than|over|under)\b|n['’]t\b",
    re.IGNORECASE,
)


class _Around(NamedTuple):
    """The original's sentence before and behind the passage, with plain apostrophes and in small letters.

    The patterns for them know small letters only: one that ignores case is half as dear again to compile and to try.
    """

    before: str
    after: str


def edges_of(case: Case, first: Passage, last: Passage, text: str) -> tuple[Hidden, ...]:
    """What the first place lacks before it and the last one behind it; at most one of each, harmless ones left out."""
    start = min(first.sentence.start, first.span.start)
    around = _Around(
        text[start : first.span.start].replace("’", "'").lower(),
        text[last.span.end : max(last.sentence.end, last.span.end)].replace("’", "'").lower(),
    )
    found = []
    before = _before(case, around.before) or _bound(around.before, text[first.span.start : first.span.start + 20])
    if before:
        span = Span(start, first.span.start)
        found.append(Hidden(first.original, span, span.of(text).strip(), *before))
    behind = _behind(around.after, text[max(last.span.start, last.span.end - 12) : last.span.end])
    if behind:
        span = Span(last.span.end, last.sentence.end)
        found.append(Hidden(last.original, span, span.of(text).strip(), *behind))
    return tuple(_eased(case, hidden) for hidden in found)


def _behind(after: str, last: str) -> tuple[Weight, str] | None:
    if _VERB_LAST.match(after) or (_NOT_BEHIND.match(after) and _AUXILIARY.search(last)):
        return Weight.TURNS, "a negation"
    if _BEHIND.match(after) and not _ASKING_IF.match(after):
        return Weight.TURNS, "a condition"
    if _BEHIND_CONTRAST.match(after):
        return Weight.HARMLESS, "the other half of a contrast"
    return None


def _before(case: Case, before: str) -> tuple[Weight, str] | None:
    if _BEFORE.search(before):
        return Weight.TURNS, "the words that negate or condition it"
    if _NOT_BEFORE.search(before):
        return Weight.TURNS, "a negation"
    if _CLAUSE_BEFORE.search(before):
        return Weight.TURNS, "a condition"
    if _HEAD.search(before) and _whole_sentence(case):
        return Weight.TURNS, "the head of the phrase"
    return None


def _bound(before: str, kept: str) -> tuple[Weight, str] | None:
    """What says how sure it is, or how far an amount holds, right before the first kept word."""
    if _HEDGE_BEFORE.search(before):
        return Weight.TURNS, "a hedge"
    if (_BOUND_BEFORE.search(before) and _is_amount(kept)) or (_A_BEFORE.search(before) and _FEW.match(kept)):
        return Weight.TURNS, "how much of it"
    return None


def _is_amount(kept: str) -> bool:
    word = kept.split()[:1]
    return bool(_HELD.match(kept)) or (bool(word) and word[0].lower() in NUMBER_WORDS)


def _whole_sentence(case: Case) -> bool:
    """Whether the quotation is printed as a sentence with its own verb near the beginning: "failure is what drives him"."""
    words = tokens(case.words)
    starts = case.words.lstrip("\"'“‘([")[:1].isupper()
    return not case.quotation.partial and starts and any(word in _FINITE for word in words[1:4])


def _eased(case: Case, hidden: Hidden) -> Hidden:
    """A turn becomes one to look at where the quotation is a term, or the article's own words put back what was cut."""
    if hidden.weight is not Weight.TURNS:
        return hidden
    if case.quotation.kind is QuotationKind.TERM or puts_back(case):
        return Hidden(hidden.original, hidden.span, hidden.text, Weight.LOOK, hidden.what)
    return hidden


def puts_back(case: Case) -> str | None:
    """A negating or conditioning word of the article's own in the quotation's sentence, right before or behind it."""
    text, span = case.article.text, case.quotation.span
    before = re.split(r"[.!?]\s|\n", text[max(0, span.start - 120) : span.start])[-1]
    after = re.split(r"[.!?](?:\s|$)|\n", text[span.end + 1 : span.end + 121])[0]
    found = _PUTS_BACK.search(before) or _PUTS_BACK.search(after)
    return found[0] if found else None


def negated_by_article(case: Case) -> str | None:
    """A word before the quotation with which the article denies it: `he denied that "…"`."""
    text, span = case.article.text, case.quotation.span
    before = re.split(r"[.!?]\s|\n", text[max(0, span.start - 60) : span.start])[-1]
    words = tokens(before)[-6:]
    denied = [word for word in words if re.fullmatch(r"den(?:y|ies|ied|ying)|disput\w+|reject\w+|refut\w+", word)]
    return next(iter(negators(words) + denied), None)
