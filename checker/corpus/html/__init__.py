"""`corpus outlets` as one page: a picture of the graph, the spread of one utterance, and what the pictures leave out as tables.

The page is complete in itself and has no script; its Content-Security-Policy lets nothing be loaded. All foreign text
passes `for_terminal`, which shows what nobody could see, and the escaping of the template engine.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.corpus.carriers import places_of
from checker.corpus.durations import lag
from checker.corpus.graph_text import circle_line, resting_words
from checker.corpus.html.graph_picture import HEIGHT, WIDTH, graph_picture
from checker.corpus.html.spread_picture import spread_picture
from checker.corpus.outlets_graph import OutletGraph
from checker.corpus.relations import Relations
from checker.corpus.show import Shown, of_utterance
from checker.corpus.show_text import drift_words, first_sentences, when, whence, whence_counted
from checker.corpus.tables import Corpus
from checker.errors import UsageError
from checker.report.html.templating import environment_of
from checker.report.wording import counted

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"
# So many rows of each table, and so many places of the utterance; --format csv and `corpus show` have all.
_ROWS, _PLACES = 40, 40

_MOST_CARRIED = """
SELECT g.utterance_id
FROM groups g JOIN quotations q ON q.quotation_id = g.quotation_id
WHERE g.kind = 'utterance' AND q.published_at IS NOT NULL AND q.outlet IS NOT NULL
GROUP BY g.utterance_id
ORDER BY COUNT(DISTINCT q.outlet) DESC, COUNT(*) DESC, g.utterance_id
LIMIT 1
"""


def outlets_page(graph: OutletGraph, corpus: Corpus, *, utterance: str | None = None) -> str:
    """The page; `utterance` is the one whose spread is drawn, by default that of most outlets."""
    style = (_TEMPLATES / "page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _environment().get_template("page.html").render(
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        style=_markup(style),
        graph=graph,
        picture=graph_picture(graph),
        width=WIDTH,
        height=HEIGHT,
        **_utterance(corpus, utterance),
        shown_rows=_ROWS,
        shown_places=_PLACES,
    )  # fmt: skip


def _utterance(corpus: Corpus, asked: str | None) -> dict[str, Any]:
    with Relations(corpus) as relations:
        id = asked or next((row["utterance_id"] for row in relations.rows(_MOST_CARRIED)), None)
        if id is None:
            return {"one": None, "spread": None, "places": []}
        places, kind = places_of(relations, id)
    if kind is None:
        raise UsageError(
            f"no utterance of this corpus has the id {id[:80]!r}; `checker corpus show` finds it by its words"
        )
    one: Shown = of_utterance(id, kind, places)
    return {"one": one, "spread": spread_picture(one), "places": list(zip(one.places, one.drifts, strict=True))}


@cache
def _environment() -> Environment:
    environment = environment_of(_TEMPLATES)
    environment.globals.update(
        lag=lag,
        counted=counted,
        when=when,
        whence=whence,
        whence_counted=whence_counted,
        drift_words=drift_words,
        first_sentences=first_sentences,
        circle_line=circle_line,
        resting_words=resting_words,
    )
    return environment


def _markup(text: str) -> str:
    from markupsafe import Markup

    return Markup(text)
