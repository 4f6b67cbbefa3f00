"""Speech within speech: whoever carries, quotes or reports another's words is not their speaker."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from checker.find.candidates import Candidate
from checker.find.cues import CueClass
from checker.find.phrases import Mention
from checker.find.scene import Place, Scene
from checker.model import Span

# Whoever does one of these to another's words reports them: "the spokesman quoted him as saying".
_REPORTING = frozenset(
    """said says saying told tells quoted quotes quoting reported reports reporting cited cites citing recalled recalls
    recounted wrote writes claimed claims alleged noted notes showed shows added adds remembered testified insisted
    suggested reminded repeated""".split()
)
# What an outlet does with another's words.
_CARRYING = frozenset(("reported", "reports", "reporting"))


def speaker_behind(place: Place, chosen: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """Who speaks, where the likeliest candidate only carries the words; None where it speaks itself."""
    return (
        _behind_carrier(place, chosen, candidates)
        or _quoted_as_saying(place, chosen, candidates)
        or _was_quoted(place, chosen, candidates)
    )


def _behind_carrier(place: Place, chosen: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """“…,” Dumas said, according to the transcript: what "according to" and "reported" name carries what a person said."""
    mention, lower = chosen.mention, place.paragraph.lower
    if mention is None or chosen.block != place.piece.block:
        return None
    if mention.link != "according" and (mention.cue < 0 or lower[mention.cue] not in _CARRYING):
        return None
    sayers = [one for one in candidates if one is not chosen and _says_it(place, one)]
    return max(sayers, key=lambda one: one.score, default=None)


def _says_it(place: Place, candidate: Candidate) -> bool:
    mention = candidate.mention
    return (
        mention is not None
        and candidate.block == place.piece.block
        and mention.kind in ("name", "person", "pronoun")
        and mention.link in ("direct", "inverted")
        and place.paragraph.sentence[mention.first] == place.paragraph.sentence[place.at]
        and place.paragraph.lower[mention.cue] not in _CARRYING
        and place.paragraph.cue_class.get(mention.cue) is CueClass.SAY
    )


def _quoted_as_saying(place: Place, chosen: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """State television quoted Bagheri as saying: “…”: whoever is quoted speaks."""
    mention, paragraph = chosen.mention, place.paragraph
    if mention is None or chosen.block != place.piece.block or mention.cue < 0 or mention.link == "by":
        return None
    if paragraph.lower[mention.cue] not in ("quoted", "quotes", "quoting", "cited", "cites", "citing"):
        return None
    for one in candidates:
        quoted = one.mention
        if (
            quoted is None
            or one.block != chosen.block
            or quoted.first <= mention.cue
            or quoted.kind not in ("name", "person")
        ):
            continue
        rest = range(quoted.last + 1, min(len(paragraph.lower), quoted.last + 16))
        within = [paragraph.lower[i] for i in rest if paragraph.sentence[i] == paragraph.sentence[quoted.first]]
        if any(pair in (("as", "saying"), ("as", "telling")) for pair in pairwise(within)):
            return one
    return None


def _was_quoted(place: Place, chosen: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """“…,” Bagheri was quoted as saying by Fars, or by Fars as saying: the same the other way round."""
    mention, paragraph = chosen.mention, place.paragraph
    if mention is None or mention.link != "by" or chosen.block != place.piece.block:
        return None
    for one in candidates:
        quoted = one.mention
        if quoted is None or one.block != chosen.block or quoted.link != "direct" or quoted.cue > mention.first:
            continue
        passive = paragraph.kinds[quoted.cue - 1] == "A" and paragraph.lower[quoted.cue] in ("quoted", "cited")
        if passive and paragraph.sentence[quoted.first] == paragraph.sentence[mention.first]:
            return one
    return None


def reporter_of(scene: Scene, place: Place, chosen: Candidate | None) -> Span | None:
    """Who reports the words when the speaker speaks within another's speech: "Flynn said Trump was right when he said"."""
    mention = chosen.mention if chosen is not None and chosen.block == place.piece.block else None
    if mention is None or mention.first > place.at:
        return None
    paragraph = place.paragraph
    reporter: Mention | None = None
    for other in scene.around(place, 8, 0)[0]:
        between = range(other.cue + 1, mention.first)
        if (
            other.link in ("direct", "inverted", "aside", "later", "according")
            and other.last < other.cue < mention.first
            and other.cue != mention.cue
            and paragraph.sentence[other.first] == paragraph.sentence[place.at] == paragraph.sentence[mention.first]
            and paragraph.lower[other.cue] in _REPORTING
            and not any(paragraph.kinds[index] in "QK:" for index in between)
        ):
            reporter = other
    return reporter.span if reporter is not None and reporter.span != mention.span else None
