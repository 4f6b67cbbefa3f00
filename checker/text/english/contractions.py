"""Short forms and the words they stand for."""

from __future__ import annotations

_WHOLE = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "gonna": ("going", "to"),
    "gotta": ("got", "to"),
    "wanna": ("want", "to"),
    "gimme": ("give", "me"),
    "lemme": ("let", "me"),
    "dunno": ("do", "not", "know"),
    "kinda": ("kind", "of"),
    "sorta": ("sort", "of"),
    "outta": ("out", "of"),
    "lotta": ("lot", "of"),
    "'em": ("them",),
    "'cause": ("because",),
    "cause": ("cause",),
    "cuz": ("because",),
    "'til": ("until",),
    "till": ("until",),
    "'tis": ("it", "is"),
    "'twas": ("it", "was"),
    "y'all": ("you", "all"),
    "let's": ("let", "us"),
    "o'clock": ("o'clock",),
    "ma'am": ("madam",),
    "alright": ("all", "right"),
    "okay": ("ok",),
    "yep": ("yes",),
}

# Written without the mark they are no other word ("cant", "wont", "well", "its", "were" and "shell" are).
_BARE = {
    bare.replace("'", ""): bare
    for bare in (
        "don't didn't doesn't isn't wasn't weren't wouldn't couldn't shouldn't haven't hasn't hadn't aren't mustn't "
        "they're you're we've they've i've you've i'm that's what's there's who's"
    ).split()
}

_ENDINGS = {
    "n't": "not",
    "'re": "are",
    "'ll": "will",
    "'ve": "have",
    "'m": "am",
    "'d": "'d",  # would or had
    "'s": "'s",  # is, has, or the genitive
}


def expand(word: str) -> tuple[str, ...]:
    """The words that a lower-case word stands for; `'d` and `'s` stay as they are, since they may be several.

    >>> expand("don't"), expand("theyre"), expand("clinton's"), expand("word")
    (('do', 'not'), ('they', 'are'), ('clinton', "'s"), ('word',))
    """
    if (whole := _WHOLE.get(word)) is not None:
        return whole
    word = _BARE.get(word, word)
    if "'" not in word:
        return (word,)
    for ending, full in _ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending):
            return (*expand(word[: -len(ending)]), full)
    if word.endswith("in'") and len(word) > 4:
        return (word[:-1] + "g",)
    return (word.strip("'"),) if word.strip("'") else (word,)


# What a short ending may stand for when the other side writes it out.
MAY_BE = {"'s": frozenset({"is", "has", "us"}), "'d": frozenset({"would", "had"})}


def may_be(one: str, other: str) -> bool:
    """Whether one of two units is a short ending that may stand for the other.

    >>> may_be("'s", "is"), may_be("had", "'d"), may_be("'s", "was")
    (True, True, False)
    """
    return one in MAY_BE.get(other, ()) or other in MAY_BE.get(one, ())


def bare_form(word: str) -> bool:
    """Whether a word is a short form without its apostrophe ("didnt")."""
    return word in _BARE
