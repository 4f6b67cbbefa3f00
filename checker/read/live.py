"""The updates of a live blog: each block gets the time of the update that it belongs to.

The page's data (`liveBlogUpdate` of a LiveBlogPosting) have the time and the words of each update; the page's own elements
differ from site to site. So a block belongs to the update in whose words it stands.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import replace

from checker.model import Block
from checker.read.dates import iso
from checker.read.json_ld import article_node, text_of
from checker.read.parts import Parts
from checker.text.late import late

_NO_LETTER = late(r"[\W_]+")
_TAG = late(r"<[^<>]{0,2000}>")

# Letters by which a block is known, and the fewest that are: "Key event" stands in every update.
_KNOWN_BY, _FEWEST = 80, 15
_MOST_UPDATES, _MOST_LETTERS, _MOST_PLACES = 1_000, 1_000_000, 20

Update = tuple[str, str]  # the time, and the letters of headline and body
Place = tuple[int, int]  # the number of an update, and where in its letters


def with_times(text: str, blocks: list[Block], parts: Parts) -> list[Block]:
    """The blocks, those of an update with its time; what stands between two blocks of one update is the update's too."""
    if not any("liveBlogUpdate" in script.source() for script in parts.all("script")):
        return blocks
    updates = _updates(parts)
    said = [_letters(block.span.of(text)[: 4 * _KNOWN_BY])[:_KNOWN_BY] if block.main else "" for block in blocks]
    places = _places(updates, {letters[:_FEWEST] for letters in said})
    times = [_time_of(letters, updates, places.get(letters[:_FEWEST], ())) for letters in said]
    last = -1
    for index, time in enumerate(times):
        if time is not None:
            if last >= 0 and times[last] == time:
                times[last:index] = [time] * (index - last)
            last = index
    return [replace(block, time=time) if time else block for block, time in zip(blocks, times, strict=True)]


def _updates(parts: Parts) -> list[Update]:
    linked = article_node(parts)
    listed = linked[0].get("liveBlogUpdate") if linked else None
    updates: list[Update] = []
    left = _MOST_LETTERS
    for node in (listed if isinstance(listed, list) else [listed])[:_MOST_UPDATES]:
        time = iso(text_of(node.get("datePublished")) or "") if isinstance(node, Mapping) else None
        if isinstance(node, Mapping) and time:
            said = (node.get(key) for key in ("headline", "articleBody", "description"))
            letters = "|".join(_letters(words)[:left] for words in said if isinstance(words, str))
            left -= len(letters)
            updates.append((time, letters))
    return updates


def _places(updates: Sequence[Update], beginnings: set[str]) -> Mapping[str, Sequence[Place]]:
    """Where the beginnings of blocks stand in the updates: one pass over these, however many blocks there are."""
    places: dict[str, list[Place]] = {}
    for number, (_, said) in enumerate(updates):
        for at in range(len(said) - _FEWEST + 1):
            beginning = said[at : at + _FEWEST]
            if beginning in beginnings:
                found = places.setdefault(beginning, [])
                if len(found) < _MOST_PLACES:
                    found.append((number, at))
    return places


def _time_of(letters: str, updates: Sequence[Update], places: Sequence[Place]) -> str | None:
    """The time of the first update that has the words; the newest stands first on nearly all pages."""
    return next((updates[number][0] for number, at in places if updates[number][1].startswith(letters, at)), None)


def _letters(words: str) -> str:
    """Letters and digits only: the data have entities, elements, and no blanks where paragraphs meet."""
    return _NO_LETTER.sub("", _TAG.sub("", html.unescape(words[:_MOST_LETTERS]))).lower()
