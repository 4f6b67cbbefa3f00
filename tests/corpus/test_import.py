"""Quotations of others: three kinds of files, and every way in which a row can be of no use."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from checker.cli import main
from checker.corpus.import_ import Imported, import_quotations
from checker.corpus.tables import open_corpus
from checker.errors import CorpusError

ROWS = [
    {"quotation_id": "q1", "article_id": "a1", "outlet": "gazette.example", "published": "2020-07-08T12:30:00+02:00",
     "speaker": "Jürgen Ø", "cited_outlet": None, "text": "Der Hafen bleibt „offen“, und zwar das ganze Jahr"},
    {"quotation_id": "q2", "article_id": "a1", "outlet": "gazette.example", "published": "2020-07-08T12:30:00+02:00",
     "speaker": None, "cited_outlet": "post.example", "text": 'the quay, "closed" they say'},
    {"quotation_id": "q3", "article_id": "a2", "outlet": "post.example", "published": "2020-07-09",
     "speaker": "Mira Holt", "cited_outlet": None, "text": "close the north quay"},
]  # fmt: skip


def write(path: Path, rows: list[dict[str, object]]) -> Path:
    if path.suffix == ".parquet":
        pq.write_table(pa.Table.from_pylist(rows), path)
    elif path.suffix == ".csv":
        import csv

        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    else:
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def brought(tmp_path: Path, path: Path) -> tuple[Imported, list[dict[str, object]]]:
    corpus = open_corpus(tmp_path / "c", create=True)
    told = import_quotations(corpus, path)
    return told, corpus.read("quotations").to_pylist()


@pytest.mark.parametrize("kind", ["parquet", "csv", "jsonl"])
def test_each_kind_of_file_gives_the_same(tmp_path: Path, kind: str) -> None:
    told, stored = brought(tmp_path, write(tmp_path / f"q.{kind}", ROWS))
    assert (told.quotations, told.articles, told.left_out) == (3, 2, {})
    assert [row["text"] for row in stored] == [row["text"] for row in ROWS]
    assert [row["speaker"] for row in stored] == ["Jürgen Ø", None, "Mira Holt"]
    assert [row["precision"] for row in stored] == ["time", "time", "day"]
    assert [row["published_at"].isoformat() for row in stored] == [
        "2020-07-08T10:30:00+00:00",
        "2020-07-08T10:30:00+00:00",
        "2020-07-09T00:00:00+00:00",
    ]
    assert stored[0]["start"] is None
    articles = open_corpus(tmp_path / "c").read("articles").to_pylist()
    assert [(row["article_id"], row["outlet"]) for row in articles] == [
        ("a1", "gazette.example"),
        ("a2", "post.example"),
    ]


@pytest.mark.parametrize("kind", ["parquet", "csv", "jsonl"])
def test_rows_of_no_use_are_counted_and_named(tmp_path: Path, kind: str) -> None:
    wrong = [
        ROWS[2] | {"quotation_id": None},
        ROWS[2] | {"quotation_id": "q4", "text": None},
        ROWS[2] | {"quotation_id": "q5", "text": "…!"},
        ROWS[2] | {"quotation_id": "q1"},
    ]
    told, stored = brought(tmp_path, write(tmp_path / f"q.{kind}", [*ROWS, *wrong]))
    assert told.left_out == {"has no id": 1, "has no words": 2, "has an id that came before": 1}
    assert told.examples["has no words"] == 'quotation "q4"'
    assert len(stored) == 3


def test_dates_that_are_none_are_named_and_the_row_stays(tmp_path: Path) -> None:
    dates = ["8 July 2020", "yesterday", "2020-13-45", None, "yesterday", "2020-07-08 12:30"]
    rows = [ROWS[2] | {"quotation_id": f"q{n}", "published": date} for n, date in enumerate(dates)]
    told, stored = brought(tmp_path, write(tmp_path / "q.jsonl", rows))
    assert told.undated == {"yesterday": 2, "2020-13-45": 1}
    assert [row["published_at"] is not None for row in stored] == [True, False, False, False, False, True]
    assert [row["published"] for row in stored] == dates


@pytest.mark.parametrize(
    ("column", "precision"),
    [
        pytest.param(pa.array([1594211400000000], pa.timestamp("us")), "time", id="a time without a zone is UTC"),
        pytest.param(pa.array([1594211400], pa.timestamp("s", "America/New_York")), "time", id="a time with a zone"),
        pytest.param(pa.array([18451], pa.date32()), "day", id="a day"),
    ],
)
def test_times_of_parquet(tmp_path: Path, column: pa.Array, precision: str) -> None:
    table = pa.table({"quotation_id": ["q1"], "text": ["close the quay"], "published": column})
    pq.write_table(table, tmp_path / "q.parquet")
    _, (row,) = brought(tmp_path, tmp_path / "q.parquet")
    assert row["precision"] == precision
    assert row["published_at"].date().isoformat() == "2020-07-08"
    assert row["published"].startswith("2020-07-08")


def test_missing_and_unknown_columns_are_told(tmp_path: Path) -> None:
    rows = [{"quotation_id": "q1", "text": "close the north quay", "mood": "angry"}]
    told, (row,) = brought(tmp_path, write(tmp_path / "q.jsonl", rows))
    assert set(told.missing) == {"article_id", "outlet", "published", "speaker"}
    assert told.unknown == ("mood",)
    assert row["article_id"] == "q1"


def test_broken_lines_are_told_with_their_number(tmp_path: Path) -> None:
    lines = [json.dumps(ROWS[0]), "{half", "[1, 2]", "", "[" * 100_000, json.dumps(ROWS[1]), '{"quotation_id": "q9"}']
    (tmp_path / "q.jsonl").write_text("\n".join(lines), encoding="utf-8")
    told, stored = brought(tmp_path, tmp_path / "q.jsonl")
    assert told.left_out == {"is no JSON": 2, "is no JSON object": 1, "has no words": 1}
    assert told.examples["is no JSON"] == "line 2"
    assert len(stored) == 2


def test_a_table_with_rows_of_another_length(tmp_path: Path) -> None:
    (tmp_path / "q.csv").write_bytes(b"quotation_id,text\n1,the quay\n2,the,quay\n\n3,caf\xe9 \x00 noir\n")
    told, stored = brought(tmp_path, tmp_path / "q.csv")
    assert told.left_out == {"has another number of fields than the first line": 1}
    assert [row["quotation_id"] for row in stored] == ["1", "3"]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        pytest.param("q.txt", b"", "the end of the name", id="another kind"),
        pytest.param("q.parquet", b"no table", "cannot be read", id="no Parquet"),
        pytest.param("q.csv", b"id,words\n1,a\n", 'no column "quotation_id"', id="other columns"),
        pytest.param("q.jsonl", b'{"quotation_id": "1"}\n', 'no column "text"', id="no text"),
    ],
)
def test_a_file_of_no_use_is_a_sentence(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CorpusError, match=told):
        brought(tmp_path, tmp_path / name)
    assert open_corpus(tmp_path / "c").read("quotations").num_rows == 0


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="cannot be opened"):
        brought(tmp_path, tmp_path / "q.jsonl")


def test_the_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    file = write(tmp_path / "q.csv", [*ROWS, ROWS[2] | {"quotation_id": "q7", "article_id": "a7", "published": "soon"}])
    assert main(["corpus", "import", str(file), "--into", "news"]) == 0
    told = capsys.readouterr()
    assert "4 quotations of 3 articles" in told.out
    assert "1 rows have a date that is none" in told.err or '"soon"' in told.err
    assert main(["corpus", "group", "news"]) == 0
    assert "1 utterances of two or more" in capsys.readouterr().out
    assert main(["corpus", "add", "news", "--quotations", str(file)]) == 0
    assert "0 pairs of wordings compared" in capsys.readouterr().out
    assert main(["corpus", "group", "news", "--engine", "spark"]) == 2
    assert "--master URL" in capsys.readouterr().err
    assert main(["corpus", "group", "nowhere"]) == 2
    assert "there is no corpus here" in capsys.readouterr().err
    assert not list((tmp_path / "news").glob("spill-*"))
