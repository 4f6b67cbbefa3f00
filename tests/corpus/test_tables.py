"""The tables of a corpus on disk: whole or not at all, whatever happens while they are written."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from checker.corpus import tables
from checker.corpus.tables import Corpus, Writer, open_corpus
from checker.errors import CorpusError


def quotation(article: str, number: int, text: str = "the harbour – «der Hafen»") -> dict[str, object]:
    return {"quotation_id": f"{article}#q{number}", "article_id": article, "text": text}


def bring(corpus: Corpus, *articles: str, quotations: int = 2) -> None:
    with Writer(corpus) as writer:
        for article in articles:
            writer.write("articles", [{"article_id": article, "outlet": "gazette.example"}])
            writer.write("quotations", [quotation(article, number) for number in range(quotations)])
        writer.commit()


def ids(corpus: Corpus) -> list[str]:
    return sorted(corpus.read("quotations", ["quotation_id"])["quotation_id"].to_pylist())


def test_what_is_written_is_read_after_the_commit(tmp_path: Path) -> None:
    corpus = open_corpus(tmp_path / "news", create=True)
    with Writer(corpus) as writer:
        writer.write("articles", [{"article_id": "é/1.html"}])
        writer.write("quotations", [quotation("é/1.html", 1)])
        assert open_corpus(tmp_path / "news").read("quotations").num_rows == 0
        writer.state["seen"] = 1
        writer.commit()
    again = open_corpus(tmp_path / "news")
    (row,) = again.read("quotations").to_pylist()
    assert (row["text"], row["speaker"], row["start"]) == ("the harbour – «der Hafen»", None, None)
    assert again.state == {"seen": 1}
    assert again.rows("articles") == 1
    assert [batch.num_rows for batch in again.batches("quotations", ["text"])] == [1]


def test_the_same_article_again_replaces_itself(tmp_path: Path) -> None:
    corpus = open_corpus(tmp_path, create=True)
    bring(corpus, "a", "b", quotations=3)
    with Writer(corpus) as writer:
        assert writer.has("a") and not writer.has("c")
        writer.write("articles", [{"article_id": "a"}, {"article_id": "c"}])
        writer.write("quotations", [quotation("a", 0, "anew")])
        writer.commit()
        writer.write("articles", [{"article_id": "c"}])  # and once more in one run
        writer.commit()
    assert ids(corpus) == ["a#q0", "b#q0", "b#q1", "b#q2"]
    assert sorted(corpus.read("articles")["article_id"].to_pylist()) == ["a", "b", "c"]


def test_without_a_commit_everything_is_as_it_was(tmp_path: Path) -> None:
    corpus = open_corpus(tmp_path, create=True)
    bring(corpus, "a")
    before = sorted(path.as_posix() for path in tmp_path.rglob("*.parquet"))
    with pytest.raises(KeyboardInterrupt), Writer(corpus) as writer:
        writer.write("articles", [{"article_id": "b"}])
        writer.write("quotations", [quotation("b", 1)])
        raise KeyboardInterrupt
    assert ids(open_corpus(tmp_path)) == ["a#q0", "a#q1"]
    assert sorted(path.as_posix() for path in tmp_path.rglob("*.parquet")) == before


def test_what_a_kill_leaves_behind_is_not_read_and_goes(tmp_path: Path) -> None:
    corpus = open_corpus(tmp_path, create=True)
    bring(corpus, "a")
    stray = tmp_path / "quotations" / "part-999999.parquet"
    stray.write_bytes(b"half a file")
    assert ids(open_corpus(tmp_path)) == ["a#q0", "a#q1"]
    bring(corpus, "b")
    assert not stray.exists()


def test_groups_stand_under_a_fixed_name_as_well(tmp_path: Path) -> None:
    corpus = open_corpus(tmp_path, create=True)
    with Writer(corpus) as writer:
        for utterance in ("u1", "u2"):
            writer.replace(
                "groups", pa.table({"quotation_id": ["a#q0"], "utterance_id": [utterance], "kind": ["single"]})
            )
            writer.commit()
            assert pq.read_table(tmp_path / "groups.parquet")["utterance_id"].to_pylist() == [utterance]
        writer.drop("groups")
        writer.commit()
    assert not (tmp_path / "groups.parquet").exists()


def test_a_fixed_name_that_a_kill_left_behind_is_put_right(tmp_path: Path) -> None:
    corpus = open_corpus(tmp_path, create=True)
    with Writer(corpus) as writer:
        writer.replace("links", pa.table({"a": ["1"], "b": ["2"]}))
        writer.commit()
    (tmp_path / "links.parquet").unlink()
    with Writer(corpus):
        pass
    assert (tmp_path / "links.parquet").exists()


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    corpus = open_corpus(tmp_path, create=True)
    with Writer(corpus), pytest.raises(CorpusError, match="another process is writing"):
        Writer(open_corpus(tmp_path))
    bring(corpus, "a")


def test_rows_are_put_behind_a_table_of_ones_own(tmp_path: Path) -> None:
    corpus = open_corpus(tmp_path, create=True)
    with Writer(corpus) as writer:
        writer.replace("notes", pa.table({"n": [1, 2]}))
        writer.commit()
        writer.append("notes", pa.table({"n": [3]}))
        assert corpus.read("notes")["n"].to_pylist() == [1, 2]
        writer.commit()
    assert corpus.read("notes")["n"].to_pylist() == [1, 2, 3]


def test_of_a_part_that_lost_an_article_it_is_known_what_it_was(tmp_path: Path) -> None:
    corpus = open_corpus(tmp_path, create=True)
    with Writer(corpus) as writer:
        for articles in ("abc", "d"):
            writer.write("articles", [{"article_id": one} for one in articles])
            writer.write("quotations", [quotation(one, 0) for one in articles])
            writer.commit()
    first, second = corpus.parts["quotations"]
    bring(corpus, "a")
    rest, other, _ = corpus.parts["quotations"]
    assert other == second
    assert corpus.rests == {rest: [first], **{one: names for one, names in corpus.rests.items() if one != rest}}
    bring(corpus, "b")
    again = corpus.parts["quotations"][0]
    assert corpus.rests[again] == [rest, first]
    assert rest not in corpus.rests


def test_a_column_or_a_value_that_is_none_is_told(tmp_path: Path) -> None:
    with Writer(open_corpus(tmp_path, create=True)) as writer:
        with pytest.raises(CorpusError, match='has no column "speeker"'):
            writer.write("quotations", [quotation("a", 1) | {"speeker": "Kerry"}])
        with pytest.raises(CorpusError, match="cannot hold these values"):
            writer.write("quotations", [quotation("a", 1) | {"start": "here"}])


def test_a_full_disk_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = open_corpus(tmp_path, create=True)
    bring(corpus, "a")

    def full(*arguments: object, **named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tables.pq, "write_table", full)
    with pytest.raises(CorpusError, match=r"the disk is full.*still holds"):
        bring(corpus, "b")
    assert ids(open_corpus(tmp_path)) == ["a#q0", "a#q1"]


@pytest.mark.parametrize(
    ("manifest", "told"),
    [
        pytest.param(None, "there is no corpus here", id="none"),
        pytest.param("{", "not the list of a corpus", id="broken"),
        pytest.param(json.dumps({"format": 1}), "not the list of a corpus", id="half"),
        pytest.param(json.dumps({"format": 9, "tables": {}, "state": {}}), "version 9", id="another version"),
    ],
)
def test_a_folder_without_a_corpus(tmp_path: Path, manifest: str | None, told: str) -> None:
    if manifest is not None:
        (tmp_path / "corpus.json").write_text(manifest, encoding="utf-8")
    with pytest.raises(CorpusError, match=told):
        open_corpus(tmp_path)


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"thesis\.docx"):
        open_corpus(tmp_path, create=True)


def test_a_part_that_is_no_parquet_is_named(tmp_path: Path) -> None:
    corpus = open_corpus(tmp_path, create=True)
    bring(corpus, "a")
    corpus.files("quotations")[0].write_bytes(b"not a table")
    with pytest.raises(CorpusError, match="part of the corpus cannot be read"):
        open_corpus(tmp_path).read("quotations")
