"""What grouping remembers between runs, as tables of its own beside the corpus, so that a batch costs little more than itself.

A full run writes them anew and a batch appends to them; no row is ever changed. Of a wording, and of a link, the row that was
written last is what counts.

- `wordings`: number by number what each is and is known for; its words in `codes`, its keys' prints in `prints`.
- `words`: the vocabulary; a code is the place of a word in it.
- `mentions`: which quotation has which wording; `gone` names the rows of those that are no more.
- `long`: the lists in which not everybody meets, with the rows of their fullest wordings. One that is long no more has none.
- `pairs`: the links, by the rows of their wordings. One that is no more has no keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from checker.corpus.candidates import Long
from checker.corpus.cores import over_cores
from checker.corpus.folding import Whole
from checker.corpus.labels import Traits
from checker.corpus.overlap import Overlap
from checker.corpus.prints import Prints, Touched
from checker.corpus.tables import Corpus, Writer
from checker.corpus.texts import Circumstances, Mentions, Vocabulary, Wordings
from checker.corpus.verify import Links

# Counts up with every change of folding, of keys, of weights or of these tables: what an older way left is grouped anew.
VERSION = 3
# After so many batches, or when so much more is written than a full run writes, a full run puts everything together.
_BATCHES, _GROWTH = 64, 1.25

_NUMBERED = ("day", "vague", "speaker", "outlet", "article", "term")
_CIRCUMSTANCES = ("first", "last", "vague", "speaker", "article")
_COUNTS = ("common", "information", "pieces", "short_start", "short_end", "long_start", "long_end")
_FULLEST = ("first", "second", "third")
_TABLES = ("wordings", "codes", "prints", "words", "long", "mentions", "gone", "pairs")
_AT_ONCE = 4_000_000

Rows = NDArray[np.int32]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Came:
    """What a run adds. `row` and `part` are of each mention: its wording's row, and the number of its part in `parts`.

    `long` and `links` are by rows, and `gone` the places of mentions that are no more.
    """

    mentions: Mentions
    row: Rows
    part: Rows
    parts: Sequence[str]
    wordings: Wordings
    words: Vocabulary  # those that are new
    traits: Traits
    prints: Prints
    long: Long
    links: Links
    gone: Whole


def store(writer: Writer, came: Came) -> None:
    """Everything anew."""
    for name, rows in _tables(came).items():
        writer.replace(name, rows)
    writer.state["grouping"] = {"version": VERSION, "parts": list(came.parts)}


def append(writer: Writer, came: Came) -> None:
    """Behind what is stored."""
    for name, rows in _tables(came).items():
        if rows.num_rows:
            writer.append(name, rows)
    writer.state["grouping"] = {"version": VERSION, "parts": list(came.parts)}


def load(corpus: Corpus) -> Stored | None:
    """None where nothing was grouped yet, or by an older way of grouping, or where it is time to put things together."""
    about = corpus.state.get("grouping")
    if not isinstance(about, dict) or about.get("version") != VERSION or _is_to_be_made_anew(corpus):
        return None
    return Stored(corpus, about["parts"])


def _is_to_be_made_anew(corpus: Corpus) -> bool:
    if max(len(corpus.parts.get(name, ())) for name in _TABLES) > _BATCHES:
        return True
    rows: list[int] = [pq.read_metadata(file).num_rows for file in corpus.files("wordings") + corpus.files("gone")]
    return not rows[0] or sum(rows) > _GROWTH * rows[0] + 1_000


class Stored:
    """The state as it was left. Wordings have rows, and those that count also numbers: their places by hash."""

    def __init__(self, corpus: Corpus, parts: Sequence[str]) -> None:
        self.parts = tuple(parts)
        self._corpus = corpus
        rows = _read(corpus, "wordings")
        self.prints = rows["prints"]
        circumstances = Circumstances(*(rows[name] for name in _CIRCUMSTANCES))
        self.traits = Traits(
            rows["hash"], rows["words"].astype(np.int64), rows["bits"], circumstances, rows["stock"], rows["term"]
        )
        order = np.argsort(self.traits.hash, kind="stable")
        last = _ends(self.traits.hash[order])
        self.live: Whole = order[last]
        self._number = np.empty(len(order), np.int64)
        self._number[order] = np.cumsum(last) - last
        self._read_mentions()
        self.links = self._links()
        self.long = self._long()

    def __len__(self) -> int:
        return len(self.traits)

    @cached_property
    def wordings(self) -> Wordings:
        """Every row; not ascending, and not each once."""
        words, codes = _read(self._corpus, "words"), _read(self._corpus, "codes")
        offsets = np.concatenate([[0], np.cumsum(self.traits.lengths)])
        vocabulary = Vocabulary(words["hash"], words["bits"])
        return Wordings(self.traits.hash, codes["code"], codes["broken"], offsets, vocabulary)

    @property
    def wording(self) -> Whole:
        """The number of each mention's wording."""
        return np.asarray(self._number[self.row])

    def near(self, touched: Touched) -> tuple[Flags, Touched]:
        """Of each row whether a key of the batch may be among its wording's, of a row that does not count as well.

        And the keys without those for which nobody asks, and by which nobody is near.
        """

        def found(stretch: tuple[int, Any]) -> tuple[Whole, Whole, Any]:
            place, hit = touched.hits(stretch[1])
            return stretch[0] + place, hit, stretch[1][place]

        nothing = (np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.uint32))
        every = [nothing, *over_cores(found, _stretches(self._corpus, "prints"))]
        place, hits, prints = (np.concatenate(column) for column in zip(*every, strict=True))
        asked = touched.asked(hits, prints)
        rows = np.zeros(len(self), np.bool_)
        ends = np.cumsum(self.prints, dtype=np.int64)
        rows[np.searchsorted(ends, place[asked[hits]], side="right")] = True
        return rows, touched.only(asked)

    def number(self, rows: Whole) -> Whole:
        """The numbers of the wordings in some rows."""
        return np.asarray(self._number[rows])

    def _read_mentions(self) -> None:
        table = self._corpus.read("mentions")
        rows = {name: _numbers(table[name]) for name in (*_NUMBERED, "row", "part")}
        lives = np.ones(len(table), np.bool_)
        if self._corpus.files("gone"):
            lives[_read(self._corpus, "gone")["mention"]] = False
        self.place = np.flatnonzero(lives)
        self.row: Rows = rows["row"][lives]
        self.part: Rows = rows["part"][lives]
        ids = _flat(table["quotation_id"])
        ids = ids if len(self.place) == len(ids) else ids.filter(pa.array(lives))
        self.mentions = Mentions(ids, self.traits.hash[self.row], *(rows[name][lives] for name in _NUMBERED))
        self.all_mentions = len(table)

    def _links(self) -> Links:
        rows = _read(self._corpus, "pairs")
        short, long = self._number[rows["short"]], self._number[rows["long"]]
        overlap = Overlap(**{name: rows[name] for name in _COUNTS})
        links = Links(short, long, rows["keys"].astype(np.int64), rows["evidence"], overlap)
        code = short << 32 | long
        if (code[1:] > code[:-1]).all():  # as a full run leaves them
            return links
        order = np.argsort(code, kind="stable")
        order = order[_ends(code[order])]
        return links.take(order[links.keys[order] > 0])

    def _long(self) -> Long:
        rows = _read(self._corpus, "long")
        order = np.argsort(rows["key"], kind="stable")
        order = order[_ends(rows["key"][order])]
        order = order[rows["n"][order] > 0]
        fullest = np.column_stack([rows[name][order].astype(np.int64) for name in _FULLEST])
        return Long(rows["key"][order], rows["n"][order].astype(np.int64), fullest)


def _tables(came: Came) -> dict[str, pa.Table]:
    mentions, traits, links = came.mentions, came.traits, came.links
    about = {name: getattr(traits.circumstances, name) for name in _CIRCUMSTANCES}
    ends = {"short": links.short.astype(np.int32), "long": links.long.astype(np.int32)}
    fullest = {name: came.long.fullest[:, at].astype(np.int32) for at, name in enumerate(_FULLEST)}
    counted = {name: getattr(links.overlap, name) for name in _COUNTS}
    return {
        "wordings": pa.table(
            {"hash": traits.hash, "words": traits.lengths.astype(np.int32), "prints": came.prints.counts}
            | {"bits": traits.bits, "stock": traits.stock, "term": traits.term, **about}
        ),
        "codes": pa.table({"code": came.wordings.codes, "broken": came.wordings.broken}),
        "prints": pa.table({"print": came.prints.prints}),
        "long": pa.table({"key": came.long.key, "n": came.long.n.astype(np.int32)} | fullest),
        "words": pa.table({"hash": came.words.hash, "bits": came.words.bits}),
        "mentions": pa.table(
            {"quotation_id": mentions.ids, "row": came.row, "part": came.part}
            | {name: getattr(mentions, name) for name in _NUMBERED}
        ),
        "gone": pa.table({"mention": came.gone}),
        "pairs": pa.table({**ends, "keys": links.keys.astype(np.int32), "evidence": links.evidence, **counted}),
    }


def _ends(ascending: NDArray[Any]) -> Flags:
    """Of sorted values which are the last of their kind."""
    last = np.ones(len(ascending), np.bool_)
    last[:-1] = ascending[1:] != ascending[:-1]
    return last


def _read(corpus: Corpus, table: str) -> dict[str, Any]:
    rows = corpus.read(table)
    return {name: _numbers(rows[name]) for name in rows.column_names}


def _stretches(corpus: Corpus, table: str) -> Iterator[tuple[int, Any]]:
    """The one column of a table by stretches, with the place where each begins."""
    at = 0
    for file in corpus.files(table):
        with pq.ParquetFile(file, memory_map=True) as parquet:
            for batch in parquet.iter_batches(_AT_ONCE):
                yield at, batch.column(0).to_numpy(zero_copy_only=False)
                at += len(batch)


def _numbers(column: pa.ChunkedArray) -> Any:
    return _flat(column).to_numpy(zero_copy_only=False)


def _flat(column: pa.ChunkedArray) -> pa.Array:
    whole = column.combine_chunks()
    return pa.concat_arrays(whole.chunks) if isinstance(whole, pa.ChunkedArray) else whole
