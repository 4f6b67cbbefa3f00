"""Markdown for a job's summary or a comment on a pull request: what needs a decision, both lines, the rest counted.

All foreign text passes `safe`, so that a page can put in no link, no picture, no markup, no mention and no reference.
"""

from __future__ import annotations

import re

from checker.model import Finding, Judgement, Original, Passage, Report, Verdict
from checker.report import wording
from checker.report.fragment import passage_link
from checker.report.layout import CHANGED_CLOSE, CHANGED_OPEN, Ink, Piece
from checker.report.lines import NORMAL, article_line, original_line, places
from checker.report.signs import MEANINGS, NOT_CHECKED, SIGNS, urgency
from checker.text.escape import for_terminal

_MARKUP = re.compile(r"[\\`*_{}\[\]()#+.!|~^=:-]")
# A space that nobody sees keeps a name from being called and an address or a number from being linked.
_APART = "&#8203;"


class MarkdownReport:
    """An article after the other."""

    def start(self) -> str:
        """Nothing stands before the first article."""
        return ""

    def report(self, report: Report) -> str:
        """One article: the counts, what needs a decision, and the rest folded away."""
        article = report.article
        title = f"“{safe(article.metadata.title)}” · " if article.metadata.title else ""
        lines = [f"### {title}{_code(article.name)}", ""]
        if article.unavailable:
            return "\n".join([*lines, f"Could not be read: {safe(article.unavailable.message)}", "", ""])
        warning = wording.on_reconstructions(report.originals)
        if warning:
            lines += [f"> Mind: {warning}.", ""]
        lines += [*_table(report), ""]
        ordered = sorted(report.judgements, key=urgency)
        open_ones = [one for one in ordered if _asks(one)]
        for one in open_ones:
            lines += _full(report, one)
        quiet = [one for one in ordered if not _asks(one)]
        if quiet:
            lines += [f"<details><summary>{wording.counted(len(quiet), 'quotation')} without a remark</summary>", ""]
            lines += [*(_short(report, one) for one in quiet), "", "</details>", ""]
        if report.findings:
            lines += ["**About the article**", "", *(_finding(finding) for finding in report.findings), ""]
        return "\n".join([*lines, ""])

    def end(self) -> str:
        """Nothing stands behind the last."""
        return ""


def safe(text: str) -> str:
    r"""Foreign text on one line, every sign of Markdown and HTML taken literally.

    >>> safe("[a](javascript:b) @team #12 <b>")
    '\\[a\\]\\(javascript\\:b\\) @&#8203;team \\#&#8203;12 &lt;b&gt;'
    """
    text = re.sub(r"\s+", " ", for_terminal(text))
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("$", "<span>$</span>")
    text = _MARKUP.sub(lambda found: f"\\{found[0]}", text)
    return re.sub(r"(?<=[@#])(?=\w)|(?<=\\:)(?=//)|(?<=www)(?=\\\.)|(?<=GH)(?=\\-)", _APART, text, flags=re.IGNORECASE)


def _asks(judgement: Judgement) -> bool:
    return judgement.verdict in NOT_CHECKED or any(finding.level.rank for finding in judgement.findings)


def _table(report: Report) -> list[str]:
    counts = report.counts()
    found = [verdict for verdict in wording.VERDICT_ORDER if counts[verdict]]
    if not found:
        return ["No quotations were found."]
    rows = [f"| {SIGNS[one][0]} {one.value} | {counts[one]} | The quotation {MEANINGS[one]}. |" for one in found]
    return ["| verdict | quotations | |", "|---|---:|---|", *rows]


def _full(report: Report, judgement: Judgement) -> list[str]:
    originals = {original.id: original for original in report.originals}
    deciding = [one for one in places(judgement.passages) if one.original in originals]
    printed = article_line(report, judgement, deciding, NORMAL)
    lines = [_headline(report, judgement), "", f"> **article** {_marked(printed)}"]
    for passage in deciding:
        label = wording.passage_label(
            passage, tied=any(t.tie for t in judgement.originals if t.original == passage.original)
        )
        said = original_line(originals[passage.original].text, passage, judgement.verdict, NORMAL)
        lines += [">", f"> **{label}** {_marked(said)}"]
    lines += ["", *(_finding(finding) for finding in judgement.findings)]
    if deciding:
        lines.append(f"- {_origin(report, judgement, originals[deciding[0].original], deciding[0])}")
    if judgement.verdict is Verdict.UNAVAILABLE and not any(one.tie for one in judgement.originals):
        lines.append(f"- to look for: {safe(wording.search_words(judgement.attribution, report.article))}")
    return [*lines, ""]


def _short(report: Report, judgement: Judgement) -> str:
    words = article_line(report, judgement, places(judgement.passages), NORMAL)
    return f"- {_headline(report, judgement)}: {_marked(words)}"


def _headline(report: Report, judgement: Judgement) -> str:
    attribution, article = judgement.attribution, report.article
    place = safe(wording.place(article, attribution.quotation.span.start))
    who = safe(wording.who(attribution, article))
    return f"{SIGNS[judgement.verdict][0]} **{judgement.verdict.value}** {place}{' · ' if place else ''}{who}"


def _finding(finding: Finding) -> str:
    return f"- {finding.level.value} `{finding.rule}`: {safe(finding.message)}"


def _origin(report: Report, judgement: Judgement, original: Original, passage: Passage) -> str:
    tie = next((one.tie for one in judgement.originals if one.original == original.id), None)
    told = safe(wording.origin(original, tie, article_language=report.article.metadata.language, passage=passage))
    link = passage_link(passage, original)
    return f"{told} · [the passage](<{re.sub(r'[<>]', _encoded, link)}>)" if link else told


def _encoded(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"


def _marked(pieces: list[Piece]) -> str:
    """The line, with the changed words in brackets and bold (as an element: stars do not work in the middle of a word)."""
    return "".join(
        f"<b>{CHANGED_OPEN}{safe(text)}{CHANGED_CLOSE}</b>" if ink is Ink.CHANGED else safe(text)
        for text, ink in pieces
    )


def _code(text: str) -> str:
    """A file's name in code; a backtick can't stand in it."""
    return f"`{' '.join(for_terminal(text).split()).replace('`', 'ˋ') or ' '}`"
