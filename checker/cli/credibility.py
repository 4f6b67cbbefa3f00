"""Which outlets and ratings hold for a run, and its ledger: the settings, the options on top."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import LedgerError
from checker.model import Report
from checker.outlets import Outlets

if TYPE_CHECKING:
    from checker.ledger import Ledger
    from checker.outlets.ratings import Ratings
    from checker.outlets.record import Record
    from checker.report.profile_cited import CitedOutlet


class Credibility:
    """What is known of outlets in this run; each table is read when it is first asked for."""

    def __init__(
        self,
        *,
        outlets: Path | None = None,
        ratings: Path | None = None,
        low: float | None = None,
        ledger: Path | None = None,
    ) -> None:
        self._outlets, self._ratings = outlets, ratings
        self.low, self.ledger = low, ledger

    @classmethod
    def of(cls, options: argparse.Namespace, first: str | None) -> Credibility:
        """As the settings of the project that the first article lies in say, and the options of the command."""
        from checker.settings import settings_beside

        settings = settings_beside(first).outlets
        return cls(
            outlets=getattr(options, "outlets", None) or settings.file,
            ratings=getattr(options, "ratings", None) or settings.ratings,
            low=settings.low,
            ledger=getattr(options, "ledger", None),
        )

    @cached_property
    def outlets(self) -> Outlets:
        """Raises SettingsError for a file of one's own that is wrong."""
        return Outlets.with_file(self._outlets) if self._outlets else Outlets.shipped()

    @cached_property
    def ratings(self) -> Ratings:
        """Raises SettingsError, as above."""
        from checker.outlets.ratings import Ratings

        return Ratings.with_file(self.outlets, self._ratings) if self._ratings else Ratings(self.outlets)

    def cited(self, report: Report) -> tuple[CitedOutlet, ...]:
        """The profile of each outlet that an article cites, with its role there."""
        from checker.report.profile_cited import cited_outlets

        return cited_outlets(report, self.outlets, self.ratings, self._records(report))

    def profiles(self, report: Report) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """The same as labelled lines, by the outlet's id or name."""
        return {one.key: one.lines() for one in self.cited(report)}

    def remember(self, report: Report) -> None:
        """Into the ledger, where one is wanted; raises LedgerError."""
        import datetime

        if self.ledger:
            with self._open(create=True) as ledger:
                ledger.record(report, on=datetime.date.today().isoformat(), outlets=self.outlets)

    def _records(self, report: Report) -> dict[str, Record]:
        if not self.ledger:
            return {}
        cited = {source.outlet_id for source in report.reading.sources if source.outlet_id}
        try:
            with self._open(create=False) as ledger:
                return {outlet_id: ledger.of_outlet(outlet_id) for outlet_id in cited}
        except LedgerError:  # `remember` has said so, or it is the demonstration, which makes none
            return {}

    @contextmanager
    def _open(self, *, create: bool) -> Iterator[Ledger]:
        from checker.ledger import Ledger

        assert self.ledger is not None
        with Ledger(self.ledger, create=create) as ledger:
            yield ledger
