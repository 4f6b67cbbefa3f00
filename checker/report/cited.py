"""The outlets that an article leans on, each once, with how much of it is at hand."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from checker.model import Report


class Cited(NamedTuple):
    """How many quotations lean on an outlet first, and how many of its originals could be read for them."""

    key: str
    name: str
    quotations: int
    originals: int


def outlets_cited(report: Report) -> tuple[Cited, ...]:
    """In the order in which the article names them."""
    names: dict[str, str] = {}
    for source in report.reading.sources:
        names.setdefault(source.outlet_id or source.name, source.name)
    firsts = [j.attribution.credits[0].source for j in report.judgements if j.attribution.credits]
    leaning = Counter(source.outlet_id or source.name for source in firsts)
    return tuple(Cited(key, name, leaning[key], len(_read_for(report, key))) for key, name in names.items())


def _read_for(report: Report, outlet: str) -> set[str]:
    """The originals that answer for quotations of an outlet, read or of its own pages."""
    read = {one.id for one in report.originals if one.article is not None}
    own = {one.id for one in report.originals if one.outlet_id == outlet} & read
    for judgement in report.judgements:
        credits = judgement.attribution.credits[:1]
        if credits and (credits[0].source.outlet_id or credits[0].source.name) == outlet:
            own |= {one.original for one in judgement.originals if one.tie is not None} & read
    return own
