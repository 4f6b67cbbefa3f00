"""Which outlet an undecided name means: the article's own, else the one full name that the article has elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from checker.model import Article
from checker.outlets import Mention, Outlets


class Names:
    """Settles undecided names with what the whole article shows."""

    def __init__(self, article: Article, mentions: Iterable[Mention], outlets: Outlets) -> None:
        publisher = outlets.publisher_of(article)
        self.publisher = publisher.id if publisher else None
        self._text = article.text
        self._named: dict[str, list[int]] = {}
        for mention in mentions:
            if mention.outlet_id and not mention.doubtful:
                self._named.setdefault(mention.outlet_id, []).append(mention.span.start)
        links = (outlets.by_url(link.url) for block in article.blocks for link in block.links)
        self._linked = frozenset(outlet.id for outlet in links if outlet)
        self._people: dict[str, bool] = {}

    def ids(self, mention: Mention) -> tuple[str, ...]:
        """One id where it is settled, else all candidates."""
        if mention.outlet_id or not mention.candidates:
            return (mention.outlet_id,) if mention.outlet_id else ()
        if self.publisher in mention.candidates:
            return (self.publisher,)
        named = self._nearest(mention)
        if named:
            return (named,)
        linked = [candidate for candidate in mention.candidates if candidate in self._linked]
        return (linked[0],) if len(linked) == 1 else mention.candidates

    def _nearest(self, mention: Mention) -> str | None:
        """The candidate that is named in full last before, else first after."""
        at = mention.span.start
        named = [(self._named[candidate], candidate) for candidate in mention.candidates if candidate in self._named]
        before = [(starts[bisect_left(starts, at) - 1], candidate) for starts, candidate in named if starts[0] < at]
        if before:
            return max(before)[1]
        return min(named)[1] if named else None

    def is_person(self, mention: Mention) -> bool:
        """Whether the article has somebody of this name: "Mr. Bloomberg" makes "Bloomberg said" a person's words."""
        name = mention.span.of(self._text)
        if name not in self._people:
            pattern = rf"\b(?:Mr|Mrs|Ms|Mayor|Gov|Sen|Michael|Mike)\.?\s+(?:[A-Z]\.\s+)?{re.escape(name)}\b"
            self._people[name] = bool(re.search(pattern, self._text))
        return self._people[name]
