"""A corpus written row by row, for tests of what is asked of one."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from checker.corpus.engines import DuckDB
from checker.corpus.moments import moment_of
from checker.corpus.outlets_graph import OutletGraph, outlet_graph
from checker.corpus.tables import Corpus, Writer, open_corpus
from checker.outlets import Outlets

WORDS = "We will close the north quay on Monday and nobody will be told before the council has met"


def place(article: str, outlet: str | None, published: str | None, text: str = WORDS, **more: Any) -> dict[str, Any]:
    """A quotation in an article of its own; `utterance` ("u1") and `kind` say how it is grouped, None not at all.

    With `relation` the article has a citation of the outlet that the quotation leans on.
    """
    return {"article": article, "outlet": outlet, "published": published, "text": text, **more}


def corpus_of(folder: Path, *places: dict[str, Any], citations: list[dict[str, Any]] | None = None) -> Corpus:
    """A corpus with these places, each article with one quotation."""
    import pyarrow as pa

    articles, quotations, groups, credited = [], [], [], []
    for one in places:
        moment = moment_of(one["published"])
        when = {
            "published": one["published"],
            "published_at": moment.at if moment else None,
            "precision": moment.precision if moment else None,
        }
        of_article = {
            name: one[name] for name in ("title", "url", "credit", "dateline", "text_signature") if name in one
        }
        name = one.get("outlet_name", one["outlet"])
        articles.append(
            {"article_id": one["article"], "outlet": one["outlet"], "outlet_name": name, **when, **of_article}
        )
        of_quotation = {
            name: one[name] for name in ("speaker", "cited_outlet", "cited_name", "cited_basis") if name in one
        }
        quotation = f"{one['article']}#q1"
        quotations.append(
            {"quotation_id": quotation, "article_id": one["article"], "outlet": one["outlet"], "text": one["text"]}
            | when
            | of_quotation
        )
        if "relation" in one:
            of_citation = {name: one[name] for name in ("cited_outlet", "cited_name", "relation") if name in one}
            credited.append({"article_id": one["article"], "outlet": one["outlet"]} | of_citation)
        if one.get("utterance", "u1"):
            group = {"quotation_id": quotation, "utterance_id": one.get("utterance", "u1")}
            groups.append(group | {"kind": one.get("kind", "utterance")})
    corpus = open_corpus(folder, create=True)
    with Writer(corpus) as writer:
        writer.write("articles", articles)
        writer.write("quotations", quotations)
        writer.write("citations", [*credited, *(citations or [])])
        writer.replace("groups", pa.Table.from_pylist(groups, schema=_groups()))
        writer.commit()
    return corpus


def _groups() -> Any:
    from checker.corpus.schemas import GROUPS

    return GROUPS


def at(hour: int, day: int = 6) -> str:
    """A moment in May 2024."""
    return datetime.datetime(2024, 5, day, hour, tzinfo=datetime.UTC).isoformat()


def graph_of_corpus(corpus: Corpus) -> OutletGraph:
    """The graph of outlets, by the engine that needs nothing else."""
    with DuckDB() as engine:
        return outlet_graph(corpus, Outlets.shipped(), engine)
