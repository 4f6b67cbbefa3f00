"""Which quotations are the same words, from tables to tables; the cases stand beside their near misses."""

from __future__ import annotations

import random
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from quotations_made import START, Row, brought, made, row, utterances

from checker.corpus.engines import DuckDB
from checker.corpus.group import group
from checker.corpus.tables import Writer, open_corpus
from checker.errors import CorpusError

WORDS = "We will close the north quay this winter because the harbour wall is crumbling"


@pytest.mark.parametrize(
    ("other", "together"),
    [
        pytest.param(row(2, WORDS.upper() + "."), True, id="the same in capitals"),
        pytest.param(
            row(2, WORDS, hours=5000, speaker="Jonas Berg"), True, id="the same, a year later, another speaker"
        ),
        pytest.param(row(2, "“We will close the north quay this winter,”", hours=2), True, id="cut"),
        pytest.param(row(2, "We will … close the north quay this winter", hours=2), True, id="cut with a mark"),
        pytest.param(row(2, "close the north quay", hours=2), True, id="a scrap of four words on the day"),
        pytest.param(row(2, "close the north quay", hours=4000, speaker="Jonas Berg"), False, id="half a year later"),
        pytest.param(row(2, "shut the north quay this winter", hours=2), True, id="a word altered"),
        pytest.param(row(2, "shut the north quay this winter", hours=100), False, id="a word altered, days later"),
        pytest.param(row(2, "close the quay this winter", hours=100), False, id="a word left out, days later"),
        pytest.param(row(2, WORDS.replace("close", "shut"), hours=100), True, id="a word altered in many, days later"),
        pytest.param(row(2, "We will close the north quay this winter", hours=100), True, id="cut, days later"),
        pytest.param(row(2, "We will not be the last ones this winter", hours=2), False, id="begins and ends alike"),
        pytest.param(row(2, "because the", hours=1), False, id="two words"),
        pytest.param(row(2, "Wir schließen den Kai", hours=1), False, id="another language"),
    ],
)
def test_two_quotations(tmp_path: Path, other: Row, together: bool) -> None:
    brought(tmp_path / "c", [[row(1, WORDS), other]])
    assert utterances(tmp_path / "c") == ({frozenset("12")} if together else set())


@pytest.mark.parametrize(
    ("said", "again"),
    [
        pytest.param(
            "Wir werden den Nordkai im Winter für Fähren schließen", "den Nordkai im Winter für Fähren", id="German"
        ),
        pytest.param(
            "Мы закроем северный причал этой зимой", "закроем северный причал этой зимой, — сказал", id="Russian"
        ),
        pytest.param("我们今年冬天将关闭北码头并修复港口的墙", "今年冬天将关闭北码头", id="Chinese"),
        pytest.param("Nous fermerons le quai nord cet hiver", "« Nous fermerons le quai nord »", id="French"),
    ],
)
def test_other_languages(tmp_path: Path, said: str, again: str) -> None:
    brought(tmp_path / "c", [[row(1, said), row(2, again, hours=3)]])
    assert utterances(tmp_path / "c") == {frozenset("12")}


def test_a_stock_phrase_is_no_utterance(tmp_path: Path) -> None:
    phrase = "make the harbour great again"
    speakers = ["Mira Holt", "Jonas Berg", "Ada Lindqvist", "Per Dahl", "Eva Sand", "Nils Ek"]
    stock = [row(n, phrase, hours=700 * n, speaker=who, outlet=f"o{n}") for n, who in enumerate(speakers)]
    longer = row(9, "We must make the harbour great again for all of the fishing families here", hours=1)
    brought(tmp_path / "c", [[*stock, longer]])
    assert utterances(tmp_path / "c") == set()
    kinds = [one["kind"] for one in pq.read_table(tmp_path / "c" / "groups.parquet").to_pylist()]
    assert sorted(kinds) == ["single"] + ["stock"] * 6


@pytest.mark.parametrize(
    ("other", "together"),
    [
        pytest.param("We will close the south gate this winter", False, id="another sentence alike"),
        pytest.param("close the north quay this winter", True, id="a stretch of it"),
        pytest.param(WORDS.replace("close", "shut"), True, id="a word altered in many"),
    ],
)
def test_two_quotations_of_one_article(tmp_path: Path, other: str, together: bool) -> None:
    said = "We will close the north quay this winter" if not together else WORDS
    rows = [row(1, said), row(2, other)]
    brought(tmp_path / "apart", [rows])
    assert utterances(tmp_path / "apart") == {frozenset("12")}
    brought(tmp_path / "c", [[one | {"article_id": "both"} for one in rows]])
    assert utterances(tmp_path / "c") == ({frozenset("12")} if together else set())


@pytest.mark.parametrize(
    ("terms", "speaker", "together"),
    [
        pytest.param((True, True), None, False, id="a title in two articles"),
        pytest.param((True, True), "Mira Holt", True, id="words held at arm's length, with their speaker"),
        pytest.param((True, False), None, True, id="once a title and once what somebody says"),
        pytest.param((False, False), None, True, id="what nobody is named for"),
    ],
)
def test_titles_are_nobodys_words(
    tmp_path: Path, terms: tuple[bool, bool], speaker: str | None, together: bool
) -> None:
    corpus = open_corpus(tmp_path, create=True)
    with Writer(corpus) as writer:
        for number, term in enumerate(terms):
            one = {"article_id": f"article-{number}", "published_at": START, "precision": "time"}
            writer.write("articles", [one])
            said = {"quotation_id": f"article-{number}#q1", "text": WORDS, "speaker": speaker, "term": term}
            writer.write("quotations", [one | said])
        writer.commit()
    with DuckDB(threads=1) as engine:
        group(corpus, engine)
    assert utterances(tmp_path) == ({frozenset("01")} if together else set())


def test_the_same_phrase_by_one_speaker_on_a_day_is_an_utterance(tmp_path: Path) -> None:
    phrase = "make the harbour great again"
    brought(tmp_path / "c", [[row(n, phrase, hours=n, outlet=f"o{n}") for n in range(6)]])
    assert utterances(tmp_path / "c") == {frozenset("012345")}


def test_a_scrap_is_shared_by_a_known_speaker_within_days_only(tmp_path: Path) -> None:
    rows = [row(1, "no comment"), row(2, "No comment.", hours=5), row(3, "no comment", hours=900)]
    rows += [
        row(4, "no comment", speaker="Jonas Berg"),
        row(5, "no comment", speaker=None),
        row(6, "no comment", speaker=None),
    ]
    rows.append(row(7, "no comment", hours=1, speaker="a spokesman"))
    brought(tmp_path / "c", [rows])
    assert utterances(tmp_path / "c") == {frozenset("12")}


def test_links_say_what_differs(tmp_path: Path) -> None:
    variants = {
        2: ("close the north quay this winter", "cut"),
        3: ("Listen: " + WORDS + ", and nobody can say for how long", "extended"),
        4: (WORDS.replace("this winter", "next winter"), "altered"),
        5: (WORDS.replace("the north quay this winter because", "…"), "elided"),
    }
    for number, (text, kind) in variants.items():
        folder = tmp_path / str(number)
        brought(folder, [[row(1, WORDS), row(number, text, hours=3)]])
        (link,) = pq.read_table(folder / "links.parquet").to_pylist()
        assert (link["a"], link["b"], link["kind"]) == ("article-1#q1", f"article-{number}#q1", kind)
    (cut,) = pq.read_table(tmp_path / "2" / "links.parquet").to_pylist()
    assert WORDS.split()[cut["a_start"] : cut["a_end"]] == "close the north quay this winter".split()
    assert (cut["b_start"], cut["b_end"]) == (0, 6)
    assert cut["information"] > 40


def test_the_order_of_the_rows_is_nothing(tmp_path: Path) -> None:
    rows = made(5, 120)
    brought(tmp_path / "one", [rows])
    random.Random(1).shuffle(rows)
    brought(tmp_path / "two", [rows])
    for table in ("groups", "links"):
        assert (tmp_path / "one" / f"{table}.parquet").read_bytes() == (
            tmp_path / "two" / f"{table}.parquet"
        ).read_bytes()


@pytest.mark.parametrize("threads", [1, 2, 4])
def test_any_number_of_threads_gives_the_same_bytes(tmp_path: Path, threads: int) -> None:
    brought(tmp_path / "c", [made(6, 150)])
    before = (tmp_path / "c" / "groups.parquet").read_bytes()
    with DuckDB(threads=threads) as engine:
        group(open_corpus(tmp_path / "c"), engine)
    assert (tmp_path / "c" / "groups.parquet").read_bytes() == before


def test_names_of_utterances_stay_when_others_come(tmp_path: Path) -> None:
    rows = made(7, 60)
    brought(tmp_path / "c", [rows, [row(1000, WORDS), row(1001, WORDS, hours=2)]])
    brought(tmp_path / "before", [rows])
    names = [
        {
            one["quotation_id"]: one["utterance_id"]
            for one in pq.read_table(tmp_path / name / "groups.parquet").to_pylist()
        }
        for name in ("before", "c")
    ]
    assert names[0].items() <= names[1].items()


def test_whole_numbers_come_back_as_whole_numbers(tmp_path: Path) -> None:
    rows = [row(n, WORDS) | {"quotation_id": n} for n in (7, 12)]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "q.parquet")
    from checker.corpus.import_ import import_quotations

    corpus = open_corpus(tmp_path / "c", create=True)
    import_quotations(corpus, tmp_path / "q.parquet")
    with DuckDB() as engine:
        group(corpus, engine)
    groups = pq.read_table(tmp_path / "c" / "groups.parquet")
    assert groups["quotation_id"].type == pa.int64()
    assert sorted(groups["quotation_id"].to_pylist()) == [7, 12]
    assert corpus.read("groups")["quotation_id"].to_pylist() == ["12", "7"]


def test_nothing_to_group(tmp_path: Path) -> None:
    corpus = open_corpus(tmp_path / "c", create=True)
    with DuckDB() as engine:
        assert group(corpus, engine).quotations == 0
        assert group(corpus, engine, anew=False).quotations == 0
    assert corpus.read("groups").num_rows == 0


def test_hostile_texts(tmp_path: Path) -> None:
    texts = [
        "\x00\x01 a b c d",
        "…" * 5000,
        "a " * 60_000,
        "\u202egnol ton",
        "'" * 900,
        "[" * 3000,
        "x" * 100_000,
        "🙂 " * 50,
    ]
    brought(tmp_path / "c", [[row(n, text) for n, text in enumerate(texts)] + [row(50, WORDS), row(51, WORDS)]])
    assert frozenset({"50", "51"}) in utterances(tmp_path / "c")


def test_less_memory_than_there_is_to_join(tmp_path: Path) -> None:
    rows = made(8, 400)
    brought(tmp_path / "c", [rows])
    before = (tmp_path / "c" / "groups.parquet").read_bytes()
    with DuckDB(memory="1MB", spill=tmp_path, threads=1) as engine, pytest.raises(CorpusError, match=r"corpus\.memory"):
        group(open_corpus(tmp_path / "c"), engine)
    assert (tmp_path / "c" / "groups.parquet").read_bytes() == before
