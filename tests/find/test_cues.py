"""Verbs by which somebody speaks: their classes, their forms, and where the same letters are a noun."""

from __future__ import annotations

import pytest

from checker.find.cues import CueClass, cue_verbs, forms
from checker.find.words import CUE, paragraph_words
from checker.model import Span


def cues(text: str) -> list[str]:
    paragraph = paragraph_words(text, Span(0, len(text)), ())
    return [word for word, kind in zip(paragraph.words, paragraph.kinds, strict=True) if kind == CUE]


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        pytest.param("say", ("say", "says", "said", "saying"), id="irregular"),
        pytest.param("warn", ("warn", "warns", "warned", "warning"), id="by rule"),
        pytest.param("argue", ("argue", "argues", "argued", "arguing"), id="silent e"),
        pytest.param("reply", ("reply", "replies", "replied", "replying"), id="y after a consonant"),
        pytest.param("convey", ("convey", "conveys", "conveyed", "conveying"), id="y after a vowel"),
        pytest.param("stress", ("stress", "stresses", "stressed", "stressing"), id="hissing"),
    ],
)
def test_the_forms_of_a_verb(lemma: str, expected: tuple[str, ...]) -> None:
    assert forms(lemma) == expected


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        pytest.param("said", CueClass.SAY, id="said X"),
        pytest.param("tweeted", CueClass.SAY, id="tweeted X"),
        pytest.param("branded", CueClass.CALL, id="branded it X"),
        pytest.param("thinks", CueClass.WEAK, id="also without speech"),
        pytest.param("walked", None, id="no speech at all"),
    ],
)
def test_the_class_of_a_verb(word: str, kind: CueClass | None) -> None:
    assert cue_verbs().get(word) is kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Officials report a fire.", ["report"], id="a verb"),
        pytest.param("The report was late.", [], id="a noun after the"),
        pytest.param("A Government Accountability Office report came.", [], id="a noun after a name"),
        pytest.param("Obama and Clinton call them thugs.", ["call"], id="a verb after two names"),
        pytest.param("A conservative talk radio host left.", [], id="a noun after a noun"),
        pytest.param("Conservatives talk of war.", ["talk"], id="a verb after a plural"),
        pytest.param("The reported attack was denied.", ["denied"], id="an adjective"),
        pytest.param("As Müller put it, all is well.", ["put"], id="a past form without an ending"),
        pytest.param("Said Müller: no.", ["Said"], id="a capital at the head"),
        pytest.param("He lives in Said.", [], id="a name in the middle"),
    ],
)
def test_where_a_word_is_a_verb_of_speech(text: str, expected: list[str]) -> None:
    assert cues(text) == expected


def test_as_somebody_put_it_says_more_than_put() -> None:
    text = "As Müller put it, they put chairs out."
    paragraph = paragraph_words(text, Span(0, len(text)), ())
    assert [kind for _, kind in sorted(paragraph.cue_class.items())] == [CueClass.SAY, CueClass.WEAK]
