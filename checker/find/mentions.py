"""Whom and what a paragraph names: noun phrases, names and pronouns, and the verb each is the subject of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from checker.find.words import Paragraph
from checker.model.span import Span
from checker.text.names import DOCUMENTS, GROUPS, TITLES, is_role


@dataclass(slots=True)
class Mention:
    """A phrase that may name a speaker: words `first` to `last` of its paragraph, `head` the word that carries it.

    `kind`: name, person (a role), thing (a document or a group), other, pronoun, possessive ("his"), object ("him"), relative
    ("who").
    `cue` is the index of the verb whose subject it seems to be, `link` how: see `_link`.
    """

    span: Span
    first: int
    last: int
    head: int
    kind: str
    owner: bool = False  # "Trump's": followed by a possessive ending
    order: int = 0
    cue: int = -1
    link: str = "none"
    before: str = ""  # what stands before it, see `_before`


@cache
def _phrases() -> re.Pattern[str]:
    # Over the letters of `Paragraph.kinds`. A phrase with a determiner, a name with its roles, a bare plural, a pronoun.
    return re.compile(
        r"(?P<det>[DO](?:[D#R](?=[D#RnN])){0,5}(?:[nN#]|z(?=[nN#])|f[DO]?#?(?=[nN#])|[-~](?=[nN]))+(?:fD(?=[CA,]))?)"
        r"|(?P<plain>[n#]{0,6}N(?:[Nn#]|z(?=[nN#])|f[DO]?#?(?=[nN#])|~(?=N))*|[n#]*n(?:(?:f[DO]?)?[nN#]+|z(?=[nN#]))*)"
        r"|(?P<pron>[SJ])|(?P<poss>O)|(?P<few>D)|(?P<who>(?<=[Nn,#)])[WB](?=[AR]{0,4}[CVA]))"
    )


def mentions_of(paragraph: Paragraph) -> list[Mention]:
    """Every phrase of the paragraph that may name a speaker, in reading order; an owner stands beside what is owned."""
    found: list[Mention] = []
    for match in _phrases().finditer(paragraph.kinds):
        first, last = match.start(), match.end() - 1
        kind = match.lastgroup
        if kind == "pron":
            found.append(_mention(paragraph, first, last, "pronoun" if paragraph.kinds[first] == "S" else "object"))
        elif kind == "poss":
            found.append(_mention(paragraph, first, last, "possessive"))
        elif kind == "who":
            if paragraph.lower[first] in ("who", "which", "that"):
                found.append(_mention(paragraph, first, last, "relative"))
        elif kind == "few":
            if paragraph.lower[first] in _FEW:
                found.append(_mention(paragraph, first, last, "person"))
        else:
            found += _of_phrase(paragraph, first, last, bare=kind == "plain")
    found.sort(key=lambda mention: (mention.first, -mention.last))
    found = _with_appositions(paragraph, found)
    for order, mention in enumerate(found):
        mention.order = order
        mention.before = _before(paragraph, mention.first)
        _link(paragraph, mention)
    _link_heads(paragraph, found)
    return found


_FEW = frozenset("some many others another both most several few one other half".split())


def _mention(paragraph: Paragraph, first: int, last: int, kind: str) -> Mention:
    return Mention(Span(paragraph.starts[first], paragraph.ends[last]), first, last, last, kind)


def _of_phrase(paragraph: Paragraph, first: int, last: int, *, bare: bool) -> list[Mention]:
    kinds = paragraph.kinds
    found = []
    for index in range(first, last):
        if kinds[index + 1] == "z" and (kinds[index] in "Nn"):
            owner = _mention(paragraph, _name_start(paragraph, first, index), index, _kind(paragraph, index, first))
            owner.owner = True
            found.append(owner)
    if kinds[first] == "O":
        found.append(_mention(paragraph, first, first, "possessive"))
    kind = _kind(paragraph, _head(kinds, first, last), first)
    if bare and kind == "other" and "N" not in kinds[first : last + 1]:
        return found
    start = first
    if bare:
        start = _role_start(paragraph, first, last)
    whole = _mention(paragraph, start, last, kind)
    if last + 1 < len(kinds) and kinds[last + 1] == "z":
        whole.owner = True
    found.append(whole)
    return found


def _name_start(paragraph: Paragraph, first: int, last: int) -> int:
    start = last
    while start > first and paragraph.kinds[start - 1] in "NnD#O":
        start -= 1
    return start


def _role_start(paragraph: Paragraph, first: int, last: int) -> int:
    """Plain words before a name belong to it when the nearest is a role, or when the name begins with a title.

    "campaign manager Robby Mook", "retired Air Force general Lloyd Newton", "panel Chairman Jason Chaffetz".
    """
    kinds, lower = paragraph.kinds, paragraph.lower
    capital = kinds.find("N", first, last + 1)
    if capital <= first:
        return first
    before, begins = lower[capital - 1], lower[capital].rstrip(".")
    described = is_role(before) or before in TITLES or "-" in before
    return first if described or (begins in TITLES and capital < last) else capital


def _head(kinds: str, first: int, last: int) -> int:
    """The word that carries a phrase: the last, but "critics of Trump" is about critics."""
    of = kinds.find("f", first, last + 1)
    if of < 0 or ("n" in kinds[of + 1 : last + 1] and kinds[last] == "N"):
        return last
    return of - 1


def _kind(paragraph: Paragraph, head: int, first: int) -> str:
    word = paragraph.lower[head]
    if paragraph.kinds[head] == "N":
        return "thing" if word in GROUPS or word in DOCUMENTS else "name"
    if is_role(word) or word == "percent":
        return "person"
    if word in DOCUMENTS or word in GROUPS or word.rstrip("s") in DOCUMENTS or word.rstrip("s") in GROUPS:
        return "thing"
    return "other"


def _with_appositions(paragraph: Paragraph, found: list[Mention]) -> list[Mention]:
    """ "the group's president, Mike Reid" is one mention, from the role to the name."""
    kinds, merged, skip = paragraph.kinds, [], -1
    for index, mention in enumerate(found):
        if index == skip:
            continue
        following = found[index + 1] if index + 1 < len(found) else None
        if (
            following is not None
            and mention.kind == "person"
            and following.kind == "name"
            and kinds[mention.first] in "DOnN"
            and following.first == mention.last + 2
            and kinds[mention.last + 1] == ","
            and kinds[following.first] == "N"
            and (following.last + 1 >= len(kinds) or kinds[following.last + 1] in ",CAQR.:")
        ):
            mention = Mention(
                Span(mention.span.start, following.span.end),
                mention.first,
                following.last,
                following.last,
                "name",
                following.owner,
            )
            skip = index + 1
        merged.append(mention)
    return merged


def _before(paragraph: Paragraph, first: int) -> str:
    """What stands before a mention: start, preposition (by itself "by", "to", "of"), comma, and, cue, verb, quoted …"""
    if first == 0 or paragraph.sentence[first - 1] != paragraph.sentence[first]:
        return "start"
    kind = paragraph.kinds[first - 1]
    if kind in "Pf":
        word = paragraph.lower[first - 1]
        if word == "to" and first > 1 and paragraph.lower[first - 2] == "according":
            return "according"
        return word if word in ("by", "to", "of", "per", "from", "with", "for") else "preposition"
    return {
        ",": "comma", "K": "and", "C": "cue", "V": "verb", "Q": "quoted", "A": "aux", "B": "clause", "n": "noun",
        "N": "noun", ":": "colon", "-": "dash", "R": "adverb", "D": "that", "W": "relative",
    }.get(kind, "else")  # fmt: skip


def _skip(kinds: str, at: int, over: str, limit: int) -> int:
    end = min(len(kinds), at + limit)
    while at < end and kinds[at] in over:
        at += 1
    return at


def _link(paragraph: Paragraph, mention: Mention) -> None:
    """Which cue a mention is the subject of.

    direct "X (has also) said" · relative "X, who said" · aside "X, the head of Y, said" · inverted "said X" ·
    by "called … by X" · according "according to X" · later: the subject of a verb before the cue ("X stood and said").
    """
    kinds, sentence = paragraph.kinds, paragraph.sentence
    number, size = sentence[mention.last], len(kinds)
    at = _skip(kinds, mention.last + 1, "AR", 6)
    if at < size and kinds[at] == "C" and sentence[at] == number and not mention.owner:
        mention.cue, mention.link = at, "direct"
        return
    if mention.before == "according" or mention.before == "per":
        mention.cue, mention.link = mention.first - 1, "according"
        return
    back = mention.first - 1
    while back >= 0 and kinds[back] == "R":
        back -= 1
    if back >= 0 and kinds[back] == "C" and sentence[back] == number and not mention.owner:
        previous = kinds[back - 1] if back else "."
        if back == 0 or previous in ",Q.:-" or sentence[back - 1] != number:
            mention.cue, mention.link = back, "inverted"
            return
    if mention.before == "by" and mention.first > 1 and "C" in kinds[max(0, mention.first - 4) : mention.first]:
        mention.cue, mention.link = kinds.rfind("C", 0, mention.first), "by"
        return
    if at < size and kinds[at] in ",W(-":
        _link_over_aside(paragraph, mention, at)
    if mention.cue < 0 and mention.before in ("start", "comma", "clause", "quoted", "and", "colon", "that"):
        _link_to_later(paragraph, mention, at)


def _link_heads(paragraph: Paragraph, found: list[Mention]) -> None:
    """In "Officials at the ministry said" the officials speak: a link goes to the head of the whole phrase."""
    kinds = paragraph.kinds
    for at in range(len(found) - 1, 0, -1):
        mention, head = found[at], found[at - 1]
        if (
            mention.link in ("direct", "aside", "relative")
            and head.last == mention.first - 2
            and kinds[mention.first - 1] == "P"
            and head.kind in ("person", "thing")
            and head.link in ("none", "later")
            and not head.owner
        ):
            head.cue, head.link = mention.cue, mention.link
            mention.cue, mention.link = -1, "none"


def _link_over_aside(paragraph: Paragraph, mention: Mention, at: int) -> None:
    kinds, number = paragraph.kinds, paragraph.sentence[mention.last]
    size = len(kinds)
    relative = _skip(kinds, at, ",W", 2)
    if kinds[at : at + 2].strip(",") == "W" or kinds[at] == "W":
        verb = _skip(kinds, relative, "AR", 4)
        if verb < size and kinds[verb] == "C":
            mention.cue, mention.link = verb, "relative"
    for comma in range(at + 1, min(size, at + 45)):
        if paragraph.sentence[comma] != number or kinds[comma] == "Q":
            return
        if kinds[comma] in ",)-":
            verb = _skip(kinds, comma + 1, "AR", 5)
            if verb < size and kinds[verb] == "C" and not paragraph.lower[verb].endswith("ing"):
                if mention.link != "relative" or comma - mention.last > 1:
                    mention.cue, mention.link = verb, "aside"
                return


def _link_to_later(paragraph: Paragraph, mention: Mention, at: int) -> None:
    """The first cue later in the sentence that has no other subject right before it."""
    kinds, number = paragraph.kinds, paragraph.sentence[mention.last]
    for index in range(at, min(len(kinds), at + 40)):
        if paragraph.sentence[index] != number:
            return
        if kinds[index] == "C":
            back = index - 1
            while back > mention.last and kinds[back] in "AR":
                back -= 1
            if kinds[back] in "K,PfnN.:-VB#":
                mention.cue, mention.link = index, "later"
                return
