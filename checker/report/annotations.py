"""W3C Web Annotations: each quotation with its verdict, to be laid over the article by whoever reads that format."""

from __future__ import annotations

import hashlib
from typing import Any

from checker.model import Judgement, Report
from checker.report.fragment import page_link, web_address
from checker.report.jsonform import selector_context
from checker.report.jsontext import json_text
from checker.text.escape import for_terminal


class AnnotationsReport:
    """One page of annotations over all articles."""

    def __init__(self) -> None:
        self._first = True

    def start(self) -> str:
        """Everything before the first annotation."""
        return '{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": ['

    def report(self, report: Report) -> str:
        """The annotations of one article, a line each."""
        lines = []
        for judgement in report.judgements:
            form = json_text(_annotation(report, judgement), one_line=True).rstrip("\n")
            lines.append(("\n" if self._first else ",\n") + form)
            self._first = False
        return "".join(lines)

    def end(self) -> str:
        """The end of the page."""
        return "\n]}\n"


def _annotation(report: Report, judgement: Judgement) -> dict[str, Any]:
    article = report.article
    span = judgement.attribution.quotation.span
    source = web_address(article.url) or web_address(article.metadata.canonical) or for_terminal(article.name)
    identity = hashlib.sha256(f"{source}\0{span.start}\0{span.of(article.text)}".encode("utf-8", "replace"))
    return {
        "id": f"urn:sha256:{identity.hexdigest()}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": [_tag(judgement), *_comments(judgement), *_passages(report, judgement)],
        "target": {
            "source": source,
            "selector": [
                _quote_selector(article.text, span.start, span.end),
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            ],
        },
    }


def _tag(judgement: Judgement) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": "tagging", "value": judgement.verdict.value}


def _comments(judgement: Judgement) -> list[dict[str, Any]]:
    return [
        {
            "type": "TextualBody",
            "purpose": "commenting",
            "format": "text/plain",
            "value": f"{finding.level.value} {finding.rule}: {for_terminal(finding.message)}",
        }
        for finding in judgement.findings
    ]


def _passages(report: Report, judgement: Judgement) -> list[dict[str, Any]]:
    """The passages on their pages; a reconstruction has no page that holds the words."""
    originals = {original.id: original for original in report.originals}
    found = []
    for passage in judgement.passages:
        original = originals.get(passage.original)
        address = page_link(original) if original else None
        if original and address:
            selector = _quote_selector(original.text, passage.span.start, passage.span.end)
            found.append({"type": "SpecificResource", "purpose": "linking", "source": address, "selector": selector})
    return found


def _quote_selector(text: str, start: int, end: int) -> dict[str, str]:
    prefix, suffix = selector_context(text, start, end)
    return {"type": "TextQuoteSelector", "exact": text[start:end], "prefix": prefix, "suffix": suffix}
