"""The original is in another language, or the article says that the words were translated.

A translation cannot be held against its original word by word; what is nearest is shown where an original in the article's
language has the sentence in another wording.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from checker.judge.case import language
from checker.judge.naming import called
from checker.judge.rule import Judged, Rule, Said
from checker.judge.tokens import short
from checker.model import Level, Original, Verdict
from checker.text.language import language_name
from checker.text.late import late
from checker.text.skeleton import skeleton, skeletons

_NUMBER = late(r"\d+")
# A capital inside a sentence.
_NAME = late(r"(?<=[a-z,;:] )[A-Z][a-z’'-]{2,}")


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
    yield Said(f"{where} is in {languages}: the words cannot be compared one by one; {_nearest(judged, foreign)}")


def _nearest(judged: Judged, foreign: Sequence[Original]) -> str:
    ids = {original.id for original in foreign}
    passage = next((one for one in judged.case.meanings if one.original in ids), None)
    if passage is None:
        return "with the extra checker[meaning] the sentence nearest in meaning would be shown"
    sentence = passage.sentence.of(judged.case.originals[passage.original].text)
    missing = _missing(judged.case.words, sentence)
    lacks = f"; it lacks {', '.join(missing)}" if missing else ""
    return f"nearest in meaning, and no more than that, is “{short(sentence)}”{lacks}"


def _missing(words: str, sentence: str) -> list[str]:
    """Numbers and names of the quotation that the sentence has in no script."""
    numbers = [number for number in _NUMBER.findall(words) if number not in _NUMBER.findall(_digits(sentence))]
    there = skeletons(sentence)
    names = [name for name in _NAME.findall(words) if len(skeleton(name)) >= 3 and skeleton(name) not in there]
    return [*(f"the number {number}" for number in numbers), *(f"the name {name}" for name in dict.fromkeys(names))]


def _digits(text: str) -> str:
    """Digits of any script as the ten that the article uses."""
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


RULE = Rule("translated", Level.NOTE, _check)
