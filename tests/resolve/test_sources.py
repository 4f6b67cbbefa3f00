"""Which outlet a quotation leans on, and on what basis. `|` parts paragraphs; each row names the credits in order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.find.citations import find_citations
from checker.find.quotations import find_quotations
from checker.model import Article, Block, Link, Quotation, QuotationKind, Source, Span
from checker.outlets import Outlets
from checker.resolve.credits import credits_of
from checker.resolve.sources import resolve_sources

OUTLETS = Outlets.shipped()


def article(text: str, links: tuple[Link, ...] = ()) -> Article:
    paragraphs = text.split(" | ")
    joined = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        span = Span(at, at + len(paragraph))
        blocks.append(Block(span, links=tuple(link for link in links if span.covers(link.span))))
        at = span.end + 2
    return Article(joined, tuple(blocks))


def read_out(page: Article) -> tuple[tuple[Quotation, ...], tuple[Source, ...]]:
    quotations = find_quotations(page)
    return quotations, resolve_sources(page, quotations, find_citations(page, quotations, OUTLETS), OUTLETS)


def leans(page: Article) -> list[list[str]]:
    quotations, sources = read_out(page)
    credited = credits_of(page, quotations, sources)
    return [
        [f"{credit.source.outlet_id or credit.source.name} {credit.basis}" for credit in credited.get(quotation.id, ())]
        for quotation in quotations
    ]


HERE, ON, BRACKET = "same-sentence", "carried-over", "parenthesis"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We will win this time,” Smith told CNN.", [[f"cnn-com {HERE}"]], id="told in its sentence"),
        pytest.param("“We will win this time,” Smith told reporters.", [[]], id="told reporters"),
        pytest.param("“We will win this time,” Smith said.", [[]], id="no outlet"),
        pytest.param(
            "“We will win this time,” Smith told CNN. “They will lose it all,” he added.",
            [[f"cnn-com {HERE}"], [f"cnn-com {ON}"]],
            id="he added",
        ),
        pytest.param(
            "“We will win this time,” Smith told CNN. | “They will lose it all,” Smith said.",
            [[f"cnn-com {HERE}"], [f"cnn-com {ON}"]],
            id="over a paragraph",
        ),
        pytest.param(
            "“We will win this time,” Smith told CNN. | “They will lose it all,” Jones said.",
            [[f"cnn-com {HERE}"], []],
            id="another speaker",
        ),
        pytest.param(
            "“We will win this time,” Smith told CNN. | “They will lose it all,” Smith told Reuters. | “It is late,” Smith said.",
            [[f"cnn-com {HERE}"], [f"reuters-com {HERE}"], [f"reuters-com {ON}"]],
            id="another outlet",
        ),
        pytest.param(
            "“We will win this time,” Smith told CNN. | “They will lose it all,” Smith said at a rally in Ohio.",
            [[f"cnn-com {HERE}"], []],
            id="another occasion",
        ),
        pytest.param(
            "“We will win this time,” Smith told CNN. | The bridge was built in 1930. | “It is a fine bridge,” Smith said.",
            [[f"cnn-com {HERE}"], []],
            id="own reporting between",
        ),
        pytest.param(
            "“We will win this time,” Smith told CNN. | Smith said the bridge was old. | “It is a fine bridge,” Smith said.",
            [[f"cnn-com {HERE}"], [f"cnn-com {ON}"]],
            id="the same speaker between",
        ),
        pytest.param(
            "Smith signed the deal, Reuters reported. The deal is old. | “It is a fine deal,” Smith said.",
            [[f"reuters-com {ON}"]],
            id="a sentence without a source in the citing paragraph",
        ),
        pytest.param(
            "Smith sold the bridge, The New York Times reported. | The paper quoted Jones as saying: “It was not his to sell.”",
            [[f"nytimes-com {ON}"]],
            id="the newspaper",
        ),
        pytest.param(
            "“It was never his to sell,” Jones said, The New York Times reported, citing Iranian state television.",
            [[f"nytimes-com {HERE}", f"org-irib {HERE}"]],
            id="a chain, the carrier first",
        ),
        pytest.param(
            "“It was never his to sell,” Jones told CNN, Reuters reported.",
            [[f"reuters-com {HERE}", f"cnn-com {HERE}"]],
            id="who carries it before whom it was said to",
        ),
        pytest.param(
            "Smith is gone. “It was never his to sell,” Jones said. (CNN / Politico)",
            [[f"cnn-com {BRACKET}", f"politico-com {BRACKET}"]],
            id="parenthesis after the paragraph",
        ),
        pytest.param(
            "“It was never his to sell,” Jones said. | (CNN)",
            [[f"cnn-com {BRACKET}"]],
            id="parenthesis on a line of its own",
        ),
        pytest.param("PARIS (AP) — “It was never his to sell,” Jones said.", [[]], id="a dateline credits no words"),
        pytest.param("A CNN poll showed a lead. | “It was never his to sell,” Jones said.", [[]], id="nor does a poll"),
        pytest.param("Reuters reported it. The “green line” divides Nicosia.", [[]], id="a term nobody said"),
        pytest.param(
            "“It was never his to sell,” Jones said. “He stole it from us,” she told CNN.",
            [[f"cnn-com {ON}"], [f"cnn-com {HERE}"]],
            id="the sentence after",
        ),
    ],
)
def test_what_a_quotation_leans_on(text: str, expected: list[list[str]]) -> None:
    assert leans(article(text)) == expected


def test_a_link_on_the_quotation_is_its_basis() -> None:
    text = "“It is all over for them now,” Smith said."
    page = article(text, (Link(Span(0, 30), "https://www.reuters.com/1"),))
    assert leans(page) == [["reuters-com link"]]


def test_what_carries_further_is_weaker() -> None:
    page = article(
        "“We will win this time,” Smith told CNN. | “They will lose it all,” Smith said. | “It is late in the day,” Smith said."
    )
    quotations, sources = read_out(page)
    credited = credits_of(page, quotations, sources)
    strengths = [credited[quotation.id][0].strength for quotation in quotations]
    assert strengths == sorted(strengths, reverse=True) and len(set(strengths)) == 3


@pytest.mark.parametrize(
    ("text", "name", "outlet_id", "candidates"),
    [
        pytest.param("Reuters reported it.", "Reuters", "reuters-com", False, id="known"),
        pytest.param("The Post reported it.", "The Post", None, True, id="undecided"),
        pytest.param("The Sana news site reported it.", "Sana", None, False, id="unknown"),
        pytest.param(
            "Iranian state television reported it.", "Iranian state television", "org-irib", False, id="without a name"
        ),
    ],
)
def test_sources(text: str, name: str, outlet_id: str | None, candidates: bool) -> None:
    (source,) = read_out(article(text))[1]
    assert (source.name, source.outlet_id, bool(source.candidates)) == (name, outlet_id, candidates)


@given(
    st.lists(
        st.sampled_from(
            [
                "“We will win this time,”",
                "Smith",
                "told CNN.",
                "said.",
                "(Reuters)",
                " | ",
                "The Post reported",
                "he",
                "—",
                "“",
            ]
        )
    )
)
def test_credits_belong_to_quotations_and_name_sources(pieces: list[str]) -> None:
    page = article(" ".join(pieces))
    quotations, sources = read_out(page)
    credited = credits_of(page, quotations, sources)
    assert set(credited) <= {quotation.id for quotation in quotations}
    for credits in credited.values():
        assert credits and all(credit.source in sources and 0 < credit.strength <= 1 for credit in credits)
    assert all(q.speaker is not None or q.id not in credited for q in quotations if q.kind is QuotationKind.TERM)
