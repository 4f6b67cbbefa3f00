"""`corpus group` and `corpus add`: the quotations of a corpus into utterances, all of them or a batch against the rest.

A batch gives the groups that a full run gives. Nothing that is asked of two wordings depends on a third one but which
pairs meet: the length of a list, and who is fullest in a long one. So a batch looks again at the lists that it touches,
as they were and as they are. A pair that met only there, and does no more, is taken back; one that is new is compared.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from checker.corpus import state as kept
from checker.corpus.candidates import Pairs, find_pairs
from checker.corpus.clusters import grouped
from checker.corpus.engines import Engine
from checker.corpus.folding import Whole
from checker.corpus.grams import Filter, Grams
from checker.corpus.labels import named, ranks_of, told_of
from checker.corpus.linked import links_table
from checker.corpus.state import State
from checker.corpus.tables import Corpus, Writer
from checker.corpus.texts import Circumstances, Wordings, merged, subset
from checker.corpus.verify import Links, Verifier, joined

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Grouped:
    """What came of a run; `compared` pairs of wordings were looked at."""

    quotations: int
    wordings: int
    compared: int
    links: int
    utterances: int
    single: int
    stock: int


def group(corpus: Corpus, engine: Engine, *, anew: bool = True) -> Grouped:
    """Groups the quotations and writes `groups` and `links`.

    `anew` false compares only what came since the last run, or went; the result is the same.
    """
    with Writer(corpus) as writer:
        before = None if anew else kept.load(corpus)
        now, compared = _full(corpus, engine) if before is None else _batch(corpus, engine, before)
        ranks = ranks_of(now.mentions.ids)
        groups = grouped(now.links, len(now.wordings))
        names = named(now.mentions, now.wordings, told_of(now.mentions, now.wordings), groups, ranks)
        kept.store(writer, now)
        writer.replace("groups", names)
        writer.replace("links", links_table(now.links, now.mentions, now.wordings, ranks))
        writer.commit()
    return _summary(now, compared, names)


def _full(corpus: Corpus, engine: Engine) -> tuple[State, int]:
    parts = tuple(corpus.parts.get("quotations", ()))
    mentions, wordings, part = kept.read_part(corpus, list(parts))
    told = told_of(mentions, wordings)
    grams = Grams(wordings, told.circumstances)
    rows = ~told.stock
    postings = grams.postings(rows, asked=grams.asked(rows))
    del grams
    pairs = find_pairs(engine, postings)
    del postings
    links = Verifier(wordings, told.circumstances).links(pairs)
    return State(mentions, part, parts, wordings, _sorted(links)), len(pairs)


def _batch(corpus: Corpus, engine: Engine, before: State) -> tuple[State, int]:
    after = _read_new(corpus, before)
    wordings = merged([before.wordings, after.wordings])
    old, new = _Side.of(before, wordings), _Side.of(after, wordings)
    changed = old.differs(new)
    touched = Filter(len(wordings.codes))
    for side in (old, new):
        side.grams.keys(side.rows & changed, touched)
    still = new.grams.postings(new.rows & ~changed, only=touched)
    met = []
    for side in (old, new):
        own = side.grams.postings(side.rows & changed, only=touched)
        met.append(find_pairs(engine, pa.concat_tables([still, own])))
    links, compared = _relinked(_moved(before.links, before.wordings, wordings), met[0], met[1], changed, wordings, new)
    return _without_old(after, wordings, links), compared


@dataclass(frozen=True, slots=True)
class _Side:
    """One state of the corpus, in the numbers of the wordings of both."""

    circumstances: Circumstances
    rows: Flags  # there, and no stock phrase
    grams: Grams

    @classmethod
    def of(cls, state: State, wordings: Wordings) -> _Side:
        told = told_of(state.mentions, wordings)
        there = np.zeros(len(wordings), np.bool_)
        there[told.wording] = True
        return cls(told.circumstances, there & ~told.stock, Grams(wordings, told.circumstances))

    def differs(self, other: _Side) -> Flags:
        """Wordings that came, went, or are printed on other days, by another speaker, or as a stock phrase now."""
        one, two = self.circumstances, other.circumstances
        days = _unlike(one.first, two.first) | _unlike(one.last, two.last)
        return np.asarray((self.rows != other.rows) | days | (one.vague != two.vague) | (one.speaker != two.speaker))


def _unlike(one: NDArray[np.float64], two: NDArray[np.float64]) -> Flags:
    return np.asarray((one != two) & ~(np.isnan(one) & np.isnan(two)))


def _read_new(corpus: Corpus, before: State) -> State:
    """The mentions of the part files that there are now: those of known ones as they were read, the rest anew."""
    parts = tuple(corpus.parts.get("quotations", ()))
    known = {name: number for number, name in enumerate(before.parts)}
    number = np.full(len(before.parts) + 1, -1, np.int32)
    for place, name in enumerate(parts):
        number[known.get(name, -1)] = place if name in known else -1
    stays = number[before.part] >= 0
    fresh = [name for name in parts if name not in known]
    mentions, wordings, part = kept.read_part(corpus, fresh)
    places = np.array([parts.index(name) for name in fresh], np.int32)
    whole = kept.together(before.mentions.take(stays), mentions)
    return State(
        whole,
        np.concatenate([number[before.part[stays]], places[part]]).astype(np.int32),
        parts,
        merged([before.wordings, wordings]),
        before.links,
    )


def _relinked(
    links: Links, was: Pairs, now: Pairs, changed: Flags, wordings: Wordings, new: _Side
) -> tuple[Links, int]:
    """The links after a batch: which stay, how often the two met, and which are new."""
    code_was, code_now = _codes(was.a, was.b), _codes(now.a, now.b)
    code = _codes(np.minimum(links.short, links.long), np.maximum(links.short, links.long))
    keys = links.keys - _looked_up(code, code_was, was.keys) + _looked_up(code, code_now, now.keys)
    stays = (keys > 0) & ~(changed[links.short] | changed[links.long])
    fresh = (_looked_up(code_now, code_was, was.keys) == 0) & (_looked_up(code_now, np.sort(code), 1) == 0)
    fresh |= changed[now.a] | changed[now.b]
    pairs = Pairs(now.a[fresh], now.b[fresh], now.keys[fresh])
    found = Verifier(wordings, new.circumstances).links(pairs)
    old = Links(links.short, links.long, keys, links.evidence, links.overlap).take(stays)
    return joined([old, found]), len(pairs)


def _codes(a: Whole, b: Whole) -> Whole:
    return a << 32 | b


def _looked_up(wanted: Whole, known: Whole, values: Whole | int) -> Whole:
    """For each wanted code its value among the known ones, which ascend; 0 where it is not there."""
    if not len(known):
        return np.zeros(len(wanted), np.int64)
    at = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    found = values if isinstance(values, int) else values[at]
    return np.where(known[at] == wanted, found, 0).astype(np.int64)


def _moved(links: Links, old: Wordings, new: Wordings) -> Links:
    """The same links in other numbers; all their wordings must be there."""
    place = np.searchsorted(new.hash, old.hash).astype(np.int64)
    return Links(place[links.short], place[links.long], links.keys, links.evidence, links.overlap)


def _without_old(after: State, wordings: Wordings, links: Links) -> State:
    """Without the wordings that nobody has any more."""
    there = np.zeros(len(wordings), np.bool_)
    there[np.searchsorted(wordings.hash, after.mentions.text)] = True
    stays = subset(wordings, there)
    return State(after.mentions, after.part, after.parts, stays, _sorted(_moved(links, wordings, stays)))


def _sorted(links: Links) -> Links:
    return links.take(np.lexsort((links.long, links.short)))


def _summary(state: State, compared: int, groups: pa.Table) -> Grouped:
    kinds = {row["values"]: row["counts"] for row in pc.value_counts(groups["kind"]).to_pylist()}
    utterances = pc.count_distinct(groups.filter(pc.equal(groups["kind"], "utterance"))["utterance_id"]).as_py()
    return Grouped(
        len(state.mentions),
        len(state.wordings),
        compared,
        len(state.links),
        utterances,
        kinds.get("single", 0),
        kinds.get("stock", 0),
    )
