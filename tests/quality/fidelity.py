"""Labelled pairs of quotations and originals, run through `compare`: what `test_fidelity.py` pins and `docs/quality.md` shows.

The pairs are US campaign news of 2015 and 2016 against 338 speeches, debates and interviews (10 MB); the labels are one
reader's. Seventeen pairs are marked uncertain and left out. Synthetic quotations have edits of 22 kinds and the label that
each kind has by definition.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from checker.fetch import load_given
from checker.model import Judgement, Verdict
from checker.pipeline import Asked, Originals, compare

DATA = Path(__file__).parents[2] / ".." / "shared" / "data" / "fidelity"
DIGEST = "00fe331fc1e8c3ab0099b9f831b6c16bd859bd4dc0072411bf177e9e829affb7"

CLEAN, MARKED, CHANGED, ABSENT = "clean", "marked", "changed", "absent"
# What each label demands; "coincidence" stands for the same words by another speaker.
WANTED: Mapping[str, tuple[Verdict, ...]] = {
    "verbatim": (Verdict.VERBATIM,),
    "trivial": (Verdict.VERBATIM, Verdict.STYLED),
    "elided-marked": (Verdict.MARKED,),
    "bracketed": (Verdict.MARKED,),
    "elided-unmarked": (Verdict.ALTERED,),
    "wording-changed": (Verdict.ALTERED,),
    "meaning-changed": (Verdict.DISTORTED,),
    "spliced": (Verdict.DISTORTED,),
    "paraphrase": (Verdict.ALTERED, Verdict.ABSENT),
    "not-in-source": (Verdict.ABSENT,),
    "coincidence": (Verdict.MISATTRIBUTED, Verdict.ABSENT, Verdict.AMBIGUOUS),
}
GROUPS = {
    "verbatim": CLEAN, "trivial": CLEAN, "elided-marked": MARKED, "bracketed": MARKED, "elided-unmarked": CHANGED,
    "wording-changed": CHANGED, "meaning-changed": CHANGED, "spliced": CHANGED, "not-in-source": ABSENT,
}  # fmt: skip
GROUP_OF = {
    Verdict.VERBATIM: CLEAN, Verdict.STYLED: CLEAN, Verdict.MARKED: MARKED, Verdict.ALTERED: CHANGED,
    Verdict.DISTORTED: CHANGED, Verdict.ABSENT: ABSENT,
}  # fmt: skip
PASSED = (Verdict.VERBATIM, Verdict.STYLED, Verdict.MARKED)


@dataclass(frozen=True)
class Scored:
    """One quotation with its label and what became of it."""

    row: Mapping[str, Any]
    label: str
    judgement: Judgement

    @property
    def verdict(self) -> Verdict:
        return self.judgement.verdict


@cache
def there() -> bool:
    return DATA.is_dir()


def digest() -> str:
    """Of the pairs and of the table of originals."""
    found = hashlib.sha256()
    for name in ("pairs-dev.jsonl", "originals.jsonl"):
        found.update((DATA / name).read_bytes())
    return found.hexdigest()


@cache
def all_originals() -> Originals:
    return Originals(load_given([DATA / "originals"], DATA / "originals.jsonl"), by_path=True, all_speech=True)


@cache
def pairs() -> tuple[Scored, ...]:
    """The certain pairs, judged against all originals with the speaker and the date that the article gives."""
    found = []
    for line in (DATA / "pairs-dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["uncertain"]:
            continue
        asked = Asked(
            row["quote"], row["attributed_to"], row["article_date"], row["context_before"], row["context_after"]
        )
        label = "coincidence" if row["kind"] == "coincidence" else row["label"]
        found.append(Scored(row, label, compare(asked, all_originals())))
    return tuple(found)


@cache
def synthetic(number: int, seed: int) -> tuple[Scored, ...]:
    """Made quotations, judged against all originals but those that the absent ones are from; no speaker is given."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made.jsonl"
        options = ["--n", str(number), "--seed", str(seed), "--out", str(made)]
        subprocess.run([sys.executable, str(DATA / "make_synthetic.py"), *options], capture_output=True, check=True)
        rows = [json.loads(line) for line in made.read_text(encoding="utf-8").splitlines()]
    left_out = set(rows[0]["haystack_excludes"])
    documents = [
        one for one in load_given([DATA / "originals"], DATA / "originals.jsonl") if Path(one.path).stem not in left_out
    ]
    originals = Originals(documents, by_path=True, all_speech=True)
    return tuple(Scored(row, row["label"], compare(Asked(row["quote"]), originals)) for row in rows[1:])


def macro_f1(scored: Iterable[tuple[str, str]], classes: Iterable[str]) -> float:
    """The mean of the classes' F1; each pair is what it is and what it was called."""
    pairs_of = list(scored)
    values = []
    for name in classes:
        right = sum(is_ == name == called for is_, called in pairs_of)
        of = sum(is_ == name for is_, _ in pairs_of) + sum(called == name for _, called in pairs_of)
        values.append(2 * right / of if of else 1.0)
    return sum(values) / len(values)


def three_groups(scored: Iterable[Scored]) -> float:
    """Verdict right in three groups: clean, changed, absent."""
    judged = [
        (GROUPS[one.label], GROUP_OF.get(one.verdict, one.verdict.value))
        for one in scored
        if GROUPS.get(one.label) in (CLEAN, CHANGED, ABSENT)
    ]
    return macro_f1(judged, (CLEAN, CHANGED, ABSENT))


def five_classes(scored: Iterable[Scored]) -> float:
    """Verdict right in five classes: verbatim with styled, marked, altered, distorted, absent."""
    called = {Verdict.STYLED: Verdict.VERBATIM}
    classes = (Verdict.VERBATIM, Verdict.MARKED, Verdict.ALTERED, Verdict.DISTORTED, Verdict.ABSENT)
    judged = [(WANTED[one.label][0].value, called.get(one.verdict, one.verdict).value) for one in scored]
    return macro_f1(judged, [one.value for one in classes])


def good_called_worse(scored: Iterable[Scored]) -> tuple[int, int]:
    """Of what is verbatim, trivial, or honestly marked: how many got a verdict that is none of these."""
    good = [one for one in scored if GROUPS.get(one.label) in (CLEAN, MARKED)]
    return sum(one.verdict not in PASSED for one in good), len(good)


def bad_passed(scored: Iterable[Scored]) -> tuple[int, int]:
    """Of what is changed in meaning, spliced or invented: how many passed as verbatim, styled or marked."""
    bad = [one for one in scored if one.label in ("meaning-changed", "spliced", "not-in-source")]
    return sum(one.verdict in PASSED for one in bad), len(bad)


def cried_wolf(scored: Iterable[Scored]) -> tuple[int, int]:
    """Of what is trivial or another wording: how many are called distorted."""
    harmless = [one for one in scored if one.label in ("trivial", "wording-changed")]
    return sum(one.verdict is Verdict.DISTORTED for one in harmless), len(harmless)


def right_passage_first(scored: Iterable[Scored]) -> tuple[int, int]:
    """Of the matches: how many have the labelled passage (or the same words elsewhere) first, overlapping by 0.8."""
    matches = [one for one in scored if one.row.get("span")]
    return sum(_is_right(one) for one in matches), len(matches)


def _is_right(one: Scored) -> bool:
    if not one.judgement.passages:
        return False
    passages = one.judgement.passages
    name, row = Path(passages[0].original).stem, one.row
    stretches = [(row["source"], *row["span"]), *(tuple(place) for place in row["also_at"])]
    places = [one for one in passages if one.original == passages[0].original and (one.answers or one is passages[0])]
    start, end = min(one.span.start for one in places), max(one.span.end for one in places)
    text = all_originals().by_id[passages[0].original].text
    if " ".join(text[start:end].lower().split()) == " ".join(row["passage"].lower().split()):
        return True
    return any(name == there and _overlap(start, end, first, last) >= 0.8 for there, first, last in stretches)


def _overlap(start: int, end: int, first: int, last: int) -> float:
    shared = min(end, last) - max(start, first)
    return shared / (max(end, last) - min(start, first)) if shared > 0 else 0.0


def table(scored: Iterable[Scored], by: str) -> dict[str, Counter[str]]:
    """How many of each label (or kind) got which verdict."""
    found: dict[str, Counter[str]] = {}
    for one in scored:
        key = one.label if by == "label" else one.row[by]
        found.setdefault(key, Counter())[one.verdict.value] += 1
    return dict(sorted(found.items()))
