"""Which quotations came since the last run, and which went: by the part files, whose names are never used again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from checker.corpus.state import Stored
from checker.corpus.tables import Corpus
from checker.corpus.texts import Mentions, Wordings, read_mentions

_COLUMNS = ["quotation_id", "article_id", "text", "published_at", "precision", "speaker", "outlet", "term"]


@dataclass(frozen=True, slots=True)
class Brought:
    """`stays` tells of each stored mention whether it is still there. `part` is a new mention's place in `parts`."""

    stays: NDArray[np.bool_]
    mentions: Mentions
    wordings: Wordings
    part: NDArray[np.int32]
    parts: tuple[str, ...]


def brought(corpus: Corpus, before: Stored) -> Brought:
    """Reads the parts that no run has seen; of one that is the rest of another, what is left of that is known."""
    there = corpus.parts.get("quotations", ())
    parts, stays = list(before.parts), np.ones(len(before.mentions), np.bool_)
    for number, name in enumerate(parts):
        if name and name not in there:
            rest = next((one for one in there if name in corpus.rests.get(one, ())), "")
            stays &= (before.part != number) | _in(corpus, before, rest)
            parts[number] = rest
    fresh = [name for name in there if name not in parts]
    mentions, wordings, part = read_parts(corpus, fresh)
    return Brought(stays, mentions, wordings, part + np.int32(len(parts)), (*parts, *fresh))


def read_parts(corpus: Corpus, names: list[str]) -> tuple[Mentions, Wordings, NDArray[np.int32]]:
    """Mentions and wordings of some part files of `quotations`; the third is in which of them each mention stands."""
    found = [corpus.read_part("quotations", name, _COLUMNS) for name in names]
    part = np.repeat(np.arange(len(found), dtype=np.int32), [table.num_rows for table in found])
    found = found or [corpus.read("quotations", _COLUMNS).slice(0, 0)]
    mentions, wordings = read_mentions(pa.concat_tables(found))
    return mentions, wordings, part


def _in(corpus: Corpus, before: Stored, part: str) -> NDArray[np.bool_]:
    """Which of the stored mentions are in a part."""
    if not part:
        return np.zeros(len(before.mentions), np.bool_)
    ids = corpus.read_part("quotations", part, ["quotation_id"])["quotation_id"]
    return np.asarray(pc.is_in(before.mentions.ids, value_set=ids).to_numpy(zero_copy_only=False))
