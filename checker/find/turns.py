"""Speaker tags of a transcript: "DUMAS: Leave the lamps on." says who speaks until the next tag."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from checker.text.late import late
from checker.text.names import ROLES

# Words that begin a line with a colon in texts that are no transcripts.
_NO_SPEAKER = frozenset(
    """note notes update updated source sources photo photos picture image video audio time date location place
    subject re ps warning read also see example summary introduction conclusion background question questions
    answer answers one two three four five six seven eight nine ten first second third quote remember copyright
    tags topics category published posted edited correction editor's related transcript title author by from to cc
    contact phone email website address tel fax""".split()
)
_NOBODY = late(
    r"(?:q|a|unidentified|unknown|audience|crowd|voice|voiceover|voice-over|all|both|male|female|speaker|participant|member|man|woman|"
    r"moderator|host|interviewer|interviewee|reporter|question|answer|operator|translator|interpreter|chorus|group)\b",
    re.IGNORECASE,
)


class Turn(NamedTuple):
    """From `start` (the tag) on somebody speaks: `speaker` as a name, None where the tag names a role ("Q", "HOST")."""

    start: int
    speaker: str | None


class Turns(NamedTuple):
    """All turns of a text, ascending; empty when it has no speaker tags."""

    turns: tuple[Turn, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.turns)

    def at(self, position: int) -> Turn | None:
        """Whose turn it is; None before the first tag."""
        index = bisect_right(self.turns, position, key=lambda turn: turn.start) - 1
        return self.turns[index] if index >= 0 else None

    def speakers(self) -> tuple[str, ...]:
        """Everybody who is named, in the order of their first turn."""
        return tuple(dict.fromkeys(turn.speaker for turn in self.turns if turn.speaker))


@cache
def _tag() -> re.Pattern[str]:
    name = r"[^\W\d_a-z][\w.'’-]*(?:[ \u00a0](?:[^\W\d_a-z][\w.'’-]*|de|van|von|der|bin|al)){0,4}"
    return re.compile(
        rf"(?:^[ \t>*\[_]{{0,6}}|(?<=[.!?)\]”\"—-][ \n])(?=[^\W\d_a-z.]{{2}}[^a-z\n:]{{0,38}}:[ \n]))"
        rf"(?P<name>{name})(?:[ \u00a0]?[(\[][^)\]\n]{{1,40}}[)\]])?[*\]_]{{0,3}}:[*_]{{0,3}}(?=\s)",
        re.MULTILINE,
    )


def turns_of(text: str) -> Turns:
    """The speaker tags of a text: at the beginning of a line, or in capitals between sentences.

    A name with a colon that occurs once proves nothing ("Note:", a heading): one must come again, or three stand in
    capitals.

    >>> turns_of("WEIL: No.\\nDUMAS: Why?\\nWEIL: Cost.").speakers()
    ('Weil', 'Dumas')
    """
    found = [(match.start("name"), match["name"]) for match in _tag().finditer(text)]
    found = [
        (start, name) for start, name in found if name.split()[0].strip(".").lower() not in _NO_SPEAKER or _nobody(name)
    ]
    counts = Counter(name for _, name in found)
    if max(counts.values(), default=0) < 2 and sum(name.isupper() for name in counts) < 3:
        return Turns()
    return Turns(tuple(Turn(start, _speaker(name)) for start, name in _kept(found, counts)))


def _kept(found: Sequence[tuple[int, str]], counts: Counter[str]) -> list[tuple[int, str]]:
    """Where tags are in capitals, other capitalised words with a colon are headings."""
    capitals = sum(count for name, count in counts.items() if name.isupper())
    if 2 * capitals > len(found):
        return [(start, name) for start, name in found if name.isupper()]
    return list(found)


def _nobody(name: str) -> bool:
    return bool(_NOBODY.match(name)) or all(word.lower() in ROLES for word in name.split())


def _speaker(name: str) -> str | None:
    if _nobody(name) or len(name.replace(".", "")) <= 2:
        return None
    return " ".join(_cased(word) for word in name.split())


def _cased(word: str) -> str:
    """A name in capitals as one would write it: O'MALLEY, O'Malley."""
    if not word.isupper() or len(word.replace(".", "")) <= 2:
        return word
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)
