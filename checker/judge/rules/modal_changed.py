"""A may, might, could, should or must, or a hedge such as "perhaps" or "reportedly", was added, dropped or exchanged.

    said: we may raise the fee      printed: we will raise the fee

Will for would is a change of tense (`tense-changed`).
"""

from __future__ import annotations

from checker.judge.rule import Rule, of_changes
from checker.model import EditClass, Level

RULE = Rule("modal-changed", Level.ERROR, of_changes(EditClass.MODAL, what="how sure it is said differs"))
