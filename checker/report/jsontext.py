"""JSON as text that is also safe to look at: no control character of a page reaches the terminal or ends a line."""

from __future__ import annotations

import json
import re

# JSON itself leaves these bare: DEL and the C1 controls, bidi and other invisible format characters (not the joiners,
# which Persian and Indic words need), the line ends of JavaScript, and halves of a pair, which no UTF-8 can hold.
_BARE = (
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def json_text(value: object, *, one_line: bool = False) -> str:
    """The value with a newline at its end; other letters than ASCII stay as they are.

    >>> json_text({"said": "naïve \\u202e"}, one_line=True)
    '{"said": "naïve \\\\u202e"}\\n'
    """
    text = json.dumps(value, ensure_ascii=False, indent=None if one_line else 2)
    return re.sub(_BARE, _escaped, text) + "\n"


def array_item(value: object, *, first: bool) -> str:
    """A value as the next one of an array that is written piece by piece; `array_end` has the last piece.

    >>> array_item({}, first=True) + array_item([1], first=False) + array_end(2) == json_text([{}, [1]])
    True
    """
    # A line end inside a text is escaped, so every line that is indented here begins in the JSON.
    return ("[\n" if first else ",\n") + "\n".join(f"  {line}" for line in json_text(value)[:-1].split("\n"))


def array_end(written: int) -> str:
    """What closes an array of so many values.

    >>> array_end(0) == json_text([])
    True
    """
    return "\n]\n" if written else "[]\n"


def _escaped(match: re.Match[str]) -> str:
    return json.dumps(match.group())[1:-1]
