"""What kind of difference a group of changed words is: the classes of `docs/verdicts.md`, one judgement after another.

Only short groups are judged by their words: in a longer one a "not" or a number says nothing certain about what is kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise, product

from checker.align.alignment import one_slip
from checker.align.noise import scan_noise
from checker.model import EditClass
from checker.text import elsewhere
from checker.text.english.contractions import bare_form, may_be
from checker.text.english.frequency import is_word, known
from checker.text.english.guards import (
    BOUND_OF,
    BROKEN_BY_SPACE,
    FILLERS,
    FUNCTION_WORDS,
    FUTURES,
    HEDGE_PHRASES,
    HEDGES,
    MODALS,
    NEGATORS,
    QUANTIFIERS,
    negated_by_suffix,
    opposite,
    same_verb,
)
from checker.text.english.names import DATES, GENERIC, known_name, one_place
from checker.text.english.numerals import AMOUNTS, NUMBER_WORDS
from checker.text.scripts import is_character

# Guards look at groups of up to 6 words a side (measured on the labelled pairs: in longer ones they cry wolf).
GUARDED = 6
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
_FIGURES = re.compile(r"\d[\d.,:]*")
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")
_VERBS_NEGATED = frozenset("not never hardly".split())
# Added or dropped alone, these change how much is meant.
_STRONG_QUANTIFIERS = frozenset(
    "all only almost nearly every most few half always often sometimes rarely mostly many".split()
)
_WEAKENING = HEDGES - frozenset("certainly definitely surely undoubtedly".split())
_WHOLE = frozenset("all every everyone everybody everything half none nothing".split())
_FEW = frozenset("few little".split())
_UNITS = frozenset(
    "percent point points mile miles kilometer kilometers meter meters foot feet inch inches yard yards acre acres hectare "
    "hectares ton tons tonne tonnes pound pounds kilogram kilograms gram grams ounce ounces liter liters gallon gallons barrel "
    "barrels degree degrees second seconds minute minutes hour hours day days week weeks month months year years decade decades "
    "century centuries kilo kilos km kg lb lbs mph kph celsius fahrenheit kelvin knot knots carat carats watt watts kilowatt "
    "cent cents penny pence crown crowns krona kronor krone kroner franc francs yen yuan ruble rubles rouble roubles "
    "rupee rupees peso pesos lira liras shekel shekels zloty zlotys forint forints rial rials dinar dinars dirham dirhams "
    "kilowatts megawatt megawatts gigawatt gigawatts percentage basis ppm hectolitre hectoliters bushel bushels".split()
)


# Forms of address: "Mr. Ames" for "Dr. Ames" is another word and the same man.
_FORMS = ("mr", "mrs", "ms", "miss", "dr", "prof", "mister", "doctor", "professor")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a group: units' keys, the words as printed, and whether a sentence begins with the first of them."""

    keys: tuple[str, ...] = ()
    surfaces: tuple[str, ...] = ()
    opens_sentence: bool = False

    def words(self) -> frozenset[str]:
        """The keys that stand as words of their own: no "all" in "alright"."""
        return frozenset(self.keys) & frozenset(surface.lower() for surface in self.surfaces)

    def names(self) -> frozenset[str]:
        """The keys that are names: from the tables, or by a capital inside a sentence."""
        found = {key for key in self.keys if known_name(key)}
        for at, surface in enumerate(self.surfaces):
            low = surface.lower().removesuffix("'s")
            if not surface[:1].isupper() or low in FUNCTION_WORDS or low in ("i", "i'm", "i've", "i'll", *_FORMS):
                continue
            if at == 0 and self.opens_sentence and (known(low) or low in QUANTIFIERS or low in NEGATORS):
                continue
            found.add(low.replace(".", ""))
        return frozenset(found)


@dataclass(frozen=True, slots=True)
class Around:
    """The units just before and after a group in the original, nearest last and nearest first."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def classify(quoted: Side, original: Side, around: Around) -> EditClass:
    """The class of a group that differs; one of the two sides may be empty.

    >>> classify(Side(), Side(("not",), ("not",)), Around())
    <EditClass.NEGATION: 'negation'>
    """
    harmless = _harmless(quoted, original, around)
    if harmless is not None:
        return harmless
    if max(len(quoted.keys), len(original.keys)) <= GUARDED:
        guarded = _guarded(quoted, original, around)
        if guarded is not None:
            return guarded
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
    if _letters(quoted).lower() == _letters(original).lower() in _FORMS:
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


def _guarded(quoted: Side, original: Side, around: Around) -> EditClass | None:
    if not quoted.keys and len(original.keys) > _WORDS_ALONE and original.keys not in (*HEDGE_PHRASES, *BOUND_OF):
        # Several words left out are a cut: what it hides of negations and conditions is asked where cuts are judged.
        return None
    if not original.keys and len(quoted.keys) > _ASIDE:
        return None
    for guard in (_bounds, _number, _negation, _name, _modal, _quantity, _direction):
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


def _number(quoted: Side, original: Side, around: Around) -> EditClass | None:
    q, o = _amounts(quoted.keys), _amounts(original.keys)
    mixed = _with_digits(quoted.keys), _with_digits(original.keys)
    if all(mixed) and mixed[0] != mixed[1]:
        return EditClass.NUMBER
    if q == o:
        units_q, units_o = set(quoted.keys) & _UNITS, set(original.keys) & _UNITS
        dates_q, dates_o = set(quoted.keys) & DATES, set(original.keys) & DATES
        if (units_q and units_o and units_q != units_o) or (dates_q and dates_o and dates_q != dates_o):
            return EditClass.NUMBER
        if not q or _bare(quoted.keys) != _bare(original.keys):
            return None
        # "2-1" is not "1-2".
        return EditClass.NUMERAL if _in_order(quoted.keys) == _in_order(original.keys) else EditClass.NUMBER
    if _one_time(quoted.surfaces, original.surfaces):
        return EditClass.NUMERAL
    if q and o:
        return _both_amounts(q, o, set(quoted.keys) | set(original.keys))
    there, other = (quoted, original) if q else (original, quoted)
    if not other.keys:
        # A number alone that comes or goes; with its noun it is words left out.
        return EditClass.NUMBER if len(there.keys) == 1 and there.keys[0] not in ("#1", "half") else None
    if set(other.keys) & {"a", "an", "the"} and (q or o) == Counter(["#1"]):
        return EditClass.FUNCTION_WORD
    if set(other.keys) & (QUANTIFIERS | {"a", "an"}) or len(there.keys) == len(other.keys) == 1:
        return EditClass.NUMBER
    return None


def _amounts(keys: Sequence[str]) -> Counter[str]:
    return Counter(_in_order(keys))


def _in_order(keys: Sequence[str]) -> list[str]:
    """Numbers, and words for amounts; "10:30" and "1.000", which may be one or a thousand, are kept as printed."""
    return [key for key in keys if key[0] == "#" or key in AMOUNTS or _FIGURES.fullmatch(key)]


def _one_time(quoted: Sequence[str], original: Sequence[str]) -> bool:
    """Whether both are one time of the day: 10.30 and 10:30."""
    sides = ["".join(side) for side in (quoted, original)]
    return all(map(_CLOCK.fullmatch, sides)) and sides[0].replace(":", ".") == sides[1].replace(":", ".")


def _with_digits(keys: Sequence[str]) -> list[str]:
    """Times, names and addresses with digits in them: 1:30, F-16, jeb2016."""
    return sorted(key for key in keys if key[0] != "#" and any(map(str.isdigit, key)))


def _bare(keys: Sequence[str]) -> list[str]:
    return [key for key in keys if key[0] != "#"]


def _both_amounts(q: Counter[str], o: Counter[str], words: Set[str]) -> EditClass:
    signs = "$£€¥"
    if Counter(key.rstrip(signs) for key in q.elements()) == Counter(key.rstrip(signs) for key in o.elements()):
        if words & _UNITS:
            return EditClass.NUMBER  # "5 cents" for "5 dollars"
        one_sided = all(a[-1] in signs and b[-1] in signs for a, b in zip(sorted(q), sorted(o), strict=True))
        return EditClass.NUMBER if one_sided else EditClass.CONTENT_WORD
    return EditClass.NUMBER


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
