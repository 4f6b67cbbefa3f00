"""One slip of the pen or of the ear between two words."""

from __future__ import annotations


def one_slip(one: str, other: str) -> bool:
    """Whether a letter added, lost or changed, or two neighbours swapped, makes one word the other (4 letters and more)."""
    if min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
