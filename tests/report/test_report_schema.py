"""The published JSON Schema and the reports hold each other to account."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ferry_report import REPORT
from hostile_report import HOSTILE, hostile_report

from checker.fetch import load_captures
from checker.model import Basis, EditOp, Level, QuotationKind, Relation, Tie, Verdict
from checker.outlets import Outlets
from checker.outlets.ratings import Ratings
from checker.outlets.record import Record
from checker.pipeline import check, read_article
from checker.report.jsonform import SCHEMA as NAME
from checker.report.jsonform import check_form
from checker.report.profile_cited import cited_outlets

FIXTURES = sorted((Path(__file__).parents[2] / "fixtures").glob("*/article.*"))
SCHEMA = json.loads(files("checker.report").joinpath("checker-report-1.schema.json").read_text(encoding="utf-8"))


def closed(schema: Any) -> Any:
    """The same without room for more: a field that is new in the reports has to come into the schema as well."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    more = {"additionalProperties": False} if schema.get("type") == "object" and "properties" in schema else {}
    return {key: closed(value) for key, value in schema.items()} | more


CLOSED = jsonschema.Draft202012Validator(closed(SCHEMA))


def test_the_schema_is_one_and_says_which() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["title"] == NAME == SCHEMA["properties"]["schema"]["const"]
    assert '"additionalProperties": false' not in json.dumps(SCHEMA), "fields may be added within a version"


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("with_text", [False, True])
def test_every_fixture_s_report_is_as_published(path: Path, with_text: bool) -> None:
    report = check(read_article(path), load_captures([path.parent / "captures"]))
    outlets = Outlets.shipped()
    cited = cited_outlets(report, outlets, Ratings(outlets), {"reuters-com": Record("reuters-com", "Reuters")})
    CLOSED.validate(check_form(report, with_text=with_text, cited=cited if with_text else ()))


@pytest.mark.parametrize(
    "body", [b"", b"\x00\x01", b"Nothing is quoted here."], ids=["empty", "binary", "no quotations"]
)
def test_a_report_without_quotations_is_as_published(body: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(body)
    CLOSED.validate(check_form(check(read_article(tmp_path / "a.txt"))))


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_report_is_as_published(words: str) -> None:
    CLOSED.validate(check_form(hostile_report(words)))


def test_what_is_not_a_report_is_refused() -> None:
    form = check_form(REPORT)
    CLOSED.validate(form)
    for spoilt in (
        form | {"schema": "checker-report/2"},
        form | {"summary": {}},
        {key: value for key, value in form.items() if key != "originals"},
        form | {"quotations": [form["quotations"][0] | {"verdict": "wrong"}]},
        form | {"article": form["article"] | {"url": "https://a.example"}},
    ):
        assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(spoilt)


def words_of(*keys: str) -> list[str]:
    schema = SCHEMA["$defs"]
    for key in keys:
        schema = schema[key]
    return [word for word in schema["enum"] if word is not None]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("quotation", "properties", "verdict"), Verdict),
        (("quotation", "properties", "kind"), QuotationKind),
        (("quotation", "properties", "basis"), Basis),
        (("credit", "properties", "basis"), Basis),
        (("tied", "properties", "tied"), Tie),
        (("citation", "properties", "relation"), Relation),
        (("edit", "properties", "op"), EditOp),
        (("finding", "properties", "level"), Level),
    ],
    ids=lambda value: ".".join(value) if isinstance(value, tuple) else "",
)
def test_every_word_of_the_program_is_in_the_schema(keys: tuple[str, ...], words: Any) -> None:
    assert sorted(words_of(*keys)) == sorted(word.value for word in words)


def test_the_counts_have_every_verdict_and_level() -> None:
    summary = SCHEMA["$defs"]["summary"]["properties"]
    assert sorted(summary["verdicts"]["required"]) == sorted(Verdict)
    assert sorted(summary["findings"]["required"]) == sorted(Level)
