"""From wordings to quotations: everybody's phrases, scraps that only a speaker and a day make one, and names for groups."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from checker.corpus.clusters import Groups
from checker.corpus.folding import Hash, Whole, mixed, word_hashes
from checker.corpus.schemas import GROUPS
from checker.corpus.texts import Circumstances, Mentions, Wordings
from checker.corpus.verify import text_bits

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
class Told:
    """What the mentions of each wording tell: number of the wording of each mention, circumstances, stock phrases."""

    wording: Whole
    circumstances: Circumstances
    stock: Flags


def told_of(mentions: Mentions, wordings: Wordings) -> Told:
    """Looks at every wording's mentions together; their order does not matter."""
    wording = np.searchsorted(wordings.hash, mentions.text).astype(np.int64)
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
    return Told(wording, Circumstances(first, last, vague, speaker), stock)


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


def named(mentions: Mentions, wordings: Wordings, told: Told, groups: Groups, ranks: Whole) -> pa.Table:
    """The table `groups`, ascending by quotation."""
    tells = text_bits(wordings) >= _SCRAP_BITS
    scrap = ((wordings.lengths <= _SCRAP_WORDS) | ~tells) & ~told.stock
    linked = np.bincount(groups, minlength=len(groups))[groups] > 1
    scrap &= ~linked
    unit = np.where(scrap[told.wording], len(wordings) + _bursts(told.wording, mentions), groups[told.wording])
    ids, alone = _names(unit, mentions, ranks, scrap[told.wording])
    stock = told.stock[told.wording]
    kinds = np.where(stock, 1, np.where(alone, 2, 0)).astype(np.int8)
    letters = np.array(["u", "s"])[stock.astype(np.int8)]
    names = pa.array([f"{letter}{number:016x}" for letter, number in zip(letters.tolist(), ids.tolist(), strict=True)])
    kind = pa.DictionaryArray.from_arrays(kinds, ["utterance", "stock", "single"]).cast(pa.string())
    return pa.Table.from_arrays([mentions.ids, names, kind], schema=GROUPS).take(pa.array(np.argsort(ranks)))


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


def _names(unit: Whole, mentions: Mentions, ranks: Whole, scrap: Flags) -> tuple[Hash, Flags]:
    """A number for the unit of each mention, from the wording of the earliest mention in it; and whether it is alone.

    The name stays while no earlier mention comes. A scrap's wording is no name, several units may have it: there the
    quotation's own id counts in.
    """
    order = np.lexsort((ranks, mentions.day, unit))  # NaN comes last
    begins = np.flatnonzero(_changes(unit[order]))
    first = order[begins]
    names = mentions.text[first].copy()
    own = scrap[first]
    names[own] = mixed(names[own] + word_hashes(tuple(mentions.ids.take(pa.array(first[own])).to_pylist())))
    counts = np.diff(np.append(begins, len(order)))
    place = np.empty(len(order), np.int64)
    place[order] = np.repeat(np.arange(len(begins)), counts)
    return names[place], counts[place] == 1


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
