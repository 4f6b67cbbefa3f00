"""Make the shipped tables from the project's tables of outlets: `python -m checker.outlets.build FOLDER`.

FOLDER holds outlets.csv and ambiguous.csv. Written are outlets.tsv, domains.tsv and names.tsv in `data/`; the same
tables give the same bytes. What the columns and flags mean stands in `data/README.md`.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checker.outlets.names import DESCRIPTIONS, WORD, written
from checker.outlets.registry import SHIPPED

Row = Mapping[str, str]

# A row that three lists know independently of each other is an outlet of some standing; below that the tables hold
# many sites that no article cites.
_LISTS_NEEDED = 3
_QUALIFIER = re.compile(r"\s*\((?!RFE)[^)]*\)$|(?<=^\w{5})\s+Magazine$|(?<=^\w{7})\s+Magazine$")
_ARTICLE = re.compile(r"^(?:the|The)\s+(?=\S)")
_POSSESSIVE = re.compile(r"^.*\w['’]s?$")
_GENERIC = re.compile(r"\bstate (?:tv|television|media)$", re.IGNORECASE)
# Bare, these are a country, a magazine's city or an address; the tables have the outlet under a fuller name as well.
_NEVER = frozenset({"iran", "new york"})
# Papers called "The Day", "The Citizen", "The Coast": outside their town nobody names them so. "The Oregonian" is clear.
_UNMISTAKABLE = re.compile(r"(?:ian|ean)$|-")
# Names of outlets that are everyday words or names of people and places as well. The ambiguous names of the tables
# come on top; these are rows that have no second reading there.
_COMMON = frozenset(
    "slate salon dawn insider economist independent forward intercept farda kan bild geo time spiegel asahi anadolu "
    "drudge repubblica antara shafaq saba petra corriere yedioth azadi alhurra hamshahri spectator facebook current".split()
)


@dataclass
class _Entry:
    """One name on its way into the table."""

    forms: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)


def main(folder: Path, into: Path = SHIPPED) -> None:
    """Read the tables of the folder and write the shipped ones."""
    rows = _read(folder / "outlets.csv")
    ambiguous = _read(folder / "ambiguous.csv")
    chosen = _choose(rows, ambiguous)
    programmes = [line.split("\t") for line in (SHIPPED / "programmes.tsv").read_text("utf-8").splitlines()[1:]]
    _write(into / "outlets.tsv", _outlet_lines(chosen))
    _write(into / "domains.tsv", _domain_lines(chosen))
    _write(into / "names.tsv", _name_lines(chosen, ambiguous, programmes))


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _choose(rows: Sequence[Row], ambiguous: Sequence[Row]) -> dict[str, Row]:
    """Rows gone through by hand, what a hand-made ambiguous name refers to, what several lists know, and all parents."""
    by_id = {row["id"]: row for row in rows}
    wanted = {row["id"] for row in rows if _by_hand(row) or len(_lists(row)) >= _LISTS_NEEDED}
    wanted |= {row["outlet_id"] for row in ambiguous if row["checked"] == "hand"}
    for outlet_id in sorted(wanted & by_id.keys()):
        parent = by_id[outlet_id]["parent"].partition(":")[2]
        wanted |= {parent} if parent else set()
    return {outlet_id: by_id[outlet_id] for outlet_id in sorted(wanted & by_id.keys()) if outlet_id}


def _by_hand(row: Row) -> bool:
    return "hand" in row["provenance"].split("|")


def _lists(row: Row) -> set[str]:
    return {entry.partition(":")[0] for entry in row["provenance"].split("|")}


def _outlet_lines(chosen: Mapping[str, Row]) -> list[str]:
    columns = "name aliases domains country languages type parent state_control provenance".split()
    return ["\t".join([row["id"], *(row[column] for column in columns)]) for row in chosen.values()]


def _domain_lines(chosen: Mapping[str, Row]) -> list[str]:
    owners: dict[str, str] = {}
    for row in sorted(chosen.values(), key=lambda row: (not _by_hand(row), row["id"])):
        for domain in filter(None, row["domains"].split("|")):
            owners.setdefault(domain.casefold(), row["id"])
    return [f"{domain}\t{outlet_id}" for domain, outlet_id in sorted(owners.items())]


def _name_lines(chosen: Mapping[str, Row], ambiguous: Sequence[Row], programmes: Sequence[Sequence[str]]) -> list[str]:
    entries: dict[str, _Entry] = {}
    doubtful = _add_ambiguous(entries, chosen, ambiguous)
    for row in sorted(chosen.values(), key=lambda row: (not _by_hand(row), row["id"])):
        _add_outlet(entries, row, doubtful)
    for name, outlet_id in programmes:
        key, form, _ = _keyed(name)
        entries[key] = _Entry([form], [outlet_id], {"p", *("d" if " " not in form else "")})
    return [_line(entries[key]) for key in sorted(entries)]


def _line(entry: _Entry) -> str:
    first = WORD.search(entry.forms[0].replace("{", ""))
    assert first is not None
    return "\t".join(
        [first.group().casefold(), "|".join(entry.forms), "".join(sorted(entry.flags)), "|".join(entry.ids)]
    )


def _keyed(name: str) -> tuple[str, str, str]:
    """The key under which equal names meet, the form without its article, and that article."""
    bare = _QUALIFIER.sub("", name.strip())
    article = _ARTICLE.match(bare)
    form = bare[article.end() :] if article else bare
    read = written(form)
    gaps = [*read.gaps, ""]
    key = "".join(word + between for word, between in zip(read.folded, gaps, strict=True))
    return key, form, article.group().strip() if article else ""


def _add_ambiguous(entries: dict[str, _Entry], chosen: Mapping[str, Row], ambiguous: Sequence[Row]) -> set[str]:
    """Names that may mean several outlets or none; returns the keys that may mean none."""
    own_names = {outlet_id: {_keyed(name)[0] for name in _names(row)} for outlet_id, row in chosen.items()}
    grouped: dict[str, list[Row]] = {}
    for row in ambiguous:
        if row["checked"] == "hand" and not row["alias"].endswith(" poll"):
            grouped.setdefault(_keyed(row["alias"])[0], []).append(row)
    for key, rows in grouped.items():
        _, form, article = _keyed(rows[0]["alias"])
        ids = list(
            dict.fromkeys(r["outlet_id"] for r in sorted(rows, key=lambda r: r["default"] != "1") if r["outlet_id"])
        )
        if not ids:
            continue
        entry = _Entry([form], ids)
        default = next((r["outlet_id"] for r in rows if r["default"] == "1"), "")
        if not _decided(key, form, ids, default, own_names):
            entry.flags.add("o")
        if _GENERIC.search(form):
            entry.flags.add("g")
        if any(not r["outlet_id"] for r in rows) or (len(ids) == 1 and not default):
            entry.flags.add("d")
        if article:
            entry.flags |= {"t", *("a" if " " not in form else "")}
        entries[key] = entry
    return {key for key, entry in entries.items() if entry.flags & {"d", "o", "a"}}


def _decided(key: str, form: str, ids: Sequence[str], default: str, own_names: Mapping[str, set[str]]) -> bool:
    """Whether the usual outlet may be taken: the name is one of its own, an acronym, or no other outlet's."""
    return bool(default) and (key in own_names.get(default, ()) or len(ids) == 1 or form.isupper())


def _names(row: Row) -> list[str]:
    return [row["name"], *filter(None, row["aliases"].split("|"))]


def _add_outlet(entries: dict[str, _Entry], row: Row, doubtful: set[str]) -> None:
    names = _names(row)
    own = {_keyed(name)[0]: _keyed(name)[1] for name in names}
    for name in names:
        key, form, article = _keyed(name)
        inner = _inner(form, own, doubtful)
        if inner == "" or key in _NEVER or "://" in name:
            continue
        if article and " " not in form and not _by_hand(row) and not _UNMISTAKABLE.search(form):
            continue
        _add_name(entries, key, inner or form, article, row)


def _add_name(entries: dict[str, _Entry], key: str, form: str, article: str, row: Row) -> None:
    alone = " " not in form
    entry = entries.get(key)
    if entry is None:
        entry = entries[key] = _Entry([form], [row["id"]])
        if alone and (key in _COMMON or not _by_hand(row)) and not form.isupper():
            entry.flags.add("d")
        if _GENERIC.search(form):
            entry.flags.add("g")
    elif row["id"] not in entry.ids:
        if not _by_hand(row):
            return
        entry.ids.append(row["id"])
        entry.flags.add("o")
    if form not in entry.forms:
        entry.forms.append(form)
    if article == "The":
        entry.flags.add("t")
        if alone and len(entry.forms) == 1 and form not in _names(row):
            entry.flags.add("a")


def _inner(form: str, own: Mapping[str, str], doubtful: set[str]) -> str | None:
    """What of a name is the outlet's own name, when the rest only describes it.

    None: all of it. "": nothing new, because the name inside is known and certain without the description. Else the
    form with the name in braces.
    """
    words = list(WORD.finditer(form))
    for size in range(len(words) - 1, 0, -1):
        for start in range(len(words) - size + 1):
            inside = form[words[start].start() : words[start + size - 1].end()]
            before, after = form[: words[start].start()], form[words[start + size - 1].end() :]
            key = _keyed(inside)[0]
            if key in own and _describes(before, after):
                known = own[key] == inside and key not in doubtful and key not in _COMMON
                return "" if known else f"{before}{{{inside}}}{after}"
    return None


def _describes(before: str, after: str) -> bool:
    """Whether what stands around a name are a possessive, adjectives and words for kinds of outlets."""
    if re.search(r"\w['’]?\S*[-/]$", before) or re.match(r"[-/'’]", after):
        return False
    words = before.split()
    owners = [number for number, word in enumerate(words) if _POSSESSIVE.match(word)]
    left = words[owners[-1] + 1 :] if owners else words
    return all(
        re.match(r"[a-z]|[A-Z]\w+-[a-z]|Russian|Italian|French|Turkish|Palestinian|Indonesian", w) for w in left
    ) and all(word in DESCRIPTIONS for word in after.split())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
