"""Two processes at once, a kill in the middle, a full disk: no row lost or doubled, no broken file."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from ledger_reports import Checked, report

from checker.errors import LedgerError
from checker.ledger import Ledger
from checker.model import Verdict
from checker.outlets import Outlets
from checker.outlets.record import checked

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
OUTLETS = Outlets.shipped()
DAY = "2026-11-25"

# Writes its articles one after the other and says so after each; with "loop" it never ends.
WRITER = """
import sys
sys.path[:0] = [{root!r}, {here!r}]
from ledger_reports import Checked, report
from pathlib import Path
from checker.ledger import Ledger
from checker.outlets import Outlets
path, name, number = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
ledger, done = Ledger(path), 0
while number == "loop" or done < int(number):
    ledger.record(report(f"{{name}}{{done % 50}}", [Checked()] * 30), on="2026-11-25", outlets=Outlets.shipped())
    done += 1
    print(done, flush=True)
"""


def start(path: Path, name: str, number: str) -> subprocess.Popen[str]:
    code = WRITER.format(root=str(ROOT), here=str(HERE))
    return subprocess.Popen([sys.executable, "-c", code, str(path), name, number], stdout=subprocess.PIPE, text=True)


def whole(path: Path) -> None:
    """SQLite's own check of the file, and ours: every article has all its rows."""
    with sqlite3.connect(path) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        counts = file.execute(
            "SELECT number, (SELECT count(*) FROM quotation WHERE article = number) FROM article"
        ).fetchall()
        orphans = file.execute(
            "SELECT count(*) FROM credit WHERE article NOT IN (SELECT number FROM article)"
        ).fetchone()
    file.close()
    assert {count for _, count in counts} <= {30}
    assert orphans == (0,)


def test_two_processes_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "news.ledger"
    writers = [start(path, name, "25") for name in ("a", "b", "c")]
    assert [writer.wait(120) for writer in writers] == [0, 0, 0]
    for writer in writers:
        assert writer.stdout
        writer.stdout.close()
    whole(path)
    with Ledger(path) as ledger:
        record = ledger.of_outlet("jpost-com")
    assert (record.articles, checked(record.published)) == (75, 75 * 30)


def test_two_processes_write_the_same_articles(tmp_path: Path) -> None:
    path = tmp_path / "news.ledger"
    writers = [start(path, "same", "25") for _ in range(2)]
    for writer in writers:
        assert writer.wait(120) == 0
        assert writer.stdout
        writer.stdout.close()
    with Ledger(path) as ledger:
        assert ledger.of_outlet("jpost-com").articles == 25


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill a process at once")
@pytest.mark.parametrize("articles", [1, 7, 60])
def test_a_kill_in_the_middle(tmp_path: Path, articles: int) -> None:
    path = tmp_path / "news.ledger"
    writer = start(path, "a", "loop")
    assert writer.stdout
    for _ in range(articles):
        writer.stdout.readline()
    time.sleep(0.003)  # somewhere within the next article
    writer.kill()
    writer.wait(60)
    writer.stdout.close()
    with Ledger(path) as ledger:  # rolls back what was half done
        assert articles <= ledger.of_outlet("jpost-com").articles <= 50 or articles > 50
    whole(path)
    with Ledger(path) as ledger:
        ledger.record(report("after", [Checked()] * 30), on=DAY, outlets=OUTLETS)
    whole(path)


def test_a_full_disk(tmp_path: Path) -> None:
    """SQLite meets the end of its pages as it meets the end of a disk."""
    path = tmp_path / "news.ledger"
    with Ledger(path) as ledger:
        ledger.record(report("first", [Checked()] * 30), on=DAY, outlets=OUTLETS)
        ledger._file.execute(f"PRAGMA max_page_count = {path.stat().st_size // 4096 + 1}")
        again = report("first", [Checked(Verdict.ALTERED)] * 2000)
        with pytest.raises(LedgerError, match="the disk is full; the article was not recorded"):
            ledger.record(again, on=DAY, outlets=OUTLETS)
        assert ledger.of_outlet("jpost-com").published == {Verdict.VERBATIM: 30}, "what was there before is there still"
        ledger._file.execute("PRAGMA max_page_count = 100000")
        ledger.record(report("second", [Checked()] * 30), on=DAY, outlets=OUTLETS)
    whole(path)


def test_a_ledger_that_another_program_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.ledger.store._PATIENCE", 0.05)
    path = tmp_path / "news.ledger"
    Ledger(path).close()
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LedgerError, match="another program holds this ledger"):
        Ledger(path).record(report("a", [Checked()]), on=DAY, outlets=OUTLETS)
    holder.execute("ROLLBACK")
    holder.close()
    with Ledger(path) as ledger:
        ledger.record(report("a", [Checked()]), on=DAY, outlets=OUTLETS)
        assert ledger.of_outlet("jpost-com").articles == 1
