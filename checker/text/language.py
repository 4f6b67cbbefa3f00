"""Which language a text is in, as far as its script and its small words tell."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

# How much of a text is looked at; the beginning of a page tells.
_SAMPLE = 4000

# Blocks of Unicode by first and last code point, and the share of the letters that tells the script: Japanese is written
# with Chinese characters too, its own letters between them.
_SCRIPTS = (
    ("ja", 0x3040, 0x30FF, 0.15),
    ("ko", 0xAC00, 0xD7AF, 0.34),
    ("zh", 0x4E00, 0x9FFF, 0.34),
    ("he", 0x0590, 0x05FF, 0.34),
    ("arabic", 0x0600, 0x06FF, 0.34),
    ("cyrillic", 0x0400, 0x04FF, 0.34),
    ("el", 0x0370, 0x03FF, 0.34),
    ("hi", 0x0900, 0x097F, 0.34),
    ("th", 0x0E00, 0x0E7F, 0.34),
    ("hy", 0x0530, 0x058F, 0.34),
    ("ka", 0x10A0, 0x10FF, 0.34),
)
_LATIN_ENDS = 0x0250
_BEYOND_LATIN = re.compile(rf"[^\0-{chr(_LATIN_ENDS - 1)}]")
_SMALL_WORDS = {
    "en": "the of and to in is that for was with it his are this they have not be from but i you we he",
    "fr": "le la les des est et que dans pour une qui pas sur par avec ne au du ce il",
    "de": "der die das und ist nicht ein eine mit den von zu auf sich dem für wird auch es sie",
    "es": "el la los las que de y en un una por con no para su del es se al lo",
    "it": "il la che di e non un una per con sono della del le gli si è alla nel ha",
    "pt": "o a os as que de e não um uma para com por se do da em é no na",
    "nl": "de het een en van is dat niet in op te voor met zijn die aan er ook als maar",
    "sv": "och att det som en är på för av med inte den till har de om ett han var",
    "pl": "i w nie na się że z do to jest o jak po od za co przez ale tym",
    "tr": "ve bir bu için ile da de olarak olan daha çok gibi en ne kadar var ancak sonra",
    "id": "yang dan di untuk dengan ini dari tidak dalam pada akan itu adalah kepada oleh",
    "ro": "și de în a la pe nu că cu este un o din pentru care mai sunt",
}
_SETS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_ARABIC = frozenset("في من على أن إلى هذا التي الذي مع كان عن لا قال هذه".split())
_PERSIAN = frozenset("از به در که این را با است برای آن می های خود و".split())


def language_of(text: str) -> str | None:
    """An ISO 639-1 code, or None where script and small words do not tell (a name, a number, a few words).

    >>> language_of("the agreement of the two countries is not in force"), language_of("این توافق برای همکاری است")
    ('en', 'fa')
    """
    return _language_of(text[:_SAMPLE])


# An original is asked about once for every quotation. By the beginning: a whole text would be kept as long as its answer.
@lru_cache(maxsize=2048)
def _language_of(sample: str) -> str | None:
    letters = sum(map(str.isalpha, sample))
    if letters < 12:
        return None
    foreign = [] if sample.isascii() else list(map(ord, _BEYOND_LATIN.findall(sample)))
    for name, first, last, share in _SCRIPTS if foreign else ():
        if sum(first <= code <= last for code in foreign) > share * letters:
            return _by_letters(name, sample)
    words = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
    scores = {language: sum(words[word] for word in small) for language, small in _SETS.items()}
    best, second = sorted(scores.values(), reverse=True)[:2]
    if best < 3 or best < 1.3 * second:
        return None
    return max(scores, key=lambda language: scores[language])


def in_latin(text: str) -> bool:
    """Whether most letters of the beginning are Latin ones; true of a text without letters.

    >>> in_latin("one agreement"), in_latin("توافق")
    (True, False)
    """
    return _in_latin(text[:_SAMPLE])


@lru_cache(maxsize=2048)
def _in_latin(sample: str) -> bool:
    if sample.isascii():
        return True
    letters = [letter for letter in sample if letter.isalpha()]
    return 2 * sum(ord(letter) < _LATIN_ENDS for letter in letters) >= len(letters)


def _by_letters(script: str, sample: str) -> str | None:
    if script == "arabic":
        words = set(re.findall(r"\w+", sample))
        if re.search(r"[پچژگ]", sample) or len(words & _PERSIAN) > len(words & _ARABIC):
            return "ur" if re.search(r"[ٹڈڑے]", sample) else "fa"
        return "ar"
    if script == "cyrillic":
        return "uk" if re.search(r"[іїєґ]", sample) else "ru"
    return script


# ISO 639-1 codes of the languages that news is most often translated from; any other code is shown as it is.
_NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "ku": "Kurdish", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sr": "Serbian", "sv": "Swedish", "th": "Thai", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def language_name(code: str) -> str:
    """What readers call the language of an ISO 639-1 code.

    >>> language_name("fa-IR"), language_name("tlh")
    ('Persian', 'language "tlh"')
    """
    return _NAMES.get(code.lower().replace("_", "-").split("-")[0], f'language "{code}"')
