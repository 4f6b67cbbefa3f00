"""`corpus group` and `corpus add`: the quotations of a corpus into utterances, all of them or a batch against the rest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from checker.corpus import state
from checker.corpus.batch import batch
from checker.corpus.brought import read_parts
from checker.corpus.candidates import find_pairs, long_lists
from checker.corpus.clusters import grouped
from checker.corpus.engines import Engine
from checker.corpus.grams import Grams
from checker.corpus.labels import Compared, named, ranks_of, traits_of
from checker.corpus.linked import links_table
from checker.corpus.prints import Gathered
from checker.corpus.tables import Corpus, Writer
from checker.corpus.verify import Verifier


@dataclass(frozen=True, slots=True)
class Grouped:
    """What came of a run; `compared` pairs of wordings were looked at."""

    quotations: int
    wordings: int
    compared: int
    links: int
    utterances: int
    single: int
    stock: int


def group(corpus: Corpus, engine: Engine, *, anew: bool = True) -> Grouped:
    """Groups the quotations and writes `groups` and `links`.

    `anew` false compares only what came since the last run, or went; the result is the same.
    """
    with Writer(corpus) as writer:
        before = None if anew else state.load(corpus)
        compared = _all(corpus, engine, writer) if before is None else batch(corpus, engine, writer, before)
        ids = compared.mentions.ids
        ranks = ranks_of(ids)
        ids = ids.cast(pa.int64()) if writer.state.get("whole_numbers") else ids
        names = named(compared, grouped(compared.links, len(compared.traits)), ranks, ids)
        writer.replace("groups", names)
        writer.replace("links", links_table(compared, ranks, ids))
        writer.commit()
    return _summary(compared, names)


def _all(corpus: Corpus, engine: Engine, writer: Writer) -> Compared:
    """Every wording with every other that has a run of words in common."""
    parts = list(corpus.parts.get("quotations", ()))
    mentions, wordings, part = read_parts(corpus, parts)
    wording = np.searchsorted(wordings.hash, mentions.text).astype(np.int64)
    traits = traits_of(mentions, wording, wordings)
    grams, prints, rows = Grams(wordings, traits.circumstances), Gathered(len(wordings)), traits.said
    postings = grams.postings(rows, asked=grams.asked(rows), prints=prints)
    del grams
    pairs = find_pairs(engine, postings)
    long = long_lists(engine)
    del postings
    links = Verifier(wordings, traits.circumstances).links(pairs)
    links = links.take(np.argsort(links.short << 32 | links.long))  # as they are looked up
    row, none = wording.astype(np.int32), np.zeros(0, np.int64)
    came = state.Came(
        mentions, row, part, parts, wordings, wordings.words, traits, prints.whole(), long, links, gone=none
    )
    state.store(writer, came)
    return Compared(mentions, wording, traits, links, len(pairs))


def _summary(compared: Compared, groups: pa.Table) -> Grouped:
    kinds = {row["values"]: row["counts"] for row in pc.value_counts(groups["kind"]).to_pylist()}
    utterances = pc.count_distinct(groups.filter(pc.equal(groups["kind"], "utterance"))["utterance_id"]).as_py()
    return Grouped(
        len(compared.mentions),
        int(np.count_nonzero(np.bincount(compared.wording))),
        compared.pairs,
        len(compared.links),
        utterances,
        kinds.get("single", 0),
        kinds.get("stock", 0),
    )
