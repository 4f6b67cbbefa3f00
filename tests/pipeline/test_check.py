"""An article, its originals, and which of them answers: the table of ties in `docs/verdicts.md`, row by row."""

from __future__ import annotations

import hashlib

import pytest

from checker.model import Capture, Document, Judgement, Report, Tie, Verdict
from checker.pipeline import Originals, check
from checker.read import read

V = Verdict
WORDS = "The boats will sail until the end of October"


def page(
    url: str, body: str, *, published: str = "2026-03-03", publisher: str = "Sound Courier", **facts: object
) -> Document:
    """A captured page of one paragraph."""
    html = (
        f'<html lang="en"><head><title>Boats</title><meta property="og:type" content="article">'
        f'<meta property="og:site_name" content="{publisher}">'
        f'<meta property="article:published_time" content="{published}"></head>'
        f"<body><article><h1>Boats</h1><p>The line met on Monday to talk about the summer and about the pier.</p><p>{body}</p>"
        f"<p>Nobody left the room before midnight, and the lamps burned.</p></article></body></html>"
    ).encode()
    capture = Capture(
        url=url,
        sha256=hashlib.sha256(html).hexdigest(),
        size=len(html),
        content_type="text/html; charset=utf-8",
        reconstruction=False,
        fetched_at="2026-03-04T00:00:00Z",
        **facts,  # type: ignore[arg-type]
    )
    return Document(url.rsplit("/", 1)[-1] + ".html", html, capture=capture)


def article(sentence: str, *, published: str = "2026-03-04") -> str:
    return (
        f'<html lang="en"><head><title>News of the day</title><meta property="og:type" content="article">'
        f'<meta property="article:published_time" content="{published}"></head><body><article><h1>News of the day</h1>'
        f"<p>The summer is near, and the islands wait for their boats as they do every year.</p><p>{sentence}</p>"
        f"<p>More is to be heard next week, when the council meets again in the old hall.</p></article></body></html>"
    )


def checked(sentence: str, *documents: Document, published: str = "2026-03-04") -> Report:
    return check(read(article(sentence, published=published).encode(), path="article.html"), documents)


def ties(judgement: Judgement) -> list[Tie | None]:
    return [tied.tie for tied in judgement.originals]


SAID = page("https://courier.example/boats", f"“{WORDS},” Nils Lindqvist said on Monday.")
UNLIKE = page("https://courier.example/boats", "“We shall see,” Nils Lindqvist said on Monday.")
LINKED = (
    f'“{WORDS},” Nils Lindqvist told the <a href="https://courier.example/boats?utm_source=feed">Sound Courier</a>.'
)
NAMED = f"“{WORDS},” Nils Lindqvist told the Sound Courier newspaper."

ROWS = [
    pytest.param(LINKED, SAID, V.VERBATIM, [Tie.LINK], id="a link, tracking left out"),
    pytest.param(LINKED, UNLIKE, V.ABSENT, [Tie.LINK], id="linked, and the words are not there"),
    pytest.param(NAMED, SAID, V.VERBATIM, [Tie.WORDS], id="outlet and words"),
    pytest.param(
        NAMED, page("https://courier.example/a", f"“{WORDS},” Nils Lindqvist said.", published="2019-01-01"), V.VERBATIM,
        [Tie.WORDS], id="outlet and words, whatever the date",
    ),
    pytest.param(NAMED, UNLIKE, V.ABSENT, [Tie.DATE], id="outlet and date"),
    pytest.param(
        NAMED, page("https://courier.example/a", "“We shall see,” Nils Lindqvist said.", published="2025-01-01"),
        V.UNAVAILABLE, [], id="the outlet, a year too early",
    ),
    pytest.param(
        NAMED, page("https://courier.example/a", "“We shall see,” Vera Quist said.", published="2026-03-03"),
        V.UNAVAILABLE, [], id="the outlet, of the day, about something else",
    ),
    pytest.param(
        NAMED, page("https://mirror.example/a", f"“{WORDS},” Nils Lindqvist said.", publisher="Ferry Mirror"),
        V.UNAVAILABLE, [None], id="the words, in another outlet: at hand only",
    ),
    pytest.param(
        f"“{WORDS},” Nils Lindqvist said on Monday.", SAID, V.UNCITED, [None], id="no outlet named: nothing is tied",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "document", "verdict", "tied"), ROWS)
def test_which_original_answers(sentence: str, document: Document, verdict: Verdict, tied: list[Tie | None]) -> None:
    (judgement,) = checked(sentence, document).judgements
    assert (judgement.verdict, ties(judgement)) == (verdict, tied)


def test_absent_is_a_note_where_only_the_date_ties() -> None:
    by_link, by_date = (checked(sentence, UNLIKE).judgements[0].findings[0] for sentence in (LINKED, NAMED))
    assert [(one.rule, one.level.value) for one in (by_link, by_date)] == [("absent", "warning"), ("absent", "note")]


def test_what_is_linked_and_not_at_hand_is_unavailable_with_the_reason() -> None:
    report = checked(LINKED)
    assert report.judgements[0].verdict is V.UNAVAILABLE
    assert report.incomplete
    (original,) = report.originals
    assert original.unavailable is not None
    assert original.unavailable.reason.value == "not-at-hand"


def test_a_capture_of_an_error_page_is_no_original() -> None:
    gone = page("https://courier.example/boats", "This page has moved.", status=404)
    (judgement,) = checked(LINKED, gone).judgements
    assert judgement.verdict is V.UNAVAILABLE
    assert "404" in judgement.findings[0].message


def test_a_link_to_a_page_about_something_else_leaves_it_at_hand() -> None:
    beside = page("https://tides.example/table", "High water is at noon.", publisher="Tide Tables")
    sentence = f'“{WORDS},” Nils Lindqvist said, when the <a href="https://tides.example/table">tide</a> was high.'
    assert checked(sentence, beside).judgements[0].verdict is V.UNCITED


def test_the_articles_own_publisher_is_first_hand() -> None:
    text = article(NAMED).replace("<title>", '<meta property="og:site_name" content="Sound Courier"><title>')
    report = check(read(text.encode(), path="article.html"), [UNLIKE])
    assert report.judgements[0].verdict is V.UNCITED


def given(text: str, name: str = "interview.txt") -> Document:
    return Document(name, text.encode(), given=True)


INTERVIEW = (
    "REPORTER: And the boats?\n\nLINDQVIST: The boats will sail until the end of September.\n\nREPORTER: Good.\n"
)


def test_a_given_original_answers_for_its_speakers_only() -> None:
    sentence = f"“{WORDS},” Nils Lindqvist said. “Nobody told the passengers about any of this,” said Vera Quist."
    first, second = checked(sentence, given(INTERVIEW)).judgements
    assert (first.verdict, ties(first)) == (V.DISTORTED, [Tie.GIVEN])
    assert (second.verdict, ties(second)) == (V.UNCITED, [])


def test_a_speaker_of_a_given_original_who_did_not_say_it() -> None:
    sentence = "“Nobody told the passengers about any of this,” said Nils Lindqvist."
    assert checked(sentence, given(INTERVIEW)).judgements[0].verdict is V.ABSENT


def test_a_word_in_anothers_mouth_is_no_misattribution() -> None:
    words = "nobody at this company has ever asked a passenger"
    said = f"{INTERVIEW}\nLINDQVIST: It is a disgrace. And I know that {words}.\n"
    short, long = checked(f"“A disgrace,” said Vera Quist. “And {words},” said Vera Quist.", given(said)).judgements
    assert short.verdict is V.UNCITED
    assert long.verdict is V.MISATTRIBUTED


def test_a_document_that_is_loaded_twice_counts_once_as_given() -> None:
    twice = Document(SAID.path, SAID.body, capture=SAID.capture, given=True)
    originals = Originals([SAID, twice])
    assert [original.given for original in originals.originals] == [True]


def test_ids_follow_the_paths_and_not_the_order_of_loading() -> None:
    documents = [given("One says so.", "b.txt"), given("Two says so.", "a.txt")]
    for order in (documents, documents[::-1]):
        assert [(one.id, one.path) for one in Originals(order).originals] == [("o1", "a.txt"), ("o2", "b.txt")]


def test_an_original_in_another_language_is_translated_and_never_absent() -> None:
    german = page(
        "https://courier.example/boats",
        "„Die Boote fahren bis Ende Oktober, und wir werden sehen, wie es im Winter weitergeht“, sagte Nils "
        "Lindqvist, der die Linie leitet und "
        "seit vielen Jahren auf der Insel lebt.",
    )
    body = german.body.replace(
        b"The line met on Monday to talk about the summer and about the pier.", b"Das ist die Lage."
    ).replace(b"Nobody left the room before midnight, and the lamps burned.", b"Und es ist noch nicht alles gesagt.")
    german = Document(german.path, body, capture=german.capture)
    assert checked(LINKED, german).judgements[0].verdict is V.TRANSLATED


def test_prose_of_an_original_is_nobodys_speech() -> None:
    prose = page(
        "https://courier.example/boats",
        "The boats will sail until the end of October, after a vote on Monday by Nils Lindqvist.",
    )
    (judgement,) = checked(LINKED, prose).judgements
    assert judgement.verdict is V.MISATTRIBUTED
    assert [finding.rule for finding in judgement.findings] == ["paraphrase-quoted"]


def test_prose_may_answer_for_words_of_the_outlet_itself() -> None:
    prose = page(
        "https://courier.example/boats", "The boats will sail until the end of October, after a vote on Monday."
    )
    sentence = f'“{WORDS},” the <a href="https://courier.example/boats">Sound Courier</a> wrote.'
    assert checked(sentence, prose).judgements[0].verdict is V.VERBATIM


def test_the_chain_of_a_second_hand_quotation_is_told() -> None:
    relayed = page("https://courier.example/boats", f"“{WORDS},” Nils Lindqvist told Reuters on Monday.")
    (finding,) = checked(LINKED, relayed).judgements[0].findings
    assert finding.rule == "second-hand"
    assert finding.message.endswith("the article → Sound Courier → Reuters")


def test_one_set_of_originals_serves_several_articles() -> None:
    originals = Originals([SAID])
    for _ in range(2):
        report = check(read(article(LINKED).encode(), path="article.html"), originals)
        assert report.judgements[0].verdict is V.VERBATIM


def test_an_article_that_cannot_be_read_has_a_report() -> None:
    report = check(read(b"", path="empty.txt"), [SAID])
    assert report.article.unavailable is not None
    assert report.judgements == ()
