"""Outlets of a user's own: what a row adds, corrects and takes away, and what is said of a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import SettingsError
from checker.outlets import Outlets

OWN = """\
id,name,aliases,domains,country,parent,note
hgaz,The Harbour Gazette,the Gazette|Hafenblatt Überm Deich,hgaz.example|town.example/gazette,,owned_by:harbour-group,a neighbour
harbour-group,Harbour Group,,,GB,,
reuters-com,,-Reuters TV|RTRS,-reuters.co.uk,,,
jpost-com,,,reuters.co.uk,,,
"""


def outlets(folder: Path, text: str) -> Outlets:
    path = folder / "own.csv"
    path.write_bytes(text.encode())
    return Outlets.with_file(path)


def ids(registry: Outlets, text: str) -> list[str | None]:
    return [mention.outlet_id for mention in registry.find_names(text)]


@pytest.fixture
def own(tmp_path: Path) -> Outlets:
    return outlets(tmp_path, OWN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The Harbour Gazette said", ["hgaz"], id="a new name"),
        pytest.param("told the Gazette", ["hgaz"], id="a short name that is certain now"),
        pytest.param("the Hafenblatt Überm Deich schrieb", ["hgaz"], id="not ASCII"),
        pytest.param("RTRS said", ["reuters-com"], id="a new alias of a shipped outlet"),
        pytest.param("Reuters said", ["reuters-com"], id="a shipped name stays"),
        pytest.param("Reuters TV said", ["reuters-com"], id="of a name taken away the shorter one is left"),
        pytest.param("the Harbour Group said", ["harbour-group"], id="a new owner"),
        pytest.param("Radio Farda said", ["radiofarda-com"], id="all others"),
    ],
)
def test_names_of_a_file_of_ones_own(own: Outlets, text: str, expected: list[str]) -> None:
    assert ids(own, text) == expected


def test_a_name_taken_away_is_shorter_in_the_text(own: Outlets) -> None:
    (mention,) = own.find_names("Reuters TV said")
    assert mention.span.of("Reuters TV said") == "Reuters"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("https://www.hgaz.example/a", "hgaz", id="a new domain"),
        pytest.param("https://town.example/gazette/1", "hgaz", id="with a path"),
        pytest.param("https://town.example/other", None, id="beside that path"),
        pytest.param("https://reuters.co.uk/a", "jpost-com", id="taken from one, given to another"),
        pytest.param("https://reuters.com/a", "reuters-com", id="all others"),
    ],
)
def test_domains_of_a_file_of_ones_own(own: Outlets, url: str, expected: str | None) -> None:
    outlet = own.by_url(url)
    assert (outlet.id if outlet else None) == expected


def test_what_a_row_does_not_say_stays(own: Outlets, tmp_path: Path) -> None:
    reuters, shipped = own.by_id("reuters-com"), Outlets.shipped().by_id("reuters-com")
    assert reuters and shipped
    assert (reuters.name, reuters.country, reuters.parent) == (shipped.name, shipped.country, shipped.parent)
    assert reuters.provenance[-1] == f"{(tmp_path / 'own.csv').as_posix()}:4"
    gazette = own.by_id("hgaz")
    assert gazette and (gazette.note, gazette.parent_id) == ("a neighbour", "harbour-group")
    assert len(own) == len(Outlets.shipped()) + 2
    assert [outlet.id for outlet in own] == sorted(outlet.id for outlet in own)
    assert Outlets.shipped().by_id("hgaz") is None, "the shipped registry does not change"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", ":1: the file is empty; its first line names the columns: id,name", id="empty"),
        pytest.param("name\nX\n", ':1: the column "id" is missing', id="no id"),
        pytest.param("id,nmae\n", ':1: no column is called "nmae"; there are id, name', id="an unknown column"),
        pytest.param("id,name,name\n", ":1: a column stands there twice", id="a column twice"),
        pytest.param("id,name\na,b,c\n", ":2: 3 fields under a header of 2; quote commas", id="a comma too many"),
        pytest.param("id,name\nA b,C\n", ':2: "A b" is no id', id="a wrong id"),
        pytest.param(
            "id,name\nnew-one,\n", ':2: "new-one" is not in the registry, so its row needs a name', id="no name"
        ),
        pytest.param("id,name\na-b,C\n\na-b,D\n", ':4: "a-b" has a row above already', id="twice"),
        pytest.param("id,name,domains\na-b,C,not a domain\n", ':2: "not a domain" is no domain', id="no domain"),
        pytest.param(
            "id,name,domains\na-b,C,x.example\nc-d,E,x.example\n",
            ':3: "x.example" was given to "a-b" above',
            id="a domain twice",
        ),
        pytest.param(
            "id,parent\nreuters-com,owner:x\n", ':2: "owner:x" is no parent; write service_of:ID', id="a wrong tie"
        ),
        pytest.param(
            "id,parent\nreuters-com,owned_by:nobody\n",
            ':2: no outlet has the id "nobody", the parent',
            id="a parent that nobody knows",
        ),
        pytest.param(
            "id,type\nreuters-com,paper\n", ':2: "paper" is no type; there are wire_agency', id="a wrong type"
        ),
        pytest.param("id,country\nreuters-com,England\n", ':2: "England" is no country', id="a wrong country"),
        pytest.param("id,state_control\nreuters-com,state\n", ':2: "state" is no code', id="a wrong code"),
        pytest.param(
            "id,aliases\nreuters-com,-Rooters\n", ':2: "Rooters" cannot be taken away', id="nothing to take away"
        ),
        pytest.param('id,name\n"a-b,C\n', ":2: it is not CSV (unexpected end of data)", id="an open quotation mark"),
        pytest.param('id,name\na-b,"C\nD"\n', ':3: "name" runs over two lines', id="two lines"),
        pytest.param("id,name,aliases\na-b,C,…\n", ':2: "…" holds no word', id="a name without a word"),
    ],
)
def test_a_wrong_row_is_named_by_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(SettingsError) as wrong:
        outlets(tmp_path, text)
    assert f"{(tmp_path / 'own.csv').as_posix()}{message}" in str(wrong.value)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"nothing\.csv: this file cannot be read \(No such file"):
        Outlets.with_file(tmp_path / "nothing.csv")
    (tmp_path / "latin.csv").write_bytes("id,name\na-b,Zürich\n".encode("latin-1"))
    with pytest.raises(SettingsError, match=r"latin\.csv:1: it is not UTF-8"):
        Outlets.with_file(tmp_path / "latin.csv")


def test_a_byte_order_mark_and_windows_lines_are_no_fault(tmp_path: Path) -> None:
    registry = outlets(tmp_path, "\ufeffid,name\r\na-b,Quayside Examiner\r\n")
    assert ids(registry, "The Quayside Examiner said") == ["a-b"]
