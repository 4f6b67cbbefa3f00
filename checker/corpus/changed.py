"""What a batch changes about the wordings of a corpus.

A wording has a row in what is stored, and a number among all there are now, ascending by hash.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.corpus.brought import Brought
from checker.corpus.folding import Hash, Whole
from checker.corpus.labels import Traits, traits_of
from checker.corpus.state import Stored
from checker.corpus.texts import Mentions, Wordings, merged, subset, together

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Every:
    """All wordings of before and now by number: hash, and row, -1 for a new one.

    `place` is the number now of each number before; `old` and `new` are the numbers of the wordings of the mentions.
    """

    hash: Hash
    row: Whole
    place: Whole
    old: Whole
    new: Whole

    @classmethod
    def of(cls, before: Stored, new: Brought) -> Every:
        known = before.traits.hash[before.live]
        at = np.searchsorted(known, new.wordings.hash)
        strange = np.append(known, np.uint64(0))[at] != new.wordings.hash
        hashes = np.insert(known, at[strange], new.wordings.hash[strange])
        shift = np.cumsum(np.bincount(at[strange], minlength=len(known) + 1))[: len(known)]
        place = np.arange(len(known)) + shift
        row = np.insert(before.live, at[strange], -1)
        return cls(hashes, row, place, place[before.wording], np.searchsorted(hashes, new.mentions.text))


@dataclass(frozen=True, slots=True)
class Changed:
    """The wordings that came, went, or are printed on other days, by another speaker, or as a stock phrase now.

    `had` and `has`: whether they had keys, and have.
    """

    number: Whole
    wordings: Wordings
    old: Traits
    new: Traits
    had: Flags
    has: Flags

    @classmethod
    def of(cls, before: Stored, new: Brought, every: Every) -> Changed:
        touched = np.zeros(len(every.hash), np.bool_)
        touched[every.old[~new.stays]] = True
        touched[every.new] = True
        number, place = np.flatnonzero(touched), np.cumsum(touched) - 1
        row = every.row[number]
        wordings = merged([subset(before.wordings, row[row >= 0]), new.wordings], before.wordings.words)
        old = touched[every.old]
        stay = old & new.stays
        mentions = together(before.mentions.take(stay), new.mentions)
        wording = np.concatenate([every.old[stay], every.new])
        was, there = _looked_at(before.mentions.take(old), place[every.old[old]], wordings)
        now, here = _looked_at(mentions, place[wording], wordings)
        rows = np.flatnonzero((there != here) | _unlike(was, now))
        was, now = was.take(rows), now.take(rows)
        had, has = there[rows] & was.said, here[rows] & now.said
        return cls(number[rows], subset(wordings, rows), was, now, had, has)


def _looked_at(mentions: Mentions, wording: Whole, wordings: Wordings) -> tuple[Traits, Flags]:
    """What is known of wordings by these mentions, and whether they have any."""
    return traits_of(mentions, wording, wordings), np.bincount(wording, minlength=len(wordings)) > 0


def _unlike(one: Traits, other: Traits) -> Flags:
    first, second = one.circumstances, other.circumstances
    out = (
        (one.stock != other.stock)
        | (one.term != other.term)
        | (first.vague != second.vague)
        | (first.speaker != second.speaker)
        | (first.article != second.article)
    )
    for a, b in ((first.first, second.first), (first.last, second.last)):
        out |= (a != b) & ~(np.isnan(a) & np.isnan(b))
    return np.asarray(out)
