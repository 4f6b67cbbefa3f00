"""The article writes one person's name in several ways.

    Bagheri, then Bangheri

One of them is wrong, or both are transliterations; a search for the name finds half of the article.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.rule import Said
from checker.model import Article, Evidence, Level, Reading

NAME, LEVEL = "spelling-varies", Level.NOTE


def check(article: Article, reading: Reading) -> Iterator[Said]:
    """One sentence a person, in reading order."""
    for person in reading.people:
        if len(person.spellings) > 1:
            counted = " and ".join(f"“{spelling}” ({len(places)}×)" for spelling, places in person.spellings)
            where = tuple(
                Evidence("article", places[0], places[0].of(article.text)) for _, places in person.spellings if places
            )
            yield Said(f"{person.name} is written in several ways: {counted}", where)
