"""The quick words: what a text says in letters and digits, for seeds. `checker.text.words` looks closely.

A quick word is a run of letters, digits and underscores, in lower case, without accents, apostrophes, soft hyphens and
zero-width characters, so that "don’t" and "dont", "é" in either form and "co<soft hyphen>operate" are found alike.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import accumulate, compress

from checker.text.scripts import CHARACTERS, POINTS, VOWEL_SIGNS, has_characters

# Apostrophes and their look-alikes, soft hyphen, zero-width characters and directional marks; combining marks are added.
IGNORED = "'’‘ʼʻ`´′\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0300-\u036f" + POINTS
_IGNORED_SET = frozenset(
    chr(point)
    for low, high in (
        (0x27, 0x27), (0x2019, 0x2019), (0x2018, 0x2018), (0x2BC, 0x2BC), (0x2BB, 0x2BB), (0x60, 0x60), (0xB4, 0xB4),
        (0x2032, 0x2032), (0xAD, 0xAD), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0xFEFF, 0xFEFF),
        (0x300, 0x36F), (0x591, 0x5BD), (0x5BF, 0x5BF), (0x5C1, 0x5C2), (0x5C4, 0x5C5), (0x640, 0x640), (0x64B, 0x652),
        (0x670, 0x670),
    )
    for point in range(low, high + 1)
)  # fmt: skip
_IGNORED = "".join(sorted(_IGNORED_SET))
_DELETE = dict.fromkeys(map(ord, _IGNORED_SET))
_RUN = re.compile(rf"([\w{IGNORED}{VOWEL_SIGNS}]+)")
_SIGN = re.compile(f"[{VOWEL_SIGNS}]")


@cache
def _run_or_character() -> re.Pattern[str]:
    # A character of Chinese or Japanese is a word of its own.
    return re.compile(rf"([{CHARACTERS}]|(?:(?![{CHARACTERS}])[\w{IGNORED}{VOWEL_SIGNS}])+)")


def plain_letter(character: str) -> str | None:
    """The letter or digit that a character counts as; "" for one that is ignored, None for one that parts words.

    >>> plain_letter("É"), plain_letter("’"), plain_letter("-")
    ('e', '', None)
    """
    if character in _IGNORED_SET:
        return ""
    if _SIGN.match(character):
        return character
    if not (character.isalnum() or character == "_"):
        return None
    low = character.lower()
    base = unicodedata.normalize("NFKD", low)[:1]
    return base if base.isalnum() else low[:1]


class _Table(dict[int, int]):
    """For `str.translate`: one code point for each, so that positions stay."""

    def __missing__(self, point: int) -> int:
        letter = plain_letter(chr(point))
        self[point] = ord(letter) if letter else point
        return self[point]


_TABLE = _Table()


def plain_words(text: str) -> tuple[list[str], list[int], list[int]]:
    """The quick words of a text with their starts and ends (code points, end exclusive), ascending.

    >>> plain_words("I don’t — Ever.")
    (['i', 'dont', 'ever'], [0, 2, 10], [1, 7, 14])
    """
    lowered = text.lower() if text.isascii() else text.translate(_TABLE)
    # Gaps and words in turn: lengths and sums of them are taken without a loop, since a page has thousands.
    pieces = (_run_or_character() if has_characters(lowered) else _RUN).split(lowered)
    ends = list(accumulate(map(len, pieces)))
    words, word_starts, word_ends = pieces[1::2], ends[0::2][: len(pieces) // 2], ends[1::2]
    if not all(map(str.isalnum, words)):
        _without_ignored(words, word_starts, word_ends)
    return words, word_starts, word_ends


def _without_ignored(words: list[str], starts: list[int], ends: list[int]) -> None:
    """Takes what is ignored out of the words, and those out of the lists that have nothing else."""
    kept = [True] * len(words)
    for at, word in enumerate(words):
        if not word.isalnum():
            bare = word.lstrip(_IGNORED)
            starts[at] += len(word) - len(bare)
            ends[at] -= len(bare) - len(bare.rstrip(_IGNORED))
            words[at] = bare.translate(_DELETE)
            kept[at] = bool(words[at])
    if not all(kept):
        words[:], starts[:], ends[:] = compress(words, kept), compress(starts, kept), compress(ends, kept)
