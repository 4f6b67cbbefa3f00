"""Today's page may lack what an article found there: then an archive's capture of it is looked at too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.model import Article, Attribution, Document, Judgement, Reading, Tie, Unavailable, Verdict
from checker.pipeline.holding import Holding
from checker.pipeline.linked import Fetch
from checker.pipeline.originals import Originals

# What an older capture can be no answer with: it does not have the words either.
_NO_ANSWER = frozenset((Verdict.ABSENT, Verdict.UNAVAILABLE, Verdict.UNCITED))


def with_older(
    article: Article,
    reading: Reading,
    originals: Originals,
    judgements: Sequence[Judgement],
    failed: Mapping[str, Unavailable],
    older: Fetch,
) -> tuple[Originals, Holding, tuple[Judgement, ...]] | None:
    """Everything judged anew with the older captures at hand; None where nothing is lacking or none could be had.

    Today's page goes first. Only a quotation that is absent from it is answered by the older one, if that has the words.
    """
    lacking = _lacking(originals, judgements)
    got = older(lacking, article.metadata.published) if lacking else {}
    documents = {one.path: one for one in got.values() if isinstance(one, Document)}
    if not documents:
        return None
    originals = originals.joined(list(documents.values()))
    last = sorted(originals.pages, key=lambda page: page.original.path in documents)
    first = sorted(originals.pages, key=lambda page: page.original.path not in documents)
    today = Holding(article, reading, originals, failed, last)
    before = Holding(article, reading, originals, failed, first)
    return originals, today, tuple(_better(today.judge(one), before, one) for one in reading.attributions)


def _better(judgement: Judgement, before: Holding, attribution: Attribution) -> Judgement:
    if judgement.verdict is not Verdict.ABSENT:
        return judgement
    older = before.judge(attribution)
    return judgement if older.verdict in _NO_ANSWER else older


def _lacking(originals: Originals, judgements: Sequence[Judgement]) -> list[str]:
    """The addresses of linked pages that were fetched, are no archive's, and do not have a quotation that leads there."""
    found: dict[str, None] = {}
    for judgement in judgements:
        if judgement.verdict is not Verdict.ABSENT:
            continue
        for tied in judgement.originals:
            original = originals.by_id.get(tied.original)
            capture = original.capture if original else None
            if tied.tie is Tie.LINK and capture and not capture.reconstruction and not capture.archive:
                found.setdefault(capture.url)
    return list(found)
