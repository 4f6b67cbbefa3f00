"""Quotations of a corpus that have given words: the same words, or nearly the same with enough that agrees.

Two passes. Quotations that have a run of three words of what is wanted are found (`runs.py`); these few are then held
against it word by word, by the room that compares quotations with originals. Who has whose words does not depend on which of
the two was asked for.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checker.align import Shelf, prepare
from checker.corpus.runs import RUN, Run, Runs
from checker.corpus.tables import Corpus
from checker.text.english.frequency import bits
from checker.text.plain import plain_words

# Two texts meet where they share a run of three words that tells so many bits, whichever of them was asked for; "one of the"
# tells 14. Of a text without such a run it is its most telling one. Of 924 articles in which 140 pairs of quotations agree
# by 60 bits, 20 bits find the same 140, with a fifth more to look for; 26 miss one or two.
_RUN_TELLS = 24.0
# A document set off as a quotation has thousands; who has some of it has some of these.
_MOST = 400
_WORD = re.compile(r"[^\W_]+")
# So many bits beyond those that agree by chance among so many quotations, as everywhere in the corpus (`docs/corpus.md`).
_BITS = 12.0
# Of fewer words nothing is said: "very, very bad" is everybody's.
FEWEST = 4
# A near wording agrees in four fifths at least; below it two people may have said alike things.
_ALIKE = 0.8
_THERE, _RUNS_THERE = 0.7, 0.25


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
    runs: tuple[Run, ...]
    candidates: dict[str, list[str]] = field(default_factory=dict)


class Search:
    """A corpus that may be asked many times; what agrees by fewer bits than `telling` is not wanted."""

    def __init__(self, corpus: Corpus, *, telling: float = 0.0) -> None:
        self._texts = Runs(corpus)
        self._telling = telling

    @property
    def small(self) -> bool:
        """Whether the whole corpus may be kept in memory."""
        return self._texts.small

    def __call__(self, texts: Sequence[str]) -> list[list[Hit]]:
        """For each text the quotations that have it, or stand in it, whole and with enough evidence; best first, then by id."""
        wanted = [_Wanted(text, _runs(text)) for text in texts]
        with_run: dict[Run, list[int]] = {}
        for number, one in enumerate(wanted):
            for run in one.runs:
                with_run.setdefault(run, []).append(number)
        for id, text in self._texts.having(list(with_run)):
            for number in {number for run in _threes(_words(text)) for number in with_run.get(run, ())}:
                wanted[number].candidates.setdefault(text, []).append(id)
        least = max(self._telling, least_information(self._texts.quotations))
        return [_hits(one, least) for one in wanted]


def search(corpus: Corpus, texts: Sequence[str]) -> list[list[Hit]]:
    """The same for a corpus that is asked once."""
    return Search(corpus)(texts)


def least_information(quotations: int) -> float:
    """So many bits two wordings must share among so many quotations before they are said to be the same words.

    >>> least_information(1024)
    22.0
    """
    return _BITS + math.log2(max(quotations, 1))


def _runs(text: str) -> tuple[Run, ...]:
    words = _words(text)
    if len(words) < FEWEST:
        return ()
    told = {run: sum(map(bits, run)) for run in _threes(words)}
    most = sorted(told, key=lambda run: -told[run])[:_MOST]
    return tuple([run for run in most if told[run] >= _RUN_TELLS] or most[:1])


def _threes(words: Sequence[str]) -> Iterator[Run]:
    return zip(*(words[at:] for at in range(RUN)), strict=False)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


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
    for text in longer:
        if near := _near(text, wanted.text):
            held[text] = near
    for text in shorter:
        if near := _near(wanted.text, text):
            held[text] = near
    return held


def _may_be_alike(fewer: Sequence[str], more: Sequence[str], least: float) -> bool:
    """A quick look before words are compared in order: whether enough of the shorter one's are in the longer at all.

    What is alike by four fifths has seven tenths of its words there, another form or a slip for the rest, and so that a
    change in every fifth word leaves two fifths of its runs.
    """
    there = set(more)
    common = [word for word in fewer if word in there]
    if len(common) < _THERE * len(fewer) or sum(map(bits, common)) < least:
        return False
    runs = set(_threes(more))
    return sum(run in runs for run in _threes(fewer)) >= _RUNS_THERE * (len(fewer) - RUN + 1)


def _near(longer: str, shorter: str) -> tuple[float, float] | None:
    """How alike and how telling, where the longer text has the shorter one nearly as it is.

    Two texts by themselves, whichever was asked for: among many an exact place would hide the near ones.
    """
    found = Shelf(["longer"], [longer]).find(prepare(shorter), {0}, everywhere=True)
    if not found or len(found[0].passages) > 1 or found[0].passages[0].similarity < _ALIKE:
        return None
    return found[0].passages[0].similarity, found[0].passages[0].information
