"""Article -> Quotation: what stands in somebody's words, who is credited with it, and by which word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checker.find.candidates import Candidate
from checker.find.decisions import Decided, decide, is_promotion
from checker.find.regions import Regions, regions_of, reopened, speaker_tag
from checker.find.scene import Place, Scene
from checker.model import Article, Quotation, QuotationKind, Span

# "A," she said of the men on Monday, "B": a longer aside is a sentence of the reporter's own.
_ASIDE_LETTERS = 180


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """What stands between quotation marks in the article's prose, in reading order; `span` leaves the marks out.

    Nested marks give one quotation, the outer one. A quotation over several paragraphs that each begin with a mark, or
    one that a "he said" interrupts, is one with several parts; after a full stop it is two. A mark that never closes gives
    what follows it up to the next opening mark or the end of the paragraph. A term has a speaker only where the sentence
    says whose use of it it is.
    """
    regions = regions_of(article)
    scene = Scene(article.text, regions)
    groups = _joined(article.text, regions, decide(scene))
    return tuple(_quotation(article.text, f"q{number}", group) for number, group in enumerate(groups, 1))


def _joined(text: str, regions: Regions, found: Sequence[Decided]) -> list[list[Decided]]:
    """The pieces of one quotation together."""
    groups: list[list[Decided]] = []
    for one in found:
        last = groups[-1][-1] if groups else None
        if last is not None and (_goes_on(text, regions, last, one) or _interrupted(text, last, one)):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _goes_on(text: str, regions: Regions, first: Decided, second: Decided) -> bool:
    """Whether the next paragraph re-opens the quotation; a speaker's name at its head ("PENCE: No") begins another."""
    return (
        reopened(text, regions, first.piece) is second.piece
        and speaker_tag(text, second.piece.span) is None
        and not is_promotion(text, second.piece.span)
    )


def _interrupted(text: str, first: Decided, second: Decided) -> bool:
    """Whether only a "he said" stands between, in one sentence: `"A," she said, "B"`."""
    if not (first.speech and second.speech and first.place and second.place):
        return False
    if first.piece.block != second.piece.block or second.piece.outer.start - first.piece.outer.end > _ASIDE_LETTERS:
        return False
    between = text[first.piece.outer.end : second.piece.outer.start].strip()
    end, starts = text[first.piece.span.end - 1], text[second.piece.span.start]
    if not (between.endswith((",", "—", "–", "-")) and (end in ",—–-?!…" or between[:1] in ",—–-")):
        return False
    kinds = first.place.paragraph.kinds[first.place.at + 1 : second.place.at]
    goes_on = not starts.isupper() or end == "," or between[:1] in ",—–-"
    return kinds.count("C") == 1 and "." not in kinds and ":" not in kinds and goes_on


@cache
def _ellipsis() -> re.Pattern[str]:
    return re.compile(r"…|\.\s?\.\s?\.")


def _quotation(text: str, name: str, group: Sequence[Decided]) -> Quotation:
    first = group[0]
    parts = tuple(one.piece.span for one in group)
    speech = any(one.speech for one in group)
    chosen = _surest([one for one in group if one.speech == speech])
    kind = QuotationKind.DIRECT if speech else QuotationKind.TERM
    if first.piece.whole_block:
        kind = QuotationKind.BLOCK
    return Quotation(
        id=name,
        span=Span(parts[0].start, parts[-1].end),
        kind=kind,
        parts=parts,
        partial=kind is QuotationKind.DIRECT and first.place is not None and _completes(text, first.place),
        elided=any(_ellipsis().search(text, part.start, part.end) is not None for part in parts),
        speaker=chosen.span if chosen else None,
        cue=chosen.cue if chosen else None,
        reporter=next((one.reporter for one in group if one.reporter is not None), None),
    )


def _surest(group: Sequence[Decided]) -> Candidate | None:
    """Of several pieces the best speaker: one who is linked to a cue beside a piece beats one carried over."""

    def rank(one: tuple[Decided, Candidate]) -> tuple[bool, float]:
        (decided, candidate), place, mention = one, one[0].place, one[1].mention
        if place is None or mention is None or mention.cue < 0 or candidate.block != decided.piece.block:
            return False, candidate.score
        return mention.cue in (place.after, place.before), candidate.score

    chosen = [(one, one.chosen) for one in group if one.chosen is not None]
    return max(chosen, key=rank)[1] if chosen else None


def _completes(text: str, place: Place) -> bool:
    """Whether the words complete the reporter's own sentence: nothing sets them off, or it goes on after them."""
    paragraph, at = place.paragraph, place.at
    kinds, sentence = paragraph.kinds, paragraph.sentence
    first, last = text[place.piece.span.start], text[place.piece.span.end - 1]
    follows = at + 1 < len(kinds) and sentence[at + 1] == sentence[at]
    if at > 0 and sentence[at - 1] == sentence[at]:
        before = kinds[at - 1]
        if before in ",:-Q":
            # `said, “further enhance” the deal`: a comma sets off what was said, unless it only parts a list.
            return before == "," and not first.isupper() and last not in ",.!?" and follows
        return not (first.isupper() and before in "CRA")
    if not follows or last in ",.!?…" or kinds[at + 1] in ",-":
        return False
    return not 0 <= place.after <= at + 4
