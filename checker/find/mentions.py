"""Whom and what a paragraph names, and the verb of speech that each is the subject of."""

from __future__ import annotations

from checker.find.phrases import Mention, opens_sentence, phrases_of
from checker.find.words import Paragraph
from checker.model import Span

# "According to" in other languages.
_ACCORDING = frozenset(("laut", "selon", "según"))


def mentions_of(paragraph: Paragraph) -> list[Mention]:
    """Every phrase of the paragraph that may name a speaker, in reading order, linked to its verb where it has one."""
    found = _side_by_side(paragraph, phrases_of(paragraph))
    for order, mention in enumerate(found):
        mention.order = order
        mention.before = _before(paragraph, mention.first)
        _link(paragraph, mention)
    _link_heads(paragraph, found)
    return found


def _side_by_side(paragraph: Paragraph, found: list[Mention]) -> list[Mention]:
    """ "Obama and Clinton call them", "the former first lady and senator said": one mention where one verb has both."""
    merged: list[Mention] = []
    for mention in found:
        first = merged[-1] if merged else None
        if first is not None and _speak_together(paragraph, first, mention):
            span = Span(first.span.start, mention.span.end)
            merged[-1] = Mention(span, first.first, mention.last, mention.head, mention.kind)
        else:
            merged.append(mention)
    return merged


def _speak_together(paragraph: Paragraph, one: Mention, other: Mention) -> bool:
    kinds, size = paragraph.kinds, len(paragraph.kinds)
    if other.first != one.last + 2 or paragraph.lower[one.last + 1] not in ("and", "&"):
        return False
    if one.owner or other.owner or not {one.kind, other.kind} <= {"name", "person"}:
        return False
    back = one.first - 1
    after = _skip(kinds, other.last + 1, "AR", 4)
    ahead = kinds[after] if after < size else "."
    if back >= 0 and kinds[back] == "C" and not opens_sentence(paragraph, one.first):
        return ahead in ",.Q"
    return ahead == "C" and (opens_sentence(paragraph, one.first) or kinds[back] in ",QB:-")


def _before(paragraph: Paragraph, first: int) -> str:
    """What stands before a mention: start, preposition (by itself "by", "to", "of"), comma, and, cue, verb, quoted …"""
    if opens_sentence(paragraph, first):
        return "start"
    kind = paragraph.kinds[first - 1]
    if kind == "B" and paragraph.lower[first - 1] == "as" and paragraph.kinds[max(0, first - 2) : first - 1] in ",Q":
        return "as"
    if kind in "Pf":
        word = paragraph.lower[first - 1]
        if word in _ACCORDING or (word == "словам" and paragraph.lower[max(0, first - 2)] == "по"):
            return "according"
        if word == "to" and first > 1 and paragraph.lower[first - 2] == "according":
            return "according"
        return word if word in ("by", "to", "of", "per", "in", "from", "with", "for") else "preposition"
    return {
        ",": "comma", "K": "and", "C": "cue", "V": "verb", "Q": "quoted", "A": "aux", "B": "clause", "n": "noun",
        "N": "noun", ":": "colon", "-": "dash", "R": "adverb", "D": "that", "W": "relative",
    }.get(kind, "else")  # fmt: skip


def _before_auxiliaries(kinds: str, at: int) -> int:
    """The place before a verb and its auxiliaries, five at most."""
    first = at - 1
    while first > max(0, at - 5) and kinds[first] == "A":
        first -= 1
    return first


def _skip(kinds: str, at: int, over: str, limit: int) -> int:
    end = min(len(kinds), at + limit)
    while at < end and kinds[at] in over:
        at += 1
    return at


def _link(paragraph: Paragraph, mention: Mention) -> None:
    """Which cue a mention is the subject of.

    direct "X (has also) said" · relative "X, who said" · aside "X, the head of Y, said" · inverted
    "said X" · by "called … by X" · according "according to X" · later: the subject of a verb before the cue ("X stood and said").
    """
    kinds, sentence = paragraph.kinds, paragraph.sentence
    number, size = sentence[mention.last], len(kinds)
    at = _skip(kinds, mention.last + 1, "AR", 6)
    if at < size and kinds[at] == "C" and sentence[at] == number and not mention.owner:
        mention.cue, mention.link = at, "direct"
        return
    if mention.owner and mention.before == "in" and paragraph.lower[mention.last + 2 : mention.last + 3] == ["words"]:
        mention.cue, mention.link = mention.last + 2, "according"
        return
    if mention.before == "according" or mention.before == "per":
        mention.cue, mention.link = mention.first - 1, "according"
        return
    back = mention.first - 1
    # "заявила представитель МИД Ирина Орлова": roles stand before a name, and no table knows them.
    while back >= 0 and (kinds[back] == "R" or (paragraph.foreign and kinds[back] == "n" and mention.first - back < 5)):
        back -= 1
    if back >= 0 and kinds[back] == "C" and sentence[back] == number and not mention.owner:
        # "…", a dit M. Morel
        ahead = back - 1 if paragraph.foreign is None else _before_auxiliaries(kinds, back)
        previous = kinds[ahead] if back else "."
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
    """In "Officials (speaking) at the ministry said" the officials speak: a link goes to the head of the whole phrase."""
    kinds, lower = paragraph.kinds, paragraph.lower
    for at in range(len(found) - 1, 0, -1):
        mention, head = found[at], found[at - 1]
        near = head.last == mention.first - 2
        speaking = head.last == mention.first - 3 and lower[mention.first - 2] in ("speaking", "talking", "writing")
        if (
            mention.link in ("direct", "aside", "relative")
            and (near or speaking)
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
