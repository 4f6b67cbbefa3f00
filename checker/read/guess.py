"""Which charset undeclared bytes are in, told by the letters they would be.

A general detector needs a page of text to be sure; a brief has twenty bytes beyond ASCII. Each charset here is known by
the letters that its languages use most, and by whether bytes beyond ASCII stand alone (Latin alphabets) or together.
"""

from __future__ import annotations

import codecs

from checker.text.late import late

_LATIN = "“”„‘’–—…€«»°§·\u00a0\u00ad"
_RUSSIAN = "оеаинтсрвл"
_HIRAGANA = "".join(map(chr, range(0x3041, 0x3097)))
_HANGUL = "이다의는에을를가고은로한하지도기사인서자"

# Charset, its letters, the share of all letters beyond ASCII that they make up at least, whether these stand together.
# Set well below what these letters make up in running text (the ten Russian ones: two thirds), so that short texts reach
# it, and above what another charset makes of them. The first one wins a tie. õ and û are left out of the Western letters:
# they are what Hungarian ő and ű look like. Portuguese has õ and no ö, hence a line of its own.
_KNOWN = (
    ("cp1252", _LATIN + "àâäáãåæçèéêëìíîïñòóôöøùúüßœÀÂÄÁÅÆÇÈÉÊËÎÏÍÑÓÔÖØÚÜ¡¿", 0.9, False),
    ("cp1252", _LATIN + "ãõçáéíóúâêôàÃÕÇÁÉÍÓÚÂÊÔÀ", 0.9, False),
    ("cp1250", _LATIN + "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉÍŘŠŤÚŽőűöüÖÜŐŰ", 0.9, False),
    ("iso8859-2", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉÍŘŠŤÚŽőűöüÖÜŐŰ\u00a0", 0.9, False),
    ("cp1254", _LATIN + "ığşçöüâîİĞŞÇÖÜ", 0.9, False),
    ("cp1251", _RUSSIAN, 0.5, True),
    ("koi8-r", _RUSSIAN, 0.5, True),
    ("cp866", _RUSSIAN, 0.5, True),
    ("cp1253", "αοιετσνηυρπκςόά", 0.5, True),
    ("cp1256", "اليمونرتبدهسع", 0.5, True),
    ("iso8859-6", "اليمونرتبدهسع", 0.5, True),
    ("cp1255", "יוהלאמרתבשנד", 0.5, True),
    ("cp932", _HIRAGANA, 0.25, True),
    ("euc-jp", _HIRAGANA, 0.25, True),
    ("cp949", _HANGUL, 0.2, True),
    ("gb18030", "的一是在不了有和人这中大为上个国我以要他", 0.08, True),
    ("big5", "的一是在不了有和人這中大為上個國我以要他", 0.08, True),
)
_BEYOND_ASCII = late(rb"[\x80-\xff]+")


def guess(sample: bytes) -> str | None:
    """The charset whose letters the sample has, or None where it fits none."""
    runs = _BEYOND_ASCII.findall(sample)
    high = sum(map(len, runs))
    together = sum(len(run) for run in runs if len(run) > 2) > 0.5 * high
    best, charset = 1.0, None
    for name, letters, least, stand_together in _KNOWN:
        if stand_together is together:
            fit = _share(sample, name, letters) / least
            if fit > best or (charset is None and fit == best):
                best, charset = fit, name
    return charset


def _share(sample: bytes, charset: str, letters: str) -> float:
    """How many of the letters beyond ASCII are these; 0 where the sample is not in the charset at all."""
    try:
        # The sample may end in the middle of a letter, hence not final.
        text = codecs.getincrementaldecoder(charset)("strict").decode(sample)
    except UnicodeDecodeError:
        return 0.0
    beyond = [char for char in text if char > "\x7f" and (char.isalpha() or char not in "。、，：！？「」『』")]
    return sum(char in letters for char in beyond) / len(beyond) if beyond else 0.0
