"""A name's consonants, so that it can be met in another script: باقری and Bagheri are both `bkr`.

A coarse transliteration for telling whether two documents speak of the same person, never for judging words.
"""

from __future__ import annotations

import re

_LATIN = (
    ("sh", "s"), ("ch", "s"), ("kh", "k"), ("gh", "k"), ("ph", "f"), ("th", "t"), ("zh", "j"), ("ck", "k"), ("ts", "s"),
)  # fmt: skip
_LATIN_LETTERS = str.maketrans("cqgxw", "kkkkv")
_ARABIC = dict(
    zip("بپتطثسصجچخدضذزظرژشغقکكگفلمن", "bpttsssjskddzzzrjskkkkkflmn", strict=True)
)  # و and ی are mostly vowels and fall out, as do ا ع ح ه ء
_CYRILLIC = dict(zip("бвгджзклмнпрстфхцчшщ", "bvkdjzklmnprstfkssss", strict=True))
_HEBREW = dict(zip("בגדזטכךלמםנןספףפצץקרשת", "bkdztkklmmnnsfffsskrst", strict=True))
_GREEK = dict(zip("βγδζθκλμνξπρσςτφχψ", "bkdztklmnkprsstfks", strict=True))
_OTHER = _ARABIC | _CYRILLIC | _HEBREW | _GREEK


def skeleton(word: str) -> str:
    """The consonants of one word, doubled ones once.

    >>> skeleton("Bagheri"), skeleton("باقری"), skeleton("Ayyoub"), skeleton("Путин")
    ('bkr', 'bkr', 'b', 'ptn')
    """
    low = word.lower()
    if low.isascii():
        for pair, letter in _LATIN:
            low = low.replace(pair, letter)
        low = re.sub(r"[^bdfjklmnprstvz]", "", low.translate(_LATIN_LETTERS)).replace("v", "")
    else:
        low = "".join(_OTHER.get(letter, "") for letter in low).replace("v", "")
    return re.sub(r"(.)\1+", r"\1", low)


def skeletons(text: str) -> frozenset[str]:
    """Of every word of a text that has three consonants or more."""
    return frozenset(found for word in set(re.findall(r"[^\W\d_]+", text)) if len(found := skeleton(word)) >= 3)
