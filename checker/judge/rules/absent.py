"""Every tied original was read, and none has the words.

The nearest passage is shown where one comes near. An original that is tied by its date alone may be the wrong page of the right
outlet, so there it is a note.

It does not mean that nobody said so: only that these pages do not have it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.judge.case import Case
from checker.judge.naming import at_passage, called
from checker.judge.rule import Judged, Rule, Said
from checker.judge.tokens import short
from checker.model import Level, Original, Tie, Verdict

# So many originals are named in the sentence.
_LISTED = 4


def _check(judged: Judged) -> Iterator[Said]:
    if judged.verdict is not Verdict.ABSENT or judged.facts is not None:
        return
    case = judged.case
    where = _named([case.originals[tied.original] for tied in case.tied])
    by_date = all(tied.tie is Tie.DATE for tied in case.tied)
    hint = "; it is tied by its date alone, and another page of the outlet may have them" if by_date else ""
    near = judged.nearest.passages[0] if judged.nearest else None
    there = (at_passage(case.originals[near.original], near),) if near else ()
    yield Said(f"these words are not in {where}{hint}{_meaning(case)}", there, Level.NOTE if by_date else None)


def _named(originals: Sequence[Original]) -> str:
    many = f"any of the {len(originals)} originals"
    if len(originals) > 2 * _LISTED:
        return many
    names = list(dict.fromkeys(called(original) for original in originals))
    return names[0] if len(names) == 1 else f"{many} ({', '.join(names)})" if len(names) <= _LISTED else many


def _meaning(case: Case) -> str:
    if not case.meanings:
        return ""
    best = case.meanings[0]
    sentence = best.sentence.of(case.originals[best.original].text)
    return f"; nearest in meaning, and no more than that: “{short(sentence)}”"


RULE = Rule("absent", Level.WARNING, _check)
