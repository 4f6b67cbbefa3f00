"""How a name is written down in the table, and when words of a text are that name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

WORD = re.compile(r"\w+")

# What may stand between two words of a name counts as the same when only its shape differs: "Al-Mayadeen" and
# "Al Mayadeen", a curly apostrophe and a straight one, a no-break space and a blank.
_BLANK = re.compile(r"[\s\u200b-\u200f‐-—_-]+")
_APOSTROPHES = str.maketrans("’‘ʼ`", "''''")

# Words that say what kind of outlet it is; they may be written small inside a name ("Mehr news agency").
DESCRIPTIONS = frozenset(
    "news agency newspaper magazine website site channel network television tv radio broadcaster service daily "
    "weekly online newswire press poll state media one public".split()
)
# Articles and their like, in any language: small or not, it is the same name ("al-Mayadeen").
SMALL = frozenset("the al el an as ad ar la le les der die das de of and for".split())
_LONGEST_NAME = 160


class Written(NamedTuple):
    """A name as the table writes it: its words, what stands between them, and which words are the outlet's own name.

    `inner` cuts a description off: of "{Time} magazine" the first word alone is the name.
    """

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    inner: tuple[int, int]

    @property
    def folded(self) -> tuple[str, ...]:
        return tuple(word.casefold() for word in self.words)


def written(form: str) -> Written:
    """Read one form of the table.

    >>> written("{Time} magazine").inner
    (0, 1)
    >>> written("Ha'aretz").gaps
    ("'",)
    """
    opening, closing = form.find("{"), form.find("}")
    plain = form.replace("{", "").replace("}", "")
    found = list(WORD.finditer(plain))
    words = tuple(match.group() for match in found)
    gaps = tuple(gap(plain[a.end() : b.start()]) for a, b in pairwise(found))
    if opening < 0:
        return Written(words, gaps, (0, len(words)))
    inside = [n for n, match in enumerate(found) if opening <= match.start() and match.end() <= closing - 1]
    return Written(words, gaps, (inside[0], inside[-1] + 1))


def gap(between: str) -> str:
    """What stands between two words, in one shape."""
    if between == " ":
        return " "
    between = between.translate(_APOSTROPHES)
    bare = _BLANK.sub("", between)
    if bare:
        return bare
    return " " if between.strip("\u200b\u200c\u200d\u200e\u200f") else ""


def words_from(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The words of a text from a position, as far as the longest name can reach."""
    return WORD.finditer(text, start, min(end, start + _LONGEST_NAME))


def fits(form: Written, found: list[re.Match[str]], text: str) -> bool:
    """Whether the words found in a text are this form of a name: same words, same gaps, and capitals where they count."""
    if len(found) < len(form.words):
        return False
    for number, word in enumerate(form.words):
        here = found[number].group()
        if here != word and not (here.casefold() == word.casefold() and _case_fits(word, here, len(form.words) == 1)):
            return False
        if number and gap(text[found[number - 1].end() : found[number].start()]) != form.gaps[number - 1]:
            return False
    return not any("\n\n" in text[a.end() : b.start()] for a, b in pairwise(found[: len(form.words)]))


def _case_fits(word: str, here: str, alone: bool) -> bool:
    """A lone acronym or small-letter name must be written just so; else a capital must stay a capital."""
    if alone:
        return word.isupper() is False and not word.islower() and (here.isupper() or here == word.capitalize())
    if word.casefold() in DESCRIPTIONS or word.casefold() in SMALL or not word[0].isupper():
        return True
    return here[0].isupper()
