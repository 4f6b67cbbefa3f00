"""Numbers, units and dates that differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from checker.align.sides import Around, Side
from checker.model import EditClass
from checker.text.english.guards import QUANTIFIERS
from checker.text.english.names import DATES
from checker.text.english.numerals import AMOUNTS
from checker.text.late import late

_FIGURES = late(r"\d[\d.,:]*")
_CLOCK = late(r"\d{1,2}[.:]\d{2}")
_UNITS = frozenset(
    "percent point points mile miles kilometer kilometers meter meters foot feet inch inches yard yards acre acres hectare "
    "hectares ton tons tonne tonnes pound pounds kilogram kilograms gram grams ounce ounces liter liters gallon gallons barrel "
    "barrels degree degrees second seconds minute minutes hour hours day days week weeks month months year years decade decades "
    "century centuries kilo kilos km kg lb lbs mph kph celsius fahrenheit kelvin knot knots carat carats watt watts kilowatt "
    "cent cents penny pence crown crowns krona kronor krone kroner franc francs yen yuan ruble rubles rouble roubles "
    "rupee rupees peso pesos lira liras shekel shekels zloty zlotys forint forints rial rials dinar dinars dirham dirhams "
    "kilowatts megawatt megawatts gigawatt gigawatts percentage basis ppm hectolitre hectoliters bushel bushels".split()
)


def number(quoted: Side, original: Side, around: Around) -> EditClass | None:
    """The class where one side has another number, unit or date than the other; numerals for the same number among them."""
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
