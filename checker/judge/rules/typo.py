"""One wrong letter in a word that is no name, no number and no other word.

    said: the committee met      printed: the comittee met

One wrong letter that makes another word ("form" for "from") is `words-changed`.
"""

from __future__ import annotations

from checker.judge.rule import Rule, of_changes
from checker.model import EditClass, Level

RULE = Rule(
    "typo", Level.NOTE, of_changes(EditClass.TYPO, what="one letter differs, and only one of the two is a word")
)
