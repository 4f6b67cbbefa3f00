"""The one door by which foreign text reaches a terminal or a log."""

from __future__ import annotations

from functools import cache

# Harmless and common on real pages, and without a width of their own: dropped in silence. A soft hyphen stands in half
# of all German pages, direction marks in Arabic and Hebrew ones. ZWNJ and ZWJ (200C, 200D) are spelling in Persian,
# Hindi and in emoji: they are not in this list and pass.
_DROPPED = "\u00ad\u200b\u200e\u200f\u061c\u2060\ufeff"

# Controls that turn the reading order of everything after them, and the other characters that nobody can see: shown by
# number, so that an editor sees that something stands there.
_SHOWN = (
    *range(0x202A, 0x202F),  # embeddings and overrides
    *range(0x2066, 0x2070),  # isolates, and the deprecated format characters after them
    0x2028,
    0x2029,  # line ends of their own, which some terminals obey
    *range(0x2061, 0x2066),  # invisible operators
    0x180E,
    *range(0xFFF9, 0xFFFC),  # interlinear annotation
    0x1D173,
    *range(0x1D174, 0x1D17B),
    *range(0xE0000, 0xE0080),  # tags: a whole hidden alphabet
)


def for_terminal(text: str) -> str:
    r"""The text with nothing in it that a terminal obeys or a reader can't see.

    Newline and tab pass; of CR LF the CR is dropped. Every other control (C0, DEL, C1) becomes its Python escape, bidi
    controls and invisible characters become ‹U+202E›, half a surrogate pair becomes U+FFFD. What is left is printable.

    >>> for_terminal("A\x1b[2J\x9bB")
    'A\\x1b[2J\\x9bB'
    >>> for_terminal("the vote was \u202erisiver\u202c")
    'the vote was ‹U+202E›risiver‹U+202C›'
    >>> for_terminal("mi\u200bnis\u00adter")
    'minister'
    """
    if text.isprintable():
        return text
    return text.replace("\r\n", "\n").translate(_table())


@cache
def _table() -> dict[int, str]:
    controls = (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0))
    return (
        {code: f"\\x{code:02x}" for code in controls}
        | {code: f"‹U+{code:04X}›" for code in _SHOWN}
        | {ord(char): "" for char in _DROPPED}
        | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    )
