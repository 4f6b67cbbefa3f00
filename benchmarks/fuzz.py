"""Spoilt input for everything that takes bytes from outside: no traceback, and no wait that the size does not explain.

    python benchmarks/fuzz.py reader|decoder|sidecar|settings|pdf [--minutes 10] [--seed 1]

Takes the files of `fixtures/` (and PDFs made as the tests make theirs), spoils them a little or thoroughly, and hands
them over. Prints how many, what came of them, every kind of traceback, and the slowest; ends with 1 after a traceback. An
input that brought one, or that took over 2 s per megabyte, is left in `--keep DIR`.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "read")]

from checker.errors import CheckerError  # noqa: E402

MEGABYTE = 1_000_000
SECONDS_PER_MEGABYTE = 2.0

Case = tuple[bytes, Callable[[], object]]

PAGE_BITS = (
    "<p>|</p>|<div class=related>|</div>|<br><br>|<script type=application/ld+json>|</script>|<q>|</q>|<b>|<a href=//[x>|"
    "<a href='http://[::'>|</a>|<pre>|<table><td>|<meta charset=utf-7>|<meta charset=hz>|<base href='http://['>|&#xD800;|"
    "&#0;|<!--|-->|<![CDATA[|<?xml|---\n|> |```\n|[a]: http://[\n|[x](http://]|| a | b |\n|--|--|\n|By |13 March 2026\n|“|”|«|"
    "<time datetime=9999-99-99>|<svg>|<template>|<noscript>|<blockquote>|<plaintext>|<frameset>|<math><mi>|<select>|<li>|"
    '{"@type":"NewsArticle","liveBlogUpdate":[{"headline":"a","datePublished":"2026-01-01"}]}|<link rel=next href=?page=2>|'
    "\u202e|\x1b[31m|\0|…|<form>|<figcaption>|<h1>|<span hidden>"
)
DATA_BITS = '{|}|[|]|"|,|null|1e999|-1|NaN|true|"\\ud800"|"../../x"|"http://["|99999999999999999999|{"a":|\n|\\'
TABLE_BITS = (
    "[|]|[[|=|\"|'''|\n|{|}|0x|1e999|nan|true|#|.|[tool.checker]\n|[fetch]\n|\0|2026-01-01|\"\\ud800\"|a.b.c=1\n|"
    "fetch.pdf-bytes=-1\n|[rules]\n|[[ignore]]\n"
)
PDF_BITS = (
    "<<|>>|[|]|(|)| 0 R|null|/Kids [2 0 R]|/Type /Pages|stream\n|endobj|/Filter /LZWDecode|/Prev 0|/Length 99999999"
)
CHARSETS = (
    "utf-8 utf-16 utf-16-le utf-32 cp1251 shift_jis gb18030 big5 euc-kr koi8-r iso-2022-jp cp1252 utf-7 hz idna punycode "
    "rot13 unicode_escape zlib undefined mbcs"
).split()


class Spoiler:
    """Makes spoilt bytes of whole ones; everything comes from one seed."""

    def __init__(self, seed: int, bits: str) -> None:
        self.chance = random.Random(seed)
        self.bits = [
            *(bit.encode() for bit in bits.split("|") if bit),
            b"\xff",
            b"\xef\xbb\xbf",
            b"\xff\xfe",
            b"\x1b$B",
        ]

    def spoil(self, whole: bytes) -> bytes:
        """A byte changed, a stretch lost or doubled, a bit of syntax put in, once or a hundred times."""
        chance, body = self.chance, bytearray(whole)
        for _ in range(chance.choice((1, 1, 2, 5, 20, 80))):
            at, kind = chance.randrange(len(body) + 1), chance.random()
            if kind < 0.2 and body:
                body[at % len(body)] = chance.randrange(256)
            elif kind < 0.35:
                del body[at : at + chance.randrange(1, 200)]
            elif kind < 0.5:
                start = chance.randrange(len(body) + 1)
                body[at:at] = body[start : start + chance.randrange(1, 400)]
            elif kind < 0.6:
                self._other_number(body, at)
            else:
                times = chance.choice((1, 1, 1, 1, 2, 5)) if kind < 0.97 else chance.choice((500, 3000))
                body[at:at] = chance.choice(self.bits) * times
        return bytes(body)

    def _other_number(self, body: bytearray, at: int) -> None:
        start = max(0, at - 500)
        number = re.search(rb"\d+", body[start : start + 1000])
        if number:
            value = self.chance.choice((0, -1, 1, 3, 7, 2**31, 10**12))
            body[start + number.start() : start + number.end()] = str(value).encode()


def files(*endings: str) -> list[bytes]:
    """The bytes of the fixtures with these endings."""
    return [path.read_bytes() for path in sorted((ROOT / "fixtures").rglob("*")) if path.name.endswith(endings)]


def reader(seed: int) -> Callable[[], Case]:
    """Pages, posts and texts, some of them many times over."""
    from checker.read import read

    spoiler, whole = Spoiler(seed, PAGE_BITS), files(".html", ".md", ".txt")
    pick = spoiler.chance.choice

    def case() -> Case:
        body = spoiler.spoil(pick(whole)) * pick((1, 1, 1, 4, 20))
        path, url = pick((None, "a.md", "a.html", "a.txt")), pick((None, "http://a.example/b", "http://["))
        kind = pick((None, "text/html; charset=x", "text/plain"))
        return body, lambda: read(body, path=path, url=url, content_type=kind)

    return case


def decoder(seed: int) -> Callable[[], Case]:
    """The same in charsets of every kind, declared rightly, wrongly or as something that is none."""
    from checker.read.decode import decode

    spoiler, whole = Spoiler(seed, "\0|\x1b$B|\x80"), files(".html", ".md", ".txt")
    pick = spoiler.chance.choice

    def case() -> Case:
        text = pick(whole).decode()
        body = spoiler.spoil(text.encode(pick(CHARSETS[:12]), "replace"))
        charset = pick((None, *CHARSETS, "a\0b", "\ud800", ""))
        kind = pick((None, "; charset=", f"text/html; charset={pick(CHARSETS)}"))
        return body, lambda: decode(body, charset=charset, content_type=kind)

    return case


def sidecar(seed: int) -> Callable[[], Case]:
    """Sidecars of captures."""
    from checker.fetch.captures import parse_sidecar

    spoiler, whole = Spoiler(seed, DATA_BITS), files(".capture.json")

    def case() -> Case:
        body = spoiler.spoil(spoiler.chance.choice(whole))
        return body, lambda: parse_sidecar(body, "x.capture.json")

    return case


def settings(seed: int) -> Callable[[], Case]:
    """Settings, from the examples of their documentation."""
    from checker.settings import load_settings

    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    examples = [found.encode() for found in re.findall(r"```toml\n(.*?)```", page, re.S)]
    spoiler, folder = Spoiler(seed, TABLE_BITS), Path(tempfile.mkdtemp())

    def case() -> Case:
        body = spoiler.spoil(spoiler.chance.choice(examples))
        (folder / "checker.toml").write_bytes(body)
        return body, lambda: load_settings(folder)

    return case


def pdf(seed: int) -> Callable[[], Case]:
    """PDFs as the tests make theirs; their streams are packed, so most of the damage is to what is around them."""
    import pdf_pages

    from checker.read import read

    lines = ["“We will not stop,” said Ines Brandt, of the port.", "", "She spoke on Monday — Олег agreed."]
    pages = [pdf_pages.column(lines * 6)] * 3
    spoiler, whole = Spoiler(seed, PDF_BITS), [pdf_pages.pdf(pages[:1]), pdf_pages.pdf(pages, info="/Title (A talk)")]

    def case() -> Case:
        body = spoiler.spoil(spoiler.chance.choice(whole))
        return body, lambda: read(body)

    return case


TARGETS = {"reader": reader, "decoder": decoder, "sidecar": sidecar, "settings": settings, "pdf": pdf}


def run(case: Callable[[], Case], minutes: float, keep: Path | None) -> tuple[Counter[str], Counter[str], str]:
    """What came of the inputs, the tracebacks by their place, and the slowest input in a few words."""
    came: Counter[str] = Counter()
    bugs: Counter[str] = Counter()
    worst, slowest = 0.0, "none"
    end = time.monotonic() + 60 * minutes
    while time.monotonic() < end:
        body, call = case()
        began = time.process_time()
        name = _outcome(call, bugs)
        spent = time.process_time() - began
        rate = spent / max(len(body), MEGABYTE) * MEGABYTE
        came[name] += 1
        if rate > worst:
            worst, slowest = rate, f"{spent:.2f} s for {len(body):,} bytes"
        if keep and (name == "traceback" or rate > SECONDS_PER_MEGABYTE):
            keep.mkdir(parents=True, exist_ok=True)
            (keep / f"{sum(came.values())}.bin").write_bytes(body)
    return came, bugs, slowest


def _outcome(call: Callable[[], object], bugs: Counter[str]) -> str:
    try:
        got = call()
    except CheckerError as error:
        return type(error).__name__
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        bugs[f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"] += 1
        return "traceback"
    why = getattr(got, "unavailable", None)
    return why.reason.value if why else "read"


def main(arguments: Sequence[str] | None = None) -> int:
    """One target for so many minutes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args(arguments)
    came, bugs, slowest = run(TARGETS[options.target](options.seed), options.minutes, options.keep)
    counts = ", ".join(f"{name} {count:,}" for name, count in came.most_common())
    print(f"{options.target}: {sum(came.values()):,} inputs ({counts}); slowest: {slowest}")
    for place, count in bugs.most_common():
        print(f"  {count:,} x {place}")
    return 1 if bugs else 0


if __name__ == "__main__":
    sys.exit(main())
