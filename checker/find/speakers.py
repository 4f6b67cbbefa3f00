"""Who says it: the choice among the candidates, quotation by quotation.

The weights of the features were learned (see `benchmarks/train_speakers.py`) and stand in `weights.tsv`,
a line for all features of one weight.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import repeat
from pathlib import Path

from checker.find.candidates import Candidate, candidates_of
from checker.find.scene import Place, Scene, place_of


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """The learned weights, by table ("speaker", "speech")."""
    text = Path(__file__).with_name("weights.tsv").read_text(encoding="utf-8")
    tables: dict[str, dict[str, float]] = {"speaker": {}, "speech": {}}
    for line in text.rstrip("\n").split("\n"):
        table, weight, *features = line.split("\t")
        tables[table].update(dict.fromkeys(features, float(weight)))
    return tables


def rank(candidates: Sequence[Candidate], table: Mapping[str, float]) -> Candidate | None:
    """The best candidate, its score set; of equals the first."""
    best: Candidate | None = None
    get = table.get
    for candidate in candidates:
        candidate.score = sum(map(get, candidate.features, repeat(0.0)))
        if best is None or candidate.score > best.score:
            best = candidate
    return best


def each_place(scene: Scene, choose: Callable[[Place, list[Candidate]], Candidate | None]) -> None:
    """Walks the pieces in reading order, handing each its candidates; who was chosen last is a candidate of the next."""
    previous: Candidate | None = None
    for index, pieces in enumerate(scene.regions.pieces):
        for piece in pieces:
            if piece.whole_block:
                continue
            place = place_of(scene, piece)
            apart = index - previous.block if previous is not None else 0
            chosen = choose(place, candidates_of(scene, place, previous, apart))
            if chosen is not None:
                previous = Candidate(chosen.span, [], chosen.cue, mention=chosen.mention, block=chosen.block)
        scene.forget_before(index)
