"""Learns the weights in `checker/find/weights.tsv` from the train part of PolNeAR.

    python benchmarks/train_speakers.py [../shared/data/polnear/quotes.jsonl]

Two tables come out, both of readable features: "speaker" ranks the phrases that may name who speaks (a softmax over the
candidates of each quotation), "speech" tells speech from terms (a logistic regression, on speakers chosen by a table that
did not see the article). Only the standard library is used; a run takes half a minute, and the same data gives the same
bytes. After a change of the features (`checker/find/candidates.py`, `checker/find/speech.py`) or of the words and mentions
that they are made of, run this, then `tests/quality/test_quotations.py`, and raise its floors.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from checker.find.candidates import Candidate
from checker.find.regions import regions_of
from checker.find.scene import Place, Scene
from checker.find.speakers import each_place, rank
from checker.find.speech import beside, speech_features
from checker.model import Article, Span
from checker.read.text import read_text

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS = ROOT / "checker" / "find" / "weights.tsv"
# Rarer features, and weights nearer to nothing, change no figure on dev.
RARE, SMALL = 4, 0.03
# Smaller steps and few rounds: more of either fits the train part and loses on the other half of it.
STEP, ROUNDS = 0.05, 5

Ranked = list[tuple[list[list[str]], list[bool]]]


def core(text: str, span: Span) -> tuple[int, int]:
    """A stretch without marks, blanks and punctuation at its edges."""
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def gold_of(row: Mapping[str, Any]) -> dict[tuple[int, int], Mapping[str, Any]]:
    """The labelled quotations of one article by their stretch."""
    return {core(row["text"], Span(quote["start"], quote["end"])): quote for quote in row["quotes"]}


def scene_of(row: Mapping[str, Any]) -> Scene:
    """The article as the program reads it."""
    article: Article = read_text(row["text"])
    return Scene(article.text, regions_of(article))


def ranked(rows: Iterable[Mapping[str, Any]]) -> Ranked:
    """Of every quotation with a labelled speaker: the features of its candidates, and which of them are right."""
    found: Ranked = []
    for row in rows:
        gold, scene = gold_of(row), scene_of(row)

        def choose(
            place: Place, candidates: list[Candidate], gold: Any = gold, text: str = row["text"]
        ) -> Candidate | None:
            label = gold.get(core(text, place.piece.span))
            if label is None or label["source"] is None:
                return None
            right = [one.span.start < label["head_end"] and label["head_start"] < one.span.end for one in candidates]
            found.append(([one.features for one in candidates], right))
            return next((one for one, good in zip(candidates, right, strict=True) if good), None)

        each_place(scene, choose)
    return found


def learn_ranking(examples: Ranked, seed: int = 0) -> dict[str, float]:
    """Adagrad on the likelihood that a right candidate is chosen; the weights of the later rounds are averaged."""
    useful = [(features, right) for features, right in examples if any(right) and not all(right)]
    count = Counter(feature for features, _ in useful for one in features for feature in one)
    weights = {feature: 0.0 for feature, number in count.items() if number >= RARE}
    seen = dict.fromkeys(weights, 0.01)
    total = dict.fromkeys(weights, 0.0)
    order = [([[f for f in one if f in weights] for one in features], right) for features, right in useful]
    for number in range(ROUNDS):
        random.Random(seed + number).shuffle(order)
        for features, right in order:
            scores = [sum(weights[feature] for feature in one) for one in features]
            top = max(scores)
            chances = [math.exp(score - top) for score in scores]
            whole, good = sum(chances), sum(c for c, yes in zip(chances, right, strict=True) if yes)
            push: dict[str, float] = {}
            for one, chance, yes in zip(features, chances, right, strict=True):
                slope = chance / whole - (chance / max(good, 1e-12) if yes else 0.0)
                for feature in one:
                    push[feature] = push.get(feature, 0.0) + slope
            step(weights, seen, push)
        if number >= ROUNDS // 2:
            for feature, weight in weights.items():
                total[feature] += weight
    return kept(total, ROUNDS - ROUNDS // 2)


def step(weights: dict[str, float], seen: dict[str, float], push: Mapping[str, float], size: float = STEP) -> None:
    """One step against the slope, shorter where much was learned already."""
    for feature, slope in push.items():
        seen[feature] += slope * slope
        weights[feature] -= size * slope / math.sqrt(seen[feature])


def kept(total: Mapping[str, float], rounds: int) -> dict[str, float]:
    """The averaged weights that matter."""
    return {feature: round(sum_ / rounds, 2) for feature, sum_ in total.items() if abs(sum_ / rounds) >= SMALL}


def told_apart(rows: Iterable[Mapping[str, Any]], table: Mapping[str, float]) -> list[tuple[list[str], bool]]:
    """Of every stretch between marks: its features, and whether somebody is said to have said it."""
    found: list[tuple[list[str], bool]] = []
    for row in rows:
        gold, scene = gold_of(row), scene_of(row)
        told: dict[int, bool] = {}

        def choose(
            place: Place,
            candidates: list[Candidate],
            gold: Any = gold,
            text: str = row["text"],
            scene: Scene = scene,
            told: dict[int, bool] = told,
        ) -> Candidate | None:
            best = rank(candidates, table)
            speech = core(text, place.piece.span) in gold
            found.append((speech_features(scene, place, best, beside(place, told)), speech))
            told[place.piece.outer.start] = speech
            return best if speech else None

        each_place(scene, choose)
    return found


def learn_telling(examples: list[tuple[list[str], bool]], seed: int = 0) -> dict[str, float]:
    """Logistic regression by Adagrad, with a pull towards nothing."""
    count = Counter(feature for features, _ in examples for feature in features)
    weights = {feature: 0.0 for feature, number in count.items() if number >= RARE}
    seen, total = dict.fromkeys(weights, 0.01), dict.fromkeys(weights, 0.0)
    rounds, pull = 12, 0.02
    order = [([feature for feature in features if feature in weights], speech) for features, speech in examples]
    for number in range(rounds):
        random.Random(seed + number).shuffle(order)
        for features, speech in order:
            score = max(-30.0, min(30.0, sum(weights[feature] for feature in features)))
            slope = 1 / (1 + math.exp(-score)) - speech
            step(weights, seen, {feature: slope + pull * weights[feature] for feature in features})
        if number >= rounds // 2:
            for feature, weight in weights.items():
                total[feature] += weight
    return kept(total, rounds - rounds // 2)


def lines_of(name: str, table: Mapping[str, float]) -> list[str]:
    """A table as `checker/find/speakers.py` reads it: a line for all features of one weight, which loads in half the
    time of JSON."""
    by_weight: dict[float, list[str]] = {}
    for feature in sorted(table):
        by_weight.setdefault(table[feature], []).append(feature)
    return ["\t".join((name, str(weight), *by_weight[weight])) + "\n" for weight in sorted(by_weight)]


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data" / "polnear" / "quotes.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    train = [row for row in rows if row["split"] == "train"]
    random.Random(0).shuffle(train)
    halves = train[: len(train) // 2], train[len(train) // 2 :]
    speaker = learn_ranking(ranked(train))
    crossed = [told_apart(halves[at], learn_ranking(ranked(halves[1 - at]))) for at in (0, 1)]
    speech = learn_telling(crossed[0] + crossed[1])
    WEIGHTS.write_text("".join([*lines_of("speaker", speaker), *lines_of("speech", speech)]), "utf-8")
    print(f"{len(speaker)} weights for speakers, {len(speech)} for speech: {WEIGHTS.stat().st_size} bytes")


if __name__ == "__main__":
    main()
