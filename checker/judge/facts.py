"""One original's answer looked at from all sides: what changed, what is hidden, whose words they are there."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from checker.judge.brackets import brackets_of
from checker.judge.case import Case
from checker.judge.changes import Change, changes_of, reversed_places, swapped
from checker.judge.cuts import Hidden, Weight, cuts_of
from checker.judge.edges import edges_of, negated_by_article
from checker.judge.mouths import Heard, Mouth, heard
from checker.model import EditClass, Match, Original, Passage, QuotationKind

# In a search through many originals so many bits are needed before "found" is said without a speaker or a date that
# agrees (measured at 10 MB, where agreement by chance gives 21 bits; the need moves with it).
_TELLING, CHANCE_AT_10_MB = 40.0, 21.0
# An original of so many days around the article's date agrees with it.
_DAYS_BEFORE, DAYS_AFTER = 7, 1


class Facts(NamedTuple):
    """Everything that verdict and rules rest on, for one original that answers."""

    case: Case
    match: Match
    original: Original
    changes: tuple[Change, ...]
    cuts: tuple[Hidden, ...]
    brackets: tuple[Hidden, ...]
    edges: tuple[Hidden, ...]
    heard: Heard
    unsure: bool

    @property
    def passage(self) -> Passage:
        return self.match.passages[0]

    @property
    def hidden(self) -> tuple[Hidden, ...]:
        return self.cuts + self.edges

    def has(self, *classes: EditClass) -> bool:
        """Whether one of the changes is of one of these classes."""
        return any(change.cls in classes for change in self.changes)

    @property
    def reordered(self) -> bool:
        """Whether sentences of the original are printed in the other order."""
        passages = self.match.passages
        return reversed_places(passages) and not swapped(passages)


def facts_of(case: Case, match: Match) -> Facts:
    """Looks at an answer; nothing here decides."""
    original = case.originals[match.original]
    text = original.text
    first, last = match.passages[0], match.passages[-1]
    joined = [passage for passage in match.passages if passage.original == match.original]
    changes = changes_of(joined, text, case.words)
    cuts = cuts_of(changes, text, match.original)
    whole = last.original == first.original and not swapped(match.passages)
    mouth = heard(case, first)
    # Where it can't be told which place is meant, what stands around one of them says nothing.
    edges = edges_of(case, first, last, text) if whole and mouth.mouth is not Mouth.SEVERAL else ()
    return Facts(
        case=case,
        match=match,
        original=original,
        changes=changes,
        cuts=_eased(case, cuts),
        brackets=brackets_of(changes, match.original),
        edges=edges,
        heard=mouth,
        unsure=_unsure(case, original, first, mouth),
    )


def _eased(case: Case, cuts: tuple[Hidden, ...]) -> tuple[Hidden, ...]:
    """In a term, and where the article itself denies the words, a cut is one to look at."""
    if case.quotation.kind is QuotationKind.TERM or negated_by_article(case):
        return tuple(cut._replace(weight=Weight.LOOK) for cut in cuts)
    return cuts


def _unsure(case: Case, original: Original, passage: Passage, mouth: Heard) -> bool:
    """Whether too little agrees to say "found" among many originals."""
    date = case.article.metadata.published
    if case.chance is None or not (case.person or date):
        return False
    if passage.information + CHANCE_AT_10_MB - case.chance >= _TELLING or mouth.mouth is Mouth.SAME:
        return False
    return (case.person is not None and mouth.mouth is not Mouth.UNKNOWN) or not agrees(apart(date, original.published))


def agrees(days: int | None) -> bool:
    """Whether an original that is so many days older fits the article; one whose date is not known does not."""
    return days is not None and -DAYS_AFTER <= days <= _DAYS_BEFORE


def apart(article: str | None, original: str | None) -> int | None:
    """By how many days the original is older; None where either date is not known to the day."""
    try:
        return (
            datetime.date.fromisoformat((article or "")[:10]) - datetime.date.fromisoformat((original or "")[:10])
        ).days
    except ValueError:
        return None
