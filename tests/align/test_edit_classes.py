"""Each difference gets the class that the table of verdicts names for it."""

from __future__ import annotations

import pytest
from edit_cases import EDIT_CASES

from checker.align import Found, Shelf, prepare
from checker.model import EditClass

_LIGHT = {EditClass.TYPOGRAPHY, EditClass.PUNCTUATION}


def found_in(said: str, printed: str) -> Found:
    """The one answer that a single original has."""
    return Shelf(["o1"], [said]).find(prepare(printed), [0])[0]


@pytest.mark.parametrize(("said", "printed", "classes"), EDIT_CASES)
def test_the_classes_of_an_edit(said: str, printed: str, classes: set[EditClass]) -> None:
    edits = [edit for passage in found_in(said, printed).passages for edit in passage.edits]
    seen = {edit.cls for edit in edits} - {EditClass.SAME}
    if seen - _LIGHT:
        seen -= _LIGHT
    elif EditClass.PUNCTUATION in seen:
        seen -= {EditClass.TYPOGRAPHY}
    # The full stop that a quotation leaves outside is nothing that changed.
    assert seen == classes


def test_every_class_has_a_row() -> None:
    shown = set().union(*(case.values[2] for case in EDIT_CASES))
    assert set(EditClass) - shown == {EditClass.SAME, EditClass.SPLICE}
