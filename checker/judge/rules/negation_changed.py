"""A "not", "never", "no", "without" or "un-" was added or dropped, so that the sentence says the opposite.

    said: we will not close the quay      printed: we will close the quay

Two that cancel out, and a negation said otherwise ("fail to" for "not"), are `words-changed`.
"""

from __future__ import annotations

from checker.judge.rule import Rule, of_changes
from checker.model import EditClass, Level

RULE = Rule("negation-changed", Level.ERROR, of_changes(EditClass.NEGATION, what="a negation comes or goes"))
