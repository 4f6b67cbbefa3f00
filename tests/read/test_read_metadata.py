"""What a page says about itself, in which order the places are believed, and where each value was read."""

from __future__ import annotations

import json

import pytest

from checker.model import Metadata
from checker.read import read

PROSE = "<p>The council met on Monday in the town hall to decide about the ferry that has been out of service.</p>"
URL = "https://post.example/2024/ferry?x=1"


def metadata(head: str, body: str = PROSE, *, html: str = "<html>", language: str | None = None) -> Metadata:
    return read(f"{html}<head>{head}</head><body>{body}</body></html>".encode(), url=URL, language=language).metadata


def json_ld(**values: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **values})}</script>'


TITLE = '<meta property="og:title" content="From og"><title>From title</title>'


@pytest.mark.parametrize(
    ("head", "body", "title", "where"),
    [
        pytest.param(json_ld(headline="From data") + TITLE, PROSE, "From data", "json-ld", id="JSON-LD first"),
        pytest.param(TITLE, f"<h1>Head</h1>{PROSE}", "From og", "og:title", id="then OpenGraph"),
        pytest.param("<title>Title | Post</title>", f"<h1>Head</h1>{PROSE}", "Head", "h1", id="then the only h1"),
        pytest.param("<title>Title</title>", f"<h1>A</h1><h1>B</h1>{PROSE}", "Title", "title", id="of two h1 neither"),
        pytest.param("<title>Ferry is back | The Post</title>", PROSE, "Ferry is back", "title", id="a bar ends it"),
        pytest.param("<title>Ferry - back in May</title>", PROSE, "Ferry - back in May", "title", id="a dash may not"),
        pytest.param(
            "<meta property=og:site_name content='The Post'><title>Ferry is back - The Post</title>",
            PROSE,
            "Ferry is back",
            "title",
            id="the site's own name does",
        ),
        pytest.param(
            "<meta property=og:site_name content='Post.example'><title>Ferry is back -- Post.example</title>",
            PROSE,
            "Ferry is back",
            "title",
            id="after two hyphens too",
        ),
        pytest.param(
            "<title>Fähre «zurück» &amp; bereit – 渡し船</title>",
            PROSE,
            "Fähre «zurück» & bereit – 渡し船",
            "title",
            id="beyond ASCII, with an entity",
        ),
        pytest.param(json_ld(headline="A &amp; B &quot;C&quot;"), PROSE, 'A & B "C"', "json-ld", id="escaped twice"),
        pytest.param(json_ld(headline="  A\n B "), PROSE, "A B", "json-ld", id="white space"),
        pytest.param(json_ld(headline="") + TITLE, PROSE, "From og", "og:title", id="empty in JSON-LD"),
        pytest.param("<meta property=og:title content=' '><title>T</title>", PROSE, "T", "title", id="empty meta"),
        pytest.param("<svg><title>Logo</title></svg>", f"<h1>Head</h1>{PROSE}", "Head", "h1", id="title of a picture"),
    ],
)
def test_the_title(head: str, body: str, title: str, where: str) -> None:
    found = metadata(head, body)
    assert (found.title, dict(found.where)["title"]) == (title, where)


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        pytest.param(json_ld(publisher={"@type": "Organization", "name": "The Post"}), "The Post", id="node"),
        pytest.param(json_ld(publisher="The Post"), "The Post", id="string"),
        pytest.param(json_ld(publisher=[{"name": "A"}, {"name": "B"}]), "A", id="list"),
        pytest.param(
            '<script type="application/ld+json">{"@graph": [{"@type": "Organization", "@id": "#o", "name": "The Post"},'
            '{"@type": "NewsArticle", "publisher": {"@id": "#o"}}]}</script>',
            "The Post",
            id="reference within a graph",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"@id": "#o"}}</script>'
            '<script type="application/ld+json">{"@type": "Organization", "@id": "#o", "name": "The Post"}</script>',
            "The Post",
            id="reference to another script",
        ),
        pytest.param("<meta property=og:site_name content='The Post'>", "The Post", id="OpenGraph"),
        pytest.param("<meta property=article:publisher content='https://f.example/p'>", None, id="an address is none"),
        pytest.param("", None, id="nothing said"),
    ],
)
def test_the_publisher(head: str, publisher: str | None) -> None:
    assert metadata(head).publisher == publisher


@pytest.mark.parametrize(
    ("head", "body", "author"),
    [
        pytest.param(json_ld(author={"name": "Jane Doe"}), PROSE, "Jane Doe", id="JSON-LD"),
        pytest.param(
            json_ld(author=[{"name": "Jane Doe"}, {"name": "José Núñez"}]), PROSE, "Jane Doe, José Núñez", id="two"
        ),
        pytest.param(json_ld(author=["Jane Doe", "Jane Doe"]), PROSE, "Jane Doe", id="the same twice"),
        pytest.param(json_ld(author={"name": "https://p.example/jane"}), PROSE, None, id="an address is none"),
        pytest.param("<meta name=author content='By Jane Doe'>", PROSE, "Jane Doe", id="meta with By"),
        pytest.param("<meta name=author content=https://f.example/a>", PROSE, None, id="meta with an address"),
        pytest.param("", f"<a rel='author nofollow' href=/j>Jane Doe</a>{PROSE}", "Jane Doe", id="rel author"),
        pytest.param("", f"<span itemprop=author><b>Jane</b> Doe</span>{PROSE}", "Jane Doe", id="itemprop"),
        pytest.param("", f"<p>By Jane Doe, Harbour correspondent</p>{PROSE}", "Jane Doe", id="byline"),
        pytest.param("", f"<p>Von Jörg Müller</p>{PROSE}", "Jörg Müller", id="German byline"),
        pytest.param("", f"<p>By now the ferry is back</p>{PROSE}", None, id="By that begins a sentence"),
        pytest.param("", f"{PROSE * 14}<p>By Jane Doe</p>", None, id="By far down"),
    ],
)
def test_the_author(head: str, body: str, author: str | None) -> None:
    assert metadata(head, body).author == author


@pytest.mark.parametrize(
    ("head", "body", "published", "where"),
    [
        pytest.param(
            json_ld(datePublished="2024-05-02T10:00:00+04:30")
            + "<meta property=article:published_time content=2024-05-03>",
            PROSE,
            "2024-05-02T10:00:00+04:30",
            "json-ld",
            id="JSON-LD first, offset kept",
        ),
        pytest.param(
            json_ld(datePublished="soon") + "<meta property=article:published_time content=2024-05-02T10:00Z>",
            PROSE,
            "2024-05-02T10:00:00+00:00",
            "article:published_time",
            id="what is no date is passed over",
        ),
        pytest.param("<meta name=date content='2 May 2024'>", PROSE, "2024-05-02", "date", id="meta in words"),
        pytest.param(
            "",
            f"<time datetime=2024-05-02T10:00>today</time>{PROSE}",
            "2024-05-02T10:00:00",
            "time",
            id="time element, no offset made up",
        ),
        pytest.param(
            "",
            f"<time class=updated datetime=2024-05-03>x</time><time datetime=2024-05-02>y</time>{PROSE}",
            "2024-05-02",
            "time",
            id="the time of an update is another",
        ),
        pytest.param("", f"<p>Published 2 May 2024</p>{PROSE}", "2024-05-02", "date line", id="date line"),
        pytest.param(
            "",
            f"<h1>Ferry</h1><div>Jane Doe<br>The Post<br>Thu, 2 May 2024 17:55 UTC</div>{PROSE * 3}",
            "2024-05-02",
            "date line",
            id="a line of a byline",
        ),
        pytest.param(
            "", f"<h1>Ferry</h1>{PROSE}<div>2 May 2024</div>{PROSE}", "2024-05-02", "date line", id="below the lead"
        ),
        pytest.param(
            "",
            f"<div><h2>Ferry</h2><span>2 May 2024</span><div>{PROSE}{PROSE}</div></div>",
            "2024-05-02",
            "date line",
            id="below an h2",
        ),
        pytest.param("", f"<nav>2 May 2024</nav>{PROSE}", None, None, id="of the navigation it is none"),
        pytest.param("", f"<p>2. Mai 2024</p>{PROSE}", "2024-05-02", "date line", id="German date line"),
        pytest.param("", f"<p>On 2 May 2024 it sank.</p>{PROSE}", None, None, id="a date in prose is none"),
        pytest.param(
            "", f"<figure><figcaption>2 May 2024</figcaption></figure>{PROSE}", None, None, id="of a picture it is none"
        ),
        pytest.param("<meta name=date content=07/08/2020>", PROSE, None, None, id="July or August: neither"),
        pytest.param("<meta name=date content=2024-02-31>", PROSE, None, None, id="no such day"),
    ],
)
def test_the_date(head: str, body: str, published: str | None, where: str | None) -> None:
    found = metadata(head, body)
    assert (found.published, dict(found.where).get("published")) == (published, where)


@pytest.mark.parametrize(
    ("head", "modified"),
    [
        pytest.param(json_ld(dateModified="2024-05-03"), "2024-05-03", id="JSON-LD"),
        pytest.param(
            "<meta property=article:modified_time content=2024-05-03T01:02:03Z>", "2024-05-03T01:02:03+00:00", id="meta"
        ),
        pytest.param("", None, id="nothing said"),
    ],
)
def test_the_date_of_change(head: str, modified: str | None) -> None:
    assert metadata(head).modified == modified


@pytest.mark.parametrize(
    ("html", "head", "given", "language"),
    [
        pytest.param("<html lang=de-AT>", json_ld(inLanguage="en"), None, "de-AT", id="the root element first"),
        pytest.param("<html>", json_ld(inLanguage="en"), None, "en", id="then JSON-LD"),
        pytest.param("<html>", "<meta property=og:locale content=pt_BR>", None, "pt-BR", id="then meta"),
        pytest.param("<html lang=''>", "", "fa", "fa", id="else what is known from outside"),
        pytest.param("<html lang=de>", "", "fa", "de", id="the page wins over what is known from outside"),
        pytest.param("<html lang='{{lang}}'>", "", None, None, id="a template left over"),
    ],
)
def test_the_language(html: str, head: str, given: str | None, language: str | None) -> None:
    assert metadata(head, html=html, language=given).language == language


@pytest.mark.parametrize(
    ("head", "canonical"),
    [
        pytest.param("<link rel=canonical href=/2024/ferry>", "https://post.example/2024/ferry", id="relative"),
        pytest.param("<link rel=canonical href=https://other.example/b>", "https://other.example/b", id="another host"),
        pytest.param("<link rel='Canonical x' href=/a>", "https://post.example/a", id="several words"),
        pytest.param("<meta property=og:url content=https://post.example/a>", "https://post.example/a", id="og:url"),
        pytest.param("<link rel=canonical href='javascript:x'>", None, id="no web address"),
        pytest.param("<link rel=canonical><link rel=alternate href=/b>", None, id="none"),
    ],
)
def test_the_canonical_address_is_a_claim(head: str, canonical: str | None) -> None:
    assert metadata(head).canonical == canonical


@pytest.mark.parametrize(
    ("source", "title"),
    [
        pytest.param('{"@type":"NewsArticle","headline":"a\nb",}', "a b", id="line end in a string, a comma too many"),
        pytest.param('<!-- {"@type":"NewsArticle","headline":"a"} -->', "a", id="in a comment"),
        pytest.param(
            '[{"@type":"Person"},{"@type":["Thing","NewsArticle"],"headline":"a"}]', "a", id="list, two types"
        ),
        pytest.param('{"@type":"WebPage","mainEntity":{"@type":"Article","headline":"a"}}', "a", id="main entity"),
        pytest.param('{"@type":"Product","headline":"a"}', "T", id="no article"),
        pytest.param('{"@type":"NewsArticle","headline":', "T", id="cut"),
        pytest.param(
            '{"@type":"NewsArticle","headline":{"@value":"a","@language":"en"}}', "a", id="value with language"
        ),
        pytest.param("null", "T", id="null"),
        pytest.param("[" * 100_000, "T", id="nested without end"),
        pytest.param('{"@type":"NewsArticle","headline":7,"author":[null,3,{}],"publisher":[]}', "T", id="wrong types"),
    ],
)
def test_json_ld_as_it_comes(source: str, title: str) -> None:
    assert metadata(f'<title>T</title><script type="application/ld+json">{source}</script>').title == title


@pytest.mark.parametrize(
    ("head", "article", "speech"),
    [
        pytest.param(json_ld(headline="Ferry is back"), True, False, id="JSON-LD"),
        pytest.param("<meta property=og:type content=article><title>Ferry</title>", True, False, id="OpenGraph"),
        pytest.param("<meta property=og:type content=website><title>Ferry</title>", False, False, id="a website"),
        pytest.param("<title>Remarks by the Mayor at the Harbour</title>", False, True, id="remarks by"),
        pytest.param("<title>Mayor's remarks draw fire</title>", False, False, id="about remarks"),
        pytest.param("<title>Transcript: the mayor on the ferry</title>", False, True, id="transcript"),
        pytest.param("<title>Rede von Bürgermeisterin Müller</title>", False, True, id="German"),
        pytest.param(json_ld(headline="On ferries", articleSection="Speeches"), True, True, id="by its section"),
    ],
)
def test_what_the_page_calls_itself(head: str, article: bool, speech: bool) -> None:
    found = metadata(head)
    assert (found.declared_article, found.declared_speech) == (article, speech)
