"""Speech or term: what tells words that somebody said from titles, nicknames and words held at arm's length."""

from __future__ import annotations

from collections.abc import Mapping

from checker.find.candidates import Candidate
from checker.find.scene import Place, Scene
from checker.model import BlockKind

# Before a title rather than before speech: "his book, “Crippled America”", "an account called “Hypo-Cruz”".
_WORKS = frozenset(
    """book books novel memoir film movie song album show series magazine play musical documentary autobiography
    bestseller hit sitcom comedy drama podcast blog column program programme segment painting poem band single track
    episode article essay chapter section category event tour exhibit exhibition ad anthem hymn ballad opera""".split()
)
_NAMED = frozenset(
    """term terms word words phrase phrases so-called dubbed nicknamed titled entitled called known named nickname slogan
    motto label headlined hashtag labeled labelled styled""".split()
)
# What sentences are made of and names are not.
_SENTENCE_WORDS = frozenset(
    """i you we he she they it me us my your our is are was were am be been have has had will would can could should do
    does did don't i'm it's we're that's not this that there if what why how who no yes""".split()
)
_SMALL_IN_TITLES = frozenset("of the and for a an in on to with at by from or vs is".split())


def _look(words: list[str]) -> str:
    """all: capitals throughout, a title · first: as a sentence begins · none · some."""
    capitals = [word[:1].isupper() or word[:1].isdigit() for word in words]
    if all(capital or word.lower() in _SMALL_IN_TITLES for capital, word in zip(capitals, words, strict=True)):
        return "all" if words and capitals[0] else "none"
    if capitals[0] and sum(capitals) == 1:
        return "first"
    return "some" if any(capitals) else "none"


def is_title(words: str) -> bool:
    """Whether a stretch is written as titles are: "The Fixers: Two Men and a Machine".

    >>> is_title("A Song of the North"), is_title("We Will Not Leave now")
    (True, False)
    """
    return _look(words[:400].split() or [""]) == "all"


def speech_features(scene: Scene, place: Place, best: Candidate | None, beside: str) -> list[str]:
    """What tells speech from a term: how the words look, what stands around them, how sure the speaker is.

    `beside` says what was decided on a piece that "and" or a comma joins to this one: speech, term or none.
    """
    text, piece, paragraph, at = scene.text, place.piece, place.paragraph, place.at
    words = piece.span.of(text)[:400].split() or [""]
    look = _look(words)
    score = best.score if best else -9.0
    certainty = "none" if best is None else str(int(max(-2, min(5, score // 1.5))))
    link = best.mention.link if best and best.mention else "-"
    where = best.features[0] if best else "-"
    kind = paragraph.kinds[at - 1] if at else "^"
    before = paragraph.lower[at - 1] if kind in "DPOAf" else kind
    near = paragraph.lower[max(0, at - 3) : at]
    named = "named" if not _NAMED.isdisjoint(near) else "work" if not _WORKS.isdisjoint(near) else "-"
    inside = "clause" if not _SENTENCE_WORDS.isdisjoint(word.lower().strip(",.!?") for word in words) else "-"
    heading = scene.regions.blocks[piece.block].kind is BlockKind.HEADING
    size = str(len(words)) if len(words) < 5 else "5-6" if len(words) < 7 else "7-10" if len(words) < 11 else "11+"
    owner = kind == "z"
    return [
        f"size={size}&look={look}&inside={inside}",
        f"size={size}&shape={place.shape}",
        f"shape={place.shape}",
        f"look={look}&before={before}",
        f"look={look}&shape={place.shape}",
        f"look={look}&inside={inside}&next={place.shape[2]}",
        f"size={size}&certainty={certainty}",
        f"certainty={certainty}&look={look}",
        f"certainty={certainty}&shape={place.shape[0]}",
        f"size={size}&link={link}",
        f"{where}&link={link}",
        f"{where}&link={link}&look={look}",
        f"size={size}&before={before}",
        f"named={named}&look={look}&link={link}",
        f"named={named}&look={look}&size={size}",
        f"named={named}&gap={place.gap_before}&look={look}",
        f"owner={owner}&look={look}&inside={inside}",
        f"heading={heading}&size={size}",
        f"cues={place.gap_before}/{place.gap_after}&look={look}",
        f"cues={place.gap_before}/{place.gap_after}&size={size}",
        f"rivals={place.rivals}&look={look}",
        f"rivals={place.rivals}&size={size}",
        f"gaps={place.gaps}&look={look}&next={place.shape[2]}",
        f"closed={piece.closed}&size={size}",
        f"beside={beside}",
        f"beside={beside}&look={look}",
        f"beside={beside}&size={size}",
        "always",
    ]


def beside(place: Place, speech: Mapping[int, bool]) -> str:
    """What was decided on the piece before in a row ("“thugs,” “losers” and “dopes”"), by where pieces begin."""
    kinds, at = place.paragraph.kinds, place.at
    back = at - 1
    while back >= 0 and at - back < 4 and kinds[back] in "K,":
        back -= 1
    if back < 0 or (back == at - 1 and kinds[back] != "Q") or kinds[back] != "Q":
        return "none"
    decided = speech.get(place.paragraph.starts[back])
    return "none" if decided is None else "speech" if decided else "term"
