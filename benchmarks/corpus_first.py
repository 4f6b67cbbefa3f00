"""How often the first carrier and the citing edges are right, on made quotations whose truth is known.

    python ../shared/data/corpus/make_quotations.py 100000 OUT --seed 41
    checker corpus import OUT/quotations.parquet --into CORPUS && checker corpus group CORPUS
    python benchmarks/corpus_first.py OUT CORPUS

An utterance of the truth is judged where two outlets or more print it and the second of them comes an hour or more after
the first. *First carrier, claims*: of the groups that name one first carrier, the share whose outlet is the first of the
utterance that most of the group belongs to. *First carrier, utterances*: of the utterances, the share whose largest group
names the right outlet. *Citing*: a quotation that credits an outlet is right where the corpus says of the cited outlet
what the truth says: it has the words before, after, or not at all. *Carries-after*: precision and recall of the pairs
(utterance, first outlet, later outlet).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from checker.corpus.tables import open_corpus  # noqa: E402

_HOUR = 3600.0
Rows = Sequence[Mapping[str, Any]]
Names = Mapping[str, Any]
"""By the quotation's id, the utterance that it belongs to."""
Figure = tuple[str, int, int]
Said = list[tuple[float, str]]
"""The mentions of an utterance: seconds and outlet."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("truth", type=Path, help="the folder that make_quotations.py wrote")
    parser.add_argument("corpus", type=Path, help="the corpus that they were imported into and grouped in")
    arguments = parser.parse_args()
    print("| what | right | of | share |")
    print("|---|---|---|---|")
    for name, right, of in figures(arguments.truth, arguments.corpus):
        print(f"| {name} | {right:,} | {of:,} | {right / of if of else 0:.4f} |")
    return 0


def figures(truth: Path, corpus: Path) -> Iterator[Figure]:
    """What was judged, how many are right, of how many."""
    rows = pq.read_table(truth / "quotations.parquet").to_pylist()
    gold = pq.read_table(truth / "truth.parquet", columns=["utterance"])["utterance"].to_pylist()
    found = groups_of(corpus)
    true = {str(row["quotation_id"]): utterance for row, utterance in zip(rows, gold, strict=True) if utterance >= 0}
    for judged in (first_carriers, citing, carrying):
        yield from judged(rows, true, found)


def groups_of(folder: Path) -> dict[str, str]:
    """The utterance of each quotation that is in one."""
    table = open_corpus(folder).read("groups").to_pylist()
    return {str(row["quotation_id"]): row["utterance_id"] for row in table if row["kind"] == "utterance"}


def mentions(rows: Rows, names: Names) -> dict[object, Said]:
    """By utterance, in the order of time."""
    said: dict[object, Said] = defaultdict(list)
    for row in rows:
        name = names.get(str(row["quotation_id"]))
        if name is not None:
            said[name].append((row["published"].timestamp(), str(row["outlet"])))
    return {name: sorted(one) for name, one in said.items()}


def first_carriers(rows: Rows, true: Names, found: Names) -> Iterator[Figure]:
    of_truth, of_groups = mentions(rows, true), mentions(rows, found)
    judged = {name for name, said in of_truth.items() if apart(said)}
    members: dict[object, Counter[object]] = defaultdict(Counter)
    largest: dict[object, Counter[object]] = defaultdict(Counter)
    for id, group in found.items():
        members[group][true.get(id)] += 1
        largest[true.get(id)][group] += 1
    mostly = {group: counts.most_common(1)[0][0] for group, counts in members.items()}
    claims = [(of_groups[group][0][1], of_truth[name][0][1]) for group, name in mostly.items() if name in judged]
    yield "first carrier, claims", sum(claimed == first for claimed, first in claims), len(claims)
    utterances = [
        (of_groups[largest[name].most_common(1)[0][0]][0][1] if largest[name] else None, of_truth[name][0][1])
        for name in judged
    ]
    yield "first carrier, utterances", sum(claimed == first for claimed, first in utterances), len(utterances)


def apart(said: Said) -> bool:
    """Whether another outlet comes an hour or more after the first one, and none before that."""
    later = [at for at, outlet in said if outlet != said[0][1]]
    return bool(later) and min(later) - said[0][0] >= _HOUR


def citing(rows: Rows, true: Names, found: Names) -> Iterator[Figure]:
    of_truth, of_groups = mentions(rows, true), mentions(rows, found)
    right = of = 0
    for row in rows:
        id, cited = str(row["quotation_id"]), row["cited_outlet"]
        if cited is None or id not in true or cited == row["outlet"]:
            continue
        at = row["published"].timestamp()
        of += 1
        claimed = there(of_groups.get(found[id], []), cited, at) if id in found else "not here"
        right += claimed == there(of_truth[true[id]], cited, at)
    yield "citing edges", right, of


def there(said: Said, outlet: str, at: float) -> str:
    """Whether an outlet has the words before a moment, after, or not at all."""
    times = [time for time, one in said if one == outlet]
    return "not here" if not times else "before" if min(times) < at else "after"


def carrying(rows: Rows, true: Names, found: Names) -> Iterator[Figure]:
    of_truth, of_groups = mentions(rows, true), mentions(rows, found)
    mostly: dict[object, Counter[object]] = defaultdict(Counter)
    for id, group in found.items():
        mostly[group][true.get(id, f"none of {group}")] += 1
    names = {group: counts.most_common(1)[0][0] for group, counts in mostly.items()}
    truth = {(name, said[0][1], later) for name, said in of_truth.items() for _, later in said if later != said[0][1]}
    claimed = {
        (names[group], said[0][1], later)
        for group, said in of_groups.items()
        for _, later in said
        if later != said[0][1]
    }
    yield "carries-after, precision", len(truth & claimed), len(claimed)
    yield "carries-after, recall", len(truth & claimed), len(truth)


if __name__ == "__main__":
    sys.exit(main())
