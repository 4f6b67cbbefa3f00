"""What holds for whatever is read: spans name their text, blocks ascend, nothing raises, same bytes same article."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.model import Article, BlockKind, Format
from checker.read import read
from checker.read.decode import decode

TAGS = "p div span a b q br li ul table tr td blockquote pre code h1 figure figcaption nav article script style title sup x-y"
ATTRIBUTES = (
    "",
    " class=related",
    " class=byline",
    " id=comments",
    " hidden",
    " href=/a",
    " href='http://x.example/b'",
    " href='javascript:x'",
    " style='display:none'",
    " itemprop=articleBody",
    " rel=canonical",
)
WORDS = (
    "The council met on Monday in the town hall to decide about the ferry.",
    "“We will not wait,” she said.",
    "«Нет», — сказал он.",
    "2 May 2024",
    "By Jane Doe",
    "Photo: Jane Roe/AP",
    "https://x.example/a",
    "大臣は",
    "\u202eleft\u202c \u200b",
    "&amp; &ldquo; &#27; &nbsp;",
    "\x1b[31m\x00",
    "\n\n",
    "  ",
    "<!-- c -->",
    "\r\n",
    "𝒳",
)
MARKS = (
    *("# ", "> ", "- ", "1. ", "*", "**", "`", "```\n", "\\", "!["),
    *("[a](b)", "[a]: c\n", "|a|b|\n|-|-|\n", "---\n", "+++\n", "title: x\n"),
)

open_tag = st.builds(
    lambda tag, attribute: f"<{tag}{attribute}>", st.sampled_from(TAGS.split()), st.sampled_from(ATTRIBUTES)
)
close_tag = st.sampled_from([f"</{tag}>" for tag in TAGS.split()])
words = st.sampled_from(WORDS) | st.text(max_size=12)
soup = st.lists(open_tag | close_tag | words, max_size=40).map("".join)
marked = st.lists(st.sampled_from(MARKS) | words | st.just("\n"), max_size=40).map("".join)
plain = st.lists(words | st.just("\n"), max_size=40).map("".join)


def holds(article: Article) -> None:
    end = -1
    for block in article.blocks:
        assert end < block.span.start < block.span.end <= len(article.text)
        end = block.span.end
        text = block.span.of(article.text)
        assert text == text.strip("\n\t ")
        assert isinstance(block.kind, BlockKind)
        after = block.span.start
        for link in block.links:
            assert after <= link.span.start < link.span.end <= block.span.end
            after = link.span.end
            assert link.url
            assert not link.url.lower().startswith("javascript")
    if article.unavailable is not None:
        assert article.blocks == ()
        assert article.unavailable.message
    else:
        assert article.blocks
    assert [name for name, _ in article.metadata.where] == sorted({name for name, _ in article.metadata.where})


@given(soup, st.sampled_from([None, "https://post.example/a/b"]))
@settings(max_examples=300, deadline=None)
@example("<a href=/a>x<p>y</a>z<a href=/b>", None)
@example("<q><p>x</q>", None)
@example("<pre>&amp; &#27; &nbsp;", None)
@example("<pre>x\x0cy\x85z", None)
@example("<pre> <a href=/a> x </a> </pre>", None)
def test_tag_soup(source: str, url: str | None) -> None:
    body = ("<html>" + source).encode()
    article = read(body, url=url)
    holds(article)
    assert article == read(body, url=url)
    assert not any(char < " " and char != "\n" and char != "\t" for char in article.text)


@given(marked)
@settings(max_examples=200, deadline=None)
@example("[a](b)[a](b)")
@example("> - ```\n\n> x")
@example("http://x.example(a[b](c))")
def test_markdown_soup(source: str) -> None:
    article = read(source.encode(), path="a.md")
    holds(article)
    assert article == read(source.encode(), path="a.md")


@given(plain)
@settings(max_examples=200, deadline=None)
def test_plain_texts_are_covered_by_their_blocks(source: str) -> None:
    article = read(source.encode(), path="a.txt")
    holds(article)
    if article.format is Format.TEXT and article.unavailable is None:
        assert article.text == decode(source.encode())
        covered = "".join(block.span.of(article.text) for block in article.blocks)
        assert "".join(covered.split()) == "".join(article.text.split())


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "windows-1251", "utf-16", "no-such"]))
@settings(max_examples=300, deadline=None)
@example(b"\xff\xfe\x00", None)
@example(b"\x1b$B", "iso-2022-jp")
def test_any_bytes(body: bytes, charset: str | None) -> None:
    holds(read(body, charset=charset))
    holds(read(body, path="a.md", charset=charset))
    holds(read(b"<html>" + body, charset=charset))


@given(st.text(st.characters(exclude_characters="".join(map(chr, range(0x80, 0xA0)))), max_size=200))
def test_utf_8_comes_back(text: str) -> None:
    back = text.encode("utf-8", "replace").decode("utf-8")
    expected = back.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").removeprefix("\ufeff")
    if "\0" not in back:  # NULs in every other place are UTF-16
        assert decode(back.encode()) == expected


@given(st.text(alphabet="ab “”\n\t", min_size=1, max_size=60), st.integers(0, 59))
def test_line_and_column_lead_back(text: str, at: int) -> None:
    article = read(text.encode(), path="a.txt")
    if article.unavailable is None and at < len(article.text):
        place = article.line_and_column(at)
        assert place is not None
        line, column = place
        assert article.text.split("\n")[line - 1][column - 1 : column] == article.text[at].strip("\n")
