"""What a page says about itself, and where each value was read.

JSON-LD first, then OpenGraph and meta elements, then `time` elements and bylines. `canonical` is the page's claim: it may
name another site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from checker.model import Metadata
from checker.read.addresses import is_web, resolve
from checker.read.dates import date_line, iso
from checker.read.json_ld import Node, article_node, names_of, text_of
from checker.read.lines import author_of_byline
from checker.read.meta_names import AUTHORS, LANGUAGES, MODIFIED, PUBLISHED, PUBLISHERS, TITLES
from checker.read.parts import Parts, words_of
from checker.read.pieces import Piece
from checker.read.speech import calls_itself_speech
from checker.text.late import late

_SITE_TAIL = late(r"\s+(?:[|–—·»:-]|--)\s+([^|–—·»]{2,60})$")
_CONTROLS = late("[\x00-\x1f\x7f-\x9f]")
_LANGUAGE = late(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")

_CAPTIONS = ("figcaption", "caption")  # the date and the name there are those of a picture

_TIER = "article:content_tier"
_FREE = {"true": True, "yes": True, "false": False, "no": False}

# What a page puts around its headline in its title, before and behind it.
_BEFORE_SITE, _BEHIND_SITE = "|–—·»-_", "|»·"

_IN_PATH = late(r"/((?:19|20)\d\d)([-/]?)([01]\d)\2([0-3]\d)(?=[/_-]|$)")
_TIME_OF_BYLINE = late(
    r"[\s,|·–-]+(?:on\s+[^\W\d_]{3,9}\.?\s+|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s+)?\d.*",
    re.S | re.I,
)

_BYLINE = 120  # the longest byline or date line, in letters

Found = tuple[str, str]  # the value and where it was read


def read_metadata(parts: Parts, pieces: list[Piece], main: list[bool], url: str | None = None) -> Metadata:
    """The metadata of a page; `pieces` and `main` serve for what only stands in its text."""
    linked = article_node(parts)
    node, by_id = linked if linked else ({}, {})
    metas = _metas(parts)
    head = _head(pieces, main)
    publisher = _publisher(node, by_id, metas)
    found: dict[str, Found | None] = {
        "title": _title(parts, node, metas, publisher[0] if publisher else None),
        "publisher": publisher,
        "author": _author(parts, node, by_id, metas, head),
        "published": _published(parts, node, metas, head) or _in_address(url or metas.get("og:url") or ""),
        "modified": _dated(node, "dateModified", metas, MODIFIED),
        "language": _language(parts, node, metas),
        "canonical": _canonical(parts, metas, url),
    }
    free = _free(parts, node)
    values = {name: _CONTROLS.sub("", value[0]) for name, value in found.items() if value}
    section = text_of(node.get("articleSection")) or metas.get("article:section", "")
    return Metadata(
        **values,
        declared_article=bool(node) or metas.get("og:type", "").lower() in ("article", "news", "newsarticle"),
        declared_speech=calls_itself_speech(
            values.get("title", ""), section=section, address=url or values.get("canonical", "")
        ),
        declared_free=free[0] if free else None,
        where=tuple(sorted((name, value[1]) for name, value in {**found, "declared_free": free}.items() if value)),
    )


def _free(parts: Parts, node: Node) -> tuple[bool, str] | None:
    """Whether the page says that its text is free to read, in any of the spellings that are met.

    >>> [_free_value(value) for value in (False, "True", "https://schema.org/False", ["no"], "")]
    [False, True, False, False, None]
    """
    value = _free_value(node.get("isAccessibleForFree"))
    if value is not None:
        return value, "json-ld"
    tiers = {str(meta.get("content")).lower() for meta in parts.all("meta") if meta.get("property") == _TIER}
    return ("locked" not in tiers, _TIER) if tiers & {"locked", "free"} else None


def _free_value(value: object) -> bool | None:
    if isinstance(value, list):
        value = next(iter(value), None)
    if isinstance(value, bool):
        return value
    return _FREE.get((text_of(value) or "").lower().rpartition("/")[2])


def _head(pieces: list[Piece], main: list[bool]) -> list[Piece]:
    """The first blocks of the article, with the short lines between its headline and its prose, which may not be main."""
    first = main.index(True) if True in main else 0
    long = (n for n in range(first, len(pieces)) if main[n] and len(pieces[n].text) > _BYLINE and pieces[n].tag != "h1")
    prose = next(long, len(pieces))
    near = range(first, min(len(pieces), first + 20))
    return [pieces[n] for n in near if (main[n] or n < prose) and pieces[n].tag not in _CAPTIONS][:12]


def _metas(parts: Parts) -> Mapping[str, str]:
    """The first content of each meta element, by its lower-case name."""
    metas: dict[str, str] = {}
    for meta in parts.all("meta"):
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


def _title(parts: Parts, node: Node, metas: Mapping[str, str], site: str | None) -> Found | None:
    headline = text_of(node.get("headline")) or (text_of(node.get("name")) if node else None)
    if headline:
        return headline, "json-ld"
    heads = [words_of(head) for head in parts.all("h1")[:3]]
    for value, where in _first(metas, TITLES):
        return _headline_in(value, heads) or _without_site(value, site), where
    if len(heads) == 1 and heads[0]:
        return heads[0], "h1"
    words = parts.title()
    if words:
        return _headline_in(words, heads) or _without_site(words, site), "title"
    return (heads[0], "h1") if heads and heads[0] else None


def _headline_in(title: str, heads: list[str]) -> str | None:
    """The headline that a title holds beside the name of the site or the section, however these are put together."""
    for head in heads:
        rest = title.removeprefix(head)
        behind = rest != title and rest.lstrip()[:1] in tuple(_BEFORE_SITE)
        rest = title.removesuffix(head)
        before = rest != title and rest.rstrip()[-1:] in tuple(_BEHIND_SITE)
        if (behind or before) and 5 * len(head) > 2 * len(title):
            return head
    return None


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
        (found for found in _first(metas, PUBLISHERS) if not is_web(found[0]) and not found[0].startswith("@")), None
    )


def _author(
    parts: Parts, node: Node, by_id: Mapping[str, Node], metas: Mapping[str, str], head: list[Piece]
) -> Found | None:
    names = names_of(node.get("author") or node.get("creator"), by_id)
    if names:
        return ", ".join(names[:10]), "json-ld"
    for value, where in _first(metas, AUTHORS):
        if not is_web(value) and len(value) <= 200:
            return author_of_byline(value) or value, where
    for element in parts.authors[:2]:
        words = words_of(element)
        if 3 <= len(words) <= 100:
            return _TIME_OF_BYLINE.sub("", author_of_byline(words) or words) or words, "byline"
    for line in _short_lines(head):
        author = author_of_byline(line)
        if author and author[0].isupper():
            return _TIME_OF_BYLINE.sub("", author), "byline"
    return None


def _published(parts: Parts, node: Node, metas: Mapping[str, str], head: list[Piece]) -> Found | None:
    found = _dated(node, "datePublished", metas, PUBLISHED)
    if found:
        return found
    for time in parts.all("time")[:20]:
        value = time.get("datetime")
        date = iso(value) if isinstance(value, str) else None
        if date and "updated" not in (time.get("class") or "") and time.get("itemprop") != "dateModified":
            return date, "time"
    for line in _short_lines(head):
        dated = date_line(line)
        if dated and dated[0] and not dated[1]:
            return dated[0], "date line"
        day = iso(line) if author_of_byline(line) else None
        if day:
            return day, "byline"
    return None


def _in_address(url: str) -> Found | None:
    """The day that many sites have in the path of an article."""
    found = _IN_PATH.search(url[:2000])
    date = iso(f"{found[1]}-{found[3]}-{found[4]}") if found else None
    return (date, "address") if date else None


def _short_lines(head: list[Piece]) -> Iterator[str]:
    return (
        line
        for piece in head
        if len(piece.text) <= 2 * _BYLINE
        for line in piece.text.split("\n")
        if len(line) <= _BYLINE
    )


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


def _language(parts: Parts, node: Node, metas: Mapping[str, str]) -> Found | None:
    root = parts.first("html")
    values = [(str(root.get("lang") or root.get("xml:lang") or ""), "html lang")] if root else []
    values += [(text_of(node.get("inLanguage")) or "", "json-ld"), *_first(metas, LANGUAGES)]
    for value, where in values:
        found = _LANGUAGE.match(value.strip())
        if found:
            return found[0].replace("_", "-"), where
    return None


def _canonical(parts: Parts, metas: Mapping[str, str], url: str | None) -> Found | None:
    for link in parts.all("link")[:500]:
        rel = link.get("rel")
        href = link.get("href")
        if isinstance(href, str) and "canonical" in str(rel).lower().split():
            address = resolve(href, url)
            if is_web(address):
                return str(address), "link canonical"
    address = resolve(metas["og:url"], url) if "og:url" in metas else None
    return (address, "og:url") if address and is_web(address) else None
