"""How reports leave: one on standard output in `--format`, and a file for each `--output FORMAT:FILE`."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Protocol, Self

from checker.cli.credibility import Credibility
from checker.cli.files import WholeFile
from checker.cli.status import Status, meaning
from checker.cli.terminal import Terminal
from checker.errors import CheckerError, UsageError
from checker.model import Article, Format, Level, Report, Verdict

FORMATS = ("text", "json", "jsonl", "html", "markdown", "sarif", "junit", "github", "annotations")

# A file has no width of its own; the same report must always come out.
_WIDTH_OF_A_FILE = 100


class Writer(Protocol):
    """A format: what comes first, what each report adds in the order of the paths, what comes last."""

    def start(self) -> str: ...
    def report(self, report: Report) -> str: ...
    def end(self) -> str: ...


class Output:
    """What `check` tells all formats; used in a `with`, so that files are kept whole or not at all."""

    def __init__(
        self,
        options: argparse.Namespace,
        terminal: Terminal,
        *,
        several: bool,
        paths: Sequence[str],
        known: Credibility,
    ) -> None:
        shown = _writer(options.format, options, terminal, several, known)
        self._ways = [_Way(shown, terminal.print, several=several)]
        self._files: list[WholeFile] = []
        try:
            for kind, name in _asked(options.output, paths):
                self._files.append(WholeFile(name))
                writer = _writer(kind, options, Terminal(width=_WIDTH_OF_A_FILE, colour=False), several, known)
                self._ways.append(_Way(writer, self._files[-1].write, several=several))
        except CheckerError:
            self._drop()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._drop()

    def add(self, report: Report, status: Status) -> None:
        """The next report, and the status it would give alone."""
        for way in self._ways:
            way.add(report, status)

    def close(self, status: Status) -> None:
        """No report follows; the status of the whole run."""
        complete = [way.close(status) for way in self._ways]
        for file, is_complete in zip(self._files, complete[1:], strict=True):
            if is_complete:
                file.keep()

    def stop(self, status: Status) -> None:
        """The run was stopped: what standard output has is brought to its end, and no file is written."""
        self._ways[0].close(status)

    def _drop(self) -> None:
        for file in self._files:
            file.drop()


def _asked(outputs: Sequence[str], paths: Sequence[str]) -> list[tuple[str, str]]:
    """The format and the file of each `--output`; nothing that is read may be written over."""
    taken = {os.path.realpath(path): "is an article to check" for path in paths}
    asked = []
    for output in outputs:
        kind, colon, name = output.partition(":")
        if not colon or not name or kind not in FORMATS:
            raise UsageError(f"--output {output}: write FORMAT:FILE, where FORMAT is one of {', '.join(FORMATS)}")
        place = os.path.realpath(name)
        if place in taken:
            raise UsageError(f"--output {output}: this file {taken[place]}; name another")
        taken[place] = "is written already"
        asked.append((kind, name))
    return asked


class _Way:
    """One format to one place. Nothing is written before there is a report, or the end."""

    def __init__(self, writer: Writer | _Text, write: Callable[[str], None], *, several: bool) -> None:
        self._writer, self._write, self._several = writer, write, several
        self._started = False

    def add(self, report: Report, status: Status) -> None:
        """One report more."""
        self._begin()
        writer = self._writer
        self._write(writer.report(report, status) if isinstance(writer, _Text) else writer.report(report))

    def close(self, status: Status) -> bool:
        """False where there is nothing to keep: of one article that could not be opened, no empty report says all is well."""
        if not self._started and not self._several:
            return False
        self._begin()
        writer = self._writer
        self._write(writer.end(status) if isinstance(writer, _Text) else writer.end())
        return True

    def _begin(self) -> None:
        if not self._started:
            self._write(self._writer.start())
        self._started = True


def _writer(
    kind: str, options: argparse.Namespace, terminal: Terminal, several: bool, known: Credibility
) -> Writer | _Text:
    """The writer of a format; only the one that is asked for is imported."""
    if kind == "text":
        return _Text(options, terminal, several, known)
    if kind == "html":
        from checker.report.html import HtmlReport

        return HtmlReport(known.profiles)
    if kind == "markdown":
        from checker.report.markdown import MarkdownReport

        return MarkdownReport()
    if kind == "sarif":
        from checker.cli.explain import rule_pages
        from checker.report.sarif import SarifReport

        return SarifReport(rule_pages(), source_of)
    if kind == "junit":
        from checker.report.junit import JunitReport

        return JunitReport(options.fail_on, source_of)
    if kind == "github":
        from checker.report.github import GithubReport

        return GithubReport(source_of)
    if kind == "annotations":
        from checker.report.annotations import AnnotationsReport

        return AnnotationsReport()
    return _Json(with_text=options.with_text, lines=kind == "jsonl", several=several, known=known)


def source_of(article: Article) -> str | None:
    """The file of an article as text, to count lines in; None where it can't be read a second time."""
    from checker.cli.articles import STANDARD_INPUT
    from checker.fetch import load_article
    from checker.read.decode import decode

    if article.format in (Format.TEXT, Format.PDF) or not article.path or article.path == STANDARD_INPUT:
        return None
    try:
        return decode(load_article(article.path))
    except CheckerError:
        return None


class _Text:
    """The report for people; the last line says what the exit status is and why."""

    def __init__(self, options: argparse.Namespace, terminal: Terminal, several: bool, known: Credibility) -> None:
        self._options, self._terminal, self._several, self._known = options, terminal, several, known
        self._verdicts: Counter[Verdict] = Counter()
        self._articles = 0

    def start(self) -> str:
        return ""

    def report(self, report: Report, status: Status) -> str:
        self._articles += 1
        self._verdicts += report.counts()
        if self._options.quiet:
            return self._brief(report, status)
        from checker.report.text import render_text

        text = render_text(
            report,
            width=self._terminal.width,
            colour=self._terminal.colour,
            verbose=self._options.verbose,
            profiles=self._known.profiles(report),
            ending="" if self._several else self._ending(status),
        )
        return f"\n{text}" if self._articles > 1 else text

    def end(self, status: Status) -> str:
        if not self._several:
            return ""
        from checker.report.wording import counted

        last = f"{counted(self._articles, 'article')}, {self._counts(status)}\n"
        return last if self._options.quiet else f"\n {last}"

    def _brief(self, report: Report, status: Status) -> str:
        from checker.report.brief import brief_lines

        least = None if self._options.fail_on == "never" else Level(self._options.fail_on)
        return brief_lines(report, least, source_of) + ("" if self._several else f"{self._counts(status)}\n")

    def _counts(self, status: Status) -> str:
        from checker.report.wording import counts

        return f"{counts(self._verdicts)} · {self._ending(status)}"

    def _ending(self, status: Status) -> str:
        if self._options.demo:
            return "exit 0 (a demonstration always ends with 0)"
        return meaning(status, self._options.fail_on)


class _Json:
    """An object a line, or one JSON value: of one path its object, of several an array, written as they come."""

    def __init__(self, *, with_text: bool, lines: bool, several: bool, known: Credibility) -> None:
        self._with_text, self._lines, self._several, self._known = with_text, lines, several, known
        self._written = 0

    def start(self) -> str:
        return ""

    def report(self, report: Report) -> str:
        from checker.report.jsonform import check_form
        from checker.report.jsontext import array_item, json_text

        form = check_form(report, with_text=self._with_text, cited=self._known.cited(report))
        self._written += 1
        if self._several and not self._lines:
            return array_item(form, first=self._written == 1)
        return json_text(form, one_line=self._lines)

    def end(self) -> str:
        from checker.report.jsontext import array_end

        return array_end(self._written) if self._several and not self._lines else ""
