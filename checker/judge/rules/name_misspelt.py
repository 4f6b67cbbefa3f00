"""A name is spelt, shortened, completed or transliterated otherwise than in the original.

    said: General Bagheri signed it      printed: General Bangheri signed it

Two names that are both well known are two names (`name-changed`), however alike they look.
"""

from __future__ import annotations

from checker.judge.rule import Rule, of_changes
from checker.model import EditClass, Level

RULE = Rule("name-misspelt", Level.WARNING, of_changes(EditClass.NAME_SPELLING, what="a name is written otherwise"))
