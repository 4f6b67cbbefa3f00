"""From wordings to quotations: everybody's phrases, scraps that only a speaker and a day make one, and names for groups."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from checker.corpus.clusters import Groups
from checker.corpus.folding import Hash, Whole, mixed, word_hashes
from checker.corpus.published import schema_of
from checker.corpus.texts import Circumstances, Mentions, Wordings
from checker.corpus.verify import Bits, Links, text_bits

Flags = NDArray[np.bool_]

# A phrase is everybody's when so many have it, from so many mouths, over so long, and at no time most of them: of 100
# repetitions of real words 99 come within 9 days.
_STOCK_WORDS, _STOCK_MENTIONS, _STOCK_OUTLETS, _STOCK_SPEAKERS = 16, 5, 4, 4
_STOCK_DAYS, _STOCK_NEAR, _STOCK_SHARE = 30.0, 10.0, 0.5
_WORN_WORDS, _WORN_DAYS, _WORN_SHARE = 6, 10.0, 0.8
# So few words, or words that tell so little, are said by anybody on any day: only the same known speaker within these days
# makes two mentions of them one utterance.
_SCRAP_WORDS, _SCRAP_BITS, _SCRAP_DAYS = 3, 24.0, 3.0


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known of each wording, by number, once all its mentions were looked at together.

    `bits` is what it tells; `stock`: it is everybody's phrase; `term`: nobody is anywhere said to have said it.
    """

    hash: Hash
    lengths: Whole
    bits: Bits
    circumstances: Circumstances
    stock: Flags
    term: Flags

    def __len__(self) -> int:
        return len(self.hash)

    @property
    def said(self) -> Flags:
        """Which may be the same words as another."""
        return ~(self.stock | self.term)

    def take(self, rows: Whole) -> Traits:
        """Of some wordings."""
        about = (self.hash[rows], self.lengths[rows], self.bits[rows])
        return Traits(*about, self.circumstances.take(rows), self.stock[rows], self.term[rows])

    def replaced(self, rows: Whole, by: Traits) -> Traits:
        """With other ones in some places."""
        columns = {name: getattr(self, name).copy() for name in ("hash", "lengths", "bits", "stock", "term")}
        for name, column in columns.items():
            column[rows] = getattr(by, name)
        return Traits(**columns, circumstances=self.circumstances.replaced(rows, by.circumstances))


@dataclass(frozen=True, slots=True)
class Compared:
    """Which wordings are the same words: what a run comes to before anything is named.

    `wording` is the number of each mention's wording; there may be wordings that nobody has any more. `pairs`: so many were
    looked at.
    """

    mentions: Mentions
    wording: Whole
    traits: Traits
    links: Links
    pairs: int


def traits_of(mentions: Mentions, wording: Whole, wordings: Wordings) -> Traits:
    """`wording` is the number of each mention's wording; the order of the mentions does not matter."""
    size = len(wordings)
    first, last = np.full(size, np.inf), np.full(size, -np.inf)
    dated = ~np.isnan(mentions.day)
    np.minimum.at(first, wording[dated], mentions.day[dated])
    np.maximum.at(last, wording[dated], mentions.day[dated])
    first[np.isinf(first)] = np.nan
    last[np.isinf(last)] = np.nan
    speaker, share, speakers, known = _speakers(wording, mentions.speaker, size)
    stock = _stock(wording, mentions, wordings, last - first, share, speakers, known)
    # What is short and printed for weeks from several mouths has no day and no speaker of its own.
    worn = (wordings.lengths <= _WORN_WORDS) & (last - first > _WORN_DAYS) & (share < _WORN_SHARE)
    speaker[worn], first[worn], last[worn] = 0, np.nan, np.nan
    vague = np.bincount(wording[mentions.vague], minlength=size) > 0
    circumstances = Circumstances(first, last, vague, speaker, _only_article(wording, mentions.article, size))
    term = np.bincount(wording[~mentions.term], minlength=size) == 0
    return Traits(wordings.hash, wordings.lengths, text_bits(wordings), circumstances, stock, term & ~stock)


def _only_article(wording: Whole, article: Hash, size: int) -> Hash:
    found = np.zeros(size, np.uint64)
    found[wording] = article
    found[wording[found[wording] != article]] = 0
    return found


def _speakers(wording: Whole, speaker: Hash, size: int) -> tuple[Hash, NDArray[np.float64], Whole, Whole]:
    """For each wording its commonest known speaker, that one's share of the known, how many there are, how often known."""
    rows = speaker != 0
    who, whose = speaker[rows], wording[rows]
    order = np.lexsort((who, whose))
    who, whose = who[order], whose[order]
    begins = np.flatnonzero(_changes(whose, who))
    counts = np.diff(np.append(begins, len(who)))
    who, whose = who[begins], whose[begins]
    best = np.lexsort((who, -counts, whose))
    best = best[_changes(whose[best])]
    common = np.zeros(size, np.uint64)
    common[whose[best]] = who[best]
    known = np.bincount(wording[rows], minlength=size)
    share = np.zeros(size)
    share[whose[best]] = counts[best] / known[whose[best]]
    return common, share, np.bincount(whose, minlength=size), known


def _stock(
    wording: Whole,
    mentions: Mentions,
    wordings: Wordings,
    days: NDArray[np.float64],
    share: NDArray[np.float64],
    speakers: Whole,
    known: Whole,
) -> Flags:
    size = len(wordings)
    count = np.bincount(wording, minlength=size)
    mouths = ((speakers >= _STOCK_SPEAKERS) & (share <= _STOCK_SHARE)) | (known <= 0.2 * count)
    maybe = (count >= _STOCK_MENTIONS) & (wordings.lengths <= _STOCK_WORDS) & mouths
    maybe &= np.nan_to_num(days) >= _STOCK_DAYS
    rows = np.flatnonzero(maybe[wording])
    outlets = np.bincount(_distinct(wording[rows], mentions.outlet[rows]), minlength=size)
    maybe &= outlets >= _STOCK_OUTLETS
    rows = rows[maybe[wording[rows]] & ~np.isnan(mentions.day[rows])]
    middle = _medians(wording[rows], mentions.day[rows], size)
    near = np.abs(mentions.day[rows] - middle[wording[rows]]) <= _STOCK_NEAR
    crowd = np.bincount(wording[rows][near], minlength=size)
    return np.asarray(maybe & (crowd <= _STOCK_SHARE * count))


def ranks_of(ids: pa.Array) -> Whole:
    """The place of each id among them all in the order of their letters."""
    order = pc.array_sort_indices(ids).to_numpy()
    ranks = np.empty(len(order), np.int64)
    ranks[order] = np.arange(len(order))
    return ranks


def named(compared: Compared, groups: Groups, ranks: Whole, ids: pa.Array) -> pa.Table:
    """The table `groups`, ascending by quotation.

    `groups` is by wording; `ids` are those of the mentions as they are to be written, `ranks` their order.
    """
    mentions, wording, traits = compared.mentions, compared.wording, compared.traits
    scrap = ((traits.lengths <= _SCRAP_WORDS) | (traits.bits < _SCRAP_BITS)) & ~traits.stock
    linked = np.bincount(groups, minlength=len(groups))[groups] > 1
    scraps = (scrap & ~linked | traits.term)[wording]
    unit = groups[wording]
    rows = np.flatnonzero(scraps)
    unit[rows] = len(traits) + _bursts(wording[rows], mentions.take(rows))
    numbers, alone = _names(unit, mentions, ranks, scraps)
    stock = traits.stock[wording]
    kinds = np.where(stock, 1, np.where(alone, 2, 0)).astype(np.int8)
    kind = pa.DictionaryArray.from_arrays(kinds, ["utterance", "stock", "single"]).cast(pa.string())
    columns = [ids, _spelled(numbers, stock), kind]
    return pa.Table.from_arrays(columns, schema=schema_of("groups", ids)).take(pa.array(np.argsort(ranks)))


def _spelled(ids: Hash, stock: Flags) -> pa.Array:
    """A letter for the kind and sixteen hexadecimal digits."""
    digits = np.frombuffer(b"0123456789abcdef", np.uint8)
    told = ids.astype(">u8").view(np.uint8).reshape(-1, 8)
    out = np.empty((len(ids), 17), np.uint8)
    out[:, 0] = np.where(stock, ord("s"), ord("u"))
    out[:, 1::2], out[:, 2::2] = digits[told >> 4], digits[told & 15]
    ends = np.arange(len(ids) + 1, dtype=np.int64) * 17
    letters = pa.LargeStringArray.from_buffers(len(ids), pa.py_buffer(ends), pa.py_buffer(out))
    return letters.cast(pa.string())


def _bursts(wording: Whole, mentions: Mentions) -> Whole:
    """A number for each run of mentions of one wording by one known speaker, none more than some days after the last."""
    alone = np.where(mentions.speaker == 0, np.arange(len(mentions)) + 1, 0)
    order = np.lexsort((mentions.day, alone, mentions.speaker, wording))
    new = _changes(wording[order], mentions.speaker[order], alone[order])
    days = mentions.day[order]
    new[1:] |= ~(days[1:] - days[:-1] <= _SCRAP_DAYS)  # also where a day is unknown
    out = np.empty(len(order), np.int64)
    out[order] = np.cumsum(new)
    return out


def _names(unit: Whole, mentions: Mentions, ranks: Whole, scraps: Flags) -> tuple[Hash, Flags]:
    """A number for the unit of each mention, from the wording of the earliest mention in it; and whether it is alone.

    The name stays while no earlier mention comes. A scrap's wording is no name, several units may have it: there the
    quotation's own id counts in.
    """
    alone = np.bincount(unit)[unit] == 1
    several = np.flatnonzero(~alone)
    several = several[np.lexsort((ranks[several], mentions.day[several], unit[several]))]  # NaN comes last
    begins = np.flatnonzero(_changes(unit[several]))
    first = np.arange(len(unit))
    first[several] = np.repeat(several[begins], np.diff(np.append(begins, len(several))))
    names = mentions.text.copy()
    own = np.flatnonzero(scraps & (first == np.arange(len(unit))))
    names[own] = mixed(names[own] + word_hashes(tuple(mentions.ids.take(pa.array(own)).to_pylist())))
    return names[first], alone


def _medians(wording: Whole, days: NDArray[np.float64], size: int) -> NDArray[np.float64]:
    order = np.lexsort((days, wording))
    begins = np.flatnonzero(_changes(wording[order]))
    counts = np.diff(np.append(begins, len(order)))
    middle = np.zeros(size)
    middle[wording[order][begins]] = days[order][begins + counts // 2]
    return middle


def _distinct(wording: Whole, what: Hash) -> Whole:
    """The wordings, once for each different thing they have."""
    rows = what != 0
    wording, what = wording[rows], what[rows]
    order = np.lexsort((what, wording))
    return wording[order][_changes(wording[order], what[order])]


def _changes(*columns: NDArray[np.int64] | Hash) -> Flags:
    """Of sorted rows whether each differs from the one before."""
    new = np.ones(len(columns[0]), np.bool_)
    if len(new):
        new[1:] = np.logical_or.reduce([column[1:] != column[:-1] for column in columns])
    return new
