"""How long a time is, in words."""

from __future__ import annotations


def lag(seconds: float) -> str:
    """
    >>> lag(40), lag(170), lag(9270), lag(200_000), lag(9_000_000)
    ('under a minute', '3 min', '2 h 34 min', '2 days', '104 days')
    """
    minutes = round(seconds / 60)
    if seconds < 60:
        return "under a minute"
    if minutes < 60:
        return f"{minutes} min"
    if minutes < 48 * 60:
        hours, rest = divmod(minutes, 60)
        return f"{hours} h {rest:02} min" if rest else f"{hours} h"
    return f"{round(seconds / 86400)} days"
