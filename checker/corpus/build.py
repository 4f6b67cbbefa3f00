"""Articles into the tables of a corpus: read, found, resolved and written, a few thousand at a time.

An interrupted build is continued by the same call: what is stored to the byte is not read again. An article that comes
again with other bytes takes the place of what was stored of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checker.corpus.rows import Rows
from checker.corpus.sources import LeftOut, bytes_in, pieces_of
from checker.corpus.stored import Stored
from checker.corpus.tables import Corpus, Writer, open_corpus
from checker.corpus.workers import Handful, Workers
from checker.errors import CorpusError

# After so many new articles the tables are brought to disk and made known: a kill loses at most these.
_AT_ONCE = 2_000


@dataclass(slots=True)
class Built:
    """What has been done so far. `reach` of `total` bytes of the input are behind; `total` is 0 where nobody asked."""

    total: int = 0
    reach: int = 0
    articles: int = 0
    quotations: int = 0
    citations: int = 0
    same: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    undated: int = 0
    bugs: int = 0

    def take(self, handful: Handful) -> None:
        """Counts in what a handful brought."""
        self.reach = max(self.reach, handful.reach)
        self.articles += len(handful.articles)
        self.quotations += sum(len(rows.quotations) for rows in handful.articles)
        self.citations += sum(len(rows.citations) for rows in handful.articles)
        self.undated += sum(rows.undated is not None for rows in handful.articles)
        self.same += handful.same
        self.left_out.update(one.why for one in handful.left_out)
        self.bugs += len(handful.bugs)


@dataclass(frozen=True, slots=True)
class Told:
    """Whom a build tells of its progress, of what it leaves out, of dates that are none and of bugs, one by one.

    `progress` None: nobody looks, and the input's size is not asked for.
    """

    left_out: Callable[[LeftOut], None]
    undated: Callable[[str, str], None]
    bug: Callable[[LeftOut], None]
    progress: Callable[[Built], None] | None = None


def build(paths: Sequence[str], into: Path, told: Told, *, globs: Sequence[str] = (), jobs: int = 1) -> Built:
    """Reads every article of the paths into a corpus, which is made where there is none.

    Ctrl-C leaves what was read by then in whole tables, and goes on its way as KeyboardInterrupt.
    """
    from concurrent.futures.process import BrokenProcessPool

    corpus = open_corpus(into, create=True)
    built = Built(total=bytes_in(paths, globs) if told.progress else 0)
    with Workers(jobs, Stored.of(corpus)) as workers, _Desk(corpus) as desk:
        try:
            for handful in workers.read(pieces_of(paths, globs)):
                desk.take(handful)
                built.take(handful)
                _tell(told, handful, built)
        except BrokenProcessPool:
            raise CorpusError(
                "a process that read articles was ended from outside, most likely for want of memory; what was read is kept, "
                "and the same command with fewer --jobs goes on"
            ) from None
        finally:
            desk.write()
    return built


def _tell(told: Told, handful: Handful, built: Built) -> None:
    for left_out in handful.left_out:
        told.left_out(left_out)
    for rows in handful.articles:
        if rows.undated is not None:
            told.undated(rows.id, rows.undated)
    for bug in handful.bugs:
        told.bug(bug)
    if told.progress:
        told.progress(built)


class _Desk:
    """Rows gathered until they are worth a part file; of an article that comes twice the later stay."""

    def __init__(self, corpus: Corpus) -> None:
        self._writer = Writer(corpus)
        self._rows: dict[str, Rows] = {}

    def __enter__(self) -> _Desk:
        return self

    def __exit__(self, *_: object) -> None:
        self._writer.__exit__(None, None, None)

    def take(self, handful: Handful) -> None:
        """What was read."""
        for rows in handful.articles:
            self._rows[rows.id] = rows
        if len(self._rows) >= _AT_ONCE:
            self.write()

    def write(self) -> None:
        """Everything gathered becomes part of the corpus."""
        if not self._rows:
            return
        gathered = list(self._rows.values())
        self._writer.write("articles", [rows.article for rows in gathered])
        self._writer.write("quotations", [row for rows in gathered for row in rows.quotations])
        self._writer.write("citations", [row for rows in gathered for row in rows.citations])
        self._writer.commit()
        self._rows = {}
