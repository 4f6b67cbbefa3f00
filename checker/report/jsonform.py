"""The nouns as JSON values: the field names that other programs rely on (`docs/cli.md` lists them).

A position is a pair of code points into the text named, end exclusive. Every field is always there; what is not known
is null. Only `text` of an article (`--with-text`) and what a command adds come and go.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from checker.model import (
    Article,
    Attribution,
    Block,
    Credit,
    Edit,
    Finding,
    Judgement,
    Level,
    Original,
    Passage,
    Report,
    Source,
    Span,
    Verdict,
)

if TYPE_CHECKING:
    from checker.report.profile_cited import CitedOutlet

SCHEMA = "checker-report/1"

# Hypothesis keeps as many characters on either side of a TextQuoteSelector; a repeated sentence needs no more.
_SELECTOR_CONTEXT = 32

Json = dict[str, Any]


def check_form(report: Report, *, with_text: bool = False, cited: Sequence[CitedOutlet] = ()) -> Json:
    """What `check` prints for one article; `cited` are the profiles of its outlets, where somebody looked."""
    texts = {original.id: original.text for original in report.originals}
    form: Json = {"schema": SCHEMA, "article": article_form(report.article, with_text=with_text)}
    if report.article.unavailable:
        form["unavailable"] = _unavailable_form(report.article)
    form["quotations"] = [
        quotation_form(judgement.attribution, report.article) | judgement_form(judgement, report.article, texts)
        for judgement in report.judgements
    ]
    form["citations"] = [citation_form(source, report.article) for source in report.reading.sources]
    form["originals"] = [original_form(original) for original in report.originals]
    profiles = {one.key: one.form() for one in cited}
    form["outlets"] = [
        one | profiles.get(one["outlet_id"] or one["name"], {})
        for one in outlets_form(report.reading.sources, report.article)
    ]
    form["findings"] = [finding_form(finding) for finding in report.findings]
    form["summary"] = summary_form(report)
    return form


def compare_form(identity: object, judgement: Judgement, quotation: str, texts: Mapping[str, str]) -> Json:
    """One line of `compare`: `identity` is the id that came in, `texts` the originals' texts by what names them."""
    return {
        "id": identity,
        "verdict": judgement.verdict.value,
        "findings": [finding_form(finding) for finding in judgement.findings],
        "passages": [
            passage_form(passage, texts.get(passage.original, ""), quotation) for passage in judgement.passages
        ],
    }


def article_form(article: Article, *, with_text: bool = False) -> Json:
    """Where it came from, what it says about itself, and with `with_text` the text that all positions index."""
    metadata = article.metadata
    form: Json = {"url": article.url} if article.url and not article.path else {"path": article.path}
    form |= {
        "title": metadata.title,
        "publisher": metadata.publisher,
        "author": metadata.author,
        "published": metadata.published,
        "modified": metadata.modified,
        "language": metadata.language,
        "canonical": metadata.canonical,
    }
    return form | {"text": article.text} if with_text else form


def unavailable_form(article: Article) -> Json:
    """`{"unavailable": …}` for a page that could not be read, else nothing to add."""
    return {"unavailable": _unavailable_form(article)} if article.unavailable else {}


def _unavailable_form(article: Article) -> Json:
    assert article.unavailable is not None
    return {"reason": article.unavailable.reason.value, "message": article.unavailable.message}


def block_form(block: Block, article: Article) -> Json:
    """A block with its links; all positions are in the article's text."""
    return {
        **_place(block.span, article.text),
        "kind": block.kind.value,
        "main": block.main,
        "links": [{**_place(link.span, article.text), "url": link.url} for link in block.links],
    }


def quotation_form(attribution: Attribution, article: Article) -> Json:
    """A quotation as the article has it: where it stands, who is credited, which outlets it leans on."""
    quotation = attribution.quotation
    form: Json = {
        "id": quotation.id,
        **_place(quotation.span, article.text),
        "kind": quotation.kind.value,
        "partial": quotation.partial,
        "elided": quotation.elided,
    }
    if len(quotation.parts) > 1:
        form["parts"] = [{"start": part.start, "end": part.end} for part in quotation.parts]
    first = (
        credit_form(attribution.credits[0]) if attribution.credits else dict.fromkeys(("outlet", "outlet_id", "basis"))
    )
    return form | {
        "speaker_as_written": quotation.speaker.of(article.text) if quotation.speaker else None,
        "speaker_start": quotation.speaker.start if quotation.speaker else None,
        "speaker_end": quotation.speaker.end if quotation.speaker else None,
        "speaker": attribution.speaker.name if attribution.speaker else None,
        "cue": quotation.cue.of(article.text) if quotation.cue else None,
        "cue_start": quotation.cue.start if quotation.cue else None,
        "cue_end": quotation.cue.end if quotation.cue else None,
        "outlets": [credit_form(credit) for credit in attribution.credits],
        "outlet": first["outlet"],
        "outlet_id": first["outlet_id"],
        "basis": first["basis"],
        "translated": attribution.translated,
    }


def judgement_form(judgement: Judgement, article: Article, texts: Mapping[str, str]) -> Json:
    """What `check` adds to a quotation."""
    words = judgement.attribution.quotation.span.of(article.text)
    return {
        "verdict": judgement.verdict.value,
        "originals": [{"id": t.original, "tied": t.tie.value if t.tie else None} for t in judgement.originals],
        "findings": [finding_form(finding) for finding in judgement.findings],
        "passages": [passage_form(passage, texts.get(passage.original, ""), words) for passage in judgement.passages],
        "steps": list(judgement.steps),
    }


def credit_form(credit: Credit) -> Json:
    """One outlet that a quotation leans on."""
    return {
        "outlet": credit.source.name,
        "outlet_id": credit.source.outlet_id,
        "basis": credit.basis.value,
        "strength": round(credit.strength, 3),
    }


def citation_form(source: Source, article: Article) -> Json:
    """A place where the article credits an outlet."""
    citation = source.citation
    parent = citation.parent.of(article.text) if citation.parent else source.parent_name
    return {
        **_place(citation.span, article.text),
        "name": source.name,
        "outlet_id": source.outlet_id,
        "relation": citation.relation.value,
        "translated": citation.translated,
        "parent_named": parent,
        "url": source.url or citation.url,
    }


def outlets_form(sources: Iterable[Source], article: Article) -> list[Json]:
    """Each outlet once, at its first mention; where several are meant equally, `candidates` has their ids."""
    first: dict[str, Source] = {}
    for source in sources:
        first.setdefault(source.outlet_id or source.name, source)
    return [
        {
            "outlet_id": source.outlet_id,
            "name": source.name,
            "start": source.citation.span.start,
            "end": source.citation.span.end,
            "ambiguous": len(source.candidates) > 1,
            **({"candidates": list(source.candidates)} if len(source.candidates) > 1 else {}),
        }
        for source in first.values()
    ]


def original_form(original: Original) -> Json:
    """What is known of an original, and whether it could be read."""
    capture = original.capture
    unavailable = original.unavailable or (original.article.unavailable if original.article else None)
    return {
        "id": original.id,
        "path": original.path,
        "url": original.url or (capture.url if capture else None),
        "final_url": capture.final_url if capture else None,
        "outlet_id": original.outlet_id,
        "title": original.article.metadata.title if original.article else None,
        "published": original.published,
        "language": original.language,
        "declared_free": original.article.metadata.declared_free if original.article else None,
        "fetched_at": capture.fetched_at if capture else None,
        "written_on": capture.written_on if capture else None,
        "sha256": capture.sha256 if capture else None,
        "reconstruction": bool(capture and capture.reconstruction),
        "pages": [_page_form(page) for page in (original, *original.following)] if original.following else None,
        "status": unavailable.reason.value if unavailable else "read",
        "message": unavailable.message if unavailable else None,
    }


def _page_form(page: Original) -> Json:
    """One page of an article that is spread over several."""
    capture = page.capture
    return {
        "path": page.path,
        "url": (capture.final_url or capture.url) if capture else page.url,
        "fetched_at": capture.fetched_at if capture else None,
        "sha256": capture.sha256 if capture else None,
    }


def passage_form(passage: Passage, text: str, quotation: str) -> Json:
    """A stretch of an original, with a W3C TextQuoteSelector's `prefix` and `suffix`."""
    span = passage.span
    prefix, suffix = selector_context(text, span.start, span.end)
    return {
        "original": passage.original,
        **_place(span, text),
        "page": passage.pages[0] if passage.pages else None,
        "time": passage.time,
        "sentence": passage.sentence.of(text),
        "answers": passage.answers,
        "by_meaning": passage.by_meaning,
        "similarity": round(passage.similarity, 3),
        "information": round(passage.information, 1),
        "edits": [edit_form(edit, text, quotation) for edit in passage.edits],
        "speaker": passage.speaker,
        "speech": passage.speech,
        "prefix": prefix,
        "suffix": suffix,
    }


def selector_context(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind, as much as a TextQuoteSelector has."""
    return text[max(start - _SELECTOR_CONTEXT, 0) : start], text[end : end + _SELECTOR_CONTEXT]


def edit_form(edit: Edit, text: str, quotation: str) -> Json:
    """One step from the original's words to the quotation's; its positions are pairs."""
    return {
        "op": edit.op.value,
        "class": edit.cls.value,
        "original": [edit.original.start, edit.original.end],
        "quotation": [edit.quotation.start, edit.quotation.end],
        "original_text": edit.original.of(text),
        "quotation_text": edit.quotation.of(quotation),
    }


def finding_form(finding: Finding) -> Json:
    """A finding with its evidence; `where` is "article" or the id of an original."""
    return {
        "rule": finding.rule,
        "level": finding.level.value,
        "message": finding.message,
        "evidence": [
            {"where": e.where, "start": e.span.start, "end": e.span.end, "text": e.text} for e in finding.evidence
        ],
    }


def summary_form(report: Report) -> Json:
    """Counts: every verdict and every level, those that do not occur with 0."""
    verdicts = report.counts()
    levels = [finding.level for finding in report.all_findings()]
    reconstructions = sum(bool(original.capture and original.capture.reconstruction) for original in report.originals)
    return {
        "quotations": len(report.judgements),
        "verdicts": {verdict.value: verdicts[verdict] for verdict in Verdict},
        "findings": {level.value: levels.count(level) for level in Level},
        "originals_at_hand": report.at_hand,
        "reconstructions": reconstructions,
        "incomplete": report.incomplete,
    }


def _place(span: Span, text: str) -> Json:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def forms(report_forms: Sequence[Json]) -> Json | list[Json]:
    """One path gives an object, several an array."""
    return report_forms[0] if len(report_forms) == 1 else list(report_forms)
