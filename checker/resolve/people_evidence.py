"""What stands in and around a name and tells whether a person is meant: titles, roles, asides, verbs, prepositions."""

from __future__ import annotations

import re
from functools import cache

from checker.model import Span
from checker.resolve.people_words import (
    FUNCTION_WORDS,
    LONG_FORMS,
    ORGANISATION_WORDS,
    PLACES,
    is_first_name,
    pronoun_of,
    pronoun_of_word,
)
from checker.text.names import TITLES, is_role

_BEFORE_SURNAMES = frozenset(
    "mr mrs ms miss mx dr prof rev sir dame lord lady judge justice gen sen rep gov col capt maj lt sgt adm".split()
)
# How much before a name is looked at for "according to".
CREDITED = 60
# How much after a name is looked at for "the chief of staff", "a professor at".
_ASIDE = 90
_NOTHING: frozenset[str] = frozenset()


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(r"\s?(?:,|\(|—|–| -)\s?([^,()\n—–;“”\"]{2,90})")


@cache
def _speaks() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:said|says|told|wrote|tweeted|added|asked|replied|argued|insisted|claimed|warned|accused)\b"
    )


@cache
def _credited() -> re.Pattern[str]:
    """Right before a name: "according to", "a post by"."""
    return re.compile(
        r"\b(?:according\s+to|(?:post|statement|letter|memo|email|column|essay|tweet|message|note)\s+(?:from|by))"
        r"(?:\s[\w.-]+){0,4}\s$",
        re.IGNORECASE,
    )


@cache
def predicate() -> re.Pattern[str]:
    """What follows a name that is the subject of a clause."""
    return re.compile(
        r"\s(?:also\s|then\s|later\s)?(?:said|says|told|wrote|went|has|had|was|is|did|does|will|would|[a-z]{2,}ed"
        r"|argues|notes|adds|writes|believes|thinks|insists|tells|explains|warns|claims|wants|calls)\b"
    )


@cache
def _preposition() -> re.Pattern[str]:
    return re.compile(r"\b(?:of|to|for|with|in|at|on|from|about|against|by|between|over|under|behind|near|than)\s$")


def names_no_person(words: list[str], titles: list[str], *, before_comma: bool) -> bool:
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
    # "Ironically, …"
    if len(words) == 1 and last.endswith("ly") and not is_first_name(last) and before_comma and not titles:
        return True
    # "Leaders of the group", "Respondents"
    if len(words) == 1 and (last == "source" or (last.endswith("s") and is_role(last[:-1]))) and not titles:
        return True
    acronym = len(words) == 1 and len(words[0]) > 1 and words[0].isupper()
    thing = acronym or not ORGANISATION_WORDS.isdisjoint(telling) or (small[-1] in PLACES and len(words) < 3)
    if thing and not (titles and pronoun_of_word(titles[0])):
        return True
    return first in PLACES and not is_first_name(first)


def after_preposition(text: str, within: Span, span: Span) -> bool:
    return bool(_preposition().search(text[max(within.start, span.start - 12) : span.start]))


def is_credited(before: str) -> bool:
    near = " to " in before or " from " in before or " by " in before
    return near and _credited().search(before) is not None


def evidence_of(
    text: str,
    within: Span,
    span: Span,
    words: list[str],
    before: list[str],
    titles: list[str],
    *,
    after_preposition: bool,
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
        if person == 0 and not after_preposition and _speaks().match(text, span.end, within.end):
            person = 1
    elif is_first_name(words[0]):
        person = 2
    elif len(words[0].rstrip(".")) == 1 or is_first_name(words[1]):
        person = max(person, 1)
    if not described:
        return _NOTHING, person
    return frozenset(LONG_FORMS.get(word, word) for word in described) | described, person


def pronoun_told(words: list[str], before: list[str]) -> str | None:
    for word in reversed(before[-3:]):
        told = pronoun_of_word(word)
        if told:
            return told
    return pronoun_of(words[0]) if len(words) > 1 else None
