"""What a desk does not want to hear of: single findings, with the reason why they stand."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

_KEYS = ("rule", "article", "words", "reason", "until")


class WrongEntryError(ValueError):
    """What is wrong with an entry, as the end of "an entry …"."""


class Ignore(NamedTuple):
    """An entry `[[ignore]]`: findings of `rule`, in articles like `article`, on quotations with `words`; None is any.

    `until` is the last day on which it holds. `where` is file:line.
    """

    reason: str
    where: str
    rule: str | None = None
    article: str | None = None
    words: str | None = None
    until: datetime.date | None = None

    def holds_on(self, day: datetime.date) -> bool:
        """Whether it is not over yet."""
        return self.until is None or day <= self.until

    def told(self) -> str:
        """What it is about, in the words of the file."""
        named = (("rule", self.rule), ("article", self.article), ("words", self.words))
        return ", ".join(f'{key} "{value}"' for key, value in named if value)


def ignore_of(entry: object, where: str) -> Ignore:
    """One entry as TOML gives it; raises WrongEntryError."""
    if not isinstance(entry, dict):
        raise WrongEntryError('is a table with "rule", "article" or "words", and a "reason"')
    if unknown := next((key for key in entry if key not in _KEYS), None):
        raise WrongEntryError(f'has no key "{unknown[:80]}"; there are {", ".join(_KEYS)}')
    texts = {key: _text(key, entry[key]) for key in _KEYS[:4] if key in entry}
    if "reason" not in texts:
        raise WrongEntryError('needs a "reason", for whoever reads it next year')
    if len(texts) == 1:
        raise WrongEntryError('needs a "rule", an "article" or "words"; without one it would silence everything')
    until = date_of(entry["until"]) if "until" in entry else None
    return Ignore(texts["reason"], where, texts.get("rule"), texts.get("article"), texts.get("words"), until)


def date_of(value: object) -> datetime.date:
    """A day, as a date of TOML or as "2027-01-31"; raises WrongEntryError."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    try:
        if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            return datetime.date.fromisoformat(value)
    except ValueError:  # the 31st of February
        pass
    raise WrongEntryError('takes as "until" the last day on which it holds, as in 2027-01-31')


def _text(key: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise WrongEntryError(f'takes as "{key}" a text in quotation marks')
    if key == "words" and not re.search(r"\w", value):
        raise WrongEntryError('takes as "words" some words of the quotation')
    return value.strip()
