"""An all, some, most, few, only, always or almost was added, dropped or exchanged.

    said: some of the teachers agree      printed: the teachers all agree

Exact numbers are `number-changed`.
"""

from __future__ import annotations

from checker.judge.rule import Rule, of_changes
from checker.model import EditClass, Level

RULE = Rule("quantity-changed", Level.ERROR, of_changes(EditClass.QUANTITY, what="how much or how many differs"))
