"""When an article was published, as far as it says so: a moment or only a day."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from checker.read.dates import iso

TIME, DAY = "time", "day"

# A day is from its midnight so many microseconds long, less one.
DAY_LENGTH = 86_400_000_000 - 1
_WRITTEN_AS_DAY = len("2020-07-08")


@dataclass(frozen=True, slots=True)
class Moment:
    """`at` is UTC, of a day its midnight; a time that names no offset is taken for UTC. `precision` is "time" or "day"."""

    at: datetime.datetime
    precision: str

    @property
    def latest(self) -> datetime.datetime:
        """The last moment that it may mean."""
        return self.at if self.precision == TIME else self.at + datetime.timedelta(microseconds=DAY_LENGTH)

    def before(self, other: Moment) -> bool:
        """Whether it is the earlier one for certain: two that may be the same day are neither before the other."""
        return self.latest < other.at


def moment_of(published: str | None) -> Moment | None:
    """None where nothing is given, or what is given is no date to the day.

    >>> moment_of("2020-07-08T12:30:00+0430").at.isoformat(), moment_of("8 July 2020").precision
    ('2020-07-08T08:00:00+00:00', 'day')
    >>> moment_of("last Tuesday")
    """
    written = iso(published) if published else None
    if written is None:
        return None
    try:
        found = datetime.datetime.fromisoformat(written)
        aware = found if found.tzinfo else found.replace(tzinfo=datetime.UTC)
        at = aware.astimezone(datetime.UTC)
    except (ValueError, OverflowError):  # year 1 with an offset lies before the first year
        return None
    return Moment(at, DAY if len(written) == _WRITTEN_AS_DAY else TIME)
