"""How well pages are read: whether their quotations and links survive, held against the paragraphs that a person would copy.

    python benchmarks/reading.py FOLDER [--show]
    python benchmarks/reading.py

FOLDER has for each `NAME.html` a `NAME.json`: `paragraphs` (the article's, in order), and where known `links` (each with
`paragraph`, its number from 0, `text` and `url`), `url` (of the page), `title`, `author`, `published`. Where trafilatura is
installed it reads the same pages in the same run; it is a yardstick and no part of the program. `--show` names what was lost.

Without FOLDER: what pages of 5 MB, of 200,000 elements and of 100,000 links cost, in seconds of the processor and in megabytes at
the peak, beside a bare parse by beautifulsoup4 (`pip install 'checker[bench]'`).

Token F1, by which readers of pages are usually ranked, rewards dropping text. What counts here: a quotation that is dropped
is called absent.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import resource
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from checker.read import read  # noqa: E402
from checker.read.decode import decode  # noqa: E402

# Between marks, on one line, and long enough to be somebody's words: four words, or eight signs where no blanks are written.
_QUOTED = re.compile(r"“([^“”\n]{3,})”|„([^„“”\n]{3,})[“”]|«([^«»\n]{3,})»|\"([^\"\n]{3,})\"|「([^「」\n]{3,})」")
_SPACELESS = re.compile("[\u0e00-\u0e7f\u1000-\u109f\u3040-\u30ff\u3400-\u9fff]")


@dataclass
class Texts:
    """What a reader made of a page: the article's blocks, the others, and of each link its block, words and address."""

    main: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    links: list[tuple[str, str, str]] = field(default_factory=list)
    links_aside: list[tuple[str, str, str]] = field(default_factory=list)
    title: str | None = None
    author: str | None = None
    published: str | None = None


def ours(body: bytes, url: str | None) -> Texts:
    """The page as the checker reads it."""
    article = read(body, url=url)
    made = Texts(title=article.metadata.title, author=article.metadata.author, published=article.metadata.published)
    for block in article.blocks:
        words = block.span.of(article.text)
        (made.main if block.main else made.aside).append(words)
        into = made.links if block.main else made.links_aside
        into += [(words, link.span.of(article.text), link.url) for link in block.links]
    return made


def trafilaturas(body: bytes, url: str | None) -> Texts:
    """The page as trafilatura reads it, tuned for recall, with links."""
    import trafilatura

    made = Texts()
    page = trafilatura.extract(
        decode(body), url=url, output_format="xml", include_links=True, with_metadata=True, favor_recall=True
    )
    if not page:
        return made
    root = ElementTree.fromstring(page)
    made.title, made.author, made.published = (root.get(name) for name in ("title", "author", "date"))
    for element in root.iter():
        if element.tag in ("p", "head", "item", "quote", "cell", "ab", "code") and not _inside(element):
            words = " ".join("".join(element.itertext()).split())
            made.main.append(words)
            made.links += [
                (words, " ".join("".join(ref.itertext()).split()), str(ref.get("target")))
                for ref in element.iter("ref")
            ]
    return made


def _inside(element: ElementTree.Element) -> bool:
    """Whether the element only holds others that are blocks themselves."""
    return any(child.tag in ("p", "item", "quote", "cell", "row") for child in element)


def bare(body: bytes, url: str | None) -> Texts:
    """Nothing but the tree: what the others are measured in."""
    from bs4 import BeautifulSoup

    BeautifulSoup(decode(body), "lxml")
    return Texts()


def folded(text: str) -> str:
    """Letters and digits only, as far as two copies of a page agree."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).lower()


def quotations(text: str) -> Iterator[str]:
    """What stands between marks, four words or eight signs at least."""
    for found in _QUOTED.finditer(text):
        words = next(group for group in found.groups() if group)
        enough = len(words) >= 8 if _SPACELESS.search(words) else len(words.split()) >= 4
        if enough:
            yield folded(words)


def measure(made: Texts, gold: dict[str, Any], count: Counter[str], lost: list[str]) -> None:
    """Adds a page to the counts; each name comes with "of NAME", how often it could have been."""
    main, aside = [folded(text) for text in made.main], [folded(text) for text in made.aside]
    for paragraph in gold["paragraphs"]:
        for words in quotations(paragraph):
            _add(count, "quotations in the article", any(words in text for text in main), lost, words)
            _add(count, "quotations on the page", any(words in text for text in (*main, *aside)))
    _measure_paragraphs(main, [folded(text) for text in gold["paragraphs"]], count, lost)
    known = folded(" ".join(gold["paragraphs"]) + " " + str(gold.get("title", "")))
    count["alien quotations"] += sum(words not in known for text in made.main for words in quotations(text))
    for link in gold.get("links", ()):
        paragraph = folded(gold["paragraphs"][link["paragraph"]])
        _add(count, "links in the article", _has(made.links, link, paragraph), lost, f"{link['text']} {link['url']}")
        _add(count, "links on the page", _has([*made.links, *made.links_aside], link, paragraph))
    for name in ("title", "author", "published"):
        if gold.get(name):
            value, wanted = str(getattr(made, name) or ""), str(gold[name])
            right = value[:10] == wanted[:10] if name == "published" else folded(value) == folded(wanted)
            _add(count, name, right, lost, f"{name}: {value} for {wanted}")


def _measure_paragraphs(main: Sequence[str], gold: Sequence[str], count: Counter[str], lost: list[str]) -> None:
    """Whether each is there, and whether two that follow each other stand in two blocks."""
    places = []
    for paragraph in gold:
        place = next((number for number, text in enumerate(main) if paragraph and paragraph in text), None)
        _add(count, "paragraphs in the article", place is not None, lost, f"paragraph {paragraph[:60]}")
        places.append(place)
    for one, other in itertools.pairwise(places):
        if one is not None and other is not None:
            _add(count, "neighbours kept apart", one != other)


def _has(links: Sequence[tuple[str, str, str]], link: dict[str, Any], paragraph: str) -> bool:
    """The same words leading to the same page, in a block that is its paragraph."""
    words, url = folded(link["text"]), _plain(link["url"])
    return any(
        folded(anchor) == words and _plain(to) == url and (paragraph in folded(block) or folded(block) in paragraph)
        for block, anchor, to in links
    )


def _plain(url: str) -> str:
    return re.sub(r"^https?://|/$", "", url.strip().replace(" ", "%20").replace("&amp;", "&"))


def _add(count: Counter[str], name: str, right: bool, lost: list[str] | None = None, what: str = "") -> None:
    count[name] += right
    count[f"of {name}"] += 1
    if lost is not None and not right:
        lost.append(what)


def large_pages() -> Mapping[str, bytes]:
    """Pages as large as they are let in, and some that are nothing but what costs most."""
    chance = random.Random(3)
    words = "the of and ferry town council said would people many house river night when work harbour minister".split()

    def filled(length: int, before: str, behind: str) -> bytes:
        parts: list[str] = []
        size = 0
        while size < 5_000_000:
            parts.append(f"{before}{' '.join(chance.choice(words) for _ in range(length))}{behind}\n")
            size += len(parts[-1])
        return f"<html><body><article>{''.join(parts)}</article></body></html>".encode()

    link, row = "<a href=/a>link here</a>", '<div class="row"><p class="story-text"><span>'
    return {
        "5 MB of paragraphs": filled(60, "<p>", f" {link} and more.</p>"),
        "5 MB with 210,000 tags": filled(22, row, f"</span> {link} and <b>more</b>.</p></div>"),
        "100,000 links in a row": b"<a href=/x>a link</a> " * 100_000,
        "100,000 links, each an item": b"<ul>" + b"<li><a href=/x>a link</a></li>" * 100_000,
        "100,000 links, each in a paragraph": b"<p>text <a href=/x>a link</a></p>" * 100_000,
        "100,000 links to as many pages": b"".join(b"<p>text <a href=/x/%d>a link</a></p>" % n for n in range(100_000)),
        "100,000 elements inside each other": b"<div>" * 100_000 + b"text",
        "60,000 ends of nothing, deep down": b"<form>" * 500 + b"<time>x</div></p>" * 60_000,
    }


def cost(name: str, body: bytes) -> tuple[float, float]:
    """Seconds of the processor and megabytes at the peak beside the page, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        path = Path(folder, "page.html")
        path.write_bytes(body)
        return pool.submit(_cost, name, path).result()


def _cost(name: str, path: Path) -> tuple[float, float]:
    reader = {"checker": ours, "bare": bare}[name]
    reader(b"<p>What is imported, is imported now.</p>", None)
    body = path.read_bytes()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    reader(body, "http://a.example/b")
    spent = time.process_time() - began
    return spent, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def print_costs() -> None:
    """A line for each large page."""
    for what, body in large_pages().items():
        (mine, memory), (bare_time, bare_memory) = cost("checker", body), cost("bare", body)
        print(f"{what}: {mine:.1f} s, {memory:.0f} MB (bare: {bare_time:.1f} s, {bare_memory:.0f} MB)")


def main(arguments: Sequence[str] | None = None) -> int:
    """A line for each thing measured, a column for each reader."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args(arguments)
    if options.folder is None:
        print_costs()
        return 0
    readers: dict[str, Callable[[bytes, str | None], Texts]] = {"checker": ours}
    try:
        import trafilatura  # noqa: F401

        readers["trafilatura"] = trafilaturas
    except ImportError:
        print("trafilatura is not installed and not measured")
    counts: dict[str, Counter[str]] = {name: Counter() for name in readers}
    seconds: Counter[str] = Counter()
    pages = sorted(path for path in options.folder.glob("*.html") if path.with_suffix(".json").exists())
    for path in pages:
        body, gold = path.read_bytes(), json.loads(path.with_suffix(".json").read_text("utf-8"))
        for name, reader in {"bare": bare, **readers}.items():
            began = time.process_time()
            made = reader(body, gold.get("url"))
            seconds[name] += time.process_time() - began
            if name in counts:
                lost: list[str] = []
                measure(made, gold, counts[name], lost)
                if options.show and name == "checker":
                    print(*(f"{path.stem}: {one}" for one in lost), sep="\n", end="\n" if lost else "")
    print(f"{len(pages)} pages: {', '.join(readers)}")
    for name in [key for key in counts["checker"] if not key.startswith("of ")]:
        print(f"{name}: {', '.join(_share(counts[reader], name) for reader in readers)}")
    print("time, in bare parses:", ", ".join(f"{seconds[name] / seconds['bare']:.2f}" for name in readers))
    return 0


def _share(count: Counter[str], name: str) -> str:
    whole = count[f"of {name}"]
    return f"{count[name]} of {whole} ({count[name] / whole:.1%})" if whole else str(count[name])


if __name__ == "__main__":
    sys.exit(main())
