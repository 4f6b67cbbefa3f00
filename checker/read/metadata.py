"""What a page says about itself, and where each value was read.

JSON-LD first, then OpenGraph and meta elements, then `time` elements and bylines. `canonical` is the page's claim: it may
name another site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from checker.model import Metadata
from checker.read.addresses import is_web, resolve
from checker.read.blocks import Piece
from checker.read.dates import date_line, iso
from checker.read.json_ld import Node, article_node, names_of, text_of
from checker.read.lines import author_of_byline
from checker.read.speech import calls_itself_speech

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

# In this order; names as in `property`, `name` or `itemprop`, lower case.
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline")
_PUBLISHERS = (
    "og:site_name",
    "dc.publisher",
    "publisher",
    "article:publisher",
    "citation_journal_title",
    "application-name",
)
_AUTHORS = (
    "author",
    "article:author",
    "article:author_name",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "byline",
    "cxenseparse:author",
)
_PUBLISHED = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "published_time",
    "date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "article.published",
    "displaydate",
    "ptime",
    "bt:pubdate",
)
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "og:article:modified_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
    "revised",
)
_LANGUAGES = ("og:locale", "content-language", "dc.language", "language", "inlanguage")

_SITE_TAIL = re.compile(r"\s+[|–—·»:-]\s+([^|–—·»]{2,60})$")
_AUTHOR_WORD = re.compile(r"(?:^|\s)author(?:\s|$)")  # `rel` and `itemprop` hold several words
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")

_CAPTIONS = ("figcaption", "caption")  # the date and the name there are those of a picture

Found = tuple[str, str]  # the value and where it was read


def read_metadata(soup: BeautifulSoup, pieces: list[Piece], main: list[bool], url: str | None = None) -> Metadata:
    """The metadata of a parsed page; `pieces` and `main` serve for what only stands in its text."""
    linked = article_node(soup)
    node, by_id = linked if linked else ({}, {})
    metas = _metas(soup)
    head = [piece for piece, is_main in zip(pieces, main, strict=True) if is_main and piece.tag not in _CAPTIONS][:12]
    publisher = _publisher(node, by_id, metas)
    found: dict[str, Found | None] = {
        "title": _title(soup, node, metas, publisher[0] if publisher else None),
        "publisher": publisher,
        "author": _author(soup, node, by_id, metas, head),
        "published": _published(soup, node, metas, head),
        "modified": _dated(node, "dateModified", metas, _MODIFIED),
        "language": _language(soup, node, metas),
        "canonical": _canonical(soup, metas, url),
    }
    values = {name: _CONTROLS.sub("", value[0]) for name, value in found.items() if value}
    section = text_of(node.get("articleSection")) or metas.get("article:section", "")
    return Metadata(
        **values,
        declared_article=bool(node) or metas.get("og:type", "").lower() in ("article", "news", "newsarticle"),
        declared_speech=calls_itself_speech(
            values.get("title", ""), section=section, address=url or values.get("canonical", "")
        ),
        where=tuple(sorted((name, value[1]) for name, value in found.items() if value)),
    )


def _metas(soup: BeautifulSoup) -> Mapping[str, str]:
    """The first content of each meta element, by its lower-case name."""
    metas: dict[str, str] = {}
    for meta in soup.find_all("meta", limit=2000):
        content = meta.get("content")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = meta.get(attribute)
            if isinstance(name, str) and isinstance(content, str) and content.strip():
                metas.setdefault(name.strip().lower(), " ".join(content.split())[:2000])
    return metas


def _first(metas: Mapping[str, str], names: tuple[str, ...]) -> Iterator[Found]:
    for name in names:
        if name in metas:
            yield metas[name], name


def _title(soup: BeautifulSoup, node: Node, metas: Mapping[str, str], site: str | None) -> Found | None:
    headline = text_of(node.get("headline")) or (text_of(node.get("name")) if node else None)
    if headline:
        return headline, "json-ld"
    for value, where in _first(metas, _TITLES):
        return _without_site(value, site), where
    heads = [" ".join(head.get_text(" ").split()) for head in soup.find_all("h1", limit=3)]
    if len(heads) == 1 and heads[0]:
        return heads[0], "h1"
    title = soup.find("title")
    words = " ".join(title.get_text(" ").split()) if title else ""
    if words:
        return _without_site(words, site), "title"
    return (heads[0], "h1") if heads and heads[0] else None


def _without_site(title: str, site: str | None) -> str:
    """The title without the site's name after a bar or dash; other endings may belong to the headline."""
    tail = _SITE_TAIL.search(title[-80:])
    if tail and site and (site.lower() in tail[1].lower() or tail[1].lower() in site.lower()):
        return title[: len(title) - len(tail[0])]
    if tail and not site and tail[0].lstrip()[0] == "|":
        return title[: len(title) - len(tail[0])]
    return title


def _publisher(node: Node, by_id: Mapping[str, Node], metas: Mapping[str, str]) -> Found | None:
    for key in ("publisher", "sourceOrganization", "copyrightHolder"):
        names = names_of(node.get(key), by_id)
        if names:
            return names[0], "json-ld"
    return next(
        (found for found in _first(metas, _PUBLISHERS) if not is_web(found[0]) and not found[0].startswith("@")), None
    )


def _author(
    soup: BeautifulSoup, node: Node, by_id: Mapping[str, Node], metas: Mapping[str, str], head: list[Piece]
) -> Found | None:
    names = names_of(node.get("author") or node.get("creator"), by_id)
    if names:
        return ", ".join(names[:10]), "json-ld"
    for value, where in _first(metas, _AUTHORS):
        if not is_web(value) and len(value) <= 200:
            return author_of_byline(value) or value, where
    tags = ["a", "span", "div", "p"]
    for element in (soup.find(tags, rel=_AUTHOR_WORD), soup.find(tags, itemprop=_AUTHOR_WORD)):
        words = " ".join(element.get_text(" ").split())[:200] if element else ""
        if 3 <= len(words) <= 100:
            return author_of_byline(words) or words, "byline"
    for piece in head:
        author = author_of_byline(piece.text) if len(piece.text) <= 120 else None
        if author and author[0].isupper():
            return author, "byline"
    return None


def _published(soup: BeautifulSoup, node: Node, metas: Mapping[str, str], head: list[Piece]) -> Found | None:
    found = _dated(node, "datePublished", metas, _PUBLISHED)
    if found:
        return found
    for time in soup.find_all("time", limit=20):
        value = time.get("datetime")
        date = iso(value) if isinstance(value, str) else None
        if date and "updated" not in str(time.get("class", "")) and time.get("itemprop") != "dateModified":
            return date, "time"
    for piece in head:
        dated = date_line(piece.text)
        if dated and dated[0] and not dated[1]:
            return dated[0], "date line"
    return None


def _dated(node: Node, key: str, metas: Mapping[str, str], names: tuple[str, ...]) -> Found | None:
    in_node = text_of(node.get(key))
    date = iso(in_node) if in_node else None
    if date:
        return date, "json-ld"
    for value, where in _first(metas, names):
        date = iso(value)
        if date:
            return date, where
    return None


def _language(soup: BeautifulSoup, node: Node, metas: Mapping[str, str]) -> Found | None:
    root = soup.find("html")
    values = [(str(root.get("lang") or root.get("xml:lang") or ""), "html lang")] if root else []
    values += [(text_of(node.get("inLanguage")) or "", "json-ld"), *_first(metas, _LANGUAGES)]
    for value, where in values:
        found = _LANGUAGE.match(value.strip())
        if found:
            return found[0].replace("_", "-"), where
    return None


def _canonical(soup: BeautifulSoup, metas: Mapping[str, str], url: str | None) -> Found | None:
    for link in soup.find_all("link", limit=500):
        rel = link.get("rel")
        href = link.get("href")
        if isinstance(href, str) and "canonical" in str(rel).lower().split():
            address = resolve(href, url)
            if is_web(address):
                return str(address), "link canonical"
    address = resolve(metas["og:url"], url) if "og:url" in metas else None
    return (address, "og:url") if address and is_web(address) else None
