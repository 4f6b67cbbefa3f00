"""Two passages stand in the other order than they were said.

    said: We lost the match in May. Then the sponsor took the money away.
    printed: Then the sponsor took the money away. We lost the match in May.

Single words that changed places are `words-changed`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.naming import at_passage, called
from checker.judge.rule import Judged, Rule, Said
from checker.model import Level


def _check(judged: Judged) -> Iterator[Said]:
    facts = judged.facts
    if facts is not None and facts.reordered:
        places = tuple(at_passage(facts.original, passage) for passage in facts.match.passages)
        yield Said(f"what is printed first was said last in {called(facts.original)}", places)


RULE = Rule("order-changed", Level.ERROR, _check)
