"""Whether a page is an article at all: walls, shells for a script, stubs, pages without prose.

Only a page with little prose is ever refused: an article about cookies, paywalls or captchas is an article.
"""

from __future__ import annotations

from checker.model import Block, BlockKind, Metadata, Reason, Unavailable
from checker.read.parts import Parts, words_of
from checker.read.syllables import syllables
from checker.read.walls import NEEDS_JAVASCRIPT, Wall, wall_of

# Words of prose from which a page is an article, whatever else stands on it. The longest wall met (a consent page with
# its purposes) had 75 outside lists.
_ARTICLE_WORDS = 80

# Words of prose beside what the wall says, from which a page is a brief with a banner. Two sentences have as many.
_BRIEF_WORDS = 25

# A shell for a script may show a slogan or a note that the page is loading.
_SHELL_WORDS, _NOTE_WORDS = 3, 15

_CUT = Unavailable(Reason.PAYWALL, "only the beginning of the article is there; the page says that it is not free")


def why_unreadable(parts: Parts, text: str, blocks: list[Block], metadata: Metadata) -> Unavailable | None:
    """Why a page holds no article; None for a page that does, however short."""
    prose = [block.span.of(text) for block in blocks if block.main and block.kind is not BlockKind.HEADING]
    words = _words(prose)
    if words > _ARTICLE_WORDS:
        return None
    title = metadata.title or ""
    wall = _wall((title, parts.title()), [block.span.of(text)[:1000] for block in blocks[:200]], prose)
    if wall:
        return Unavailable(wall.reason, f"{wall.message}: “{_shown(title or text)}”")
    if _needs_javascript(parts, words):
        return Unavailable(Reason.JAVASCRIPT, NEEDS_JAVASCRIPT)
    if not text.strip():
        return Unavailable(Reason.NO_PROSE, "the page has no text")
    if not any(block.main for block in blocks):
        return Unavailable(Reason.NO_PROSE, "the page has no prose, only navigation, captions or links")
    # Said by most pages that then give all of their text (28 of 29 had over 120 words): by itself it is no reason.
    return _CUT if metadata.declared_free is False else None


def _wall(titles: tuple[str, str], blocks: list[str], prose: list[str]) -> Wall | None:
    """What a title or a block says to a visitor, if there is hardly any prose beside it."""
    said = {words: wall for words in (*titles, *blocks) if (wall := wall_of(words))}
    if not said:
        return None
    beside = _words([words for words in prose if words not in said])
    return next((wall for wall in said.values() if wall.stub or beside <= _BRIEF_WORDS), None)


def _needs_javascript(parts: Parts, words: int) -> bool:
    """An empty shell for a script, or a `noscript` that says so, and hardly a sentence beside it."""
    if words > _NOTE_WORDS:
        return False
    for note in parts.all("noscript")[:20]:
        wall = wall_of(words_of(note)[:500])
        if wall and wall.reason is Reason.JAVASCRIPT:
            return True
    scripts = parts.all("script")[:100]
    code = sum(len(script.source()) for script in scripts if script.get("type") != "application/ld+json")
    shell = parts.shell and any(script.get("src") for script in scripts)
    return words <= _SHELL_WORDS and (code > 500 or shell)


def _words(texts: list[str]) -> int:
    """Words, counted as far as an article needs them; of scripts without blanks, two letters count as one."""
    total = 0
    for text in texts:
        total += max(len(text.split()), syllables(text[:2000]) // 2)
        if total > _ARTICLE_WORDS:
            break
    return total


def _shown(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 80 else words[:79] + "…"
