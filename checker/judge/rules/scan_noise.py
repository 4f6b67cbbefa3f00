"""The two sides differ as a scanned page differs from its print: "rn" for "m", words run together.

    in the original: thesepeople carne late      printed: these people came late

It is near enough to find the passage, and always said.
"""

from __future__ import annotations

from checker.judge.rule import Rule, of_changes
from checker.model import EditClass, Level

RULE = Rule(
    "scan-noise",
    Level.NOTE,
    of_changes(EditClass.SCAN_NOISE, what="the original has letters as a scanner misreads them"),
)
