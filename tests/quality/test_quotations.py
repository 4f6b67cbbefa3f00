"""Direct quotations and their speakers on the 84 labelled articles of PolNeAR's dev part.

A quotation counts as found when it overlaps a labelled one by four fifths (intersection over union, both without marks and
punctuation at the edges), each once; of a quotation in several parts every part counts. A speaker is right when it overlaps
the head word of the labelled source. `both` is the F1 of quotations found with the right speaker. The weights were learned
on the train part; dev was looked at for kinds of errors. Floors lie a little under what is reached; they only rise.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker.find import find_quotations
from checker.model import Quotation, QuotationKind, Span
from checker.read.text import read_text

POLNEAR = Path(__file__).parents[2] / ".." / "shared" / "data" / "polnear"
DIGEST = "f612eaa7caeee4508dc53d76780730416b79536e851639631b6322971ec2327b"
CLOSE_ENOUGH = 0.8
FLOORS = {
    "found": 0.973,
    "found, 5 words and more": 0.989,
    "speaker": 0.938,
    "speaker, 5 words and more": 0.951,
    "both": 0.914,
    "both, 5 words and more": 0.941,
    "cue": 0.857,
}
# Stretches that nobody is said to have said and that are taken for speech, of 919 quotations.
MOST_TERMS_AS_SPEECH = 14


@dataclass(frozen=True)
class Part:
    """One stretch between marks with what was said about it, by the labels or by the program."""

    span: Span
    words: int
    speaker: Span | None
    cue: Span | None


def core(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)


def labelled(row: dict[str, Any]) -> list[Part]:
    def span(quote: dict[str, Any], name: str) -> Span | None:
        return None if quote[f"{name}_start"] is None else Span(quote[f"{name}_start"], quote[f"{name}_end"])

    return [
        Part(
            core(row["text"], Span(quote["start"], quote["end"])),
            len(quote["text"].split()),
            span(quote, "head"),
            span(quote, "cue"),
        )
        for quote in row["quotes"]
    ]


def parts_of(text: str, quotation: Quotation) -> list[Part]:
    return [
        Part(core(text, part), len(part.of(text).split()), quotation.speaker, quotation.cue) for part in quotation.parts
    ]


def overlap(one: Span, other: Span) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (max(one.end, other.end) - min(one.start, other.start)) if common > 0 else 0.0


def paired(found: list[Part], gold: list[Part]) -> list[tuple[Part, Part]]:
    """The closest pairs, each part in one."""
    close = [(overlap(one.span, other.span), i, j) for i, one in enumerate(found) for j, other in enumerate(gold)]
    pairs: list[tuple[Part, Part]] = []
    for ratio, i, j in sorted(close, key=lambda row: (-row[0], *row[1:])):
        if ratio >= CLOSE_ENOUGH and not any(found[i] is one or gold[j] is other for one, other in pairs):
            pairs.append((found[i], gold[j]))
    return pairs


def right(found: Span | None, gold: Span | None) -> bool:
    return found is not None and gold is not None and found.overlaps(gold)


@cache
def counts() -> Counter[str]:
    if not POLNEAR.exists():
        pytest.skip("the labelled articles are not beside the project (../shared/data/polnear)")
    data = (POLNEAR / "quotes.jsonl").read_bytes()
    assert hashlib.sha256(data).hexdigest() == DIGEST, "these floors were measured on another corpus"
    total: Counter[str] = Counter()
    for row in map(json.loads, data.decode().splitlines()):
        if row["split"] == "dev":
            total += counts_of(row)
    return total


def counts_of(row: dict[str, Any]) -> Counter[str]:
    article = read_text(row["text"])
    assert article.text == row["text"], "the labels index the text as it is"
    speech = [one for one in find_quotations(article) if one.kind is not QuotationKind.TERM]
    found, gold = [part for one in speech for part in parts_of(article.text, one)], labelled(row)
    pairs = paired(found, gold)
    total: Counter[str] = Counter()
    for least, name in ((1, ""), (5, ", 5 words and more")):
        total[f"found{name}"] = sum(one.words >= least for one in found)
        total[f"gold{name}"] = sum(one.words >= least for one in gold)
        total[f"attributed{name}"] = sum(one.words >= least and one.speaker is not None for one in gold)
        for one, other in pairs:
            if other.words >= least:
                total[f"hit{name}"] += 1
                total[f"hit attributed{name}"] += other.speaker is not None
                total[f"speaker{name}"] += right(one.speaker, other.speaker)
                total[f"cued{name}"] += other.cue is not None
                total[f"cue{name}"] += right(one.cue, other.cue)
    terms = [Span(*place) for place in row["other"]]
    hits = {one.span for one, _ in pairs}
    total["terms as speech"] = sum(
        one.span not in hits and any(one.span.overlaps(term) for term in terms) for one in found
    )
    return total


def figures() -> dict[str, float]:
    total = counts()
    reached = {"cue": total["cue"] / total["cued"]}
    for name in ("", ", 5 words and more"):
        found, gold = total[f"found{name}"], total[f"gold{name}"]
        reached[f"found{name}"] = 2 * total[f"hit{name}"] / (found + gold)
        reached[f"speaker{name}"] = total[f"speaker{name}"] / total[f"hit attributed{name}"]
        reached[f"both{name}"] = 2 * total[f"speaker{name}"] / (found + total[f"attributed{name}"])
    return reached


@pytest.mark.parametrize("name", FLOORS)
def test_quotations_and_speakers_stay_as_good_as_they_were(name: str) -> None:
    reached = figures()[name]
    print(f"{name}: {reached:.4f}")
    assert reached >= FLOORS[name]


def test_words_at_arms_length_are_seldom_taken_for_speech() -> None:
    reached = counts()["terms as speech"]
    print(f"terms as speech: {reached}")
    assert reached <= MOST_TERMS_AS_SPEECH
