"""The name says one outlet, the link on it leads to another site.

    <a href="https://www.dailymail.co.uk/…">Reuters</a> reported …

Often the words were found second-hand at the other site. No finding where the two belong together (a parent, a sister), where
the link leads to a web archive's copy, to a shortened address, or to a place where anybody posts.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from checker.judge.known import Known
from checker.judge.rule import Said
from checker.model import Article, Evidence, Level, Reading
from checker.outlets import Outlet

NAME, LEVEL = "link-elsewhere", Level.NOTE

# Behind these stands any site at all.
_SHORTENERS = frozenset(
    "t.co bit.ly ow.ly tinyurl.com goo.gl dlvr.it trib.al is.gd buff.ly lnkd.in fb.me youtu.be t.me apple.news".split()
)
_ANYBODY = frozenset({"platform", "aggregator"})


def check(article: Article, reading: Reading, known: Known) -> Iterator[Said]:
    """Every citation whose own words are a link, in reading order; each pair of name and site once."""
    seen = set()
    for source in reading.sources:
        citation = source.citation
        cited = known.outlets.by_id(source.outlet_id) if source.outlet_id else None
        if cited is None or citation.by_link or not citation.url:
            continue
        host = _host(citation.url)
        there = known.outlets.by_url(citation.url)
        if not host or host in _SHORTENERS or _belongs(host, cited) or (there and _related(there, cited)):
            continue
        if there is None and (_is_archive(host) or _has_the_name(host, source.name)):
            continue
        if (cited.id, host) in seen:
            continue
        seen.add((cited.id, host))
        where = f"{there.name} ({host})" if there else host
        name = citation.span.of(article.text)
        yield Said(
            f"“{name}” is named, and the link on it leads to {where}", (Evidence("article", citation.span, name),)
        )


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _belongs(host: str, outlet: Outlet) -> bool:
    """Whether the host is one of the outlet's, or below one ("graphics.reuters.com")."""
    domains = {domain.partition("/")[0] for domain in outlet.domains}
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)


def _has_the_name(host: str, name: str) -> bool:
    """An unknown site with the letters of the name is the outlet's own, or a namesake's: the registry does not decide that."""
    letters = "".join(char for char in name.casefold().removeprefix("the ") if char.isalnum())
    return letters in host.replace("-", "").replace(".", "")


def _related(there: Outlet, cited: Outlet) -> bool:
    ties = {there.id, there.parent.partition(":")[2]} & {cited.id, cited.parent.partition(":")[2]}
    return bool(ties - {""}) or there.type in _ANYBODY


def _is_archive(host: str) -> bool:
    return host.startswith(("archive.", "web.archive.", "webcache.")) or host == "perma.cc"
