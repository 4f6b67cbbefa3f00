"""Scripts that write words in another way: characters without spaces, vowels as marks."""

from __future__ import annotations

import re
from functools import cache

# Kana, Han with its extension A, compatibility ideographs. Without spaces between words each is taken as a word.
CHARACTERS = "\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufa6d\ufa70-\ufad9"
_FIRST_CHARACTER = "\u3041"

# Vowels and other signs that stand on or beside a letter and are part of its word (Devanagari to Malayalam, Thai, Lao, Burmese,
# Khmer): Python counts them as no letters.
VOWEL_SIGNS = (
    "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u09d7\u0a01-\u0a03\u0a3c-\u0a4d"
    "\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b4d\u0b82\u0bbe-\u0bcd\u0c00-\u0c03\u0c3e-\u0c4d\u0c81-\u0c83"
    "\u0cbc-\u0ccd\u0d00-\u0d03\u0d3e-\u0d4d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd"
    "\u102b-\u103e\u17b6-\u17d3"
)

# Short vowels and other points that Arabic and Hebrew may leave out, and the stroke that lengthens a word: typography.
POINTS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0640\u064b-\u0652\u0670"


@cache
def _character() -> re.Pattern[str]:
    # Made when it is first needed: to compile so many letters takes as long as to read a short text.
    return re.compile(f"[{CHARACTERS}]")


def is_character(word: str) -> bool:
    """Whether a word is one character of Chinese or Japanese."""
    return len(word) == 1 and word >= _FIRST_CHARACTER and bool(_character().match(word))


def has_characters(text: str) -> bool:
    """Whether a text has such characters anywhere."""
    return max(text, default="") >= _FIRST_CHARACTER and bool(_character().search(text))
