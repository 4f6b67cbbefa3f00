"""Line and column of a quotation in its file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.find import find_quotations
from checker.model import Article, Format, Span
from checker.read import read
from checker.read.decode import decode
from checker.report.whereabouts import Region, Whereabouts

FIXTURES = sorted((Path(__file__).parents[2] / "fixtures").glob("*/article.*"))


def region(source: str, words: str, *, kind: str, number: int = 0) -> Region | None:
    """Of the words in a source that is read as `kind`; `number` counts the places with the same words."""
    article = read(source.encode(), path=f"a.{kind}")
    assert article.format is {"md": Format.MARKDOWN, "html": Format.HTML, "txt": Format.TEXT}[kind]
    start = -1
    for _ in range(number + 1):
        start = article.text.index(words, start + 1)
    return Whereabouts(article, source).region(Span(start, start + len(words)))


MARKDOWN = [
    pytest.param("# Title\n\nHe said “we *will* not go”.\n", "we will not go", 0, (3, 10, 3, 26), id="emphasis"),
    pytest.param(
        "# T\n\nShe [said](https://a.example/we-go) “we go” twice.\n", "we go", 0, (3, 38, 3, 43), id="address"
    ),
    pytest.param("# T\n\n“we go” he said.\n\n“we go” she said.\n", "we go", 1, (5, 2, 5, 7), id="the second of two"),
    pytest.param("# T\n\n“we\ngo on” he said.\n", "go on", 0, (4, 1, 4, 6), id="a line later"),
    pytest.param("# T\n\n“caf&eacute; au lait” he said.\n", "café au lait", 0, (3, 2, 3, 21), id="character reference"),
    pytest.param("# T\n\n“<b>W</b>e go” he said.\n", "We go", 0, (3, 5, 3, 14), id="a tag in a word"),
    pytest.param("# T\n\n«می‌خواهم بروم» گفت.\n", "می‌خواهم بروم", 0, (3, 2, 3, 15), id="Persian"),
    pytest.param("# T\n\n“… and we go …” he said.\n", "… and we go …", 0, (3, 2, 3, 15), id="marks at the ends"),
    pytest.param("---\ntitle: We go\n---\n\n# T\n\nHe said “we go”.\n", "we go", 0, (7, 10, 7, 15), id="front matter"),
]


@pytest.mark.parametrize(("source", "words", "number", "place"), MARKDOWN)
def test_in_markdown_line_and_column(source: str, words: str, number: int, place: tuple[int, int, int, int]) -> None:
    assert region(source, words, kind="md", number=number) == Region(*place)


HTML = [
    pytest.param("<p>One</p>\n<p>He said “we <i>will</i> go”.</p>", "we will go", (2, 2), id="inline tags"),
    pytest.param(
        "<script>“we go”</script>\n<!-- we go -->\n<p>One.</p>\n<p>“We go” he said.</p>", "We go", (4, 4), id="script"
    ),
    pytest.param("<p title='we go'>\nOne</p><p>\n\n“we&nbsp;go” he said.</p>", "we\u00a0go", (4, 4), id="attribute"),
    pytest.param("<p>One</p><p>“we\ngo on”</p>", "we go on", (1, 2), id="two lines"),
]


@pytest.mark.parametrize(("source", "words", "lines"), HTML)
def test_in_html_the_line(source: str, words: str, lines: tuple[int, int]) -> None:
    assert region(source, words, kind="html") == Region(lines[0], None, lines[1], None)


def test_in_plain_text_it_is_known_without_the_file() -> None:
    article = Article("One.\n\n  “We go”\nhe said.", format=Format.TEXT)
    assert Whereabouts(article, None).region(Span(9, 14)) == Region(3, 4, 3, 9)


@pytest.mark.parametrize("kind", [Format.HTML, Format.MARKDOWN])
def test_without_the_file_or_without_words_there_is_no_place(kind: Format) -> None:
    article = Article("He said “we go”. … !", format=kind)
    assert Whereabouts(article, None).region(Span(9, 14)) is None
    assert Whereabouts(article, "something else").region(Span(9, 14)) is None
    assert Whereabouts(article, "He said “we go”. … !").region(Span(17, 18)) is None
    assert Whereabouts(article, "He said “we go”. … !").region(Span(3, 3)) is None


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)
def test_every_quotation_of_the_fixtures_is_found_where_it_stands(path: Path) -> None:
    source = decode(path.read_bytes())
    lines = source.split("\n")
    article = read(path.read_bytes(), path=str(path))
    where = Whereabouts(article, source)
    for quotation in find_quotations(article):
        words = quotation.span.of(article.text)
        found = where.region(quotation.span)
        assert found, words
        assert words.split()[0].strip("“”,.") in lines[found.line - 1]
        assert words.split()[-1].strip("“”,.…]") in lines[found.end_line - 1]
        if found.column and found.end_column and found.line == found.end_line:
            assert len(lines[found.line - 1][found.column - 1 : found.end_column - 1]) >= len(words) - 1


@given(st.text(alphabet="ab <>&;!-()[]“”\n", max_size=60), st.sampled_from([Format.HTML, Format.MARKDOWN]))
def test_of_any_source_a_place_lies_inside_it(source: str, kind: Format) -> None:
    article = Article("a ab b", format=kind)
    found = Whereabouts(article, source).region(Span(0, 6))
    if found:
        assert 1 <= found.line <= found.end_line <= source.count("\n") + 1


@pytest.mark.parametrize("hostile", ["<", "<!--", "<script", "](", "&#", "<a ", "a ", "a b " * 3], ids=repr)
def test_a_hostile_source_gives_an_answer(hostile: str) -> None:
    article = Article("a b a b", format=Format.HTML)
    Whereabouts(article, hostile * 50_000).region(Span(0, 7))
