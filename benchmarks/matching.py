"""How fast and how well passages are found, beside what else finds text in text; every tool in one run, so that ratios hold.

    python benchmarks/matching.py [--data DIR] [--sizes 1,3,10] [--seconds 20]

Needs the labelled pairs beside the repository. rapidfuzz, edlib, fuzzysearch and difflib are used as their documentation says;
the approach of the Hypothesis client (exact, then the least edit distance by bit vectors: Myers, 1999) is a small port. What
is not installed is left out. A slow tool is stopped after so many CPU seconds and judged by the quotations that it got through.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from checker.align import Shelf, prepare  # noqa: E402

Place = tuple[int, int, int]
"""The number of a text, and where the passage begins and ends in it."""
Finder = Callable[[str], Place | None]

# One code point for one, so that places stay.
_PLAIN = str.maketrans("“”„«»‘’‚–—−…\u00a0", '"""""\'\'\'---. ')
_AGREES = 0.8


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT / ".." / "shared" / "data" / "fidelity")
    parser.add_argument("--sizes", default="1,3,10", help="megabytes of originals, with commas between")
    parser.add_argument("--seconds", type=float, default=20.0, help="CPU time that a tool gets at each size")
    arguments = parser.parse_args()
    if not (arguments.data / "pairs-dev.jsonl").is_file():
        parser.error(f"{arguments.data}: no pairs-dev.jsonl there")
    corpus = Corpus.read(arguments.data)
    print("| tool | MB | quotations a second | times rapidfuzz | right passage first | of |")
    print("|---|---|---|---|---|---|")
    for size in map(float, arguments.sizes.split(",")):
        measure(corpus.of_size(size), arguments.seconds)
    return 0


@dataclass(frozen=True)
class Corpus:
    """Originals' texts by name, and labelled pairs that are in one of them."""

    texts: Mapping[str, str]
    pairs: Sequence[Mapping[str, Any]]

    @classmethod
    def read(cls, folder: Path) -> Corpus:
        rows = [json.loads(line) for line in (folder / "originals.jsonl").read_text(encoding="utf-8").splitlines()]
        texts = {row["id"]: (folder / row["path"]).read_bytes().decode() for row in rows}
        lines = (folder / "pairs-dev.jsonl").read_text(encoding="utf-8").splitlines()
        pairs = [json.loads(line) for line in lines]
        return cls(texts, [pair for pair in pairs if pair["kind"] == "match" and not pair["uncertain"]])

    def of_size(self, megabytes: float) -> Corpus:
        """The first originals, up to so many megabytes; those with passages come first."""
        wanted = {pair["source"] for pair in self.pairs}
        chosen: dict[str, str] = {}
        names = sorted(self.texts, key=lambda name: (name not in wanted, name))
        for name, total in zip(names, accumulate(len(self.texts[name]) for name in names), strict=True):
            if chosen and total > megabytes * 1e6:
                break
            chosen[name] = self.texts[name]
        return Corpus(chosen, [pair for pair in self.pairs if pair["source"] in chosen])


def measure(corpus: Corpus, seconds: float) -> None:
    """Prints a row for each tool."""
    texts = list(corpus.texts.values())
    size = sum(map(len, texts)) / 1e6
    speed: dict[str, float] = {}
    for name, tool in TOOLS.items():
        begun = time.process_time()
        try:
            find = tool(texts)
        except ImportError:
            continue
        made = time.process_time() - begun
        right, done, begun = 0, 0, time.process_time()
        for pair in corpus.pairs:
            right += is_right(find(pair["quote"]), pair, corpus)
            done += 1
            if time.process_time() - begun > seconds:
                break
        speed[name] = done / (time.process_time() - begun)
        ratio = speed[name] / speed["rapidfuzz"]
        note = f" (index {made:.2f} s)" if made > 0.05 else ""
        print(
            f"| {name}{note} | {size:.1f} | {speed[name]:.3g} | {ratio:.3g} | {right / max(1, done):.3f} | {done} |",
            flush=True,
        )


def is_right(place: Place | None, pair: Mapping[str, Any], corpus: Corpus) -> bool:
    """Whether a place is the labelled passage, another place of the same words, or holds the same words."""
    if place is None:
        return False
    text, start, end = place
    name = list(corpus.texts)[text]
    spots = [(pair["source"], *pair["span"]), *(tuple(spot) for spot in pair["also_at"])]
    for source, first, last in spots:
        shared = min(end, last) - max(start, first)
        if source == name and shared >= _AGREES * (max(end, last) - min(start, first)):
            return True
    return _words(corpus.texts[name][start:end]) == _words(pair["passage"])


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def plain(text: str) -> str:
    """One case and one shape of marks, as a careful user of these tools would do."""
    return text.translate(_PLAIN).lower()


def ours(texts: Sequence[str]) -> Finder:
    shelf = Shelf([str(number) for number in range(len(texts))], texts)
    shelf.find(prepare("words that make the index now"), ())

    def find(quotation: str) -> Place | None:
        found = shelf.find(prepare(quotation), ())
        return (found[0].text, found[0].passages[0].span.start, found[0].passages[-1].span.end) if found else None

    return find


def with_rapidfuzz(texts: Sequence[str]) -> Finder:
    from rapidfuzz import fuzz

    folded = [plain(text) for text in texts]

    def find(quotation: str) -> Place | None:
        asked, best, place = plain(quotation), 0.0, None
        for number, text in enumerate(folded):
            found = fuzz.partial_ratio_alignment(asked, text, score_cutoff=best)
            if found is not None and found.score > best:
                best, place = found.score, (number, found.dest_start, found.dest_end)
        return place

    return find


def with_edlib(texts: Sequence[str]) -> Finder:
    import edlib  # type: ignore[import-not-found]

    folded = [plain(text).encode("latin-1", "replace") for text in texts]

    def find(quotation: str) -> Place | None:
        asked = plain(quotation).encode("latin-1", "replace")
        best, place = len(asked), None
        for number, text in enumerate(folded):
            found = edlib.align(asked, text, mode="HW", task="locations", k=best - 1 if best else 0)
            if found["editDistance"] >= 0 and found["locations"] and found["editDistance"] < best:
                first, last = found["locations"][0]
                best, place = found["editDistance"], (number, first or 0, last + 1)
        return place

    return find


def with_fuzzysearch(texts: Sequence[str]) -> Finder:
    from fuzzysearch import find_near_matches  # type: ignore[import-not-found]

    folded = [plain(text) for text in texts]

    def find(quotation: str) -> Place | None:
        asked = plain(quotation)
        best, place = len(asked), None
        for number, text in enumerate(folded):
            for found in find_near_matches(asked, text, max_l_dist=len(asked) // 5):
                if found.dist < best:
                    best, place = found.dist, (number, found.start, found.end)
        return place

    return find


def with_difflib(texts: Sequence[str]) -> Finder:
    """Windows of one and a half times the quotation's length, half of it apart; the matching blocks give the passage."""
    folded = [plain(text) for text in texts]

    def find(quotation: str) -> Place | None:
        asked = plain(quotation)
        matcher = difflib.SequenceMatcher(autojunk=False)
        matcher.set_seq2(asked)
        best, place = 0.0, None
        for number, text in enumerate(folded):
            for start in range(0, len(text), max(1, len(asked) // 2)):
                matcher.set_seq1(text[start : start + len(asked) * 3 // 2])
                if matcher.real_quick_ratio() <= best or matcher.quick_ratio() <= best or matcher.ratio() <= best:
                    continue
                blocks = [block for block in matcher.get_matching_blocks() if block.size > 2]
                if blocks:
                    best = matcher.ratio()
                    place = (number, start + blocks[0].a, start + blocks[-1].a + blocks[-1].size)
        return place

    return find


def like_hypothesis(texts: Sequence[str]) -> Finder:
    """Exact first; else the end of the stretch with the fewest errors, at most half the length, and its start from there back."""
    folded = [plain(text) for text in texts]

    def find(quotation: str) -> Place | None:
        asked = plain(quotation)
        for number, text in enumerate(folded):
            if (at := text.find(asked)) >= 0:
                return number, at, at + len(asked)
        best, place = len(asked) // 2 + 1, None
        for number, text in enumerate(folded):
            errors, end = least(errors_at(asked, text))
            if errors < best:
                reach = text[max(0, end - len(asked) - errors) : end]
                _, length = least(errors_at(asked[::-1], reach[::-1]))
                best, place = errors, (number, end - length, end)
        return place

    return find


def least(errors: Iterator[int]) -> tuple[int, int]:
    """The fewest errors, and one past the first position that has them."""
    return min(((count, at) for at, count in enumerate(errors, start=1)), default=(1 << 30, 0))


def errors_at(pattern: str, text: str) -> Iterator[int]:
    """For each position of a text the fewest edits that make the pattern a stretch that ends there."""
    masks: dict[str, int] = {}
    for at, letter in enumerate(pattern):
        masks[letter] = masks.get(letter, 0) | 1 << at
    last, full = 1 << (len(pattern) - 1), (1 << len(pattern)) - 1
    plus, minus, errors = full, 0, len(pattern)
    for letter in text:
        same = masks.get(letter, 0)
        across = ((((same & plus) + plus) ^ plus) | same) & full
        same |= minus
        up, down = minus | (full & ~(across | plus)), plus & across
        errors += bool(up & last) - bool(down & last)
        up, down = up << 1 & full, down << 1 & full
        plus, minus = down | (full & ~(same | up)), up & same
        yield errors


TOOLS: dict[str, Callable[[Sequence[str]], Finder]] = {
    "rapidfuzz": with_rapidfuzz,
    "edlib": with_edlib,
    "fuzzysearch": with_fuzzysearch,
    "difflib": with_difflib,
    "like Hypothesis": like_hypothesis,
    "checker": ours,
}


if __name__ == "__main__":
    sys.exit(main())
