"""Which pairs are the same words: what agrees, weighed against what differs, who spoke and when.

The evidence is a sum of bits. Words in common speak for it, by how much they tell; words of the shorter one that are
missing, words that stand between, the same words by another speaker or on another day speak against it. The weights were
fitted (logistic regression) on made quotations and rounded; `benchmarks/corpus.py` says what they give.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.corpus.candidates import Pairs
from checker.corpus.folding import PARTS_OF_A_BIT, Hash, Whole
from checker.corpus.overlap import WIDTH, Overlap, Texts, overlaps
from checker.corpus.texts import Circumstances, Wordings

Bits = NDArray[np.float32]

# A bit of a word is worth a seventh of a bit of evidence: the words of one utterance do not come independently.
_BASE, _AGREES, _MISSING, _BETWEEN, _PIECE = 7.0, 0.144, -0.144, -0.5, -0.8
_SAME_SPEAKER, _OTHER_SPEAKER = 4.5, -6.4
# For each doubling of the days between them. What has no date is taken for two weeks apart, and a year is enough.
_APART, _UNDATED_DAYS, _MOST_DAYS = -2.2, 14.0, 365.0

# Looked up for whole hours: a logarithm may differ in its last digit with its place in an array.
_DOUBLINGS = np.array([math.log2(1 + hours / 24) for hours in range(24 * 365 + 1)])

# Linked from here on; from `FREE` on a link may join two groups.
LINKED, FREE = 4.3, 8.5
# Whatever else agrees: under 24 bits, some three ordinary words, nothing is claimed (20 by one speaker within a day, where
# times are known), nor where less than 0.6 of what the shorter one tells agrees. On another day a stretch that stands
# whole in the other needs some four words, and one with a word altered more, and more of the shorter one. Real quotations
# need this ("the right thing", "come into this country"); the made ones would do without (`docs/corpus.md`).
_LEAST_WORDS, _LEAST_BITS, _LEAST_BITS_WHOLE, _LEAST_BITS_ALTERED = 3, 24.0, 34.0, 36.0
_LEAST_BITS_SAID = 20.0
# More than some days later it is most often another occasion: one is the same words then if it stands as it is in the other, or
# if some twelve ordinary words agree. A slogan with a word changed, or a line from somebody's speech said again, is not.
_FAR_DAYS, _LEAST_BITS_FAR = 3.0, 100.0  # nor are two sentences that one article quotes side by side
_LEAST_SHARE, _LEAST_SHARE_ALTERED = 0.6, 0.75
# A cheap look before words are compared in order: no link has fewer words in common than this share of the shorter one.
_LEAST_COVERED = 0.4
# The commonest word tells so much (`checker.text.english.frequency`).
_LEAST_WORD = 4.0
_SIGNATURE = 256
_AT_ONCE = 500_000


@dataclass(frozen=True, slots=True)
class Links:
    """Two wordings that are the same words; `short` and `long` are their numbers, `keys` as in `Pairs`."""

    short: Whole
    long: Whole
    keys: Whole
    evidence: Bits
    overlap: Overlap

    def __len__(self) -> int:
        return len(self.short)

    def take(self, rows: Whole | NDArray[np.bool_]) -> Links:
        """Some of them."""
        return Links(self.short[rows], self.long[rows], self.keys[rows], self.evidence[rows], _rows(self.overlap, rows))


def joined(parts: Sequence[Links]) -> Links:
    """The links of several, one after the other."""
    return Links(
        short=np.concatenate([part.short for part in parts]),
        long=np.concatenate([part.long for part in parts]),
        keys=np.concatenate([part.keys for part in parts]),
        evidence=np.concatenate([part.evidence for part in parts]),
        overlap=Overlap(
            **{name: np.concatenate([getattr(part.overlap, name) for part in parts]) for name in Overlap.__slots__}
        ),
    )


class Verifier:
    """Compares pairs of the wordings of one corpus."""

    def __init__(self, wordings: Wordings, circumstances: Circumstances, *, workers: int = -1) -> None:
        self._lengths = wordings.lengths
        self._circumstances = circumstances
        self._workers = workers
        self._texts = Texts(wordings.codes, wordings.offsets, wordings.words.bits)
        self._bits = text_bits(wordings)
        self._signatures = _signatures(wordings)
        self._strings = _strings(wordings)

    def links(self, pairs: Pairs) -> Links:
        """Those of the pairs that are the same words, in the order of the pairs."""
        return joined([self._some(pairs, slice(at, at + _AT_ONCE)) for at in range(0, max(1, len(pairs)), _AT_ONCE)])

    def _some(self, pairs: Pairs, part: slice) -> Links:
        a, b, keys = pairs.a[part], pairs.b[part], pairs.keys[part]
        longer = self._lengths[a] > self._lengths[b]
        short, long = np.where(longer, b, a), np.where(longer, a, b)
        for look in (self._may_be_enough, self._may_have_words, self._have_words_in_order):
            keep = look(short, long)
            short, long, keys = short[keep], long[keep], keys[keep]
        overlap = overlaps(self._texts, short, long)
        evidence = self._evidence(short, long, overlap)
        keep = evidence >= LINKED
        return Links(short, long, keys, evidence, overlap).take(keep)

    def _may_be_enough(self, short: Whole, long: Whole, missing: Whole | int = 0) -> NDArray[np.bool_]:
        """Whether there would be a link if all but so many words of the shorter one agreed, each as common as can be."""
        lost = np.float32(_LEAST_WORD) * missing
        told = self._bits[short] - lost
        most = _BASE + _AGREES * told + _MISSING * lost + self._of_circumstances(short, long)
        return np.asarray((most >= LINKED) & (told >= _LEAST_BITS_SAID))

    def _may_have_words(self, short: Whole, long: Whole) -> NDArray[np.bool_]:
        """By different words in common, counted in a signature in which two words may fall together."""
        common = np.zeros(len(short), np.int64)
        for part in self._signatures:
            common += np.bitwise_count(part[short] & part[long])
        return np.asarray(common >= np.maximum(2, _LEAST_COVERED * np.minimum(self._lengths[short], WIDTH) - 1))

    def _have_words_in_order(self, short: Whole, long: Whole) -> NDArray[np.bool_]:
        from rapidfuzz.distance import LCSseq
        from rapidfuzz.process import cpdist

        if not len(short):
            return np.zeros(0, np.bool_)
        common = cpdist(
            self._strings[short].tolist(),
            self._strings[long].tolist(),
            scorer=LCSseq.similarity,
            dtype=np.int32,
            workers=self._workers,
        ).astype(np.int64)
        words = self._lengths[short]
        enough = common >= np.maximum(_LEAST_WORDS, _LEAST_COVERED * np.minimum(words, WIDTH))
        return enough & self._may_be_enough(short, long, words - common)

    def _evidence(self, short: Whole, long: Whole, overlap: Overlap) -> Bits:
        told = overlap.information.astype(np.float32) / np.float32(PARTS_OF_A_BIT)
        between = overlap.long_end - overlap.long_start - overlap.common
        evidence = (
            _BASE
            + _AGREES * told
            + _MISSING * (self._bits[short] - told)
            + _BETWEEN * np.minimum(between, 40)
            + _PIECE * (overlap.pieces - 1)
            + self._of_circumstances(short, long)
        )
        whole = overlap.common == np.minimum(self._lengths[short], WIDTH)
        days = self._days(short, long)
        near, far = days < 1.0, days > _FAR_DAYS
        speaker = self._circumstances.speaker
        one_mouth = near & (speaker[short] == speaker[long]) & (speaker[short] != 0)
        other_day = np.where(whole, _LEAST_BITS_WHOLE, _LEAST_BITS_ALTERED)
        least = np.where(one_mouth, _LEAST_BITS_SAID, np.where(near, _LEAST_BITS, other_day))
        article = self._circumstances.article
        side_by_side = (article[short] == article[long]) & (article[short] != 0)
        apart = (far & (~whole | (between > 0))) | (side_by_side & ~whole)
        least = np.where(apart, _LEAST_BITS_FAR, least)
        enough = (told >= least) & (overlap.common >= _LEAST_WORDS)
        enough &= told >= np.where(near | whole, _LEAST_SHARE, _LEAST_SHARE_ALTERED) * self._bits[short]
        return np.where(enough, evidence, -np.inf).astype(np.float32)

    def _of_circumstances(self, short: Whole, long: Whole) -> Bits:
        """What speaker and days say, before any word is compared."""
        one, other = self._circumstances.speaker[short], self._circumstances.speaker[long]
        known = (one != 0) & (other != 0)
        speaks = np.where(~known, 0.0, np.where(one == other, _SAME_SPEAKER, _OTHER_SPEAKER))
        return np.asarray(
            speaks + _APART * _DOUBLINGS[np.rint(24 * self._days(short, long)).astype(np.int64)], dtype=np.float32
        )

    def _days(self, short: Whole, long: Whole) -> NDArray[np.float64]:
        """Between the times in which the two were printed; 0 where these overlap."""
        first, last, vague = self._circumstances.first, self._circumstances.last, self._circumstances.vague
        apart = np.clip(np.maximum(first[short] - last[long], first[long] - last[short]), 0, None)
        apart += vague[short] | vague[long]  # the same day may be a day apart
        return np.where(np.isnan(apart), _UNDATED_DAYS, np.minimum(apart, _MOST_DAYS))


def text_bits(wordings: Wordings) -> Bits:
    """What each wording tells as a whole, in bits."""
    told = np.append(wordings.words.bits[wordings.codes], np.int32(0))
    sums = np.add.reduceat(told, wordings.offsets[:-1]) if len(wordings) else told[:0]
    return np.where(wordings.lengths > 0, sums, 0).astype(np.float32) / np.float32(PARTS_OF_A_BIT)


def _rows(overlap: Overlap, rows: Whole | NDArray[np.bool_]) -> Overlap:
    return Overlap(**{name: getattr(overlap, name)[rows] for name in Overlap.__slots__})


def _signatures(wordings: Wordings) -> list[Hash]:
    """For each wording the set of its words in 256 bits, as four machine words."""
    place = wordings.words.hash >> np.uint64(56)
    parts = []
    for part in range(_SIGNATURE // 64):
        bit = np.where(place >> np.uint64(6) == part, np.uint64(1) << (place & np.uint64(63)), np.uint64(0))
        told = np.append(bit[wordings.codes], np.uint64(0))
        sets = np.bitwise_or.reduceat(told, wordings.offsets[:-1]) if len(wordings) else told
        parts.append(np.where(wordings.lengths > 0, sets, np.uint64(0)))
    return parts


def _strings(wordings: Wordings) -> NDArray[np.object_]:
    """Each wording as a string with a letter for each word, as RapidFuzz compares them.

    A million letters can be had; beyond that two words in a million share one, which the exact comparison afterwards undoes.
    """
    letters = (wordings.codes % 1_000_000).astype(np.uint32)
    letters += np.where(letters < 0xD800, np.uint32(0), np.uint32(0x800))
    text = letters.astype("<u4").tobytes().decode("utf-32-le")
    ends = wordings.offsets.tolist()
    out = np.empty(len(wordings), dtype=object)
    out[:] = [text[ends[at] : ends[at + 1]] for at in range(len(wordings))]
    return out
