"""Which format bytes are in: their content tells, name and declared type are hints."""

from __future__ import annotations

import pytest

from checker.read import read

PROSE = "The council met on Monday in the town hall to decide about the ferry, which has been out of service."


@pytest.mark.parametrize(
    ("text", "path", "content_type", "expected"),
    [
        pytest.param(f"<!DOCTYPE html><p>{PROSE}", None, None, "html", id="doctype"),
        pytest.param(f"\n <!-- saved -->\n<html><p>{PROSE}", "a.txt", "text/plain", "html", id="html, called a text"),
        pytest.param(f"<?xml version='1.0'?><html xmlns='x'><p>{PROSE}", None, None, "html", id="XHTML"),
        pytest.param(f"<p>{PROSE}</p>", "a.txt", None, "html", id="fragment, called a text"),
        pytest.param(f"<div class='a'><p>{PROSE}</p></div>", "a", None, "html", id="fragment without an ending"),
        pytest.param(f"{PROSE}<br>{PROSE}", "a.html", None, "html", id="line breaks, called html"),
        pytest.param(f"{PROSE}<br>{PROSE}", None, "text/html", "html", id="line breaks, sent as html"),
        pytest.param(f"{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p>", None, None, "html", id="cut out of a page"),
        pytest.param(PROSE, "a.html", "text/html", "text", id="plain text, called html"),
        pytest.param(f"{PROSE} He wrote <b> on the wall.", None, None, "text", id="one tag in a text"),
        pytest.param("<Jane> said no\n<John> said yes", None, None, "text", id="names in angle brackets"),
        pytest.param("If a < b and c > d, no", None, None, "text", id="signs of less and more"),
        pytest.param(PROSE, "a.md", None, "markdown", id="plain text, called Markdown"),
        pytest.param(PROSE, None, "text/markdown; charset=utf-8", "markdown", id="sent as Markdown"),
        pytest.param(f"<p>{PROSE}</p>", "a.md", None, "markdown", id="a post in HTML"),
        pytest.param(f"---\ntitle: A\n---\n{PROSE}", "a.txt", None, "markdown", id="front matter, called a text"),
        pytest.param(f"+++\ntitle = 'A'\n+++\n{PROSE}", None, None, "markdown", id="TOML front matter"),
        pytest.param(f"---\n{PROSE}\n---\n", None, None, "text", id="rules that are no front matter"),
        pytest.param("# A\n\nSee [this](https://x.example/a).", "a.txt", None, "markdown", id="Markdown, called a text"),
        pytest.param(f"# A\n\n## B\n\n**Bold** {PROSE}\n\n> Said", None, None, "markdown", id="Markdown without a name"),
        pytest.param(f"* star\n* star\n\n{PROSE}\n\n*Said* so", "a.txt", None, "text", id="full of stars"),
        pytest.param(f"#1 in the list\n\n#2 in the list\n\n{PROSE} #ferry", "a.txt", None, "text", id="full of hashes"),
        pytest.param(f"> Who said so?\n\nI did.\n\n{PROSE}", "mail.txt", None, "text", id="a mail that quotes"),
        pytest.param(f"{PROSE} [1] [2]\n\n[1] Harbour Post, 2 May 2024", None, None, "text", id="numbered notes"),
        pytest.param(f"{PROSE} [sic] and [Assad](president)", None, None, "text", id="brackets"),
        pytest.param("WHAT IT IS\n----------\n\n" + PROSE, "a.txt", None, "text", id="one underlined title"),
        pytest.param('{"a" is no JSON', None, None, "text", id="not quite JSON"),
        pytest.param("[“No,” he said]", None, None, "text", id="a text in brackets"),
    ],
)  # fmt: skip
def test_the_format(text: str, path: str | None, content_type: str | None, expected: str) -> None:
    article = read(text.encode(), path=path, content_type=content_type)
    assert article.unavailable is None
    assert article.format.value == expected


def test_an_address_or_a_path_is_kept() -> None:
    article = read(PROSE.encode(), path="drafts/ferry.txt", url="https://post.example/a")
    assert (article.path, article.url, article.name) == (
        "drafts/ferry.txt",
        "https://post.example/a",
        "drafts/ferry.txt",
    )
