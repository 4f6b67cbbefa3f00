"""Who carries whose words after whom, who cites whom, in which circles, and what rests on one origin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from checker.corpus.circles import circles_in
from checker.corpus.engines import Engine
from checker.corpus.moments import DAY, DAY_LENGTH
from checker.corpus.origins import Origin, origins_of, sketches
from checker.corpus.tables import Corpus
from checker.model import Relation
from checker.outlets import Outlets

if TYPE_CHECKING:
    import pyarrow as pa

# A circle of more outlets is the whole press quoting itself over a year, and tells nothing.
_SMALL = 8


@dataclass(frozen=True, slots=True)
class Carries:
    """`later` printed so many utterances that `first` alone had first in this corpus; the median lag is in seconds."""

    first: str
    later: str
    utterances: int
    median_lag: float


@dataclass(frozen=True, slots=True)
class Cites:
    """`outlet` credits `cited`: so many quotations lean on it, so many places name it.

    `had_before` and `had_after` count the quotations whose words the cited outlet has in this corpus, earlier or only later.
    """

    outlet: str
    cited: str
    quotations: int
    places: int
    had_before: int
    had_after: int


@dataclass(frozen=True, slots=True)
class Circle:
    """Outlets of which each leads to the next by credits, back to the first. `utterance` None: over all their articles."""

    outlets: tuple[str, ...]
    utterance: str | None = None


@dataclass(frozen=True, slots=True)
class OutletGraph:
    """`names` has every outlet that occurs; `large` the sizes of circles that are too large to tell anything.

    Of the `utterances`, `alone` are those of one outlet, `undated` those of which no carrier has a date, `ties` those of
    several outlets of which none is the first for certain.
    """

    names: Mapping[str, str]
    carries: tuple[Carries, ...]
    cites: tuple[Cites, ...]
    circles: tuple[Circle, ...]
    large: tuple[int, ...]
    origins: tuple[Origin, ...]
    utterances: int
    alone: int
    ties: int
    undated: int


# The steps, each a text in `sql/`; a step uses those before it.
STEPS = ("mentions", "carriages", "firsts", "credits", "carries", "cites", "counts", "twins")
_MICROSECONDS = 1e6


def outlet_graph(corpus: Corpus, outlets: Outlets, engine: Engine) -> OutletGraph:
    """Everything of a corpus whose quotations are grouped; edges with the most first, then by name."""
    for name, table in (("dated", _dated(corpus)), ("named", _named(corpus)), ("sketches", sketches(corpus))):
        engine.give(name, table)
    engine.give("groups", corpus.read("groups", ["quotation_id", "utterance_id", "kind"]))
    for name in STEPS:
        engine.step(name)
    found = {name: engine.table(name) for name in ("carries", "cites", "credits", "counts", "twins")}
    carries = tuple(sorted(map(_carries, found["carries"].to_pylist()), key=_most_carried))
    cites = tuple(sorted(map(_cites, found["cites"].to_pylist()), key=_most_cited))
    circles, large = _circles(found["credits"], cites)
    origins, names = origins_of(corpus, found["twins"], outlets)
    (counts,) = found["counts"].to_pylist()
    return OutletGraph(
        names={key: names[key] for key in sorted(set(_keys(carries, cites, origins)))},
        carries=carries,
        cites=cites,
        circles=circles,
        large=large,
        origins=origins,
        **{name: int(number or 0) for name, number in counts.items()},
    )


def _dated(corpus: Corpus) -> pa.Table:
    """The quotations without their words: whose, crediting whom, and between which moments published."""
    import pyarrow as pa
    import pyarrow.compute as pc

    columns = ["quotation_id", "outlet", "published_at", "precision", "cited_outlet", "cited_name"]
    quotations = corpus.read("quotations", columns)
    earliest = quotations["published_at"].cast(pa.int64())
    day = pc.fill_null(pc.equal(quotations["precision"], DAY), False)
    return pa.table(
        {
            "quotation_id": quotations["quotation_id"],
            "outlet": quotations["outlet"],
            "cited": pc.coalesce(quotations["cited_outlet"], quotations["cited_name"]),
            "earliest": earliest,
            "latest": pc.if_else(day, pc.add(earliest, DAY_LENGTH), earliest),
        }
    )


def _named(corpus: Corpus) -> pa.Table:
    """The places that credit an outlet; a poll or an essay is no credit."""
    import pyarrow as pa
    import pyarrow.compute as pc

    citations = corpus.read("citations", ["outlet", "cited_outlet", "cited_name", "relation"])
    citations = citations.filter(pc.not_equal(citations["relation"], Relation.OTHER.value))
    cited = pc.coalesce(citations["cited_outlet"], citations["cited_name"])
    return pa.table({"outlet": citations["outlet"], "cited": cited})


def _carries(row: Mapping[str, Any]) -> Carries:
    lag = float(row["median_lag"]) / _MICROSECONDS
    return Carries(row["first_outlet"], row["later_outlet"], int(row["utterances"]), lag)


def _most_carried(edge: Carries) -> tuple[int, str, str]:
    return -edge.utterances, edge.first, edge.later


def _cites(row: Mapping[str, Any]) -> Cites:
    counts = (int(row[name]) for name in ("quotations", "places", "had_before", "had_after"))
    return Cites(row["outlet"], row["cited"], *counts)


def _most_cited(edge: Cites) -> tuple[int, str, str]:
    return -(edge.quotations + edge.places), edge.outlet, edge.cited


def _circles(credits: pa.Table, cites: Sequence[Cites]) -> tuple[tuple[Circle, ...], tuple[int, ...]]:
    """First those in which each credits the next for the same words, then those over everything."""
    rows = credits.select(["utterance_id", "outlet", "cited"]).to_pylist()
    edges = sorted({(row["utterance_id"], row["outlet"], row["cited"]) for row in rows})
    circles = []
    for utterance, found in groupby(edges, key=lambda edge: edge[0]):
        circles += [Circle(tuple(one), utterance) for one in circles_in(edge[1:] for edge in found)]
    over_all = circles_in((edge.outlet, edge.cited) for edge in cites)
    circles += [Circle(tuple(one)) for one in over_all if len(one) <= _SMALL]
    return tuple(circles), tuple(len(one) for one in over_all if len(one) > _SMALL)


def _keys(carries: Iterable[Carries], cites: Iterable[Cites], origins: Iterable[Origin]) -> Iterator[str]:
    for carried in carries:
        yield from (carried.first, carried.later)
    for cited in cites:
        yield from (cited.outlet, cited.cited)
    for origin in origins:
        yield from (one.outlet for one in origin.resting)
