"""`checker corpus build`: what gets into the tables, what is left out and named, and what an interruption leaves."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import build_articles as made
import pytest

from checker.corpus.build import Built, Told, build
from checker.corpus.moments import moment_of
from checker.corpus.signature import alike, signature_of
from checker.corpus.sources import LeftOut
from checker.corpus.tables import open_corpus
from checker.errors import UsageError


def built(into: Path, *paths: Path, jobs: int = 1, globs: tuple[str, ...] = ()) -> tuple[Built, list[str]]:
    """What was built, and everything that was told on the way."""
    told: list[str] = []

    def left_out(one: LeftOut) -> None:
        told.append(f"{Path(one.where).name}: {one.why}")

    ear = Told(left_out, lambda id, date: told.append(f"{id} undated {date}"), left_out)
    return build([str(path) for path in paths], into, ear, globs=globs, jobs=jobs), told


def tables(folder: Path) -> dict[str, list[dict[str, object]]]:
    """The rows of the three tables, in the order of their names."""
    corpus = open_corpus(folder)
    return {
        name: sorted(corpus.read(name).to_pylist(), key=lambda row: json.dumps(row, default=str))
        for name in ("articles", "quotations", "citations")
    }


def test_an_article_gives_rows_of_all_three_tables(tmp_path: Path) -> None:
    built(tmp_path / "c", made.lines(tmp_path / "one.jsonl", 1))
    found = tables(tmp_path / "c")
    (article,) = found["articles"]
    first, second = found["quotations"]
    (citation,) = found["citations"]
    assert (article["article_id"], article["outlet"], article["precision"]) == ("a0", "quay.example", "time")
    assert str(article["published_at"]) == "2024-05-06 08:00:00+00:00"
    assert (first["quotation_id"], first["speaker"], first["cited_name"]) == ("a0#q1", "Mara Lind", None)
    assert first["text"] == made.SAID + ","
    assert (second["cited_name"], second["cited_basis"]) == ("Harbour Gazette", "same-sentence")
    assert (citation["cited_name"], citation["outlet"], citation["relation"]) == (
        "Harbour Gazette",
        "quay.example",
        "according-to",
    )


def test_a_folder_is_walked_by_name_and_named_in_the_ids(tmp_path: Path) -> None:
    folder = tmp_path / "posts"
    (folder / "may").mkdir(parents=True)
    (folder / "captures").mkdir()
    (folder / "may" / "b.html").write_text(made.page(), encoding="utf-8")
    (folder / "a.txt").write_text("“The north quay is closed,” she said.", encoding="utf-8")
    for name in ("notes.css", ".hidden.html", "captures/original.html"):
        (folder / name).write_text(made.page(), encoding="utf-8")
    built(tmp_path / "c", folder)
    assert [row["article_id"] for row in tables(tmp_path / "c")["articles"]] == ["posts/a.txt", "posts/may/b.html"]
    built(tmp_path / "d", folder, globs=("may/*",))
    assert [row["article_id"] for row in tables(tmp_path / "d")["articles"]] == ["posts/may/b.html"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        pytest.param("{broken", "this line is no JSON", id="no JSON"),
        pytest.param("[" * 5000, "this line is no JSON", id="nested without end"),
        pytest.param("[1]", "this line is no JSON object", id="an array"),
        pytest.param('{"title": "x"}', 'it has neither "text" nor "html"', id="no text"),
        pytest.param('{"text": {"x": 1}}', 'the field "text" is no text', id="text that is none"),
        pytest.param('{"text": "x", "title": true}', 'the field "title" is no text', id="a title that is none"),
        pytest.param('{"text": "   "}', "its text is blank", id="blank text"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(tmp_path: Path, line: str, why: str) -> None:
    path = tmp_path / "some.jsonl"
    path.write_text(f"{made.article(1)}\n{line}\n\n{made.article(2)}\n", encoding="utf-8")
    done, told = built(tmp_path / "c", path)
    assert told == [f"some.jsonl:2: {why}"]
    assert (done.articles, done.left_out[why]) == (2, 1)


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "empty.html").write_bytes(b"")
    (folder / "good.html").write_text(made.page(), encoding="utf-8")
    (folder / "packed.jsonl.gz").write_bytes(gzip.compress(made.article(1).encode())[:-20])
    done, told = built(tmp_path / "c", folder)
    assert done.articles == 1
    assert told[0] == "empty.html: the file is empty"
    assert told[1].startswith("packed.jsonl.gz: it cannot be read to its end")


@pytest.mark.parametrize("date", ["yesterday", "2024-13-40", "May"])
def test_a_date_that_is_none_is_told_and_the_article_kept(tmp_path: Path, date: str) -> None:
    done, told = built(tmp_path / "c", made.lines(tmp_path / "one.jsonl", 1, published=date))
    assert told == [f"a0 undated {date}"]
    assert (done.articles, done.undated, tables(tmp_path / "c")["articles"][0]["published_at"]) == (1, 1, None)


def test_fields_as_others_write_them(tmp_path: Path) -> None:
    line = {
        "id": 7,
        "text": "“The north quay is closed,” she said.",
        "author": ["Ana Kos", "Associated Press"],
        "date": 2016,
    }
    (tmp_path / "some.jsonl").write_text(json.dumps({**line, "publisher": "bbc.com"}), encoding="utf-8")
    _, told = built(tmp_path / "c", tmp_path / "some.jsonl")
    (row,) = tables(tmp_path / "c")["articles"]
    assert (row["article_id"], row["outlet"], row["outlet_name"], row["credit"]) == (
        "7",
        "bbc-com",
        "BBC",
        "Associated Press",
    )
    assert told == ["7 undated 2016"]


@pytest.mark.parametrize(
    "evil",
    [
        pytest.param("\ud800", id="half a pair"),
        pytest.param("\x00\x1b[2J", id="controls"),
        pytest.param("\u202e\u2066", id="turned round"),
        pytest.param("'; DROP TABLE articles; --", id="SQL"),
        pytest.param("../../../etc/passwd", id="a path"),
        pytest.param("x" * 100_000, id="long"),
    ],
)
def test_hostile_fields_are_only_text(tmp_path: Path, evil: str) -> None:
    line = {"id": evil, "url": f"https://[{evil}", "title": evil, "outlet": evil, "author": evil, "published": evil}
    text = f"“We will close the north quay {evil[:80]} on Monday,” said {evil[:80]}, according to {evil[:80]}."
    path = tmp_path / "some.jsonl"
    path.write_text(json.dumps({**line, "text": text}) + "\n" + made.article(1), encoding="utf-8")
    done, _ = built(tmp_path / "c", path)
    assert done.articles == 2
    assert len(tables(tmp_path / "c")["quotations"]) == 3
    again, _ = built(tmp_path / "c", path)
    assert again.same == 2


@pytest.mark.parametrize(
    ("outlet", "id"),
    [
        pytest.param("bbc-com", "bbc-com", id="an id"),
        pytest.param("www.bbc.co.uk", "bbc-com", id="a domain"),
        pytest.param("The New York Times", "nytimes-com", id="a name"),
        pytest.param("nyt", "nytimes-com", id="a short form"),
        pytest.param("Quayside Examiner", "Quayside Examiner", id="unknown: as given"),
        pytest.param("quay.example", "quay.example", id="an unknown domain"),
    ],
)
def test_whose_article_it_is(tmp_path: Path, outlet: str, id: str) -> None:
    built(tmp_path / "c", made.lines(tmp_path / "one.jsonl", 1, outlet=outlet))
    found = tables(tmp_path / "c")
    assert {found[table][0]["outlet"] for table in ("articles", "quotations", "citations")} == {id}


def test_a_path_that_is_not_there_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        built(tmp_path / "c", tmp_path / "nothing")


def test_the_same_article_again_replaces_itself(tmp_path: Path) -> None:
    path = made.lines(tmp_path / "some.jsonl", 3)
    built(tmp_path / "c", path)
    done, _ = built(tmp_path / "c", path)
    assert (done.articles, done.same) == (0, 3)
    path.write_text(made.article(1, words="We will open the north quay again in the autumn, and everybody will know"))
    done, _ = built(tmp_path / "c", path)
    found = tables(tmp_path / "c")
    assert (done.articles, len(found["articles"]), len(found["quotations"]), len(found["citations"])) == (1, 3, 6, 3)
    assert sum("open the north quay" in str(row["text"]) for row in found["quotations"]) == 1


def test_twice_in_one_run_the_later_stays(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    path.write_text(f"{made.article(1)}\n{made.article(1, outlet='other.example')}\n", encoding="utf-8")
    built(tmp_path / "c", path)
    assert [row["outlet"] for row in tables(tmp_path / "c")["articles"]] == ["other.example"]


def test_several_processes_give_the_same_tables(tmp_path: Path) -> None:
    path = made.lines(tmp_path / "some.jsonl", 50)
    built(tmp_path / "one", path)
    done, _ = built(tmp_path / "two", path, jobs=2)
    assert done.articles == 50
    assert open_corpus(tmp_path / "one").read("quotations").equals(open_corpus(tmp_path / "two").read("quotations"))


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        pytest.param("2024-05-06T08:00:00Z", "2024-05-06T09:00:00Z", True, id="times"),
        pytest.param("2024-05-06T08:00:00-05:00", "2024-05-06T09:00:00Z", False, id="an offset counts"),
        pytest.param("2024-05-06", "2024-05-07", True, id="days"),
        pytest.param("2024-05-06", "2024-05-06T23:00:00Z", False, id="a time on that day"),
        pytest.param("2024-05-06", "6 May 2024", False, id="the same day"),
    ],
)
def test_which_moment_is_earlier_for_certain(one: str, other: str, before: bool) -> None:
    first, second = moment_of(one), moment_of(other)
    assert first and second
    assert first.before(second) is before
    assert not second.before(first) or one == "2024-05-06T08:00:00-05:00"


def test_near_identical_texts_have_near_identical_signatures() -> None:
    copy = " ".join(f"word{number} of the long report" for number in range(100))
    edited = "Another headline altogether. " + copy + " Our own reporter adds a closing line."
    other = " ".join(f"term{number} in a second story" for number in range(100))
    one, two, three = signature_of(copy), signature_of(edited), signature_of(other)
    assert one and two and three
    assert alike(one, two) > 0.85 > 0.1 > alike(one, three)
    assert signature_of("too short to tell") is None
    assert signature_of("Ελληνικά " * 100) == signature_of("ΕΛΛΗΝΙΚΆ " * 100)
