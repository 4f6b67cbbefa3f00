"""The page in headless Chromium: its own script runs, no other does, and nothing that axe knows of shuts anybody out."""

from __future__ import annotations

import html
import importlib.util
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from chromium import dom_of, needs_browser
from ferry_report import REPORT
from hostile_report import HOSTILE, hostile_report

from checker.report.html import HtmlReport, render_html

pytestmark = needs_browser

_AXE = importlib.util.find_spec("axe_core_python")
_RUN_AXE = """
addEventListener("load", () => axe.run(document, {resultTypes: ["violations"]}).then((result) => {
  const told = result.violations.map((one) => [one.id, one.help, one.nodes.map((node) => node.html)]);
  document.body.innerHTML = "<pre id=axe></pre>";
  document.getElementById("axe").textContent = JSON.stringify([result.passes.length, told]);
}));
"""


class Elements(HTMLParser):
    """Every element with its attributes, in order; `text` is what stands outside script and style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] not in ("script", "style"):
            self.text += data

    def classes(self, name: str) -> Iterator[dict[str, str | None]]:
        return (attributes for _, attributes in self.found if name in (attributes.get("class") or "").split())


def opened(tmp_path: Path, page: str, **how: object) -> Elements:
    file = tmp_path / "report.html"
    file.write_text(page, encoding="utf-8")
    return Elements(dom_of(file, **how))  # type: ignore[arg-type]


def test_the_most_urgent_quotation_is_open_first(tmp_path: Path) -> None:
    """The policy lets the page's own script run: `live` is what it sets."""
    dom = opened(tmp_path, render_html(REPORT))
    assert dom.found[0] == ("html", {"lang": "en", "class": "live"})
    chosen = [attributes["id"] for attributes in dom.classes("card") if "chosen" in (attributes["class"] or "")]
    assert chosen == ["q1"]


@pytest.mark.parametrize("width", [500, 1300])
def test_a_deep_link_opens_its_quotation(tmp_path: Path, width: int) -> None:
    dom = opened(tmp_path, render_html(REPORT), fragment="#q3", width=width)
    chosen = list(dom.classes("chosen"))
    assert [one.get("id") or one.get("href") for one in chosen] == ["q3-text", "q3"]
    assert [one["href"] for one in dom.classes("quotation") if one.get("aria-current") == "true"] == ["#q3"]


def test_several_articles_get_a_list_and_one_gives_its_title(tmp_path: Path) -> None:
    page = HtmlReport()
    several = opened(tmp_path, page.start() + page.report(REPORT) + page.report(REPORT) + page.end())
    assert [attributes.get("aria-label") for tag, attributes in several.found if tag == "nav"] == ["Articles"]
    assert "✗ distorted 1, ! altered 1" in several.text
    assert "Ferry line to close two piers · checker" in opened(tmp_path, render_html(REPORT)).text


def test_nothing_of_a_hostile_article_comes_to_life(tmp_path: Path) -> None:
    page = HtmlReport()
    text = page.start() + "".join(page.report(hostile_report(words)) for words in HOSTILE.values()) + page.end()
    dom = opened(tmp_path, text)
    assert dom.found[0] == ("html", {"lang": "en", "class": "live"})
    tags = {tag for tag, _ in dom.found}
    assert sum(tag == "script" for tag, _ in dom.found) == 1
    assert not tags & {"img", "iframe", "object", "embed", "form", "base", "b-x"}
    for tag, attributes in dom.found:
        assert not any(name.startswith("on") or name == "style" for name in attributes), (tag, attributes)
        if "href" in attributes:
            assert re.match(r"#|https?://", attributes["href"] or ""), attributes
    assert "<script>document.documentElement.className='owned'</script>" in dom.text
    assert "‹U+202E›risiver" in dom.text


@pytest.mark.skipif(_AXE is None, reason="needs axe-core-python, which the test extra brings")
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [500, 1300])
@pytest.mark.parametrize("script", [True, False], ids=["live", "without script"])
def test_axe_finds_no_violation(tmp_path: Path, width: int, dark: bool, script: bool) -> None:
    """The copy that is tested carries axe, so it has to do without the policy."""
    assert _AXE
    assert _AXE.submodule_search_locations
    axe = (Path(_AXE.submodule_search_locations[0]) / "axe.min.js").read_text(encoding="utf-8")
    page = HtmlReport()
    other = replace(REPORT, article=replace(REPORT.article, path="other.txt"))
    text = page.start() + page.report(REPORT) + page.report(other) + page.end()
    text = re.sub(r"<meta http-equiv=[^>]*>", "", text).replace("<details>", "<details open>")
    if not script:
        text = re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL)
    axe = axe.replace("</script", "<\\/script")
    text = text.replace("</body>", f"<script>{axe}</script><script>{_RUN_AXE}</script></body>")
    file = tmp_path / "report.html"
    file.write_text(text, encoding="utf-8")
    told = re.search(r'<pre id="axe">(.*?)</pre>', dom_of(file, width=width, dark=dark), re.DOTALL)
    assert told
    passes, violations = json.loads(html.unescape(told[1]))
    assert violations == []
    assert passes > 20


_STEPS = """
const told = [];
const chosen = () => document.querySelector(".card.chosen").id;
const shown = () => [...document.querySelectorAll("a.quotation:not(.off)")].map((one) => one.hash).join(" ");
const press = (key, more) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, ...more}));
addEventListener("load", () => {
  press("ArrowDown", {altKey: true}); told.push(["next", chosen(), document.activeElement.hash, location.hash]);
  press("ArrowUp", {altKey: true}); press("ArrowUp", {altKey: true}); told.push(["round", chosen()]);
  document.activeElement.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true, detail: 0}));
  told.push(["enter", document.activeElement.id]);
  press("Escape"); told.push(["escape", document.activeElement.id]);
  const filter = document.querySelector('[data-verdict="altered"].filter');
  filter.click(); told.push(["filter", shown(), chosen(), document.querySelector(".shown").textContent]);
  press("ArrowDown", {altKey: true}); told.push(["only one", chosen()]);
  filter.click(); told.push(["all", shown().split(" ").length, document.querySelector(".shown").textContent]);
  document.querySelector('#q3 .steps a:last-child').click(); told.push(["link", chosen(), document.activeElement.id]);
  document.body.innerHTML = "<pre id=told></pre>";
  document.getElementById("told").textContent = JSON.stringify(told);
});
"""


@pytest.mark.parametrize("width", [500, 1300])
def test_keys_links_and_filters(tmp_path: Path, width: int) -> None:
    """By keyboard alone: on and round the end, into what was found and back; a filter limits what the keys go to."""
    text = re.sub(r"<meta http-equiv=[^>]*>", "", render_html(REPORT))
    file = tmp_path / "report.html"
    file.write_text(text.replace("</body>", f"<script>{_STEPS}</script></body>"), encoding="utf-8")
    told = re.search(r'<pre id="told">(.*?)</pre>', dom_of(file, width=width), re.DOTALL)
    assert told
    assert json.loads(html.unescape(told[1])) == [
        ["next", "q2", "#q2", "#q2"],
        ["round", "q6"],
        ["enter", "q6"],
        ["escape", "q6-text"],
        ["filter", "#q3", "q3", "1 of 6 quotations marked"],
        ["only one", "q3"],
        ["all", 6, ""],
        ["link", "q4", "q4"],
    ]
