"""The phrases of a paragraph that may name somebody: noun phrases, names and pronouns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from checker.find.words import Paragraph
from checker.model import Span
from checker.text.names import DOCUMENTS, GROUPS, TITLES, is_role


@dataclass(slots=True)
class Mention:
    """A phrase that may name a speaker: words `first` to `last` of its paragraph, `head` the word that carries it.

    `kind`: name, person (a role), thing (a document or a group), other, pronoun, possessive ("his"), object ("him"),
    relative ("who"). What follows from the words around is filled in by `mentions_of`: `cue` is the index of the verb
    whose subject it seems to be, `link` how (`mentions._link` has the list), `before` what stands before it.
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
    before: str = ""


@cache
def _phrases() -> re.Pattern[str]:
    # Over the letters of `Paragraph.kinds`. A phrase with a determiner, a name with its roles, a bare plural, a pronoun.
    return re.compile(
        r"(?P<det>[DO](?:[D#R](?=[D#RnN])){0,5}(?:[nN#]|z(?=[nN#])|f[DO]?#?(?=[nN#])|[-~](?=[nN]))+(?:fD(?=[CA,]))?)"
        r"|(?P<plain>[n#]{0,6}N(?:[Nn#]|z(?=[nN#])|f[DO]?#?(?=[nN#])|~(?=N))*|[n#]*n(?:(?:f[DO]?)?[nN#]+|z(?=[nN#]))*)"
        r"|(?P<pron>[SJ])|(?P<poss>O)|(?P<few>D)|(?P<who>(?<=[Nn,#)])[WB](?=[AR]{0,4}[CVA]))"
    )


def phrases_of(paragraph: Paragraph) -> list[Mention]:
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
    return _with_appositions(paragraph, _with_employers(paragraph, found))


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
    # "One of the sources" is a source.
    return last if kinds[of - 1] in "D#" else of - 1


def _kind(paragraph: Paragraph, head: int, first: int) -> str:
    word = paragraph.lower[head]
    if paragraph.kinds[head] == "N":
        if first == head and is_role(word) and opens_sentence(paragraph, first):
            return "person"
        return "thing" if word in GROUPS or word in DOCUMENTS else "name"
    if is_role(word) or word == "percent":
        return "person"
    if word in DOCUMENTS or word in GROUPS or word.rstrip("s") in DOCUMENTS or word.rstrip("s") in GROUPS:
        return "thing"
    return "other"


def opens_sentence(paragraph: Paragraph, at: int) -> bool:
    """ "Officials said": a word there has a capital whatever it is."""
    return at == 0 or paragraph.sentence[at - 1] != paragraph.sentence[at]


# "The president for the first time said".
_NO_EMPLOYERS = frozenset(
    "time times years year months month weeks week days day hours hour minutes moment while example instance reasons".split()
)


def _with_employers(paragraph: Paragraph, found: list[Mention]) -> list[Mention]:
    """ "a spokesman for the ministry", "an analyst at Barclays": one mention, its head the spokesman."""
    merged: list[Mention] = []
    for mention in found:
        head = merged[-1] if merged else None
        if head is not None and head.kind == "person" and mention.first == head.last + 2 and not head.owner:
            word = paragraph.lower[head.last + 1]
            employs = word == "for" and paragraph.lower[mention.last] not in _NO_EMPLOYERS
            if employs or (word in ("at", "with") and paragraph.kinds[mention.first] == "N"):
                span = Span(head.span.start, mention.span.end)
                merged[-1] = Mention(span, head.first, mention.last, head.head, "person", mention.owner)
                continue
        merged.append(mention)
    return merged


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
