"""The article node of a page's JSON-LD."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping

from checker.read.parts import Parts

_ARTICLES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle "
    "AskPublicNewsArticle ReviewNewsArticle BlogPosting LiveBlogPosting SocialMediaPosting Report ScholarlyArticle "
    "AdvertiserContentArticle SatiricalArticle TechArticle".split()
)
_LONGEST = 2_000_000
_MOST_NODES = 5_000
_TRAILING_COMMA = re.compile(r",(?=\s{0,50}[}\]])")

Node = Mapping[str, object]


def article_node(parts: Parts) -> tuple[Node, Mapping[str, Node]] | None:
    """The first node that calls itself an article, and all nodes by their `@id`; None where there is none.

    Data that is no JSON even after the usual repairs (line ends in strings, a comma too many) is passed over.
    """
    by_id: dict[str, Node] = {}
    found: Node | None = None
    for node in _nodes(parts):
        name = node.get("@id")
        if isinstance(name, str) and len(node) > len(by_id.get(name, {})):
            by_id[name] = node
        if found is None and _is_article(node):
            found = node
    return (found, by_id) if found is not None else None


def text_of(value: object) -> str | None:
    """A string value without entities and doubled blanks; the first of a list."""
    if isinstance(value, list):
        value = next((item for item in value if item), None)
    if isinstance(value, Mapping):
        value = value.get("@value")
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(value).split()) or None


def names_of(value: object, by_id: Mapping[str, Node]) -> tuple[str, ...]:
    """The names of people or organisations, given as strings, nodes, references to nodes, or lists of these."""
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        node = item
        if isinstance(node, Mapping) and "name" not in node:
            node = by_id.get(str(node.get("@id")), node)
        name = text_of(node.get("name")) if isinstance(node, Mapping) else text_of(node)
        if name and name not in names and not name.startswith(("http://", "https://")):
            names.append(name)
    return tuple(names)


def _is_article(node: Node) -> bool:
    kinds = node.get("@type")
    return any(kind in _ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str))


def _nodes(parts: Parts) -> Iterator[Node]:
    """Every object in the page's JSON-LD that may be of use: at the top, in lists, graphs and main entities."""
    for script in parts.all("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() != "application/ld+json":
            continue
        waiting: list[object] = [_parsed(script.source())]
        for _ in range(_MOST_NODES):
            if not waiting:
                break
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting.extend(value[:1000])
            elif isinstance(value, Mapping):
                yield value
                waiting.extend(
                    value[key]
                    for key in ("@graph", "mainEntity", "mainEntityOfPage", "publisher", "author", "hasPart")
                    if key in value
                )


def _parsed(source: str) -> object:
    source = source.strip().removeprefix("<!--").removesuffix("-->").strip()[:_LONGEST]
    for attempt in (source, _TRAILING_COMMA.sub("", source.rstrip(";"))):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None
