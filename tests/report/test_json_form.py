"""The JSON of reports: the field names that other programs rely on."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from ferry_report import ARTICLE_TEXT, REPORT, REUTERS_TEXT

from checker.report.jsonform import article_form, block_form, check_form, passage_form
from checker.report.jsontext import json_text

FORM: dict[str, Any] = json.loads(json_text(check_form(REPORT)))

FIELDS = {
    "report": "schema article quotations citations originals outlets findings summary",
    "article": "path title publisher author published modified language canonical",
    "quotation": "id start end text kind partial elided speaker_as_written speaker_start speaker_end speaker cue "
    "cue_start cue_end outlets outlet outlet_id basis translated originals verdict findings passages",
    "citation": "start end text name outlet_id relation translated parent_named url",
    "original": "id path url final_url outlet_id title published language fetched_at sha256 reconstruction status message",
    "passage": "original start end text sentence answers similarity information edits speaker speech prefix suffix",
    "edit": "op class original quotation",
    "finding": "rule level message evidence",
    "outlet": "outlet_id name start end ambiguous",
    "credit": "outlet outlet_id basis strength",
    "tied": "id tied",
}


@pytest.mark.parametrize(
    ("noun", "value"),
    [
        ("report", FORM),
        ("article", FORM["article"]),
        ("quotation", FORM["quotations"][0]),
        ("citation", FORM["citations"][0]),
        ("original", FORM["originals"][0]),
        ("passage", FORM["quotations"][0]["passages"][0]),
        ("edit", FORM["quotations"][0]["passages"][0]["edits"][0]),
        ("finding", FORM["quotations"][0]["findings"][0]),
        ("outlet", FORM["outlets"][0]),
        ("credit", FORM["quotations"][0]["outlets"][0]),
        ("tied", FORM["quotations"][0]["originals"][0]),
    ],
)
def test_every_promised_field_is_there(noun: str, value: dict[str, Any]) -> None:
    assert not set(FIELDS[noun].split()) - value.keys()


def test_positions_name_their_text() -> None:
    for quotation in FORM["quotations"]:
        assert ARTICLE_TEXT[quotation["start"] : quotation["end"]] == quotation["text"]
        assert quotation["speaker_as_written"] == (
            ARTICLE_TEXT[quotation["speaker_start"] : quotation["speaker_end"]] if quotation["speaker_start"] else None
        )
    passage = FORM["quotations"][0]["passages"][0]
    assert REUTERS_TEXT[passage["start"] : passage["end"]] == passage["text"]
    assert REUTERS_TEXT.startswith(passage["prefix"] + passage["text"] + passage["suffix"])


def test_edits_rebuild_both_sides() -> None:
    quotation = FORM["quotations"][0]
    edits = quotation["passages"][0]["edits"]
    assert "".join(edit["quotation_text"] for edit in edits) == quotation["text"]
    assert "".join(REUTERS_TEXT[slice(*edit["original"])] for edit in edits) == quotation["passages"][0]["text"]
    assert "".join(quotation["text"][slice(*edit["quotation"])] for edit in edits) == quotation["text"]


def test_what_is_tied_and_what_is_only_at_hand() -> None:
    assert FORM["quotations"][0]["originals"] == [{"id": "o1", "tied": "link"}, {"id": "o4", "tied": None}]


def test_the_status_of_an_original_is_read_or_why_not() -> None:
    assert [(o["id"], o["status"], o["reconstruction"]) for o in FORM["originals"]] == [
        ("o1", "read", False),
        ("o2", "read", True),
        ("o3", "read", False),
        ("o4", "read", False),
        ("o5", "not-at-hand", False),
    ]


def test_an_outlet_is_listed_once_at_its_first_mention() -> None:
    assert [outlet["name"] for outlet in FORM["outlets"]] == ["Reuters", "ANSA", "The Ferry Mirror", "Mehr News Agency"]
    assert ARTICLE_TEXT[FORM["outlets"][0]["start"] : FORM["outlets"][0]["end"]] == "Reuters"


def test_the_summary_counts_every_verdict() -> None:
    summary = FORM["summary"]
    assert summary["quotations"] == sum(summary["verdicts"].values()) == 6
    assert summary["findings"] == {"error": 1, "warning": 1, "note": 4}
    assert summary["incomplete"] is True


def test_the_text_comes_only_when_it_is_asked_for() -> None:
    assert "text" not in article_form(REPORT.article)
    assert article_form(REPORT.article, with_text=True)["text"] == ARTICLE_TEXT


def test_a_block_is_a_slice_of_the_text() -> None:
    block = block_form(REPORT.article.blocks[1], REPORT.article)
    assert block["text"] == ARTICLE_TEXT[block["start"] : block["end"]]
    assert (block["kind"], block["main"], block["links"]) == ("paragraph", True, [])


def test_a_passage_at_the_very_start_has_an_empty_prefix() -> None:
    passage = REPORT.judgements[2].passages[0]
    form = passage_form(passage, "“" + "x" * 500, "x" * 500)
    assert form["prefix"] == "“"
    assert len(form["suffix"]) == 32


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b[2J",
        "\x7f",
        "\x85",
        "\x9b31m",
        "\u2028",
        "\u2029",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\ud800",
        "\U000e0041",
        "\x00",
    ],
    ids=ascii,
)
def test_json_is_safe_to_look_at_and_still_says_the_same(hostile: str) -> None:
    text = json_text({"said": f"a{hostile}b"}, one_line=True)
    assert text.isascii()
    assert text.count("\n") == 1
    assert json.loads(text) == {"said": f"a{hostile}b"}


def test_letters_of_other_scripts_stay_readable() -> None:
    text = json_text({"said": "می‌رود, naïve, 新华社 👩‍👩‍👧"}, one_line=True)
    assert "می‌رود, naïve, 新华社 👩‍👩‍👧" in text


def test_json_lines_have_no_other_line_end() -> None:
    text = json_text(check_form(REPORT, with_text=True), one_line=True)
    assert len(re.split("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", text)) == 2
