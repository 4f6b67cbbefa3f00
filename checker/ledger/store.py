"""The file of the ledger: SQLite, one transaction an article, so that a kill or a full disk leaves what was there before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from checker.errors import LedgerError
from checker.ledger.rows import ArticleRow, QuotationRow, article_row, quotation_rows
from checker.model import Report, Verdict
from checker.outlets import Outlets
from checker.outlets.record import Record

if TYPE_CHECKING:
    import sqlite3

# "chkr" as a number: what SQLite keeps in the header of a file that is ours; and the version of the tables.
_APPLICATION, _VERSION = 0x63686B72, 1
# So long a second process waits for the first to finish an article; one takes milliseconds.
_PATIENCE = 60.0
_TABLES = """
CREATE TABLE article (
    number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, title TEXT NOT NULL,
    publisher TEXT NOT NULL, publisher_name TEXT NOT NULL, published TEXT NOT NULL, sha256 TEXT NOT NULL,
    checked_on TEXT NOT NULL
);
CREATE INDEX article_by_publisher ON article (publisher);
CREATE TABLE quotation (
    article INTEGER NOT NULL REFERENCES article (number), id TEXT NOT NULL, words TEXT NOT NULL, verdict TEXT NOT NULL,
    rules TEXT NOT NULL, original TEXT NOT NULL, counted INTEGER NOT NULL, reconstruction INTEGER NOT NULL,
    PRIMARY KEY (article, id)
) WITHOUT ROWID;
CREATE TABLE credit (
    outlet TEXT NOT NULL, article INTEGER NOT NULL, quotation TEXT NOT NULL, name TEXT NOT NULL,
    own_original INTEGER NOT NULL,
    PRIMARY KEY (outlet, article, quotation)
) WITHOUT ROWID;
CREATE INDEX credit_by_article ON credit (article);
"""


class Ledger:
    """Open it, `record` reports, close it; several processes may do so at once.

    Raises LedgerError where the file is no ledger, is locked for too long, or cannot be written.
    """

    def __init__(self, path: Path, *, create: bool = True) -> None:
        import sqlite3

        self.path = path
        if not create and not path.is_file():
            raise LedgerError(f"{path}: there is no ledger of this name; `checker check --ledger {path}` makes one")
        with self._told():
            self._file = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        with self._told():
            self._prepare(create)

    def _prepare(self, create: bool) -> None:
        known = self._numbers()
        if known == (0, 0) and create:
            with self._transaction():  # another process may have been quicker
                if self._numbers() == (0, 0):
                    self._make()
            known = self._numbers()
        if known != (_APPLICATION, _VERSION):
            self._file.close()
            of_another = known[0] == _APPLICATION
            what = f"a ledger of version {known[1]}, which this program does not read" if of_another else "no ledger"
            raise LedgerError(f"{self.path}: this file is {what}; give another name")

    def _make(self) -> None:
        empty = not self._file.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if empty:
            for statement in filter(str.strip, _TABLES.split(";")):
                self._file.execute(statement)
            self._file.execute(f"PRAGMA application_id = {_APPLICATION}")
            self._file.execute(f"PRAGMA user_version = {_VERSION}")

    def _numbers(self) -> tuple[int, int]:
        application, version = (
            self._file.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        )
        return application, version

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Everything recorded is on disk already."""
        self._file.close()

    def record(self, report: Report, *, on: str, outlets: Outlets) -> None:
        """Remember every quotation of a report; what the ledger had of the same article is replaced, all or nothing.

        `on` is the day of the check, ISO. An article that could not be read leaves no row.
        """
        if report.article.unavailable is None:
            self._write(article_row(report.article, outlets), tuple(quotation_rows(report)), on)

    def _write(self, article: ArticleRow, quotations: tuple[QuotationRow, ...], on: str) -> None:
        with self._told(), self._transaction():
            run, key = self._file.execute, _clean(article.key)
            run("DELETE FROM credit WHERE article = (SELECT number FROM article WHERE key = ?)", (key,))
            run("DELETE FROM quotation WHERE article = (SELECT number FROM article WHERE key = ?)", (key,))
            run("DELETE FROM article WHERE key = ?", (key,))
            fields = (key, article.name, article.title, article.publisher, article.publisher_name)
            added = run(
                "INSERT INTO article VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*map(_clean, fields), article.published, article.sha256, on),
            )
            number = added.lastrowid
            self._file.executemany(
                "INSERT INTO quotation VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (number, q.id, _clean(q.words), q.verdict, q.rules, q.original, q.counted, q.reconstruction)
                    for q in quotations
                ],
            )
            self._file.executemany(
                "INSERT INTO credit VALUES (?, ?, ?, ?, ?)",
                [(_clean(key), number, q.id, _clean(name), own) for q in quotations for key, name, own in q.credits],
            )

    def of_outlet(self, outlet: str) -> Record:
        """The record of one outlet, by its id (or its name, where it is in no registry); all zero where nothing is known."""
        return next(iter(self._records(outlet)), Record(outlet, outlet))

    def summary(self) -> tuple[Record, ...]:
        """Every publisher and every cited outlet, by its name."""
        return tuple(sorted(self._records(None), key=lambda record: (record.name.casefold(), record.outlet)))

    def _records(self, outlet: str | None) -> list[Record]:
        where = "" if outlet is None else "WHERE {} = :outlet"
        given = {"outlet": outlet}
        records: dict[str, Record] = {}
        with self._told():
            articles = self._file.execute(
                f"SELECT publisher, max(publisher_name), count(*) FROM article {where.format('publisher')} "
                "GROUP BY publisher",
                given,
            ).fetchall()
            published = self._file.execute(
                "SELECT publisher, verdict, sum(counted), sum(reconstruction) FROM quotation "
                f"JOIN article ON article = number {where.format('publisher')} GROUP BY publisher, verdict",
                given,
            ).fetchall()
            credited = self._file.execute(
                "SELECT outlet, max(credit.name), verdict, sum(counted AND own_original), "
                "sum(reconstruction AND own_original) FROM credit JOIN quotation "
                "ON quotation.article = credit.article AND quotation.id = credit.quotation "
                f"{where.format('outlet')} GROUP BY outlet, verdict",
                given,
            ).fetchall()
        for key, name, count in articles:
            records[key] = Record(key, name or key or "unknown publisher", articles=count)
        for key, verdict, counted, left_out in published:
            records[key] = _more(records[key], "published", verdict, counted, left_out)
        for key, name, verdict, counted, left_out in credited:
            records[key] = _more(records.get(key, Record(key, name)), "credited", verdict, counted, left_out)
        return list(records.values())

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """The lock for writing is taken at once, so that two processes wait for each other and never deadlock."""
        self._file.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._file.execute("COMMIT")
        except BaseException:
            if self._file.in_transaction:  # a full disk has rolled it back already
                self._file.execute("ROLLBACK")
            raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        """SQLite's complaints as one sentence."""
        import sqlite3

        try:
            yield
        except sqlite3.Error as error:
            raise LedgerError(f"{self.path}: {_sentence(error)}") from None


def _sentence(error: sqlite3.Error) -> str:
    said = str(error)
    if "full" in said:
        return "the disk is full; the article was not recorded, what was there before is unharmed"
    if "locked" in said:
        return "another program holds this ledger; try again when it is done"
    if "not a database" in said or "malformed" in said:
        return "this file is no ledger; give another name"
    return f"the ledger cannot be used ({said}); look at its folder and its permissions"


def _more(record: Record, side: str, verdict: str, counted: int, left_out: int) -> Record:
    counts = dict(getattr(record, side))
    if counted:
        counts[Verdict(verdict)] = counted
    return record._replace(**{side: counts}, left_out=record.left_out + left_out)  # type: ignore[arg-type]


def _clean(text: str) -> str:
    """SQLite takes no half of a surrogate pair, which a broken page may hold."""
    return text.encode("utf-8", "replace").decode()
