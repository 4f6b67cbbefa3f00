"""Pages out of WARC files: which records are pages, and what is wrong with the others."""

from __future__ import annotations

import io
from pathlib import Path

import build_articles as made
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from checker.corpus.build import Told, build
from checker.corpus.sources import LeftOut, Piece
from checker.corpus.tables import open_corpus
from checker.corpus.warc import pages_in


def warc(path: Path, *records: tuple[str, str, bytes], gzip: bool = True, kind: str = "response") -> Path:
    """A file of records: address, HTTP status with its content type, body."""
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=gzip)
        for url, status, body in records:
            code, _, content_type = status.partition(" ")
            heads = StatusAndHeaders(code, [("Content-Type", content_type)], protocol="HTTP/1.1")
            payload = io.BytesIO(body)
            writer.write_record(
                writer.create_warc_record(
                    url, kind, payload=payload, http_headers=heads if kind == "response" else None
                )
            )
    return path


HTML = made.page().encode()


@pytest.mark.parametrize("gzip", [True, False], ids=["packed", "plain"])
def test_a_page_comes_with_its_address(tmp_path: Path, gzip: bool) -> None:
    path = warc(tmp_path / "a.warc", ("https://quay.example/1", "200 text/html; charset=utf-8", HTML), gzip=gzip)
    (piece,) = pages_in(path)
    assert isinstance(piece, Piece)
    assert (piece.id, piece.url, piece.body) == ("https://quay.example/1", "https://quay.example/1", HTML)
    assert piece.content_type == "text/html; charset=utf-8"
    assert 0 < piece.reach <= path.stat().st_size


@pytest.mark.parametrize(
    ("status", "is_page"),
    [
        pytest.param("200 text/html", True, id="a page"),
        pytest.param("200 application/pdf", True, id="a PDF"),
        pytest.param("404 text/html", False, id="not found"),
        pytest.param("301 text/html", False, id="moved"),
        pytest.param("200 image/png", False, id="a picture"),
        pytest.param("200 application/json", False, id="JSON"),
    ],
)
def test_which_records_are_pages(tmp_path: Path, status: str, is_page: bool) -> None:
    path = warc(tmp_path / "a.warc.gz", ("https://quay.example/1", status, HTML))
    assert bool(list(pages_in(path))) is is_page


def test_notes_of_a_crawl_are_no_pages(tmp_path: Path) -> None:
    assert not list(
        pages_in(warc(tmp_path / "a.warc", ("https://quay.example/1", "200 text/html", HTML), kind="metadata"))
    )


def test_a_digest_that_does_not_fit_leaves_the_page_out(tmp_path: Path) -> None:
    path = warc(tmp_path / "a.warc", ("https://quay.example/1", "200 text/html", HTML), gzip=False)
    path.write_bytes(path.read_bytes().replace(b"north quay", b"south quay"))
    (left,) = pages_in(path)
    assert isinstance(left, LeftOut)
    assert "do not fit the digest" in left.why


def test_a_file_cut_off_gives_what_is_whole(tmp_path: Path) -> None:
    address = "https://quay.example/"
    path = warc(tmp_path / "a.warc.gz", *((f"{address}{n}", "200 text/html", HTML) for n in range(3)))
    path.write_bytes(path.read_bytes()[:-60])
    found = list(pages_in(path))
    whole = [one.id for one in found if isinstance(one, Piece)]
    assert whole[:2] == [f"{address}0", f"{address}1"]
    assert all(isinstance(one, LeftOut) for one in found[2:])


def test_no_warc_at_all_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"\x00garbage\r\n" * 50)
    (left,) = pages_in(path)
    assert isinstance(left, LeftOut)
    assert "\n" not in left.why


def test_pages_become_articles_of_their_hosts(tmp_path: Path) -> None:
    path = warc(
        tmp_path / "a.warc.gz",
        ("https://www.bbc.com/news/1", "200 text/html", made.page("The first").encode()),
        ("https://www.quay.example/2", "200 text/html", made.page("The second").encode()),
        ("https://www.quay.example/2", "200 text/html", made.page("The second, later").encode()),
    )
    told = Told(lambda one: None, lambda id, date: None, lambda one: None)
    build([str(path)], tmp_path / "c", told)
    rows = open_corpus(tmp_path / "c").read("articles").to_pylist()
    assert [(row["article_id"], row["outlet"], row["title"], row["precision"]) for row in rows] == [
        ("https://www.bbc.com/news/1", "bbc-com", "The first", "day"),
        ("https://www.quay.example/2", "quay.example", "The second, later", "day"),
    ]
