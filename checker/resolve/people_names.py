"""Where an article names people: runs of capitalised words, with what stands around them as evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from checker.model import Article, BlockKind, Span
from checker.resolve.people_evidence import (
    CREDITED,
    after_preposition,
    evidence_of,
    is_credited,
    names_no_person,
    predicate,
    pronoun_told,
)
from checker.resolve.people_words import FUNCTION_WORDS, is_first_name
from checker.text.names import TITLES, is_demonym, is_role

_PARTICLES = frozenset("al el bin ibn ben abu de del della der den di da dos van von la le ul ur bint al- el-".split())
# "Van der Bellen", but "Karimi der Nachrichtenagentur": alone they are German for "the".
_AFTER_VAN = frozenset(("der", "den"))
_SUFFIXES = frozenset("jr sr ii iii iv".split())
# So many words before a name tell what it is.
_BEFORE = 6
# "But Smith left": before the subject of a sentence.
_CONNECTING = frozenset("and but yet so or still then now again".split())
# Before the subject of a clause that only completes another.
_SUBORDINATING = frozenset(
    "that who which whom if whether because when after before as while since than where though".split()
)


@dataclass(slots=True)
class NameMention:
    """One place that names somebody: `span` and `words` are the name alone.

    `described` are the words of titles and roles around it, in long forms and small letters. `person` is how much speaks for
    a person: 0 nothing, 1 a hint, 2 a title or a role. `leads`: it stands where the subject of a sentence stands;
    `acts`: it is the subject of the main clause further on; `credited`: as in "according to a post from", it is a source.
    """

    span: Span
    words: tuple[str, ...]
    places: tuple[Span, ...]
    described: frozenset[str] = frozenset()
    person: int = 0
    leads: bool = False
    acts: bool = False
    credited: bool = False
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
    # From the second on, small words come in one piece: most of a text is of them, and none begins a name. A word in
    # marks between two parts of a name is a nickname: James “Jimmy” Okafor.
    return re.compile(
        r"(?<=[a-z] )[a-z]+(?: [a-z]+)*(?![^\W_]|['’‘ʼ-]\w|\.)"
        r"|(?<=[^\W\d_] )[“\"‘'][^\W\d_]{2,20}[”\"’'](?= [A-Z])"
        r"|(?:[A-Z]\.){1,4}|[^\W\d_][^\W_]*(?:(?:['’‘ʼ-]|(?<=[a-z]\.)(?=[A-Z]))[^\W\d_]+)*\.?|[^\w\s]"
    )


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


def _in_block(text: str, span: Span, index: int) -> list[NameMention]:
    found: list[NameMention] = []
    run: list[re.Match[str]] = []
    before: list[str] = []  # what stands before the run in its own sentence
    for match in _word().finditer(text, span.start, span.end):
        word = match[0]
        if run and _continues(text, run, match):
            run.append(match)
            continue
        if run:
            _add_name(found, text, span, run, _last_words(before), index)
            last = run[-1][0]
            over = not word[0].isalnum() or (last.endswith(".") and not _short(last))
            before = [] if over else [one[0] for one in run][-2:]
            run = []
        if word[0].isupper() and _begins(word, before):
            run = [match]
            continue
        if word in '.!?;:“”"(‘' or (word[-1] == "." and not _short(word)):
            before = []
        elif word[0].isalnum():
            before.append(word)
    if run:
        _add_name(found, text, span, run, _last_words(before), index)
    return found


def _last_words(before: list[str]) -> list[str]:
    return " ".join(before[-_BEFORE:]).split(" ")[-_BEFORE:] if before else []


def _begins(word: str, before: list[str]) -> bool:
    """Whether a word with a capital may begin a name."""
    bare = re.sub(r"['’](?:s|re|m|ve|d|ll)$|\.$", "", word) if word[-1] in ".smedl" else word
    return (
        before != []
        or bare.lower() not in FUNCTION_WORDS
        or (len(bare) == 1 and word.rstrip(".") == bare and word not in ("I", "A"))
    )


def _continues(text: str, run: list[re.Match[str]], match: re.Match[str]) -> bool:
    if not (match[0][0].isalpha() or _is_nickname(match[0])):
        return False
    gap = text[run[-1].end() : match.start()]
    last = run[-1][0]
    if len(gap) > 1 or (gap and not gap.isspace()) or gap == "\n" or last.endswith(("’s", "'s", "s’", "s'")):
        return False
    if last.endswith(".") and not _short(last):
        return False
    word = match[0]
    if word[0].isupper() or _is_nickname(word):
        return True
    if word in _AFTER_VAN:
        return last in _PARTICLES
    return (word.islower() and word.rstrip(".") in _PARTICLES) or bool(_article().match(word))


@cache
def _article() -> re.Pattern[str]:
    """The article of an Arabic name, written small: al-Jabouri, as-Sadr."""
    return re.compile(r"(?:al|el|ul|ad|an|ar|as|ash|at|az)[‐‑-](?=[^\W\d_a-z])")


def _is_nickname(word: str) -> bool:
    return len(word) > 2 and word[0] in "“\"‘'"


def _short(word: str) -> bool:
    """Whether a stop after a word belongs to it: an initial, a title."""
    bare = word.rstrip(".").lower()
    return len(bare) == 1 or "." in bare or bare in TITLES or bare in _SUFFIXES


def _add_name(
    found: list[NameMention], text: str, within: Span, run: list[re.Match[str]], before: list[str], index: int
) -> None:
    """The name that a run of capitalised words is or holds, if it may be a person's."""
    run = list(run)
    while run and (run[-1][0] in _PARTICLES or _is_nickname(run[-1][0])):
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
    while len(run) > 1 and not is_first_name(run[0][0]) and (is_demonym(run[0][0]) or _is_role_of(run)):
        demonyms.append(run.pop(0)[0])
    if not run:
        return
    mention = _mention(text, within, run, [*before, *titles, *demonyms], titles, index)
    if mention is not None:
        mention.leads = all(word.lower() in _CONNECTING for word in before)
        subordinate = not _SUBORDINATING.isdisjoint(word.lower() for word in before[-3:])
        mention.acts = not subordinate and _is_subject(text, within, mention)
        found.append(mention)


def _is_subject(text: str, within: Span, mention: NameMention) -> bool:
    """Whether a name further on in a sentence has a verb of its own: "On Friday the envoy John Roe repeated"."""
    if mention.after_preposition or mention.owner:
        return False
    return predicate().match(text, mention.span.end, within.end) is not None


@lru_cache(maxsize=1024)  # titles come again and again, names do within an article
def _is_title(word: str) -> bool:
    bare = word.rstrip(".").lower()
    return bare in TITLES and not (is_first_name(bare) and not word.endswith("."))


def _is_role_of(run: list[re.Match[str]]) -> bool:
    """ "Democrat Jane Roe", "Counsel W. Roe": a role with a capital that a whole name follows."""
    follows = run[1][0]
    return len(run) > 2 and is_role(run[0][0].lower()) and (is_first_name(follows) or len(follows.rstrip(".")) == 1)


def _mention(
    text: str, within: Span, run: list[re.Match[str]], before: list[str], titles: list[str], index: int
) -> NameMention | None:
    words, places, owner = _words_of(run)
    if not words:
        return None
    span = Span(places[0].start, places[-1].end)
    opens = not before and text[span.end : span.end + 1] == ","
    if names_no_person(words, titles, before_comma=opens) or _employs(text, within, span, before):
        return None
    preposition = after_preposition(text, within, span)
    return NameMention(
        span,
        tuple(words),
        tuple(places),
        *evidence_of(text, within, span, words, before, titles, after_preposition=preposition),
        after_preposition=preposition,
        credited=is_credited(text[max(within.start, span.start - CREDITED) : span.start]),
        owner=owner,
        pronoun=pronoun_told(words, before),
        block=index,
    )


@cache
def _small_word() -> re.Pattern[str]:
    return re.compile(r"\s([a-z]+)")


def _employs(text: str, within: Span, span: Span, before: list[str]) -> bool:
    """ "A Lockheed Martin executive", "a Clinton aide": the name says what sort of executive, and is nobody's there."""
    if not before or before[-1].lower() not in ("a", "an"):
        return False
    following = _small_word().match(text, span.end, within.end)
    return following is not None and is_role(following[1])


def _words_of(run: list[re.Match[str]]) -> tuple[list[str], list[Span], bool]:
    """The words of a name with their places, without "Jr." and the ending of an owner, and whether there was one."""
    words: list[str] = []
    places: list[Span] = []
    owner = False
    for one in run:
        word, end = one[0], one.end()
        if _is_nickname(word):
            continue
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
