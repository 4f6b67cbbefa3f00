"""A word was exchanged for its opposite: rise for fall, before for after, accept for reject.

    said: the price of bread rose sharply in May      printed: the price of bread fell sharply in May

It knows a table of pairs and what un-, in- and dis- turn.
"""

from __future__ import annotations

from checker.judge.rule import Rule, of_changes
from checker.model import EditClass, Level

RULE = Rule("direction-changed", Level.ERROR, of_changes(EditClass.DIRECTION, what="the direction differs"))
