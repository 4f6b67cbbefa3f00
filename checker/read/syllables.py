"""Chinese, Japanese and Korean writing, which has no blanks between words."""

from __future__ import annotations

import re
from functools import cache

_FIRST = "\u3040"  # of the letters below


@cache
def _pattern() -> re.Pattern[str]:
    # Made when it is first needed: to compile so many letters takes as long as to read a page.
    return re.compile("[\u3040-\u9fff\uac00-\ud7af]")


def syllables(text: str) -> int:
    """How many letters of these scripts a text has.

    >>> syllables("新华社 reports"), syllables("Mehr – “reports”")
    (3, 0)
    """
    return len(_pattern().findall(text)) if max(text, default="") >= _FIRST else 0
