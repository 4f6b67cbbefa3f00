"""Pages that answer a request without being what was asked for: consent, bot walls, logins, "not found", paywalls.

Only a page with next to no prose is ever called one of these: an article about cookies, paywalls or captchas is an article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Block, BlockKind, Metadata, Reason, Unavailable

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

# Words of prose from which a page is an article, whatever else stands on it. The longest wall met (a consent page with
# its purposes) had 75 outside lists.
_ARTICLE_WORDS = 80


@dataclass(frozen=True, slots=True)
class Wall:
    """A kind of page that is not an article, told by its words (any of the page, title first)."""

    reason: Reason
    message: str
    pattern: str


WALLS = (
    Wall(
        Reason.NOT_FOUND,
        "the page says that it was not found",
        r"^(?:error )?(?:404|410)\b|\b(?:404 (?:error|not found|page)|error 404|http 404|page (?:was |could |can ?)?(?:not|no longer) (?:be )?(?:found|exists?|available)|"
        r"page not found|page cannot be found|we (?:can['’]?t|couldn['’]?t|could not|cannot) find (?:the|that|this|your) page|"
        r"(?:page|article|story) (?:you (?:are|were) looking for|you requested|has been (?:removed|deleted|moved))|"
        r"(?:page|article|story) (?:is no longer available|no longer exists|doesn['’]t exist|does not exist)|seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|страница не найдена|"
        r"ページが見つかりません|صفحه مورد نظر یافت نشد)",
    ),
    Wall(
        Reason.BLOCKED,
        "the site answered with a check for robots instead of the page",
        r"^just a moment\b|^attention required|^access denied|^pardon our interruption|^403\b|^are you (?:a )?(?:robot|human)|\b(?:checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|"
        r"(?:are|you['’]re) (?:you )?not a robot|confirm (?:that )?you are (?:a )?human|unusual (?:traffic|activity)|enable cookies and reload|complete the (?:captcha|security check)|solve the captcha|"
        r"you (?:don['’]t|do not) have permission to access|request (?:was )?(?:blocked|unsuccessful)|you have been blocked|"
        r"ddos protection by|press (?:&|and) hold to confirm|security (?:check|service) to protect|why did this happen\?|403 forbidden)\b",
    ),
    Wall(
        Reason.BLOCKED,
        "the site answered with a consent page instead of the article",
        r"\b(?:before you continue|we (?:value|care about|respect) your privacy|we and our (?:\d+ )?partners|your privacy (?:choices|matters)|(?:accept|reject|manage) (?:all )?cookies|accept all|"
        r"(?:this (?:web)?site|we) uses? cookies|cookie (?:consent|settings|preferences|policy)|consent to (?:the use of )?cookies|agree to (?:the use of )?cookies|"
        r"wir (?:und unsere partner|verwenden cookies)|mit werbung weiterlesen|nous utilisons des cookies|tout accepter|utilizamos cookies|aceptar todo)\b",
    ),
    Wall(
        Reason.PAYWALL,
        "only the beginning of the article is there; the rest is for subscribers",
        r"\b(?:subscribe (?:now )?to (?:continue|keep|read|unlock|access)|(?:to )?continue reading,? (?:this article|subscribe|with a subscription|for)|subscribers? only|for subscribers|"
        r"(?:article|content|story) is (?:exclusive(?:ly)?|only|reserved|available) (?:for|to) (?:our )?(?:paying |digital |premium )?(?:subscribers|members)|"
        r"already a (?:subscriber|member)\?|become a (?:subscriber|member) to|to read the full (?:story|article)|start your (?:free )?trial|you['’]ve (?:reached|read) your (?:limit|last|free)|"
        r"unlock (?:this|the full) (?:article|story)|réservé aux abonnés|weiterlesen mit|jetzt weiterlesen|artikel ist (?:exklusiv )?für abonnenten|solo para suscriptores)\b",
    ),
    Wall(
        Reason.LOGIN,
        "the page asks for a login",
        r"\b(?:(?:log|sign) ?in to (?:continue|view|read|see|access|your account|facebook|x\b)|please (?:log|sign) ?in|you must (?:be logged|log|sign) ?in|login required|"
        r"(?:log|sign) ?in or (?:sign up|register|create an account)|create (?:an|a free) account to (?:continue|read)|forgot(?:ten)? (?:your )?password|melden sie sich an|connectez-vous)",
    ),
    Wall(
        Reason.JAVASCRIPT,
        "the page needs JavaScript to show its text",
        r"\b(?:(?:enable|turn on|activate|requires?|needs?|without|allow) (?:your )?java ?script|java ?script (?:is|must be|to be|has been|needs to be|seems to be) (?:not )?(?:enabled|disabled|required|turned)|"
        r"(?:browser|you) (?:does not|doesn['’]t|do not|don['’]t) (?:support|have) java ?script|bitte (?:aktivieren sie )?javascript|activer javascript)",
    ),
)


def why_unreadable(soup: BeautifulSoup, text: str, blocks: list[Block], metadata: Metadata) -> Unavailable | None:
    """Why a page holds no article; None for a page that does, however short."""
    prose = [block.span.of(text) for block in blocks if block.main and block.kind is not BlockKind.HEADING]
    if _words(prose) > _ARTICLE_WORDS:
        return None
    title = metadata.title or ""
    seen = f"{title}\n{text[:6000]}"
    for wall in _walls():
        if wall[1].search(seen):
            return Unavailable(wall[0].reason, f"{wall[0].message}: “{_shown(title or text)}”")
    if _needs_javascript(soup, prose):
        return Unavailable(Reason.JAVASCRIPT, "the page needs JavaScript to show its text")
    if not text.strip():
        return Unavailable(Reason.NO_PROSE, "the page has no text")
    if not any(block.main for block in blocks):
        return Unavailable(Reason.NO_PROSE, "the page has no prose, only navigation, captions or links")
    return None


def _needs_javascript(soup: BeautifulSoup, prose: list[str]) -> bool:
    """An empty shell for a script, or a `noscript` that says so, and hardly a sentence beside it."""
    if _words(prose) > 15:
        return False
    notes = " ".join(note.get_text(" ")[:500] for note in soup.find_all("noscript", limit=20))
    if _walls()[-1][1].search(notes):
        return True
    scripts = soup.find_all("script", limit=100)
    code = sum(len(part) for script in scripts for part in script.contents if script.get("type") != "application/ld+json")
    linked = any(script.get("src") for script in scripts)
    shell = soup.find(id=re.compile(r"^(?:root|app|__next|__nuxt|react-root|main-app|svelte)$"))
    return _words(prose) <= 3 and (code > 500 or (linked and shell is not None))


def _words(texts: list[str]) -> int:
    """Words; of scripts without blanks between words, two letters count as one."""
    total = 0
    for text in texts:
        total += max(len(text.split()), sum(1 for char in text[:2000] if "\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af") // 2)
    return total


def _shown(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 80 else words[:79] + "…"


@cache
def _walls() -> tuple[tuple[Wall, re.Pattern[str]], ...]:
    return tuple((wall, re.compile(wall.pattern, re.I | re.M)) for wall in WALLS)
