"""The short phrases of the text report: where, who, which original, what ties it, on which day."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from checker.model import (
    Article,
    Attribution,
    Basis,
    BlockKind,
    Capture,
    Credit,
    Original,
    Passage,
    QuotationKind,
    Span,
    Tie,
    Verdict,
)
from checker.report.layout import GLUE
from checker.text.language import language_name

_MONTHS = "January February March April May June July August September October November December".split()

# A search engine finds a sentence by so many words; more only miss a page that prints them a little otherwise.
_SEARCH_WORDS = 8

# What a reader does not count when told "paragraph 3".
_NO_PARAGRAPHS = {BlockKind.HEADING, BlockKind.BYLINE, BlockKind.CAPTION, BlockKind.OTHER}

TIES = {
    Tie.LINK: "tied by a link",
    Tie.GIVEN: "handed over as the original",
    Tie.WORDS: "tied by outlet and words",
    Tie.DATE: "tied by outlet and date",
    None: "at hand, not tied",
}

BASES = {
    Basis.SAME_SENTENCE: "same sentence",
    Basis.LINK: "by a link",
    Basis.PARENTHESIS: "in a parenthesis",
}

# The order of counts in a line: what needs a decision first (`docs/verdicts.md` has the meaning of each).
VERDICT_ORDER = (
    Verdict.DISTORTED,
    Verdict.MISATTRIBUTED,
    Verdict.ALTERED,
    Verdict.ABSENT,
    Verdict.UNAVAILABLE,
    Verdict.AMBIGUOUS,
    Verdict.TRANSLATED,
    Verdict.MARKED,
    Verdict.STYLED,
    Verdict.VERBATIM,
    Verdict.UNCITED,
)


def counted(number: int, noun: str) -> str:
    """
    >>> counted(1, "quotation"), counted(3, "quotation")
    ('1 quotation', '3 quotations')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def listed(items: list[str]) -> str:
    """
    >>> listed(["a"]), listed(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def day(date: str) -> str:
    r"""An ISO date as people write it, never broken over two lines; what is no such date stays as it is.

    >>> day("2020-07-08T11:30:00+04:30"), day("2012-08"), day("spring")
    ('8\xa0July\xa02020', 'August\xa02012', 'spring')
    """
    year, month, of_month = ([*date[:10].split("-"), "", ""])[:3]
    if not (len(year) == 4 and year.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12):
        return date
    name = f"{_MONTHS[int(month) - 1]}{GLUE}{year}"
    return f"{int(of_month)}{GLUE}{name}" if of_month.isdecimal() else name


def moment(time: str) -> str:
    r"""A capture's time, always UTC.

    >>> moment("2026-03-04T08:12:55Z")
    '4\xa0March\xa02026, 08:12\xa0UTC'
    """
    clock = time[11:16]
    return f"{day(time)}, {clock}{GLUE}UTC" if re.fullmatch(r"\d\d:\d\d", clock) else day(time)


def host(url: str) -> str:
    """
    >>> host("https://www.jpost.com/middle-east")
    'jpost.com'
    """
    try:
        return (urlsplit(url).hostname or url).removeprefix("www.")
    except ValueError:  # an unbalanced "[" in an address that a page made up
        return url


def place(article: Article, position: int) -> str:
    """The line of a plain text, the page of a PDF, else the number of the paragraph among those of the article's prose."""
    found = article.line_and_column(position)
    if found:
        return f"line{GLUE}{found[0]}"
    if article.pages:
        return on_pages(article.pages_of(Span(position, position + 1)))
    before = (block for block in article.blocks if block.main and block.span.start <= position)
    number = sum(block.kind not in _NO_PARAGRAPHS for block in before)
    return f"paragraph{GLUE}{number}" if number else ""


def on_pages(pages: Sequence[int]) -> str:
    r"""The page of a passage, and the last one where it runs over the end of a page; empty where there are no pages.

    >>> on_pages((3,)), on_pages((3, 4)), on_pages(())
    ('page\xa03', 'pages\xa03–4', '')
    """
    numbers = "–".join(str(page) for page in pages)
    return f"page{'s' if len(pages) > 1 else ''}{GLUE}{numbers}" if pages else ""


def who(attribution: Attribution, article: Article) -> str:
    """Who is credited, and with what outlet on what basis: "Ali Ayyoub, cited to Reuters (same sentence)"."""
    quotation = attribution.quotation
    written = quotation.speaker.of(article.text) if quotation.speaker else None
    name = attribution.speaker.name if attribution.speaker else written
    if name and written and written.casefold() not in name.casefold() and name.casefold() not in written.casefold():
        name = f"{name} (“{written}”)"
    what = "a term" if quotation.kind is QuotationKind.TERM else "no speaker named"
    outlets = [_credit(credit, article) for credit in attribution.credits]
    said = f"a term of {name}" if name and quotation.kind is QuotationKind.TERM else name or what
    return f"{said}, cited to {listed(outlets)}" if outlets else said


def _credit(credit: Credit, article: Article) -> str:
    if credit.basis is Basis.CARRIED_OVER:
        where = place(article, credit.source.citation.span.start)
        return f"{credit.source.name} (carried over from {where})" if where else f"{credit.source.name} (carried over)"
    return f"{credit.source.name} ({BASES[credit.basis]})"


def origin(original: Original, tie: Tie | None, *, article_language: str | None, passage: Passage | None = None) -> str:
    """What an original is, on which page of it a passage stands, what ties it to the quotation, when it was captured."""
    facts = [", ".join(about(original, article_language=article_language, passage=passage)), TIES[tie]]
    if original.capture:
        facts.append(taken(original.capture))
    return " · ".join(facts)


def about(original: Original, *, article_language: str | None, passage: Passage | None = None) -> list[str]:
    """Who published it, its title, its day, the page, and its language where it is another one than the article's."""
    parts = [published_by(original)]
    title = original.article.metadata.title if original.article else None
    if title:
        parts.append(f"“{title}”")
    if original.published:
        parts.append(day(original.published))
    if original.language and original.language.split("-")[0] != (article_language or "en").split("-")[0]:
        parts.append(f"in {language_name(original.language)}")
    if passage and passage.pages:
        parts.append(on_pages(passage.pages))
    if passage and passage.time:
        parts.append(f"update of {day(passage.time)}, {passage.time[11:16]}".removesuffix(", "))
    return parts


def short_origin(original: Original, tie: Tie | None, passage: Passage | None = None) -> str:
    """The same on one line: without the title and the time of day."""
    published = (passage.time if passage else None) or original.published or ""
    facts = [day(published) if published else "", on_pages(passage.pages if passage else ())]
    parts = [", ".join([published_by(original), *filter(None, facts)]), TIES[tie]]
    if original.capture and original.capture.reconstruction:
        parts.append("a reconstruction")
    elif original.capture and original.capture.fetched_at:
        parts.append(f"captured {day(original.capture.fetched_at)}")
    return " · ".join(parts)


def called(original: Original) -> str:
    """What a reader knows an original by: its outlet, else its publisher, else the host of its address or its file."""
    publisher = original.outlet or (original.article.metadata.publisher if original.article else None)
    url = original.capture.url if original.capture else original.url
    return publisher or (host(url) if url else original.path or original.id)


def published_by(original: Original) -> str:
    """The same with the host beside it: "Mehr News Agency (en.mehrnews.com)"."""
    publisher = original.outlet or (original.article.metadata.publisher if original.article else None)
    url = original.capture.url if original.capture else original.url
    name = host(url) if url else original.path or original.id
    return f"{publisher} ({name})" if publisher and publisher.casefold() != name.casefold() else name


def taken(capture: Capture) -> str:
    if capture.reconstruction:
        return f"a reconstruction, written on {day(capture.written_on)}" if capture.written_on else "a reconstruction"
    if capture.archive:
        return f"captured {moment(capture.fetched_at or '')} by {capture.archive}"
    return f"captured {moment(capture.fetched_at)}" if capture.fetched_at else "captured at an unknown time"


def passage_label(passage: Passage, *, tied: bool) -> str:
    """What the line of a passage is: the answer, what comes nearest (by its words or by what it means), or a find elsewhere."""
    if not passage.answers:
        return "in meaning" if passage.by_meaning else "nearest"
    return "original" if tied else "elsewhere"


def on_reconstructions(originals: Sequence[Original]) -> str:
    """What a reader must know of a report that rests on texts written afterwards; empty for one that does not."""
    read = [original for original in originals if original.article]
    number = sum(bool(original.capture and original.capture.reconstruction) for original in read)
    if not number:
        return ""
    which = "every original" if number == len(read) else f"{number} of the {len(read)} originals"
    is_one = "is a reconstruction" if number in (1, len(read)) else "are reconstructions"
    return f"{which} shown {is_one}, written from the record afterwards: no proof of what was published"


def search_words(attribution: Attribution, article: Article) -> str:
    """What to type into a search engine where nothing of the outlet was linked or at hand."""
    words = attribution.quotation.words(article.text).split()[:_SEARCH_WORDS]
    outlets = " ".join(dict.fromkeys(credit.source.name for credit in attribution.credits[:1]))
    published = article.metadata.published
    try:
        last = datetime.date.fromisoformat((published or "")[:10])
    except ValueError:
        return f'"{" ".join(words)}" {outlets}'
    # The days in which an original counts as tied by its date (`docs/verdicts.md`).
    first, last = last - datetime.timedelta(days=7), last + datetime.timedelta(days=1)
    return f'"{" ".join(words)}" {outlets}, {day(first.isoformat())} to {day(last.isoformat())}'


def counts(verdicts: Counter[Verdict]) -> str:
    """
    >>> counts(Counter({Verdict.VERBATIM: 3, Verdict.ALTERED: 1})), counts(Counter())
    ('4 quotations: 1 altered, 3 verbatim', 'no quotations')
    """
    if not verdicts:
        return "no quotations"
    each = ", ".join(f"{verdicts[verdict]} {verdict}" for verdict in VERDICT_ORDER if verdicts[verdict])
    return f"{counted(verdicts.total(), 'quotation')}: {each}"
