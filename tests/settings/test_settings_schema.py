"""The published schema of the settings and the reading of them hold each other to account."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from checker.cli.silencing import checked, rule_names
from checker.errors import SettingsError
from checker.settings import FetchSettings, load_settings
from checker.settings.kinds import KINDS

SCHEMA = json.loads(files("checker.settings").joinpath("checker-settings.schema.json").read_text(encoding="utf-8"))
TABLES = {
    name: table["properties"] for name, table in SCHEMA["properties"].items() if name in ("fetch", "outlets", "corpus")
}


def test_it_is_a_schema_with_every_key_and_every_rule() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert {f"{table}.{key}" for table, keys in TABLES.items() for key in keys} == KINDS.keys()
    assert SCHEMA["properties"]["rules"]["propertyNames"]["enum"] == sorted(rule_names())
    assert SCHEMA["properties"]["ignore"]["items"]["properties"]["rule"]["enum"] == sorted(rule_names())


def test_the_defaults_are_those_of_the_program() -> None:
    for key, described in TABLES["fetch"].items():
        if "default" in described:
            assert getattr(FetchSettings(), key.replace("-", "_")) == described["default"], key


@pytest.mark.parametrize(
    ("text", "right"),
    [
        pytest.param('[fetch]\ncontact = "desk@paper.example"\nseconds = 2.5\nmax-age = "30d"\n', True, id="fetch"),
        pytest.param("[fetch]\nhops = -1\n", False, id="less than nothing"),
        pytest.param("[fetch]\nhopps = 1\n", False, id="a slip"),
        pytest.param('[fetch]\ncontact = "Büro"\n', False, id="an accent in a header"),
        pytest.param('[fetch]\nallow-host = ["bücher.internal"]\n', True, id="a host"),
        pytest.param('[fetch]\nallow-host = ["*.local"]\n', False, id="a pattern"),
        pytest.param('[fetch]\nmax-age = "a month"\n', False, id="a time in words"),
        pytest.param("[outlets]\nlow = 0.35\n", True, id="outlets"),
        pytest.param("[outlets]\nlow = 35\n", False, id="a percentage"),
        pytest.param('[corpus]\nmemory = "1.5GB"\nspill = "scratch"\n', True, id="corpus"),
        pytest.param('[corpus]\nmemory = "much"\n', False, id="no size"),
        pytest.param('[rules]\ntypo = "off"\n', True, id="a level"),
        pytest.param('[rules]\ntypo = "info"\n', False, id="no level"),
        pytest.param('[rules]\ntypoo = "off"\n', False, id="no rule"),
        pytest.param('[[ignore]]\nrule = "typo"\nreason = "é"\nuntil = 2027-01-31\n', True, id="an entry"),
        pytest.param('[[ignore]]\nrule = "typo"\n', False, id="without a reason"),
        pytest.param('[[ignore]]\nreason = "x"\n', False, id="everything"),
        pytest.param('[[ignore]]\nrule = "typo"\nreason = "x"\nuntil = "soon"\n', False, id="no day"),
        pytest.param('[[ignore]]\nrule = "typoo"\nreason = "x"\n', False, id="an entry for no rule"),
        pytest.param('[per-file-rules."old/*"]\ntypo = "off"\n', True, id="a level in a folder"),
        pytest.param('[per-file-rules."old/*"]\ntypoo = "off"\n', False, id="no rule in a folder"),
        pytest.param('[per-file-rules]\n"old/*" = ["typo"]\n', False, id="a list in a folder"),
        pytest.param("[other]\n", False, id="another table"),
    ],
)
def test_both_say_the_same(tmp_path: Path, text: str, right: bool) -> None:
    (tmp_path / "checker.toml").write_text(text, encoding="utf-8")
    # As an editor does: a day of TOML is a text to JSON.
    values = json.loads(json.dumps(tomllib.loads(text), default=str))
    assert jsonschema.Draft202012Validator(SCHEMA).is_valid(values) is right
    if right:
        checked(load_settings(tmp_path))
    else:
        with pytest.raises(SettingsError):
            checked(load_settings(tmp_path))
