"""Which quotations of a corpus have a run of words: a look through all texts, or an index once that is the cheaper way.

One article is looked up in a corpus of a million quotations by looking through its texts, which takes less than any index
does to build. For a folder of articles an index is built after some of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from checker.corpus.tables import Corpus

if TYPE_CHECKING:
    import numpy
    import pyarrow as pa
    from numpy.typing import NDArray

RUN = 3
Run = tuple[str, ...]

# Marks, spaces and underscores, and every letter that is not ASCII: too much is found, which a closer look leaves out. With
# the class of just what is no letter RE2 needs eighty times as long.
_BETWEEN = r"[\W_]+"
# So many runs in one pattern: from some 250 on RE2 has no room for its states left, and takes a hundred times as long.
_AT_ONCE = 150
# To build an index takes as long as to look through the texts so many times; 75 bytes a quotation, so that of a larger
# corpus none is built.
_LOOKS, _INDEXED = 12, 250_000
# What parts words in the index: ASCII that is neither letter nor digit, and the blocks of marks and symbols. A narrow class,
# since RE2 is slow on wide ones.
_PARTS = (
    r"[\x00-/:-@\[-`{-\x{a9}\x{ab}-\x{b1}\x{b4}\x{b6}-\x{b8}\x{bb}\x{bf}\x{d7}\x{f7}\x{2000}-\x{2bff}"
    r"\x{3000}-\x{3004}\x{3008}-\x{3020}\x{1f000}-\x{1faff}]+"
)
_FACTORS = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)


class Runs:
    """The texts of a corpus, asked for runs of words in lower case; what it gives may be too much, and is never too little."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._looked = 0

    @cached_property
    def quotations(self) -> int:
        """How many there are."""
        return self._corpus.rows("quotations")

    def having(self, runs: Sequence[Run]) -> Iterator[tuple[str, str]]:
        """Id and text of every quotation that has one of the runs, each once, in the order of the table."""
        if not runs:
            return
        self._looked += 1
        for batch in self._indexed(runs) if self._looked > _LOOKS and self.small else self._seen(runs):
            yield from zip(batch["quotation_id"].to_pylist(), batch["text"].to_pylist(), strict=True)

    @property
    def small(self) -> bool:
        """Whether it may be kept in memory."""
        return self.quotations <= _INDEXED

    @cached_property
    def _texts(self) -> Sequence[pa.RecordBatch]:
        return tuple(self._read())

    def _read(self) -> Iterator[pa.RecordBatch]:
        return self._corpus.batches("quotations", ["quotation_id", "text"])

    def _seen(self, runs: Sequence[Run]) -> Iterator[pa.RecordBatch]:
        import pyarrow.compute as pc

        patterns = [
            "|".join(_BETWEEN.join(map(re.escape, run)) for run in runs[at : at + _AT_ONCE])
            for at in range(0, len(runs), _AT_ONCE)
        ]
        for batch in self._texts if self.small else self._read():
            found = pc.match_substring_regex(batch["text"], patterns[0], ignore_case=True)
            for pattern in patterns[1:]:
                found = pc.or_(found, pc.match_substring_regex(batch["text"], pattern, ignore_case=True))
            yield batch.filter(found)

    def _indexed(self, runs: Sequence[Run]) -> Iterator[pa.RecordBatch]:
        if self._index.rows:
            yield self._index.having(runs)

    @cached_property
    def _index(self) -> _Index:
        return _Index(self._texts)


class _Index:
    """The runs of all texts as numbers, ascending, each with its row."""

    def __init__(self, texts: Sequence[pa.RecordBatch]) -> None:
        import numpy as np
        import pyarrow as pa
        import pyarrow.compute as pc

        table = pa.Table.from_batches(texts).combine_chunks() if texts else None
        self.rows = table.num_rows if table else 0
        if table is None or not self.rows:
            return
        self._table = table.to_batches()[0]
        parted = pc.replace_substring_regex(pc.utf8_lower(self._table["text"]), _PARTS, " ")
        words = pc.split_pattern(pc.utf8_trim_whitespace(parted), " ")
        coded = words.values.dictionary_encode()
        self._codes = {word: code for code, word in enumerate(coded.dictionary.to_pylist())}
        codes = coded.indices.to_numpy().astype(np.uint64)
        row = np.repeat(np.arange(self.rows, dtype=np.uint32), np.diff(words.offsets.to_numpy()))
        whole = row[: 1 - RUN] == row[RUN - 1 :]
        numbers, row = _numbers(codes)[whole], row[: 1 - RUN][whole]
        order = np.argsort(numbers, kind="stable")
        self._numbers, self._row = numbers[order], row[order]

    def having(self, runs: Sequence[Run]) -> pa.RecordBatch:
        import numpy as np
        import pyarrow as pa

        known = [[self._codes[word] for word in run] for run in runs if all(word in self._codes for word in run)]
        wanted = _numbers(np.array(known, dtype=np.uint64).reshape(-1))[::RUN] if known else self._numbers[:0]
        begins, ends = (np.searchsorted(self._numbers, wanted, side) for side in ("left", "right"))
        rows = [self._row[begin:end] for begin, end in zip(begins.tolist(), ends.tolist(), strict=True)]
        return self._table.take(pa.array(np.unique(np.concatenate(rows)) if rows else [], pa.uint32()))


def _numbers(codes: NDArray[numpy.uint64]) -> NDArray[numpy.uint64]:
    """One for each three words that follow each other."""
    import numpy as np

    first, second, third = (np.uint64(factor) for factor in _FACTORS)
    codes = codes + np.uint64(1)
    found: NDArray[numpy.uint64] = codes[:-2] * first ^ codes[1:-1] * second ^ codes[2:] * third
    return found
