"""The page of `corpus outlets` in headless Chromium: nothing that axe knows of shuts anybody out, nothing sticks out."""

from __future__ import annotations

import html
import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from corpus_rows import WORDS, at, corpus_of, graph_of_corpus, place

from checker.corpus.html import outlets_page

BROWSER = next(filter(None, (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))), None)
_AXE = importlib.util.find_spec("axe_core_python")

pytestmark = [
    pytest.mark.skipif(BROWSER is None, reason="needs Chromium: apt-get install chromium"),
    pytest.mark.skipif(_AXE is None, reason="needs axe-core-python, which the test extra brings"),
]

_RUN = """
addEventListener("load", () => axe.run(document, {resultTypes: ["violations"]}).then((result) => {
  const told = result.violations.map((one) => [one.id, one.help, one.nodes.map((node) => node.html)]);
  const out = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  document.body.innerHTML = "<pre id=axe></pre>";
  document.getElementById("axe").textContent = JSON.stringify([result.passes.length, out, told]);
}));
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Many outlets, long names, days and times, a change of meaning, a circle, an origin."""
    places = [
        place(
            f"{n}",
            f"outlet {n} {'of a very long name ' * (n % 4)}.example",
            at(n),
            cited_outlet=f"outlet {n - 1} .example",
        )
        for n in range(1, 22)
    ]
    places += [place("x", "x.example", "2024-05-06", WORDS.replace("will close", "will not close"), credit="AP")]
    places += [place("y", "y.example", "2024-05-07", "W" * 300, credit="AP")]
    corpus = corpus_of(tmp_path_factory.mktemp("page") / "c", *places)
    return outlets_page(graph_of_corpus(corpus), corpus)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [500, 1300])
def test_axe_finds_no_violation_and_nothing_sticks_out(tmp_path: Path, page: str, width: int, dark: bool) -> None:
    """The copy that is tested carries axe, so it has to do without the policy."""
    assert BROWSER and _AXE and _AXE.submodule_search_locations
    axe = (Path(_AXE.submodule_search_locations[0]) / "axe.min.js").read_text(encoding="utf-8")
    axe = axe.replace("</script", "<\\/script")
    text = re.sub(r"<meta http-equiv=[^>]*>", "", page)
    text = text.replace("</body>", f"<script>{axe}</script><script>{_RUN}</script></body>")
    file = tmp_path / "page.html"
    file.write_text(text, encoding="utf-8")
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--proxy-server=127.0.0.1:9"]
    command += [f"--user-data-dir={tmp_path / 'profile'}", f"--window-size={width},900", "--virtual-time-budget=20000"]
    command += ["--blink-settings=preferredColorScheme=0"] if dark else []
    done = subprocess.run(
        [*command, "--dump-dom", file.resolve().as_uri()], capture_output=True, check=True, timeout=180
    )
    told = re.search(r'<pre id="axe">(.*?)</pre>', done.stdout.decode(), re.DOTALL)
    assert told
    passes, sticks_out, violations = json.loads(html.unescape(told[1]))
    assert violations == []
    assert sticks_out == 0
    assert passes > 10
