"""How reports leave: one by one as text or JSON lines, or together as one JSON value."""

from __future__ import annotations

import argparse
from collections import Counter
from typing import Protocol

from checker.cli.status import Status, meaning
from checker.cli.terminal import Terminal
from checker.model import Report, Verdict


class Output(Protocol):
    """What `check` tells a report format."""

    def add(self, report: Report, status: Status) -> None:
        """The next report, in the order of the paths, and the status it would give alone."""

    def close(self, status: Status) -> None:
        """No report follows; the status of the whole run."""


def output_for(options: argparse.Namespace, terminal: Terminal, *, several: bool) -> Output:
    """The output that `--format` asks for."""
    if options.format == "text":
        return _Text(options, terminal, several)
    if options.format == "jsonl":
        return _JsonLines(options, terminal)
    return _Json(options, terminal, several)


class _Text:
    def __init__(self, options: argparse.Namespace, terminal: Terminal, several: bool) -> None:
        self._options, self._terminal, self._several = options, terminal, several
        self._verdicts: Counter[Verdict] = Counter()
        self._articles = 0

    def add(self, report: Report, status: Status) -> None:
        from checker.report.text import render_text

        self._articles += 1
        self._verdicts += report.counts()
        text = render_text(
            report,
            width=self._terminal.width,
            colour=self._terminal.colour,
            verbose=self._options.verbose,
            ending="" if self._several else self._ending(status),
        )
        self._terminal.print(f"\n{text}" if self._articles > 1 else text)

    def close(self, status: Status) -> None:
        if self._several:
            from checker.report.wording import counted, counts

            total = f"{counted(self._articles, 'article')}, {counts(self._verdicts)} · {self._ending(status)}"
            self._terminal.print(f"\n {total}\n")

    def _ending(self, status: Status) -> str:
        if self._options.demo:
            return "exit 0 (a demonstration always ends with 0)"
        return meaning(status, self._options.fail_on)


class _JsonLines:
    def __init__(self, options: argparse.Namespace, terminal: Terminal) -> None:
        self._options, self._terminal = options, terminal

    def add(self, report: Report, status: Status) -> None:
        from checker.report.jsonform import check_form
        from checker.report.jsontext import json_text

        self._terminal.print(json_text(check_form(report, with_text=self._options.with_text), one_line=True))

    def close(self, status: Status) -> None:
        pass


class _Json:
    """Of one path its object, of several an array; of one that could not be opened nothing at all."""

    def __init__(self, options: argparse.Namespace, terminal: Terminal, several: bool) -> None:
        self._options, self._terminal, self._several = options, terminal, several
        self._forms: list[dict[str, object]] = []

    def add(self, report: Report, status: Status) -> None:
        from checker.report.jsonform import check_form

        self._forms.append(check_form(report, with_text=self._options.with_text))

    def close(self, status: Status) -> None:
        from checker.report.jsontext import json_text

        if self._several:
            self._terminal.print(json_text(self._forms))
        elif self._forms:
            self._terminal.print(json_text(self._forms[0]))
