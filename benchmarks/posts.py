"""How quick a whole site is checked, and whether memory stays level: Markdown posts against captures, offline.

    python benchmarks/posts.py [--quotes ../shared/data/polnear/quotes.jsonl] [--posts 100 900] [--jobs 1 2]

The posts are made from the labelled articles that the quality tests read too, so their quotations, names and lengths are
those of news. The first 200 articles are captured as well, as pages; each post links to two of them in its first paragraphs
with a quotation, so that a hundred posts need all originals, and a tenth of the posts find their own words.
"""

from __future__ import annotations

import argparse
import html
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from checker.fetch import write_sidecar  # noqa: E402

CAPTURES = 200
QUOTES = ROOT.parent / "shared" / "data" / "polnear" / "quotes.jsonl"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quotes", type=Path, default=QUOTES, help="the labelled articles, a line each")
    parser.add_argument("--posts", type=int, nargs="+", default=[100, 900])
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--captures", type=int, default=CAPTURES)
    parser.add_argument("--format", default="jsonl")
    options = parser.parse_args()
    with options.quotes.open(encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        captures = make_captures(Path(folder) / "captures", articles[: options.captures])
        for number in options.posts:
            posts = make_posts(Path(folder) / f"posts-{number}", articles, number, options.captures)
            for jobs in options.jobs:
                print(run(posts, captures, number, jobs, options.format), flush=True)


def make_captures(folder: Path, articles: Sequence[dict[str, str]]) -> Path:
    """Pages of the articles, each with its sidecar."""
    folder.mkdir(parents=True)
    for number, article in enumerate(articles):
        page = folder / f"{number}.html"
        paragraphs = "\n".join(f"<p>{html.escape(one)}</p>" for one in article["text"].split("\n\n"))
        title = html.escape(article["title"])
        head = f'<title>{title}</title><meta property="article:published_time" content="{article["date"]}">'
        body = f"<article><h1>{title}</h1>\n{paragraphs}</article>"
        page.write_text(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
        write_sidecar(page, url=address(number), written_on="2026-01-01")
    return folder


def make_posts(folder: Path, articles: Sequence[dict[str, str]], count: int, captures: int) -> Path:
    """Markdown posts; where there are fewer articles than posts, they come again under another name."""
    folder.mkdir(parents=True)
    for at in range(count):
        article = articles[at % len(articles)]
        paragraphs = article["text"].split("\n\n")
        quoting = [n for n, one in enumerate(paragraphs) if "“" in one] or [0]
        for number in range(2):
            link = f" [The report]({address((2 * at + number) % captures)})."
            paragraphs[quoting[min(number, len(quoting) - 1)]] += link
        head = f"---\ntitle: {json.dumps(article['title'])}\ndate: {article['date']}\n---\n\n"
        (folder / f"{at:05}.md").write_text(head + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return folder


def address(number: int) -> str:
    return f"https://paper-{number % 40}.example/{number}"


def run(posts: Path, captures: Path, number: int, jobs: int, form: str) -> str:
    """One run of the command, with what it took; memory is the largest of its processes."""
    words = ["check", str(posts), "--glob", "*.md", "--captures", str(captures), "--offline"]
    command = [sys.executable, "-m", "checker", *words, "--jobs", str(jobs), "--format", form]
    start = time.monotonic()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment) as process:
        # `wait4` gives what this process and those that it waited for took.
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - start
    return (
        f"{number} posts, {jobs} jobs: {seconds:.1f} s, {number / seconds:.1f} articles a second, "
        f"{used.ru_utime + used.ru_stime:.1f} s of CPU, {used.ru_maxrss / 1024:.0f} MB at most, exit {process.returncode}"
    )


if __name__ == "__main__":
    main()
