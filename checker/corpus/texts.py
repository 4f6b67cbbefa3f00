"""The distinct wordings of a corpus, and which quotation has which: all work is on wordings, each once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from checker.corpus.cores import over_cores
from checker.corpus.folding import GAP, Coded, Hash, Whole, coded, text_hashes, word_bits, word_hashes

# So many quotations at once and by each thread: some 25 MB of strings on the way.
_BATCH = 50_000
_DAY = 86_400_000_000  # microseconds, as `published_at` has them

# Who says so without a name is nobody in particular: two spokesmen are not one speaker.
_NOBODY = frozenset(
    """
    aide aides analyst analysts audience caller candidate critics crowd diplomat editor expert experts he her him i it man
    moderator officer official officials others people person police protester protesters reporter reporters resident
    residents she source sources speaker spokesman spokesmen spokesperson spokeswoman statement student students supporter
    supporters they voter voters we who witness witnesses woman you
    """.split()
)


@dataclass(frozen=True, slots=True)
class Mentions:
    """One row for each quotation, in the order of the table `quotations`.

    `text` is the wording's hash, `day` the time of publication in days since 1970 (NaN where unknown), `vague` whether only
    the day is known, `speaker`, `outlet` and `article` hashes of the names, 0 where there is none; `term`: marked as a title
    or a word held at arm's length, and no speaker is named.
    """

    ids: pa.Array
    text: Hash
    day: NDArray[np.float64]
    vague: NDArray[np.bool_]
    speaker: Hash
    outlet: Hash
    article: Hash
    term: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.text)

    def take(self, rows: NDArray[np.int64] | NDArray[np.bool_]) -> Mentions:
        """Some of them."""
        at = np.flatnonzero(rows) if rows.dtype == np.bool_ else rows
        if rows.dtype == np.bool_ and len(at) == len(self):
            return self
        return Mentions(
            self.ids.take(pa.array(at)),
            self.text[at],
            self.day[at],
            self.vague[at],
            self.speaker[at],
            self.outlet[at],
            self.article[at],
            self.term[at],
        )


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Distinct words, as far as anything is asked of them: a number that is the same everywhere, and 64ths of a bit."""

    hash: Hash
    bits: NDArray[np.int32]

    @classmethod
    def of(cls, words: tuple[str, ...]) -> Vocabulary:
        """In their order."""
        return cls(word_hashes(words), word_bits(words))


@dataclass(frozen=True, slots=True)
class Wordings:
    """Every distinct wording once, ascending by `hash`; a number of a wording is its place in here.

    So the order of two wordings never depends on what else the corpus holds. Gaps are left out of `codes`; `broken` tells
    for each word whether a gap stands before it. `codes` are places in `words`.
    """

    hash: Hash
    codes: NDArray[np.int32]
    broken: NDArray[np.bool_]
    offsets: Whole
    words: Vocabulary

    @property
    def lengths(self) -> Whole:
        """In words."""
        return np.diff(self.offsets)

    def __len__(self) -> int:
        return len(self.hash)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When each wording was printed first and last, in days since 1970 (NaN: no date is known), and who mostly says it.

    `vague`: of some mention only the day is known. `speaker` is a hash of the name, 0 where nobody is known to; `article` of the
    one article that has the wording, 0 where several have.
    """

    first: NDArray[np.float64]
    last: NDArray[np.float64]
    vague: NDArray[np.bool_]
    speaker: Hash
    article: Hash

    def take(self, rows: Whole) -> Circumstances:
        """Of some wordings."""
        return Circumstances(*(getattr(self, name)[rows] for name in Circumstances.__slots__))

    def replaced(self, rows: Whole, by: Circumstances) -> Circumstances:
        """With others in some places."""
        columns = [getattr(self, name).copy() for name in Circumstances.__slots__]
        for column, name in zip(columns, Circumstances.__slots__, strict=True):
            column[rows] = getattr(by, name)
        return Circumstances(*columns)


def read_mentions(quotations: pa.Table) -> tuple[Mentions, Wordings]:
    """What quotations say, by their columns of that name, with `published_at` and `precision` for the day."""
    texts = [quotations.slice(at, _BATCH)["text"].combine_chunks() for at in range(0, len(quotations), _BATCH)]
    parts = over_cores(_of_batch, texts)
    wordings = merged([wordings for _, wordings in parts])
    speaker = _names(_flat(quotations["speaker"]), people=True)
    mentions = Mentions(
        _flat(quotations["quotation_id"]),
        np.concatenate([hashes for hashes, _ in parts] or [np.zeros(0, np.uint64)]),
        _days(quotations["published_at"]),
        pc.fill_null(pc.equal(_flat(quotations["precision"]), "day"), False).to_numpy(zero_copy_only=False),
        speaker,
        _names(_flat(quotations["outlet"]), people=False),
        _names(_flat(quotations["article_id"]), people=False),
        pc.fill_null(_flat(quotations["term"]), False).to_numpy(zero_copy_only=False) & (speaker == 0),
    )
    return mentions, wordings


def together(old: Mentions, new: Mentions) -> Mentions:
    """The mentions of both, the old ones first."""
    columns = ("text", "day", "vague", "speaker", "outlet", "article", "term")
    ids = pa.concat_arrays([old.ids, new.ids])
    return Mentions(ids, *(np.concatenate([getattr(old, name), getattr(new, name)]) for name in columns))


def merged(parts: Sequence[Wordings], words: Vocabulary | None = None) -> Wordings:
    """The wordings of several, each once; those of `words`, or else of the first part, keep their codes."""
    parts = [part for part in parts if len(part)]
    if not parts:
        return _NONE if words is None else Wordings(_NONE.hash, _NONE.codes, _NONE.broken, _NONE.offsets, words)
    vocabularies = [part.words for part in parts]
    whole, places = _merged_words(vocabularies if words is None else [words, *vocabularies])
    codes = np.concatenate([place[part.codes] for place, part in zip(places[-len(parts) :], parts, strict=True)])
    starts = np.concatenate([[0], np.cumsum([len(part.codes) for part in parts])])
    begin = np.concatenate([part.offsets[:-1] + start for part, start in zip(parts, starts, strict=False)])
    lengths = np.concatenate([part.lengths for part in parts])
    hashes, first = np.unique(np.concatenate([part.hash for part in parts]), return_index=True)
    taken, offsets = _places(begin[first], lengths[first])
    broken = np.concatenate([part.broken for part in parts])
    return Wordings(hashes, codes[taken], broken[taken], offsets, whole)


def _merged_words(parts: Sequence[Vocabulary]) -> tuple[Vocabulary, list[NDArray[np.int32]]]:
    """The words of several in the order in which they first come, and for each part where its words are now."""
    if all(part is parts[0] for part in parts):
        return parts[0], [np.arange(len(parts[0].hash), dtype=np.int32)] * len(parts)
    hashes = np.concatenate([part.hash for part in parts])
    _, first, inverse = np.unique(hashes, return_index=True, return_inverse=True)
    order = np.argsort(first)
    place = np.empty(len(order), np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    bits = np.concatenate([part.bits for part in parts])
    whole = Vocabulary(hashes[first[order]], bits[first[order]])
    ends = np.cumsum([len(part.hash) for part in parts])[:-1]
    return whole, np.split(place[inverse], ends)


def subset(wordings: Wordings, rows: NDArray[np.bool_] | Whole) -> Wordings:
    """Some of them, in this order; their numbers of words are those of before."""
    taken, offsets = _places(wordings.offsets[:-1][rows], wordings.lengths[rows])
    return Wordings(wordings.hash[rows], wordings.codes[taken], wordings.broken[taken], offsets, wordings.words)


_NO_WORDS = Vocabulary(np.zeros(0, np.uint64), np.zeros(0, np.int32))
_NONE = Wordings(np.zeros(0, np.uint64), np.zeros(0, np.int32), np.zeros(0, np.bool_), np.zeros(1, np.int64), _NO_WORDS)


def _of_batch(texts: pa.Array) -> tuple[Hash, Wordings]:
    """The hash of each text, and the distinct wordings among them."""
    told = coded(texts)
    words = Vocabulary.of(told.words)
    hashes = text_hashes(told.codes, told.offsets, words.hash)
    distinct, first = np.unique(hashes, return_index=True)
    taken, offsets = _places(told.offsets[:-1][first], np.diff(told.offsets)[first])
    return hashes, _without_gaps(distinct, told, words, taken, offsets)


def _without_gaps(hashes: Hash, told: Coded, words: Vocabulary, taken: Whole, offsets: Whole) -> Wordings:
    codes = told.codes[taken]
    gap = codes == (told.words.index(GAP) if GAP in told.words else -1)
    before = np.concatenate([[0], np.cumsum(~gap)])
    broken = np.concatenate([[False], gap[:-1]]) & ~gap
    return Wordings(hashes, codes[~gap], broken[~gap], before[offsets], words)


def _places(begin: Whole, lengths: Whole) -> tuple[Whole, Whole]:
    """Where the words of some texts stand, one after the other, and their new offsets."""
    offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    return np.repeat(begin - offsets[:-1], lengths) + np.arange(offsets[-1]), offsets


def _flat(column: pa.ChunkedArray) -> pa.Array:
    return column.combine_chunks()


def _days(column: pa.ChunkedArray) -> NDArray[np.float64]:
    times = _flat(column).cast(pa.int64())
    return np.asarray(times.fill_null(0).to_numpy() / _DAY, dtype=np.float64) + np.where(
        times.is_null().to_numpy(zero_copy_only=False), np.nan, 0.0
    )


def _names(column: pa.Array, *, people: bool) -> Hash:
    """A number for each name; of a person the last word counts ("Mr. Trump", "Donald Trump"), and a role is no name."""
    told = column.dictionary_encode()
    names = [_last(name) if people else name for name in told.dictionary.to_pylist()]
    hashes = word_hashes(tuple(names))
    hashes[np.array([not name for name in names], dtype=bool)] = 0
    codes = told.indices.fill_null(len(names)).to_numpy()
    return np.asarray(np.append(hashes, np.uint64(0))[codes], dtype=np.uint64)


def _last(name: str) -> str:
    words = [word.strip(".,'’\"“”()") for word in name.casefold().replace("-", " ").split()]
    words = [word for word in words if word and word not in ("jr", "sr", "ii", "iii")]
    return "" if not words or words[-1] in _NOBODY else words[-1]
