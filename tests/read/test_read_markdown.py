"""Markdown posts: front matter, and the words of a paragraph as a reader sees them."""

from __future__ import annotations

import pytest

from checker.model import Format, Reason
from checker.read import read


def blocks(text: str) -> list[tuple[str, str]]:
    article = read(text.encode(), path="post.md")
    assert article.format is Format.MARKDOWN
    return [(block.span.of(article.text), block.kind.value) for block in article.blocks]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        pytest.param("One line\nand the next.", "One line and the next.", id="soft line break"),
        pytest.param("One line  \nand the next.", "One line\nand the next.", id="hard line break by blanks"),
        pytest.param("One line\\\nand the next.", "One line\nand the next.", id="hard line break by a backslash"),
        pytest.param("She *did* say **not** and ~~yes~~.", "She did say not and yes.", id="emphasis"),
        pytest.param("a snake_case_word and 2 * 3 * 4", "a snake_case_word and 2 * 3 * 4", id="no emphasis"),
        pytest.param("\\*stars\\* and \\# hash", "*stars* and # hash", id="escaped"),
        pytest.param("AT&amp;T &ldquo;yes&rdquo; &hellip;", "AT&T “yes” …", id="entities"),
        pytest.param('"It\'s -- so..." she said', '"It\'s -- so..." she said', id="no typography of its own"),
        pytest.param("Run `a < b` now", "Run a < b now", id="code in a line"),
        pytest.param("See [the\nstory](https://x.example/a).", "See the story.", id="a link over a line end"),
        pytest.param("One ![a boat](b.png) two", "One two", id="a picture has no words"),
        pytest.param("So it is[^1].\n\n[^1]: Note.", "So it is.", id="footnote mark"),
        pytest.param("Raw <b>bold</b> and <script>x</script>y", "Raw bold and y", id="raw HTML"),
        pytest.param("One <!-- “hidden” --> two", "One two", id="comment"),
        pytest.param("Größe “été” 東京\nです", "Größe “été” 東京 です", id="beyond ASCII"),
        pytest.param("1 < 2 & 3 > 2", "1 < 2 & 3 > 2", id="signs of HTML"),
    ],
)
def test_the_words_of_a_paragraph(source: str, words: str) -> None:
    assert blocks(source)[0] == (words, "paragraph")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("# One\n\n## Two *three* ##", [("One", "heading"), ("Two three", "heading")], id="headings"),
        pytest.param("One\n===\n\nTwo\n---", [("One", "heading"), ("Two", "heading")], id="underlined headings"),
        pytest.param("#hashtag", [("#hashtag", "paragraph")], id="a hashtag is no heading"),
        pytest.param("> One\n> two\n>\n> Three", [("One two", "quotation"), ("Three", "quotation")], id="block quote"),
        pytest.param("One\n\n> Two\nthree", [("One", "paragraph"), ("Two three", "quotation")], id="its lazy line"),
        pytest.param("- One\n- Two\n  three", [("One", "item"), ("Two three", "item")], id="list"),
        pytest.param("- One\n\n- Two\n\n  Three", [("One", "item"), ("Two", "item"), ("Three", "item")], id="loose list"),
        pytest.param("1. One\n   - Two", [("One", "item"), ("Two", "item")], id="nested list"),
        pytest.param("In\n1985. So was this", [("In 1985. So was this", "paragraph")], id="a year is no list"),
        pytest.param("|A|B|\n|-|-|\n|1|2|", [("A", "cell"), ("B", "cell"), ("1", "cell"), ("2", "cell")], id="table"),
        pytest.param("```\na\n```\n\n    b\n\nOne", [("a", "other"), ("b", "other"), ("One", "paragraph")], id="code"),
        pytest.param("One\n\n***\n\nTwo", [("One", "paragraph"), ("Two", "paragraph")], id="rule"),
        pytest.param("*Photo: J. Roe / AP*\n\nOne", [("Photo: J. Roe / AP", "caption"), ("One", "paragraph")], id="credit"),
        pytest.param("By Jane Doe\n\nOne", [("By Jane Doe", "byline"), ("One", "paragraph")], id="byline"),
        pytest.param("So[^a].\n\n[^a]: Said “so”.", [("So.", "paragraph"), ("Said “so”.", "item")], id="footnote"),
        pytest.param("<div>One</div>\n\nTwo", [("One", "paragraph"), ("Two", "paragraph")], id="HTML block"),
    ],
)  # fmt: skip
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(source) == expected


def test_code_and_what_is_set_aside_is_not_main() -> None:
    article = read(b"One\n\n```\ntwo\n```\n\n<aside>\n\nThree\n\n</aside>\n\n- Four", path="a.md")
    assert [(block.span.of(article.text), block.main) for block in article.blocks] == [
        ("One", True),
        ("two", False),
        ("Three", False),
        ("Four", True),
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("See [this *one*](/a).", [("this one", "https://post.example/a")], id="inline"),
        pytest.param('See [this](b "Title").', [("this", "https://post.example/2024/b")], id="with a title"),
        pytest.param("See [this](<b c>).", [("this", "https://post.example/2024/b%20c")], id="blank in the address"),
        pytest.param("See [this][x].\n\n[x]: https://x.example/a", [("this", "https://x.example/a")], id="reference"),
        pytest.param("See [this][].\n\n[THIS]: https://x.example", [("this", "https://x.example")], id="collapsed"),
        pytest.param("See [this].\n\n[this]: https://x.example", [("this", "https://x.example")], id="shortcut"),
        pytest.param("See [this][nowhere].", [], id="a reference to nothing"),
        pytest.param("See <https://x.example/a>.", [("https://x.example/a", "https://x.example/a")], id="auto link"),
        pytest.param("See https://x.example/a.", [("https://x.example/a", "https://x.example/a")], id="written out"),
        pytest.param(
            "See [https://x.example/a](https://y.example/b) and https://z.example.",
            [("https://x.example/a", "https://y.example/b"), ("https://z.example", "https://z.example")],
            id="an address as the words of a link",
        ),
        pytest.param(
            "At https://x.example/a([b](/b))",
            [("https://x.example/a", "https://x.example/a"), ("b", "https://post.example/b")],
            id="written out right before a link",
        ),
        pytest.param("See [this](javascript:alert(1)).", [], id="javascript"),
        pytest.param("See <a href='/a'>this</a>.", [("this", "https://post.example/a")], id="raw HTML"),
        pytest.param("`https://x.example`, one", [("https://x.example", "https://x.example")], id="in code of a line"),
        pytest.param("```\nhttps://x.example\n```\nOne", [], id="not in a block of code"),
    ],
)
def test_links(source: str, expected: list[tuple[str, str]]) -> None:
    article = read(f"Zuerst “é”.\n\n{source}".encode(), path="a.md", url="https://post.example/2024/ferry")
    assert [(link.span.of(article.text), link.url) for block in article.blocks for link in block.links] == expected


@pytest.mark.parametrize(
    ("source", "field", "value"),
    [
        pytest.param('---\ntitle: "A: b"\n---\nOne', "title", "A: b", id="title"),
        pytest.param("---\nTitle: A\n---\nOne", "title", "A", id="key in capitals"),
        pytest.param("---\ntitle: A: b\nauthor: Jane\n---\nOne", "title", "A: b", id="no valid YAML"),
        pytest.param("---\ntitle: A: b\nauthor: Jane\n---\nOne", "author", "Jane", id="no valid YAML, another key"),
        pytest.param("---\ntitle: |\n  A\n  b\n---\nOne", "title", "A b", id="over two lines"),
        pytest.param("---\ntitle: 1984\n---\nOne", "title", "1984", id="a number"),
        pytest.param("---\nauthors: [Jane Doe, José Núñez]\n---\nOne", "author", "Jane Doe, José Núñez", id="list"),
        pytest.param("---\nauthor:\n  name: Jane Doe\n---\nOne", "author", "Jane Doe", id="table"),
        pytest.param("---\ndate: 2024-05-02\n---\nOne", "published", "2024-05-02", id="YAML date"),
        pytest.param("---\ndate: 2024-05-02 10:00 +0200\n---\nOne", "published", "2024-05-02T10:00:00+02:00", id="date and time"),
        pytest.param("---\ndate: May 2, 2024\n---\nOne", "published", "2024-05-02", id="date in words"),
        pytest.param("---\ndate: soon\npublished: 2024-05-02\n---\nOne", "published", "2024-05-02", id="no date"),
        pytest.param("---\nlastmod: 2024-05-03\n---\nOne", "modified", "2024-05-03", id="modified"),
        pytest.param("---\nlang: de\n---\nOne", "language", "de", id="language"),
        pytest.param("---\ncanonical_url: https://x.example/a\n---\nOne", "canonical", "https://x.example/a", id="canonical"),
        pytest.param("---\nurl: /2024/a/\n---\nOne", "canonical", None, id="a path is no address"),
        pytest.param("---\npublisher: The Post\n---\nOne", "publisher", "The Post", id="publisher"),
        pytest.param("---\ntitle: A\n...\nOne", "title", "A", id="three dots end it"),
        pytest.param("---\r\ntitle: A\r\n---\r\nOne", "title", "A", id="Windows line ends"),
        pytest.param("\ufeff---\ntitle: A\n---\nOne", "title", "A", id="byte-order mark"),
        pytest.param("--- \ntitle: A\n---\nOne", "title", "A", id="blanks behind the fence"),
        pytest.param("+++\ntitle = 'A'\n+++\nOne", "title", "A", id="TOML title"),
        pytest.param("+++\ndate = 2024-05-02T10:00:00+02:00\n+++\nOne", "published", "2024-05-02T10:00:00+02:00", id="TOML date"),
        pytest.param("# A *b*\n\nOne", "title", "A b", id="no front matter: the first heading"),
        pytest.param("# A\n\nBy Jane Doe\n\n2 May 2024\n\nOne", "author", "Jane Doe", id="byline"),
        pytest.param("# A\n\nBy Jane Doe\n\n2 May 2024\n\nOne", "published", "2024-05-02", id="date line"),
    ],
)  # fmt: skip
def test_metadata(source: str, field: str, value: str | None) -> None:
    article = read(source.encode(), path="post.md")
    assert getattr(article.metadata, field) == value
    assert article.text.endswith("One")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        pytest.param("---\n\nOne\n\n---\n\nTwo", ["One", "Two"], id="two rules"),
        pytest.param("---\n- a\n- b\n---\nOne", ["a", "b", "One"], id="a list is no table of values"),
        pytest.param("+++\nno toml\n+++\nOne", ["+++ no toml +++ One"], id="no TOML"),
        pytest.param("---\ntitle: A\n\nOne", ["title: A", "One"], id="never closed"),
    ],
)
def test_what_is_no_front_matter_stays(source: str, words: list[str]) -> None:
    assert [text for text, _ in blocks(source)] == words


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("---\ntitle: &a [*a]\n---\nOne", id="an anchor within itself"),
        pytest.param("---\n" + "a: &a x\n" + "b: !!python/object/apply:os.system [x]\n---\nOne", id="a Python tag"),
        pytest.param("---\ntitle: " + "[" * 5000 + "\n---\nOne", id="nested without end"),
        pytest.param("---\ntitle: 0x" + "f" * 6000 + "\n---\nOne", id="a number too long to print"),
        pytest.param("+++\ntitle = " + "1" * 6000 + "\n+++\n\nOne", id="one that is no number any more"),
        pytest.param("---\n? {a: b}\n: c\n---\nOne", id="a table as a key"),
        pytest.param("---\ndate: 2024-99-99\n---\nOne", id="no such day"),
    ],
)
def test_front_matter_that_is_up_to_something(source: str) -> None:
    assert read(source.encode(), path="post.md").text.endswith("One")


def test_a_post_without_text_says_so() -> None:
    article = read(b"---\ntitle: A\n---\n\n<!-- to be written -->\n", path="post.md")
    assert article.unavailable is not None
    assert article.unavailable.reason is Reason.NO_PROSE
    assert (article.blocks, article.metadata.title) == ((), "A")
