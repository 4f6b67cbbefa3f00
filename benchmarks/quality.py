"""How often the verdict is right: writes the measured part of `docs/quality.md`.

    python benchmarks/quality.py [--made 5000] [--seed 5001]

Needs the labelled pairs beside the repository (`tests/quality/fidelity.py` says which). Three measurements: the labelled
pairs, made quotations of 22 kinds, and a mutation test: every quotation that is judged verbatim gets each kind of edit,
and what still passes is counted.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "quality")]

import fidelity  # noqa: E402

from checker.model import Verdict  # noqa: E402
from checker.pipeline import Asked, compare  # noqa: E402

PAGE = ROOT / "docs" / "quality.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
# Edits that must never pass, and edits that must.
HARMFUL = (
    "drop_not",
    "insert_not",
    "change_number",
    "swap_entity",
    "swap_modal",
    "truncate",
    "synonym",
    "elide_unmarked",
)
EXAMPLES = 20


def generator() -> ModuleType:
    """The script that makes quotations with known edits."""
    spec = importlib.util.spec_from_file_location("make_synthetic", fidelity.DATA / "make_synthetic.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def mutants() -> Iterator[tuple[str, Verdict, str]]:
    """Kind of edit, verdict, and the quotation: of everything judged verbatim in the labelled pairs."""
    made = generator()
    chance = random.Random(7)
    for one in fidelity.pairs():
        if one.verdict is not Verdict.VERBATIM:
            continue
        row = one.row
        for kind in HARMFUL:
            edited = made.SIMPLE[kind](chance, row["quote"], {})
            if not edited or edited[0] == row["quote"]:
                continue
            asked = Asked(
                edited[0], row["attributed_to"], row["article_date"], row["context_before"], row["context_after"]
            )
            yield kind, compare(asked, fidelity.all_originals()).verdict, edited[0]


def measured(number: int, seed: int) -> Iterator[str]:
    pairs, made = fidelity.pairs(), fidelity.synthetic(number, seed)
    yield from _pairs_part(pairs)
    yield from _made_part(made, number, seed)
    yield from _mutation_part()
    yield from _examples(pairs)


def _pairs_part(pairs: tuple[fidelity.Scored, ...]) -> Iterator[str]:
    yield f"### {len(pairs)} labelled quotations of news articles\n"
    yield "| measured | |"
    yield "|---|---|"
    yield f"| verdict right in three groups (clean, changed, absent), macro F1 | {fidelity.three_groups(pairs):.3f} |"
    for words, counted in (
        ("good ones called worse", fidelity.good_called_worse(pairs)),
        ("turned, spliced or invented ones that passed", fidelity.bad_passed(pairs)),
        ("trivial or wording-changed ones called `distorted`", fidelity.cried_wolf(pairs)),
        ("right original and right passage first", fidelity.right_passage_first(pairs)),
    ):
        yield f"| {words} | {counted[0]} of {counted[1]} ({100 * counted[0] / counted[1]:.1f} %) |"
    yield ""
    yield from _table("label", fidelity.table(pairs, "label"))


def _made_part(made: tuple[fidelity.Scored, ...], number: int, seed: int) -> Iterator[str]:
    good, bad = fidelity.good_called_worse(made), fidelity.bad_passed(made)
    yield f"\n### {number:,} made quotations (seed {seed}), no speaker and no date given\n"
    yield f"Five classes, macro F1: {fidelity.five_classes(made):.3f}. Good ones called worse: {good[0]} of {good[1]} "
    yield f"({100 * good[0] / good[1]:.1f} %). Bad ones passed: {bad[0]} of {bad[1]} ({100 * bad[0] / bad[1]:.1f} %).\n"
    yield from _table("kind", fidelity.table(made, "kind"))


def _mutation_part() -> Iterator[str]:
    counts: dict[str, Counter[str]] = {}
    for kind, verdict, _ in mutants():
        counts.setdefault(kind, Counter())[verdict.value] += 1
    yield "\n### Mutation test: every quotation judged verbatim, edited\n"
    yield from _table("edit", dict(sorted(counts.items())))


def _examples(pairs: tuple[fidelity.Scored, ...]) -> Iterator[str]:
    yield "\n### Where the verdict differs from the label\n"
    wrong = [one for one in pairs if one.verdict not in fidelity.WANTED[one.label]]
    for one in wrong[:EXAMPLES]:
        words = " ".join(one.row["quote"].split()[:14])
        yield f"- {one.label} → `{one.verdict}`: “{words}” ({one.row['id']})"


def _table(name: str, counts: Mapping[str, Counter[str]]) -> Iterator[str]:
    verdicts = [verdict.value for verdict in Verdict if any(row[verdict.value] for row in counts.values())]
    yield f"| {name} | " + " | ".join(verdicts) + " |"
    yield "|---" * (len(verdicts) + 1) + "|"
    for key, row in counts.items():
        yield f"| {key} | " + " | ".join(str(row[verdict] or "") for verdict in verdicts) + " |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--made", type=int, default=5000, metavar="N", help="how many quotations are made")
    parser.add_argument("--seed", type=int, default=5001, help="not one that thresholds were chosen with")
    options = parser.parse_args()
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    lines = "\n".join(measured(options.made, options.seed))
    PAGE.write_text(f"{before}{BEGIN}\n\n{lines}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
