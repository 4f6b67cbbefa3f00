"""Quotation and original -> the passages that answer, edit by edit.

`prepare` reads a quotation, `Shelf.find` looks for it in a set of originals. The parts: `index` (seeds), `search` (windows),
`alignment` (which unit became which), `edits`, `differences` and `guards` (what kind of difference that is), `passages` (what
answers).
"""

from checker.align.meaning import nearest_in_meaning
from checker.align.passages import Found, Shelf
from checker.align.printed import Printed, prepare

__all__ = ["Found", "Printed", "Shelf", "nearest_in_meaning", "prepare"]
