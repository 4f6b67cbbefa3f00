"""Opening an article: the bytes, or a sentence."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from checker.errors import ReadError
from checker.fetch import load_article


def test_the_bytes_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "Größe “x”.txt"
    path.write_bytes(b"\xef\xbb\xbf\0\r\nba\xff")
    assert load_article(path) == b"\xef\xbb\xbf\0\r\nba\xff"
    assert load_article(str(path)) == load_article(path)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("none.txt", "there is no such file; check the spelling", id="absent"),
        pytest.param("file.txt/none.txt", "there is no such file", id="in a file"),
        pytest.param("", "it is a folder, not a file; name the files in it", id="a folder"),
        pytest.param("nu\0l", "no file can have such a name", id="NUL"),
        pytest.param("\ud800", "no file can have such a name", id="half a character"),
        pytest.param("x" * 5000, "longer than this system allows", id="endless name"),
        pytest.param("loop", "symbolic link that leads nowhere", id="a link to itself"),
    ],
)
def test_what_cannot_be_opened(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "file.txt").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(ReadError, match=said):
        load_article(tmp_path / name)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:  # in place of chmod: the administrator may read every file
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(ReadError, match="may not be read by this user"):
        load_article(tmp_path / "closed.txt")


def test_a_device_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.fetch.files.BODY_LIMIT", 1000)
    with pytest.raises(ReadError, match="larger than 1,000 bytes"):
        load_article("/dev/zero")
