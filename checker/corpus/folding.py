"""Quotations as words that can be compared: Arrow strings in, arrays of numbers out, no Python for each quotation.

What is folded is what printing changes: case, the form of letters and marks, punctuation. Numbers stay. A cut ("…") or an
insertion ("[the deal]") becomes a gap: no run of words goes across it, and it is no word.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from checker.text.english.contractions import expand
from checker.text.english.frequency import bits

Whole = NDArray[np.int64]
Hash = NDArray[np.uint64]

GAP = "\x01"

# RE2 has no look-behind, so words are cut in a few passes over the whole column. Scripts that are written without spaces
# are taken letter by letter. 80: what an editor puts into brackets is a name or a few words; more is the speaker's aside.
_STEPS = (
    (r"[‘’‚‛‹›′ʼʹ`´]", "'"),
    (r"\.(?:\s?\.)+|\[[^\[\]]{0,80}\]", f" {GAP} "),
    (r"[^\p{L}\p{N}\p{M}'$%\x01 ]+", " "),  # most spaces stay as they are, since each match costs
    (r"([\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}])", r" \1 "),
    (r"(?:^| )'+|'+(?: |$)", " "),
    (r"^[\x01 ]+|[\x01 ]+$", ""),
    (r" {2,}", " "),
)
_LONGEST = 2_000  # words; a quotation longer than that is a speech, and its end is not compared


@dataclass(frozen=True, slots=True)
class Coded:
    """Texts as numbers: the words of text `i` are `codes[offsets[i]:offsets[i + 1]]`, gaps among them.

    A code is a place in `words`; codes of two `Coded` have nothing to do with each other.
    """

    codes: NDArray[np.int32]
    offsets: Whole
    words: tuple[str, ...]


def fold(texts: pa.Array) -> pa.Array:
    """Each text as its folded words with one space between.

    >>> fold(pa.array(["“We … CAN’T lose [the] vote,”"])).to_pylist()
    ["we \\x01 can't lose \\x01 vote"]
    """
    folded = pc.utf8_lower(pc.utf8_normalize(pc.fill_null(texts, ""), form="NFKC"))
    folded = pc.replace_substring(folded, pattern=GAP, replacement=" ")
    for pattern, replacement in _STEPS:
        folded = pc.replace_substring_regex(folded, pattern=pattern, replacement=replacement)
    return folded


def coded(texts: pa.Array) -> Coded:
    """The folded texts in numbers; a text without a word has none."""
    words = pc.split_pattern(fold(texts), pattern=" ", max_splits=_LONGEST)
    offsets = words.offsets.to_numpy().astype(np.int64)
    told = words.values.slice(offsets[0], offsets[-1] - offsets[0]).dictionary_encode()
    offsets = offsets - offsets[0]
    vocabulary = tuple(told.dictionary.to_pylist())
    codes = told.indices.to_numpy(zero_copy_only=False).astype(np.int32)
    empty = np.array([word == "" for word in vocabulary], dtype=bool)
    if empty.any():  # what is left of a text without a word
        keep = ~empty[codes]
        offsets = np.concatenate([[0], np.cumsum(keep)])[offsets]
        codes = codes[keep]
    return Coded(codes, offsets, vocabulary)


def word_hashes(words: tuple[str, ...]) -> Hash:
    """A number for each word that is the same in every run, on every machine and for every engine."""
    digests = b"".join(hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=8).digest() for word in words)
    return np.frombuffer(digests, dtype="<u8").astype(np.uint64)


# What words tell is summed as whole numbers: a sum of fractions would depend on what else is summed beside it.
PARTS_OF_A_BIT = 64


def word_bits(words: tuple[str, ...]) -> NDArray[np.int32]:
    """What meeting each word tells, in 64ths of a bit."""
    return np.array([round(_bits(word) * PARTS_OF_A_BIT) for word in words], dtype=np.int32)


@lru_cache(maxsize=200_000)
def _bits(word: str) -> float:
    """From the shipped list of English words, never from the corpus, whose own counts would move every bound as it grows.

    A short word that is not on the list is taken for a common one of another language: "der", "les", "что".
    """
    if word == GAP:
        return 0.0
    if "'" in word:
        parts = [part for part in expand(word) if not part.startswith("'")]
        whole = [part for part in parts if "'" not in part] or [part for part in word.split("'") if part]
        return max((_bits(part) for part in whole), default=4.0)
    return min(bits(word), 4.0 + 2.0 * len(word))


def text_hashes(codes: NDArray[np.int32], offsets: Whole, hashes: Hash) -> Hash:
    """A number for each sequence of words, the same in every run; 0 for a text without a word."""
    lengths = np.diff(offsets)
    place = (np.arange(len(codes)) - np.repeat(offsets[:-1], lengths)).astype(np.uint64)
    told = mixed(hashes[codes] + mixed(place + np.uint64(1)))
    sums = np.add.reduceat(np.append(told, np.uint64(0)), offsets[:-1]) if len(lengths) else np.zeros(0, np.uint64)
    return np.where(lengths > 0, mixed(sums), np.uint64(0))


def mixed(values: Any) -> Hash:
    """A one-to-one scattering of 64 bits (the finish of splitmix64, Steele et al. 2014)."""
    out = np.array(values, dtype=np.uint64)
    out ^= out >> np.uint64(30)
    out *= np.uint64(0xBF58476D1CE4E5B9)
    out ^= out >> np.uint64(27)
    out *= np.uint64(0x94D049BB133111EB)
    out ^= out >> np.uint64(31)
    return out
