"""Where an article names people: runs of capitalised words, with what stands around them as evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.model import Article, BlockKind, Span
from checker.resolve.people_words import (
    FUNCTION_WORDS,
    LONG_FORMS,
    ORGANISATION_WORDS,
    PLACES,
    is_first_name,
    pronoun_of,
    pronoun_of_word,
)
from checker.text.names import TITLES, is_demonym, is_role

_PARTICLES = frozenset("al el bin ibn ben abu de del della der den di da dos van von la le ul ur bint al- el-".split())
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_BEFORE_SURNAMES = frozenset(
    "mr mrs ms miss mx dr prof rev sir dame lord lady judge justice gen sen rep gov col capt maj lt sgt adm".split()
)
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

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.words[-1]


@cache
def _word() -> re.Pattern[str]:
    # From the second on, small words come in one piece: most of a text is of them, and none begins a name.
    return re.compile(
        r"(?<=[a-z] )[a-z]+(?: [a-z]+)*(?![^\W_]|['’‘ʼ-]\w|\.)"
        r"|(?:[A-Z]\.){1,4}|[^\W\d_][^\W_]*(?:(?:['’‘ʼ-]|(?<=[a-z]\.)(?=[A-Z]))[^\W\d_]+)*\.?|[^\w\s]"
    )


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(r"\s?(?:,|\(|—|–| -)\s?([^,()\n—–;“”\"]{2,90})")


@cache
def _speaks() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:said|says|told|wrote|tweeted|added|asked|replied|argued|insisted|claimed|warned|accused)\b"
    )


@cache
def _preposition() -> re.Pattern[str]:
    return re.compile(r"\b(?:of|to|for|with|in|at|on|from|about|against|by|between|over|under|behind|near|than)\s$")


def names_in(article: Article) -> list[NameMention]:
    """Every name in the article's prose that may be a person's, in reading order."""
    found: list[NameMention] = []
    for index, block in enumerate(block for block in article.blocks if block.main):
        if block.kind is BlockKind.BYLINE or (
            block.kind is BlockKind.HEADING and _in_capitals(block.span.of(article.text))
        ):
            continue
        found += _in_block(article.text, block.span, index)
    return found


def _in_capitals(headline: str) -> bool:
    """Whether a headline Writes Most Words Like This: no name can be told in it."""
    words = [word for word in headline.split() if word[:1].isalpha()]
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.6 * len(words)


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
            before = [] if word.endswith(".") and not _short(word) else [*before, *word.rsplit(" ", 6)[-6:]][-6:]
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
    words, places, owner = _words_of(run)
    if not words or _names_no_person(words, titles):
        return None
    span = Span(places[0].start, places[-1].end)
    return NameMention(
        span,
        tuple(words),
        tuple(places),
        *_evidence(text, within, span, words, before, titles),
        after_preposition=_after_preposition(text, within, span),
        owner=owner,
        pronoun=_pronoun(words, before),
        block=index,
    )


def _words_of(run: list[re.Match[str]]) -> tuple[list[str], list[Span], bool]:
    """The words of a name with their places, without "Jr." and the ending of an owner, and whether there was one."""
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
        if not words or word.rstrip(".").lower() not in _SUFFIXES:
            words.append(word)
            places.append(Span(one.start(), end))
    return words, places, owner


def _names_no_person(words: list[str], titles: list[str]) -> bool:
    """Whether the words say that an office, an organisation or a place is meant."""
    small = [word.lower() for word in words]
    first, last = small[0], small[-1].rstrip(".")
    if last in TITLES and not is_first_name(last) and len(words) > 1 and not is_first_name(first):
        return True
    # "Mr. Major", but no more than an office in "U.S. Secretary of State".
    if len(words) == 1 and last in TITLES and not any(title.lower().strip(".") in _BEFORE_SURNAMES for title in titles):
        return True
    # "Bill Clinton" is no bill.
    telling = small[1:] if len(small) > 1 and is_first_name(first) else small
    acronym = len(words) == 1 and len(words[0]) > 1 and words[0].isupper()
    thing = acronym or not ORGANISATION_WORDS.isdisjoint(telling) or (small[-1] in PLACES and len(words) < 3)
    if thing and not (titles and pronoun_of_word(titles[0])):
        return True
    return first in PLACES and not is_first_name(first)


def _after_preposition(text: str, within: Span, span: Span) -> bool:
    return bool(_preposition().search(text[max(within.start, span.start - 12) : span.start]))


def _evidence(
    text: str, within: Span, span: Span, words: list[str], before: list[str], titles: list[str]
) -> tuple[frozenset[str], int]:
    """The describing words around a name, and how much speaks for a person."""
    described: set[str] = set()
    person = 0
    near = [word.lower().strip(".") for word in before]
    if titles or (near and (is_role(near[-1]) or (near[-1] in TITLES and near[-1] not in FUNCTION_WORDS))):
        person = 2
        described |= set(near)
    aside = _aside().match(text, span.end, min(within.end, span.end + _ASIDE + 4))
    if aside is not None:
        inside = [word.lower() for word in re.findall(r"[\w-]+", aside[1])]
        if any(is_role(word) or word in TITLES for word in inside[:8]) or re.fullmatch(r"\d{1,2}", aside[1].strip()):
            person = max(person, 2)
            described |= set(inside[:14])
    if len(words) == 1:
        speaks = _speaks().match(text, span.end, within.end) and not _after_preposition(text, within, span)
        person = max(person, 1 if speaks else 0)
    elif is_first_name(words[0]):
        person = 2
    elif len(words[0].rstrip(".")) == 1 or is_first_name(words[1]):
        person = max(person, 1)
    return frozenset(LONG_FORMS.get(word, word) for word in described) | frozenset(described), person


def _pronoun(words: list[str], before: list[str]) -> str | None:
    for word in reversed(before[-3:]):
        told = pronoun_of_word(word)
        if told:
            return told
    return pronoun_of(words[0]) if len(words) > 1 else None
