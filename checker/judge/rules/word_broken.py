"""A hyphen came or went, and with it the meaning: re-cover and recover, re-sign and resign.

    said: we had to re-cover the roof      printed: we had to recover the roof

Any other hyphen is house style.
"""

from __future__ import annotations

from checker.judge.rule import Rule, of_changes
from checker.model import EditClass, Level

RULE = Rule("word-broken", Level.ERROR, of_changes(EditClass.WORD_BROKEN, what="a hyphen makes it another word"))
