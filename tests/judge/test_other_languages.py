"""Quotations in other languages and scripts: negations and conditions by table, marks, spaces, points, characters without spaces.

What a language says by an ending is not seen, and a row says so.
"""

from __future__ import annotations

import pytest
from test_verdicts import verdict_on

from checker.model import Verdict

V = Verdict

ROWS = [
    ("Den Hafen schließen wir nicht", "Den Hafen schliessen wir nicht.", V.STYLED, "ß, ss"),
    ("Den Hafen schließen wir", "Den Hafen schließen wir nicht.", V.DISTORTED, "German nicht behind"),
    ("Wir schließen den Hafen im Winter", "Wir schließen den Hafen im Winter nie.", V.DISTORTED, "German nie behind"),
    ("Wir haben kein Geld für die Schule", "Wir haben Geld für die Schule.", V.DISTORTED, "German kein"),
    ("Wir können die Schule nicht öffnen", "Wir können die Schule öffnen.", V.DISTORTED, "German nicht added"),
    ("STRASSE und Hafen sind gesperrt", "Straße und Hafen sind gesperrt.", V.STYLED, "ß in capitals"),
    (
        "Die Maßnahme hat 1,5 Millionen gekostet",
        "Die Maßnahme hat 15 Millionen gekostet.",
        V.DISTORTED,
        "German decimal comma",
    ),
    ("Es kostet 1 Euro für alle Gäste", "Es kostet 1.000 Euro für alle Gäste.", V.DISTORTED, "German thousand"),
    ("« Nous n’avons pas peur de la mer »", "Nous n'avons pas peur de la mer.", V.VERBATIM, "guillemets with spaces"),
    (
        "Nous avons peur de la mer et du vent",
        "Nous n'avons pas peur de la mer et du vent.",
        V.DISTORTED,
        "French ne pas",
    ),
    (
        "Nous ne fermerons jamais le port de notre petite ville",
        "Nous fermerons le port de notre petite ville.",
        V.DISTORTED,
        "French jamais",
    ),
    (
        "Nous fermerons le port ; c’est décidé !",
        "Nous fermerons le port\u202f; c'est décidé\u202f!",
        V.VERBATIM,
        "narrow spaces",
    ),
    ("Le port coûte 20 000 euros par an", "Le port coûte 20\u202f000 euros par an.", V.VERBATIM, "French thousands"),
    ("No cerraremos el puerto este año", "Cerraremos el puerto este año.", V.DISTORTED, "Spanish no"),
    ("Cerraremos el puerto este año", "Nunca cerraremos el puerto este año.", V.DISTORTED, "Spanish nunca before"),
    ("Não vamos fechar o porto agora", "Vamos fechar o porto agora.", V.DISTORTED, "Portuguese não"),
    ("Non chiuderemo il porto in inverno", "Chiuderemo il porto in inverno.", V.DISTORTED, "Italian non"),
    ("Мы закроем порт зимой для всех", "Мы не закроем порт зимой для всех.", V.DISTORTED, "Russian не"),
    ("Мы закроем порт зимой", "Мы закроем порт зимой, если город не заплатит.", V.DISTORTED, "Russian если"),
    ("İstanbul'da liman kapanmayacak dediler", "Istanbul'da liman kapanmayacak dediler.", V.STYLED, "Turkish İ"),
    (
        "Liman kışın kapanacak dediler bize",
        "Liman kışın kapanmayacak dediler bize.",
        V.ALTERED,
        "Turkish negates by an ending, which is not seen",
    ),
    ("私たちは港を閉めません", "私たちは港を閉めません。", V.VERBATIM, "Japanese"),
    ("私たちは港を閉めます", "私たちは港を閉めません。", V.DISTORTED, "Japanese negation"),
    ("我们不会关闭港口", "我们会关闭港口。", V.DISTORTED, "Chinese 不"),
    ("我们会关闭港口", "今年冬天我们会关闭港口和学校。", V.VERBATIM, "Chinese inside"),
    ("قلنا إننا لن نغلق الميناء", "قُلْنَا إِنَّنَا لَنْ نُغْلِقَ المِينَاءَ.", V.VERBATIM, "Arabic diacritics"),
    ("قلنا إننا سنغلق الميناء في الشتاء", "قلنا إننا لن نغلق الميناء في الشتاء.", V.DISTORTED, "Arabic لن"),
    ("لا نغلق الميناء في الشتاء", "نغلق الميناء في الشتاء.", V.DISTORTED, "Arabic لا"),
    ("לא נסגור את הנמל בחורף", "נסגור את הנמל בחורף.", V.DISTORTED, "Hebrew לא"),
    ("נסגור את הנמל בחורף הזה", "\u200fנסגור את הנמל בחורף הזה\u200f.", V.VERBATIM, "RTL marks"),
    ("हम बंदरगाह बंद नहीं करेंगे", "हम बंदरगाह बंद करेंगे।", V.DISTORTED, "Hindi नहीं"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "said", "verdict"), [pytest.param(*row[:3], id=row[3]) for row in ROWS])
def test_a_quotation_in_another_language(printed: str, said: str, verdict: Verdict) -> None:
    assert verdict_on(printed, said) is verdict
