"""Words of a short stretch as the guards read them: small letters, contractions written out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.text import elsewhere
from checker.text.english.guards import FUNCTION_WORDS, NEGATORS
from checker.text.fold import fold

_WORD = re.compile(r"[^\W_]+(?:['.,-][^\W_]+)*")
_IRREGULAR = {"won't": ("will", "not"), "can't": ("can", "not"), "shan't": ("shall", "not"), "cannot": ("can", "not")}


def tokens(text: str) -> list[str]:
    """
    >>> tokens("We can’t say – 1.7 %")
    ['we', 'can', 'not', 'say', '1.7']
    """
    found: list[str] = []
    for word in _WORD.findall(fold(text).folded.lower()):
        if word in _IRREGULAR:
            found += _IRREGULAR[word]
        elif word.endswith("n't"):
            found += [word[:-3], "not"]
        else:
            found.append(word)
    return found


def content_words(words: Iterable[str]) -> list[str]:
    """Those that are not grammar."""
    return [word for word in words if word not in FUNCTION_WORDS]


def negators(words: Iterable[str]) -> list[str]:
    """Those that negate."""
    return [word for word in words if word in NEGATORS or word in elsewhere.NEGATORS]


def short(words: str, most: int = 24) -> str:
    """For a message: at most so many words, the middle left out.

    >>> short("a b c d e f", 4)
    'a b … e f'
    """
    found = words.split()
    if len(found) <= most:
        return " ".join(found)
    return " ".join([*found[: most // 2], "…", *found[-(most // 2) :]])
