"""`checker --version`: the program and the age of its tables."""

from __future__ import annotations

import re

import pytest

from checker.cli import main
from checker.outlets import Outlets
from checker.version import __version__


def test_the_version_and_the_dates(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    program, outlets, ratings = capsys.readouterr().out.splitlines()
    assert program == f"checker {__version__}"
    assert f"{len(Outlets.shipped()):,}" in outlets
    assert re.search(r"20\d\d-\d\d-\d\d", outlets)
    assert re.fullmatch(r"ratings: [\d,]+ from \d+ lists, 20[\d-]+ to 20\d\d-\d\d-\d\d \(the newest: .+\)", ratings)
