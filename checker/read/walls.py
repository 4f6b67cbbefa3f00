"""What stands on pages that answer a request without being what was asked for.

Each pattern is looked for in the title and in single blocks; `refusal.py` decides what a hit means. A pattern must be
something that such a page says to its visitor, not merely about the matter: "detected unusual activity from your
network", not "unusual activity", which a volcano shows as well.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from checker.model import Reason
from checker.text.late import late


class Wall(NamedTuple):
    """A kind of page that is not an article, told by its words. `stub`: it stands below the beginning of an article.

    One of `needed`, in small letters, stands in whatever `pattern` matches: most pages have none and are spared the pattern.
    """

    reason: Reason
    message: str
    needed: tuple[str, ...]
    pattern: str
    stub: bool = False


NEEDS_JAVASCRIPT = "the page needs JavaScript to show its text"

WALLS = (
    Wall(
        Reason.NOT_FOUND,
        "the page says that it was not found",
        (
            *("404", "410", "page", "looking for", "you requested", "has been", "no longer", "exist", "gefunden"),
            *("encontrada", "найдена", "ページ", "صفحه"),
        ),
        r"^(?:error )?(?:404|410)(?: error)?\s{0,9}(?:$|[|:–—!.-])|"
        r"\b(?:404 (?:error|not found)|error 404|http 404|page (?:was |could |"
        r"can ?)?(?:not|no longer) (?:be )?(?:found|exists?|available)|"
        r"page not found|page cannot be found|we (?:can['’]?t|couldn['’]?t|could not|cannot) find (?:the|that|this|"
        r"your) page|"
        r"(?:page|article|story) (?:you (?:are|were) looking for|you requested|has been (?:removed|deleted|moved))|"
        r"(?:page|article|story) (?:is no longer available|no longer exists|doesn['’]t exist|does not exist)|"
        r"seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|страница не найдена|"
        r"ページが見つかりません|صفحه مورد نظر یافت نشد)",
    ),
    Wall(
        Reason.BLOCKED,
        "the site answered with a check for robots instead of the page",
        (
            *(
                "just a moment",
                "attention required",
                "access denied",
                "pardon our",
                "403",
                "robot",
                "a human",
                "are human",
            ),
            *(
                "you human",
                "checking your browser",
                "unusual",
                "enable cookies",
                "captcha",
                "security check",
                "to confirm",
            ),
            *("security service", "permission to access", "been blocked", "request", "ddos", "why did this"),
        ),
        r"^(?:just a moment|attention required|access denied|pardon our interruption|403(?: forbidden)?|"
        r"are you (?:a )?(?:robot|human))\s{0,9}(?:$|[|:–—!?.…-])|"
        r"\b(?:checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|"
        r"(?:are|you['’]re) (?:you )?not a robot|confirm (?:that )?you are (?:a )?human|unusual (?:traffic|"
        r"activity) (?:from|on|in) your |enable cookies and reload|complete the (?:captcha|security check)|solve the captcha|"
        r"you (?:don['’]t|do not) have permission to access|request (?:was )?(?:blocked|unsuccessful)|"
        r"you have been blocked|"
        r"ddos protection by|press (?:&|and) hold to confirm|security (?:check|service) to protect|"
        r"why did this happen(?=\?)|403 forbidden)\b",
    ),
    Wall(
        Reason.BLOCKED,
        "the site answered with a consent page instead of the article",
        ("before you continue", "privacy", "partner", "cookie", "accept all", "werbung", "accepter", "aceptar"),
        r"\b(?:before you continue|we (?:value|care about|respect) your privacy|we and our (?:\d+ )?partners|"
        r"your privacy (?:choices|matters)|(?:accept|reject|manage) (?:all )?cookies|accept all|"
        r"(?:this (?:web)?site|we) uses? cookies|cookie (?:consent|settings|preferences|policy)|"
        r"consent to (?:the use of )?cookies|agree to (?:the use of )?cookies|"
        r"wir (?:und unsere partner|verwenden cookies)|mit werbung weiterlesen|nous utilisons des cookies|"
        r"tout accepter|utilizamos cookies|aceptar todo)\b",
    ),
    Wall(
        Reason.PAYWALL,
        "only the beginning of the article is there; the rest is for subscribers",
        (
            *(
                "subscri",
                "continue reading",
                "member",
                "full story",
                "full article",
                "this article",
                "this story",
                "trial",
            ),
            *("limit", "your last", "your free", "abonn", "weiterlesen", "suscriptores", "会員", "続き", "подписчиков"),
        ),
        r"\b(?:subscribe (?:now )?to (?:continue|keep|read|unlock|access)|"
        r"(?:to )?continue reading,? (?:this article|subscribe|with a subscription|for)|"
        r"^(?:for )?subscribers? (?:only|exclusive)\b|"
        r"(?:article|content|story) is (?:exclusive(?:ly)?|only|reserved|available) (?:for|to) (?:our )?(?:paying |"
        r"digital |premium )?(?:subscribers|members)|"
        r"already a (?:subscriber|member)(?=\?)|become a (?:subscriber|member) to|to read the full (?:story|article)|"
        r"start your (?:free )?trial|you['’]ve (?:reached|read) your (?:limit|last|free)|"
        r"unlock (?:this|the full) (?:article|story)|réservé aux abonnés|weiterlesen mit|jetzt weiterlesen|"
        r"artikel ist (?:exklusiv )?für abonnenten|solo para suscriptores)\b|"
        r"会員限定です|続きを(?:お読み|読む)|для подписчиков",
        stub=True,
    ),
    Wall(
        Reason.LOGIN,
        "the page asks for a login",
        ("log in", "login", "logged", "sign in", "signin", "account", "password", "melden sie", "connectez"),
        r"\b(?:(?:log|sign) ?in to (?:continue|view|read|see|access|your account|facebook|x\b)|please (?:log|"
        r"sign) ?in|you must (?:be logged|log|sign) ?in|login required|"
        r"(?:log|sign) ?in or (?:sign up|register|create an account)|create (?:an|a free) account to (?:continue|"
        r"read)|forgot(?:ten)? (?:your )?password|melden sie sich an|connectez-vous)",
    ),
    Wall(
        Reason.JAVASCRIPT,
        NEEDS_JAVASCRIPT,
        ("java",),
        r"\b(?:(?:enable|turn on|activate|requires?|needs?|without|allow) (?:your )?java ?script|java ?script (?:is|"
        r"must be|to be|has been|needs to be|seems to be) (?:not )?(?:enabled|disabled|required|turned)|"
        r"(?:browser|you) (?:does not|doesn['’]t|do not|don['’]t) (?:support|have) java ?script|"
        r"bitte (?:aktivieren sie )?javascript|activer javascript)",
    ),
)


def wall_of(words: str) -> Wall | None:
    """The first kind of wall whose words stand in a title or a block; what somebody is quoted saying is none.

    >>> wall_of("404 people were hurt"), wall_of("404 | Example News").reason.value
    (None, 'not-found')
    """
    small = words.casefold()
    for wall, pattern in _compiled():
        found = pattern.search(words) if any(word in small for word in wall.needed) else None
        if found and not _QUOTED.search(words, 0, found.start()):
            return wall
    return None


# A mark that opens a quotation before the hit, or somebody who is said to have said it.
_QUOTED = re.compile('[“«„「『]|(?:^|\\s)["‘]')


@cache
def _compiled() -> tuple[tuple[Wall, re.Pattern[str]], ...]:
    return tuple((wall, late(wall.pattern, re.I | re.M)) for wall in WALLS)
