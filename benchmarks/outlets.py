"""The figures of docs/credibility.md: `python benchmarks/outlets.py [FOLDER]`, from the repository.

FOLDER holds the labelled articles (`polnear/`) and the alias tests (`outlets/`); what needs them is left out where they are
not there. The rest is recomputed from the shipped tables: how well the mean of some raters agrees with a rater that took no part.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from checker.ledger import Ledger
from checker.ledger.rows import ArticleRow, QuotationRow
from checker.model import Verdict
from checker.outlets import Outlets
from checker.outlets.ratings import Rating, Ratings, shipped_raters
from checker.outlets.registry import SHIPPED
from checker.outlets.standing import ERROR_BAR, Vote, votes_of
from checker.outlets.table import Table

# The two families of national lists name problem sites only and reach few domains: they predict, and are not held out.
_HELD_OUT = ("academic panel", "mbfc", "wikipedia")


def main(folder: Path) -> None:
    """Print every figure, one paragraph a subject."""
    print_sizes()
    print_speed()
    if (folder / "outlets" / "alias_tests.csv").exists():
        print_alias_tests(folder / "outlets" / "alias_tests.csv")
    if (folder / "polnear" / "outlets-dev.jsonl").exists():
        print_names(folder / "polnear")
    print_agreement()
    print_ledger()


def print_sizes() -> None:
    """How much is shipped."""
    rows = {path.stem: len(Table(path)) for path in sorted(SHIPPED.glob("*.tsv"))}
    size = sum(path.stat().st_size for path in SHIPPED.iterdir())
    print(
        "shipped:", ", ".join(f"{number:,} {name}" for name, number in rows.items()), f"· {size / 1e6:.1f} MB unpacked"
    )


def print_speed() -> None:
    """A first lookup in a process of its own, and the names of a long article."""
    lookup = (
        "from checker.outlets import Outlets; o = Outlets.shipped();"
        "o.by_url('https://en.mehrnews.com/a'); o.find_names('Reuters said')"
    )
    timed = (
        f"import checker, checker.model, re, time; t = time.process_time(); {lookup}; print(time.process_time() - t)"
    )
    seconds = min(float(_printed(timed)) for _ in range(7))
    traced = f"import checker, checker.model, re, tracemalloc; tracemalloc.start(); {lookup}; "
    held = int(_printed(f"{traced}print(tracemalloc.get_traced_memory()[1])"))
    print(f"first lookup over import: {seconds * 1e3:.0f} ms, {held / 1e6:.0f} MB at most")
    text = (Path(__file__).parents[1] / "fixtures" / "syria-agreement" / "article.txt").read_text("utf-8") * 100
    outlets = Outlets.shipped()
    outlets.find_names(text[:50_000])
    for length in (10_000, 100_000):
        part = text[:length]
        seconds = min(_seconds(outlets, part) for _ in range(30))
        print(f"names in {length:,} characters ({len(outlets.find_names(part))} of them): {seconds * 1e3:.1f} ms")


def _printed(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout


def _seconds(outlets: Outlets, text: str) -> float:
    begun = time.process_time()
    outlets.find_names(text)
    return time.process_time() - begun


def print_alias_tests(path: Path) -> None:
    """Phrases as articles write them, with the outlet meant."""
    outlets = Outlets.shipped()
    right = total = 0
    for row in csv.DictReader(path.open(encoding="utf-8", newline="")):
        mentions = outlets.find_names(row["text"])
        found = {mention.outlet_id for mention in mentions if mention.outlet_id}
        undecided = bool(mentions) and not found
        total += 1
        right += {"NONE": not mentions, "AMBIGUOUS": undecided}.get(row["expected_id"], found == {row["expected_id"]})
    print(f"alias tests: {right} of {total}")


def print_names(polnear: Path) -> None:
    """Names in labelled articles before any rule looks at what stands around them, by outlet id.

    The labels leave out the places where anybody posts; so does `find/`, and so does this count.
    """
    outlets = Outlets.shipped()
    texts = {row["doc"]: row["text"] for row in _json_lines(polnear / "quotes.jsonl")}
    counts: Counter[str] = Counter()
    for row in _json_lines(polnear / "outlets-dev.jsonl"):
        labels = {(item["start"], item["end"]): item["outlet_id"] for item in row["outlets"]}
        counts["labelled"] += sum(outlet_id is not None for outlet_id in labels.values())
        for mention in outlets.find_names(texts[row["doc"]]):
            outlet = outlets.by_id(mention.outlet_id) if mention.outlet_id else None
            if outlet is None or outlet.type == "platform":
                continue
            span = mention.span
            place = next((p for p in labels if p[0] < span.end and span.start < p[1]), None)
            kind = "doubtful" if mention.doubtful else "certain"
            counts[kind] += 1
            counts[f"{kind} right"] += place is not None and labels[place] == outlet.id
    right = counts["certain right"] + counts["doubtful right"]
    precision = right / (counts["certain"] + counts["doubtful"])
    certain = counts["certain right"] / counts["certain"]
    recall = right / counts["labelled"]
    print(
        f"names before context: precision {precision:.2f}, of certain names {certain:.2f}, recall {recall:.2f}",
        dict(counts),
    )


def _json_lines(path: Path) -> Iterable[dict[str, Any]]:
    return (json.loads(line) for line in path.read_text("utf-8").splitlines())


def print_agreement() -> None:
    """Each family held out in turn, predicted by the mean of the others' votes on the same domain."""
    votes = _votes_by_domain()
    print("held out          mean of the rest: Spearman, domains, share of the rater's domains that get a figure")
    for family in _HELD_OUT:
        pairs = [pair for domain in votes.values() if (pair := _held_out(domain, family, 1))]
        rated = sum(any(vote.family == family for vote in domain) for domain in votes.values())
        print(f"  {family:16}{spearman(pairs):.2f}, {len(pairs)}, {len(pairs) / rated:.2f}")
    for least, most in ((1, 1), (2, 9)):
        near = total = 0
        for domain in votes.values():
            for family in _HELD_OUT:
                pair = _held_out(domain, family, least, most)
                if pair:
                    total += 1
                    near += abs(pair[0] - pair[1]) <= ERROR_BAR
        print(f"  a further rater within ±{ERROR_BAR:.2f}: {near / total:.0%}, n {total}, with {least} to {most} votes")
    pc1 = [
        (rating.position, next(vote.position for vote in domain if vote.family == "wikipedia"))
        for rating, domain in _computed(votes, "lin2023_pc1")
    ]
    print(f"  PC1 against Wikipedia: {spearman(pc1):.2f}, n {len(pc1)}")
    two = sum(len(domain) > 1 for domain in votes.values())
    outlets, ratings = Outlets.shipped(), Ratings(Outlets.shipped())
    by_outlet = [len(votes_of(ratings.of(outlet))) for outlet in outlets]
    print(
        f"  domains with two votes or more: {two}; outlets: {sum(n > 1 for n in by_outlet)}, with one: {by_outlet.count(1)}"
    )


def _all_ratings() -> dict[str, list[Rating]]:
    raters = shipped_raters()
    found: dict[str, list[Rating]] = defaultdict(list)
    for _, domain, rater, *numbers, category, date in Table(SHIPPED / "ratings.tsv").every():
        value, low, high = (float(number) if number else None for number in numbers)
        found[domain].append(Rating(domain, raters[rater], value, low, high, category, date))
    return found


def _votes_by_domain() -> dict[str, tuple[Vote, ...]]:
    return {domain: votes for domain, rows in _all_ratings().items() if (votes := votes_of(rows))}


def _computed(votes: dict[str, tuple[Vote, ...]], rater: str) -> list[tuple[Rating, tuple[Vote, ...]]]:
    ratings = _all_ratings()
    return [
        (rating, domain)
        for name, domain in votes.items()
        for rating in ratings[name]
        if rating.rater.id == rater and any(vote.family == "wikipedia" for vote in domain)
    ]


def _held_out(domain: Sequence[Vote], family: str, least: int, most: int = 9) -> tuple[float, float] | None:
    truth = [vote.position for vote in domain if vote.family == family]
    rest = [vote.position for vote in domain if vote.family != family]
    return (sum(rest) / len(rest), truth[0]) if truth and least <= len(rest) <= most else None


def spearman(pairs: Sequence[tuple[float | None, float]]) -> float:
    """Rank correlation, ties at their mean rank."""
    left, right = (_ranks([pair[side] or 0.0 for pair in pairs]) for side in (0, 1))
    middle = (len(pairs) - 1) / 2
    covariance = sum((a - middle) * (b - middle) for a, b in zip(left, right, strict=True))
    spread = sum((a - middle) ** 2 for a in left) * sum((b - middle) ** 2 for b in right)
    return float(covariance / spread**0.5) if spread else float("nan")


def _ranks(values: Sequence[float]) -> list[float]:
    places = defaultdict(list)
    for place, value in enumerate(sorted(values)):
        places[value].append(place)
    return [sum(places[value]) / len(places[value]) for value in values]


def print_ledger() -> None:
    """100,000 quotations in 5,000 articles of 200 publishers."""
    verdicts = [Verdict.VERBATIM, Verdict.STYLED, Verdict.ALTERED, Verdict.ABSENT]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.ledger"
        with Ledger(path) as ledger:
            begun = time.perf_counter()
            for number in range(5000):
                article = ArticleRow(f"https://paper.example/{number}", "-", "", f"p{number % 200}", "P", "", "0" * 64)
                rows = tuple(
                    QuotationRow(
                        f"q{n}", "words " * 12, verdicts[n % 4], "", "0" * 64, True, False, ((f"o{n}", "O", True),)
                    )
                    for n in range(20)
                )
                ledger._write(article, rows, "2026-01-01")
            writing = time.perf_counter() - begun
            begun = time.perf_counter()
            ledger.summary()
            summary = time.perf_counter() - begun
        size = path.stat().st_size / 1e6
        print(
            f"ledger of 100,000 quotations: {100_000 / writing:,.0f} quotations a second, {size:.0f} MB, summary {summary:.2f} s"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared" / "data")
