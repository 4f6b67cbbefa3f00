"""Words by which a report says where something was said or stands to be read, so that many could hear or read it first hand.

English only. What is not on the list is not seen; a word too many costs a note, a word missing reproaches somebody unfairly.
"""

from __future__ import annotations

import re
from functools import cache

# A stem with "*" takes any ending. Two words may have a hyphen between them.
_HEARD = """
address* audience briefing* broadcast* campaign-stop* ceremon* conference* convention* crowd* debate* event* forum* funeral
gala hearing* inaugura* keynote lecture* meeting* memorial monologue panel* parliament podium press protest* rallies rally
reception remarks reporters sermon* session* speech* stage stump summit* supporters symposium town-hall* trail vigil*
"""
_READ = """
ad ads advert* affidavit* autobiograph* blog* book* column complaint* court deposition* dossier editorial* e-mail* email*
essay* excerpt* facebook filing* foreword hashtag* indictment* instagram lawsuit* leaflet* letter* listing manifesto memo
memoir* memorandum message* newsletter* op-ed* pamphlet* petition poll polls post* publish* report* release* ruling* slogan*
statement* study survey* testif* testimon* tik-tok transcript* trial tweet* twitter website* wrote written
"""
_SEEN = """
aired anchor* audio cable channel clip* documentar* episode* film* footage host* interview* microphone moderator* network*
podcast* program* radio recording* segment* show shows television telecast televised tv video* viewers youtube
"""


@cache
def _words() -> re.Pattern[str]:
    words = f"{_HEARD} {_READ} {_SEEN}".replace("*", r"\w*").replace("-", r"[\s-]?").split()
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


# "told Harvey", "telling Fox 35", "spoke to the Times": said to somebody by name.
_TO_SOMEBODY = re.compile(r"\b(?:told|tells|telling|spoke (?:to|with)|speaking (?:to|with)) (?:the )?[A-Z]")


def says_where(text: str) -> bool:
    """Whether a stretch of a report names the occasion, the writing or the listener of what is said there.

    >>> says_where("Lind said at a rally on Monday"), says_where("she told Harvey"), says_where("Lind said last month")
    (True, True, False)
    """
    return bool(_words().search(text) or _TO_SOMEBODY.search(text))
