"""Words inside the quotation were left out and nothing marks the place.

An ellipsis costs three dots and tells the reader that there was more.

    said: we will, in the end, build the bridge ourselves      printed: we will build the bridge ourselves

More than twelve words, or a whole sentence, between two kept pieces is `spliced`.
"""

from __future__ import annotations

from checker.judge.rule import Rule, of_changes
from checker.model import EditClass, Level

RULE = Rule("cut-unmarked", Level.WARNING, of_changes(EditClass.CUT, what="words are left out without a mark"))
