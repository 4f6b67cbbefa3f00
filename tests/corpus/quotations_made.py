"""Small corpora made by dice, and the groups of a corpus as sets: what the tests of grouping share."""

from __future__ import annotations

import datetime
import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from checker.corpus.engines import DuckDB
from checker.corpus.group import Grouped, group
from checker.corpus.import_ import import_quotations
from checker.corpus.tables import open_corpus

START = datetime.datetime(2020, 7, 8, 9, 0)
_WORDS = """
    harbour ferry quay north close winter council budget vote minister school bridge doctor railway storm fishing
    licence museum tunnel strike pension farmers orchard lighthouse vaccine border treaty drought satellite river
    """.split()
_SMALL = "the of and to in a that we will not is it for on".split()
_SPEAKERS = (None, "Mira Holt", "Jonas Berg", "Ada Lindqvist", "a spokesman")

Row = dict[str, object]


def row(number: int, text: str, *, hours: float = 0, speaker: str | None = "Mira Holt", outlet: str = "gazette") -> Row:
    """A quotation in an article of its own."""
    at = START + datetime.timedelta(hours=hours)
    article = f"article-{number}"
    return {
        "quotation_id": f"{article}#q1",
        "article_id": article,
        "outlet": f"{outlet}.example",
        "published": at,
        "speaker": speaker,
        "text": text,
    }


def made(seed: int, rows: int, said: int | None = None) -> list[Row]:
    """Utterances that are said again, cut, altered and extended, and others that only begin alike; `said` of them."""
    dice = random.Random(seed)
    sentences = [_sentence(dice, dice.randint(3, 24)) for _ in range(said or max(2, rows // 4))]
    found = []
    for number in range(rows):
        words = dice.choice(sentences) if dice.random() < 0.7 else _sentence(dice, dice.randint(2, 20))
        words = _changed(dice, words)
        hours = dice.choice((0.0, 1.0, 30.0, 400.0, 3000.0)) + dice.random()
        found.append(
            row(number, " ".join(words), hours=hours, speaker=dice.choice(_SPEAKERS), outlet=dice.choice("abcde"))
        )
    return found


def _sentence(dice: random.Random, length: int) -> list[str]:
    return [dice.choice(_SMALL if dice.random() < 0.5 else _WORDS) for _ in range(length)]


def _changed(dice: random.Random, words: list[str]) -> list[str]:
    words = list(words)
    what = dice.random()
    at = dice.randrange(len(words))
    if what < 0.15:
        words = words[at:] or words
    elif what < 0.3:
        words[at] = dice.choice(_WORDS)
    elif what < 0.4:
        words = [*words, *_sentence(dice, 4)]
    elif what < 0.5 and len(words) > 6:
        words[2:4] = ["…"]
    return words


def brought(folder: Path, batches: Sequence[Iterable[Row]], *, anew: bool = False) -> list[Grouped]:
    """Each batch imported and grouped against what is stored; with `anew` all of it grouped again each time."""
    corpus = open_corpus(folder, create=True)
    told = []
    for number, batch in enumerate(batches):
        file = folder.parent / f"{folder.name}-{number}.parquet"
        pq.write_table(pa.Table.from_pylist(list(batch), schema=_SCHEMA), file)
        import_quotations(corpus, file)
        with DuckDB(threads=1) as engine:
            told.append(group(corpus, engine, anew=anew))
    return told


_SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("quotation_id", "article_id", "outlet", "speaker", "text")),
        ("published", pa.timestamp("us")),
    ]
)


def utterances(folder: Path) -> set[frozenset[str]]:
    """The groups of two and more, by the numbers of the articles."""
    groups = defaultdict(set)
    for one in pq.read_table(folder / "groups.parquet").to_pylist():
        if one["kind"] == "utterance":
            groups[one["utterance_id"]].add(one["quotation_id"].removeprefix("article-").removesuffix("#q1"))
    return {frozenset(members) for members in groups.values()}
