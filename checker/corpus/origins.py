"""Which articles rest on one origin: an agency that they credit, or the same text at several outlets.

An origin is what the articles say, or the text that they share; where neither a credit nor a single earliest article tells
whose it is, the origin is the text itself and nobody's name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.corpus.joined import Joined
from checker.corpus.moments import Moment
from checker.corpus.relations import Relations
from checker.corpus.signature import alike
from checker.corpus.tables import Corpus
from checker.outlets import Outlets

if TYPE_CHECKING:
    import pyarrow as pa

# So many of an article's smallest numbers are compared at first: of texts that are alike by one half, one in 250 pairs has
# none of them in common.
_FIRST = 8
# Alike by one half: a copy with a third of its length cut or added. Reports of two reporters on one speech stay below 0.1.
_SAME_TEXT = 0.5
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Resting:
    """An outlet whose articles rest on an origin: how many by their credit, how many by their text, and some of them."""

    outlet: str
    by_credit: int
    by_text: int
    examples: tuple[str, ...]

    @property
    def articles(self) -> int:
        return self.by_credit + self.by_text


@dataclass(frozen=True, slots=True)
class Origin:
    """What several outlets rest on: `key` is an outlet's id, or "text:" and an article of those that share it."""

    key: str
    name: str
    resting: tuple[Resting, ...]

    @property
    def articles(self) -> int:
        return sum(one.articles for one in self.resting)


def origins_of(corpus: Corpus, twins: pa.Table, outlets: Outlets) -> tuple[tuple[Origin, ...], Names]:
    """Every origin that two outlets or more rest on, the one with most articles first; and what to call the outlets.

    `twins` are the pairs of articles of which `sql/twins.sql` says that their texts may be nearly the same.
    """
    with Relations(corpus) as relations:
        rests = {**_by_text(relations, twins, outlets), **_by_credit(relations, outlets)}
        query = "SELECT outlet, MIN(outlet_name) AS name FROM articles WHERE outlet IS NOT NULL GROUP BY outlet"
        here = {row["outlet"]: row["name"] or row["outlet"] for row in relations.rows(query)}
    found: dict[str, dict[str, list[_Rest]]] = {}
    for one in sorted(rests.values(), key=lambda rest: (rest.origin, rest.outlet, rest.article)):
        found.setdefault(one.origin, {}).setdefault(one.outlet, []).append(one)
    names = Names(here, outlets)
    origins = []
    for key, by_outlet in found.items():
        resting = [_resting(outlet, rests) for outlet, rests in by_outlet.items() if outlet != key]
        if len(resting) + (key in here) > 1:
            origins.append(Origin(key, _named(key, names), tuple(sorted(resting, key=lambda one: -one.articles))))
    return tuple(sorted(origins, key=lambda one: (-one.articles, one.key))), names


class Names:
    """The registry's name, else the one that the articles give, else the key itself."""

    def __init__(self, here: Mapping[str, str], outlets: Outlets) -> None:
        self._here, self._outlets = here, outlets

    def __getitem__(self, key: str) -> str:
        outlet = self._outlets.by_id(key)
        return outlet.name if outlet else self._here.get(key, key)


@dataclass(frozen=True, slots=True)
class _Rest:
    origin: str
    outlet: str
    article: str
    by_credit: bool


def _by_credit(relations: Relations, outlets: Outlets) -> dict[str, _Rest]:
    """The articles that credit an agency, by their id."""
    whose = _whose(relations, outlets)
    query = "SELECT article_id, outlet, credit FROM articles WHERE credit IS NOT NULL AND outlet IS NOT NULL"
    return {
        row["article_id"]: _Rest(whose[row["credit"]], row["outlet"], row["article_id"], True)
        for row in relations.rows(query)
    }


def _whose(relations: Relations, outlets: Outlets) -> dict[str, str]:
    """The outlet that each credit means, as it is written."""
    credits = [row["credit"] for row in relations.rows("SELECT DISTINCT credit FROM articles WHERE credit IS NOT NULL")]
    return {credit: outlet_of_credit(credit, outlets) for credit in credits}


def outlet_of_credit(credit: str, outlets: Outlets) -> str:
    """The id of the outlet that a credit names ("AP"), else the credit itself."""
    found = {mention.outlet_id for mention in outlets.find_names(credit) if mention.outlet_id}
    known = outlets.by_id(credit)
    return known.id if known else found.pop() if len(found) == 1 else credit


def _by_text(relations: Relations, twins: pa.Table, outlets: Outlets) -> dict[str, _Rest]:
    """The articles that share their text with another outlet's, by their id."""
    groups = _same_texts(relations, twins)
    members = {article for group in groups for article in group}
    if not members:
        return {}
    relations.give("members", _column("article_id", sorted(members)))
    query = (
        "SELECT a.article_id, outlet, credit, published_at, precision FROM articles a JOIN members USING (article_id)"
    )
    known = {row["article_id"]: row for row in relations.rows(query)}
    whose = _whose(relations, outlets)
    rests = {}
    for group in groups:
        origin = _origin_of([known[article] for article in group], whose)
        rests.update({one: _Rest(origin, known[one]["outlet"], one, False) for one in group if known[one]["outlet"]})
    return rests


def _origin_of(articles: Sequence[Mapping[str, Any]], whose: Mapping[str, str]) -> str:
    """Of one text: whom its copies credit, else the outlet that certainly had it first here, else the text."""
    credited = Counter(whose[article["credit"]] for article in articles if article["credit"])
    if credited:
        return min(credited, key=lambda key: (-credited[key], key))
    moments = {
        article["article_id"]: Moment(article["published_at"], article["precision"])
        for article in articles
        if article["published_at"]
    }
    first = first_outlets([(moments.get(article["article_id"]), article["outlet"]) for article in articles])
    return first.pop() if len(first) == 1 else "text:" + min(article["article_id"] for article in articles)


def first_outlets(carriers: Sequence[tuple[Moment | None, str]]) -> set[str]:
    """Whoever may have been first; everybody where one has no date, since that one may have been."""
    if any(moment is None for moment, _ in carriers):
        return {outlet for _, outlet in carriers}
    known = min(moment.latest for moment, _ in carriers if moment)
    return {outlet for moment, outlet in carriers if moment and moment.at <= known}


def _same_texts(relations: Relations, twins: pa.Table) -> list[list[str]]:
    """Articles of two outlets or more with nearly the same text, each group and its members by id."""
    relations.give("twins", twins)
    query = (
        "SELECT t.one, t.other, a.text_signature AS mine, b.text_signature AS theirs FROM twins t "
        "JOIN articles a ON a.article_id = t.one JOIN articles b ON b.article_id = t.other ORDER BY t.one, t.other"
    )
    joined = Joined()
    for row in relations.each(query):
        if alike(row["mine"], row["theirs"]) >= _SAME_TEXT:
            joined.join(row["one"], row["other"])
    return joined.groups()


def sketches(corpus: Corpus) -> pa.Table:
    """A row for each of the smallest numbers of an article."""
    import pyarrow as pa
    import pyarrow.compute as pc

    found = corpus.read("articles", ["article_id", "outlet", "text_signature"])
    told = pc.and_(pc.is_valid(found["text_signature"]), pc.is_valid(found["outlet"]))
    found = found.filter(told).combine_chunks()
    numbers = pc.list_slice(found["text_signature"], 0, _FIRST)
    rows = pc.list_parent_indices(numbers)
    # As signed numbers: not every engine has others.
    signed = pc.list_flatten(numbers).combine_chunks().view(pa.int64())
    return pa.table(
        {"article_id": found["article_id"].take(rows), "outlet": found["outlet"].take(rows), "number": signed}
    )


def _column(name: str, values: Sequence[str]) -> pa.Table:
    import pyarrow as pa

    return pa.table({name: pa.array(values, pa.string())})


def _resting(outlet: str, rests: Sequence[_Rest]) -> Resting:
    by_credit = sum(rest.by_credit for rest in rests)
    return Resting(outlet, by_credit, len(rests) - by_credit, tuple(rest.article for rest in rests[:_EXAMPLES]))


def _named(key: str, names: Names) -> str:
    return f"the text of {key.removeprefix('text:')}" if key.startswith("text:") else names[key]
