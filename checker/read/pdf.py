"""A PDF to an Article, by pypdf (the extra `checker[pdf]`): paragraphs, and where in the text each page begins."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from checker.model import Article, Block, BlockKind, Format, Metadata, Reason, Span, Unavailable
from checker.read.pdf_lines import Line, body_size, lines_of, paragraphs
from checker.read.text import described, metadata_of

if TYPE_CHECKING:
    from pypdf import PdfReader

NEEDS_EXTRA = Unavailable(
    Reason.NEEDS_EXTRA,
    "this is a PDF, which needs an extra: pip install 'checker[pdf]'; or save its text and check that",
)
_DAMAGED = Unavailable(Reason.BROKEN, "this PDF is damaged or cut off and cannot be read; get the file again")
_ENCRYPTED = Unavailable(
    Reason.LOGIN, "this PDF opens with a password only; save a copy without it, or its text, and check that"
)
_CIPHER = Unavailable(
    Reason.NEEDS_EXTRA, "this PDF is encrypted: pip install 'pypdf[crypto]'; or save a copy without the encryption"
)
_NO_TEXT = Unavailable(
    Reason.NO_PROSE, "this PDF has no text, only pictures of it (a scan); run it through character recognition first"
)
_TOO_LARGE = Unavailable(Reason.TOO_LARGE, "this PDF holds more than can be read; save the pages that matter")

# A step draws one thing; pypdf takes 14 to 70 µs for it. Five files by TeX, a word processor, a browser and fpdf2 had 1,000
# to 15,000 steps, the larger ones 0.02 to 0.07 for each byte: far more is a file that draws the same again and again.
_STEPS, _STEPS_A_BYTE = 100_000, 0.1
# Loading a font is no step, and pypdf does it anew on each page and for each form that is drawn: it costs about as much as
# so many steps, and one more for so many bytes of the table that tells which letter a sign is.
_STEPS_A_FONT, _BYTES_A_STEP = 3, 200
_MOST_PAGES = 3_000
_DEEPEST = 20  # of the tree of pages; a few pages more a step, in all that are met
_MOST_LETTERS = 12_000_000  # as of a web page
_MOST_UNPACKED = 20_000_000  # of one stream; a page of prose has 10 kB

# What pypdf says of a file's faults would stand between the lines of a report. One handler: each that is added stays.
_UNHEARD = logging.NullHandler()

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_HEADING = 1.15  # times the size of the body
_LONGEST_HEADING = 250


class _TooMuchError(Exception):
    """The file draws more than its size lets expect."""


def read_pdf(body: bytes, *, path: str | None = None, url: str | None = None) -> Article:
    """The article of a PDF; without pypdf, and for a file that cannot be read, one whose `unavailable` says why."""
    try:
        import pypdf
    except ImportError:
        return Article("", (), Metadata(), Format.PDF, path, url, NEEDS_EXTRA)
    logging.getLogger("pypdf").addHandler(_UNHEARD)
    with pypdf.apply_configuration(
        zlib_maximum_output_length=_MOST_UNPACKED,
        lzw_maximum_output_length=_MOST_UNPACKED,
        array_based_stream_maximum_output_length=_MOST_UNPACKED,
        stream_parsing_work_maximum_count=_steps(body) * 4,  # operands count too
        page_tree_maximum_entries=_MOST_PAGES,
    ):
        read = _opened(body)
    if isinstance(read, Unavailable):
        return Article("", (), Metadata(), Format.PDF, path, url, read)
    return replace(read, path=path, url=url)


def _steps(body: bytes) -> int:
    return _STEPS + int(_STEPS_A_BYTE * len(body))


def _opened(body: bytes) -> Article | Unavailable:
    """pypdf raises its own errors, and on damaged files any other; a file must never end a run, hence `Exception`."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, LimitReachedError

    try:
        reader = PdfReader(io.BytesIO(body))
        if reader.is_encrypted and not reader.decrypt(""):
            return _ENCRYPTED
        if len(reader.pages) > _MOST_PAGES:
            return _TOO_LARGE
        lines = list(_lines(reader, _Budget(body)))
        given = _described_by(reader)
    except DependencyError:
        return _CIPHER
    except (_TooMuchError, LimitReachedError):
        return _TOO_LARGE
    except Exception:
        return _DAMAGED
    return _article(lines, given) if lines else _NO_TEXT


def _lines(reader: PdfReader, budget: _Budget) -> Iterator[Line]:
    """The lines of all pages; a page that is damaged gives what was read of it before."""
    for number, page in enumerate(reader.pages, 1):
        pieces: list[tuple[str, float, float, float]] = []
        with suppress(ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
            budget.turn_to(page)
            page.extract_text(visitor_operand_before=budget.step, visitor_text=_collector(pieces, budget))
        if budget.spent:  # pypdf catches what is raised inside a form
            raise _TooMuchError
        yield from lines_of(pieces, number)


class _Budget:
    """Counts what is drawn, over all pages, and the fonts that are loaded for it."""

    def __init__(self, body: bytes) -> None:
        self.steps, self.letters = _steps(body), _MOST_LETTERS
        self._fonts = 0
        self._weights: dict[int, int] = {}

    @property
    def spent(self) -> bool:
        return self.steps < 0 or self.letters < 0

    def turn_to(self, page: Any) -> None:
        """Called before each page is drawn."""
        self._fonts = sum(map(self._weight, _fonts_of(page)))
        self._take(self._fonts)

    def step(self, operator: bytes, *_: object) -> None:
        """Called before each operator; which form "Do" draws is not told, so it counts as all that there are."""
        self._take(1 + self._fonts if operator == b"Do" else 1)

    def _take(self, steps: int) -> None:
        self.steps -= steps
        if self.spent:
            raise _TooMuchError

    def _weight(self, font: Any) -> int:
        """What loading it costs, in steps; looked at once, since it takes unpacking."""
        if id(font) not in self._weights:
            table = _got(font, "/ToUnicode")
            size = len(table.get_data()) if hasattr(table, "get_data") else 0
            self._weights[id(font)] = _STEPS_A_FONT + size // _BYTES_A_STEP
        return self._weights[id(font)]


def _fonts_of(page: Any) -> Iterator[Any]:
    """The fonts of a page and of the forms in it, as often as they are named: pypdf loads each anew."""
    seen: set[int] = set()
    waiting = [page]
    while waiting:
        resources = _resources(waiting.pop())
        for kind in ("/Font", "/XObject"):
            held = _got(resources, kind)
            for name in held if isinstance(held, dict) else ():
                one = _got(held, name)
                if kind == "/Font":
                    yield one
                elif id(one) not in seen:
                    seen.add(id(one))
                    waiting.append(one)


def _got(holder: Any, key: str) -> Any:
    """What a dictionary of the file has, behind its references; None where it has none."""
    value: Any = holder.get(key) if isinstance(holder, dict) else None
    return value.get_object() if hasattr(value, "get_object") else value


def _resources(page: Any) -> Any:
    """A page without any has those of the page tree above it."""
    for _ in range(_DEEPEST):
        found = _got(page, "/Resources")
        if found is not None:
            return found
        page = _got(page, "/Parent")
    return None


def _collector(pieces: list[tuple[str, float, float, float]], budget: _Budget) -> Callable[..., None]:
    """What pypdf calls with each piece of text: `page` maps the text's own space, `text` the place in it."""

    def collect(words: str, page: list[float], text: list[float], _font: Any, size: float) -> None:
        if words:
            budget.letters -= len(words)
            x = text[4] * page[0] + text[5] * page[2] + page[4]
            y = text[4] * page[1] + text[5] * page[3] + page[5]
            scale = (text[2] * page[1] + text[3] * page[3]) or 1.0
            pieces.append((_UNPRINTABLE.sub("", words), x, y, abs(size * scale)))

    return collect


def _described_by(reader: PdfReader) -> dict[str, str]:
    """Title, author and language as the file's own fields have them."""
    info, root = reader.metadata, reader.root_object
    values = {
        "title": info.title if info else None,
        "author": info.author if info else None,
        "language": root.get("/Lang"),
    }
    said = {name: " ".join(_UNPRINTABLE.sub(" ", str(value)).split())[:500] for name, value in values.items() if value}
    if not _LANGUAGE.fullmatch(said.get("language", "")):
        said.pop("language", None)
    return {name: value for name, value in said.items() if value}


def _article(lines: list[Line], given: dict[str, str]) -> Article:
    """The paragraphs as blocks; line ends stay, so that a word broken at one is joined as in a plain text."""
    found = paragraphs(lines) or [[line] for line in lines]
    text: list[str] = []
    spans: list[Span] = []
    pages: list[int] = []
    at = 0
    for paragraph in found:
        start = at
        for line in paragraph:
            pages += [at] * (line.page - len(pages))
            text.append(line.text)
            at += len(line.text) + 1
        spans.append(Span(start, at - 1))
        text.append("")
        at += 1
    whole = "\n".join(text).rstrip("\n")
    blocks = _with_headings(whole, described(whole, spans), [paragraph[0] for paragraph in found], body_size(lines))
    metadata = _metadata(whole, blocks, given)
    return Article(whole, tuple(blocks), metadata, Format.PDF, pages=tuple(pages))


def _with_headings(text: str, blocks: list[Block], first: list[Line], body: float) -> list[Block]:
    """What is set larger than the body is a heading, unless it reads as a sentence: a standfirst is prose."""
    return [
        replace(block, kind=BlockKind.HEADING)
        if block.kind is BlockKind.PARAGRAPH and line.size > _HEADING * body and _titles(block.span.of(text))
        else block
        for block, line in zip(blocks, first, strict=True)
    ]


def _titles(words: str) -> bool:
    return len(words) <= _LONGEST_HEADING and words[-1] not in '.,;:”"»」』'


def _metadata(text: str, blocks: list[Block], given: dict[str, str]) -> Metadata:
    """What the first page says, then the file's fields: these are often a template's or an office program's.

    The day on which a file was made is none of publishing, and is not taken for it.
    """
    said = metadata_of(text, blocks)
    more = {name: value for name, value in given.items() if getattr(said, name) is None}
    where = tuple(sorted((*said.where, *((name, "pdf") for name in more))))
    return replace(said, **more, where=where)  # type: ignore[arg-type]
