"""Make the shipped tables from the project's tables of outlets: `python -m checker.outlets.build FOLDER`.

FOLDER holds outlets.csv, ambiguous.csv, ratings.csv and raters.csv. Written are outlets.tsv, domains.tsv, names.tsv,
ratings.tsv and raters.tsv in `data/`; the same tables give the same bytes. What the columns and flags mean, and which
licence each row has, stands in `data/README.md`.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from checker.outlets.addresses import keys
from checker.outlets.build_names import Row, by_hand, name_rows, small_heads
from checker.outlets.registry import SHIPPED
from checker.outlets.table import sorted_lines

_OUTLET = "id name aliases domains country languages type parent state_control provenance".split()
_RATING = "domain rater value scale_min scale_max category date".split()
_RATER = "rater title by kind family scale to_0_1 licence note date".split()
# Where a reader finds what was taken over; the sources are named in the tables.
_LINKS = {
    "cite_unseen": "https://github.com/KevinPayravi/cite-unseen",
    "rsp_wikitext": "https://github.com/NovemLinguae/UserScripts",
    "lin2023": "https://github.com/hauselin/domain-quality-ratings",
    "asd_smm": "https://github.com/ASD-at-GMF/state-media-profiles",
    "opensources": "https://github.com/OpenSourcesGroup/opensources",
    "lasser2022": "https://github.com/JanaLasser/misinformation_domains",
    "cred1": "https://github.com/aloth/cred-1",
}
# A rater's rows are shipped when its licence says so; ratings that are sold or only shown to readers are not in the
# tables at all, and a row without a licence stays out.
_MAY_BE_SHIPPED = re.compile(r"CC BY|CC0|MIT|Apache|reuse allowed|compilation CC BY")


def main(folder: Path, into: Path = SHIPPED) -> None:
    """Read the tables of the folder and write the shipped ones."""
    outlets, ambiguous = list(map(_with_id, _read(folder / "outlets.csv"))), _read(folder / "ambiguous.csv")
    programmes = [line.split("\t") for line in (SHIPPED / "programmes.tsv").read_text("utf-8").splitlines()[1:]]
    domains = _domain_rows(outlets)
    names = name_rows(outlets, ambiguous, programmes)
    raters = [rater for rater in _read(folder / "raters.csv") if _MAY_BE_SHIPPED.match(rater["licence"])]
    known = {rater["rater"] for rater in raters}
    ratings = [rating for rating in _read(folder / "ratings.csv") if rating["rater"] in known]
    _write(into / "outlets.tsv", sorted_lines([[row[column] for column in _OUTLET] for row in outlets]))
    _write(into / "domains.tsv", sorted_lines(domains))
    _write(into / "names.tsv", [f"#{'|'.join(small_heads(names))}", *sorted_lines(names)])
    _write(into / "ratings.tsv", sorted_lines(_rating_rows(ratings, dict(domains))))
    _write(into / "raters.tsv", sorted_lines([[*(row[c] for c in _RATER), _LINKS[row["source"]]] for row in raters]))


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return [{column: " ".join(value.split()) for column, value in row.items()} for row in csv.DictReader(file)]


def _with_id(row: Row) -> Row:
    """The tables make ids of the letters a to z of a domain; a domain without any gets its number at Wikidata."""
    if row["id"].strip("-0123456789"):
        return row
    return {**row, "id": row["provenance"].lower().replace(":", "-")}


def _write(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")


def _domain_rows(outlets: Sequence[Row]) -> list[list[str]]:
    owners: dict[str, str] = {}
    for row in sorted(outlets, key=lambda row: (not by_hand(row), row["id"])):
        for domain in filter(None, row["domains"].split("|")):
            known = next(keys(domain), None)
            if known:  # the lists have a few slips ("paper..com")
                owners.setdefault(known, row["id"])
    return [[domain, outlet_id] for domain, outlet_id in owners.items()]


def _rating_rows(ratings: Sequence[Row], owners: Mapping[str, str]) -> Iterator[list[str]]:
    """Keyed by the outlet that the rated domain belongs to, else by the domain itself."""
    for row in ratings:
        owner = next((owners[key] for key in keys(row["domain"]) if key in owners), row["domain"])
        yield [owner, *(row[column] for column in _RATING)]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
