"""What kind of difference a group of changed words is: the classes of `docs/verdicts.md`, one judgement after another.

What is harmless comes first, then the guards (`guards`, `amounts`), then what is left: words.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from checker.align.guards import guarded
from checker.align.noise import scan_noise
from checker.align.sides import FORMS, Around, Side
from checker.model import EditClass
from checker.text.english.contractions import bare_form, may_be
from checker.text.english.frequency import is_word
from checker.text.english.guards import BROKEN_BY_SPACE, FILLERS, FUNCTION_WORDS, NEGATORS, same_verb
from checker.text.english.names import GENERIC
from checker.text.english.numerals import NUMBER_WORDS
from checker.text.slips import one_slip

# Guards look at groups of up to 6 words a side (measured on the labelled pairs: in longer ones they cry wolf).
_GUARDED = 6


def classify(quoted: Side, original: Side, around: Around) -> EditClass:
    """The class of a group that differs; one of the two sides may be empty.

    >>> classify(Side(), Side(("not",), ("not",)), Around())
    <EditClass.NEGATION: 'negation'>
    """
    harmless = _harmless(quoted, original, around)
    if harmless is not None:
        return harmless
    if max(len(quoted.keys), len(original.keys)) <= _GUARDED:
        turned = guarded(quoted, original, around)
        if turned is not None:
            return turned
    return _words(quoted, original)


def _harmless(quoted: Side, original: Side, around: Around) -> EditClass | None:
    q, o = quoted.keys, original.keys
    if not q and not o:
        return EditClass.PUNCTUATION
    if not q or not o:
        present = q or o
        # "10-20" is "10 to 20".
        if present == ("to",) and all(
            beside[:1] and beside[0][0] == "#" for beside in (around.before[-1:], around.after)
        ):
            return EditClass.NUMERAL
        if _all_fillers(present):
            return EditClass.FILLER
        # "It didn't -- not criticizing it": the "not" of a short form is not the one that follows.
        there = quoted if q else original
        if _stutter(present, around) and not (set(present) & NEGATORS and "n't" in "".join(there.surfaces).lower()):
            return EditClass.STUTTER
        if present == ("'s",):
            return EditClass.PUNCTUATION
        return None
    if _letters(quoted).lower() == _letters(original).lower() in FORMS:
        return EditClass.CASE
    if _without_fillers(q) == _without_fillers(o) or _only_fillers_between(quoted, original):
        return EditClass.FILLER
    if len(q) == len(o) and all(a == b or may_be(a, b) for a, b in zip(q, o, strict=True)):
        return EditClass.CONTRACTION
    if "'s" in (*q, *o) and "".join(q).replace("'", "") == "".join(o).replace("'", ""):
        return EditClass.PUNCTUATION
    if _run_together(quoted, original) or _noise(quoted, original):
        return EditClass.SCAN_NOISE
    if _letters(quoted).lower() == _letters(original).lower() in BROKEN_BY_SPACE:
        return EditClass.WORD_BROKEN
    pairs = [(a, b) for a, b in _compared(quoted, original) if a != b]
    if pairs and all(_typo(a, b) for a, b in pairs) and not original.names() - quoted.names() - GENERIC:
        return EditClass.TYPO
    return None


def _only_fillers_between(quoted: Side, original: Side) -> bool:
    """Whether the words as printed are the same but for fillers: "47, uh, million" is one number no less."""
    sides = [[surface.lower() for surface in side.surfaces] for side in (quoted, original)]
    return sides[0] != sides[1] and _without_fillers(sides[0]) == _without_fillers(sides[1])


def _run_together(quoted: Side, original: Side) -> bool:
    """Whether only a space was lost, or one slipped in."""
    joined = "".join(quoted.surfaces).lower()
    # "1,5" in German is not "15".
    figures = any(a[-1].isdigit() and b[0].isdigit() for side in (quoted, original) for a, b in pairwise(side.surfaces))
    same = len(quoted.surfaces) != len(original.surfaces) and joined == "".join(original.surfaces).lower()
    return same and not figures and joined not in BROKEN_BY_SPACE


def _noise(quoted: Side, original: Side) -> bool:
    """Whether only noise of a scan differs. A word for a word ("bear", "hear") is none, unless letters ran together
    ("modem") or the words beside it are noise for certain."""
    if len(quoted.surfaces) == len(original.surfaces):
        pairs = [(a.lower(), b.lower()) for a, b in zip(quoted.surfaces, original.surfaces, strict=True)]
        differing = [pair for pair in pairs if pair[0] != pair[1]]
        if differing and all(len(a) == len(b) and is_word(a) and is_word(b) for a, b in differing):
            return False
    return misread(quoted, original)


def misread(quoted: Side, original: Side) -> bool:
    """Whether the two sides differ as a scan differs from its page, as far as letters tell."""
    return scan_noise(_letters(quoted), _letters(original))


def _letters(side: Side) -> str:
    """All in one, without the apostrophes that a scan loses together with the spaces."""
    joined = "".join(side.surfaces)
    return joined.replace("'", "") if len(side.surfaces) > 1 else joined


def _all_fillers(keys: Sequence[str]) -> bool:
    return bool(keys) and not _without_fillers(keys)


def _without_fillers(keys: Sequence[str]) -> tuple[str, ...]:
    kept: list[str] = []
    at = 0
    while at < len(keys):
        filler = next((f for f in FILLERS if tuple(keys[at : at + len(f)]) == f), None)
        if filler is None:
            kept.append(keys[at])
            at += 1
        else:
            at += len(filler)
    return tuple(kept)


def _stutter(keys: tuple[str, ...], around: Around) -> bool:
    """Words said twice, kept once. "That that" and "had had" are grammar, not a stutter."""
    if keys in (("that",), ("had",)):
        return False
    length = len(keys)
    return keys == around.after[:length] or keys == around.before[-length:]


def _compared(quoted: Side, original: Side) -> list[tuple[str, str]]:
    """The words that stand for each other, as printed where that is letters alone: "fisrt" is no #1, "ddint" no negation."""
    sides = quoted.surfaces, original.surfaces
    if len(sides[0]) == len(sides[1]):
        words = [(a.lower(), b.lower()) for a, b in zip(*sides, strict=True) if a.lower() != b.lower()]
        if all(a.isalpha() and b.isalpha() for a, b in words):
            return words
    return list(zip(quoted.keys, original.keys, strict=False)) if len(quoted.keys) == len(original.keys) else []


def _typo(quoted: str, original: str) -> bool:
    """One wrong letter where one of the two is a word and the other is none, however rare: "casual" is not "causal"."""
    if not (
        one_slip(quoted, original) and quoted.isalpha() and original.isalpha() and _word(quoted) != _word(original)
    ):
        return False
    # "Seveny" may be seven as well as seventy.
    number, slip = (quoted, original) if quoted in NUMBER_WORDS else (original, quoted)
    return number not in NUMBER_WORDS or not any(one_slip(slip, other) for other in NUMBER_WORDS - {number})


def _word(word: str) -> bool:
    return is_word(word) or bare_form(word)


def _words(quoted: Side, original: Side) -> EditClass:
    q, o = quoted.keys, original.keys
    if not q:
        return EditClass.CUT
    if o and len(q) == len(o) and all(a == b or _same_verb(a, b) for a, b in zip(q, o, strict=True)):
        return EditClass.TENSE
    if all(key in FUNCTION_WORDS for key in (*q, *o)):
        return EditClass.FUNCTION_WORD
    return EditClass.CONTENT_WORD


def _same_verb(one: str, other: str) -> bool:
    return same_verb("is" if one == "'s" else one, "is" if other == "'s" else other)
