"""Quotations of one to four words that do not stand in their original word for word: they have no weight to be found by."""

from __future__ import annotations

from checker.align.printed import Printed
from checker.align.search import Place
from checker.text.english.guards import FUNCTION_WORDS, same_verb
from checker.text.slips import one_slip

SHORT = 4


def mostly_there(printed: Printed, place: Place) -> bool:
    """Whether more than half of the content words stand together there; another form, or one slip of the pen, counts.

    >>> from checker.align.printed import prepare
    >>> from checker.align.search import Library
    >>> asked, library = prepare("bravely fought the storm"), Library(["They bravely fight the storm, as ever."])
    >>> mostly_there(asked, library.near(asked)[0])
    True
    """
    if len(printed.units) > SHORT:
        return False
    wanted = [unit.key for unit in printed.units if unit.key not in FUNCTION_WORDS]
    used = place.alignment.last - place.alignment.first
    if not wanted or used > len(printed.units) + 1:
        return False
    return 2 * sum(1 for key in _found(printed, place) if key not in FUNCTION_WORDS) > len(wanted)


def _found(printed: Printed, place: Place) -> list[str]:
    """The keys of the quotation that have their word in the passage, or nearly."""
    found = []
    for step in place.alignment.steps:
        quoted = [printed.units[at].key for at in range(*step.quoted)]
        original = [place.window.units[at].key for at in range(*step.original)]
        if step.same:
            found += quoted
        elif len(quoted) == len(original):
            found += [
                one
                for one, other in zip(quoted, original, strict=True)
                if same_verb(one, other) or one_slip(one, other)
            ]
    return found
