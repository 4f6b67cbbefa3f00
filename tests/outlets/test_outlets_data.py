"""The shipped tables fit each other, and are what the build makes of the project's tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.outlets import Outlets, build
from checker.outlets.registry import SHIPPED

TABLES = Path(__file__).parents[2] / ".." / "shared" / "data" / "outlets"
SHIPPED_TABLES = ("outlets.tsv", "domains.tsv", "names.tsv")


def lines(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (SHIPPED / name).read_text("utf-8").splitlines() if not line.startswith("#")]


def test_every_id_that_a_table_names_is_an_outlet() -> None:
    known = {row[0] for row in lines("outlets.tsv")}
    named = {outlet_id for row in lines("names.tsv") for outlet_id in row[3].split("|")}
    assert named | {row[1] for row in lines("domains.tsv")} | {row[1] for row in lines("programmes.tsv")} <= known


def test_every_parent_is_an_outlet() -> None:
    outlets = Outlets.shipped()
    missing = [row[0] for row in lines("outlets.tsv") if row[7] and outlets.by_id(row[7].partition(":")[2]) is None]
    assert missing == []


def test_every_domain_leads_to_its_outlet() -> None:
    outlets = Outlets.shipped()
    for domain, outlet_id in lines("domains.tsv"):
        outlet = outlets.by_url(f"https://{domain}/")
        assert outlet is not None and outlet.id == outlet_id, domain


def test_every_row_tells_where_it_comes_from() -> None:
    assert [row[0] for row in lines("outlets.tsv") if not row[9]] == []


def test_the_build_makes_the_shipped_tables(tmp_path: Path) -> None:
    if not TABLES.exists():
        pytest.skip("the tables of outlets are not beside the project")
    build.main(TABLES, tmp_path)
    for name in SHIPPED_TABLES:
        assert (tmp_path / name).read_bytes() == (SHIPPED / name).read_bytes(), (
            f"run checker.outlets.build: {name} differs"
        )
