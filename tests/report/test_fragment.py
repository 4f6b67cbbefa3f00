"""Links to a passage, and when there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ferry_report import ORIGINALS, REPORT

from checker.model import Article, Capture, Format, Original, Passage
from checker.report.fragment import passage_link, text_directive

PASSAGE: Passage = REPORT.judgements[0].passages[0]
READ: Original = ORIGINALS[0]


def with_capture(**fields: object) -> Original:
    assert READ.capture
    capture: Capture = replace(READ.capture, **fields)  # type: ignore[arg-type]
    return replace(READ, capture=capture)


@pytest.mark.parametrize(
    ("original", "link"),
    [
        pytest.param(
            READ,
            "https://www.reuters.com/world/ferry-line/#:~:text=We%20will%20not%20sell,the%20summer%20season%20begins",
            id="a captured page",
        ),
        pytest.param(
            with_capture(final_url="https://www.reuters.com/boats/#top"),
            "https://www.reuters.com/boats/#top:~:text=We%20will%20not%20sell,the%20summer%20season%20begins",
            id="where it led to, with a fragment of its own",
        ),
        pytest.param(
            replace(READ, article=replace(READ.article or Article(""), format=Format.TEXT)),
            "https://www.reuters.com/world/ferry-line/",
            id="a text has no fragment",
        ),
        pytest.param(with_capture(reconstruction=True), None, id="a reconstruction"),
        pytest.param(with_capture(url="javascript:alert(1)"), None, id="an address that is no page"),
        pytest.param(replace(READ, capture=None, path="speech.txt"), None, id="a file handed over"),
    ],
)
def test_where_a_passage_links_to(original: Original, link: str | None) -> None:
    assert passage_link(PASSAGE, original) == link


def test_a_passage_of_a_pdf_links_to_its_page() -> None:
    paged = replace(READ, article=replace(READ.article or Article(""), format=Format.PDF))
    assert passage_link(replace(PASSAGE, pages=(3, 4)), paged) == "https://www.reuters.com/world/ferry-line/#page=3"


@pytest.mark.parametrize(
    ("words", "directive"),
    [
        pytest.param("a & b, c-d", "a%20%26%20b%2C%20c%2Dd", id="what the syntax uses is encoded"),
        pytest.param("“Ça va”", "%E2%80%9C%C3%87a%20va%E2%80%9D", id="other letters"),
        pytest.param("one two\n\nthree four", "one%20two,three%20four", id="over two paragraphs"),
        pytest.param("1 2 3 4 5 6 7 8", "1%202%203%204%205%206%207%208", id="eight words are given whole"),
        pytest.param("1 2 3 4 5 6 7 8 9", "1%202%203%204,6%207%208%209", id="nine by their ends"),
        pytest.param(" \n ", "", id="nothing"),
    ],
)
def test_the_text_directive(words: str, directive: str) -> None:
    assert text_directive(words) == directive
