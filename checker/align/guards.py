"""Words that turn a meaning on their own: negations, names, modals, quantifiers, directions, each a guard.

Only short groups are judged by them: in a longer one a "not" or a number says nothing certain about what is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise, product

from checker.align.amounts import number
from checker.align.sides import Around, Side
from checker.model import EditClass
from checker.text import elsewhere
from checker.text.english.guards import (
    BOUND_OF,
    FUNCTION_WORDS,
    FUTURES,
    HEDGE_PHRASES,
    HEDGES,
    MODALS,
    NEGATORS,
    QUANTIFIERS,
    negated_by_suffix,
    opposite,
)
from checker.text.english.names import known_name, one_place
from checker.text.english.numerals import AMOUNTS
from checker.text.scripts import is_character
from checker.text.slips import one_slip

# A "not", a "may" or a number left out with no more than one word beside it is that word left out.
_WORDS_ALONE = 2
# So many words put in are an aside ("not me, not Bill, nobody"), whatever stands in it.
_ASIDE = 4

_SYNONYMS = (
    frozenset("maybe perhaps possibly conceivably".split()),
    frozenset("probably likely presumably".split()),
    frozenset("certainly definitely surely undoubtedly".split()),
    frozenset("apparently seemingly".split()),
    frozenset("allegedly reportedly supposedly purportedly".split()),
    frozenset("all every each".split()),
    frozenset("many numerous".split()),
    frozenset("only sole".split()),
    frozenset("almost nearly".split()),
    frozenset("rarely seldom".split()),
    frozenset("fully completely entirely".split()),
    frozenset("mostly usually".split()),
    frozenset("less fewer".split()),
)
_SYNONYM_OF = {word: index for index, group in enumerate(_SYNONYMS) for word in group}

# What says a "not" in another way: the words are altered, the meaning is not turned.
_NEGATION_OTHERWISE = frozenset(
    "fail fails failed failing refuse refuses refused lack lacks lacked lacking unable reject rejects rejected deny denies "
    "avoid avoids avoided stop stops stopped far nil zero absent hard".split()
)
_VERBS_NEGATED = frozenset("not never hardly".split())
# Added or dropped alone, these change how much is meant.
_STRONG_QUANTIFIERS = frozenset(
    "all only almost nearly every most few half always often sometimes rarely mostly many".split()
)
_WEAKENING = HEDGES - frozenset("certainly definitely surely undoubtedly".split())
_WHOLE = frozenset("all every everyone everybody everything half none nothing".split())
_FEW = frozenset("few little".split())


def guarded(quoted: Side, original: Side, around: Around) -> EditClass | None:
    """What the first guard that speaks says; None where none does."""
    if not quoted.keys and len(original.keys) > _WORDS_ALONE and original.keys not in (*HEDGE_PHRASES, *BOUND_OF):
        # Several words left out are a cut: what it hides of negations and conditions is asked where cuts are judged.
        return None
    if not original.keys and len(quoted.keys) > _ASIDE:
        return None
    for guard in (_bounds, number, _negation, _name, _modal, _quantity, _direction):
        found = guard(quoted, original, around)
        if found is not None:
            return found
    return None


def _bounds(quoted: Side, original: Side, around: Around) -> EditClass | None:
    """ "About", "at least", "nearly" before a number or an "every", gained, lost or changed for what is not its like."""
    q, o = quoted.keys, original.keys
    held = around.after[:1]
    if not held or not (held[0][0] == "#" or held[0] in AMOUNTS or held[0] in _WHOLE):
        return None
    bounds = BOUND_OF.get(q), BOUND_OF.get(o)
    if bounds[0] == bounds[1] or any(side and bound is None for side, bound in zip((q, o), bounds, strict=True)):
        return None
    return EditClass.QUANTITY


def _negation(quoted: Side, original: Side, around: Around) -> EditClass | None:
    q, o = quoted.keys, original.keys
    if (set(q) & elsewhere.NEGATORS != set()) != (set(o) & elsewhere.NEGATORS != set()):
        return EditClass.NEGATION
    if _by_characters(q, around) != _by_characters(o, around):
        return EditClass.NEGATION
    for a, b in product(set(q) - set(o), set(o) - set(q)):
        if negated_by_suffix(a, b):
            return EditClass.NEGATION
    ours, theirs = _negators(q, o), _negators(o, q)
    if (ours - theirs) % 2 == 0:
        # "wasn't satisfied" for "was unsatisfied": a negation moved into a word is no word turned.
        return EditClass.CONTENT_WORD if ours and (ours, theirs) != (_bare_negators(q), _bare_negators(o)) else None
    if set(q) & _NEGATION_OTHERWISE or set(o) & _NEGATION_OTHERWISE:
        return EditClass.CONTENT_WORD
    # A dialect's double negative made standard: "don't have no money", "don't have any money". A second "no" in a list of
    # them ("no patience, no tolerance") is none.
    if set(q) & {"any", "anything", "ever", "anybody", "a"} and set(around.before[-4:]) & _VERBS_NEGATED:
        return EditClass.FUNCTION_WORD
    return EditClass.NEGATION


def _by_characters(keys: Sequence[str], around: Around) -> bool:
    """Whether Chinese or Japanese characters negate: one alone, or an ending with those around it."""
    if not any(is_character(key) for key in keys):
        return False
    if set(keys) & elsewhere.NEGATING_CHARACTERS:
        return True
    near = "".join((*around.before[-2:], *keys, *around.after[:2]))
    return any(ending in near for ending in elsewhere.NEGATING_ENDINGS)


def _bare_negators(keys: Sequence[str]) -> int:
    return sum(key in NEGATORS for key in keys)


def _negators(keys: Sequence[str], other: Sequence[str]) -> int:
    """How many negations stand in `keys`, one by prefix counted where the other side has the bare word ("unsatisfied")."""
    prefixed = sum(any(opposite(key, o) and len(key) > len(o) and key.endswith(o) for o in other) for key in set(keys))
    return _bare_negators(keys) + prefixed


def _name(quoted: Side, original: Side, around: Around) -> EditClass | None:
    q, o = quoted.names() - original.names(), original.names() - quoted.names()
    if q and o:
        if all(any(_spelled_alike(a, b) for b in o) for a in q):
            return EditClass.NAME_SPELLING
        return EditClass.NAME
    # "Kasich wrote" for "Trump wrote": at the beginning of a sentence a name that is a word as well shows itself so.
    if (q or o) and len(quoted.keys) == len(original.keys) == 1 and all(map(_may_be_name, (quoted, original))):
        return EditClass.NAME
    # "Hillary Clinton" for "Clinton" and the other way round.
    if (q or o) and not (quoted.keys and original.keys) and len(q or o) == len(quoted.keys or original.keys):
        return EditClass.NAME_SPELLING
    return None


def _may_be_name(side: Side) -> bool:
    surface = side.surfaces[0]
    return surface[:1].isupper() and surface.lower() not in FUNCTION_WORDS | QUANTIFIERS | NEGATORS


def _spelled_alike(one: str, other: str) -> bool:
    if one_place(one, other):
        return True
    if known_name(one) and known_name(other):
        return False
    from rapidfuzz.distance import Levenshtein

    distance = Levenshtein.distance(one, other)
    near = distance <= max(1, min(3, min(len(one), len(other)) // 3))
    return one[0] == other[0] and (near or one_slip(one, other))


def _modal(quoted: Side, original: Side, around: Around) -> EditClass | None:
    q, o = quoted.keys, original.keys
    modal_q, modal_o = Counter(k for k in q if k in MODALS), Counter(k for k in o if k in MODALS)
    if (q or o) in HEDGE_PHRASES and not (q and o):
        return EditClass.MODAL
    future_q, future_o = {k for k in q if k in FUTURES}, {k for k in o if k in FUTURES}
    if modal_q != modal_o:
        said_otherwise = any(
            modal in one and any(pair in pairwise(other) for pair in phrases)
            for modal, phrases in _MODAL_PHRASES.items()
            for one, other in ((q, o), (o, q))
        )
        return EditClass.CONTENT_WORD if said_otherwise else EditClass.MODAL
    hedge_q, hedge_o = set(q) & HEDGES, set(o) & HEDGES
    if _differ(hedge_q, hedge_o) and ((hedge_q and hedge_o) or (hedge_q | hedge_o) & _WEAKENING):
        return EditClass.MODAL
    if "would" in future_q ^ future_o and not (future_q and future_o) and "'d" not in (*q, *o):
        return EditClass.MODAL
    if future_q != future_o:
        return EditClass.TENSE
    return None


_MODAL_PHRASES = {
    "must": (("have", "to"), ("has", "to"), ("got", "to"), ("need", "to"), ("needs", "to")),
    "can": (("able", "to"),),
    "could": (("able", "to"),),
    "should": (("ought", "to"),),
}


def _differ(one: Set[str], other: Set[str]) -> bool:
    """Whether two sets of words differ by more than synonyms."""
    return {_SYNONYM_OF.get(word, word) for word in one} != {_SYNONYM_OF.get(word, word) for word in other}


def _quantity(quoted: Side, original: Side, around: Around) -> EditClass | None:
    # "Few of us" is hardly anybody, "a few of us" is some.
    if around.after[:1] and around.after[0] in _FEW and {quoted.keys, original.keys} == {(), ("a",)}:
        return EditClass.QUANTITY
    q, o = quoted.words() & QUANTIFIERS, original.words() & QUANTIFIERS
    if q and o:
        return EditClass.QUANTITY if _differ(q, o) else None
    there = q or o
    alone = not quoted.keys or not original.keys
    if (
        there & _STRONG_QUANTIFIERS
        and max(len(quoted.keys), len(original.keys)) == 1
        and (alone or there & {"all", "every", "most"})
    ):
        return EditClass.QUANTITY
    return None


def _direction(quoted: Side, original: Side, around: Around) -> EditClass | None:
    q, o = set(quoted.keys) - set(original.keys), set(original.keys) - set(quoted.keys)
    if len(q) > 3 or len(o) > 3:
        return None
    return EditClass.DIRECTION if any(opposite(a, b) for a, b in product(sorted(q), sorted(o))) else None
