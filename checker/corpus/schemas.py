"""What the tables of a corpus hold, column by column; the words are explained in `docs/corpus.md`."""

from __future__ import annotations

import pyarrow as pa

from checker.errors import CorpusError

_TEXT, _WORDS, _PLACE = pa.string(), pa.int32(), pa.int32()
_TIME = pa.timestamp("us", tz="UTC")

# `published` is as the article has it; `published_at` is that moment in UTC, midnight where `precision` is "day".
ARTICLES = pa.schema(
    [
        pa.field("article_id", _TEXT, nullable=False),
        ("outlet", _TEXT),
        ("outlet_name", _TEXT),
        ("published", _TEXT),
        ("published_at", _TIME),
        ("precision", _TEXT),
        ("title", _TEXT),
        ("url", _TEXT),
        ("path", _TEXT),
        ("language", _TEXT),
        ("dateline", _TEXT),
        ("credit", _TEXT),
        ("digest", _TEXT),
        ("text_signature", pa.list_(pa.uint64())),
        ("words", _WORDS),
    ]
)

# `start` and `end` index the article's text; both are null for a quotation that was imported.
QUOTATIONS = pa.schema(
    [
        pa.field("quotation_id", _TEXT, nullable=False),
        pa.field("article_id", _TEXT, nullable=False),
        ("start", _PLACE),
        ("end", _PLACE),
        pa.field("text", _TEXT, nullable=False),
        ("speaker", _TEXT),
        ("outlet", _TEXT),
        ("published", _TEXT),
        ("published_at", _TIME),
        ("precision", _TEXT),
        ("cited_outlet", _TEXT),
        ("cited_name", _TEXT),
        ("cited_basis", _TEXT),
        ("marked", pa.bool_()),
        ("term", pa.bool_()),
    ]
)

CITATIONS = pa.schema(
    [
        pa.field("article_id", _TEXT, nullable=False),
        ("outlet", _TEXT),
        ("cited_outlet", _TEXT),
        ("cited_name", _TEXT),
        ("relation", _TEXT),
        ("start", _PLACE),
        ("end", _PLACE),
        ("words", _TEXT),
        ("published_at", _TIME),
    ]
)

# `kind`: "utterance" (two quotations or more), "stock" (everybody's phrase), "single".
GROUPS = pa.schema(
    [
        pa.field("quotation_id", _TEXT, nullable=False),
        pa.field("utterance_id", _TEXT, nullable=False),
        pa.field("kind", _TEXT, nullable=False),
    ]
)

# One row for each two wordings held to be the same words: `a` and `b` are the first quotations that have them, the rest
# is in words of the folded text, end exclusive. `kind`: "same", "cut", "extended", "elided", "altered".
LINKS = pa.schema(
    [
        pa.field("a", _TEXT, nullable=False),
        pa.field("b", _TEXT, nullable=False),
        ("similarity", pa.float32()),
        ("information", pa.float32()),
        ("kind", _TEXT),
        ("a_start", _PLACE),
        ("a_end", _PLACE),
        ("b_start", _PLACE),
        ("b_end", _PLACE),
    ]
)

TABLES = {"articles": ARTICLES, "quotations": QUOTATIONS, "citations": CITATIONS, "groups": GROUPS, "links": LINKS}

# What an article brings: replaced together when the same article comes again.
OF_ARTICLES = ("articles", "quotations", "citations")


def conform(rows: pa.Table | list[dict[str, object]], name: str, schema: pa.Schema) -> pa.Table:
    """Rows with the columns of a table, in its order and types; a column that is missing is null throughout.

    Raises CorpusError for a column that the table does not have and for a value of another type.
    """
    known = {key for row in rows for key in row} if isinstance(rows, list) else set(rows.column_names)
    if strange := sorted(known - set(schema.names)):
        raise CorpusError(f'the table {name} has no column "{strange[0]}"; it has {", ".join(schema.names)}')
    try:
        if isinstance(rows, list):
            return pa.Table.from_pylist(rows, schema=schema)
        columns = [
            rows[field.name].cast(field.type) if field.name in known else pa.nulls(rows.num_rows, field.type)
            for field in schema
        ]
        return pa.Table.from_arrays(columns, schema=schema)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError) as error:
        raise CorpusError(f"the table {name} cannot hold these values: {error}") from None
