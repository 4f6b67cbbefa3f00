"""Which original answers for a quotation: by a link, because it was handed over, by outlet and words, by outlet and date.

`docs/verdicts.md` has the table. An original that nothing ties is at hand: it may show another wording, never an absence.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice, takewhile
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

from checker.model import (
    Article,
    Attribution,
    Link,
    Original,
    QuotationKind,
    Reading,
    Source,
    Span,
    Tie,
    Tied,
)  # fmt: skip
from checker.outlets import Outlets
from checker.text.language import in_latin
from checker.text.late import late
from checker.text.names import name_words, plain
from checker.text.skeleton import skeletons

# Parameters that say where a reader came from and not which page it is.
_TRACKING = late(
    r"^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|ref_src|cmpid|ncid|smid|s_cid|icid|partner|rss|source)$", re.IGNORECASE
)
# The days in which an original counts as tied by its date (`docs/verdicts.md`).
_BEFORE, _AFTER = datetime.timedelta(days=7), datetime.timedelta(days=1)
# How much of an original is looked at for names: the matter of a page shows early.
_MATTER = 20_000


class Page(NamedTuple):
    """An original with what ties need: the addresses it is known under, and the outlet that published it.

    `names` are the names under which the outlet is known, small letters; the registry's and the page's own.
    """

    original: Original
    addresses: frozenset[str]
    names: frozenset[str]


class Wanted(NamedTuple):
    """What the article says about where a quotation is from.

    `pages` are tied by a link; `missing` are linked addresses that no original has. `cited` are the pages of the cited
    outlets, which words or a date may tie.
    """

    pages: tuple[Page, ...] = ()
    missing: tuple[str, ...] = ()
    cited: tuple[Page, ...] = ()
    first_hand: bool = False


def address(url: str) -> str:
    """An address as it is compared: without scheme, www, fragment, tracking and a slash at the end.

    >>> address("https://www.Example.org/a/?utm_source=x&id=7#top")
    'example.org/a?id=7'
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return url
    query = urlencode([(key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.match(key)])
    return f"{host}{parts.path.rstrip('/')}{'?' + query if query else ''}"


def page_of(original: Original, outlets: Outlets) -> Page:
    """Reads off an original what ties need."""
    found = {original.url} if original.url else set()
    capture = original.capture
    if capture is not None:
        found |= {capture.url, capture.final_url or capture.url, *capture.redirects}
    for page in original.following:
        if page.capture is not None:
            found |= {page.capture.url, page.capture.final_url or page.capture.url, *page.capture.redirects}
    metadata = original.article.metadata if original.article else None
    if metadata is not None and metadata.canonical and any(_host(metadata.canonical) == _host(url) for url in found):
        found.add(metadata.canonical)
    names = {outlet.name} if original.outlet_id and (outlet := outlets.by_id(original.outlet_id)) else set()
    if metadata is not None and metadata.publisher:
        names.add(metadata.publisher)
    return Page(original, frozenset(address(url) for url in found), frozenset(_outlet_name(name) for name in names))


def _host(url: str) -> str:
    return address(url).split("/")[0]


def _outlet_name(name: str) -> str:
    """ "The Sound Courier newspaper" and "Sound Courier" are one."""
    words = re.sub(r"[^\w\s]", "", plain(name)).split()
    if words[:1] == ["the"]:
        words = words[1:]
    if words[-1:] and words[-1] in ("newspaper", "paper", "magazine", "website"):
        words = words[:-1]
    return " ".join(words)


def publishes(page: Page, source: Source) -> bool:
    """Whether the page is of the outlet that a citation means."""
    if source.outlet_id is not None and page.original.outlet_id is not None:
        return source.outlet_id == page.original.outlet_id
    if page.original.outlet_id is not None and page.original.outlet_id in source.candidates:
        return True
    return not source.citation.unnamed and _outlet_name(source.name) in page.names


def wanted_of(
    article: Article, attribution: Attribution, reading: Reading, pages: Sequence[Page], outlets: Outlets
) -> Wanted:
    """What the article says of where one quotation is from."""
    sources = [credit.source for credit in attribution.credits]
    if sources and all(_is_own(article, source, outlets) for source in sources):
        return Wanted(first_hand=True)
    known: dict[str, Page] = {}
    for page in pages:
        for name in page.addresses:
            known.setdefault(name, page)
    tied: dict[str, Page] = {}
    missing: dict[str, str] = {}
    for url, sure in _links(article, attribution, reading, sources, outlets):
        linked = known.get(address(url))
        if linked is not None and (sure or _names_speaker(linked.original, attribution)):
            tied.setdefault(linked.original.id, linked)
        elif linked is None and sure:
            missing.setdefault(address(url), url)
    cited = () if tied or missing else tuple(p for p in pages if any(publishes(p, source) for source in sources))
    return Wanted(tuple(tied.values()), tuple(missing.values()), cited)


def linked_addresses(
    article: Article, attribution: Attribution, reading: Reading, outlets: Outlets
) -> tuple[tuple[str, bool], ...]:
    """The addresses of which one may hold the original of a quotation, and whether each surely is meant; first hand: none."""
    sources = [credit.source for credit in attribution.credits]
    if sources and all(_is_own(article, source, outlets) for source in sources):
        return ()
    return tuple(_links(article, attribution, reading, sources, outlets))


def _is_own(article: Article, source: Source, outlets: Outlets) -> bool:
    """Whether the outlet is the article's own publisher."""
    url = article.metadata.canonical or article.url
    outlet = outlets.by_url(url) if url else None
    if outlet is not None and source.outlet_id is not None:
        return outlet.id == source.outlet_id
    publisher = article.metadata.publisher
    return bool(publisher) and _outlet_name(publisher or "") == _outlet_name(source.name)


def _links(
    article: Article, attribution: Attribution, reading: Reading, sources: Sequence[Source], outlets: Outlets
) -> Iterator[tuple[str, bool]]:
    """The addresses that may lead to the original, and whether they surely mean it."""
    for source in sources:
        if url := source.url or source.citation.url:
            yield url, True
    quotation = attribution.quotation
    sentence = _sentence(reading, quotation.span)
    cited = {source.outlet_id for source in sources if source.outlet_id}
    near = [link for link in _links_within(article, sentence) if link.span.overlaps(sentence)]
    for link in near:
        inside = quotation.span.covers(link.span)
        credits = inside or _credits_words(article, link, quotation.cue) or _leads_to(link.url, cited, outlets)
        yield link.url, (credits and quotation.kind is not QuotationKind.TERM) or inside
    if cited:
        for link in _links_within(article, Span(0, len(article.text))):
            if link not in near and _leads_to(link.url, cited, outlets) and _fits(article, link, attribution):
                yield link.url, False


def _links_within(article: Article, span: Span) -> Iterator[Link]:
    """The links of the blocks that a stretch touches, in reading order."""
    first = max(0, bisect_right(article.blocks, span.start, key=lambda block: block.span.start) - 1)
    for block in islice(article.blocks, first, None):
        if block.span.start >= span.end:
            break
        if block.main:
            yield from block.links


def _sentence(reading: Reading, span: Span) -> Span:
    """The sentence (or sentences) that a stretch touches; sentences ascend."""
    first = bisect_right(reading.sentences, span.start, key=lambda sentence: sentence.end)
    touched = list(takewhile(lambda sentence: sentence.start < span.end, islice(reading.sentences, first, None)))
    return Span(touched[0].start, max(touched[-1].end, span.end)) if touched else span


@cache
def _crediting() -> re.Pattern[str]:
    """Link words that say where words are from, and are not about a person or a matter."""
    return re.compile(
        r"\b(?:said|says|saying|told|wrote|writes|tweeted|posted|stated|according|reported|interview\w*|statement|speech|remarks|letter|"
        r"transcript\w*|hearing|press\s+release|news\s+conference|address|testimony|report|story|article|column|op-ed|memo|e-?mail|post)\b",
        re.IGNORECASE,
    )


@cache
def _credited_after() -> re.Pattern[str]:
    return re.compile(
        r"^\W{0,3}(?:\w+\s+)?(?:said|says|reported|reports|noted|notes|wrote|writes|quoted|quotes|put\s+it)\b"
    )


@cache
def _credited_before() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:according\s+to|told|quoted\s+(?:by|in)|reported\s+(?:by|in)|writing\s+in|via)\s+(?:the\s+)?$",
        re.IGNORECASE,
    )


def _credits_words(article: Article, link: Link, cue: Span | None) -> bool:
    """Whether the link says where the words are from: by its own words, or as what "reported" or "according to" names."""
    text, span = article.text, link.span
    if (cue is not None and span.overlaps(cue)) or _crediting().search(span.of(text)):
        return True
    before, after = text[max(0, span.start - 30) : span.start], text[span.end : span.end + 30]
    return bool(_credited_before().search(before) or _credited_after().search(after))


def _leads_to(url: str, cited: Collection[str], outlets: Outlets) -> bool:
    outlet = outlets.by_url(url) if cited else None
    return outlet is not None and outlet.id in cited


def _fits(article: Article, link: Link, attribution: Attribution) -> bool:
    """Whether the words or the address of a link elsewhere in the article name the speaker."""
    surname = _surname(attribution)
    return surname is not None and surname in plain(link.span.of(article.text) + " " + link.url)


def _surname(attribution: Attribution) -> str | None:
    words = name_words(attribution.speaker.name) if attribution.speaker else ()
    return plain(words[-1]) if words else None


def _names_speaker(original: Original, attribution: Attribution) -> bool:
    surname = _surname(attribution)
    return surname is not None and surname in plain(original.text)


def ties_of(
    article: Article,
    attribution: Attribution,
    reading: Reading,
    wanted: Wanted,
    given: Mapping[str, bool],
    answering: Collection[str],
) -> tuple[Tied, ...]:
    """The originals that answer for the quotation, strongest tie first, each once.

    `given` has the ids of those that were handed over, and whether they would have to have the words; `answering` the ids
    of those that do have them. Linked pages that could not be had are no part of this.
    """
    found = [Tied(page.original.id, Tie.LINK) for page in wanted.pages]
    found += [Tied(name, Tie.GIVEN) for name, must in given.items() if must or name in answering]
    if not any(tied.tie is Tie.LINK for tied in found) and not wanted.missing:
        words = [Tied(page.original.id, Tie.WORDS) for page in wanted.cited if page.original.id in answering]
        found += words or [
            Tied(page.original.id, Tie.DATE) for page in wanted.cited if _by_date(article, attribution, reading, page)
        ]
    kept: dict[str, Tied] = {}
    for tied in found:
        kept.setdefault(tied.original, tied)
    return tuple(kept.values())


def _by_date(article: Article, attribution: Attribution, reading: Reading, page: Page) -> bool:
    original = page.original
    return (
        original.article is not None
        and original.article.unavailable is None
        and _in_time(article, attribution, reading, original)
        and _same_matter(article, attribution, reading, original)
    )


def _in_time(article: Article, attribution: Attribution, reading: Reading, original: Original) -> bool:
    published = _day(original.published)
    if published is None:
        return False
    written = _day(article.metadata.published)
    if written is not None and written - _BEFORE <= published <= written + _AFTER:
        return True
    year = str(published.year)
    if written is not None and written.year == published.year:
        return False
    return any(year in sentence.of(article.text) for sentence in _citing(attribution, reading))


def _day(date: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat((date or "")[:10])
    except ValueError:
        return None


def _citing(attribution: Attribution, reading: Reading) -> Iterator[Span]:
    """The sentences of the quotation and of its citations."""
    yield _sentence(reading, attribution.quotation.span)
    for credit in attribution.credits:
        yield _sentence(reading, credit.source.citation.span)


def _same_matter(article: Article, attribution: Attribution, reading: Reading, original: Original) -> bool:
    """Whether the page names the speaker or two of the names around; across scripts one name or number is enough."""
    around = " ".join(sentence.of(article.text) for sentence in _citing(attribution, reading))
    text = original.text[:_MATTER]
    surname = _surname(attribution)
    if surname is not None and surname in plain(text):
        return True
    names = {plain(word) for word in re.findall(r"\b[^\W\d_a-z][\w’'-]{3,}", around)}
    words = {plain(word) for word in re.findall(r"[^\W\d_][\w’'-]{3,}", text)}
    if len(names & words) >= 2:
        return True
    if in_latin(text):
        return False
    people = skeletons(attribution.speaker.name if attribution.speaker else around)
    numbers = set(re.findall(r"\d{2,}", around)) & set(re.findall(r"\d{2,}", text))
    return bool(people & skeletons(text)) or bool(numbers)
