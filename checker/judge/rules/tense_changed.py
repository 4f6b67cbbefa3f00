"""A verb stands in another tense, number or person; will for would is among them.

Fitting a verb into the reporter's sentence is common and should be in brackets: what was said of a plan is not said of a deed.

    said: we build two schools in every district      printed: we built two schools in every district

It knows regular endings and the common irregular verbs of English.
"""

from __future__ import annotations

from checker.judge.rule import Rule, of_changes
from checker.model import EditClass, Level

RULE = Rule("tense-changed", Level.WARNING, of_changes(EditClass.TENSE, what="the form of a verb is changed"))
