"""Links between quotations of real articles, judged by a reader: PolNeAR's train and dev parts, those articles that have one.

`links_gold.jsonl` has every link between two articles, and 60 within one, that an earlier version made of all 924 articles.
A quotation is told by its article and its first words. "right": the same utterance; "neighbour": another sentence of the
same speech; "wrong": neither, slogans and lines said again on another day among them. The rules for what is days apart,
for titles and for what stands side by side were made after these judgements (`docs/corpus.md`).
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from checker.corpus.build import Told, build
from checker.corpus.engines import DuckDB
from checker.corpus.group import group
from checker.corpus.tables import open_corpus

HERE = Path(__file__).parent
ARTICLES = HERE.parents[1] / ".." / "shared" / "data" / "polnear" / "quotes.jsonl"

pytestmark = pytest.mark.skipif(not ARTICLES.is_file(), reason="needs the articles of PolNeAR beside the repository")

Key = tuple[str, str]


@pytest.fixture(scope="module")
def links(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Key, Key]]:
    """Both ends of each link: the article, and the words of the quotation."""
    folder = tmp_path_factory.mktemp("polnear")
    wanted = {end["doc"] for one in gold() for end in (one["a"], one["b"])}
    with ARTICLES.open(encoding="utf-8") as lines, (folder / "some.jsonl").open("w", encoding="utf-8") as some:
        for line in lines:
            one = json.loads(line)
            if one["doc"] in wanted:
                row = {"id": one["doc"], "title": one["title"], "published": one["date"], "text": one["text"]}
                some.write(json.dumps(row | {"outlet": one["publisher"]}) + "\n")
    build([str(folder / "some.jsonl")], folder / "corpus", Told(lambda _: None, lambda *_: None, lambda _: None))
    corpus = open_corpus(folder / "corpus")
    with DuckDB(threads=1) as engine:
        group(corpus, engine)
    corpus.refresh()
    rows = corpus.read("quotations", ["quotation_id", "article_id", "text"]).to_pylist()
    ends = {row["quotation_id"]: (row["article_id"], " ".join(row["text"].split())) for row in rows}
    return [(ends[one["a"]], ends[one["b"]]) for one in corpus.read("links", ["a", "b"]).to_pylist()]


def gold() -> list[dict[str, Any]]:
    with (HERE / "links_gold.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def judged(links: list[tuple[Key, Key]], *, within: bool) -> Counter[str]:
    """Of the judged links that are still made how many were held for what."""
    return Counter(
        one["judged"]
        for one in gold()
        if one["within"] == within and any(_is(one, a, b) or _is(one, b, a) for a, b in links)
    )


def _is(one: dict[str, Any], a: Key, b: Key) -> bool:
    return all(end["doc"] == key[0] and key[1].startswith(end["begins"]) for end, key in ((one["a"], a), (one["b"], b)))


def test_links_between_articles(links: list[tuple[Key, Key]]) -> None:
    found = judged(links, within=False)
    assert found["right"] >= 69
    assert found["right"] / found.total() >= 0.955


def test_links_within_an_article(links: list[tuple[Key, Key]]) -> None:
    found = judged(links, within=True)
    assert found["right"] >= 41
    assert found["right"] / found.total() >= 0.85
    assert found["wrong"] <= 3


def test_hardly_a_link_between_articles_is_unjudged(links: list[tuple[Key, Key]]) -> None:
    between = [(a, b) for a, b in links if a[0] != b[0]]
    strange = [(a, b) for a, b in between if not any(_is(one, a, b) or _is(one, b, a) for one in gold())]
    assert len(strange) <= 2
