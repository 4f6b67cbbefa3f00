"""What came since the last run, and what went, against what is stored: the groups are those of a full run.

Nothing that is asked of two wordings depends on a third one but which pairs meet: the length of a list, and who is fullest
in a long one. So a batch looks again at the lists that it touches, as they were and as they are. A pair that met only there,
and does no more, is taken back; one that is new is compared.

A wording has a row in what is stored, and a number among all there are now, ascending by hash. What a step looks at are
some of them, ascending as well, with their numbers beside.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from checker.corpus import state
from checker.corpus.brought import Brought, brought
from checker.corpus.candidates import Pairs, find_changed
from checker.corpus.engines import Engine
from checker.corpus.folding import Hash, Whole
from checker.corpus.grams import Grams
from checker.corpus.labels import Compared, Traits, traits_of
from checker.corpus.prints import Filter, Touched
from checker.corpus.state import Came, Stored
from checker.corpus.tables import Corpus, Writer
from checker.corpus.texts import Mentions, Vocabulary, Wordings, merged, subset, together
from checker.corpus.verify import Links, Verifier, joined

Flags = NDArray[np.bool_]


def batch(corpus: Corpus, engine: Engine, writer: Writer, before: Stored) -> Compared:
    """Compares what is new, and appends to the state what it changes."""
    new = brought(corpus, before)
    every = _Every.of(before, new)
    changed = _Changed.of(before, new, every)
    near = _Near.of(before, every, changed)
    found = _relinked(before, every, changed, near, near.pairs(changed, engine))
    state.append(writer, _came(before, new, every, changed, found.updates))
    return Compared(
        mentions=together(before.mentions.take(new.stays), new.mentions),
        wording=np.concatenate([every.old[new.stays], every.new]),
        traits=before.traits.take(every.row).replaced(changed.number, changed.now),
        links=found.links,
        pairs=found.compared,
    )


@dataclass(frozen=True, slots=True)
class _Every:
    """All wordings of before and now by number: hash, and row, -1 for a new one.

    `place` is the number now of each number before; `old` and `new` are the numbers of the wordings of the mentions.
    """

    hash: Hash
    row: Whole
    place: Whole
    old: Whole
    new: Whole

    @classmethod
    def of(cls, before: Stored, new: Brought) -> _Every:
        known = before.traits.hash[before.live]
        at = np.searchsorted(known, new.wordings.hash)
        strange = np.append(known, np.uint64(0))[at] != new.wordings.hash
        hashes = np.insert(known, at[strange], new.wordings.hash[strange])
        shift = np.cumsum(np.bincount(at[strange], minlength=len(known) + 1))[: len(known)]
        place = np.arange(len(known)) + shift
        row = np.insert(before.live, at[strange], -1)
        return cls(hashes, row, place, place[before.wording], np.searchsorted(hashes, new.mentions.text))


@dataclass(frozen=True, slots=True)
class _Changed:
    """The wordings that came, went, or are printed on other days, by another speaker, or as a stock phrase now.

    `had` and `has`: whether they had keys, and have.
    """

    number: Whole
    wordings: Wordings
    was: Traits
    now: Traits
    had: Flags
    has: Flags

    @classmethod
    def of(cls, before: Stored, new: Brought, every: _Every) -> _Changed:
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
        had, has = there[rows] & ~was.stock, here[rows] & ~now.stock
        return cls(number[rows], subset(wordings, rows), was, now, had, has)


def _looked_at(mentions: Mentions, wording: Whole, wordings: Wordings) -> tuple[Traits, Flags]:
    """What is known of wordings by these mentions, and whether they have any."""
    return traits_of(mentions, wording, wordings), np.bincount(wording, minlength=len(wordings)) > 0


def _unlike(one: Traits, other: Traits) -> Flags:
    first, second = one.circumstances, other.circumstances
    out = (one.stock != other.stock) | (first.vague != second.vague) | (first.speaker != second.speaker)
    for a, b in ((first.first, second.first), (first.last, second.last)):
        out |= (a != b) & ~(np.isnan(a) & np.isnan(b))
    return np.asarray(out)


@dataclass(frozen=True, slots=True)
class _Near:
    """The changed wordings and those that have a key of theirs, with what was known of them and what is.

    `at` is where the changed ones are among them.
    """

    number: Whole
    wordings: Wordings
    was: Traits
    now: Traits
    at: Whole
    touched: Filter

    @classmethod
    def of(cls, before: Stored, every: _Every, changed: _Changed) -> _Near:
        sides = ((changed.was, changed.had), (changed.now, changed.has))
        keys = [Grams(changed.wordings, side.circumstances).keys(rows) for side, rows in sides]
        touched = Touched(np.concatenate(keys))
        near = np.zeros(len(every.hash), np.bool_)
        near[every.place] = (before.rows_with(touched) & ~before.traits.stock)[before.live]
        near[changed.number] = False
        others = subset(replace(before.wordings, words=changed.wordings.words), every.row[near])
        near[changed.number] = True
        number = np.flatnonzero(near)
        at = np.searchsorted(number, changed.number)
        known = before.traits.take(every.row[number])
        wordings = merged([changed.wordings, others])
        was, now = known.replaced(at, changed.was), known.replaced(at, changed.now)
        return cls(number, wordings, was, now, at, touched.filter)

    def pairs(self, changed: _Changed, engine: Engine) -> tuple[Pairs, Pairs]:
        """Who met before and who meets now, by number."""
        was, now = Grams(self.wordings, self.was.circumstances), Grams(self.wordings, self.now.circumstances)
        still = np.ones(len(self.number), np.bool_)
        still[self.at] = False
        stay = now.postings_in(still, self.touched)
        sides = []
        for grams, have in ((was, changed.had), (now, changed.has)):
            rows = np.zeros(len(self.number), np.bool_)
            rows[self.at] = have
            sides.append(pa.concat_tables([stay, grams.postings(rows)]))
        met = find_changed(engine, *sides)
        return self._numbered(met[0]), self._numbered(met[1])

    def links(self, pairs: Pairs) -> Links:
        """Those of the pairs that are the same words now; both by number."""
        looked_at = np.unique(np.concatenate([pairs.a, pairs.b]))
        rows = np.searchsorted(self.number, looked_at)
        verifier = Verifier(subset(self.wordings, rows), self.now.circumstances.take(rows))
        a, b = np.searchsorted(looked_at, pairs.a), np.searchsorted(looked_at, pairs.b)
        found = verifier.links(Pairs(a, b, pairs.keys))
        return replace(found, short=looked_at[found.short], long=looked_at[found.long])

    def _numbered(self, pairs: Pairs) -> Pairs:
        return Pairs(self.number[pairs.a], self.number[pairs.b], pairs.keys)


def _relinked(before: Stored, every: _Every, changed: _Changed, near: _Near, met: tuple[Pairs, Pairs]) -> _Relinked:
    """Which links stay, how often the two meet now, and which are new."""
    was, now = met
    old = replace(before.links, short=every.place[before.links.short], long=every.place[before.links.long])
    other = np.zeros(len(every.hash), np.bool_)
    other[changed.number] = True
    code_was, code_now = _codes(was.a, was.b), _codes(now.a, now.b)
    code = _codes(np.minimum(old.short, old.long), np.maximum(old.short, old.long))
    keys = old.keys - _looked_up(code, code_was, was.keys) + _looked_up(code, code_now, now.keys)
    ends = other[old.short] | other[old.long]
    stays = (keys > 0) & ~ends
    fresh = (_looked_up(code_now, code_was, was.keys) == 0) & (_looked_up(code_now, np.sort(code), 1) == 0)
    fresh |= other[now.a] | other[now.b]
    pairs = Pairs(now.a[fresh], now.b[fresh], now.keys[fresh])
    found = near.links(pairs)
    counted = replace(old, keys=np.where(stays, keys, 0))
    updates = joined([counted.take(counted.keys != old.keys), found])
    return _Relinked(joined([counted.take(stays), found]), updates, len(pairs))


@dataclass(frozen=True, slots=True)
class _Relinked:
    """All links; those of them that are to be written, among them what is no more, without keys; pairs compared."""

    links: Links
    updates: Links
    compared: int


def _codes(a: Whole, b: Whole) -> Whole:
    return a << 32 | b


def _looked_up(wanted: Whole, known: Whole, values: Whole | int) -> Whole:
    """For each wanted code its value among the known ones, which ascend; 0 where it is not there."""
    if not len(known):
        return np.zeros(len(wanted), np.int64)
    at = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    found = values if isinstance(values, int) else values[at]
    return np.where(known[at] == wanted, found, 0).astype(np.int64)


def _came(before: Stored, new: Brought, every: _Every, changed: _Changed, updates: Links) -> Came:
    """What is to be written."""
    row = every.row.copy()
    row[changed.number] = np.arange(len(before), len(before) + len(changed.number))
    known = len(before.wordings.words.hash)
    words = changed.wordings.words
    return Came(
        mentions=new.mentions,
        row=row[every.new].astype(np.int32),
        part=new.part,
        parts=new.parts,
        wordings=changed.wordings,
        words=Vocabulary(words.hash[known:], words.bits[known:]),
        traits=changed.now,
        prints=Grams(changed.wordings, changed.now.circumstances).prints(changed.has),
        links=replace(updates, short=row[updates.short], long=row[updates.long]),
        gone=before.place[~new.stays],
    )
