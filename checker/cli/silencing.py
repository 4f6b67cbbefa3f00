"""What a project and a command do not want to hear of: levels by rule, entries `[[ignore]]`, comments in articles."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from checker.cli.fetching import first_article
from checker.cli.terminal import Terminal
from checker.errors import SettingsError, UsageError
from checker.model import Finding, Judgement, Report
from checker.settings import Settings, settings_beside
from checker.settings.silence import Ignore

if TYPE_CHECKING:
    from checker.report.silence_comments import Silenced


def add_silencing_arguments(group: argparse._ArgumentGroup) -> None:
    """Rules by name, on the command line."""
    add = group.add_argument
    for option, which in (("--select", "only findings"), ("--ignore", "no findings")):
        help_ = f"{which} of these rules, as the report names them; verdicts stay as they are"
        add(option, action="append", default=[], metavar="RULE[,RULE]", help=help_)


@cache
def rule_names() -> frozenset[str]:
    """The names of all rules."""
    from checker.cli.explain import rule_pages

    return frozenset(page.name for page in rule_pages())


def checked(settings: Settings) -> Settings:
    """The settings, once every rule that they name is known to exist; raises SettingsError with file:line."""
    named = [(rule, settings.found[f"rules.{rule}"]) for rule in settings.rules]
    named += [(rule, settings.found[one.key(rule)]) for one in settings.file_rules for rule in one.levels]
    named += [(entry.rule, entry.where) for entry in settings.ignores if entry.rule]
    if not named:
        return settings
    from checker.cli.explain import unknown_rule

    known = rule_names()
    for rule, where in named:
        if rule not in known:
            raise SettingsError(f"{where}: {unknown_rule(rule, known)}")
    return settings


class Silencing:
    """Applied to every report of a run, in order; tells at the end what was left out and what was of no use."""

    def __init__(self, settings: Settings, asked: AskedRules, terminal: Terminal, today: datetime.date) -> None:
        self._settings, self._rules, self._terminal, self._today = settings, asked, terminal, today
        self._entries = [entry for entry in settings.ignores if entry.holds_on(today)]
        self._over = [entry for entry in settings.ignores if not entry.holds_on(today)]
        self._asked: set[Ignore] = set()
        self._used: set[Ignore] = set()
        self._hidden = 0

    @classmethod
    def of(cls, options: argparse.Namespace, terminal: Terminal) -> Silencing:
        """As the settings of the project that the first article lies in say, the options on top. The demonstration has none."""
        demo = getattr(options, "demo", False)
        settings = Settings() if demo else checked(settings_beside(first_article(options.paths)))
        asked = AskedRules.of(getattr(options, "select", []), getattr(options, "ignore", []))
        return cls(settings, asked, terminal, datetime.date.today())

    def quiet(self, report: Report) -> Report:
        """The report without what is not wanted, and at the levels that are; verdicts stay as they are."""
        from checker.report.silence import OFF, at_levels, covers, without_hidden

        name = self._calls(report)
        levels = self._rules.over({rule: level for rule, (level, _) in self._settings.levels(name).items()})
        entries = [entry for entry in self._entries if covers(entry, name)]
        if not report.article.unavailable:
            self._asked |= set(entries)
        comments = self._comments(report)

        def hides(judgement: Judgement | None, finding: Finding) -> bool:
            by_entry = self._by_entry(entries, report, judgement, finding)
            by_comment = comments.hides(judgement, finding) if comments else False
            self._hidden += (by_entry or by_comment) and levels.get(finding.rule) != OFF
            return by_entry or by_comment

        if entries or comments:
            report = without_hidden(report, hides)
        if comments:
            self._tell_unused(report, comments)
        return at_levels(report, levels)

    def tell(self) -> None:
        """On standard error: how many findings were left out, and which entries could go."""
        if self._hidden:
            told = "1 finding is" if self._hidden == 1 else f"{self._hidden} findings are"
            self._terminal.complain(f"{told} not shown, as entries [[ignore]] or comments in the articles ask for")
        for entry in self._over:
            self._terminal.complain(
                f"{entry.where}: the entry for {entry.told()} is over since {entry.until}; look again"
            )
        for entry in self._entries:
            if entry in self._asked - self._used:
                self._terminal.complain(f"{entry.where}: no finding needs the entry for {entry.told()}; take it out")

    def _by_entry(
        self, entries: Sequence[Ignore], report: Report, judgement: Judgement | None, finding: Finding
    ) -> bool:
        from checker.report.silence import answers

        hiding = [entry for entry in entries if answers(entry, report, judgement, finding)]
        self._used |= set(hiding)
        return bool(hiding)

    def _calls(self, report: Report) -> str:
        """What an article is called in the settings: its address, or its path from the folder in which they lie."""
        article = report.article
        return self._settings.named(Path(article.path)) if article.path and article.path != "-" else article.name

    def _comments(self, report: Report) -> Silenced | None:
        """Of a file only: what comes from the web is not ours to be told by."""
        article = report.article
        if not article.path or article.path == "-" or not _may_ask(Path(article.path)):
            return None
        from checker.cli.explain import unknown_rule
        from checker.cli.output import source_of
        from checker.report.silence_comments import Comment, Silenced, Wrong, comments_in

        source, known = source_of(article), rule_names()
        made = comments_in(source or "", article.format, known, lambda rule: unknown_rule(rule, known))
        held = []
        for one in made:
            where = f"{article.path}:{one.line}: "
            if isinstance(one, Wrong):
                self._terminal.complain(f"{where}this comment leaves nothing out: {_for_comment(one.why)}")
            elif one.until and self._today > one.until:
                self._terminal.complain(f"{where}this comment is over since {one.until}; look again")
            else:
                held.append(one)
        comments = tuple(one for one in held if isinstance(one, Comment))
        return Silenced(report, source or "", comments) if comments else None

    def _tell_unused(self, report: Report, comments: Silenced) -> None:
        for one in comments.unused():
            rules = " or ".join(sorted(one.rules))
            self._terminal.complain(
                f"{report.article.path}:{one.line}: this comment leaves nothing out: no finding of {rules} stands "
                "in its paragraph; take it out"
            )


def _for_comment(why: str) -> str:
    return why if why.startswith("no rule") else f"it {why}"


def _may_ask(path: Path) -> bool:
    """A quick look before the file is decoded a second time."""
    try:
        return b"checker:" in path.read_bytes()
    except OSError:
        return False


class AskedRules(NamedTuple):
    """What the command line asks for: only the rules that are `selected` (None: all), and none that are `ignored`."""

    selected: frozenset[str] | None
    ignored: frozenset[str]

    @classmethod
    def of(cls, select: Sequence[str], ignore: Sequence[str]) -> AskedRules:
        """From the values of the options; raises UsageError for a name that no rule has."""
        return cls(
            _named("--select", select) if select else None, _named("--ignore", ignore) if ignore else frozenset()
        )

    def over(self, levels: Mapping[str, str]) -> Mapping[str, str]:
        """The levels of the settings with these on top: a rule that is selected is on."""
        if self.selected is None:
            return {**levels, **dict.fromkeys(self.ignored, "off")}
        kept = {rule: level for rule, level in levels.items() if not (rule in self.selected and level == "off")}
        return {**kept, **dict.fromkeys(self.ignored | (rule_names() - self.selected), "off")}


def _named(option: str, values: Sequence[str]) -> frozenset[str]:
    from checker.cli.explain import unknown_rule

    known = rule_names()
    names = [name.strip() for value in values for name in value.split(",")]
    for name in names:
        if name not in known:
            raise UsageError(f"{option}: {unknown_rule(name, known)}")
    return frozenset(names)
