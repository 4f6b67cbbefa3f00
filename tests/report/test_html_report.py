"""The page as text: what stands where, and that nothing foreign can be markup."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from ferry_report import ORIGINALS, REPORT
from hostile_report import HOSTILE, hostile_report

from checker.model import Block, BlockKind, Format, Reason, Report, Span, Unavailable
from checker.report.html import HtmlReport, render_html
from checker.report.html.blocks import blocks_of

PAGE = render_html(REPORT)


class Elements(HTMLParser):
    """Every element with its attributes, and the text of the page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def card(page: str, key: str) -> str:
    """The markup of one card."""
    return page.split(f'id="{key}" data-verdict')[1].split('class="back"')[0]


def shown(markup: str) -> str:
    """What a reader sees, in one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", markup)).split())


def test_every_quotation_has_a_mark_in_the_text_and_a_card() -> None:
    elements = Elements(PAGE).found
    cards = [a["id"] for tag, a in elements if "card" in (a.get("class") or "").split()]
    marks = [a["href"] for tag, a in elements if tag == "a" and "quotation" in (a.get("class") or "")]
    assert cards == ["q1", "q2", "q3", "q4", "q5", "q6"]
    assert marks == [f"#{key}" for key in cards]


def test_both_lines_have_the_changed_words_marked() -> None:
    told = card(PAGE, "q3")
    assert "[changed: really]" in shown(told)
    assert "A pier without lights is" in shown(told)
    assert "[changed: not]" in shown(card(PAGE, "q1"))


def test_where_the_original_is() -> None:
    told = card(PAGE, "q1")
    assert 'href="https://www.reuters.com/world/ferry-line/#:~:text=We%20will%20not%20sell,' in told
    assert "captured 4 March 2026, 08:12 UTC" in shown(told)
    assert "0" * 64 in told


def test_a_reconstruction_says_so_and_is_never_linked() -> None:
    told = card(PAGE, "q3")
    assert "a reconstruction, written on" in shown(told)
    assert "href" not in told.split("Chain of citation")[0]


def test_the_chain_names_every_mouth() -> None:
    credited = tuple(replace(one, credited=("State television",)) for one in REPORT.judgements[0].passages)
    report = replace(REPORT, judgements=(replace(REPORT.judgements[0], passages=credited),))
    label = re.search(r'aria-label="Chain of citation: ([^"]*)"', render_html(report))
    assert label
    assert label[1] == "Island Weekly, from Reuters, from State television, from Nadia Brandt"


def test_the_counts_are_in_the_order_of_what_needs_a_decision() -> None:
    counts = re.findall(r'data-verdict="(\w+)" aria-pressed="false"', PAGE)
    assert counts == ["distorted", "altered", "unavailable", "translated", "marked", "uncited"]


def test_an_identifier_stands_once_and_every_link_inside_leads_somewhere() -> None:
    page = HtmlReport()
    text = page.start() + page.report(REPORT) + page.report(REPORT) + page.end()
    elements = Elements(text).found
    ids = [attributes["id"] for _, attributes in elements if "id" in attributes]
    inside = {a["href"][1:] for tag, a in elements if tag == "a" and (a["href"] or "").startswith("#") and a["href"]}
    assert len(ids) == len(set(ids))
    assert inside <= set(ids)
    assert "a2-q6" in ids


def test_the_policy_allows_the_page_s_own_script_and_style_and_nothing_else() -> None:
    (policy,) = (a["content"] for _, a in Elements(PAGE).found if a.get("http-equiv") == "Content-Security-Policy")
    assert policy
    for tag in ("script", "style"):
        inside = re.findall(rf"<{tag}>(.*?)</{tag}>", PAGE, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside[0].encode()).digest()).decode()
        assert len(inside) == 1
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_nothing_is_loaded_from_elsewhere() -> None:
    elements = Elements(PAGE).found
    assert not [a for _, a in elements if "src" in a or "srcset" in a or "style" in a]
    assert not [tag for tag, _ in elements if tag in ("link", "img", "iframe", "object")]
    assert "url(" not in PAGE
    assert "@import" not in PAGE


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_are_text(words: str) -> None:
    plain, elements = Elements(render_html(hostile_report("plain"))), Elements(render_html(hostile_report(words)))

    def shape(page: Elements) -> list[tuple[str, list[str]]]:
        """Tags and names of attributes; language tags and the cut of a changed first letter aside."""
        return [(tag, sorted(set(attributes) - {"lang"})) for tag, attributes in page.found if tag != "mark"]

    def without_unseen(found: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
        return [one for one in found if one != ("span", ["class"])]

    assert without_unseen(shape(elements)) == without_unseen(shape(plain))
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff]", "".join(elements.text)
    )
    for tag, attributes in elements.found:
        if tag == "a":
            assert re.match(r"#(a\d+-)?q\d+|https?://", attributes["href"] or ""), attributes


def test_an_article_that_could_not_be_read_says_why() -> None:
    article = replace(REPORT.article, text="", blocks=(), unavailable=Unavailable(Reason.NO_PROSE, "it holds no prose"))
    text = shown(render_html(Report(article, REPORT.reading.__class__(), (), ())))
    assert "could not be read: it holds no prose" in text
    assert "No quotations were found." in text


def test_an_original_of_another_script_has_its_language() -> None:
    report = replace(
        REPORT,
        originals=tuple(
            replace(o, article=replace(o.article, format=Format.TEXT)) if o.article else o for o in ORIGINALS
        ),
    )
    assert "in Persian" in shown(card(render_html(report), "q5"))
    assert re.search(r'<dd dir="auto" lang="en">', card(PAGE, "q1"))


def test_a_quotation_over_two_blocks_is_marked_in_both_and_numbered_once() -> None:
    text = "First words\nsecond words"
    article = replace(REPORT.article, text=text, blocks=(Block(Span(0, 11)), Block(Span(12, 24), BlockKind.ITEM)))
    quotation = replace(REPORT.judgements[0].attribution.quotation, span=Span(6, 18), parts=(Span(6, 18),))
    judgement = replace(
        REPORT.judgements[0], attribution=replace(REPORT.judgements[0].attribution, quotation=quotation)
    )
    views = blocks_of(replace(REPORT, article=article, judgements=(judgement,)))
    runs = [(run.text, run.card, run.first) for view in views for run in view.runs]
    assert runs == [("First ", None, False), ("words", 0, True), ("second", 0, False), (" words", None, False)]


def test_what_is_not_the_article_is_left_out_unless_it_holds_a_quotation() -> None:
    blocks = tuple(replace(block, main=False) for block in REPORT.article.blocks)
    views = blocks_of(replace(REPORT, article=replace(REPORT.article, blocks=blocks)))
    assert len(views) == 6
    assert all(any(run.card is not None for run in view.runs) for view in views)


def test_our_own_words_do_not_turn_the_direction_of_a_text() -> None:
    """`dir="auto"` goes by the first letter that has a direction; only elements with a `dir` of their own are passed over."""
    for word in (r"<sup[^>]*>", r'<span class="unseen"[^>]*>\[changed: '):
        found = re.findall(word, PAGE)
        assert found
        assert all('dir="ltr"' in one for one in found)


def test_the_profile_of_an_outlet_stands_with_it() -> None:
    page = HtmlReport(lambda report: {"reuters": (("rating", "<b>reliable</b>"),)})
    text = page.start() + page.report(REPORT) + page.end()
    assert "Reuters · 2 quotations, 1 original read rating<b>reliable</b> ANSA" in shown(text)
    assert "Not rated says nothing against an outlet." in text
    assert "Not rated says nothing against an outlet." not in PAGE
