"""W3C Web Annotations: a quotation can be found again by its words and by its place."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from ferry_report import ARTICLE_TEXT, REPORT
from hostile_report import BARE, HOSTILE, hostile_report

from checker.model import Report
from checker.report.annotations import AnnotationsReport


def page(*reports: Report) -> Any:
    writer = AnnotationsReport()
    return json.loads(writer.start() + "".join(map(writer.report, reports)) + writer.end())


def test_the_envelope() -> None:
    assert page() == {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": []}
    assert len(page(REPORT, REPORT)["items"]) == 12


def test_both_selectors_lead_to_the_quotation() -> None:
    for item, judgement in zip(page(REPORT)["items"], REPORT.judgements, strict=True):
        quote, position = item["target"]["selector"]
        words = judgement.attribution.quotation.span.of(ARTICLE_TEXT)
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert quote["exact"] == words == ARTICLE_TEXT[position["start"] : position["end"]]
        assert quote["prefix"] + words + quote["suffix"] in ARTICLE_TEXT


def test_the_body_has_the_verdict_the_findings_and_the_passage() -> None:
    body = page(REPORT)["items"][0]["body"]
    assert [(one["type"], one["purpose"]) for one in body] == [
        ("TextualBody", "tagging"),
        ("TextualBody", "commenting"),
        ("TextualBody", "commenting"),
        ("SpecificResource", "linking"),
        ("SpecificResource", "linking"),
    ]
    assert body[0]["value"] == "distorted"
    assert body[3]["source"] == "https://www.reuters.com/world/ferry-line/"
    assert body[3]["selector"]["exact"].startswith("We will not sell")


def test_a_reconstruction_is_no_target_of_a_link() -> None:
    assert [one["type"] for one in page(REPORT)["items"][2]["body"]] == ["TextualBody", "TextualBody"]


def test_an_annotation_has_a_name_of_its_own() -> None:
    names = [item["id"] for item in page(REPORT)["items"]]
    assert len(set(names)) == len(names)
    assert names == [item["id"] for item in page(REPORT)["items"]]
    assert all(re.fullmatch("urn:sha256:[0-9a-f]{64}", name) for name in names)


@pytest.mark.parametrize(
    ("url", "canonical", "source"),
    [
        ("https://paper.example/b", "https://paper.example/a", "https://paper.example/b"),
        (None, "https://paper.example/a", "https://paper.example/a"),
        (None, "javascript:alert(1)", "ferry.txt"),
        (None, None, "ferry.txt"),
    ],
)
def test_what_is_annotated(url: str | None, canonical: str | None, source: str) -> None:
    metadata = replace(REPORT.article.metadata, canonical=canonical)
    report = replace(REPORT, article=replace(REPORT.article, url=url, metadata=metadata))
    assert {item["target"]["source"] for item in page(report)["items"]} == {source}


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_file_has_nothing_bare_in_it(words: str) -> None:
    writer = AnnotationsReport()
    report = hostile_report(words)
    text = writer.start() + writer.report(report) + writer.end()
    assert not BARE.search(text)
    (item,) = json.loads(text)["items"]
    assert item["target"]["selector"][0]["exact"] == words
