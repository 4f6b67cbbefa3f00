"""Bytes to letters: the mark, then valid UTF-8, then what is declared, then a guess."""

from __future__ import annotations

import pytest

from checker.read import read
from checker.read.decode import decode

WEST = "“Café” — naïve résumé, the minister’s words… €5"
GERMAN = "Sie sagte: „Wir warten nicht länger“, und verließ den Saal; die Straße war größer als früher."
POLISH = "Zażółć gęślą jaźń, powiedział minister w piątek przed południem."
HUNGARIAN = (
    "A miniszter azt mondta: „Nem várunk tovább”, majd dühösen kivonult a gyűlésről, és hűvösen intett az őrnek."
)
RUSSIAN = "Министр сказал: «Мы не будем ждать», и вышел из зала заседаний."
RUSSIAN_PLAIN = 'Министр сказал: "Мы не будем ждать", и вышел из зала заседаний.'
GREEK = "Ο υπουργός είπε: «Δεν θα περιμένουμε άλλο», και έφυγε από την αίθουσα."
HEBREW = "השר אמר: לא נחכה עוד, ויצא מן האולם."
ARABIC = "قال الوزير: «لن ننتظر أكثر»، وغادر القاعة."
JAPANESE = "大臣は「待たない」と述べた。それから会議に戻った。"
KOREAN = "장관은 더 이상 기다리지 않겠다고 말했다."
CHINESE = "部长说：“我们不会再等了。”然后他离开了会议室。"


def markup(text: str, charset: str, declared: str) -> bytes:
    return f"<meta charset={declared}><p>".encode("ascii") + text.encode(charset) + b"</p>"


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        pytest.param(WEST, "cp1252", id="Western"),
        pytest.param(GERMAN, "cp1252", id="German"),
        pytest.param("Sie sagte in München: nein.", "latin-1", id="one letter"),
        pytest.param("As eleições não são amanhã; há razões, disse.", "cp1252", id="Portuguese"),
        pytest.param(POLISH, "iso8859-2", id="Polish, ISO"),
        pytest.param(POLISH, "cp1250", id="Polish, Windows"),
        pytest.param(HUNGARIAN, "cp1250", id="Hungarian"),
        pytest.param(RUSSIAN, "cp1251", id="Russian, Windows"),
        pytest.param(RUSSIAN_PLAIN, "koi8-r", id="Russian, KOI8"),
        pytest.param(RUSSIAN_PLAIN, "cp866", id="Russian, DOS"),
        pytest.param(GREEK, "cp1253", id="Greek"),
        pytest.param(HEBREW, "cp1255", id="Hebrew"),
        pytest.param(ARABIC, "cp1256", id="Arabic"),
        pytest.param(JAPANESE, "cp932", id="Japanese, Shift JIS"),
        pytest.param(JAPANESE, "euc-jp", id="Japanese, EUC"),
        pytest.param(JAPANESE, "iso2022_jp", id="Japanese, as in old mail"),
        pytest.param(KOREAN, "cp949", id="Korean"),
        pytest.param(KOREAN, "iso2022_kr", id="Korean, as in old mail"),
        pytest.param(CHINESE, "gb18030", id="Chinese"),
    ],
)
def test_undeclared_charsets_are_told_by_their_letters(text: str, charset: str) -> None:
    assert decode(text.encode(charset)) == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(WEST.encode(), WEST, id="UTF-8"),
        pytest.param(WEST.encode("utf-8-sig"), WEST, id="UTF-8 with its mark"),
        pytest.param(RUSSIAN.encode("utf-16"), RUSSIAN, id="UTF-16 with its mark"),
        pytest.param(b"\xfe\xff" + WEST.encode("utf-16-be"), WEST, id="UTF-16, the other way round"),
        pytest.param(WEST.encode("utf-32"), WEST, id="UTF-32"),
        pytest.param(WEST.encode("utf-16-le"), WEST, id="UTF-16 without its mark"),
        pytest.param(WEST.encode("utf-16-be"), WEST, id="the same, the other way round"),
        pytest.param("𝒳 \U0001f6a2".encode(), "𝒳 \U0001f6a2", id="beyond 16 bits"),
        pytest.param(b"a\r\nb\rc\n", "a\nb\nc\n", id="line ends"),
        pytest.param(b"a\0b", "ab", id="NUL"),
        pytest.param(
            "\x93No\x94 \x97 it\x92s".encode(), "“No” — it’s", id="Windows marks turned to UTF-8 as if Latin-1"
        ),
        pytest.param("a\x81b".encode(), "a\x81b", id="a control that was no letter there"),
        pytest.param(WEST.encode() + b" \xff" + WEST.encode(), f"{WEST} \ufffd{WEST}", id="a stray byte in UTF-8"),
        pytest.param("Er sagte “nein”".encode()[:-1], "Er sagte “nein\ufffd", id="cut within a letter"),
        pytest.param(b"", "", id="nothing"),
    ],
)
def test_what_needs_no_declaration(body: bytes, text: str) -> None:
    assert decode(body) == text


@pytest.mark.parametrize(
    ("body", "charset", "content_type", "words"),
    [
        pytest.param(markup(WEST, "cp1252", "iso-8859-1"), None, None, WEST, id="Windows-1252 declared as Latin-1"),
        pytest.param(markup(RUSSIAN, "cp1251", "windows-1251"), None, None, RUSSIAN, id="declared in the page"),
        pytest.param(markup(RUSSIAN, "cp1251", '"cp1251"'), None, None, RUSSIAN, id="another name of it"),
        pytest.param(markup(WEST, "utf-8", "latin1"), "latin1", None, WEST, id="declared Latin-1, is UTF-8"),
        pytest.param(
            markup(RUSSIAN, "cp1251", "latin1"), "windows-1251", None, RUSSIAN, id="the server wins over meta"
        ),
        pytest.param(
            markup(RUSSIAN, "cp1251", "latin1"), None, 'text/html; charset="windows-1251"', RUSSIAN, id="its header"
        ),
        pytest.param(markup(WEST, "cp1252", "utf-8"), "utf-8", None, WEST, id="declared UTF-8, is not"),
        pytest.param(markup(RUSSIAN, "cp1251", "utf-16"), None, None, RUSSIAN, id="declared UTF-16, cannot be"),
        pytest.param(markup(WEST, "cp1252", "no-such"), None, None, WEST, id="declared as nothing known"),
        pytest.param(markup(WEST, "cp1252", "hex"), "rot13", None, WEST, id="declared as a codec that is no charset"),
        pytest.param(
            markup(WEST, "cp1252", "idna"), "punycode", None, WEST, id="declared as what domains are written in"
        ),
        pytest.param(
            markup(WEST, "cp1252", "undefined"), "unicode_escape", None, WEST, id="declared as notations of Python"
        ),
        pytest.param(
            markup("+2AA- é", "cp1252", "utf-7"), None, None, "+2AA- é", id="declared as what no browser reads"
        ),
        pytest.param(
            markup(WEST, "cp1252", "x"), "cp\x001251", "; charset=\ud800", WEST, id="declared with no letters"
        ),
        pytest.param(markup(CHINESE, "gb18030", "gb2312"), None, None, CHINESE, id="the larger set that was meant"),
    ],
)
def test_declarations_right_and_wrong(body: bytes, charset: str | None, content_type: str | None, words: str) -> None:
    article = read(body, charset=charset, content_type=content_type)
    assert article.text == words
