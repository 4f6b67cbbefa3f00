"""Another number, unit, scale, currency, percentage or date.

    said: the new harbour wall will cost 14 million      printed: the new harbour wall will cost 40 million

The same number in words or digits ("twelve", "12") is house style.
"""

from __future__ import annotations

from checker.judge.rule import Rule, of_changes
from checker.model import EditClass, Level

RULE = Rule("number-changed", Level.ERROR, of_changes(EditClass.NUMBER, what="a number, a unit or a date differs"))
