"""Bytes to an Article: HTML, Markdown, plain text or PDF, told by content. Pure: no file and no address is opened."""

from __future__ import annotations

from dataclasses import replace

from checker.model import Article, Format, Metadata, Reason, Unavailable
from checker.read.decode import decode
from checker.read.sniff import binary, format_of, is_pdf, looks_binary

__all__ = ["read"]


def read(
    body: bytes,
    *,
    path: str | None = None,
    url: str | None = None,
    content_type: str | None = None,
    charset: str | None = None,
    language: str | None = None,
) -> Article:
    """The article that the bytes hold.

    `content_type` and the ending of `path` are hints, what the bytes are wins. `charset` is what the server said,
    `language` what is known from outside; a language that the page declares is kept. What cannot be read (an empty
    file, a picture, a consent page) gives an article without blocks whose `unavailable` says why; nothing raises.

    >>> read(b"He said no.").blocks[0].kind.value
    'paragraph'
    """
    article = _read(body, path, url, content_type, charset)
    if language and article.metadata.language is None:
        where = tuple(sorted((*article.metadata.where, ("language", "given"))))
        article = replace(article, metadata=replace(article.metadata, language=language, where=where))
    return article


def _read(body: bytes, path: str | None, url: str | None, content_type: str | None, charset: str | None) -> Article:
    if not body.strip():
        return _none(Unavailable(Reason.EMPTY, "the file is empty"), Format.TEXT, path, url)
    if is_pdf(body):
        from checker.read.pdf import read_pdf

        return read_pdf(body, path=path, url=url)
    refused = binary(body)
    if refused:
        return _none(refused, Format.TEXT, path, url)
    text = decode(body, charset=charset, content_type=content_type)
    if looks_binary(text):
        return _none(
            Unavailable(Reason.NOT_TEXT, "the bytes are no text in any known encoding"), Format.TEXT, path, url
        )
    if not text.strip():
        return _none(Unavailable(Reason.EMPTY, "the file holds nothing but white space"), Format.TEXT, path, url)
    kind_or_refusal = format_of(text, path=path, content_type=content_type)
    if isinstance(kind_or_refusal, Unavailable):
        return _none(kind_or_refusal, Format.TEXT, path, url)
    if kind_or_refusal is Format.HTML:
        from checker.read.html import read_html

        return read_html(text, path=path, url=url)
    if kind_or_refusal is Format.MARKDOWN:
        from checker.read.markdown import read_markdown

        return read_markdown(text, path=path, url=url)
    from checker.read.text import read_text

    return replace(read_text(text), path=path, url=url)


def _none(unavailable: Unavailable, kind: Format, path: str | None, url: str | None) -> Article:
    return Article("", (), Metadata(), kind, path, url, unavailable)
