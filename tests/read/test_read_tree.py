"""The small tree is the one that beautifulsoup4 makes of the same page, and large pages are cut only where no page is."""

from __future__ import annotations

import re
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from hypothesis import example, given
from hypothesis import strategies as st

from checker.read import read
from checker.read.parser import tree_of, without_depths
from checker.read.tree import Element, Unread

ROOT = Path(__file__).parents[2]

NAMES = (
    "p div span a b q br li ul table tr td blockquote pre code h1 script style template rt ruby sup svg title x-y html body head "
    "textarea option select noscript"
).split()
ATTRIBUTES = ("", " class='a b'", " id=c", " hidden", " href=/a HREF=/b", " data-x='1 &amp; 2'")
tags = st.builds(lambda name, attributes: f"<{name}{attributes}>", st.sampled_from(NAMES), st.sampled_from(ATTRIBUTES))
ends = st.sampled_from([f"</{name}>" for name in NAMES])
words = st.sampled_from(
    ("word", " ", "\n ", "“Да”", "&amp;", "&#0;", "<!-- c -->", "<?php x ?>", "<!doctype html>", "<", "</")
)
pages = st.lists(tags | ends | words, max_size=30).map("".join)


def small(element: Element) -> list[object]:
    """What can be compared: names, attributes, strings and whether a reader may see them."""
    return [
        (child.name, dict(child.attrs), small(child))
        if isinstance(child, Element)
        else (folded(child), not isinstance(child, Unread))
        for child in element.contents
    ]


def large(tag: Tag) -> list[object]:
    """The same of beautifulsoup4's own tree, whose comments and declarations are strings of other classes."""
    return [
        (child.name, dict(child.attrs), large(child))
        if isinstance(child, Tag)
        else (folded(str(child)), type(child) is NavigableString)
        for child in tag.contents
        if isinstance(child, Tag) or type(child).__name__ not in ("Comment", "Doctype", "ProcessingInstruction")
    ]


def folded(string: str) -> str:
    """beautifulsoup4 makes one blank of those that stand alone."""
    return string if string.strip() else " "


@given(pages)
@example("<p>one<!-- c -->two</p>")
@example("<ruby>東<rt>ひ</rt></ruby>")
@example("<template><script>x</script>y</template>z")
@example("<p>a</html>b<div>c</body>d")
@example("")
@example("only words")
@example("\ufeff<p>a\ufeffb")
@example(
    "<?xml version='1.0' encoding='koi8-r'?><html xmlns='http://www.w3.org/1999/xhtml' xml:lang=de><x:p y:z=1>Да<x:q/>"
)
@example("<meta charset=koi8-r><p>Да</p><meta charset=no-such>é")
@example("<p>a<![CDATA[b<i>c</i>]]>d<?x?>e<!-->f<!x>g<!DOCTYPE html>h<svg><![CDATA[i]]>j")
@example("&no; &amp &ampx &lt&gt &#xD800; &#x110000; &#147; &#; & &notit; <p title='&no; &amp &#0;'>")
@example("<form>a<form>b</form>c</form><p>d<table>e<tr>f<td>g<table><td>h</table>i<a href=1>j<a href=2>k")
@example("<frameset cols=1><frame src=a><noframes><p>a</noframes></frameset><P ID id=2 id>b<BR/></p/>c</br>d")
@example("<p a='<b>' b=\"c'd\" e=f>g < h <3 <- <> </> </ p>i<p<b>j<a href='k>l<p>m")
@example("<pre>\n a\n\n</pre> \n <textarea> <p></textarea><title>b<c>d</title><xmp><i>e</xmp><plaintext></p>&amp;")
@example("<head>a<noscript><p>b</noscript></head>c<body class=d>e<body id=f>g<html lang=h>i<script>j</p><!-- <script>k")
def test_the_tree_is_the_one_of_beautifulsoup(page: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        soup = BeautifulSoup(page, "lxml", multi_valued_attributes=None)
    assert small(tree_of(page)) == large(soup)


def test_what_an_element_holds() -> None:
    root = tree_of("<p class=x>a <b>bold</b><script>let a</script><!-- c -->end</p>")
    paragraph = next(element for element in root.elements() if element.name == "p")
    script = next(element for element in root.elements() if element.name == "script")
    assert list(paragraph.strings()) == ["a ", "bold", "end"]
    assert paragraph.source() == "a end"
    assert (script.source(), list(script.strings())) == ("let a", [])
    assert (paragraph.get("class"), paragraph.get("id")) == ("x", None)


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        pytest.param(
            "<div>" * 90 + "<p>word</p></b>" * 10_000, True, id="as deep as pages are, with ends that close nothing"
        ),
        pytest.param("<div>" * 110 + "<p>word</p></b>" * 10_000, False, id="deeper, with ends that close nothing"),
        pytest.param("<div>" * 110 + "<p>word</p></b>" * 100, True, id="deeper, but short"),
        pytest.param(
            "<div>" * 110 + "<b>word</b><P>word</P>" * 10_000, True, id="deeper, with ends that close something"
        ),
        pytest.param("<div><b>word</div>" * 10_000, True, id="never closed, but by what is around it"),
        pytest.param("<b>word" * 20_000, False, id="never closed"),
        pytest.param("<Div>word</dIV>" * 20_000, True, id="long, and flat"),
        pytest.param("<b>" * 590 + "<pre>word</pre>" * 10_000, True, id="a name that begins like a flat one's"),
    ],
)
def test_tags_are_left_out_only_where_no_page_has_any(page: str, kept: bool) -> None:
    cut = without_depths(page)
    assert (cut == page) is kept
    assert re.sub(r"<[^<>]*>", "", cut) == re.sub(r"<[^<>]*>", "", page)


def test_no_more_elements_lie_in_each_other_than_are_bearable() -> None:
    element, depth = tree_of("<div>" * 1_000 + "deep"), 0
    while isinstance(element.contents[-1], Element):
        element, depth = element.contents[-1], depth + 1
    assert depth == 400
    assert list(element.strings()) == ["deep"]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        pytest.param("<!--" + "x" * 11_000_000 + "-->end", "end", id="a comment"),
        pytest.param("<p title='" + "x" * 11_000_000 + "'>a</p>end", "end", id="an attribute"),
        pytest.param("<p>" + "word " * 2_200_000 + "</p>end", "end", id="a text"),
        pytest.param("<" + "x" * 200_000 + ">end", "end", id="a name"),
    ],
)
def test_no_length_costs_the_rest(page: str, words: str) -> None:
    assert "".join(tree_of(page).strings()).endswith(words)


@pytest.mark.parametrize("words", ["story.html", "https://news.example/story", "<?xml version='1.0'?><html><p>word"])
def test_what_a_page_looks_like_is_no_reason_to_warn(words: str, recwarn: pytest.WarningsRecorder) -> None:
    read(words.encode(), path="a.html", content_type="text/html")
    assert not [warning for warning in recwarn.list if issubclass(warning.category, UserWarning)]


@pytest.mark.parametrize(
    ("body", "parsers"),
    [
        pytest.param("She said “we will not go” on Monday.", "", id="a text needs no parser"),
        pytest.param("<html><body><p>She said “we will not go” on Monday.</p></body></html>", "lxml", id="a page"),
    ],
)
def test_which_parsers_are_imported(body: str, parsers: str) -> None:
    code = (
        "import sys\n"
        "from checker.read import read\n"
        f"assert read({body.encode()!r}).blocks\n"
        "print(*sorted({'bs4', 'html5lib', 'lxml', 'markdown_it'} & sys.modules.keys()))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=120)
    assert (done.stdout.strip(), done.stderr) == (parsers, "")
