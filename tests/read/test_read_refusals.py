"""What holds no article: each with its reason, and beside it the page that only looks like one."""

from __future__ import annotations

import pytest

from checker.model import Reason
from checker.read import read

SENTENCE = "The council met on Monday in the town hall to decide about the ferry, which has been out of service. "
BRIEF = f"<p>{SENTENCE}The mayor said that the boat would be back by May, and that nobody had to pay for it.</p>"
SHELL = '<div id="root"></div><script src="/app.js"></script>'


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        pytest.param(b"", Reason.EMPTY, id="empty"),
        pytest.param(b" \r\n\t ", Reason.EMPTY, id="white space"),
        pytest.param("\u00a0\u3000\u2028".encode(), Reason.EMPTY, id="white space beyond ASCII"),
        pytest.param(b"\xef\xbb\xbf", Reason.EMPTY, id="a byte-order mark alone"),
        pytest.param(b"\0\0\0\0", Reason.EMPTY, id="NULs alone"),
        pytest.param(b"%PDF-1.7\n...", Reason.BROKEN, id="PDF"),
        pytest.param(b"junk\n%PDF-1.4\n...", Reason.BROKEN, id="PDF after a line"),
        pytest.param(b"\x89PNG\r\n\x1a\n....", Reason.NOT_TEXT, id="PNG"),
        pytest.param(b"\xff\xd8\xff\xe0\x00\x10JFIF", Reason.NOT_TEXT, id="JPEG"),
        pytest.param(b"RIFF\x10\0\0\0WEBPVP8 ", Reason.NOT_TEXT, id="WebP"),
        pytest.param(b"PK\x03\x04\x14\x00", Reason.NOT_TEXT, id="office document"),
        pytest.param(b"\0\0\0\x18ftypmp42", Reason.NOT_TEXT, id="video"),
        pytest.param(bytes(range(256)) * 8, Reason.NOT_TEXT, id="any bytes"),
        pytest.param(b"<?xml version='1.0'?><rss><item>One</item></rss>", Reason.NOT_TEXT, id="feed"),
        pytest.param(b'{"headline": "One", "body": "two"}', Reason.NOT_TEXT, id="JSON"),
        pytest.param(b"<html></html>", Reason.NO_PROSE, id="page without a body"),
        pytest.param(b"<nav><a href=/>Home</a></nav>", Reason.NO_PROSE, id="navigation alone"),
        pytest.param(b"<!-- One --><p> </p>", Reason.NO_PROSE, id="a comment alone"),
    ],
)
def test_bytes_that_hold_no_text(body: bytes, reason: Reason) -> None:
    article = read(body)
    assert article.unavailable is not None
    assert article.unavailable.reason is reason
    assert article.unavailable.message
    assert (article.text, article.blocks) == ("", ())


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"ID3 tags are back in fashion.", id="ID3"),
        pytest.param(b"RIFF of the year: a guitar.", id="RIFF"),
        pytest.param(b"PK said no, and so did MZ.", id="initials"),
        pytest.param(b"The file began with %PDF-1.4, he said.", id="PDF in a sentence"),
        pytest.param(b"One \x1b[31mred\x1b[0m word.", id="colours of a terminal"),
        pytest.param(b"\x0cOne page.\x0cAnother.", id="form feeds"),
    ],
)
def test_texts_that_only_look_binary(body: bytes) -> None:
    article = read(body)
    assert article.unavailable is None
    assert len(article.blocks) == 1


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        pytest.param("<title>Page not found</title><p>Sorry, we could not find this page.", Reason.NOT_FOUND, id="soft 404"),
        pytest.param("<title>404 | The Post</title><h1>Oops</h1>", Reason.NOT_FOUND, id="404 in the title"),
        pytest.param("<h1>Seite nicht gefunden</h1><p>Bitte gehen Sie zurück.", Reason.NOT_FOUND, id="German"),
        pytest.param("<h1>Страница не найдена</h1>", Reason.NOT_FOUND, id="Russian"),
        pytest.param("<p>This article is no longer available.", Reason.NOT_FOUND, id="taken down"),
        pytest.param("<title>Just a moment...</title>", Reason.BLOCKED, id="robot check"),
        pytest.param("<title>Access Denied</title><p>You don't have permission to access this.", Reason.BLOCKED, id="denied"),
        pytest.param("<p>We detected unusual traffic from your network.", Reason.BLOCKED, id="unusual traffic"),
        pytest.param("<title>Before you continue</title><form><button>Accept all</button></form>", Reason.BLOCKED, id="consent"),
        pytest.param("<h1>We value your privacy</h1><p>We and our 863 partners store data.", Reason.BLOCKED, id="partners"),
        pytest.param("<p>Wir verwenden Cookies, um Inhalte zu zeigen.", Reason.BLOCKED, id="German consent"),
        pytest.param(f"{BRIEF}<p>Subscribe to continue reading", Reason.PAYWALL, id="stub with its call"),
        pytest.param(f"{BRIEF}<div>Already a subscriber? Log in</div>", Reason.PAYWALL, id="stub with a question"),
        pytest.param(f"{BRIEF}<p>Dieser Artikel ist exklusiv für Abonnenten", Reason.PAYWALL, id="German stub"),
        pytest.param(f"{BRIEF}<p>この記事は会員限定です。", Reason.PAYWALL, id="Japanese stub"),
        pytest.param("<title>Sign in to continue</title><form><p>Password</form>", Reason.LOGIN, id="login"),
        pytest.param("<h1>Welcome</h1><p>Please log in.<p>Forgot your password?", Reason.LOGIN, id="login by words"),
        pytest.param(SHELL, Reason.JAVASCRIPT, id="shell of an app"),
        pytest.param(f"<noscript>Please enable JavaScript.</noscript>{SHELL}", Reason.JAVASCRIPT, id="noscript"),
        pytest.param(f"<h1>Ferry</h1><script>{'var text = 1;' * 60}</script>", Reason.JAVASCRIPT, id="text in a script"),
        pytest.param("<p>Please turn on JavaScript to read.", Reason.JAVASCRIPT, id="said in the page"),
    ],
)  # fmt: skip
def test_pages_that_are_not_what_was_asked_for(page: str, reason: Reason) -> None:
    article = read(f"<html>{page}</html>".encode(), url="https://post.example/a")
    assert article.unavailable is not None
    assert article.unavailable.reason is reason
    assert article.blocks == ()
    assert article.url == "https://post.example/a"


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(f"<h1>404 people saved</h1>{BRIEF}", id="a number"),
        pytest.param(f"<h1>Access denied to reporters</h1>{BRIEF}", id="access denied to somebody"),
        pytest.param("<h1>Volcano</h1><p>The volcano shows unusual activity, the institute said.", id="a volcano"),
        pytest.param("<h1>Club</h1><p>“The show is only for subscribers,” the club said.", id="somebody is quoted"),
        pytest.param("<h1>Web</h1><p>„Bitte aktivieren Sie JavaScript“, stand auf der Seite.", id="quoted in German"),
        pytest.param(f"{BRIEF}<div>We use cookies</div>", id="a brief with a banner"),
        pytest.param(f"{BRIEF}<noscript>Please enable JavaScript</noscript>{SHELL}", id="a brief with a note"),
        pytest.param(f"{BRIEF}<div><a href=/l>Sign in or register</a></div>", id="a brief with a login link"),
        pytest.param(f"<p>{SENTENCE * 6}<p>Subscribe to continue reading", id="an article with a call"),
        pytest.param(f"<p>{SENTENCE * 6}<p>This page not found in our archive", id="an article that says so"),
        pytest.param("<h1>Ferry is back</h1>", id="a headline alone"),
        pytest.param("<p>No.", id="one word"),
        pytest.param(f"<p>{'市議会は月曜日に市役所で話し合った。' * 10}<p>We use cookies", id="Japanese"),
    ],
)  # fmt: skip
def test_articles_that_have_such_words(page: str) -> None:
    article = read(f"<html>{page}</html>".encode())
    assert article.unavailable is None
    assert article.blocks


@pytest.mark.parametrize(
    ("value", "words", "reason"),
    [
        pytest.param("false", 20, Reason.PAYWALL, id="false"),
        pytest.param('"False"', 20, Reason.PAYWALL, id="a string"),
        pytest.param('"https://schema.org/False"', 20, Reason.PAYWALL, id="an address"),
        pytest.param('["false"]', 20, Reason.PAYWALL, id="a list"),
        pytest.param("true", 20, None, id="free"),
        pytest.param('""', 20, None, id="empty"),
        pytest.param("null", 20, None, id="null"),
        pytest.param("false", 120, None, id="not free, and all there"),
    ],
)
def test_declared_not_free_is_a_stub_only_where_the_text_looks_cut(
    value: str, words: int, reason: Reason | None
) -> None:
    data = f'<script type="application/ld+json">{{"@type":"NewsArticle","isAccessibleForFree":{value}}}</script>'
    article = read(f"<html>{data}<p>{'word ' * words}".encode())
    assert (article.unavailable.reason if article.unavailable else None) is reason


@pytest.mark.parametrize(
    ("head", "free", "where"),
    [
        pytest.param('{"@type":"NewsArticle","isAccessibleForFree":false}', False, "json-ld", id="no"),
        pytest.param('{"@type":"NewsArticle","isAccessibleForFree":[false]}', False, "json-ld", id="no, in a list"),
        pytest.param('{"@type":"NewsArticle","isAccessibleForFree":"True"}', True, "json-ld", id="yes"),
        pytest.param('{"@type":"NewsArticle","isAccessibleForFree":"maybe"}', None, None, id="no answer"),
        pytest.param('{"@type":"WebPage","isAccessibleForFree":false}', None, None, id="not said of the article"),
        pytest.param("locked", False, "article:content_tier", id="locked"),
        pytest.param("free", True, "article:content_tier", id="free"),
        pytest.param("metered", None, None, id="metered"),
    ],
)
def test_whether_a_page_says_that_it_is_free_is_a_fact_of_its_own(
    head: str, free: bool | None, where: str | None
) -> None:
    data = f'<script type="application/ld+json">{head}</script>'
    tier = f'<meta property="article:content_tier" content="{head}">'
    article = read(f"<html>{data if head[0] == '{' else tier}<p>{'слово ' * 120}".encode())
    assert article.unavailable is None
    assert article.metadata.declared_free is free
    assert dict(article.metadata.where).get("declared_free") == where


def test_what_was_known_from_outside_is_kept_with_a_refusal() -> None:
    article = read(b"", path="a.txt", url="https://post.example/a", language="de")
    assert (article.path, article.url, article.metadata.language) == ("a.txt", "https://post.example/a", "de")
