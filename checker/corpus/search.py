"""Quotations of a corpus that have given words: the same words, or nearly the same with enough that agrees.

Two passes. All texts are looked through once for runs of three words of what is wanted, all of them at the same time; the
few that have one are then held against it word by word, by the room that compares quotations with originals.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checker.align import Shelf, prepare
from checker.corpus.tables import Corpus
from checker.text.english.frequency import bits
from checker.text.plain import plain_words

# So many runs of three words are looked for, the most telling ones: a wording with two changes in twelve words still has
# one of these.
_RUN, _RUNS = 3, 4
_WORD = re.compile(r"[^\W_]+")
# Marks and spaces, and every letter that is not ASCII: too much is found, which the second pass leaves out. With the class of
# just what is no letter RE2 needs eighty times as long.
_BETWEEN = r"\W+"
# So many bits beyond those that agree by chance among so many quotations, as everywhere in the corpus (`docs/corpus.md`).
_BITS = 12.0
# Of fewer words nothing is said: "very, very bad" is everybody's.
FEWEST = 4
# A near wording agrees in four fifths at least; below it two people may have said alike things.
_ALIKE = 0.8
_THERE = 0.7


@dataclass(frozen=True, slots=True)
class Hit:
    """A quotation that has the words: `alike` from 0 to 1, 1 word for word; `information` in bits."""

    id: str
    text: str
    alike: float
    information: float


@dataclass(slots=True)
class _Wanted:
    """Words to be looked for, and the texts that may have them, each with the quotations of this text."""

    text: str
    runs: tuple[tuple[str, ...], ...]
    candidates: dict[str, list[str]] = field(default_factory=dict)


def search(corpus: Corpus, texts: Sequence[str]) -> list[list[Hit]]:
    """For each text the quotations that have it, or stand in it, whole and with enough evidence; best first, then by id."""
    wanted = [_Wanted(text, _runs(text)) for text in texts]
    for id, text in _with_runs(corpus, [run for one in wanted for run in one.runs]):
        words = " ".join(_words(text))
        for one in wanted:
            if any(" ".join(run) in words for run in one.runs):
                one.candidates.setdefault(text, []).append(id)
    least = least_information(corpus.rows("quotations"))
    return [_hits(one, least) for one in wanted]


def least_information(quotations: int) -> float:
    """So many bits two wordings must share among so many quotations before they are said to be the same words.

    >>> least_information(1024)
    22.0
    """
    return _BITS + math.log2(max(quotations, 1))


def _runs(text: str) -> tuple[tuple[str, ...], ...]:
    words = _words(text)
    if len(words) < FEWEST:
        return ()
    every = dict.fromkeys(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
    return tuple(sorted(every, key=lambda run: -sum(map(bits, run)))[:_RUNS])


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _with_runs(corpus: Corpus, runs: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Every quotation that has one of the runs."""
    import pyarrow.compute as pc

    if not runs:
        return
    pattern = "|".join(_BETWEEN.join(map(re.escape, run)) for run in dict.fromkeys(runs))
    for batch in corpus.batches("quotations", ["quotation_id", "text"]):
        found = batch.filter(pc.match_substring_regex(batch["text"], pattern, ignore_case=True))
        yield from zip(found["quotation_id"].to_pylist(), found["text"].to_pylist(), strict=True)


def _hits(wanted: _Wanted, least: float) -> list[Hit]:
    found = []
    for text, (alike, information) in _held(wanted, least).items():
        if information >= least:
            found += [Hit(id, text, alike, information) for id in wanted.candidates[text]]
    return sorted(found, key=lambda hit: (-hit.alike, hit.id))


def _held(wanted: _Wanted, least: float) -> dict[str, tuple[float, float]]:
    """How alike each candidate is and how many bits agree; those that are not alike are left out."""
    held: dict[str, tuple[float, float]] = {}
    mine = plain_words(wanted.text)[0]
    longer: list[str] = []
    shorter: list[str] = []
    for text in wanted.candidates:
        theirs = plain_words(text)[0]
        fewer, more = sorted((mine, theirs), key=len)
        if len(fewer) < FEWEST:
            continue
        if f" {' '.join(fewer)} " in f" {' '.join(more)} ":
            held[text] = 1.0, sum(map(bits, fewer))
        elif _may_be_alike(fewer, more, least):
            (longer if len(theirs) >= len(mine) else shorter).append(text)
    held.update(_near(wanted.text, longer))
    for text in shorter:
        for found in _near(text, [wanted.text]).values():
            held[text] = found
    return held


def _may_be_alike(fewer: Sequence[str], more: Sequence[str], least: float) -> bool:
    """A quick look before words are compared in order: whether enough of the shorter one's are in the longer at all.

    What is alike by four fifths has seven tenths of its words there, another form or a slip for the rest.
    """
    there = set(more)
    common = [word for word in fewer if word in there]
    return len(common) >= _THERE * len(fewer) and sum(map(bits, common)) >= least


def _near(words: str, texts: Sequence[str]) -> dict[str, tuple[float, float]]:
    """The texts that have the words nearly as they are."""
    if not texts:
        return {}
    shelf = Shelf([str(number) for number in range(len(texts))], texts)
    found = shelf.find(prepare(words), set(range(len(texts))) if len(texts) == 1 else (), everywhere=True)
    return {
        texts[one.text]: (one.passages[0].similarity, one.passages[0].information)
        for one in found
        if one.passages[0].similarity >= _ALIKE and len(one.passages) == 1
    }
