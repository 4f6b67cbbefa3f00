"""Words were replaced, added or moved, without brackets.

Readers take what stands between marks for what was said. Many such differences are slips of a transcript, so both lines
are shown and the decision is the editor's.

    said: nobody wants a harbour without boats      printed: nobody wants a port without boats

It cannot see whether the new word means the same: "mother" for "widow" is no more to it than "big" for "large".
"""

from __future__ import annotations

from checker.judge.rule import Rule, of_changes
from checker.model import EditClass, Level

RULE = Rule(
    "words-changed",
    Level.WARNING,
    of_changes(EditClass.FUNCTION_WORD, EditClass.CONTENT_WORD, EditClass.ORDER, what="words are changed"),
)
