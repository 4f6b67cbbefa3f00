"""Articles written for the tests of a corpus; all of it is made up."""

from __future__ import annotations

import json
from pathlib import Path

SAID = "We will close the north quay on Monday and nobody will be told before"


def article(
    number: int, *, words: str = SAID, outlet: str = "quay.example", published: str = "2024-05-06T08:00:00Z"
) -> str:
    """A line of JSON."""
    text = (
        f"The harbour, part {number}\n\nThe harbour master spoke to the council about the quay. “{words},” said Mara Lind, the "
        f"harbour master.\n\nAccording to the Harbour Gazette, Lind added that “number {number} is the last one of them”."
    )
    return json.dumps(
        {"id": f"a{number}", "outlet": outlet, "published": published, "title": f"Part {number}", "text": text}
    )


def lines(path: Path, count: int, **changes: str) -> Path:
    """A file of so many articles."""
    path.write_text("\n".join(article(number, **changes) for number in range(count)) + "\n", encoding="utf-8")
    return path


PAGE = (
    '<html lang="en"><head><title>{title}</title><meta property="og:type" content="article">'
    '<meta property="article:published_time" content="2024-05-06"></head><body><article><h1>{title}</h1>'
    "<p>{text}</p><p>She said: “The north quay will be closed on Monday.”</p></article></body></html>"
)


def page(
    title: str = "The quay", text: str = "The harbour master spoke to the council about the quay and the ferries."
) -> str:
    """An HTML page with one quotation; without a time, its date is a day."""
    return PAGE.format(title=title, text=text)
