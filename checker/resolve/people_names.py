"""Where an article names people: runs of capitalised words, with what stands around them as evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from checker.model import Article, BlockKind, Span
from checker.resolve.people_words import (
    FUNCTION_WORDS,
    ORGANISATION_WORDS,
    PLACES,
    is_first_name,
    pronoun_of,
    pronoun_of_word,
)
from checker.text.names import TITLES, is_demonym, is_role

_PARTICLES = frozenset("al el bin ibn ben abu de del della der den di da dos van von la le ul ur bint al- el-".split())
_SUFFIXES = frozenset("jr sr ii iii iv".split())
# Long forms of the ranks that titles shorten, for "the general", "the senator".
LONG_FORMS = {
    "gen": "general", "sen": "senator", "gov": "governor", "rep": "representative", "lt": "lieutenant", "col": "colonel",
    "sgt": "sergeant", "capt": "captain", "adm": "admiral", "maj": "major", "dr": "doctor", "prof": "professor",
    "pres": "president", "amb": "ambassador", "det": "detective", "cmdr": "commander", "rev": "reverend",
    "sec": "secretary", "atty": "attorney", "cpl": "corporal", "pvt": "private", "brig": "brigadier", "sens": "senator",
    "defense": "defence", "ceo": "executive", "pm": "minister", "premier": "minister", "spokeswoman": "spokesman",
    "spokesperson": "spokesman", "chairwoman": "chairman", "chair": "chairman", "congresswoman": "congressman",
    "businesswoman": "businessman", "attorney": "lawyer", "reverend": "pastor",
}  # fmt: skip
# How much after a name is looked at for "the chief of staff", "a professor at".
_ASIDE = 90


@dataclass(slots=True)
class NameMention:
    """One place that names somebody: `span` and `words` are the name alone.

    `described` are the words of titles and roles around it, in long forms and small letters. `person` is how much speaks for
    a person: 0 nothing, 1 a hint, 2 a title or a role. `leads`: it stands where the subject of a sentence stands.
    """

    span: Span
    words: tuple[str, ...]
    places: tuple[Span, ...]
    described: frozenset[str] = frozenset()
    person: int = 0
    leads: bool = False
    after_preposition: bool = False
    owner: bool = False
    pronoun: str | None = None
    block: int = 0
    key: tuple[str, ...] = field(default=())

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.words[-1]


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"(?:[A-Z]\.){1,4}|[^\W\d_][^\W_]*(?:(?:['’‘ʼ-]|(?<=[a-z]\.)(?=[A-Z]))[^\W\d_]+)*\.?|[^\w\s]")


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(r"\s?(?:,|\(|—|–| -)\s?([^,()\n—–;“”\"]{2,90})")


@cache
def _preposition() -> re.Pattern[str]:
    return re.compile(r"\b(?:of|to|for|with|in|at|on|from|about|against|by|between|over|under|behind|near|than)\s$")


def names_in(article: Article) -> list[NameMention]:
    """Every name in the article's prose that may be a person's, in reading order."""
    found: list[NameMention] = []
    for index, block in enumerate(block for block in article.blocks if block.main):
        if block.kind is BlockKind.BYLINE:
            continue
        found += _in_block(article.text, block.span, index)
    return found


def _in_block(text: str, span: Span, index: int) -> Iterator[NameMention]:
    run: list[re.Match[str]] = []
    before: list[str] = []  # up to four words before the run, of its own sentence
    for match in _word().finditer(text, span.start, span.end):
        word = match[0]
        if _continues(text, run, match):
            run.append(match)
            continue
        if run:
            yield from _names_of_run(text, span, run, before, index)
            last = run[-1][0]
            over = not word[0].isalnum() or (last.endswith(".") and not _short(last))
            before = [] if over else [one[0] for one in run][-2:]
            run = []
        if _begins(word, before):
            run = [match]
            continue
        if word in '.!?;:“”"(':
            before = []
        elif word[0].isalnum():
            before = [] if word.endswith(".") and not _short(word) else [*before[-5:], word]
    if run:
        yield from _names_of_run(text, span, run, before, index)


def _begins(word: str, before: list[str]) -> bool:
    if not word[0].isupper():
        return False
    bare = word.rstrip(".")
    return before != [] or bare.lower() not in FUNCTION_WORDS or (len(bare) == 1 and word not in ("I", "A"))


def _continues(text: str, run: list[re.Match[str]], match: re.Match[str]) -> bool:
    if not run or not match[0][0].isalpha():
        return False
    gap = text[run[-1].end() : match.start()]
    last = run[-1][0]
    if len(gap) > 1 or (gap and not gap.isspace()) or gap == "\n" or last.endswith(("’s", "'s", "s’", "s'")):
        return False
    if last.endswith(".") and not _short(last):
        return False
    word = match[0]
    return word[0].isupper() or (word.rstrip(".") in _PARTICLES and word.islower())


def _short(word: str) -> bool:
    """Whether a stop after a word belongs to it: an initial, a title."""
    bare = word.rstrip(".").lower()
    return len(bare) == 1 or "." in bare or bare in TITLES or bare in _SUFFIXES


def _names_of_run(
    text: str, within: Span, run: list[re.Match[str]], before: list[str], index: int
) -> Iterator[NameMention]:
    run = list(run)
    while run and (run[-1][0] in _PARTICLES):
        run.pop()
    titles: list[str] = []
    while run and (_is_title(run[0][0]) or (not before and not titles and run[0][0].lower() in FUNCTION_WORDS)):
        # "Grant", "Marshall", "Major" are names too when another word of the kind does not follow.
        if len(run) == 1:
            break
        titles.append(run.pop(0)[0])
    # "Minister of Defense Ali Ayyoub": what stands before the last title is description as well.
    last_title = max((at for at, one in enumerate(run[:-1]) if _is_title(one[0])), default=-1)
    if last_title >= 0 and len(run) - last_title > 1:
        titles += [one[0] for one in run[: last_title + 1]]
        run = run[last_title + 1 :]
    demonyms = []
    while len(run) > 1 and is_demonym(run[0][0]) and not is_first_name(run[0][0]):
        demonyms.append(run.pop(0)[0])
    if not run:
        return
    mention = _mention(text, within, run, [*before, *titles, *demonyms], titles, index)
    if mention is not None:
        mention.leads = not before or (bool(titles) and len(before) == 0)
        yield mention


def _is_title(word: str) -> bool:
    bare = word.rstrip(".").lower()
    return bare in TITLES and not (is_first_name(bare) and not word.endswith("."))


def _mention(
    text: str, within: Span, run: list[re.Match[str]], before: list[str], titles: list[str], index: int
) -> NameMention | None:
    words: list[str] = []
    places: list[Span] = []
    owner = False
    for one in run:
        word, end = one[0], one.end()
        if word.endswith(("’s", "'s")):
            word, end, owner = word[:-2], end - 2, True
        elif word.endswith(("’", "'")):
            word, end, owner = word[:-1], end - 1, True
        if word.endswith(".") and not _short(word):
            word, end = word[:-1], end - 1
        if word.rstrip(".").lower() in _SUFFIXES and words:
            continue
        words.append(word)
        places.append(Span(one.start(), end))
    if not words:
        return None
    small = [word.lower() for word in words]
    if (
        small[-1].rstrip(".") in TITLES
        and not is_first_name(small[-1])
        and len(words) > 1
        and not is_first_name(small[0])
    ):
        return None
    if len(words) == 1 and small[0].rstrip(".") in TITLES and not titles:
        return None
    acronym = len(words) == 1 and len(words[0]) > 1 and words[0].isupper()
    thing = acronym or any(word in ORGANISATION_WORDS for word in small) or (small[-1] in PLACES and len(words) < 3)
    if thing and not (titles and pronoun_of_word(titles[0])):
        return None
    if small[0] in PLACES and not is_first_name(small[0]):
        return None
    span = Span(places[0].start, places[-1].end)
    return NameMention(
        span,
        tuple(words),
        tuple(places),
        *_evidence(text, within, span, words, before, titles),
        after_preposition=bool(_preposition().search(text[max(within.start, span.start - 12) : span.start])),
        owner=owner,
        pronoun=_pronoun(words, before),
        block=index,
    )


def _evidence(
    text: str, within: Span, span: Span, words: list[str], before: list[str], titles: list[str]
) -> tuple[frozenset[str], int]:
    """The describing words around a name, and how much speaks for a person."""
    described: set[str] = set()
    person = 0
    near = [word.lower().strip(".") for word in before]
    roles_before = [word for word in near if is_role(word) or word in TITLES]
    if titles or (near and (is_role(near[-1]) or (near[-1] in TITLES and near[-1] not in FUNCTION_WORDS))):
        person = 2
        described |= set(near)
    elif roles_before and len(near) > 1 and near[-1] in ("of", "for"):
        pass
    aside = _aside().match(text, span.end, min(within.end, span.end + _ASIDE + 4))
    if aside is not None:
        inside = [word.lower() for word in re.findall(r"[\w-]+", aside[1])]
        if any(is_role(word) or word in TITLES for word in inside[:8]) or re.fullmatch(r"\d{1,2}", aside[1].strip()):
            person = max(person, 2)
            described |= set(inside[:14])
    if len(words) > 1 and is_first_name(words[0]):
        person = max(person, 2)
    elif len(words) > 1 and (len(words[0].rstrip(".")) == 1 or is_first_name(words[1])):
        person = max(person, 1)
    return frozenset(LONG_FORMS.get(word, word) for word in described) | frozenset(described), person


def _pronoun(words: list[str], before: list[str]) -> str | None:
    for word in reversed(before[-3:]):
        told = pronoun_of_word(word)
        if told:
            return told
    return pronoun_of(words[0]) if len(words) > 1 else None
