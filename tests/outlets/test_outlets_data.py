"""The shipped tables fit each other, and are what the build makes of the project's tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.outlets import Outlets, build
from checker.outlets.registry import SHIPPED

TABLES = Path(__file__).parents[2] / ".." / "shared" / "data" / "outlets"
SHIPPED_TABLES = ("outlets.tsv", "domains.tsv", "names.tsv", "ratings.tsv", "raters.tsv")


def lines(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (SHIPPED / name).read_text("utf-8").split("\n")[:-1] if line[0] != "#"]


def test_every_id_that_a_table_names_is_an_outlet() -> None:
    known = {row[0] for row in lines("outlets.tsv")}
    named = {outlet_id for row in lines("names.tsv") for outlet_id in row[3].split("|")}
    assert named | {row[1] for row in lines("domains.tsv")} | {row[1] for row in lines("programmes.tsv")} <= known
    assert len(known) == len(lines("outlets.tsv")) == len(Outlets.shipped()) > 25_000


@pytest.mark.parametrize("name", SHIPPED_TABLES)
def test_rows_stand_in_the_order_of_their_bytes(name: str) -> None:
    """Else they cannot be found by halving."""
    rows = (SHIPPED / name).read_bytes().split(b"\n")[:-1]
    rows = rows[1:] if rows[0].startswith(b"#") else rows
    assert rows == sorted(rows)
    assert len({row.count(b"\t") for row in rows}) == 1


def test_every_outlet_has_an_id_that_a_file_of_ones_own_can_name() -> None:
    assert [row[0] for row in lines("outlets.tsv") if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", row[0])] == []


def test_every_rating_has_a_rater_with_a_licence_and_lies_on_its_scale() -> None:
    raters = {row[0]: row for row in lines("raters.tsv")}
    assert all(row[7] and row[10].startswith("https://") for row in raters.values())
    for _, domain, rater, value, low, high, category, date in lines("ratings.tsv"):
        assert rater in raters and date, domain
        assert category or value, domain
        assert not value or float(low) <= float(value) <= float(high), domain


def test_what_is_sold_is_not_shipped() -> None:
    raters = " ".join(row[0] for row in lines("raters.tsv")).casefold()
    assert not any(name in raters for name in ("newsguard", "ad_fontes", "adfontes", "mbfc_factual"))


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
