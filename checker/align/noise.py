"""Noise of a scan: letters that a machine takes for others, words that it runs together."""

from __future__ import annotations

from checker.text.english.frequency import listed

# What optical character recognition confuses, either way round.
CONFUSED = (
    ("rn", "m"), ("l", "1"), ("i", "l"), ("i", "1"), ("o", "0"), ("cl", "d"), ("h", "b"), ("e", "c"), ("s", "5"), ("ti", "h"),
    ("vv", "w"), ("b", "8"), ("g", "9"), ("z", "2"), ("ii", "u"), ("li", "h"), ("nn", "m"),
)  # fmt: skip
_PAIRS = tuple((a, b) for pair in CONFUSED for a, b in (pair, pair[::-1]))
_LONGEST = 60


def garbled(word: str) -> bool:
    """Whether a short word in lower case can only be one misread: letters and digits mixed, or no word on the list.

    >>> garbled("0f"), garbled("thc"), garbled("the"), garbled("50")
    (True, True, False, False)
    """
    return word.isascii() and word.isalnum() and not word.isdigit() and len(word) > 1 and not listed(word)


def scan_noise(quoted: str, original: str) -> bool:
    """Whether two different words differ by confusions of a scan alone, at most one for every two letters.

    A word that comes out as another word ("clear", "dear") is noise as far as letters tell.

    >>> scan_noise("Arntrak", "Amtrak"), scan_noise("al1owing", "allowing"), scan_noise("cat", "car")
    (True, True, False)
    """
    a, b = quoted.lower(), original.lower()
    if a == b or not a or not b or max(len(a), len(b)) > _LONGEST or abs(len(a) - len(b)) > 3:
        return False
    return _least(a, b) <= max(1, len(b) // 2)


def _least(a: str, b: str) -> int:
    """The least number of confusions that turn `a` into `b`; far more than there are letters when none do."""
    never = len(a) + len(b)
    table = [[never] * (len(b) + 1) for _ in range(len(a) + 1)]
    table[0][0] = 0
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            if table[i][j] == never:
                continue
            if i < len(a) and j < len(b) and a[i] == b[j]:
                table[i + 1][j + 1] = min(table[i + 1][j + 1], table[i][j])
            for one, other in _PAIRS:
                if a.startswith(one, i) and b.startswith(other, j):
                    cell = table[i + len(one)]
                    cell[j + len(other)] = min(cell[j + len(other)], table[i][j] + 1)
    return table[-1][-1]
