"""Dates as pages write them, turned to ISO 8601; an offset is kept, none is made up."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache

# Month names, cut to the letters that tell them apart, in the languages whose pages were met. Lower case.
_MONTHS = {
    1: "january jan januar janvier enero gennaio janeiro januari января stycznia ocak يناير ژانویه",
    2: "february feb februar février fevrier febrero febbraio fevereiro februari февраля lutego şubat فبراير فوریه",
    3: "march mar märz maerz mars marzo março maart марта marca mart مارس",
    4: "april apr avril abril aprile апреля kwietnia nisan أبريل ابريل آوریل",
    5: "may mai mayo maggio maio mei мая maja mayıs مايو مه",
    6: "june jun juni juin junio giugno junho июня czerwca haziran يونيو ژوئن",
    7: "july jul juli juillet julio luglio julho июля lipca temmuz يوليو ژوئیه",
    8: "august aug août aout agosto augustus августа sierpnia ağustos أغسطس اوت",
    9: "september sep sept septembre septiembre settembre setembro сентября września eylül سبتمبر سپتامبر",
    10: "october oct oktober okt octobre octubre ottobre outubro октября października ekim أكتوبر اکتبر",
    11: "november nov novembre noviembre novembro ноября listopada kasım نوفمبر نوامبر",
    12: "december dec dezember dez décembre decembre diciembre dicembre dezembro декабря grudnia aralık ديسمبر دسامبر",
}

# What may stand around the date of a line that is a date and nothing else.
_AROUND = frozenset(
    "published posted submitted updated update modified created on date at last first the of de del di den am um uhr le "
    "il el a à est edt et pst pdt pt cst cdt ct mst mdt gmt utc bst cet cest ist ut z a.m p.m pm noon "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miércoles jueves viernes sábado domingo publié mis jour veröffentlicht aktualisiert publicado "
    "actualizado stand".split()
)
_DIGIT = re.compile(r"\d")
_UPDATED = re.compile(r"\b(?:updated?|modified|aktualisiert|actualizado|mis à jour)\b", re.I)
_NUMERIC = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_EAST_ASIAN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_NAMED = re.compile(
    r"(?<!\d)(?:(?P<d1>\d{1,2})(?:st|nd|rd|th|\.|er|º)?[\s-]{1,3}(?:de\s|of\s)?)?(?P<month>[^\W\d_]{2,12})\.?[\s,-]{1,3}"
    r"(?:de\s)?(?:(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s{1,2})?(?P<year>\d{4})(?!\d)"
)
_CLOCK = re.compile(r"\d{1,2}\s?[:.h]\s?\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?", re.I)
_OFFSET = re.compile(r"([+-]\d{2})(\d{2})$")
_FRACTION = re.compile(r"(?<=\d)[.,]\d{1,9}(?=$|Z|[+-]\d{2}:?\d{2}$)")


def iso(value: str) -> str | None:
    """What a page gives as a date, as ISO 8601, with its time and offset where it has them.

    >>> iso("2020-07-08T12:30:00+0430")
    '2020-07-08T12:30:00+04:30'
    >>> iso("Wed, 08 Jul 2020 10:00:00 GMT")
    '2020-07-08T10:00:00+00:00'
    >>> iso("July 8, 2020")
    '2020-07-08'
    """
    value = value.strip()[:80]
    return _iso_already(value) or _mail_date(value) or _day_in(value)


def date_line(line: str) -> tuple[str | None, bool] | None:
    """For a line that is a date and nothing else: the day (None where it may be two) and whether it is of an update.

    >>> date_line("Published Wednesday, July 8, 2020 at 10:45 a.m. EDT")
    ('2020-07-08', False)
    >>> date_line("On July 8, 2020, they signed")
    """
    if not 6 <= len(line) <= 80 or not _DIGIT.search(line):
        return None
    rest, days = line, []
    for pattern in (_NUMERIC, _EAST_ASIAN, _DAY_FIRST, _SLASHED, _NAMED):
        found = pattern.search(rest)
        if found and (pattern is not _NAMED or _month(found["month"])):
            days.append(_day_of(pattern, found))
            rest = rest[: found.start()] + " " + rest[found.end() :]
            break
    if not days:
        return None
    rest = _CLOCK.sub(" ", rest)
    words = [word.strip(".,:;|·•–—-()[]T") for word in rest.lower().split()]
    if any(word and word not in _AROUND for word in words):
        return None
    return days[0], bool(_UPDATED.search(line))


def _iso_already(value: str) -> str | None:
    if not re.match(r"\d{4}-?\d{2}-?\d{2}", value):
        return None
    tidy = _FRACTION.sub("", _OFFSET.sub(r"\1:\2", value.replace(" +", "+").replace(" UTC", "Z")))
    try:
        if len(tidy) <= 10:
            return date.fromisoformat(tidy).isoformat()
        return datetime.fromisoformat(tidy).isoformat()
    except ValueError:
        return None


def _mail_date(value: str) -> str | None:
    """The form of mail and HTTP headers: "Wed, 08 Jul 2020 10:00:00 GMT"."""
    if not re.match(r"[A-Za-z]{3},? \d{1,2} [A-Za-z]{3} \d{4} \d", value):
        return None
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value.replace("Z", "GMT")).isoformat()
    except ValueError:
        return None


def _day_in(value: str) -> str | None:
    for pattern in (_NUMERIC, _EAST_ASIAN, _DAY_FIRST, _SLASHED, _NAMED):
        found = pattern.search(value)
        if found:
            return _day_of(pattern, found)
    return None


def _day_of(pattern: re.Pattern[str], found: re.Match[str]) -> str | None:
    if pattern is _NAMED:
        day = found["d1"] or found["d2"]
        month = _month(found["month"])
        return _day(int(found["year"]), month, int(day)) if day and month else None
    first, second, third = (int(group) for group in found.groups())
    if pattern is _DAY_FIRST:
        return _day(third, second, first)
    if pattern is _SLASHED:
        # 07/08/2020 is July in one country and August in the next: only what can be one alone is taken.
        if first == second or first > 12:
            return _day(third, second, first)
        return _day(third, first, second) if second > 12 else None
    return _day(first, second, third)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(word: str) -> int | None:
    return _month_names().get(word.lower())


@cache
def _month_names() -> dict[str, int]:
    return {name: number for number, names in _MONTHS.items() for name in names.split()}
