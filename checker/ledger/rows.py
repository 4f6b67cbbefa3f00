"""A report as rows of the ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from checker.model import Article, Judgement, Original, Report, Tie, Verdict
from checker.outlets import Outlets
from checker.outlets.record import CHECKED

# Enough to find the place again; the ledger is no copy of the article.
_WORDS_KEPT = 200


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """`key` is the same whenever the same article is checked again."""

    key: str
    name: str
    title: str
    publisher: str
    publisher_name: str
    published: str
    sha256: str


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """`counted`: it had a clear answer in an original that is no reconstruction. `credits` pairs each cited outlet with
    its name and with whether one of its own originals was looked through."""

    id: str
    words: str
    verdict: str
    rules: str
    original: str
    counted: bool
    reconstruction: bool
    credits: tuple[tuple[str, str, bool], ...]


def article_row(article: Article, outlets: Outlets) -> ArticleRow:
    """Which article it is, and who published it; an unknown publisher keeps the name that the page gives."""
    metadata = article.metadata
    publisher = outlets.publisher_of(article)
    return ArticleRow(
        key=_key(article),
        name=article.name,
        title=metadata.title or "",
        publisher=publisher.id if publisher else (metadata.publisher or ""),
        publisher_name=publisher.name if publisher else (metadata.publisher or ""),
        published=metadata.published or "",
        sha256=_sha256(article.text),
    )


def _key(article: Article) -> str:
    """The address that the page calls its own, else where it came from, else its text.

    A canonical address without a path is some site's front page and stands in many articles.
    """
    canonical = article.metadata.canonical or ""
    try:
        path = urlsplit(canonical).path
    except ValueError:
        path = ""
    if path.strip("/"):
        return canonical
    if article.url:
        return article.url
    if article.path and article.path != "-":
        return Path(article.path).absolute().as_posix()
    return f"sha256:{_sha256(article.text)}"


def quotation_rows(report: Report) -> Iterator[QuotationRow]:
    """One a judgement, in reading order."""
    originals = {original.id: original for original in report.originals}
    for judgement in report.judgements:
        quotation = judgement.attribution.quotation
        deciding = _deciding(judgement, originals)
        made_up = any(_is_reconstruction(one) for one in _looked_at(judgement, originals))
        yield QuotationRow(
            id=quotation.id,
            words=quotation.words(report.article.text)[:_WORDS_KEPT],
            verdict=judgement.verdict.value,
            rules=" ".join(sorted({finding.rule for finding in judgement.findings})),
            original=_digest(deciding) if deciding else "",
            counted=judgement.verdict in CHECKED and not made_up and _is_clear(judgement),
            reconstruction=made_up,
            credits=tuple(_credits(judgement, originals)),
        )


def _looked_at(judgement: Judgement, originals: Mapping[str, Original]) -> list[Original]:
    """What the verdict rests on: the original that answers, else every tied one."""
    deciding = _deciding(judgement, originals)
    if judgement.verdict is not Verdict.ABSENT and deciding:
        return [deciding]
    return [originals[one.original] for one in judgement.originals if one.tie and one.original in originals]


def _deciding(judgement: Judgement, originals: Mapping[str, Original]) -> Original | None:
    named = [passage.original for passage in judgement.passages[:1]]
    named += [one.original for one in judgement.originals if one.tie]
    return next((originals[one] for one in named if one in originals), None)


def _is_clear(judgement: Judgement) -> bool:
    """A page of the right day that does not have the words may simply be another page."""
    ties = {one.tie for one in judgement.originals if one.tie}
    return judgement.verdict is not Verdict.ABSENT or ties != {Tie.DATE}


def _is_reconstruction(original: Original) -> bool:
    return bool(original.capture and original.capture.reconstruction)


def _credits(judgement: Judgement, originals: Mapping[str, Original]) -> Iterator[tuple[str, str, bool]]:
    """Every outlet that the quotation leans on, once, the likeliest first."""
    own = {one.outlet_id for one in _looked_at(judgement, originals) if one.article is not None}
    seen = set()
    for credit in judgement.attribution.credits:
        outlet = credit.source.outlet_id or credit.source.name
        if outlet not in seen:
            seen.add(outlet)
            yield outlet, credit.source.name, credit.source.outlet_id in own and credit.source.outlet_id is not None


def _digest(original: Original) -> str:
    return original.capture.sha256 if original.capture else _sha256(original.text)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
