"""An article's paragraphs as words, and where each quotation stands among them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from checker.find.mentions import mentions_of
from checker.find.phrases import Mention
from checker.find.regions import Piece, Regions
from checker.find.words import Paragraph, paragraph_words
from checker.text.language import language_of

# How many words to either side a cue is looked for.
_LOOK = 80
# How many letters tell the language.
_SAMPLE, _ENOUGH = 4_000, 12


@dataclass(slots=True)
class Place:
    """Where one piece stands among the words of its paragraph."""

    piece: Piece
    paragraph: Paragraph
    at: int  # the index of the quotation's word
    after: int = -1  # the first cue after it in its sentence
    before: int = -1  # the last cue before it in its sentence
    shape: str = ""
    size: str = ""
    gap_after: str = ""
    gap_before: str = ""
    rivals: str = ""  # how the best linked mentions on both sides are linked
    link_after: str = "none"
    link_before: str = "none"
    gaps: str = ""


class Scene:
    """An article's paragraphs with their words and mentions, made when first asked for."""

    def __init__(self, text: str, regions: Regions) -> None:
        self.text = text
        self.regions = regions
        frame = _frame(text, regions)
        language = language_of(frame if sum(map(str.isalpha, frame)) >= _ENOUGH else text)
        # What tells speech from terms, and who speaks, was learned from English.
        self.foreign = language if language != "en" else None
        self._made: dict[int, tuple[Paragraph, list[Mention]]] = {}

    def around(self, place: Place, before: int, after: int) -> tuple[list[Mention], list[Mention]]:
        """The nearest mentions of the place's paragraph on both sides, in reading order."""
        _, mentions = self.paragraph(place.piece.block)
        middle = bisect_right(mentions, place.at, key=lambda mention: mention.first)
        return mentions[max(0, middle - before) : middle], mentions[middle : middle + after]

    def paragraph(self, index: int) -> tuple[Paragraph, list[Mention]]:
        """The words and the mentions of one block."""
        if index not in self._made:
            block = self.regions.blocks[index]
            outers = [piece.outer for piece in self.regions.pieces[index]]
            paragraph = paragraph_words(self.text, block.span, outers, self.foreign)
            self._made[index] = paragraph, mentions_of(paragraph)
        return self._made[index]

    def forget_before(self, index: int) -> None:
        """Paragraphs far behind are not asked for again: keep memory level on endless texts."""
        for old in [key for key in self._made if key < index - 4]:
            del self._made[old]


def _frame(text: str, regions: Regions) -> str:
    """The beginning of what the article says itself: the language of its quotations may be another."""
    found: list[str] = []
    letters = 0
    for block, pieces in zip(regions.blocks, regions.pieces, strict=True):
        at = block.span.start
        for piece in pieces:
            found.append(text[at : min(piece.outer.start, at + _SAMPLE)])
            at = piece.outer.end
        found.append(text[at : min(block.span.end, at + _SAMPLE)])
        letters += sum(map(len, found[-len(pieces) - 1 :]))
        if letters > _SAMPLE:
            break
    return " ".join(found)


def bucket(number: int) -> str:
    """A count as a feature writes it."""
    if number <= 3:
        return str(number)
    return "4-5" if number <= 5 else "6-9" if number <= 9 else "10-19" if number <= 19 else "20+"


def place_of(scene: Scene, piece: Piece) -> Place:
    """The piece among its words, with the cues around it."""
    paragraph, _ = scene.paragraph(piece.block)
    at = paragraph.at(piece.outer.start)
    place = Place(piece, paragraph, at)
    kinds, sentence = paragraph.kinds, paragraph.sentence
    for index in range(at + 1, min(len(kinds), at + _LOOK)):
        if sentence[index] != sentence[at] or kinds[index] == "Q":
            break
        if kinds[index] == "C":
            place.after = index
            break
    for index in range(at - 1, max(-1, at - _LOOK), -1):
        if sentence[index] != sentence[at]:
            break
        if kinds[index] == "C":
            place.before = index
            break
    words = len(scene.text[piece.span.start : min(piece.span.end, piece.span.start + 400)].split())
    place.size = "1" if words == 1 else "2-4" if words < 5 else "5-9" if words < 10 else "10+"
    place.shape = _shape(scene.text, place)
    place.gap_after = bucket(place.after - at - 1) if place.after >= 0 else "none"
    place.gap_before = bucket(at - place.before - 1) if place.before >= 0 else "none"
    return place


def _shape(text: str, place: Place) -> str:
    """What touches the quotation: the class of the word before, how it ends, the class of the word after."""
    paragraph, at = place.paragraph, place.at
    same_before = at > 0 and paragraph.sentence[at - 1] == paragraph.sentence[at]
    same_after = at + 1 < len(paragraph.kinds) and paragraph.sentence[at + 1] == paragraph.sentence[at]
    before = paragraph.kinds[at - 1] if same_before else "^"
    after = paragraph.kinds[at + 1] if same_after else "$"
    last = text[place.piece.span.end - 1]
    if last not in ",.!?…—-" and place.piece.outer.end < len(text) and text[place.piece.outer.end] == ",":
        last = ","
    ending = last if last in ",.!?" else "…" if last in "…—-" else "w"
    return before + ending + after
