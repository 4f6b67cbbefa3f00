"""A report put together by hand: one article, its originals, every kind of line that a report can hold.

The ferry line, its people and its outlets are invented.
"""

from __future__ import annotations

from dataclasses import replace

from checker.model import (
    Article,
    Attribution,
    Basis,
    Block,
    Capture,
    Citation,
    Credit,
    Edit,
    EditClass,
    EditOp,
    Evidence,
    Finding,
    Format,
    Judgement,
    Level,
    Metadata,
    Original,
    Passage,
    Person,
    Quotation,
    QuotationKind,
    Reading,
    Reason,
    Relation,
    Report,
    Source,
    Span,
    Tie,
    Tied,
    Unavailable,
    Verdict,
)

ARTICLE_TEXT = """Ferry line to close two piers
4 March 2026

“We will sell the old boats before the summer season begins,” Nadia Brandt told Reuters.

Reuters also quoted her as saying: “The timetable … was printed in good faith.”

“A pier without lights is really no pier at night,” said a crew spokesman, according to ANSA.

“The passengers were told nothing,” a spokeswoman said in The Ferry Mirror.

The harbour office, says Mehr News Agency, called the plan “sensible and late”.

Islanders call it the “ghost pier”.
"""

REUTERS_TEXT = """“We will not sell the old boats before the summer season begins, and I have said so to the crews,” Brandt said.

“The timetable, which was drawn up in May by people who no longer work here, was printed in good faith,” she added.
"""
ANSA_TEXT = "“A pier without lights is no pier,” said a spokesman for the crews, who met on Monday.\n"
WIRE_TEXT = "“We shall keep every boat,” the director of the line had said in spring.\n"
MEHR_TEXT = "اداره بندر گفت که این طرح «معقول و دیرهنگام» است.\n"


def find(text: str, words: str) -> Span:
    """The one place of the words."""
    start = text.index(words)
    assert text.find(words, start + 1) < 0, words
    return Span(start, start + len(words))


def edits_of(quotation: str, passage: str, at: int, *steps: tuple[EditClass, str, str]) -> tuple[Edit, ...]:
    """Edits from a script of (class, the original's words, the quotation's words) that covers both sides."""
    made, o, q = [], 0, 0
    for cls, before, after in steps:
        op = (
            EditOp.EQUAL
            if before == after
            else EditOp.DELETE
            if not after
            else EditOp.INSERT
            if not before
            else EditOp.REPLACE
        )
        made.append(Edit(op, cls, Span(at + o, at + o + len(before)), Span(q, q + len(after))))
        o, q = o + len(before), q + len(after)
    assert (passage, quotation) == ("".join(s[1] for s in steps), "".join(s[2] for s in steps))
    return tuple(made)


def _capture(url: str, **more: object) -> Capture:
    plain = Capture(url, "0" * 64, 1, "text/html", reconstruction=False, fetched_at="2026-03-04T08:12:00Z")
    return replace(plain, **more)  # type: ignore[arg-type]


def _original(id: str, text: str, capture: Capture, *, outlet: str, **metadata: str) -> Original:
    article = Article(text, (Block(Span(0, len(text))),), Metadata(**metadata), Format.HTML, path=f"captures/{id}.html")
    return Original(id, article.path, article=article, capture=capture, outlet_id=outlet)


ORIGINALS = (
    _original(
        "o1",
        REUTERS_TEXT,
        _capture("https://www.reuters.com/world/ferry-line/"),
        outlet="reuters",
        title="Ferry line keeps its boats",
        published="2026-03-03T18:00:00Z",
    ),
    _original(
        "o2",
        ANSA_TEXT,
        _capture("https://www.ansa.it/", reconstruction=True, fetched_at=None, written_on="2026-03-09"),
        outlet="ansa",
        published="2026-03-03",
    ),
    _original(
        "o3", MEHR_TEXT, _capture("https://fa.mehrnews.com/x", language="fa"), outlet="mehr", published="2026-03-02"
    ),
    _original("o4", WIRE_TEXT, _capture("https://wire.example/boats"), outlet="wire"),
    Original(
        "o5",
        url="https://ferrymirror.example/told-nothing",
        unavailable=Unavailable(Reason.NOT_AT_HAND, "no capture of this address is at hand"),
    ),
)


def _source(name: str, outlet_id: str | None, relation: Relation = Relation.REPORTED, after: str = "") -> Source:
    start = ARTICLE_TEXT.index(name, ARTICLE_TEXT.index(after))
    return Source(Citation(Span(start, start + len(name)), relation), name, outlet_id)


REUTERS = _source("Reuters", "reuters", Relation.TOLD)
REUTERS_AGAIN = _source("Reuters", "reuters", after="Reuters also")
ANSA = _source("ANSA", "ansa", Relation.ACCORDING_TO)
MIRROR = _source("The Ferry Mirror", None)
MEHR = _source("Mehr News Agency", "mehr")
BRANDT = Person("p1", "Nadia Brandt")


def _attribution(id: str, words: str, source: Source | None, speaker: str | None = None, **more: object) -> Attribution:
    span = find(ARTICLE_TEXT, words)
    plain = Quotation(id, span, QuotationKind.DIRECT, (span,), speaker=find(ARTICLE_TEXT, speaker) if speaker else None)
    basis = more.pop("basis", Basis.SAME_SENTENCE)
    credits = (Credit(source, basis, 0.9),) if source else ()  # type: ignore[arg-type]
    person = more.pop("person", None)
    return Attribution(replace(plain, **more), person, credits)  # type: ignore[arg-type]


def _passage(id: str, text: str, words: str, sentence: str, edits: tuple[Edit, ...] = (), **more: object) -> Passage:
    plain = Passage(id, find(text, words), find(text, sentence), True, 0.9, 80.0, edits)
    return replace(plain, **more)  # type: ignore[arg-type]


E = EditClass
SELL = "We will sell the old boats before the summer season begins"
NOT_SELL = "We will not sell the old boats before the summer season begins"
PRINTED = "The timetable … was printed in good faith."
DRAWN_UP = "The timetable, which was drawn up in May by people who no longer work here, was printed in good faith,"
LIGHTS = "A pier without lights is really no pier at night,"
NO_LIGHTS = "A pier without lights is no pier,”"

DISTORTED = Judgement(
    _attribution("q1", SELL, REUTERS, "Nadia Brandt", person=BRANDT),
    Verdict.DISTORTED,
    (
        Finding(
            "negation-changed",
            Level.ERROR,
            "the original says “will not sell”; the article leaves out “not”",
            (Evidence("o1", find(REUTERS_TEXT, "not sell"), "not sell"),),
        ),
        Finding("found-elsewhere", Level.NOTE, "another outlet has other words: “We shall keep every boat”"),
    ),
    (
        _passage(
            "o1",
            REUTERS_TEXT,
            NOT_SELL,
            "“We will not sell the old boats before the summer season begins, and I have said so to the crews,” Brandt said.",
            edits_of(
                SELL,
                NOT_SELL,
                1,
                (E.SAME, "We will ", "We will "),
                (E.NEGATION, "not ", ""),
                (E.SAME, SELL[8:], SELL[8:]),
            ),
            speaker="Nadia Brandt",
            speech=True,
        ),
        _passage("o4", WIRE_TEXT, "We shall keep every boat,", WIRE_TEXT.strip(), similarity=0.5),
    ),
    (Tied("o1", Tie.LINK), Tied("o4", None)),
    ("tied by a link: o1", "a change of negation: distorted"),
)
MARKED = Judgement(
    _attribution("q2", PRINTED, REUTERS_AGAIN, elided=True, person=BRANDT),
    Verdict.MARKED,
    (),
    (
        _passage(
            "o1",
            REUTERS_TEXT,
            DRAWN_UP,
            f"“{DRAWN_UP}” she added.",
            edits_of(
                PRINTED,
                DRAWN_UP,
                REUTERS_TEXT.index(DRAWN_UP),
                (E.SAME, "The timetable", "The timetable"),
                (E.ELISION, ", which was drawn up in May by people who no longer work here,", " …"),
                (E.SAME, " was printed in good faith", " was printed in good faith"),
                (E.PUNCTUATION, ",", "."),
            ),
        ),
    ),
    (Tied("o1", Tie.LINK),),
)
ALTERED = Judgement(
    _attribution("q3", LIGHTS, ANSA, "a crew spokesman", basis=Basis.CARRIED_OVER),
    Verdict.ALTERED,
    (Finding("words-changed", Level.WARNING, "“really”, “at night” are not in the original"),),
    (
        _passage(
            "o2",
            ANSA_TEXT,
            NO_LIGHTS,
            ANSA_TEXT.strip(),
            edits_of(
                LIGHTS,
                NO_LIGHTS,
                1,
                (E.SAME, "A pier without lights is", "A pier without lights is"),
                (E.CONTENT_WORD, "", " really"),
                (E.SAME, " no pier", " no pier"),
                (E.CONTENT_WORD, "", " at night"),
                (E.SAME, ",", ","),
                (E.TYPOGRAPHY, "”", ""),
            ),
            speech=True,
        ),
    ),
    (Tied("o2", Tie.DATE),),
)
UNAVAILABLE = Judgement(
    _attribution("q4", "The passengers were told nothing,", MIRROR, "a spokeswoman"),
    Verdict.UNAVAILABLE,
    (Finding("unavailable", Level.NOTE, "the page that the article links to was not captured"),),
    (),
    (Tied("o5", Tie.LINK),),
)
TRANSLATED = Judgement(
    _attribution("q5", "sensible and late", MEHR, "The harbour office", partial=True),
    Verdict.TRANSLATED,
    (Finding("translated", Level.NOTE, "the original is in Persian; words can't be compared with it"),),
    (),
    (Tied("o3", Tie.DATE),),
)
TERM = Judgement(_attribution("q6", "ghost pier", None, kind=QuotationKind.TERM), Verdict.UNCITED)

_ARTICLE = Article(
    ARTICLE_TEXT,
    tuple(Block(find(ARTICLE_TEXT, block)) for block in ARTICLE_TEXT.strip().split("\n\n")),
    Metadata("Ferry line to close two piers", "Island Weekly", published="2026-03-04", language="en"),
    path="ferry.txt",
)
_SENTENCES = tuple(find(ARTICLE_TEXT, line) for line in ARTICLE_TEXT.splitlines() if line)

REPORT = Report(
    _ARTICLE,
    Reading(
        tuple(j.attribution for j in (DISTORTED, MARKED, ALTERED, UNAVAILABLE, TRANSLATED, TERM)),
        (REUTERS, REUTERS_AGAIN, ANSA, MIRROR, MEHR),
        (BRANDT,),
        sentences=_SENTENCES,
    ),
    (DISTORTED, MARKED, ALTERED, UNAVAILABLE, TRANSLATED, TERM),
    ORIGINALS,
    (
        Finding(
            "hearsay-unsourced",
            Level.NOTE,
            "“call it” names nobody",
            (Evidence("article", find(ARTICLE_TEXT, "call it"), "call it"),),
        ),
    ),
    at_hand=4,
)
