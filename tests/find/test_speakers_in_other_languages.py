"""Who speaks in German, French, Spanish and Russian; in a language without a table nobody is guessed."""

from __future__ import annotations

import pytest

from checker.find import find_quotations
from checker.find.cues import CueClass
from checker.find.tongues import tongue
from checker.model import Article, Block, Span

# What makes the language plain; short texts are taken for English.
GERMAN = "Der Minister hat die Lage in der Region kritisiert und zu Gesprächen mit dem Land aufgerufen, das nicht antwortet. "
FRENCH = "Le ministre a averti que son pays ne resterait pas sans réponse et que les autres ne sont pas prêts pour une guerre. "
SPANISH = "El ministro advirtió que su país no se quedará sin respuesta y que los otros no están para una guerra con el mundo. "
RUSSIAN = "Министр предупредил, что страна не останется без ответа и что другие страны к войне не готовы. "
TURKISH = "Bakan bir açıklama yaptı ve bu ülke için çok önemli olan bir konuda daha sonra da bilgi vereceğini söyledi ancak ne "
PERSIAN = "وزیر خارجه در این باره گفت که کشور از این تصمیم آگاه است و به آن پاسخ می‌دهد. "


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        pytest.param(
            GERMAN + "„Wir werden antworten“, sagte Karimi der Agentur Fars.", "Karimi", "sagte", id="German, after"
        ),
        pytest.param(
            GERMAN + "Jan Becker nannte die Drohung „nicht hilfreich“.", "Jan Becker", "nannte", id="German, called"
        ),
        pytest.param(
            GERMAN + "»Niemand will das«, erklärte eine Sprecherin des Amtes.",
            "eine Sprecherin",
            "erklärte",
            id="German, a role",
        ),
        pytest.param(
            FRENCH + "« Il faut revenir à la table », a dit Jean Morel à l’AFP.",
            "Jean Morel",
            "dit",
            id="French, after",
        ),
        pytest.param(
            FRENCH + "Jean Morel a dénoncé une « provocation inutile ».", "Jean Morel", "dénoncé", id="French, before"
        ),
        pytest.param(
            FRENCH + "« C’est une erreur », a estimé une porte-parole du ministère.",
            "une porte-parole",
            "estimé",
            id="French, a role",
        ),
        pytest.param(
            SPANISH + "«Responderemos cuando queramos», dijo Karimi a la agencia Fars.", "Karimi", "dijo", id="Spanish"
        ),
        pytest.param(
            SPANISH + "Según Ana Gil, «nadie quiere una guerra así».", "Ana Gil", "Según", id="Spanish, according to"
        ),
        pytest.param(
            RUSSIAN + "«Мы ответим, когда захотим», — сказал Карими агентству Фарс.", "Карими", "сказал", id="Russian"
        ),
        pytest.param(
            RUSSIAN + "«Это большая ошибка», — заявила официальный представитель Ирина Орлова.",
            "Ирина Орлова",
            "заявила",
            id="Russian, roles before the name",
        ),
    ],
)
def test_who_speaks(text: str, speaker: str, cue: str) -> None:
    (quotation,) = find_quotations(Article(text, (Block(Span(0, len(text))),)))
    assert quotation.kind == "direct"
    assert quotation.speaker is not None
    assert quotation.cue is not None
    assert (quotation.speaker.of(text), quotation.cue.of(text)) == (speaker, cue)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TURKISH + "“Bu karar bizim için doğru değil”, dedi Ahmet Yılmaz.", id="Turkish, no table"),
        pytest.param(PERSIAN + "«ما به دنبال جنگ نیستیم».", id="Persian, no capitals"),
        pytest.param(
            GERMAN + "In Wien stand Jan Becker. „Alle Türen stehen weit offen“ stand da.", id="German, no verb"
        ),
    ],
)
def test_nobody_is_guessed(text: str) -> None:
    (quotation,) = find_quotations(Article(text, (Block(Span(0, len(text))),)))
    assert (str(quotation.kind), quotation.speaker) == ("direct", None)


@pytest.mark.parametrize("language", ["de", "fr", "es", "ru"])
def test_the_tables_are_small_letters_and_of_one_class(language: str) -> None:
    words = tongue(language)
    assert words.verbs
    assert words.verbs.keys().isdisjoint(words.table)
    assert all(word == word.lower() for word in (*words.verbs, *words.table))
    assert set(words.verbs.values()) == {CueClass.SAY, CueClass.CALL}


def test_a_language_without_a_row_has_no_words() -> None:
    assert (tongue("tr").verbs, tongue("tr").table) == ({}, {})
