"""A JSON object read field by field: every wrong value is a sentence that names the file, the field and the remedy."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from checker.errors import CaptureError

# Tab and line ends are fine in a note. All else, and lone surrogates, can neither be meant nor safely be printed.
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?![^T ])")


class _NotAllowedError(ValueError):
    """JSON that the standard library would let pass."""


class Fields(NamedTuple):
    """The values of one object; `name` is "file" or "file:line", `remedy` what the reader is told to do."""

    name: str
    remedy: str
    values: Mapping[str, object]

    def wrong(self, what: str) -> CaptureError:
        """The error to raise: where, what, and what to do."""
        return CaptureError(f"{self.name}: {what}; {self.remedy}")

    def text(self, key: str) -> str | None:
        """A text; absent, null and empty are all None."""
        value = self.values.get(key)
        if value is None or value == "":
            return None
        return self._as_text(f'"{key}"', value)

    def needed_text(self, key: str) -> str:
        """A text that may not be missing."""
        text = self.text(key)
        if text is None:
            raise self.wrong(f'"{key}" is missing')
        return text

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; absent and null are empty."""
        value = self.values.get(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            raise self._wrong_kind(f'"{key}"', "a list of texts", value)
        return tuple(self._as_text(f'an item of "{key}"', item) for item in value)

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """An object of texts, in the order of the file; absent and null are empty."""
        value = self.values.get(key)
        if value is None:
            return ()
        if not isinstance(value, dict):
            raise self._wrong_kind(f'"{key}"', "an object of texts", value)
        of = f'in "{key}"'
        return tuple(
            (self._as_text(f"a name {of}", name), self._as_text(f"a value {of}", v)) for name, v in value.items()
        )

    def number(self, key: str) -> int | None:
        """A whole number of 0 or more; absent and null are None."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise self._wrong_kind(f'"{key}"', "a whole number", value)
        return value

    def flag(self, key: str) -> bool:
        """True or false, which may not be missing."""
        value = self.values.get(key)
        if not isinstance(value, bool):
            raise self._wrong_kind(f'"{key}"', "true or false", value)
        return value

    def day(self, key: str) -> str | None:
        """An ISO date, also with a time; kept as written."""
        text = self.text(key)
        if text is not None and not (_DAY.match(text) and _parsed(text)):
            raise self.wrong(f'"{key}" must be a date like 2020-07-08, not "{text}"')
        return text

    def moment(self, key: str) -> str | None:
        """An ISO date and time in UTC; kept as written."""
        text = self.day(key)
        if text is not None:
            offset = datetime.fromisoformat(text).utcoffset()
            if len(text) <= len("2020-07-08") or offset:  # no offset at all is UTC by the format
                raise self.wrong(f'"{key}" must be a time in UTC like 2020-07-08T08:12:00Z, not "{text}"')
        return text

    def _as_text(self, what: str, value: object) -> str:
        if not isinstance(value, str):
            raise self._wrong_kind(what, "a text", value)
        if _NOT_TEXT.search(value):
            raise self.wrong(f"{what} holds a control character or half a character")
        return value

    def _wrong_kind(self, what: str, wanted: str, value: object) -> CaptureError:
        return self.wrong(f"{what} must be {wanted}, not {_kind_of(value)}")


def read_object(raw: bytes, name: str, remedy: str) -> Fields:
    """The one object that `raw` is, in UTF-8; a name that is given twice in it is an error, as is NaN."""
    broken = Fields(name, remedy, {})
    try:
        value = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_refuse)
    except UnicodeDecodeError as error:
        raise broken.wrong(f"byte {error.start + 1} is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise broken.wrong(f"it is not JSON (line {error.lineno}, column {error.colno}: {error.msg})") from None
    except _NotAllowedError as error:
        raise broken.wrong(str(error)) from None
    except ValueError:  # a number of thousands of digits
        raise broken.wrong("it holds a number that is too long") from None
    except RecursionError:
        raise broken.wrong("it is nested too deep") from None
    if not isinstance(value, dict):
        raise broken.wrong(f"it must be one object in braces, not {_kind_of(value)}")
    return Fields(name, remedy, value)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values: dict[str, object] = {}
    for key, value in pairs:
        if key in values:
            raise _NotAllowedError(f"{json.dumps(key)[:60]} is given twice")
        values[key] = value
    return values


def _refuse(constant: str) -> object:
    raise _NotAllowedError(f"{constant} is not JSON")


def _parsed(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _kind_of(value: object) -> str:
    if value is None:
        return "missing or null"
    names = {bool: "true or false", int: "the number", float: "the number", str: "a text", list: "a list"}
    name = names.get(type(value), "an object")
    return f"{name} {value}" if name == "the number" and len(repr(value)) < 30 else name
