"""Where an article goes on, and its pages as one text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Article
from checker.read import read
from checker.read.following import joined

HEAD = "<h1>The ferry and the town</h1><p>Inés Brandt spoke for two hours about the ferry, the town and its money.</p>"
STORY = "https://news.example/2026/ferry-talk"


def page(body: str, *, url: str | None = STORY, head: str = "") -> Article:
    return read(f"<html><head>{head}</head><body><article>{HEAD}{body}</article></body></html>".encode(), url=url)


def rel(href: str) -> str:
    return f'<link rel="next" href="{href}">'


@pytest.mark.parametrize(
    ("url", "href", "leads_to"),
    [
        pytest.param(STORY, "?page=2", f"{STORY}?page=2", id="a parameter"),
        pytest.param(f"{STORY}?page=2", "?page=3", f"{STORY}?page=3", id="the third"),
        pytest.param(f"{STORY}/", "2/", f"{STORY}/2/", id="a number below"),
        pytest.param(f"{STORY}/2/", f"{STORY}/3/", f"{STORY}/3/", id="the third below"),
        pytest.param(STORY, f"{STORY}/page/2", f"{STORY}/page/2", id="page and a number below"),
        pytest.param(STORY, f"{STORY}/seite-2", f"{STORY}/seite-2", id="a German site"),
        pytest.param(f"{STORY}.html", "ferry-talk/2.html", f"{STORY}/2.html", id="below a file"),
        pytest.param(f"{STORY}.html", "?seite=2", f"{STORY}.html?seite=2", id="a parameter of a file"),
        pytest.param(f"{STORY}?id=7", "?id=7&page=2", f"{STORY}?id=7&page=2", id="beside another parameter"),
        pytest.param(STORY, "//www.news.example/2026/ferry-talk?page=2#top",
                     f"{STORY}?page=2", id="with www, without the fragment"),
        pytest.param("https://news.example/статья", "?page=2", "https://news.example/статья?page=2", id="not ASCII"),
        pytest.param(f"{STORY}.html", "/2026/ferry-talk_page_2.html", f"{STORY}_page_2.html", id="a word and a number"),
        pytest.param(STORY, f"{STORY}-seite-2", f"{STORY}-seite-2", id="the same in German"),
        pytest.param(STORY, "/2026/harbour-talk", None, id="the next article"),
        pytest.param("https://news.example/story/10451", "/story/10452", None, id="the next number"),
        pytest.param(STORY, f"{STORY}-2", None, id="another article of the same name"),
        pytest.param(STORY, "?page=3", None, id="a page too far"),
        pytest.param(f"{STORY}?page=2", "?page=1", None, id="backwards"),
        pytest.param(f"{STORY}?id=7", "?id=8&page=2", None, id="of another article"),
        pytest.param(STORY, "https://other.example/2026/ferry-talk?page=2", None, id="another host"),
        pytest.param("https://news.example/", "?page=2", None, id="a front page"),
        pytest.param("https://news.example/tag/ferry", "?page=2", None, id="a list of articles"),
        pytest.param("https://news.example/2026/3/", "/2026/4/", None, id="the next month"),
        pytest.param(STORY, "http://[", None, id="no address"),
        pytest.param(STORY, "javascript:next(2)", None, id="a script"),
        pytest.param(None, "?page=2", None, id="a page of no known address"),
    ],
)  # fmt: skip
def test_the_next_page(url: str | None, href: str, leads_to: str | None) -> None:
    assert page("", url=url, head=rel(href)).metadata.next_page == leads_to


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param('<nav class="pagination">1 <a href="?page=2">2</a></nav>', True, id="a number"),
        pytest.param('<p><a rel="next" href="?page=2">Continue reading on page 2</a></p>', True, id="a sentence"),
        pytest.param('<a href="?page=2">Nächste Seite ›</a>', True, id="German"),
        pytest.param('<a href="?page=2">次へ</a>', True, id="Japanese"),
        pytest.param('<a href="?page=2">Print</a>', False, id="something else"),
        pytest.param('<div id="comments"><p><a href="?page=2">2</a></p></div>', False, id="of the comments"),
    ],
)
def test_an_anchor_leads_to_the_next_page(body: str, found: bool) -> None:
    assert (page(body).metadata.next_page is not None) is found


def test_a_list_says_that_it_is_one() -> None:
    assert page("", head='<meta property="og:type" content="website">' + rel("?page=2")).metadata.next_page is None
    assert page("", head='<meta property="og:type" content="article">' + rel("?page=2")).metadata.next_page


SECOND = "<p>“We will keep the ferry,” she said at the end, <a href='/b'>as reported</a> — и добавила: «нет».</p>"


def test_pages_are_one_text() -> None:
    first, second = page("", head=rel("?page=2")), page(SECOND, url=f"{STORY}?page=2", head=rel("?page=3"))
    article = joined([first, second])
    assert [block.span.of(article.text)[:12] for block in article.blocks] == [
        "The ferry an",
        "Inés Brandt ",
        "“We will kee",
    ]
    last = article.blocks[-1]
    assert article.pages_of(last.span) == (2,)
    assert article.pages_of(article.blocks[1].span) == (1,)
    assert [link.span.of(article.text) for link in last.links] == ["as reported"]
    assert article.metadata.next_page == f"{STORY}?page=3"


TEXTS = st.lists(st.text("ab ё”\n<&", min_size=1, max_size=12), max_size=4)


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_every_block_keeps_its_words(pages: list[list[str]]) -> None:
    articles = [page("".join(f"<p>{words} and more of it, at some length</p>" for words in one)) for one in pages]
    article = joined(articles)
    texts = [block.span.of(article.text) for block in article.blocks]
    assert set(texts) == {block.span.of(one.text) for one in articles for block in one.blocks}
    assert "\n\n".join(texts) == article.text
    assert len(article.pages) == len(pages)
