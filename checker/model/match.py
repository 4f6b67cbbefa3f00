"""Where the words stand in an original, and how one text becomes the other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.model.span import Span


class EditOp(StrEnum):
    """What is done to the original's words to get the quotation's."""

    EQUAL = "equal"
    REPLACE = "replace"
    DELETE = "delete"
    INSERT = "insert"


class EditClass(StrEnum):
    """What kind of difference an edit is; the order is from harmless to serious, as in `docs/verdicts.md`."""

    SAME = "same"
    TYPOGRAPHY = "typography"
    INHERITED = "inherited"
    CASE = "case"
    PUNCTUATION = "punctuation"
    SPELLING = "spelling"
    ABBREVIATION = "abbreviation"
    HYPHEN = "hyphen"
    CONTRACTION = "contraction"
    NUMERAL = "numeral"
    FILLER = "filler"
    STUTTER = "stutter"
    STAGE = "stage"
    TYPO = "typo"
    SCAN_NOISE = "scan-noise"
    INTERJECTED = "interjected"
    ELISION = "elision"
    BRACKET = "bracket"
    FUNCTION_WORD = "function-word"
    CONTENT_WORD = "content-word"
    CUT = "cut"
    TENSE = "tense"
    NAME_SPELLING = "name-spelling"
    ORDER = "order"
    NAME = "name"
    NUMBER = "number"
    NEGATION = "negation"
    MODAL = "modal"
    QUANTITY = "quantity"
    DIRECTION = "direction"
    QUESTION = "question"
    WORD_BROKEN = "word-broken"
    SPLICE = "splice"


@dataclass(frozen=True, slots=True)
class Edit:
    """One step from the original to the quotation.

    `original` indexes the original's text, `quotation` the quotation's own text (the slice of the article between its
    ends, so that a "he said" between its parts is in it). Edits ascend on both sides and leave nothing out: joined, their
    `original` spans are the passage and their `quotation` spans the stretch of the quotation that it answers. Of a splice
    each place is a passage with edits of its own.
    """

    op: EditOp
    cls: EditClass
    original: Span
    quotation: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """The stretch of one original that answers, or comes nearest.

    `sentence` is the whole sentence (or sentences) around it. `similarity` is 0 to 1. `information` is in bits: how
    much the agreement tells, given how common its words are. `speaker` is who says it there, None when the original does not
    tell; `speech` whether it stands as somebody's words at all, None when that was not looked at. `main` is false for
    words on the page but outside the article. `equals` counts the places that answer equally, this one included. `folded`
    names the classes of folding that were used (`checker.text.fold.FoldClass`). `speakers` are the different people who
    say the words in the places that answer equally. `credited` names the outlets to which the original itself credits
    them, nearest first. `near` is the passage's sentence and the one before it, where a name may stand that explains a
    difference of speakers. `by_meaning`: it was chosen for what it seems to mean, `similarity` is a cosine, and no words
    were compared. `pages` are the first and the last page of the original that it touches, one number where they are the
    same; `time` is that of the update, of a page that is written on and on.
    """

    original: str
    span: Span
    sentence: Span
    answers: bool
    similarity: float
    information: float
    edits: tuple[Edit, ...] = ()
    speaker: str | None = None
    speech: bool | None = None
    main: bool = True
    equals: int = 1
    speakers: tuple[str, ...] = ()
    credited: tuple[str, ...] = ()
    near: str = ""
    folded: tuple[str, ...] = ()
    by_meaning: bool = False
    pages: tuple[int, ...] = ()
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """What one original has for one quotation: passages, best first; of a splice every place, in the quotation's order."""

    original: str
    passages: tuple[Passage, ...] = ()

    @property
    def answers(self) -> bool:
        """Whether the original answers for the whole quotation."""
        return bool(self.passages) and all(passage.answers for passage in self.passages[:1])
