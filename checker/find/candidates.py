"""The phrases that may name the speaker of a quotation, and what speaks for each.

Every candidate gets a list of readable features ("where=after&link=inverted": it stands after the quotation in its sentence
and is the subject of a verb before it, as in "said X"). No feature holds a word of an article beyond a few prepositions.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.find.phrases import Mention
from checker.find.regions import speaker_tag
from checker.find.scene import Place, Scene, bucket
from checker.find.words import Paragraph
from checker.model import Span

# Candidates farther away are right in 1 of 400 cases (PolNeAR, train); each costs time.
_MENTIONS_BEFORE = 14
_MENTIONS_AFTER = 7
_WORDS_AWAY = 150
# No speaker was ever written in more letters.
_LONGEST = 250
# How many mentions at the end of the paragraph before are looked at.
_TAIL = 6
# A cue as near as this is the quotation's own, in nearly every case.
_NEAR_CUE = 5
# A block with any of these classes of words tells something, and is no signature.
_VERBS = frozenset("CAV")
# From the surest link to the weakest.
_LINKS = ("inverted", "according", "direct", "aside", "relative", "by", "later")
_UNSURE = ("none", "later")


@dataclass(slots=True)
class Candidate:
    """A mention that may be the speaker, with the cue that links it, if any."""

    span: Span
    features: list[str]
    cue: Span | None = None
    score: float = 0.0
    mention: Mention | None = None
    block: int = -1


def candidates_of(scene: Scene, place: Place, previous: Candidate | None, apart: int) -> list[Candidate]:
    """Every phrase that may name the speaker. `previous` spoke last, `apart` says how many blocks ago."""
    found: list[Candidate] = []
    index = place.piece.block
    left, right = (
        [one for one in side if abs(one.first - place.at) < _WORDS_AWAY and len(one.span) <= _LONGEST]
        for side in scene.around(place, _MENTIONS_BEFORE, _MENTIONS_AFTER)
    )
    last = previous.span if previous is not None and previous.block == index else None
    _compare(place, left, right)
    for rank, mention in enumerate(reversed(left)):
        found.append(_candidate(place, mention, rank, "before", last))
    for rank, mention in enumerate(right):
        found.append(_candidate(place, mention, rank, "after", last))
    found += _from_elsewhere(scene, place, previous, apart, bool(left))
    tag = speaker_tag(scene.text, place.piece.span)
    if tag is not None:
        found.append(Candidate(tag, ["tag"], block=index))
    return found


def _compare(place: Place, left: list[Mention], right: list[Mention]) -> None:
    """How the best linked mention on either side is linked: what each candidate has to stand up to."""
    verbs = place.paragraph.cue_class
    place.link_after, place.link_before = _linked(right, place.after), _linked(left, place.before)
    kinds = "/".join(verbs[cue].value if cue in verbs else "-" for cue in (place.after, place.before))
    place.rivals = f"{place.link_after}/{place.link_before}&{kinds}"
    near_after = place.gap_after if place.after >= 0 and place.after - place.at < _NEAR_CUE else "far"
    near_before = place.gap_before if place.at - place.before < _NEAR_CUE else "far"
    place.gaps = f"{near_after}/{near_before}"


def _linked(mentions: list[Mention], cue: int) -> str:
    """The strongest link that any of the mentions has to a cue."""
    links = {mention.link for mention in mentions if mention.cue == cue} if cue >= 0 else set()
    return next((link for link in _LINKS if link in links), "none")


def _candidate(place: Place, mention: Mention, rank: int, side: str, last: Span | None) -> Candidate:
    paragraph = place.paragraph
    away = paragraph.sentence[mention.last] - paragraph.sentence[place.at]
    where = side if away == 0 else f"{side}{min(abs(away), 3)}"
    low, high = (mention.last, place.at) if side == "before" else (place.at, mention.first)
    between = paragraph.kinds[low + 1 : high]
    features = _of_the_phrase(paragraph, mention, where)
    features += _of_the_way(place, mention, where, between, min(rank, 4))
    features += _of_the_cues(place, mention, where, away, min(rank, 4))
    if away == 0:
        pattern = _pattern(between)
        features += [f"pattern={side}:{pattern}", f"pattern={side}:{pattern}&sort={_sort(mention)}"]
    if last is None:
        features.append(f"first-quotation&where={where}&link={mention.link}")
    else:
        again, quotes = mention.span == last, min(between.count("Q"), 2)
        features += [
            f"again={again}&where={where}",
            f"again={again}&shape={place.shape}",
            f"again={again}&link={mention.link}&quotes={quotes}",
        ]
    return Candidate(mention.span, features, cue_span(paragraph, mention.cue), mention=mention, block=place.piece.block)


def cue_span(paragraph: Paragraph, index: int) -> Span | None:
    """The letters of a cue, "according to" whole; None for no cue."""
    if index < 0:
        return None
    first = index - 1 if index > 0 and paragraph.lower[index - 1 : index + 1] == ["according", "to"] else index
    return Span(paragraph.starts[first], paragraph.ends[index])


def _sort(mention: Mention) -> str:
    return mention.kind + ("'s" if mention.owner else "")


def _of_the_phrase(paragraph: Paragraph, mention: Mention, where: str) -> list[str]:
    """What it is, what stands before and after it, how it is linked to a verb of which kind."""
    kinds, sentence, sort, link = paragraph.kinds, paragraph.sentence, _sort(mention), mention.link
    following = kinds[mention.last + 1] if mention.last + 1 < len(kinds) else "$"
    first = mention.first == 0 or sentence[mention.first] != sentence[mention.first - 1]
    verb = paragraph.cue_class.get(mention.cue)
    cue = f"{verb.value if verb else '-'}&form={_form(paragraph, mention.cue)}"
    return [
        f"where={where}",
        f"where={where}&sort={sort}",
        f"where={where}&link={link}",
        f"where={where}&before={mention.before}",
        f"where={where}&next={following}",
        f"where={where}&link={link}&cue={cue}",
        f"where={where}&first={first}&link={link}",
        f"sort={sort}",
        f"sort={sort}&link={link}",
        f"sort={sort}&before={mention.before}",
        f"sort={sort}&next={following}",
        f"link={link}&cue={cue}",
    ]


def _of_the_way(place: Place, mention: Mention, where: str, between: str, rank: int) -> list[str]:
    """How far it is, what lies between, what touches the quotation."""
    shape, link = place.shape, mention.link
    return [
        f"where={where}&rank={rank}",
        f"where={where}&near={bucket(len(between))}",
        f"where={where}&quotes={min(between.count('Q'), 2)}",
        f"where={where}&shape={shape[:2]}",
        f"where={where}&shape={shape[1:]}",
        f"where={where}&shape={shape}",
        f"where={where}&cues-between={min(between.count('C'), 2)}&link={link}",
        f"where={where}&stops={':' in between}{',' in between}&link={link}",
        f"where={where}&size={place.size}&link={link}",
        f"where={where}&size={place.size}&sort={_sort(mention)}",
    ]


def _of_the_cues(place: Place, mention: Mention, where: str, away: int, rank: int) -> list[str]:
    """How it is linked to the cues next to the quotation, and how its rivals are."""
    link, shape, rivals = mention.link, place.shape, f"{place.link_after}/{place.link_before}"
    after = before = "no"
    if mention.cue >= 0:
        elsewhere = "other" if away == 0 else "own"
        after = link if mention.cue == place.after else elsewhere
        before = link if mention.cue == place.before else elsewhere
    mine = "A" if mention.cue >= 0 and mention.cue == place.after else after
    mine = "B" if mention.cue >= 0 and mention.cue == place.before else mine
    verb = place.paragraph.cue_class.get(mention.cue)
    both = f"where={where}&after={after}&before={before}"
    return [
        f"after={after}&gap={place.gap_after}",
        f"before={before}&gap={place.gap_before}",
        f"before={before}&verb={verb.value if verb else '-'}&gap={place.gap_before}&shape={shape[0]}",
        both,
        f"{both}&shape={shape[:2]}",
        f"where={where}&cues={place.after >= 0}{place.before >= 0}&link={link}&rank={rank}",
        f"mine={where}{mine}{link}&rivals={place.rivals}",
        f"mine={where}{mine}{link}&rivals={rivals}&gaps={place.gaps}",
        f"mine={where}{mine}&rivals={rivals}&shape={shape}",
        f"mine={where}{mine}{link}&shape={shape[1:]}&rank={rank}",
        f"mine={mine}{link}&sort={_sort(mention)}&where={where}",
    ]


def _form(paragraph: Paragraph, cue: int) -> str:
    """ing, s or past, with "+" after an auxiliary or an adverb."""
    if cue < 0:
        return "-"
    word = paragraph.lower[cue]
    ending = "ing" if word.endswith("ing") else "s" if word.endswith("s") else "past"
    return ending + ("+" if cue > 0 and paragraph.kinds[cue - 1] in "AR" else "")


def _pattern(between: str) -> str:
    """The classes of the words between, runs written once, at most eight."""
    short: list[str] = []
    for kind in between:
        kind = "n" if kind in "Nn#DOz" else "s" if kind in "SJ" else "r" if kind in "AR" else kind
        if not short or short[-1] != kind:
            short.append(kind)
            if len(short) > 8:
                return "long"
    return "".join(short)


def _from_elsewhere(scene: Scene, place: Place, previous: Candidate | None, apart: int, led: bool) -> list[Candidate]:
    """Candidates from other paragraphs: who spoke last, who is named in the paragraph before, a signature after.

    `led`: something is named before the quotation in its own paragraph.
    """
    found: list[Candidate] = []
    index = place.piece.block
    bare = place.at == 0 and place.after < 0
    if previous is not None and previous.block != index:
        name, apart = "elsewhere=last-speaker", min(apart, 4)
        features = [
            name,
            f"{name}&apart={apart}",
            f"{name}&shape={place.shape}",
            f"{name}&bare={bare}&apart={apart}",
            f"{name}&left={led}&cues={place.after >= 0}{place.before >= 0}",
        ]
        found.append(Candidate(previous.span, features, previous.cue, mention=previous.mention, block=previous.block))
    # Somebody who is linked to a cue beside the words speaks them: who is named a paragraph before does not.
    if index > 0 and place.link_after in _UNSURE and place.link_before in _UNSURE:
        found += _from_paragraph_before(scene, place, bare)
    if bare and index + 1 < len(scene.regions.blocks):
        found += _signature(scene, place, index + 1)
    return found


def _from_paragraph_before(scene: Scene, place: Place, bare: bool) -> list[Candidate]:
    """Whoever is named in the last sentence of the paragraph before, and who is named first in it."""
    index = place.piece.block - 1
    paragraph, mentions = scene.paragraph(index)
    if not mentions:
        return []
    colon, ending = paragraph.kinds[-1:] == ":", paragraph.sentence[-1]
    tail = [mention for mention in mentions[-_TAIL:] if paragraph.sentence[mention.last] == ending]
    if mentions[0] not in tail:
        tail.insert(0, mentions[0])
    found: list[Candidate] = []
    for rank, mention in enumerate(reversed(tail)):
        final = paragraph.sentence[mention.last] == ending
        name = f"elsewhere=paragraph-before&colon={colon}"
        features = [
            "elsewhere=paragraph-before",
            f"{name}&link={mention.link}",
            f"{name}&bare={bare}&link={mention.link}",
            f"{name}&sort={_sort(mention)}",
            f"{name}&rank={min(rank, 4)}&final={final}&first={mention.order == 0}",
            f"{name}&before={mention.before}",
            f"{name}&bare={bare}&shape={place.shape}",
        ]
        cue = cue_span(paragraph, mention.cue)
        if len(mention.span) <= _LONGEST:
            found.append(Candidate(mention.span, features, cue, mention=mention, block=index))
    return found


def _signature(scene: Scene, place: Place, index: int) -> list[Candidate]:
    """A short block after the quotation that only names somebody: "― Dean Baker"."""
    if len(scene.regions.blocks[index].span) > _LONGEST:
        return []
    paragraph, mentions = scene.paragraph(index)
    if not mentions or len(paragraph.kinds) > 14 or not _VERBS.isdisjoint(paragraph.kinds):
        return []
    mention = mentions[0]
    features = [
        f"elsewhere=signature&dash={paragraph.kinds[0] in '-~'}&closed={place.piece.closed}",
        f"elsewhere=signature&first={mention.first}&sort={mention.kind}",
    ]
    return [Candidate(mention.span, features, mention=mention, block=index)]
