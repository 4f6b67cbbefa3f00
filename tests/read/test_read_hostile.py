"""The texts and pages of the hostile table that reach the reader, and a few that are built here."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from checker.model import Article, Reason
from checker.read import read

TABLE = Path(__file__).resolve().parents[3] / "shared" / "data" / "hostile" / "cases.json"
ASIDE = {"text-37": "an address for a file name, nothing to read"}

needs_table = pytest.mark.skipif(
    not TABLE.exists(), reason="the hostile table stands beside the repository, and is not here"
)


def built(recipe: dict[str, object]) -> str:
    return f"{recipe['prefix']}{str(recipe['repeat']) * int(str(recipe['times']))}{recipe['suffix']}"


def body_of(case: dict[str, dict[str, object]]) -> bytes:
    given = case["input"]
    if "bytes_hex" in given:
        return bytes.fromhex(str(given["bytes_hex"]))
    for key in ("html_build", "text_build"):
        recipe = given.get(key)
        if isinstance(recipe, dict):
            return built(recipe).encode()
    for key in ("html", "text", "xml"):
        if key in given:
            return str(given[key]).encode("utf-8", "surrogatepass")
    http = given["http"]
    return str(http["body"]).encode("latin-1") if isinstance(http, dict) else b""


def cases() -> dict[str, dict[str, dict[str, object]]]:
    if not TABLE.exists():
        return {}
    listed = json.loads(TABLE.read_text(encoding="utf-8"))["cases"]
    pages = {case["id"]: case for case in listed if case["group"] == "response" and case["input"]["http"].get("body")}
    return {case["id"]: case for case in listed if case["group"] == "content" and case["id"] not in ASIDE} | pages


@cache
def hostile(name: str) -> Article:
    return read(body_of(cases()[name]), url="http://ok.test-news.example/r")


def main_words(article: Article) -> str:
    return "\n".join(block.span.of(article.text) for block in article.blocks if block.main)


@needs_table
@pytest.mark.parametrize("name", sorted(cases()))
def test_every_case_gives_blocks_or_a_reason(name: str) -> None:
    article = hostile(name)
    assert (article.unavailable is None) == bool(article.blocks)
    assert "\0" not in article.text
    assert "\0" not in (article.metadata.title or "")


@needs_table
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        pytest.param("resp-12", Reason.NOT_TEXT, id="image under the address of a page"),
        pytest.param("resp-14", Reason.BROKEN, id="PDF cut off"),
        pytest.param("resp-19", Reason.BLOCKED, id="challenge"),
        pytest.param("resp-20", Reason.NOT_FOUND, id="soft 404"),
        pytest.param("resp-21", Reason.BLOCKED, id="consent"),
        pytest.param("resp-22", Reason.PAYWALL, id="stub"),
        pytest.param("text-20", Reason.TOO_LARGE, id="a million tags"),
        pytest.param("text-21", Reason.TOO_LARGE, id="50 MB"),
        pytest.param("text-31", Reason.NOT_TEXT, id="entity bomb"),
        pytest.param("text-32", Reason.NOT_TEXT, id="external entity"),
    ],
)
def test_what_is_refused(name: str, reason: Reason) -> None:
    article = hostile(name)
    assert article.unavailable is not None
    assert article.unavailable.reason is reason


@needs_table
@pytest.mark.parametrize(
    ("name", "words"),
    [
        pytest.param("text-19", "“deep words here now”", id="below 100,000 elements"),
        pytest.param("text-22", "Example", id="100,000 links"),
        pytest.param("text-27", "abcdef ghi", id="bytes that are not UTF-8"),
        pytest.param("text-28", "“resign”", id="NULs inside words"),
        pytest.param("text-29", "“café”", id="declared Latin-1, is UTF-8"),
        pytest.param("text-30", "“abc def”", id="UTF-16"),
        pytest.param("text-35", "x", id="JSON-LD that is none"),
        pytest.param("text-36", "x", id="JSON-LD nested without end"),
        pytest.param("text-38", "Visible.", id="beside hidden text"),
        pytest.param("text-39", "The vote was held on Monday in the capital city.", id="beside a comment"),
    ],
)
def test_what_is_read_all_the_same(name: str, words: str) -> None:
    assert words in main_words(hostile(name))


@needs_table
@pytest.mark.parametrize("name", ["text-38", "text-39"])
def test_hidden_text_and_comments_are_not_the_article(name: str) -> None:
    article = hostile(name)
    assert "confirmed" in article.text
    assert "confirmed" not in main_words(article)


@needs_table
def test_links_and_claims_of_a_hostile_page() -> None:
    assert [block.links for block in hostile("text-07").blocks] == [()]
    assert [link.url for block in hostile("text-33").blocks for link in block.links] == ["http://127.0.0.1/a"]
    assert hostile("text-34").metadata.canonical == "http://other.example/b"
    assert len(hostile("text-40").blocks) == 2


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<div>" * 100_000 + "deep", id="elements"),
        pytest.param("<blockquote>" * 20_000 + "deep", id="block quotes"),
        pytest.param("<q>" * 20_000 + "deep", id="marks"),
        pytest.param("<a href=/x>" * 20_000 + "</a>of prose that is deep", id="links"),
        pytest.param("<ul><li>" * 20_000 + "deep", id="lists"),
        pytest.param("<table><tr><td>" * 5_000 + "deep", id="tables"),
        pytest.param("<font><b><i>" * 20_000 + "deep", id="inline elements"),
        pytest.param("<div>" * 30_000 + "</script></x>" * 30_000 + "deep", id="elements, and then ends of others"),
        pytest.param("<title>" * 1_000 + "t</title><p>deep", id="titles"),
        pytest.param("<div>" * 20_000 + "<p>before</p>" * 20_000 + "deep", id="elements, and then paragraphs"),
    ],
)
def test_depth_is_no_matter(page: str) -> None:
    assert read(f"<html>{page}".encode()).text.rstrip("”’").endswith("deep")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        pytest.param("> " * 30 + "deep", "a.md", id="block quotes"),
        pytest.param("- " * 15 + "deep", "a.md", id="lists"),
        pytest.param("[" * 5_000 + "deep", "a.md", id="brackets"),
        pytest.param("*a_ " * 20_000 + "deep", "a.md", id="emphasis"),
        pytest.param("![" * 2_000 + "deep", "a.md", id="pictures"),
        pytest.param("[`]`" * 20_000 + "deep", "a.md", id="brackets closed in code"),
        pytest.param("[a\\]" * 20_000 + "deep", "a.md", id="brackets that are not closed"),
        pytest.param("«[" * 20_000 + "deep", "a.md", id="marks and brackets"),
        pytest.param("&a" * 50_000 + " deep", "a.md", id="entities that are none"),
        pytest.param("a" + "`" * 20_000 + "deep", "a.md", id="code marks"),
        pytest.param("<" * 20_000 + "deep", "a.txt", id="angle brackets"),
        pytest.param("https://" * 20_000 + "deep", "a.txt", id="addresses"),
        pytest.param(("“said ’ " * 20_000) + "deep", "a.txt", id="marks that never close"),
        pytest.param("deep\n" * 20_000, "a.txt", id="short lines"),
        pytest.param("By A" + " B" * 20_000 + " deep", "a.txt", id="a byline without end"),
        pytest.param("a" + " " * 100_000 + "deep", "a.txt", id="blanks without end"),
    ],
)
def test_texts_without_end(text: str, path: str) -> None:
    assert "deep" in read(text.encode(), path=path).text


def test_block_quotes_beyond_sense_do_not_cost_what_follows() -> None:
    assert read(("> " * 20_000 + "deep\n\nOne").encode(), path="a.md").text.endswith("One")


@pytest.mark.parametrize("mark", ["- ", "1. ", "  - x\n"])
def test_lists_beyond_sense_are_an_answer(mark: str) -> None:
    article = read(f"{mark * 5_000}deep".encode(), path="a.md")
    assert (article.unavailable is None) == bool(article.blocks)


@pytest.mark.parametrize("signs", ["[", "|a", "<a "])
def test_markdown_with_more_signs_than_a_post_has_is_refused(signs: str) -> None:
    article = read((signs * 100_001).encode(), path="a.md")
    assert article.unavailable is not None
    assert article.unavailable.reason is Reason.TOO_LARGE
