"""The original's own "he said": `"A," he said, "B"` there is one quotation here, and nothing was left out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.model import Edit, EditClass, EditOp
from checker.text.late import late

# How far the marks stand from the words between them, and how many words a "said Mr. X, an economist who" has at most.
_MARKS, _WORDS = 4, 40
_CLOSED = late(r"[,.!?…—–-]\s?(?:[\"”’»]|'')[\s,]*$")
_OPENED = late(r"^[\s,.:]*(?:[\"“‘«„]|'')")
_CUE = late(
    r"\b(?:said|says|saying|told|tells|added|adds|wrote|writes|asked|asks|continued|explained|noted|replied|tweeted|argued|insisted|"
    r"recalled|declared|according|went on|concluded|warned|promised|joked|observed|"
    r"elaborated|telling|recounted|quipped|stated|stressed|claimed)\b"
)


def interjected(edits: Sequence[Edit], text: str) -> list[Edit]:
    """The edits with what the original's reporter says between two parts told as such; `text` is the original's."""
    found = list(edits)
    for at, edit in enumerate(found):
        if edit.op is EditOp.DELETE and edit.cls is not EditClass.ELISION and _is_said_between(edit, text):
            for beside in (at - 1, at, at + 1):
                if 0 <= beside < len(found) and (beside == at or _is_marks(found[beside], text)):
                    found[beside] = replace(found[beside], cls=EditClass.INTERJECTED)
    return found


def _is_said_between(edit: Edit, text: str) -> bool:
    start, end = edit.original.start, edit.original.end
    words = edit.original.of(text)
    return (
        len(words.split()) <= _WORDS
        and bool(_CUE.search(words))
        and bool(_CLOSED.search(text[max(0, start - _MARKS) : start]))
        and bool(_OPENED.match(text[end : end + _MARKS]))
    )


def _is_marks(edit: Edit, text: str) -> bool:
    """Whether only marks differ there: the ones that close the first part and open the second."""
    both = edit.original.of(text)
    return (
        edit.cls is not EditClass.SAME
        and not any(sign.isalnum() for sign in both)
        and any(s in "\"“”‘’'«»„" for s in both)
    )
