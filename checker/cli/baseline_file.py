"""The file of accepted findings: read once, asked for every article, and told about at the end."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Self

from checker.cli.files import WholeFile
from checker.cli.terminal import Terminal
from checker.errors import SettingsError, UsageError

if TYPE_CHECKING:
    from checker.model import Article, Report
    from checker.report.baseline import Accepted

DEFAULT = "checker-baseline.jsonl"


class BaselineFile:
    """A baseline by its path. Articles are called there by their path as seen from it, so the file may be kept in git."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._folder = Path(os.path.realpath(name)).parent
        self.accepted: frozenset[Accepted] = frozenset()
        self._left_out = 0

    def exists(self) -> bool:
        """Whether there is one yet."""
        return Path(self.name).exists()

    def opened(self) -> Self:
        """The same with what the file holds; raises UsageError where it cannot be opened."""
        from checker.report.baseline import parse

        try:
            text = Path(self.name).read_bytes().decode("utf-8")
        except FileNotFoundError:
            raise UsageError(f"{self.name}: there is no such file; `checker baseline write` makes it") from None
        except OSError as error:
            raise UsageError(f"{self.name}: cannot be opened: {error.strerror or error}") from None
        except UnicodeDecodeError:
            raise SettingsError(
                f"{self.name}:1: it is not UTF-8; write it again with `checker baseline write`"
            ) from None
        self.accepted = parse(text, self.name)
        return self

    def calls(self, article: Article) -> str:
        """What an article is called in the file: its address, or its path from the file's folder, with "/" everywhere."""
        if not article.path or article.path == "-":
            return article.name
        try:
            return Path(os.path.relpath(os.path.realpath(article.path), self._folder)).as_posix()
        except ValueError:  # another drive
            return Path(article.path).as_posix()

    def without_accepted(self, report: Report) -> Report:
        """The report without the findings that are accepted."""
        from checker.report.baseline import without

        quiet = without(report, self.calls(report.article), self.accepted)
        self._left_out += len(report.all_findings()) - len(quiet.all_findings())
        return quiet

    def write(self, accepted: frozenset[Accepted]) -> None:
        """The file with these findings, whole or not at all."""
        from checker.report.baseline import text_of

        file = WholeFile(self.name)
        try:
            file.write(text_of(accepted))
            file.keep()
        finally:
            file.drop()

    def tell(self, terminal: Terminal) -> None:
        """How many findings were left out."""
        if self._left_out:
            is_one = self._left_out == 1
            told = "1 finding that is accepted in" if is_one else f"{self._left_out} findings that are accepted in"
            terminal.complain(f"{told} {self.name} {'is' if is_one else 'are'} not shown")
