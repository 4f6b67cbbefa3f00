"""How well speakers and outlets are found, and how fast: writes the part "Finding and naming" of `docs/quality.md`.

    python benchmarks/finding.py [--growth 10000000] [--textacy en_core_web_sm]

Needs the labelled articles beside the repository (`../shared/data/polnear`). With `--textacy MODEL` textacy's direct
quotations are measured in the same run, on the same articles (`pip install 'checker[bench]'` and a model of spaCy's). The
time is that of find and resolve alone, of one process; texts are read before, models and tables loaded before.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "quality")]

import test_citations  # noqa: E402
import test_credits  # noqa: E402
import test_quotations  # noqa: E402
import test_speakers  # noqa: E402

from checker.find import find_citations, find_hearsay, find_quotations  # noqa: E402
from checker.model import Article, QuotationKind, Span  # noqa: E402
from checker.outlets import Outlets  # noqa: E402
from checker.read.text import read_text  # noqa: E402
from checker.resolve import resolve  # noqa: E402

PAGE = ROOT / "docs" / "quality.md"
BEGIN, END = "<!-- finding: begin -->", "<!-- finding: end -->"
# Of four runs the quickest: what else the machine does only ever adds time.
RUNS = 4
# How many examples of each kind of failure the page shows, and how many words of one.
EXAMPLES = {"term": 3, "speech": 3, "bounds": 2, "speaker": 6, "outlet": 4, "name": 2}
WORDS = 6
FORMS = ("name", "pronoun", "role", "none")


def dev_rows() -> list[dict[str, Any]]:
    rows = map(json.loads, (test_quotations.POLNEAR / "quotes.jsonl").read_text("utf-8").splitlines())
    return [row for row in rows if row["split"] == "dev"]


def find_and_resolve(article: Article) -> None:
    outlets = Outlets.shipped()
    quotations = find_quotations(article)
    citations = find_citations(article, quotations, outlets)
    hearsay = find_hearsay(article, quotations, [citation.span for citation in citations])
    resolve(article, quotations, citations, outlets, hearsay)


def seconds(work: Callable[[], None], runs: int = RUNS) -> float:
    """CPU seconds of the quickest run."""
    taken = []
    for _ in range(runs):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken)


def megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


# Texts that grow: a piece that is repeated, and what parts the pieces.
GROWING = {
    "an article": (
        "“We will not leave,” Minister Ali Ayyoub told CNN on Monday. The New York Times reported it.",
        "\n\n",
    ),
    "one endless line": ("“We will not leave,” Minister Ali Ayyoub told CNN on Monday. The “Times” reported it.", " "),
    "unbalanced marks": ('He said “ it and " then « no', " "),
    "a mark opened in every paragraph": ("“He said it and then he went to Reuters", "\n\n"),
    "nothing but short quotations": ("“No,” said Jane Roe.", "\n\n"),
}


def growth(largest: int) -> Iterator[str]:
    sizes = [size for size in (10_000, 100_000, 1_000_000, 10_000_000) if size <= largest]
    yield "| text | " + " | ".join(f"{size // 1000:,} kB" for size in sizes) + " | most for ten times the size |"
    yield "|---" * (len(sizes) + 2) + "|"
    for name, (piece, between) in GROWING.items():
        taken = []
        for size in sizes:
            article = read_text((piece + between) * (size // len(piece + between)))
            taken.append(seconds(partial(find_and_resolve, article), 3 if size < 1_000_000 else 1))
        factor = max(later / earlier for earlier, later in pairwise(taken))
        yield f"| {name} | " + " | ".join(f"{one:.2f} s" for one in taken) + f" | {factor:.1f} times |"


def textacy_row(model: str, rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    """textacy's direct quotations, scored as ours are: four fifths of overlap, the head word of the speaker."""
    import spacy  # type: ignore[import-not-found]
    from textacy.extract import direct_quotations  # type: ignore[import-not-found]

    load = getattr(__import__(model), "load", None) if not spacy.util.is_package(model) else None
    nlp = load() if load else spacy.load(model)
    total: Counter[str] = Counter()

    def given(document: Any) -> list[Any]:
        try:
            return list(direct_quotations(document))
        except ValueError:  # it gives up an article in which the number of marks is odd
            return []

    begun = time.process_time()
    found = [(row, given(nlp(row["text"]))) for row in rows]
    taken = time.process_time() - begun
    for row, triples in found:
        text = row["text"]
        parts = []
        for _speaker, cue, content in triples:
            words = Span(content.start_char, content.end_char)
            named = Span(_speaker[0].idx, _speaker[-1].idx + len(_speaker[-1])) if _speaker else None
            parts.append(
                test_quotations.Part(
                    test_quotations.core(text, words),
                    len(words.of(text).split()),
                    named,
                    Span(cue[0].idx, cue[0].idx + 1),
                )
            )
        gold = test_quotations.labelled(row)
        pairs = test_quotations.paired(parts, gold)
        total["found"] += len(parts)
        total["gold"] += len(gold)
        total["attributed"] += sum(one.speaker is not None for one in gold)
        total["hit"] += len(pairs)
        total["speaker"] += sum(test_quotations.right(one.speaker, other.speaker) for one, other in pairs)
    f1 = 2 * total["hit"] / (total["found"] + total["gold"])
    both = 2 * total["speaker"] / (total["found"] + total["attributed"])
    name = f"textacy, direct quotations ({model})"
    yield f"| {name} | {100 * f1:.1f} | {100 * both:.1f} | {len(rows) / taken:.0f} | {megabytes()} |"


def speed_part(model: str | None, largest: int) -> Iterator[str]:
    rows = dev_rows()
    articles = [read_text(row["text"]) for row in rows]

    def all_of_them() -> None:
        for article in articles:
            find_and_resolve(article)

    all_of_them()
    rate = len(articles) / seconds(all_of_them)
    reached = test_quotations.figures()
    letters = sum(len(article.text) for article in articles) // len(articles)
    yield f"### Speed, on these {len(articles)} articles of {letters:,} letters each\n"
    yield "| | quotations, F1 | with the speaker, F1 | articles per CPU second | MB |"
    yield "|---|---|---|---|---|"
    yield (
        f"| quotations, speakers by name, outlets, hearsay | {100 * reached['found']:.1f} | {100 * reached['both']:.1f} "
        f"| {rate:.0f} | {megabytes()} |"
    )
    if model:
        yield from textacy_row(model, rows)
    yield "\nThe time grows with the length of the text and no faster, whatever the text (seconds of CPU, find and resolve):\n"
    yield from growth(largest)


def quotations_part() -> Iterator[str]:
    reached, total = test_quotations.figures(), test_quotations.counts()
    yield f"### {total['gold']:,} direct quotations of 84 US articles on politics (PolNeAR, dev)\n"
    yield "| measured | all | of five words and more |"
    yield "|---|---|---|"
    for words, name in (
        ("found, F1", "found"),
        ("speaker right, of those found", "speaker"),
        ("found and speaker right, F1", "both"),
    ):
        yield f"| {words} | {100 * reached[name]:.1f} | {100 * reached[f'{name}, 5 words and more']:.1f} |"
    yield f"| the word that says that it is said, of those found | {100 * reached['cue']:.1f} | |"
    yield f"| nobody's words taken for speech | {total['terms as speech']} | |"


def names_part() -> Iterator[str]:
    yield "\n### Who that is, and which outlet\n"
    yield "The rules were written with the first half in view; the second was only scored.\n"
    yield "| measured | tuned half | untouched half |"
    yield "|---|---|---|"
    halves = {half: test_speakers.score(half) for half in ("tuned", "untouched")}
    for form, words in (("all", "speaker by full name"), *((form, f"… written as a {form}") for form in FORMS)):
        words = "… not written beside the words" if form == "none" else words
        cells = [f"{c[form]} of {c[f'{form} of']} ({100 * c[form] / c[f'{form} of']:.1f} %)" for c in halves.values()]
        yield f"| {words} | " + " | ".join(cells) + " |"
    leaning = {half: test_credits.score(half) for half in ("tuned", "untouched")}
    for words, part, whole in (
        ("outlet that a quotation leans on, precision", "right", "found"),
        ("… recall", "right", "gold"),
        ("… basis right", "basis", "right"),
    ):
        cells = [f"{c[part]} of {c[whole]} ({100 * c[part] / c[whole]:.1f} %)" for c in leaning.values()]
        yield f"| {words} | " + " | ".join(cells) + " |"
    yield "\n| cited outlets, told from mere mentions | 84 articles (dev) | 36 articles, read while the rules were written |"
    yield "|---|---|---|"
    cited = [test_citations.score(part) for part in ("dev", "train")]
    for words, part, whole in (
        ("precision", "hit", "found"),
        ("recall", "hit", "gold"),
        ("right outlet", "outlet", "known"),
        ("right relation", "relation", "hit"),
    ):
        cells = [f"{c[part]} of {c[whole]} ({100 * c[part] / c[whole]:.1f} %)" for c in cited]
        yield f"| {words} | " + " | ".join(cells) + " |"


def short(text: str, span: Span) -> str:
    words = span.of(text).split()
    return " ".join(words[:WORDS]) + (" …" if len(words) > WORDS else "")


def failures() -> Iterator[tuple[str, str]]:
    """The kind and one line, in reading order."""
    for row in dev_rows():
        article = read_text(row["text"])
        text, every = article.text, find_quotations(article)
        terms = [part for one in every if one.kind is QuotationKind.TERM for part in one.parts]
        found = [
            part for one in every if one.kind is not QuotationKind.TERM for part in test_quotations.parts_of(text, one)
        ]
        gold = test_quotations.labelled(row)
        pairs = test_quotations.paired(found, gold)
        hit, met = {id(one) for one, _ in pairs}, {id(other) for _, other in pairs}
        for other in gold:
            if id(other) not in met:
                kind = "term" if any(other.span.overlaps(term) for term in terms) else "bounds"
                yield kind, f"“{short(text, other.span)}”"
        for one in found:
            if id(one) not in hit and not any(one.span.overlaps(other.span) for other in gold):
                yield "speech", f"“{short(text, one.span)}”"
        for one, other in pairs:
            if other.words >= 5 and other.speaker is not None and not test_quotations.right(one.speaker, other.speaker):
                named = one.speaker.of(text) if one.speaker else "nobody"
                yield "speaker", f"“{short(text, other.span)}”: *{named}*, labelled *{other.speaker.of(text)}*"


def missed_outlets() -> Iterator[tuple[str, str]]:
    for row in test_citations.rows("outlets-dev.jsonl"):
        if row["split"] != "dev":
            continue
        article, found = test_citations.citations_in(test_citations.texts()[row["doc"]])
        for item in row["outlets"]:
            place = Span(item["start"], item["end"])
            if item["relation"] != "mention" and not any(one.span.overlaps(place) for one in found):
                around = article.text[max(0, place.start - 25) : place.end + 25].split()[1:-1]
                yield "outlet", f"“{' '.join(around)}”"


def misnamed() -> Iterator[tuple[str, str]]:
    for row in test_speakers.gold():
        if row["half"] == "tuned" and not test_speakers.is_right(row):
            found = test_speakers.answer(row)
            named = found.speaker.name if found and found.speaker else "nobody by name"
            words = short(test_speakers.texts()[row["doc"]], Span(row["start"], row["end"]))
            yield "name", f"“{words}”: *{named}*, labelled *{row['name'] or 'nobody by name'}*"


KINDS = {
    "term": "words of somebody taken for a term, most of them fewer than five, or a title that the labels give to its author",
    "speech": "terms, titles and mottos taken for speech",
    "bounds": "begins or ends elsewhere: the labels part a quotation at a quotation within it",
    "speaker": "somebody else is taken for the speaker, or the same one by another mention",
    "outlet": "a cited outlet is missed",
    "name": "the wrong full name, or none",
}


def failures_part() -> Iterator[str]:
    yield "\n### What still fails, by kind\n"
    every = [*failures(), *missed_outlets(), *misnamed()]
    counts = Counter(kind for kind, _ in every)
    for kind, words in KINDS.items():
        yield f"\n{words[0].upper()}{words[1:]} ({counts[kind]}):\n"
        shown = [line for name, line in every if name == kind]
        # Spread over the articles, not the first ones.
        step = max(1, len(shown) // EXAMPLES[kind])
        for line in shown[::step][: EXAMPLES[kind]]:
            yield f"- {line}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--textacy", metavar="MODEL", help="measure textacy too, with this model of spaCy's")
    parser.add_argument(
        "--growth", type=int, default=1_000_000, metavar="LETTERS", help="the longest text that is tried"
    )
    options = parser.parse_args()
    lines = [*speed_part(options.textacy, options.growth)]
    lines = [*quotations_part(), *names_part(), "", *lines, *failures_part()]
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n\n" + "\n".join(lines) + f"\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
