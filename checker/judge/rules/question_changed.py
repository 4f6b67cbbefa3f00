"""A question mark came or went where the order of words does not show whether it is a question.

    said: he knew about it?      printed: he knew about it.

Where the words themselves ask ("Did he know"), the mark is punctuation.
"""

from __future__ import annotations

from checker.judge.rule import Rule, of_changes
from checker.model import EditClass, Level

RULE = Rule(
    "question-changed",
    Level.ERROR,
    of_changes(EditClass.QUESTION, what="a question became a statement, or the other way round"),
)
