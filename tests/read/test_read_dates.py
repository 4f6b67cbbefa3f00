"""Dates in the shapes that pages have, and lines that are a date and nothing else."""

from __future__ import annotations

import pytest

from checker.read.dates import date_line, iso


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("2024-05-02", "2024-05-02", id="ISO day"),
        pytest.param("20240502", "2024-05-02", id="ISO basic"),
        pytest.param("2024-05-02T10:00:00Z", "2024-05-02T10:00:00+00:00", id="Z"),
        pytest.param("2024-05-02T10:00:00+0430", "2024-05-02T10:00:00+04:30", id="offset without colon"),
        pytest.param("2024-05-02T10:00:00.000+02:00", "2024-05-02T10:00:00+02:00", id="fraction"),
        pytest.param("2024-05-02T10:00:00.123456789Z", "2024-05-02T10:00:00+00:00", id="nanoseconds"),
        pytest.param("2024-05-02 10:00:00 +0200", "2024-05-02T10:00:00+02:00", id="blanks"),
        pytest.param("2024-05-02 10:00", "2024-05-02T10:00:00", id="no seconds, no offset"),
        pytest.param("2024-05-02 10:00:00 UTC", "2024-05-02T10:00:00+00:00", id="UTC in words"),
        pytest.param("Thu, 02 May 2024 10:00:00 GMT", "2024-05-02T10:00:00+00:00", id="HTTP"),
        pytest.param("Thu, 02 May 2024 10:00:00 +0200", "2024-05-02T10:00:00+02:00", id="mail"),
        pytest.param("May 2, 2024", "2024-05-02", id="US words"),
        pytest.param("2 May 2024", "2024-05-02", id="UK words"),
        pytest.param("Sept. 2nd, 2024", "2024-09-02", id="abbreviated, ordinal"),
        pytest.param("2. März 2024", "2024-03-02", id="German"),
        pytest.param("2 de marzo de 2024", "2024-03-02", id="Spanish"),
        pytest.param("1er août 2024", "2024-08-01", id="French"),
        pytest.param("2 мая 2024", "2024-05-02", id="Russian"),
        pytest.param("2024年5月2日", "2024-05-02", id="Japanese"),
        pytest.param("2024년 5월 2일", "2024-05-02", id="Korean"),
        pytest.param("02.05.2024", "2024-05-02", id="dotted"),
        pytest.param("13/05/2024", "2024-05-13", id="slashes, only one way"),
        pytest.param("05/05/2024", "2024-05-05", id="slashes, both ways the same"),
        pytest.param("07/08/2020", None, id="slashes, two ways"),
        pytest.param("2024-13-02", None, id="no such month"),
        pytest.param("31 April 2024", None, id="no such day"),
        pytest.param("May 2024", None, id="no day"),
        pytest.param("yesterday", None, id="a word"),
        pytest.param("", None, id="empty"),
        pytest.param("1714644000", None, id="seconds"),
        pytest.param("٢ مايو ٢٠٢٤", "2024-05-02", id="Arabic digits"),
        pytest.param("0000-00-00T00:00:00Z", None, id="all zero"),
        pytest.param("2024-05-02T99:99:99Z", "2024-05-02", id="no such hour: the day"),
        pytest.param("Thu, 02 May 2024 99:00:00 GMT", "2024-05-02", id="no such hour in mail: the day"),
    ],
)
def test_dates_as_iso(written: str, expected: str | None) -> None:
    assert iso(written) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("July 8, 2020", ("2020-07-08", False), id="bare"),
        pytest.param("Wednesday, 8 July 2020", ("2020-07-08", False), id="with the weekday"),
        pytest.param("Published 8 July 2020 at 10:45 a.m. EDT", ("2020-07-08", False), id="published at"),
        pytest.param("Updated: July 8, 2020 10:45 GMT", ("2020-07-08", True), id="updated"),
        pytest.param("Stand: 8. Juli 2020, 10.45 Uhr", ("2020-07-08", False), id="German"),
        pytest.param("8 июля 2020", ("2020-07-08", False), id="Russian"),
        pytest.param("2020年7月8日", ("2020-07-08", False), id="Japanese"),
        pytest.param("07/08/2020", (None, False), id="two days: a date line without a day"),
        pytest.param("On July 8, 2020, they signed", None, id="a sentence"),
        pytest.param("Damascus, July 8, 2020", None, id="a place with it"),
        pytest.param("Photo taken July 8, 2020", None, id="of a picture"),
        pytest.param("2020", None, id="a year"),
        pytest.param("July 8", None, id="no year"),
        pytest.param("8 boats in 2020", None, id="no date"),
    ],
)
def test_lines_that_are_a_date(line: str, expected: tuple[str | None, bool] | None) -> None:
    assert date_line(line) == expected
