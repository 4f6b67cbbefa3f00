"""Who speaks as written, in sentences as agencies and papers on defence and the Middle East write them."""

from __future__ import annotations

import pytest

from checker.find import find_quotations
from checker.model import Article, Block, Span


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        pytest.param(
            "“They will sail wherever they must,” Karimi was quoted as saying by Tasnim.",
            "Karimi",
            "quoted",
            id="was quoted as saying by",
        ),
        pytest.param(
            "“Trade has to go on,” Interior Minister Asad Khan was quoted by Geo News as saying.",
            "Interior Minister Asad Khan",
            "quoted",
            id="was quoted by … as saying",
        ),
        pytest.param(
            "“Two planes landed on Friday,” the site quoted an airport worker as saying.",
            "an airport worker",
            "quoted",
            id="quoted somebody as saying",
        ),
        pytest.param(
            "“The delivery is done,” a diplomat familiar with the talks told Kommersant.",
            "a diplomat familiar",
            "told",
            id="talks are no verb here",
        ),
        pytest.param(
            "Pressed on why the plan leaves out men, the 34-year-old mother of three replied, “It is for all of us.”",
            "the 34-year-old mother of three",
            "replied",
            id="mother of three",
        ),
        pytest.param(
            "The officer’s family has said the order was “a matter of the greater good.”",
            "The officer’s family",
            "said",
            id="a family is no adverb",
        ),
        pytest.param(
            "It is not allowed when they vote “to fill a vacancy on the board,” per the party’s bylaws.",
            "the party’s bylaws",
            "per",
            id="per a document",
        ),
        pytest.param(
            "State Del. Marcia “Cia” Price (D-Tarn), his niece, shouted: “The nation is watching us.”",
            "State Del. Marcia “Cia” Price",
            "shouted",
            id="a nickname within a name",
        ),
        pytest.param(
            "“The enemy struck from the direction of the Golan,” a source in the ministry said, SANA reported.",
            "a source",
            "said",
            id="a source, and who carries it",
        ),
        pytest.param(
            "“سفن ما آماده است و می‌رود,” Karimi was quoted as saying by Tasnim.",
            "Karimi",
            "quoted",
            id="words in another script",
        ),
    ],
)
def test_who_speaks_as_written(text: str, speaker: str, cue: str) -> None:
    quotation = find_quotations(Article(text, (Block(Span(0, len(text))),)))[-1]
    assert quotation.speaker is not None
    assert quotation.cue is not None
    assert (quotation.speaker.of(text), quotation.cue.of(text)) == (speaker, cue)
