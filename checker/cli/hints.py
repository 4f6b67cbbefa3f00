"""The next step, where the pattern of the results suggests one: a sentence at the end of a run, on standard error."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator

from checker.model import Reason, Report


class Hints:
    """Told every report before anything is left out of it; keeps counts and a few names, not the reports."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._articles = self._with_quotations = 0
        self._at_hand = self._named = self._linked = 0
        self._lacking: Counter[Reason] = Counter()
        self._without = ""  # the first article without a quotation

    def add(self, report: Report) -> None:
        """The next report."""
        if report.article.unavailable:
            return
        self._articles += 1
        self._with_quotations += bool(report.judgements)
        if not report.judgements:
            self._without = self._without or report.article.name
        self._at_hand = max(self._at_hand, report.at_hand)
        self._named += bool(report.reading.sources)
        lacking = [one.unavailable.reason for one in report.originals if one.unavailable]
        self._linked += Reason.NOT_AT_HAND in lacking
        self._lacking.update(lacking)

    def all(self) -> Iterator[str]:
        """The sentences, the most general first."""
        if self._options.demo:
            return
        yield from self._no_quotations()
        yield from self._nothing_at_hand()
        yield from self._not_recorded()
        yield from self._refused()

    def _no_quotations(self) -> Iterator[str]:
        """Of many articles a few are commentary; where none has a quotation, the pattern or the reading is wrong."""
        if self._articles and not self._with_quotations:
            import shlex

            which = _called(self._without) if self._articles == 1 else f"any of {self._articles} articles"
            yield (
                f"no quotation was found in {which}: what stands in quotation marks, or is set off as a quotation, is "
                f"checked; `checker show blocks {shlex.quote(self._without)}` shows what was read"
            )

    def _nothing_at_hand(self) -> Iterator[str]:
        if not self._with_quotations or self._at_hand:
            return
        if self._linked:
            if self._options.offline:
                yield (
                    "no original is at hand; `checker capture ARTICLE --into captures` records what an article links to, "
                    "once, for `checker check --captures captures`; without --offline it is fetched now"
                )
        elif self._named:
            yield (
                "no original is at hand, and no outlet is linked; give what you have with --original FILE, or a folder of "
                "captures with --captures DIR (docs/captures.md)"
            )
        else:
            yield (
                "no original is at hand, and no quotation names where it comes from; give what the words were taken from "
                "with --original FILE"
            )

    def _not_recorded(self) -> Iterator[str]:
        if self._at_hand and self._linked and self._options.offline:
            articles = "1 article links" if self._linked == 1 else f"{self._linked} articles link"
            yield (
                f"{articles} to originals of which no capture is at hand; `checker capture ARTICLE --into captures` records "
                "them, once"
            )

    def _refused(self) -> Iterator[str]:
        if number := self._lacking[Reason.BLOCKED]:
            yield (
                f"{_originals(number)} answered 403 or with a wall; record {_them(number)} once from where a browser gets "
                "through (`checker capture ARTICLE --into captures`), or ask an archive with --archive"
            )
        if (number := self._lacking[Reason.NOT_FOUND]) and not self._options.archive:
            yield f"{_originals(number)} {_are(number)} gone; --archive asks the Wayback Machine"
        if number := self._lacking[Reason.NEEDS_EXTRA]:
            yield f"{_originals(number)} {_are(number)} in PDF; `pip install 'checker[pdf]'` reads {_them(number)}"


def _called(article: str) -> str:
    return "standard input" if article == "-" else article


def _originals(number: int) -> str:
    return "1 original" if number == 1 else f"{number} originals"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _them(number: int) -> str:
    return "it" if number == 1 else "them"
