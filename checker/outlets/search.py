"""Names of outlets in running text: one pass for all names of the registry."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.model import Span
from checker.outlets.doubt import is_something_else, local_station
from checker.outlets.names import WORD, Written, fits, words_from, written
from checker.outlets.outlet import Mention
from checker.outlets.table import Table

_THE = re.compile(r"\b(?:the|The|THE)\s+$")
_INSIDE_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$|[@#\\]$|\w\.$|\S\.\w{2,}/\S*$")
_ADDRESS_GOES_ON = re.compile(r"\.(?:com|org|net|co|gov|tv|ir|ru|uk)\b|@\w")
# So many words are remembered as the beginning of a name, or of none; an article has a few hundred.
_KEPT = 8192
# Between two words of a name stand a few signs at most.
_SECOND = re.compile(r"\W{0,12}(\w+)")


class Name(NamedTuple):
    """One line of names.tsv, read; all forms have the same words in small letters."""

    forms: tuple[Written, ...]
    flags: str
    ids: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        return self.forms[0].folded


class NameTable:
    """Names by their first two words ("new york", "reuters"); what was looked up is kept for a while.

    `own` are names that somebody added, by the same key; one of them stands for a shipped one of the same words. `gone`
    are names taken away from an outlet: their words and its id.
    """

    def __init__(
        self, table: Table, own: Mapping[str, tuple[Name, ...]], gone: Collection[tuple[tuple[str, ...], str]]
    ) -> None:
        self._table = table
        self._own = own
        self._gone = gone
        self._known: dict[str, tuple[Name, ...]] = {}
        self._own_firsts = {key.partition(" ")[0] for key in own}
        self._firsts = dict.fromkeys(self._own_firsts, True)
        # A name begins with a capital, a digit or a letter that has no capital, or with one of these words.
        self._small = {*table.head.lstrip("#").split("|"), *map(_small_head, own.values())}

    def find(self, text: str, start: int, end: int) -> Iterator[Mention]:
        """Every name between two positions, in reading order and without overlap; the longest at each place."""
        past = start
        for match in WORD.finditer(text, start, end):
            word = match.group()
            if ("a" <= word[0] <= "z" and word not in self._small) or match.start() < past:
                continue
            first = word.casefold()
            begins = self._firsts.get(first)
            if begins is False or (begins is None and not self._begins(first)):
                continue
            mention = self._mention_at(first, text, match, end)
            if mention:
                yield mention
                past = mention.reach.end

    def _begins(self, first: str) -> bool:
        """Whether any name begins with this word."""
        if len(self._firsts) >= _KEPT:
            self._firsts = dict.fromkeys(self._own_firsts, True)
        begins = self._firsts[first] = self._table.has_word(first)
        return begins

    def _named(self, key: str) -> tuple[Name, ...]:
        """The names with these first words, the longest first."""
        known = self._known.get(key)
        if known is None:
            own = self._own.get(key, ())
            replaced = {name.words for name in own}
            read = [self._left(name) for name in map(_read_name, self._table.rows(key)) if name.words not in replaced]
            if len(self._known) >= _KEPT:
                self._known.clear()
            every = (*own, *(name for name in read if name.ids))
            known = self._known[key] = tuple(sorted(every, key=lambda name: -len(name.words)))
        return known

    def _left(self, name: Name) -> Name:
        """The name without the outlets that it was taken away from."""
        if not self._gone:
            return name
        return name._replace(ids=tuple(one for one in name.ids if (name.words, one) not in self._gone))

    def _mention_at(self, first: str, text: str, head: re.Match[str], end: int) -> Mention | None:
        second = _SECOND.match(text, head.end(), end)
        longer = self._named(f"{first} {second.group(1).casefold()}") if second else ()
        candidates = (*longer, *self._named(first))
        if not candidates:
            return None
        start = head.start()
        words = list(words_from(text, start, end))
        for name in candidates:
            for form in name.forms:
                if fits(form, words, text) and not _ADDRESS_GOES_ON.match(text, words[len(form.words) - 1].end()):
                    if _INSIDE_ADDRESS.search(text[max(0, start - 100) : start]):
                        return None
                    mention = local_station(_mention(name, form, words, text[max(0, start - 12) : start]), text)
                    return None if _is_other(name, mention, text) else mention
        return None


def _small_head(names: tuple[Name, ...]) -> str:
    """The first word, where a form is written with a small letter; else nothing that a text could have."""
    return next((form.words[0] for name in names for form in name.forms if form.words[0][:1].islower()), "")


def _is_other(name: Name, mention: Mention, text: str) -> bool:
    """A doubtful name without a description beside it is held against its neighbours."""
    if mention.whole or not ({"a", "d"} & set(name.flags)):
        return False
    capital = text[mention.span.start : mention.span.start + 4] == "The "
    article = capital or bool(_THE.search(text[max(0, mention.span.start - 8) : mention.span.start]))
    return is_something_else(text, mention.span, needs_article="a" in name.flags, article=article)


def _mention(name: Name, form: Written, words: list[re.Match[str]], before: str) -> Mention:
    start, end = words[form.inner[0]].start(), words[form.inner[1] - 1].end()
    whole_start, whole_end = words[0].start(), words[len(form.words) - 1].end()
    article = _THE.search(before)
    if "t" in name.flags and article and article.group()[0] == "T" and form.inner[0] == 0:
        start = whole_start = whole_start - len(article.group())
    decided = name.ids[0] if name.ids and "o" not in name.flags else None
    return Mention(
        span=Span(start, end),
        outlet_id=decided,
        candidates=() if decided else name.ids,
        doubtful="d" in name.flags or ("a" in name.flags and not article),
        generic="g" in name.flags,
        programme="p" in name.flags,
        whole=Span(whole_start, whole_end) if (whole_start, whole_end) != (start, end) else None,
    )


def _read_name(fields: list[str]) -> Name:
    forms, flags, ids = fields
    return Name(tuple(written(form) for form in forms.split("|")), flags, tuple(ids.split("|")) if ids else ())


def key_of(words: Sequence[str]) -> str:
    """The key of a name of these words in small letters."""
    return " ".join(words[:2])


def name_of_user(name: str, outlet_id: str) -> Name | None:
    """A name that somebody wrote into a file of their own: it means that outlet, without a doubt."""
    bare = re.sub(r"^(?:the|The)\s+(?=\S)", "", name.strip())
    if not WORD.search(bare):
        return None
    return Name(
        (written(bare.replace("{", "").replace("}", "")),), "t" if name.startswith("The ") else "", (outlet_id,)
    )
