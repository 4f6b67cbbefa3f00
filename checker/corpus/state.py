"""What grouping remembers between runs, as tables of its own beside the corpus: mentions, wordings, words and links.

With it a batch is compared with what is stored, and nothing old is read or folded again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from checker.corpus.overlap import Overlap
from checker.corpus.tables import Corpus, Writer
from checker.corpus.texts import Mentions, Wordings, read_mentions
from checker.corpus.verify import Links

# Counts up with every change of folding, of keys or of weights: what was grouped by older ones is grouped anew.
VERSION = 1
_GAP = -1  # among the codes of a stored wording
_COLUMNS = ["quotation_id", "text", "published_at", "precision", "speaker", "outlet"]
_OF_MENTIONS = ("text", "day", "vague", "speaker", "outlet")
_COUNTS = ("common", "information", "pieces", "short_start", "short_end", "long_start", "long_end")


@dataclass(frozen=True, slots=True)
class State:
    """`parts` are the part files of `quotations` that the mentions come from, `part` the number of each mention's."""

    mentions: Mentions
    part: np.ndarray[Any, np.dtype[np.int32]]
    parts: tuple[str, ...]
    wordings: Wordings
    links: Links


def load(corpus: Corpus) -> State | None:
    """None where nothing was grouped yet, or by an older way of grouping."""
    about = corpus.state.get("grouping")
    if not isinstance(about, dict) or about.get("version") != VERSION:
        return None
    rows = corpus.read("mentions")
    mentions = Mentions(_flat(rows["quotation_id"]), *(_numbers(rows[name]) for name in _OF_MENTIONS))
    wordings = _wordings(corpus)
    return State(mentions, _numbers(rows["part"]), tuple(about["parts"]), wordings, _links(corpus, wordings))


def store(writer: Writer, state: State) -> None:
    """Takes the place of what was stored; part of the writer's next commit."""
    mentions, links = state.mentions, state.links
    told = {
        "quotation_id": mentions.ids,
        **{name: getattr(mentions, name) for name in _OF_MENTIONS},
        "part": state.part,
    }
    writer.replace("mentions", pa.table(told))
    writer.replace("wordings", _stored(state.wordings))
    writer.replace("words", pa.table({"word": pa.array(state.wordings.words, pa.string())}))
    hashes = state.wordings.hash
    columns = {"short": hashes[links.short], "long": hashes[links.long], "keys": links.keys, "evidence": links.evidence}
    columns |= {name: getattr(links.overlap, name) for name in _COUNTS}
    writer.replace("pairs", pa.table(columns))
    writer.state["grouping"] = {"version": VERSION, "parts": list(state.parts)}


def read_part(corpus: Corpus, names: list[str]) -> tuple[Mentions, Wordings, np.ndarray[Any, np.dtype[np.int32]]]:
    """Mentions and wordings of some part files of `quotations`; the third is in which of them each mention stands."""
    found = [corpus.read_part("quotations", name, _COLUMNS) for name in names]
    part = np.repeat(np.arange(len(found), dtype=np.int32), [table.num_rows for table in found])
    found = found or [corpus.read("quotations", _COLUMNS).slice(0, 0)]
    mentions, wordings = read_mentions(pa.concat_tables(found))
    return mentions, wordings, part


def together(old: Mentions, new: Mentions) -> Mentions:
    """The mentions of both, the old ones first."""
    ids = pa.concat_arrays([old.ids, new.ids])
    columns = (np.concatenate([getattr(old, name), getattr(new, name)]) for name in _OF_MENTIONS)
    return Mentions(ids, *columns)


def _stored(wordings: Wordings) -> pa.Table:
    """One row a wording, with -1 where a gap is."""
    at = np.arange(len(wordings.codes)) + np.cumsum(wordings.broken)
    codes = np.full(len(wordings.codes) + int(wordings.broken.sum()), _GAP, np.int32)
    codes[at] = wordings.codes
    gaps = np.concatenate([[0], np.cumsum(wordings.broken)])
    offsets = (wordings.offsets + gaps[wordings.offsets]).astype(np.int64)
    lists = pa.LargeListArray.from_arrays(pa.array(offsets), pa.array(codes))
    return pa.table({"hash": wordings.hash, "codes": lists})


def _wordings(corpus: Corpus) -> Wordings:
    rows = corpus.read("wordings")
    words = tuple(corpus.read("words")["word"].to_pylist())
    lists = _flat(rows["codes"])
    codes, offsets = lists.values.to_numpy(), lists.offsets.to_numpy().astype(np.int64)
    gap = codes == _GAP
    before = np.concatenate([[0], np.cumsum(~gap)])
    broken = np.concatenate([[False], gap[:-1]]) & ~gap if len(codes) else gap
    return Wordings(_numbers(rows["hash"]), codes[~gap], broken[~gap], before[offsets], words)


def _links(corpus: Corpus, wordings: Wordings) -> Links:
    rows = corpus.read("pairs")
    short, long = (np.searchsorted(wordings.hash, _numbers(rows[name])) for name in ("short", "long"))
    counts = {name: _numbers(rows[name]) for name in _COUNTS}
    overlap = Overlap(**counts)
    return Links(short, long, _numbers(rows["keys"]), _numbers(rows["evidence"]), overlap)


def _numbers(column: pa.ChunkedArray) -> Any:
    return _flat(column).to_numpy(zero_copy_only=False)


def _flat(column: pa.ChunkedArray) -> pa.Array:
    whole = column.combine_chunks()
    return pa.concat_arrays(whole.chunks) if isinstance(whole, pa.ChunkedArray) else whole
