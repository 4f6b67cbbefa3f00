"""Numbers as they are written out, and their values."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
_SUFFIXES = {
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "million": 1_000_000,
    "b": 1_000_000_000,
    "bn": 1_000_000_000,
    "billion": 1_000_000_000,
    "tn": 1_000_000_000_000,
    "trillion": 1_000_000_000_000,
}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "hundredth": 100, "thousandth": 1000}

NUMBER_WORDS = frozenset(_UNITS) | frozenset(_TENS) | frozenset(SCALES)

# Words that count without being a numeral: changed for another of them, the amount is another.
AMOUNTS = frozenset(
    "half third quarter dozen dozens hundreds thousands millions billions trillions double triple twice once thrice "
    "doubled tripled quadrupled halved doubles triples halves doubling tripling halving thirds quarters "
    "couple score".split()
) | frozenset(SCALES)

_DIGITS = re.compile(r"(\d+(?:,\s?\d{3})*(?:[.,:]\d+)*)([a-z]*)$")

# A thousand in Berlin and one in London: compared as it is printed.
_THOUSANDS_OR_DECIMALS = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def plain(value: Decimal) -> str:
    """A value without exponent or trailing zeros."""
    text = format(value.normalize(), "f")
    return text if text != "-0" else "0"


def digits_value(surface: str) -> tuple[Decimal, str] | None:
    """The value of a numeral in digits and the letters after it, or None when it is no plain numeral (12:30, 1.2.3).

    >>> digits_value("30,000"), digits_value("2.5bn"), digits_value("20th")
    ((Decimal('30000'), ''), (Decimal('2500000000.0'), ''), (Decimal('20'), 'th'))
    """
    match = _DIGITS.match(re.sub(r"(?<=\d) (?=\d{3})", "", surface.lower()))
    if match is None:
        return None
    digits, letters = match.groups()
    if _THOUSANDS_OR_DECIMALS.fullmatch(digits):
        return None
    bare = re.sub(r",\s?(?=\d{3}(?:\D|$))", "", digits).replace(",", ".")
    try:
        value = Decimal(bare)
    except InvalidOperation:
        return None
    if letters in _SUFFIXES:
        return value * _SUFFIXES[letters], ""
    return value, letters


def ordinal_value(word: str) -> int | None:
    """3 for "third"; None for what is no ordinal."""
    return _ORDINALS.get(word)


def words_value(words: list[str]) -> tuple[Decimal, int] | None:
    """The value that a run of number words begins with and how many words it takes; digits may lead a scale.

    >>> words_value(["one", "hundred", "and", "twenty", "five", "men"]), words_value(["2.5", "million"])
    ((Decimal('125'), 5), (Decimal('2500000.0'), 2))
    """
    total, current, used, last_small = Decimal(0), Decimal(0), 0, False
    for index, word in enumerate(words):
        if word in _UNITS or word in _TENS:
            if used and words[0][0].isdigit():
                break  # "a $2.2 billion two-year deficit" has two numbers
            value = _UNITS.get(word, _TENS.get(word, 0))
            # "five, six" and "twenty thirty" are two numbers; "twenty five" is one.
            if last_small and not (value < 10 and current % 100 >= 20 and current % 10 == 0):
                break
            current += value
            last_small = True
        elif word in SCALES and (used or current):
            current *= SCALES[word]
            if SCALES[word] >= 1000:
                total, current = total + current, Decimal(0)
            last_small = False
        elif word == "and" and used and index + 1 < len(words) and words[index - 1] in SCALES:
            if words[index + 1] not in _UNITS and words[index + 1] not in _TENS:
                break
            continue
        elif not used and (digits := digits_value(word)) is not None and not digits[1]:
            current, last_small = digits[0], True
        elif not used and word == "a" and len(words) > 1 and words[1] in SCALES:
            current = Decimal(1)
        else:
            break
        used = index + 1
    return (total + current, used) if used else None
