"""Another person, place or organisation is named than in the original.

    said: the talks in Austria went on for nine days      printed: the talks in Australia went on for nine days

Names are told by tables and by capitals inside a sentence; a name that looks like a common word may pass as one.
"""

from __future__ import annotations

from checker.judge.rule import Rule, of_changes
from checker.model import EditClass, Level

RULE = Rule("name-changed", Level.ERROR, of_changes(EditClass.NAME, what="another name"))
