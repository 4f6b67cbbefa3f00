"""`corpus import`: quotations that somebody else has extracted, from Parquet, CSV or JSON lines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from checker.corpus.foreign import dates, tables_of
from checker.corpus.schemas import QUOTATIONS, conform
from checker.corpus.tables import Corpus, Writer
from checker.errors import CorpusError

COLUMNS = ("quotation_id", "article_id", "outlet", "published", "speaker", "cited_outlet", "cited_name", "text")
_NEEDED = ("quotation_id", "text")
_OF_ARTICLE = ["article_id", "outlet", "published", "published_at", "precision"]
# What is lost without a column, as the end of "no column …: …".
_LOST = {
    "article_id": "every quotation counts as an article of its own",
    "outlet": "nothing can be said of outlets",
    "published": "nothing can be said of who was first, and the same words need more evidence",
    "speaker": "the same words need more evidence",
}


@dataclass(slots=True)
class Imported:
    """What came of an import: rows taken, rows left out by reason with one example each, dates that are none, columns."""

    quotations: int = 0
    articles: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    undated: Counter[str] = field(default_factory=Counter)
    missing: dict[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()

    def leave_out(self, why: str, count: int, example: str) -> None:
        """Counts rows that cannot be used; `example` says where one of them is."""
        if count:
            self.left_out[why] += count
            self.examples.setdefault(why, example)


def import_quotations(corpus: Corpus, path: Path) -> Imported:
    """All usable rows of a file, in one commit; articles that come again replace what was stored of them.

    Raises CorpusError where the file cannot be read, or a column that must be there is not.
    """
    told = Imported()
    seen: set[str] = set()
    articles = []
    with Writer(corpus) as writer:
        whole_numbers = corpus.state.get("whole_numbers", True)
        for rows in tables_of(path, told.leave_out):
            _look_at_columns(rows, path, told)
            whole_numbers = whole_numbers and pa.types.is_integer(rows["quotation_id"].type)
            table = _quotations(_usable(rows, path, told, seen), told)
            told.quotations += table.num_rows
            articles.append(_articles([table.select(_OF_ARTICLE)]))
            writer.write("quotations", table)
        if articles:
            whole = _articles(articles)
            told.articles = whole.num_rows
            writer.write("articles", whole)
            writer.state["whole_numbers"] = whole_numbers
        writer.commit()
    return told


def _look_at_columns(rows: pa.Table, path: Path, told: Imported) -> None:
    """A column that must be there, those that would be missed, and those that nobody asked for."""
    names = rows.column_names
    for name in _NEEDED:
        if name not in names:
            raise CorpusError(f'{path}: there is no column "{name}"; it has {", ".join(names)[:200]}')
    told.missing = {name: lost for name, lost in _LOST.items() if name not in names}
    told.unknown = tuple(sorted({*told.unknown, *(name for name in names if name not in COLUMNS)}))


def _usable(rows: pa.Table, path: Path, told: Imported, seen: set[str]) -> pa.Table:
    """The known columns as text, without the rows that have no id or no words, or an id that came before."""
    table = pa.table({name: _text(rows, name, path) for name in COLUMNS if name in rows.column_names})
    no_id = pc.fill_null(pc.equal(table["quotation_id"], ""), True)
    table = _without(told, "has no id", table, no_id)
    words = pc.fill_null(pc.match_substring_regex(table["text"], pattern=r"[\p{L}\p{N}]"), False)
    table = _without(told, "has no words", table, pc.invert(words))
    ids = table["quotation_id"].to_pylist()
    if len(set(ids)) == len(ids) and seen.isdisjoint(ids):
        seen.update(ids)
        return table
    return _without(told, "has an id that came before", table, pa.array(_again(ids, seen), pa.bool_()))


def _again(ids: list[str], seen: set[str]) -> list[bool]:
    """Of each id whether it came before; all of them have, from now on."""
    again = []
    for one in ids:
        again.append(one in seen)
        seen.add(one)
    return again


def _without(told: Imported, why: str, table: pa.Table, wrong: pa.Array) -> pa.Table:
    """The table without some rows, which are counted; the first of them is the example."""
    count = pc.sum(wrong).as_py() or 0
    if not count:
        return table
    first = table.filter(wrong)["quotation_id"][0].as_py()
    told.leave_out(why, count, f'quotation "{str(first)[:60]}"')
    return table.filter(pc.invert(wrong))


def _text(rows: pa.Table, name: str, path: Path) -> pa.ChunkedArray:
    """A column as text; `published` may be a time as well and is kept as it is."""
    column = rows[name]
    if name == "published" and pa.types.is_temporal(column.type):
        return column
    try:
        return column.cast(pa.string())
    except pa.ArrowException:
        raise CorpusError(f'{path}: the column "{name}" holds {column.type}, not text') from None


def _quotations(rows: pa.Table, told: Imported) -> pa.Table:
    """The rows as the table `quotations` has them."""
    columns = {name: rows[name] for name in rows.column_names if name != "published"}
    columns.setdefault("article_id", rows["quotation_id"])
    columns["article_id"] = pc.coalesce(columns["article_id"], rows["quotation_id"])
    if "published" in rows.column_names:
        published, at, precision, wrong = dates(rows["published"])
        told.undated.update(wrong)
        columns |= {"published": published, "published_at": at, "precision": precision}
    return conform(pa.table(columns), "quotations", QUOTATIONS)


def _articles(tables: list[pa.Table]) -> pa.Table:
    """One row for each article, as its first quotation has it."""
    rows = pa.concat_tables(tables)
    wanted = [(name, "first") for name in _OF_ARTICLE if name != "article_id"]
    firsts = rows.group_by("article_id", use_threads=False).aggregate(wanted)
    return pa.table({name: firsts[name if name == "article_id" else f"{name}_first"] for name in _OF_ARTICLE})
