"""Blocks of web pages: their words, kinds, borders and links, and which of them are the article."""

from __future__ import annotations

import pytest

from checker.model import Article, BlockKind, Format
from checker.read import read

PROSE = (
    "The council met on Monday in the town hall to decide about the ferry, which has been out of service since March."
)


def page(body: str, head: str = "") -> Article:
    html = f"<!doctype html><html><head><title>T</title>{head}</head><body>{body}</body></html>"
    return read(html.encode(), url="https://post.example/2024/ferry")


def blocks(body: str) -> list[tuple[str, str, bool]]:
    article = page(body)
    return [(block.span.of(article.text), block.kind.value, block.main) for block in article.blocks]


def words(body: str) -> list[str]:
    return [text for text, _, _ in blocks(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<p>One</p><p>Two</p>", ["One", "Two"], id="paragraphs"),
        pytest.param("<p>One<p>Two", ["One", "Two"], id="paragraphs that are never closed"),
        pytest.param("<p>One\n  two\tthree</p>", ["One two three"], id="white space collapses"),
        pytest.param("<p> One </p>", ["One"], id="no blanks at the ends"),
        pytest.param("<p>10&nbsp;000 boats</p>", ["10\u00a0000 boats"], id="a hard blank stays"),
        pytest.param("<p>a<b>b</b>c <i>d</i></p>", ["abc d"], id="inline elements glue"),
        pytest.param("<p>a <b> b </b> c</p>", ["a b c"], id="blanks beside an inline element"),
        pytest.param("One<hr>two", ["One", "two"], id="hr is a border"),
        pytest.param("<p>&#147;It&#146;s&#148;</p>", ["“It’s”"], id="Windows numbers of marks"),
        pytest.param("<p>One<br>two</p>", ["One\ntwo"], id="br is a line end"),
        pytest.param("<p>One<br/> <br>two</p>", ["One", "two"], id="two br are a border"),
        pytest.param("<p><br>One<br></p>", ["One"], id="br at the ends is nothing"),
        pytest.param(
            "<p>AT&amp;T &ldquo;yes&rdquo; &hellip; &#8212; &eacute;</p>", ["AT&T “yes” … — é"], id="entities"
        ),
        pytest.param("<p>R&D &nosuch; &amp;amp;</p>", ["R&D &nosuch; &amp;"], id="no entity, and one escaped twice"),
        pytest.param("<div>One<p>Two</p>three</div>", ["One", "Two", "three"], id="text around a block"),
        pytest.param("<p>A<span>\n</span>B</p>", ["A B"], id="a line end in a span"),
        pytest.param("<p>One<p>&#xfeff;<p>&nbsp;<p>\u200b", ["One"], id="paragraphs without a visible sign"),
        pytest.param("<p>Mr <!-- hidden “words” -->Doe</p>", ["Mr Doe"], id="a comment"),
        pytest.param("<p>One<script>var a</script> two<style>p{}</style></p>", ["One two"], id="script and style"),
        pytest.param("<p>One<noscript>turn it on</noscript></p>", ["One"], id="noscript"),
        pytest.param("<p>Said<sup><a href='#n1'>1</a></sup> so</p>", ["Said so"], id="a reference mark"),
        pytest.param("<p>x<sup>2</sup></p>", ["x2"], id="a raised number that is no mark"),
        pytest.param("<p>東<ruby>京<rt>きょう</rt></ruby>で</p>", ["東京で"], id="readings above words"),
        pytest.param("<p><q>Yes</q> she said</p>", ["“Yes” she said"], id="q gets its marks"),
        pytest.param("<p><q>“Yes”</q> she said</p>", ["“Yes” she said"], id="q that has marks"),
        pytest.param("<p><q>He said <q>no</q> twice</q></p>", ["“He said ‘no’ twice”"], id="q inside q"),
        pytest.param("<p><q></q>nothing</p>", ["nothing"], id="q that is empty"),
        pytest.param("<p>hid<wbr>den ha&shy;ven</p>", ["hidden ha\u00adven"], id="wbr and soft hyphen"),
        pytest.param("<pre>One  two\n three\n\nFour</pre>", ["One  two\n three", "Four"], id="pre keeps its lines"),
        pytest.param("<p>a\u200bb \u202ec\u202c</p>", ["a\u200bb \u202ec\u202c"], id="invisible signs stay"),
        pytest.param("<gu-island><p>One</p></gu-island>tail", ["One", "tail"], id="elements of a site's own"),
        pytest.param("<p>we like <x-company>Acme</x-company> too</p>", ["we like Acme too"], id="of its own in a line"),
        pytest.param("<li>One<ul><li>Two</li></ul>three</li>", ["One", "Two", "three"], id="a list in an item"),
        pytest.param("<table><tr><th>Year<td>2024</table>", ["Year", "2024"], id="cells"),
    ],
)
def test_what_a_block_is_and_its_words(body: str, expected: list[str]) -> None:
    assert words(body) == expected


@pytest.mark.parametrize(
    ("body", "text", "kind", "main"),
    [
        pytest.param("<h2>Back in May</h2>", "Back in May", "heading", True, id="heading"),
        pytest.param("<ul><li>Two boats</ul>", "Two boats", "item", True, id="item"),
        pytest.param("<ul><li><p>Two boats</p></ul>", "Two boats", "item", True, id="paragraph of an item"),
        pytest.param("<dl><dt>Term<dd>What it means</dl>", "What it means", "item", True, id="definition"),
        pytest.param("<table><tr><td>12 boats</table>", "12 boats", "cell", True, id="cell"),
        pytest.param("<blockquote>We will not</blockquote>", "We will not", "quotation", True, id="block quote"),
        pytest.param("<blockquote><p>We will</blockquote>", "We will", "quotation", True, id="paragraph in one"),
        pytest.param("<figure><img><figcaption>Boats</figure>", "Boats", "caption", False, id="caption"),
        pytest.param("<figure><img>Boats at sea</figure>", "Boats at sea", "caption", False, id="bare figure text"),
        pytest.param("<div class='wp-caption-text'>Boats</div>", "Boats", "caption", False, id="caption by name"),
        pytest.param("<div><span class='credit'>J Roe</span></div>", "J Roe", "caption", False, id="credit by name"),
        pytest.param("<p>Photo: Jane Roe/AP</p>", "Photo: Jane Roe/AP", "caption", False, id="credit by words"),
        pytest.param("<p>By Jane Doe</p>", "By Jane Doe", "byline", True, id="byline"),
        pytest.param("<p>By Monday it rained</p>", "By Monday it rained", "paragraph", True, id="no byline"),
        pytest.param("<div class='byline'>Jane Doe</div>", "Jane Doe", "byline", True, id="byline by name"),
        pytest.param("<p>2 May 2024</p>", "2 May 2024", "byline", True, id="date line"),
        pytest.param("<p>On 2 May 2024 it sank</p>", "On 2 May 2024 it sank", "paragraph", True, id="date in prose"),
        pytest.param("<pre><code>a = 1</code></pre>", "a = 1", "other", False, id="code"),
        pytest.param("<pre>Dear reader</pre>", "Dear reader", "paragraph", True, id="preformatted letter"),
        pytest.param("<p><a href='/x'>All about ferries</a></p>", "All about ferries", "other", False, id="all link"),
        pytest.param(
            "<h1><a href='/x'>Ferry is back</a></h1>", "Ferry is back", "heading", True, id="headline as link"
        ),
        pytest.param("<p>Read more: ferries</p>", "Read more: ferries", "other", False, id="teaser line"),
        pytest.param("<p>Read more books, he said</p>", "Read more books, he said", "paragraph", True, id="no teaser"),
        pytest.param("<nav><p>Home and away</nav>", "Home and away", "paragraph", False, id="nav"),
        pytest.param("<aside><p>Other matters</aside>", "Other matters", "paragraph", False, id="aside"),
        pytest.param("<footer><p>Imprint</footer>", "Imprint", "paragraph", False, id="footer"),
        pytest.param("<div class='c-related-links'><p>Other</div>", "Other", "paragraph", False, id="related"),
        pytest.param("<div id='comments'><p>I agree</div>", "I agree", "paragraph", False, id="comments by id"),
        pytest.param("<div hidden><p>Not seen</div>", "Not seen", "paragraph", False, id="hidden"),
        pytest.param("<p style='display: none'>Not seen</p>", "Not seen", "paragraph", False, id="hidden by style"),
        pytest.param("<div aria-hidden='true'><p>Not read</div>", "Not read", "paragraph", False, id="aria-hidden"),
        pytest.param("<div class='has-sidebar'><p>Is prose</div>", "Is prose", "paragraph", True, id="has-sidebar"),
        pytest.param("<div class='md:hidden'><p>Is prose</div>", "Is prose", "paragraph", True, id="hidden sometimes"),
        pytest.param("<ul class='tags'><li><a href=/a>Sea</a></ul>", "Sea", "item", False, id="tags"),
    ],
)
def test_kind_and_main_beside_an_article(body: str, text: str, kind: str, main: bool) -> None:
    found = blocks(f"<article><h1>Ferry</h1><p>{PROSE}</p>{body}<p>{PROSE}</p></article>")
    assert (text, kind, main) in found
    assert found.count((PROSE, "paragraph", True)) == 2


def test_a_page_with_everything_around_the_article() -> None:
    found = blocks(
        f"""<header><nav><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></nav></header>
        <main><h1>Ferry</h1><div class="standfirst">{PROSE[:70]}</div>
        <article><p>{PROSE}</p><div class="promo-teaser"><a href="/o">Another story about something else</a></div>
        <p>“We will not wait,” the mayor said to the council that evening, and left the room without a word.</p></article>
        <section class="comments"><p>I think this is all wrong; the council should resign over it, said my aunt.</p></section>
        <aside><h3>Most read</h3><p>{PROSE.replace("ferry", "bridge")}</p></aside></main>
        <footer><p>All rights reserved</p></footer>"""
    )
    main = [text for text, _, is_main in found if is_main]
    assert main[0] == "Ferry"
    assert main[-2:] == [
        PROSE,
        "“We will not wait,” the mayor said to the council that evening, and left the room without a word.",
    ]
    elsewhere = [text for text, _, is_main in found if not is_main]
    assert elsewhere[:2] == ["Home", "World"]
    assert "Another story about something else" in elsewhere
    assert PROSE.replace("ferry", "bridge") in elsewhere


@pytest.mark.parametrize(
    "wrapper",
    [
        pytest.param('<div class="sidebar">{}</div>', id="a boilerplate name"),
        pytest.param("<form>{}</form>", id="a form, as old ASP.NET pages have"),
        pytest.param("<aside>{}</aside>", id="aside"),
        pytest.param('<div class="newsletter share">{}</div>', id="two such names"),
        pytest.param('<div class="page-comments">{}</div>', id="comments that hold the whole page"),
        pytest.param('<div style="display:none">{}</div>', id="hidden until a script shows it"),
    ],
)
def test_what_holds_the_pages_prose_is_no_boilerplate(wrapper: str) -> None:
    found = blocks(wrapper.format(f"<p>{PROSE}</p><p>{PROSE}</p>"))
    assert found == [(PROSE, "paragraph", True)] * 2


def test_a_page_that_only_indents_its_text_is_no_quotation() -> None:
    assert blocks(f"<blockquote><p>{PROSE}</p><p>{PROSE}</p></blockquote>") == [(PROSE, "paragraph", True)] * 2


def test_a_statement_that_is_announced_is_a_quotation_however_long() -> None:
    found = blocks(f"<p>The mayor’s statement:</p><blockquote><p>{PROSE}</p><p>{PROSE}</p></blockquote>")
    assert found[1:] == [(PROSE, "quotation", True)] * 2


def test_a_page_laid_out_in_a_table_is_prose() -> None:
    text, kind, main = blocks(f"<table><tr><td>Menu</td><td>{PROSE} {PROSE}</td></tr></table>")[1]
    assert (text, kind, main) == (f"{PROSE} {PROSE}", "paragraph", True)


def test_paragraphs_in_a_table_of_layout() -> None:
    found = blocks(f"<table><tr><td><a href=/s>Sport</a></td><td><p>{PROSE}<p>{PROSE}</td></tr></table>")
    assert [entry for entry in found if entry[2]] == [(PROSE, "paragraph", True)] * 2


def test_a_short_paragraph_beside_a_long_one_is_main_too() -> None:
    found = blocks(f"<div><div><div class=t1>{PROSE}</div><div class=t1>“No,” she said.</div></div></div>")
    assert found == [(PROSE, "paragraph", True), ("“No,” she said.", "paragraph", True)]


@pytest.mark.parametrize(
    ("above", "main"),
    [
        pytest.param("<h1>Ferry</h1><span class=date>2 May 2024</span>", True, id="h1"),
        pytest.param("<h2>Ferry</h2><span class=date>2 May 2024</span>", True, id="h2 right above"),
        pytest.param("<h2>Ferry</h2>" + "<p>x</p>" * 5, False, id="h2 further up"),
        pytest.param("<nav><h2>Ferry</h2></nav>", False, id="h2 of the navigation"),
    ],
)
def test_the_headline_above_the_text(above: str, main: bool) -> None:
    found = blocks(f"<div>{above}<div>{PROSE}<br><br>{PROSE}</div></div>")
    assert ("Ferry", "heading", main) in found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<p>See <a href='/a'>this</a>.</p>", [("this", "https://post.example/a")], id="from the root"),
        pytest.param("<p>See <a href='b'>this</a>.</p>", [("this", "https://post.example/2024/b")], id="relative"),
        pytest.param("<p>See <a href='//x.example/a'>this</a>.</p>", [("this", "https://x.example/a")], id="no scheme"),
        pytest.param(
            "<p>See <a href='?p=2#x'>this</a>.</p>", [("this", "https://post.example/2024/ferry?p=2#x")], id="query"
        ),
        pytest.param(
            "<p>See <a href=' https://x.example/a?b=1&amp;c=2 '>this</a>.</p>",
            [("this", "https://x.example/a?b=1&c=2")],
            id="entities and blanks in the address",
        ),
        pytest.param(
            "<p>See <a href='/a'> this <b>one</b> </a>here.</p>", [("this one", "https://post.example/a")], id="blanks"
        ),
        pytest.param(
            "<p>A <a href='/a'>first</a><a href='/b'>second</a></p>",
            [("first", "https://post.example/a"), ("second", "https://post.example/b")],
            id="two that touch",
        ),
        pytest.param(
            "<p>A <a href='/a'>first<a href='/b'>second</a> tail</p>",
            [("first", "https://post.example/a"), ("second", "https://post.example/b")],
            id="one never closed",
        ),
        pytest.param(
            "<a href='/a'><p>One of two here</p><p>Two</p></a>",
            [("One of two here", "https://post.example/a"), ("Two", "https://post.example/a")],
            id="over two blocks",
        ),
        pytest.param("<p>No <a href='javascript:alert(1)'>live</a> link.</p>", [], id="javascript"),
        pytest.param("<p>No <a href='java&#10;script:alert(1)'>live</a> link.</p>", [], id="javascript over two lines"),
        pytest.param("<p>No <a href='mailto:a@b.example'>mail</a> link.</p>", [], id="mail"),
        pytest.param("<p>No <a href='http://'>host</a> here.</p>", [], id="no host"),
        pytest.param("<p>No <a href='http://[::1'>end</a> here.</p>", [], id="an address that cannot be taken apart"),
        pytest.param("<p>No <a name='x'>anchor</a> or <a href>empty</a> one.</p>", [], id="no address"),
        pytest.param("<p>No <a href='/a'><img src=x></a> words.</p>", [], id="no words"),
        pytest.param(
            "<p>Über <a href='/ä'>„Größe“ 𝒳</a>.</p>", [("„Größe“ 𝒳", "https://post.example/ä")], id="beyond ASCII"
        ),
        pytest.param(
            "<pre>See\n <a href='/a'>this\none</a></pre>", [("this\none", "https://post.example/a")], id="pre"
        ),
    ],
)
def test_links_with_their_places(body: str, expected: list[tuple[str, str]]) -> None:
    article = page(f"<p>Zwei Sätze davor: “é”.</p>{body}")
    assert [(link.span.of(article.text), link.url) for block in article.blocks for link in block.links] == expected


@pytest.mark.parametrize(
    ("head", "url", "expected"),
    [
        pytest.param(
            "<base href='https://b.example/x/'>", "https://post.example/y/z", "https://b.example/x/a", id="base"
        ),
        pytest.param("<base href='/x/'>", "https://post.example/y/z", "https://post.example/x/a", id="relative base"),
        pytest.param("<base href='data:,'>", "https://post.example/y/z", "https://post.example/y/a", id="useless base"),
        pytest.param("<link rel=canonical href='https://c.example/n/'>", None, "https://c.example/n/a", id="canonical"),
        pytest.param("", None, "a", id="nothing known: as written"),
        pytest.param("", "https://post.example/y/z", "https://post.example/y/a", id="where the page was"),
    ],
)
def test_what_addresses_are_resolved_against(head: str, url: str | None, expected: str) -> None:
    html = f"<html><head>{head}</head><body><p>{PROSE} See <a href='a'>this</a>.</p></body></html>"
    article = read(html.encode(), url=url)
    assert [link.url for block in article.blocks for link in block.links] == [expected]


def test_blocks_are_parted_by_a_blank_line_in_the_text() -> None:
    article = page("<p>One</p><p>Two <b>three</b></p>")
    assert article.text == "One\n\nTwo three"
    assert article.format is Format.HTML
    assert article.url == "https://post.example/2024/ferry"
    assert article.line_and_column(0) is None


def test_control_characters_do_not_get_in() -> None:
    article = read(b"<title>A&#27;[2JB</title><p>One&#27;[31m \x1btwo&#x9b;31m \x00three\x07</p>")
    assert not any((char < " " and char != "\n") or "\x7f" <= char <= "\x9f" for char in article.text)
    assert article.metadata.title == "A[2JB"


def test_a_live_blog_keeps_every_update() -> None:
    updates = "".join(
        f"<article><time>12:0{n}</time><h3>Update {n}</h3><p>{n}: {PROSE}</p></article>" for n in range(5)
    )
    found = blocks(f"<main><h1>Live: the ferry</h1>{updates}</main>")
    assert [text[0] for text, _, main in found if main and PROSE in text] == ["0", "1", "2", "3", "4"]


def test_an_embedded_post_is_a_quotation() -> None:
    found = blocks(
        f"<article><p>{PROSE}</p><blockquote class='twitter-tweet'><p>We will not wait any longer</p>— The Mayor "
        f"(@mayor) <a href='https://t.example/1'>2 May 2024</a></blockquote><p>{PROSE}</p></article>"
    )
    assert ("We will not wait any longer", "quotation", True) in found


def test_kinds_are_those_of_the_model() -> None:
    assert {kind for _, kind, _ in blocks("<h1>a</h1><p>b<ul><li>c</ul>")} <= set(BlockKind)


def test_an_article_that_no_body_tag_comes_before_is_read() -> None:
    article = read(b"<html><title>One</title><script>x()</script><article><p>He said no.</p></article>")
    assert article.text == "He said no."
