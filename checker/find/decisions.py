"""Piece by piece: speech or term, who speaks, by which word, and who reports it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from checker.find.candidates import Candidate, cue_span
from checker.find.carriers import reporter_of, speaker_behind
from checker.find.cues import CueClass
from checker.find.regions import Piece
from checker.find.scene import Place, Scene
from checker.find.speakers import each_place, rank, weights
from checker.find.speech import beside, is_title, speech_features
from checker.model import Span

# A dangling mark with fewer words after it is a slip, not a quotation.
_DANGLING_WORDS = 3
# By the table alone 40 terms of 900 quotations are taken for speech at 0, 27 at 1.0, for seventeen quotations of one to four
# words that are lost (PolNeAR train, halves crossed); the rules below take away some more. A nickname held against an
# original costs an editor more than a fragment missed.
_SURE_OF_SPEECH = 1.0
# How many letters before a stretch the words that name it may take: the longest row of `_named` has 30.
_NAME_REACH = 40
# Of 2,800 stretches of eight words and more one in sixty was no speech (half of PolNeAR's train part), and the table told
# one of those; names and terms of other languages seldom have four, nor have those that a colon introduces and a stop ends.
_CERTAIN_SPEECH, _FOREIGN_SPEECH = 8, 4
# Where a verb of another language says or calls right beside the words: "nannte die Drohung „nicht hilfreich“".
_CALLED_SPEECH, _BESIDE = 1, 4
_TERM_NOUNS = frozenset("term terms word words phrase phrases expression nickname label slogan name title".split())
_USES = frozenset("use uses usage used coined".split())


class Decided(NamedTuple):
    """One piece with what was decided about it; `place` is None for a block without marks."""

    piece: Piece
    place: Place | None
    chosen: Candidate | None
    speech: bool
    reporter: Span | None = None


def decide(scene: Scene) -> list[Decided]:
    """All pieces in reading order; a dangling mark with next to nothing behind it is left out."""
    tables = weights()
    decided: dict[int, Decided] = {}
    told: dict[int, bool] = {}
    foreign = scene.foreign is not None

    def choose(place: Place, candidates: list[Candidate]) -> Candidate | None:
        piece = place.piece
        if not piece.closed and len(piece.span.of(scene.text)[:200].split()) < _DANGLING_WORDS:
            return None
        best = rank(candidates, tables["speaker"])
        if foreign and best is not None and best.mention is not None and best.mention.link == "none":
            best = None
        features = speech_features(scene, place, best, beside(place, told))
        weight = 0.0 if foreign else sum([tables["speech"].get(feature, 0.0) for feature in features])
        enough = _FOREIGN_SPEECH if foreign else _CERTAIN_SPEECH
        words = piece.span.of(scene.text)
        enough = _FOREIGN_SPEECH if place.shape[0] == ":" and words[-1] in ".!?…" else enough
        enough = _CALLED_SPEECH if foreign and _is_called(place) else enough
        speech = weight > _SURE_OF_SPEECH or (_words_in(words) >= enough and not is_title(words))
        speech = speech and not _is_mentioned(scene.text, place)
        told[piece.outer.start] = speech
        if not speech:
            decided[piece.outer.start] = Decided(piece, place, _user_of_term(scene, place), False)
            return None
        if best is not None:
            best = speaker_behind(place, best, candidates) or best
            best.cue = _cue(place, best)
        decided[piece.outer.start] = Decided(piece, place, best, True, reporter_of(scene, place, best))
        return best

    each_place(scene, choose)
    found = []
    for pieces in scene.regions.pieces:
        for piece in pieces:
            if piece.whole_block:
                found.append(Decided(piece, None, _introducer(scene, piece), True))
            elif piece.outer.start in decided:
                found.append(decided[piece.outer.start])
    return found


def _is_called(place: Place) -> bool:
    """Whether a verb of speech stands a few words before or after."""
    near = (place.at - place.before if place.before >= 0 else 99, place.after - place.at if place.after >= 0 else 99)
    return min(near) <= _BESIDE


def _words_in(words: str) -> int:
    """How many words stand at the beginning; of a script without blanks the letters count, two for a word."""
    beginning = words[:200]
    letters = sum(character.isalpha() and character >= "\u3040" for character in beginning)
    return max(len(beginning.split()), letters // 2)


def _cue(place: Place, chosen: Candidate) -> Span | None:
    """The word that says that it is said: between speaker and quotation the last one that is a verb of speech.

    "The general noted concerns and said the deal will help “…”": said.
    """
    mention = chosen.mention
    if mention is None or chosen.block != place.piece.block or mention.link == "according":
        return chosen.cue
    paragraph, index = place.paragraph, mention.cue
    if mention.last < place.at and place.before > mention.last:
        index = place.before
        spoken = range(index, mention.last, -1)
        index = next((at for at in spoken if paragraph.cue_class.get(at, CueClass.WEAK) is not CueClass.WEAK), index)
    elif mention.first > place.at and index < 0:
        index = place.after
    return cue_span(paragraph, index)


def _introducer(scene: Scene, piece: Piece) -> Candidate | None:
    """Who is named with a cue in the last sentence before a block quotation, or before its colon."""
    if piece.block == 0:
        return None
    paragraph, mentions = scene.paragraph(piece.block - 1)
    if not mentions:
        return None
    ending = paragraph.sentence[-1]
    tail = [one for one in mentions[-12:] if paragraph.sentence[one.last] == ending and one.kind != "other"]
    linked = [mention for mention in tail if mention.cue >= 0]
    if not tail or not (linked or paragraph.kinds.endswith(":")):
        return None
    mention = (linked or tail)[0]
    return Candidate(mention.span, [], cue_span(paragraph, mention.cue), mention=mention, block=piece.block - 1)


@cache
def _named() -> re.Pattern[str]:
    """What stands right before a name: "known as the", "the so-called", "a book titled"."""
    return re.compile(
        r"(?:\bknown\s+as|\bso-called|(?:,|\b(?:is|was|are|were|been|being))\s+(?:\w+ly\s+)?dubbed|\bnicknamed|\b(?:en)?titled|\b(?:book|novel|memoir|poem|film|movie|documentary|song|album"
        r"|single|play|musical|show|series|sitcom|podcast|magazine|painting|exhibition),?\s+(?:called|named))"
        r",?\s+(?:the\s+|an?\s+)?$",
        re.IGNORECASE,
    )


def is_promotion(text: str, span: Span) -> bool:
    """Whether the words are what a site asks of its readers: "Follow Jane Roe on Twitter"."""
    return _promotion().match(text, span.start, span.end) is not None


@cache
def _promotion() -> re.Pattern[str]:
    return re.compile(r"(?:Follow|Like)\s[^.!?]{1,80}\son\s(?:Twitter|Facebook|Instagram|Telegram|X)\b")


def _is_mentioned(text: str, place: Place) -> bool:
    """Whether the words are a name or spoken of, and not said: "The term “X” has …", "known as “X”", Marcia "Cia" Price."""
    paragraph, at, start = place.paragraph, place.at, place.piece.outer.start
    if is_promotion(text, place.piece.span):
        return True
    if paragraph.kinds[at] == "N":
        return True
    if _named().search(text, max(paragraph.span.start, start - _NAME_REACH), start):
        return True
    if at < 2 or paragraph.lower[at - 1] not in _TERM_NOUNS or paragraph.kinds[at - 2] not in "DO":
        return False
    first = at == 2 or paragraph.sentence[at - 3] != paragraph.sentence[at]
    return first or (at > 3 and paragraph.lower[at - 3] == "of" and paragraph.lower[at - 4] in _USES)


def _user_of_term(scene: Scene, place: Place) -> Candidate | None:
    """Whose use of a term the sentence says it is: "the use of the term “X” by Iranian officials"."""
    paragraph, at = place.paragraph, place.at
    if _USES.isdisjoint(paragraph.lower[max(0, at - 6) : at + 5]):
        return None
    for mention in scene.around(place, 0, 3)[1]:
        near = mention.first - at <= 5 and paragraph.sentence[mention.first] == paragraph.sentence[at]
        if mention.before == "by" and near:
            return Candidate(mention.span, [], mention=mention, block=place.piece.block)
    return None
