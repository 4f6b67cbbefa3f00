"""A whole sentence printed for a whole sentence: where both begin and end together, less agreement is enough.

That a sentence begins and ends where the quotation does is evidence that a run of words from the middle of a sentence lacks.
"""

from __future__ import annotations

from collections import Counter

from checker.align.alignment import slip, telling
from checker.align.between import AFTER_TITLE
from checker.align.printed import Printed
from checker.align.search import FORETOLD, Place
from checker.text.late import late

# How alike, and how many bits, where one thing differs. Measured at 10 MB: of 4,000 made sentences that stand nowhere these
# accept what the same speaker said on another day but for a word, and none of the 101 labelled negatives, of which no whole
# sentence comes nearer than three differences.
_ONE_DIFFERENCE = ((0.55, 48.0), (0.70, 40.0), (0.78, 28.0))
# More words than so many in another's place are no one thing.
_REPLACED = 2

_BEGINS = late(r"(?:^|[.?!:;\n][\"'”’)\]]*\s*|--?\s+|[—–]\s*)[\"'“‘(\[]*$")
_ENDS = late(r"[\"'”’)\]]*\s?[.?!]")
_PRINTED_BEGINS = late(r"[\"'“‘\[]*[^\W\d_]")
_PRINTED_ENDS = late(r"[.?!][\"'”’]*\s*$")


def one_difference(printed: Printed, place: Place, text: str, shift: float) -> bool:
    """Whether a whole sentence is a whole sentence of the text but for one thing, and tells enough (`shift` bits more).

    Slips of the pen do not count, and words that only changed places count as agreeing.
    """
    if not _whole(printed, place, text):
        return False
    groups, told = _differences(printed, place)
    if len(groups) > 1 or any(len(quoted) > _REPLACED for quoted, _ in groups):
        return False
    told += place.information + shift
    return any(place.similarity >= alike and told >= bits for alike, bits in _ONE_DIFFERENCE)


def only_moved(printed: Printed, place: Place) -> bool:
    """Whether every word agrees and some changed places."""
    return not _differences(printed, place)[0]


def _whole(printed: Printed, place: Place, text: str) -> bool:
    """Whether both begin and both end a sentence."""
    begins = _PRINTED_BEGINS.match(printed.text)
    if begins is None or not begins[0][-1].isupper() or not _PRINTED_ENDS.search(printed.text):
        return False
    span = place.span
    before = text[max(0, span.start - 12) : span.start]
    if not _BEGINS.search(before) or AFTER_TITLE.search(before.rstrip()):
        return False
    return bool(_ENDS.match(text, span.end, span.end + 4))


def _differences(printed: Printed, place: Place) -> tuple[list[tuple[list[str], list[str]]], float]:
    """What differs, as words of either side, and the bits of those that only changed places."""
    found: list[tuple[list[str], list[str]]] = []
    for step in place.alignment.steps:
        if step.same:
            continue
        quoted = [printed.units[at].key for at in range(*step.quoted)]
        original = [place.window.units[at].key for at in range(*step.original)]
        if len(quoted) == len(original):
            pairs = [pair for pair in zip(quoted, original, strict=True) if pair[0] != pair[1] and not slip(*pair)]
            quoted, original = [one for one, _ in pairs], [other for _, other in pairs]
        if quoted or original:
            found.append((quoted, original))
    moved = _counted(found, 0) & _counted(found, 1)
    told = FORETOLD * sum(telling(key) for key in moved.elements())
    return [group for group in found if _left(group, moved)], told


def _counted(groups: list[tuple[list[str], list[str]]], side: int) -> Counter[str]:
    return Counter(key for group in groups for key in group[side])


def _left(group: tuple[list[str], list[str]], moved: Counter[str]) -> bool:
    """Whether more than moved words are in a group."""
    return any(key not in moved for side in group for key in side)
