"""What came since the last run, and what went, against what is stored: the groups are those of a full run.

Nothing that is asked of two wordings depends on a third one but which pairs meet: the length of a list, and who is fullest
in a long one. So a batch looks again at the lists that it touches, as they were and as they are. A pair that met only there,
and does no more, is taken back; one that is new is compared.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from checker.corpus import state
from checker.corpus.brought import Brought, brought
from checker.corpus.candidates import Long, Pairs
from checker.corpus.changed import Changed, Every
from checker.corpus.engines import Engine
from checker.corpus.folding import Whole
from checker.corpus.grams import Grams
from checker.corpus.labels import Compared
from checker.corpus.meeting import Met, meet
from checker.corpus.state import Came, Stored
from checker.corpus.tables import Corpus, Writer
from checker.corpus.texts import Vocabulary, merged, subset, together
from checker.corpus.verify import Links, Verifier, joined

Flags = NDArray[np.bool_]


def batch(corpus: Corpus, engine: Engine, writer: Writer, before: Stored) -> Compared:
    """Compares what is new, and appends to the state what it changes."""
    new = brought(corpus, before)
    every = Every.of(before, new)
    changed = Changed.of(before, new, every)
    traits = before.traits.take(every.row).replaced(changed.number, changed.new)
    met = meet(before, every, changed, engine)
    found = _relinked(traits.lengths, before, every, changed, met)
    state.append(writer, _came(before, new, every, changed, met.long, found.updates))
    return Compared(
        mentions=together(before.mentions.take(new.stays), new.mentions),
        wording=np.concatenate([every.old[new.stays], every.new]),
        traits=traits,
        links=found.links,
        pairs=found.compared,
    )


def _relinked(lengths: Whole, before: Stored, every: Every, changed: Changed, met: Met) -> _Relinked:
    """Which links stay, how often the two meet now, and which are new. `lengths` are by number."""
    old = replace(before.links, short=every.place[before.links.short], long=every.place[before.links.long])
    code, keys = old.short << 32 | old.long, old.keys.copy()
    gone, here = (_codes(pairs, lengths) for pairs in (met.old, met.new))
    for pairs, wanted, sign in ((met.old, gone, -1), (met.new, here, 1)):
        at, linked = _place(code, wanted)
        keys[at[linked]] += sign * pairs.keys[linked]
    other = np.zeros(len(every.hash), np.bool_)
    other[changed.number] = True
    keys[other[old.short] | other[old.long]] = 0  # these are compared again
    met_before = _place(code, here)[1] | np.isin(here, gone, assume_unique=True)
    fresh = other[met.new.a] | other[met.new.b] | ~met_before
    pairs = Pairs(met.new.a[fresh], met.new.b[fresh], met.new.keys[fresh])
    found = _links(before, every, changed, pairs)
    updates = joined([replace(old, keys=keys).take(old.keys != keys), found])
    return _Relinked(joined([replace(old, keys=keys).take(keys > 0), found]), updates, len(pairs))


def _codes(pairs: Pairs, lengths: Whole) -> Whole:
    """Pairs as links are sorted: by the shorter one, of equals the first, and then by the longer."""
    longer = lengths[pairs.a] > lengths[pairs.b]
    return np.where(longer, pairs.b << 32 | pairs.a, pairs.a << 32 | pairs.b)


def _place(codes: Whole, wanted: Whole) -> tuple[Whole, Flags]:
    """Where those that are wanted are among some that ascend, and whether they are there."""
    at = np.searchsorted(codes, wanted)
    return at, np.append(codes, -1)[at] == wanted


@dataclass(frozen=True, slots=True)
class _Relinked:
    """All links; those of them that are to be written, among them what is no more, without keys; pairs compared."""

    links: Links
    updates: Links
    compared: int


def _links(before: Stored, every: Every, changed: Changed, pairs: Pairs) -> Links:
    """Those of the pairs that are the same words now."""
    number = np.unique(np.concatenate([pairs.a, pairs.b]))
    other = np.isin(number, changed.number, assume_unique=True)
    mine = np.searchsorted(changed.number, number[other])
    known = replace(before.wordings, words=changed.wordings.words)  # to which words were only added
    wordings = merged([subset(changed.wordings, mine), subset(known, every.row[number[~other]])])
    circumstances = before.traits.circumstances.take(every.row[number])
    circumstances = circumstances.replaced(np.flatnonzero(other), changed.new.circumstances.take(mine))
    a, b = np.searchsorted(number, pairs.a), np.searchsorted(number, pairs.b)
    found = Verifier(wordings, circumstances).links(Pairs(a, b, pairs.keys))
    return replace(found, short=number[found.short], long=number[found.long])


def _came(before: Stored, new: Brought, every: Every, changed: Changed, long: Long, updates: Links) -> Came:
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
        traits=changed.new,
        prints=Grams(changed.wordings, changed.new.circumstances).prints(changed.has),
        long=replace(long, fullest=row[long.fullest]),
        links=replace(updates, short=row[updates.short], long=row[updates.long]),
        gone=before.place[~new.stays],
    )
