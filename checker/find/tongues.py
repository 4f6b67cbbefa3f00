"""The few words of other languages that tell who speaks: verbs of speech, and the small words around names.

With them the search for speakers goes the same way as in English; the weights were learned on English alone. In a language
without a row nobody is taken for the speaker but who stands before a colon. Each row has a sentence in
`tests/find/test_speakers_in_other_languages.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from checker.find.cues import CueClass

# By class of word as `words` has them: C verbs that say, L verbs that call, D determiners, O possessives, S pronouns, P
# prepositions (and words for outlets that somebody says something to), A auxiliaries, K and, B clauses, f of.
_ROWS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "C": """sagte sagten sagt sagen erklärte erklärten erklärt betonte betonten schrieb schrieben schreibt warnte
            warnten forderte forderten kündigte antwortete fragte meinte behauptete versicherte berichtete berichteten
            teilte ergänzte fügte zitierte kritisierte mahnte drohte räumte äußerte twitterte""",
        "L": "nannte nannten bezeichnete bezeichneten sprach lobte",
        "D": "der die das den dem des ein eine einen einem einer eines dieser diese dieses kein keine mehrere viele",
        "O": "sein seine seinem seinen seiner ihr ihre ihrem ihren ihrer",
        "S": "er sie es wir ich man",
        "P": "in im an am auf bei beim von vom mit nach für zu zum zur über unter vor aus gegen laut durch gegenüber als",
        "A": "ist war sind waren hat hatte haben hatten wird wurde werden wurden kann könne sei habe",
        "K": "und oder aber sowie",
        "B": "dass wenn weil während nachdem bevor obwohl wie wo",
    },
    "fr": {
        "C": """dit déclaré déclare affirmé affirme expliqué explique ajouté ajoute écrit estimé estime assuré assure
            annoncé indiqué indique averti répondu répond souligné souligne précisé précise confié lancé martelé raconté
            dénoncé prévenu rappelé""",
        "L": "qualifié qualifie accusé parlé",
        "D": "le la les un une des du ce cet cette ces plusieurs",
        "O": "son sa ses leur leurs",
        "S": "il elle ils elles on nous je a-t-il a-t-elle ont-ils ont-elles",
        "P": "à au aux en dans par pour sur avec selon chez contre depuis lors d'une d'un",
        "A": "a ont est était avait sera été",
        "K": "et ou mais",
        "B": "que qui quand lorsque si comme tandis",
        "f": "de d",
    },
    "es": {
        "C": """dijo dijeron dice declaró afirmó aseguró explicó añadió agregó escribió señaló indicó advirtió anunció
            respondió preguntó sostuvo subrayó insistió manifestó apuntó denunció recordó""",
        "L": "calificó acusó llamó tachó",
        "D": "el la los las un una unos unas este esta estos varios",
        "O": "su sus",
        "S": "él ella ellos ellas yo nosotros",
        "P": "a al en por para con según ante contra desde sobre",
        "A": "ha han es era fue había será",
        "K": "y e o pero",
        "B": "que quien cuando si como mientras",
        "f": "de del",
    },
    "ru": {
        "C": """сказал сказала сказали говорит говорил заявил заявила заявили сообщил сообщила сообщили отметил отметила
            добавил добавила подчеркнул подчеркнула написал написала пояснил пояснила ответил ответила рассказал рассказала
            предупредил предупредила пишет""",
        "L": "назвал назвала назвали обвинил обвинила",
        "O": "его её ее их",
        "S": "он она они мы я",
        "P": """в во на по с со от к ко из для о об при через агентству телеканалу газете изданию порталу журналистам каналу
            словам""",
        "A": "был была были будет",
        "K": "и или но а",
        "B": "что когда если как",
    },
}  # fmt: skip


class Tongue(NamedTuple):
    """The words of one language: verbs with their class, and the others by the letter of their class."""

    verbs: Mapping[str, CueClass]
    table: Mapping[str, str]


@cache
def tongue(language: str) -> Tongue:
    """The words of a language by its code; empty where there is no row."""
    rows = _ROWS.get(language, {})
    verbs = dict.fromkeys(rows.get("L", "").split(), CueClass.CALL)
    verbs |= dict.fromkeys(rows.get("C", "").split(), CueClass.SAY)
    return Tongue(verbs, {word: kind for kind, words in rows.items() if kind not in "CL" for word in words.split()})
