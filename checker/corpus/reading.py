"""A piece of the input through `read`, `find` and `resolve`; pure but for the opening of its file."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from checker.corpus.rows import Rows, rows_of, storable
from checker.corpus.sources import LeftOut, Piece
from checker.corpus.stored import Stored
from checker.errors import CheckerError
from checker.fetch import load_article
from checker.model import Article
from checker.outlets import Outlets
from checker.pipeline import read_reading
from checker.read import read

# What a JSON line of an article may say, and under which other name it is met as well (`docs/corpus.md`).
FIELDS = ("id", "url", "text", "html", "title", "published", "outlet", "author", "language")
_HALF_PAIRS = re.compile("[\ud800-\udfff]")
_ALSO = {"published": "date", "outlet": "publisher"}


class BadLineError(Exception):
    """What is wrong with a JSON line, as the clause that follows its place."""


@dataclass(frozen=True, slots=True)
class Same:
    """An article that is stored already, to the byte."""

    id: str


@dataclass(frozen=True, slots=True)
class _Opened:
    """A piece with its bytes: `fields` are those of a JSON line."""

    id: str
    digest: str
    body: bytes
    fields: Mapping[str, str]
    content_type: str | None


def read_piece(piece: Piece, outlets: Outlets, stored: Stored | None = None) -> Rows | Same | LeftOut:
    """The rows of one article; one that is stored already is not read again."""
    try:
        opened = _opened(piece)
    except BadLineError as error:
        return LeftOut(piece.where, str(error))
    except CheckerError as error:
        return LeftOut(piece.where, str(error).removeprefix(f"{piece.where}: "))
    if stored is not None and stored.has(opened.id, opened.digest):
        return Same(opened.id)
    article = _article(piece, opened)
    if article.unavailable:
        return LeftOut(piece.where, article.unavailable.message)
    reading = read_reading(article, outlets)
    return rows_of(article, reading, outlets, id=opened.id, digest=opened.digest, outlet=opened.fields.get("outlet"))


def _opened(piece: Piece) -> _Opened:
    body = piece.body if piece.body is not None else load_article(piece.path or "")
    digest = hashlib.sha256(body).hexdigest()
    if not piece.line:
        return _Opened(storable(piece.id), digest, body, {"url": piece.url} if piece.url else {}, piece.content_type)
    fields = _fields(body)
    html = "html" in fields
    kind = "text/html" if html else "text/plain"
    text = _HALF_PAIRS.sub("\ufffd", fields["html" if html else "text"]).encode()
    id = fields.get("id") or fields.get("url") or piece.where
    return _Opened(storable(id), digest, text, fields, f"{kind}; charset=utf-8")


def _fields(line: bytes) -> dict[str, str]:
    """The fields of a line that are texts; raises BadLineError."""
    try:
        found: Any = json.loads(line)
    except (ValueError, RecursionError):
        raise BadLineError("this line is no JSON") from None
    if not isinstance(found, dict):
        raise BadLineError("this line is no JSON object")
    fields: dict[str, str] = {}
    for name in FIELDS:
        value = _text(found.get(name, found.get(_ALSO.get(name, name))))
        if value is None:
            raise BadLineError(f'the field "{name}" is no text')
        if value:
            fields[name] = value
    if not (fields.get("text") or fields.get("html")):
        raise BadLineError('it has neither "text" nor "html"')
    if not fields["html" if "html" in fields else "text"].strip():
        raise BadLineError("its text is blank")
    return fields


def _text(value: object) -> str | None:
    """A field as text, empty where it is not there: a number, or several authors, are as good. None for anything else."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return "" if value is None else value if isinstance(value, str) else None


def _article(piece: Piece, opened: _Opened) -> Article:
    """What a JSON line says of its article goes before what the page says of itself."""
    article = read(opened.body, path=piece.path, url=opened.fields.get("url"), content_type=opened.content_type)
    said, about = opened.fields, article.metadata
    about = replace(
        about,
        title=said.get("title", about.title),
        published=said.get("published", about.published),
        author=said.get("author", about.author),
        language=said.get("language", about.language),
    )
    return replace(article, metadata=about)
