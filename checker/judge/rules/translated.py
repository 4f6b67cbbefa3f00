"""The original is in another language, or the article says that the words were translated.

A translation cannot be held against its original word by word; what is nearest is shown where an original in the article's
language has the sentence in another wording.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.case import language
from checker.judge.naming import called
from checker.judge.rule import Judged, Rule, Said
from checker.model import Level, Verdict
from checker.text.language import language_name


def _check(judged: Judged) -> Iterator[Said]:
    if judged.verdict is not Verdict.TRANSLATED:
        return
    foreign = judged.case.foreign()
    if not foreign:
        yield Said("the article says that these words were translated; they cannot be compared word by word")
        return
    codes = dict.fromkeys(language(original.language, original.text) or "" for original in foreign)
    languages = " and ".join(language_name(code) for code in codes)
    where = " and ".join(dict.fromkeys(called(original) for original in foreign))
    yield Said(f"{where} is in {languages}: the words cannot be compared one by one")


RULE = Rule("translated", Level.NOTE, _check)
