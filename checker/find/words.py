"""One paragraph as words with a coarse class each; a quotation counts as one word.

The classes are those that the search for speakers needs, told by tables and endings: no dictionary and no parser. A
word that no table knows is a capitalised or a plain one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from checker.find.cues import ALSO_NOUNS, CueClass, bare_forms, cue_verbs
from checker.find.tongues import tongue
from checker.model.span import Span

# The classes: one letter each, so that patterns can be written over a string of them.
QUOTED, CUE, AUX, ADVERB, PREPOSITION, DETERMINER, POSSESSIVE, SUBJECT, OBJECT = "QCARPDOSJ"
AND, CLAUSE, CAPITAL, PLAIN, NUMBER, OF_S, VERB, RELATIVE = "KBNn#zVW"
COMMA, COLON, STOP, DASH, OPEN, CLOSE, OTHER, OF = ",:.-()~f"

_TABLE: dict[str, str] = {}


def _row(kind: str, words: str) -> None:
    for word in words.split():
        _TABLE.setdefault(word, kind)


_row(SUBJECT, "he she they i we you it everyone everybody someone somebody anyone nobody")
_row(OBJECT, "him them me us himself herself themselves itself myself yourself ourselves")
_row(POSSESSIVE, "his her their its my our your whose")
_row(
    DETERMINER,
    "the a an another some many most both several few each every this that these those any all no such one two three four"
    " five six seven eight nine ten dozens hundreds thousands other others half",
)
_row(RELATIVE, "who which whom what whoever")
_row(
    AUX,
    "is was are were be been being has had have having will would do does did can could may might must should shall"
    " ain't isn't wasn't aren't weren't hasn't hadn't haven't won't wouldn't don't doesn't didn't can't couldn't shouldn't"
    " cannot not gets got get keeps kept",
)
_row(OF, "of")
_row(
    PREPOSITION,
    "in on at by for from to with about against between into through during under over among toward towards upon via"
    " within without across behind beyond near off onto out outside inside per amid despite around along like unlike than"
    " throughout versus up down regarding concerning following including except besides alongside ahead because",
)
_row(AND, "and or but nor yet & plus so")
_row(CLAUSE, "when while as after before if though although until since once whether where why how unless whereas then")
_row(
    ADVERB,
    "also later then now never ever recently still just even further again too often always soon already once first"
    " instead meanwhile however therefore thus perhaps maybe here there today yesterday tonight tomorrow ago away back"
    " almost quite rather very simply only earlier afterward afterwards sometimes twice indeed elsewhere more less much"
    " last next aloud together alone else",
)
_row(
    VERB,
    "came come comes took take takes taken taking won win wins lost lose loses left leave leaves became become becomes"
    " met meet meets kept keep brought bring brings stood stand stands sat sit sits fell fall falls led lead leads ran"
    " looked look looks seemed seem seems appeared turned turn turns moved move moves worked works tried needs need"
    " needed let lets set sets helped helps wants wanted voted votes backed backs ended ends served serves attended"
    " remains remained stands stopped stops refuses failed fails grew grows rose drew draws spent pays paid built"
    " bought caught chose choose fought fights followed follows joined joins passed passes played plays pulled received"
    " returned returns supported taught told vote votes visited wears wore arrived arrives died killed hopes happened"
    " happens considered considers ordered plans plunged raised remained resigned retired responded required invited",
)
_SHORT = (
    "Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Fr|Sr|Hon|Pres|Gov|Sen|Rep|Sens|Reps|Govs|Gen|Maj|Brig|Lt|Col|Sgt|Capt|Cpl|Adm|Cmdr|Cdr"
    "|Pvt|Pfc|Supt|Insp|Det|Amb|Atty|Sec|St|Ste|Jr|Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|No|vs|Messrs"
    "|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn"
    "|Tex|Va|Vt|Wash|Wis|Wyo|etc|al|Dept|Univ|Assn|Bros"
)
_PLURALS = frozenset("people men women children police percent media public majority staff".split())
# Nouns that end like adverbs.
_NOUNS_IN_LY = frozenset(
    "family assembly supply reply rally bully monopoly anomaly butterfly jelly homily elderly daily weekly monthly".split()
)
_NUMBERS = frozenset("two three four five six seven eight nine ten".split())
_NEVER_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september"
    " october november december".split()
)


@cache
def _token_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:[^\W\d_]\.){2,}|[A-Z]\.(?=\s[A-Z])|(?:" + _SHORT + r")\.(?!\w)"
        r"|[@#]?[^\W_]+(?:(?:[-&./’'][^\W_]+)|(?:’(?=[A-Z])))*|\.{2,}|--+|[^\w\s]"
    )


@dataclass(slots=True)
class Paragraph:
    """The words of one paragraph: parallel lists, and `kinds` a letter each. `sentence` numbers them.

    `quoted` tells for a word of class QUOTED which stretch it stands for. Built once, then only read.
    """

    text: str
    span: Span
    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    kinds: str = ""
    sentence: list[int] = field(default_factory=list)
    cue_class: dict[int, CueClass] = field(default_factory=dict)
    quoted: dict[int, int] = field(default_factory=dict)
    foreign: str | None = None

    def at(self, position: int) -> int:
        """The index of the first word that begins at or after a position."""
        return bisect_left(self.starts, position)


def _punctuation(mark: str) -> str:
    if mark in ",،、，":
        return COMMA
    if mark in ":：;":
        return COLON
    if mark in ".!?。؟۔!?":
        return STOP
    if mark in "—–―-" or mark.startswith("--"):
        return DASH
    if mark in "([{":
        return OPEN
    return CLOSE if mark in ")]}" else OTHER


def paragraph_words(text: str, span: Span, quoted: Sequence[Span], foreign: str | None = None) -> Paragraph:
    """The words of a paragraph; `quoted` are stretches with their marks, ascending, each becomes one word.

    `foreign` is the code of a language that is not English.
    """
    paragraph = Paragraph(text, span, foreign=foreign)
    kinds: list[str] = []
    at = span.start
    for index, stretch in enumerate(quoted):
        _add_words(paragraph, kinds, at, stretch.start)
        paragraph.quoted[len(kinds)] = index
        _add(paragraph, kinds, "", stretch.start, stretch.end, QUOTED)
        at = stretch.end
    _add_words(paragraph, kinds, at, span.end)
    _join_nicknames(paragraph, kinds)
    paragraph.kinds = "".join(kinds)
    _mark_put_it(paragraph)
    _number_sentences(paragraph)
    return paragraph


def _join_nicknames(paragraph: Paragraph, kinds: list[str]) -> None:
    """`Marcia "Cia" Price` is one name: a word in marks between two parts of it is a part as well."""
    for at in paragraph.quoted:
        if kinds[max(0, at - 1) : at + 2] == [CAPITAL, QUOTED, CAPITAL]:
            nickname = paragraph.text[paragraph.starts[at] : paragraph.ends[at]]
            if len(nickname.split()) == 1 and nickname[-2:-1].isalpha():
                kinds[at] = CAPITAL


def _mark_put_it(paragraph: Paragraph) -> None:
    """ "As the memo put it" says more than "put" alone."""
    for index, kind in paragraph.cue_class.items():
        if kind is CueClass.WEAK and paragraph.lower[index : index + 2] in (["put", "it"], ["puts", "it"]):
            paragraph.cue_class[index] = CueClass.SAY


def _add(paragraph: Paragraph, kinds: list[str], word: str, start: int, end: int, kind: str) -> None:
    paragraph.words.append(word)
    paragraph.lower.append(word.lower().replace("’", "'"))
    paragraph.starts.append(start)
    paragraph.ends.append(end)
    kinds.append(kind)


def _add_words(paragraph: Paragraph, kinds: list[str], start: int, end: int) -> None:
    text, foreign = paragraph.text, paragraph.foreign
    other = tongue(foreign) if foreign else None
    verbs: Mapping[str, CueClass] = other.verbs if other else cue_verbs()
    table: Mapping[str, str] = other.table if other else _TABLE
    words, lower, starts, ends = paragraph.words, paragraph.lower, paragraph.starts, paragraph.ends
    for match in _token_pattern().finditer(text, start, end):
        word = match[0]
        first = word[0]
        at, close = match.span()
        if ends and at < ends[-1]:
            continue  # the apostrophe of an owner, taken with its word
        if not (first.isalnum() or first in "@#"):
            kind = STOP if word.startswith("..") or word == "…" else _punctuation(word)
            _add(paragraph, kinds, word, at, close, kind)
            continue
        tail = ""
        if len(word) > 2 and word[-1] in "sS" and word[-2] in "'’":
            word, close, tail = word[:-2], close - 2, word[-2:]
        elif word[-1] == "s" and first.isupper() and _owns(text, close):
            tail = text[close]
        small = word.lower().replace("’", "'")
        kind = table.get(small, "")
        if kind and first.isupper() and kind in "nV" and not _starts_sentence(kinds):
            kind = CAPITAL
        if small in verbs and (first.islower() or _starts_sentence(kinds)):
            if not kind or kind in "VP":
                kind = CUE if foreign else _verb_or_noun(small, paragraph, kinds)
                if kind == CUE:
                    paragraph.cue_class[len(kinds)] = verbs[small]
        elif small == "that" and kinds and kinds[-1] in "CRnNJ":
            kind = CLAUSE
        elif not kind:
            kind = _open_class(first, small, kinds[-1] if kinds else "")
        # What `_add` does, without the call: most words come by here.
        words.append(word)
        lower.append(small)
        starts.append(at)
        ends.append(close)
        kinds.append(kind)
        if tail:
            mark = OF_S if kind in "Nn#" else AUX
            _add(paragraph, kinds, tail, close, close + len(tail), mark)


def _owns(text: str, at: int) -> bool:
    """Whether an apostrophe behind an "s" makes an owner: "Sanders’ spokesman"."""
    return text[at : at + 1] in ("'", "’") and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].isalpha()


def _starts_sentence(kinds: list[str]) -> bool:
    return not kinds or kinds[-1] in ".:Q"


def _verb_or_noun(small: str, paragraph: Paragraph, kinds: list[str]) -> str:
    """Many a verb of speech is also a noun: "the report", "a CNN poll and report", "conservative talk radio"."""
    if not kinds:
        return CUE
    before = kinds[-1]
    if small in ALSO_NOUNS and before in "DO#z":
        return PLAIN
    if before in "DOz" and small.endswith(("ed", "ing")):
        # "The mother of three replied" is no replied three.
        return CUE if kinds[-2:] == [OF, DETERMINER] and paragraph.lower[-1] in _NUMBERS else PLAIN
    if before in "nN" and small in bare_forms() and not _is_plural(paragraph.lower, kinds):
        return PLAIN if before == "n" or small in ALSO_NOUNS else CUE
    return CUE


def _is_plural(lower: list[str], kinds: list[str]) -> bool:
    """Whether the noun phrase at the end may be the subject of a verb without "s": "officials say", "A and B say"."""
    if lower[-1].endswith("s") or lower[-1] in _PLURALS:
        return True
    at = len(kinds) - 1
    while at > 0 and kinds[at] in "nN":
        at -= 1
    return kinds[at] in "K#" or (kinds[at] == "D" and at > 0 and kinds[at - 1] == "K")


def _open_class(first: str, small: str, before: str) -> str:
    """By its first letter and its ending; "the group released" is a verb, "the released" is none."""
    if first.isdigit():
        return NUMBER
    if first.isupper() or first in "@#":
        return PLAIN if small in _NEVER_NAMES else CAPITAL
    if small.endswith("ly") and len(small) > 4 and small not in _NOUNS_IN_LY:
        return ADVERB
    if small.endswith(("ed", "ing")) and before in "NnSW" and before and len(small) > 4 and "-" not in small:
        return VERB
    return PLAIN


def _number_sentences(paragraph: Paragraph) -> None:
    """Sentence numbers; a quotation that ends with a stop ends the sentence, unless a "he said" follows it."""
    kinds, number = paragraph.kinds, 0
    for index, kind in enumerate(kinds):
        paragraph.sentence.append(number)
        if kind == STOP:
            if index + 1 < len(kinds) and kinds[index + 1] not in ".,":
                following = paragraph.words[index + 1]
                if not following[:1].islower():
                    number += 1
        elif kind == QUOTED and index + 1 < len(kinds) and _quotation_ends(paragraph, index):
            number += 1


def _quotation_ends(paragraph: Paragraph, index: int) -> bool:
    text = paragraph.text[max(paragraph.starts[index], paragraph.ends[index] - 5) : paragraph.ends[index]]
    last = text.rstrip("\"'”’»)]」』")[-1:]
    following = paragraph.words[index + 1]
    if last not in ".!?…。" or following[:1].islower() or paragraph.kinds[index + 1] in ",.)-":
        return False
    # `“Really?” Mr. Smith asked`, and also `“Enough.” Smith said`.
    return CUE not in paragraph.kinds[index + 1 : index + 6] or (last == "." and paragraph.kinds[index + 1] == QUOTED)
