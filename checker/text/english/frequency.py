"""How common English words are, from a list ranked by use (`checker/text/data/README.md` says where it comes from)."""

from __future__ import annotations

from functools import cache
from math import log2
from pathlib import Path

# Above this rank a word counts as one that a reader knows. With a whole dictionary "arn" and "tum" would be words, and a
# slip of the pen would pass for another word; rank 12,000 is still met 2 500 times in the 1.6 billion words counted.
KNOWN = 12_000

# Zipf's line through the list: log2(total / count) at ranks 100, 1,000 and 10,000 is 9.2, 14.0 and 19.0.
_SLOPE, _OFFSET = 1.46, -0.5
_COMMONEST, _UNKNOWN = 4.0, 18.0


@cache
def _ranks() -> dict[str, int]:
    path = Path(__file__).parent.parent / "data" / "english.txt"
    words = path.read_text(encoding="ascii").split()
    return dict(zip(words, range(1, len(words) + 1), strict=True))


def known(word: str) -> bool:
    """Whether a lower-case word is a common English one."""
    return _ranks().get(word, KNOWN + 1) <= KNOWN


def listed(word: str) -> bool:
    """Whether a lower-case word is among the 20,000 most used; no other word of three letters or fewer is on any list."""
    return word in _ranks()


@cache
def _rare() -> bytes:
    # Seldom asked, so it stays as it is on disk, a word a line: as a set it would take ten times the memory.
    return (Path(__file__).parent.parent / "data" / "english_rare.txt").read_bytes()


def is_word(word: str) -> bool:
    """Whether a lower-case word is an English one, however rare: what a slip of the pen turns into another word.

    >>> is_word("causal"), is_word("cuasal")
    (True, False)
    """
    return word in _ranks() or _stands_in(_rare(), word.encode())


def _stands_in(lines: bytes, word: bytes) -> bool:
    """Whether a word is one of sorted lines, by halving."""
    low, high = 0, len(lines)
    while low < high:
        start = lines.rfind(b"\n", 0, (low + high) // 2) + 1
        end = lines.find(b"\n", start)
        if lines[start:end] == word:
            return True
        low, high = (end + 1, high) if lines[start:end] < word else (low, start)
    return False


def bits(word: str) -> float:
    """How much meeting a lower-case word tells, in bits: 4 for "the", 18 for a word that is not on the list.

    >>> bits("the") < bits("slow") < bits("xylotomy")
    True
    """
    rank = _ranks().get(word)
    if rank is None:
        return _UNKNOWN
    return min(_UNKNOWN, max(_COMMONEST, _SLOPE * log2(rank) + _OFFSET))
