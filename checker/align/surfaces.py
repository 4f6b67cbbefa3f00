"""Words that amount to the same: what differs in how they are printed."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import EditClass
from checker.text.english.frequency import known
from checker.text.english.guards import BROKEN_BY_HYPHEN, BROKEN_BY_SPACE, FUNCTION_WORDS, stems
from checker.text.english.spelling import american
from checker.text.words import Kind, Word


def same_words_class(quoted: Sequence[Word], original: Sequence[Word], *, first: bool) -> EditClass:
    """The class of words with equal units. `first`: they open the quotation, where a capital is the editor's business."""
    if any(word.in_bracket for word in quoted) and not any(word.in_bracket for word in original):
        return EditClass.BRACKET
    q, o = [word.surface for word in quoted], [word.surface for word in original]
    if q == o:
        return EditClass.INHERITED if any(word.in_bracket for word in quoted) else EditClass.SAME
    low_q, low_o = [word.lower() for word in q], [word.lower() for word in o]
    if low_q == low_o:
        return EditClass.TYPOGRAPHY if first and _first_letter_only(q, o) else EditClass.CASE
    if "l" in (*q, *o):
        return EditClass.SCAN_NOISE
    if any(word.kind is Kind.NUMBER or word.surface.isdigit() for word in (*quoted, *original)):
        return EditClass.NUMERAL
    if any(word.kind is Kind.SIGN for word in (*quoted, *original)) or any("." in word for word in (*q, *o)):
        return EditClass.ABBREVIATION
    if any("'" in word for word in (*q, *o)) or len(q) != len(o):
        return EditClass.CONTRACTION
    if [_spelt(word) for word in low_q] == [_spelt(word) for word in low_o]:
        return EditClass.SPELLING
    return EditClass.ABBREVIATION


def _spelt(word: str) -> str:
    return american(word).replace("ß", "ss").replace("i\u0307", "i")


def _first_letter_only(quoted: Sequence[str], original: Sequence[str]) -> bool:
    return quoted[0][1:] == original[0][1:] and list(quoted[1:]) == list(original[1:])


def joined_class(
    quoted: Sequence[Word], original: Sequence[Word], quotation_text: str, original_text: str, offset: int
) -> EditClass:
    """The class of two words for one, or one for two; `original_text` begins at `offset`."""
    two, text, by = (quoted, quotation_text, 0) if len(quoted) > len(original) else (original, original_text, offset)
    single, its_text, its = (original, original_text, offset) if two is quoted else (quoted, quotation_text, 0)
    one = single[0].surface.lower()
    gap = text[two[0].span.end - by : two[-1].span.start - by]
    # A line's end parted the word; its hyphen may have been the word's own.
    at_line_end = "\n" in gap or "\n" in its_text[single[0].start - its : single[0].end - its]
    if "-" in gap and at_line_end:
        return EditClass.TYPOGRAPHY
    if ("-" in gap and _broken(one)) or one in BROKEN_BY_SPACE:
        return EditClass.WORD_BROKEN
    # "thesepeople": no compound begins or ends with a small word, so the space was lost by a machine.
    if gap == " " and not known(one) and {word.surface.lower() for word in two} & FUNCTION_WORDS:
        return EditClass.SCAN_NOISE
    return EditClass.HYPHEN


def _broken(word: str) -> bool:
    """Whether a hyphen makes another word of it, in whatever form: "resign", "resigned"."""
    return any(form in BROKEN_BY_HYPHEN for form in stems(word))
