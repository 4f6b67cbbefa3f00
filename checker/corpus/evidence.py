"""Whether two quotations that agree are one utterance: how much that takes, in bits.

A corpus tells its stock phrases only once it is large and grouped, and a finding is read by an editor, so that more is asked
for here than two quotations need to be grouped.
"""

from __future__ import annotations

import datetime

from checker.corpus.moments import Moment
from checker.corpus.search import Hit
from checker.text.english.frequency import listed
from checker.text.names import name_words, plain, same_person
from checker.text.plain import plain_words

# Some seven ordinary words. A phrase of four to six that everybody uses tells 41 ("at the end of the day") to 50 ("make
# america great again").
TELLING = 60.0
# Some twelve. A line of a speech is said again in the next town, and a slogan by others: in 924 articles on one campaign all
# pairs that were another occasion lay more than three days apart or in two mouths, and told 97 at most, though a whole
# sentence agreed. What was one utterance and is lost by this told 85 to 91.
_SAID_AGAIN = 110.0
_DAYS = datetime.timedelta(days=3)
# How common words are is known of English ones; of another language every word would count as a rare one, and a phrase of
# four words as telling. There so many words are asked for instead.
_FOREIGN_WORDS, _FOREIGN_AGAIN = 8, 15


def one_utterance(hit: Hit, asked: str, *, mine: Moment | None, theirs: Moment | None, other_mouth: bool) -> bool:
    """Whether what the two have in common is enough to speak of; where a date is missing, as if they lay far apart."""
    near = not other_mouth and mine is not None and theirs is not None and abs(mine.at - theirs.at) <= _DAYS
    words = plain_words(min(hit.text, asked, key=len))[0]
    in_english = 2 * sum(map(listed, words)) >= len(words)
    enough = hit.information >= (TELLING if near else _SAID_AGAIN)
    return enough and (in_english or len(words) >= (_FOREIGN_WORDS if near else _FOREIGN_AGAIN))


def another(mine: str | None, theirs: str | None) -> bool:
    """Whether two speakers are two people. With one surname they are not taken for two: where an article names two of a
    family, a mere surname is easily read as the wrong one of them.

    >>> another("Mara Lind", "Jon Berg"), another("Jon Lind", "Mara Lind"), another("Mara Lind", None)
    (True, False, False)
    """
    if not mine or not theirs:
        return False
    surnames = {plain(words[-1]) for words in (name_words(mine), name_words(theirs)) if words}
    return len(surnames) > 1 and same_person(mine, theirs) is False
