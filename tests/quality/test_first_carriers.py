"""Groups, first carriers and citing edges on made quotations with known truth; the floors only rise (`docs/corpus.md`)."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections import Counter
from collections.abc import Hashable, Iterable
from pathlib import Path
from types import ModuleType

import pyarrow.parquet as pq
import pytest

from checker.corpus.engines import DuckDB
from checker.corpus.group import group
from checker.corpus.import_ import import_quotations
from checker.corpus.tables import open_corpus

ROOT = Path(__file__).parents[2]
MAKER = ROOT / ".." / "shared" / "data" / "corpus" / "make_quotations.py"

# Seen with this seed: 1.000, 0.987, then 0.994, 0.967, 0.990, 0.998, 0.987. Nothing was tuned on it.
SEED = 41
FLOORS = {
    "pairs of mentions, precision": 0.995,
    "pairs of mentions, recall": 0.98,
    "first carrier, claims": 0.985,
    "first carrier, utterances": 0.965,
    "citing edges": 0.98,
    "carries-after, precision": 0.985,
    "carries-after, recall": 0.975,
}


def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("corpus_first", ROOT / "benchmarks" / "corpus_first.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["corpus_first"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def shares(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    if not MAKER.is_file():
        pytest.skip("needs the generator of quotations beside the repository")
    folder = tmp_path_factory.mktemp("made")
    subprocess.run(
        [sys.executable, MAKER, "10000", folder / "truth", "--seed", str(SEED)], check=True, capture_output=True
    )
    corpus = open_corpus(folder / "corpus", create=True)
    import_quotations(corpus, folder / "truth" / "quotations.parquet")
    with DuckDB() as engine:
        group(corpus, engine)
    figures = [
        *benchmark().figures(folder / "truth", folder / "corpus"),
        *pairs_of_mentions(folder / "truth", folder / "corpus"),
    ]
    return {name: right / of for name, right, of in figures}


def pairs_of_mentions(truth: Path, corpus: Path) -> list[tuple[str, int, int]]:
    """How many pairs of quotations are in one group by the truth and by ours, of those by ours and those by the truth."""

    def column(path: Path, name: str) -> dict[str, Hashable]:
        table = pq.read_table(path, columns=["quotation_id", name])
        return dict(zip(table["quotation_id"].to_pylist(), table[name].to_pylist(), strict=True))

    def pairs(groups: Iterable[Hashable]) -> int:
        return sum(count * (count - 1) // 2 for count in Counter(groups).values())

    gold, ours = column(truth / "truth.parquet", "utterance"), column(corpus / "groups.parquet", "utterance_id")
    both = pairs((gold[one], ours[one]) for one in gold)
    return [
        ("pairs of mentions, precision", both, pairs(ours.values())),
        ("pairs of mentions, recall", both, pairs(gold.values())),
    ]


@pytest.mark.parametrize("name", FLOORS)
def test_the_floor_holds(shares: dict[str, float], name: str) -> None:
    assert shares[name] >= FLOORS[name]
