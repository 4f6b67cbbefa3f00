"""`checker show`: what one stage saw, to see where a surprising verdict comes from."""

from __future__ import annotations

import argparse
from typing import Any

from checker.cli import report_bug
from checker.cli.articles import open_article
from checker.cli.credibility import Credibility
from checker.cli.status import Status, combined
from checker.cli.terminal import Terminal
from checker.errors import CheckerError
from checker.model import Article, Finding, Reading
from checker.report import jsonform
from checker.report.jsontext import array_end, array_item, json_text

STAGES = ("blocks", "quotations", "citations", "attributions")

_EPILOG = """\
  blocks        the text as it was read: paragraphs, headings, captions, links
  quotations    what stands in marks, its kind, the speaker and the cue as written
  citations     where the article credits an outlet, and which one is meant
  attributions  quotations with speaker and outlets, citations, and findings about the article
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only for the parser of this command."""
    parser.epilog = _EPILOG
    parser.add_argument("stage", choices=STAGES, help="what to show")
    parser.add_argument("paths", nargs="+", metavar="PATH", help="an article; - is standard input")
    parser.add_argument("--format", choices=("text", "json", "jsonl"), default="text", help="default: text")
    parser.add_argument("--with-text", action="store_true", help="put the article's text into the JSON")


def run(options: argparse.Namespace, terminal: Terminal) -> Status:
    """Every article is shown as it comes, whatever became of the one before."""
    statuses = [Status.CLEAN]
    known = Credibility.of(options, options.paths[0])
    is_array = options.format == "json" and len(options.paths) > 1
    is_lines = options.format == "jsonl"
    shown = 0
    for path in options.paths:
        try:
            article = open_article(path)
            reading, findings = _read(article, options.stage, known)
            if options.format == "text":
                text = _text(options.stage, article, reading, findings, terminal)
            else:
                form = _form(options, article, reading, findings)
                text = array_item(form, first=not shown) if is_array else json_text(form, one_line=is_lines)
        except CheckerError as error:
            terminal.complain(str(error))
            statuses.append(Status.MISUSE)
        except Exception as error:  # one article must not stop the others
            statuses.append(report_bug(error, terminal))
        else:
            terminal.print(text)
            shown += 1
    if is_array:
        terminal.print(array_end(shown))
    return combined(statuses)


def _read(article: Article, stage: str, known: Credibility) -> tuple[Reading, tuple[Finding, ...]]:
    """No more than the stage needs."""
    if stage == "blocks":
        return Reading(), ()
    from checker.pipeline import article_findings, read_reading

    reading = read_reading(article, known.outlets)
    return reading, article_findings(article, reading) if stage == "attributions" else ()


def _form(
    options: argparse.Namespace, article: Article, reading: Reading, findings: tuple[Finding, ...]
) -> dict[str, Any]:
    form = {"article": jsonform.article_form(article, with_text=options.with_text)}
    form |= jsonform.unavailable_form(article)
    if options.stage == "blocks":
        return form | {"blocks": [jsonform.block_form(block, article) for block in article.blocks]}
    quotations = [jsonform.quotation_form(attribution, article) for attribution in reading.attributions]
    citations = [jsonform.citation_form(source, article) for source in reading.sources]
    if options.stage == "quotations":
        return form | {"quotations": quotations}
    if options.stage == "citations":
        return form | {"citations": citations}
    told = [jsonform.finding_form(finding) for finding in findings]
    return form | {"quotations": quotations, "citations": citations, "findings": told}


def _text(stage: str, article: Article, reading: Reading, findings: tuple[Finding, ...], terminal: Terminal) -> str:
    from checker.report import listing
    from checker.report.layout import Ink, Page, piece

    page = Page(width=terminal.width, colour=terminal.colour)
    page.write([piece(article.name, Ink.STRONG)])
    if article.unavailable:
        page.write([piece(f"could not be read: {article.unavailable.message}", Ink.UNCHECKED)])
    if stage == "blocks":
        listing.list_blocks(page, article, article.blocks)
    if stage in ("quotations", "attributions"):
        listing.list_quotations(page, article, reading.attributions, credits=stage == "attributions")
    if stage in ("citations", "attributions"):
        listing.list_citations(page, article, reading.sources)
    listing.list_findings(page, findings)
    return page.text()
