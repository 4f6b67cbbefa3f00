"""The table `links`: what differs between two wordings of the same words, in a word."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from checker.corpus.folding import PARTS_OF_A_BIT, Whole
from checker.corpus.labels import Compared
from checker.corpus.published import schema_of
from checker.corpus.verify import Links

_KINDS = ("same", "cut", "extended", "elided", "altered")
_SAME, _CUT, _EXTENDED, _ELIDED, _ALTERED = range(5)


def links_table(compared: Compared, ranks: Whole, ids: pa.Array) -> pa.Table:
    """One row a link, `a` the wording that was printed first; ascending by `a`, then `b`, in the order of printing.

    "cut": `b` is a stretch of `a`; "extended": `a` is a stretch of `b`; "elided": one has words between that the other
    leaves out; "altered": each has words that the other has not; "same": only marked gaps differ. `ids` are
    those of the mentions as they are to be written, `ranks` their order.
    """
    links, lengths = compared.links, compared.traits.lengths
    first, printed = _first_mentions(compared, ranks)
    one, other = printed[links.short], printed[links.long]
    links = links.take(np.argsort(np.minimum(one, other) << 32 | np.maximum(one, other)))
    forward = printed[links.short] < printed[links.long]  # the shorter one was first
    a, b = np.where(forward, links.short, links.long), np.where(forward, links.long, links.short)
    overlap = links.overlap
    similarity = 2 * overlap.common / (lengths[links.short] + lengths[links.long])
    stretches = (
        np.where(forward if side == "a" else ~forward, short, long)
        for side in "ab"
        for short, long in ((overlap.short_start, overlap.long_start), (overlap.short_end, overlap.long_end))
    )
    columns = [
        ids.take(pa.array(first[a])),
        ids.take(pa.array(first[b])),
        pa.array(similarity.astype(np.float32)),
        pa.array(overlap.information.astype(np.float32) / np.float32(PARTS_OF_A_BIT)),
        pa.DictionaryArray.from_arrays(_kinds(links, lengths, forward), list(_KINDS)).cast(pa.string()),
        *(pa.array(stretch.astype(np.int32)) for stretch in stretches),
    ]
    return pa.Table.from_arrays(columns, schema=schema_of("links", ids))


def _first_mentions(compared: Compared, ranks: Whole) -> tuple[Whole, Whole]:
    """For each linked wording its earliest mention, of a day the first id, undated ones last; and its place in that order."""
    mentions, wording = compared.mentions, compared.wording
    linked = np.zeros(len(compared.traits), np.bool_)
    linked[compared.links.short] = linked[compared.links.long] = True
    rows = np.flatnonzero(linked[wording])
    latest_first = rows[np.lexsort((ranks[rows], mentions.day[rows]))][::-1]
    first, printed = np.zeros(len(linked), np.int64), np.zeros(len(linked), np.int64)
    first[wording[latest_first]] = latest_first  # the earliest is what stays
    printed[wording[latest_first]] = np.arange(len(rows))[::-1]
    return first, printed


def _kinds(links: Links, lengths: Whole, forward: NDArray[np.bool_]) -> NDArray[np.int8]:
    overlap = links.overlap
    short, long = lengths[links.short], lengths[links.long]
    whole = overlap.common == short
    between = overlap.long_end - overlap.long_start > overlap.common
    kinds = np.where(~whole, _ALTERED, np.where(between, _ELIDED, np.where(forward, _EXTENDED, _CUT)))
    return np.where(whole & (short == long), _SAME, kinds).astype(np.int8)
