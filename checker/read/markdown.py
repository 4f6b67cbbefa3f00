"""A Markdown post to an Article: it is turned to HTML and read by the same walker, so that both agree on what a block is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from checker.model import Article, Block, BlockKind, Format, Metadata, Reason, Span, Unavailable
from checker.read.addresses import base_of, is_web, written_out
from checker.read.blocks import walk
from checker.read.dates import date_line, iso
from checker.read.html import assemble, parse
from checker.read.lines import author_of_byline
from checker.read.page_words import Telling
from checker.read.pieces import Box, Piece
from checker.read.speech import calls_itself_speech
from checker.read.taming import tamed

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_LONGEST_FRONT = 64_000
_LONGEST = 8_000_000

# The parser takes up to 0.1 ms for each; a changelog of ten years has 20,000.
_MOST_SIGNS, _MOST_LINES = 100_000, 50_000

_LARGEST = 10**15  # a title may be a year; Python refuses to print numbers of 5,000 digits

# In this order; keys as blog engines use them, lower case.
_KEYS = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "site", "site_name", "sitename", "outlet"),
    "author": ("author", "authors", "byline", "by"),
    "published": ("date", "published", "publishdate", "pubdate", "publish_date", "date_published", "created"),
    "modified": ("lastmod", "updated", "modified", "last_modified_at", "last_modified", "date_modified"),
    "language": ("language", "lang", "locale"),
    "canonical": ("canonical", "canonical_url", "canonicalurl", "url", "permalink"),
}


def read_markdown(text: str, *, path: str | None = None, url: str | None = None) -> Article:
    """The article of a Markdown text; front matter becomes metadata, code and comments are no prose."""
    if len(text) > _LONGEST or sum(map(text.count, "<[|")) > _MOST_SIGNS or text.count("\n") > _MOST_LINES:
        message = f"the Markdown is too large to be read ({len(text):,} characters)"
        return Article("", (), Metadata(), Format.MARKDOWN, path, url, Unavailable(Reason.TOO_LARGE, message))
    front, body = split_front_matter(text)
    pieces, boxes = walk(parse(_rendered(body)))
    for piece in pieces:
        _link_addresses(piece)
    metadata = _from_front_matter(front)
    base = base_of(None, metadata.canonical, url)
    joined, blocks = assemble(pieces, boxes, _main(pieces, boxes), base)
    metadata = _completed(metadata, joined, blocks)
    if not blocks:
        unavailable = Unavailable(Reason.NO_PROSE, "the Markdown has no text")
        return Article("", (), metadata, Format.MARKDOWN, path, url, unavailable)
    return Article(joined, tuple(blocks), metadata, Format.MARKDOWN, path, url)


def split_front_matter(text: str) -> tuple[Mapping[str, object], str]:
    """The values at the head of a post, keys in lower case, and the rest; what is no front matter stays in the text."""
    first = text[:1000].partition("\n")[0]
    fence = first.rstrip()
    if fence not in _FENCES:
        return {}, text
    start = at = len(first) + 1
    for line in text[start:_LONGEST_FRONT].splitlines(keepends=True):
        if line.rstrip() in _FENCES[fence]:
            values = _parsed(fence, text[start:at])
            return ({}, text) if values is None else (values, text[at + len(line) :])
        at += len(line)
    return {}, text


def _parsed(fence: str, source: str) -> Mapping[str, object] | None:
    """None for what is no table of values: a text may well begin with a rule."""
    if fence == "+++":
        import tomllib

        try:
            values: object = tomllib.loads(source)
        except (ValueError, RecursionError):
            return None
    else:
        import yaml

        try:
            values = yaml.safe_load(source)
        except (yaml.YAMLError, RecursionError, ValueError):
            # One value that YAML does not take (a title with a colon) must not cost the others.
            values = dict(re.findall(r"^([A-Za-z_]{2,30}):[ \t]+(\S[^\n]{0,500})$", source, re.M)) or None
    if not isinstance(values, Mapping):
        return None
    return {str(key).lower(): value for key, value in values.items()}


def _rendered(body: str) -> str:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    renderer = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"]).use(footnote_plugin)
    renderer.add_render_rule("footnote_anchor", lambda *_: "")  # the arrow back from a note
    return str(renderer.render(tamed(body)))


def _link_addresses(piece: Piece) -> None:
    """Makes links of addresses that were only written out, as most blog engines do."""
    if piece.code or "://" not in piece.text:
        return
    gap = 0
    found = []
    for start, end, _ in [*piece.links, (len(piece.text), len(piece.text), "")]:
        written = piece.text[gap:start]
        found += [(gap + first, gap + last, written[first:last]) for first, last in written_out(written)]
        gap = end
    piece.links = sorted(piece.links + found)


def _main(pieces: list[Piece], boxes: list[Box]) -> list[bool]:
    """All but what inline HTML hides or sets aside; a post has no navigation."""
    aside: list[bool] = []
    for box in boxes:
        own = box.hidden or box.tag in ("aside", "nav", "form") or box.telling in (Telling.COMMENTS, Telling.HIDDEN)
        aside.append(own or (box.parent >= 0 and aside[box.parent]))
    return [piece.box < 0 or not aside[piece.box] for piece in pieces]


def _from_front_matter(front: Mapping[str, object]) -> Metadata:
    found = {name: value for name in _KEYS if (value := _front_value(front, name))}
    return Metadata(
        title=found.get("title"),
        publisher=found.get("publisher"),
        author=found.get("author"),
        published=found.get("published"),
        modified=found.get("modified"),
        language=found.get("language"),
        canonical=found.get("canonical"),
        declared_article=bool(front),
        where=tuple((name, "front matter") for name in sorted(found)),
    )


def _front_value(front: Mapping[str, object], name: str) -> str | None:
    """The first key for this that holds a value of the right kind."""
    for key in _KEYS[name]:
        value = _as_text(front.get(key))
        if value and name in ("published", "modified"):
            value = iso(value)
        if value and (name != "canonical" or is_web(value)):
            return value
    return None


def _as_text(value: object) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, list | tuple):
        names = (_scalar(item.get("name") if isinstance(item, Mapping) else item) for item in value[:10])
        return ", ".join(name for name in names if name) or None
    return _scalar(value)


def _scalar(value: object) -> str | None:
    """A value that is no list or table of values; in YAML these may hold themselves."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, str):
        return " ".join(value.split())[:1000] or None
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > _LARGEST:
        return None
    return str(value)


def _completed(metadata: Metadata, text: str, blocks: list[Block]) -> Metadata:
    """What the front matter does not say, from the first heading and the lines below it."""
    where = dict(metadata.where)
    title, author, published = metadata.title, metadata.author, metadata.published
    for block in blocks[:8]:
        line = Span(block.span.start, block.span.end).of(text)
        dated = date_line(line)
        if title is None and block.kind is BlockKind.HEADING:
            title, where["title"] = " ".join(line.split()), "first heading"
        elif published is None and dated and dated[0] and not dated[1]:
            published, where["published"] = dated[0], "date line"
        elif author is None and block.kind is BlockKind.BYLINE and not dated:
            author = author_of_byline(line)
            if author:
                where["author"] = "byline"
    return replace(
        metadata,
        title=title,
        author=author,
        published=published,
        declared_speech=calls_itself_speech(title or ""),
        where=tuple(sorted(where.items())),
    )
