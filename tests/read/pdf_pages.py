"""A PDF as a test needs it: lines of letters at places, in any script, and nothing else."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

TextAt = tuple[float, float, float, str]  # x, y, size, words

LEADING, TOP, LEFT = 14.0, 760.0, 72.0


def column(lines: Sequence[str], *, x: float = LEFT, top: float = TOP, size: float = 11.0) -> list[TextAt]:
    """Lines below each other; an empty one is the gap between two paragraphs."""
    return [(x, top - number * LEADING, size, words) for number, words in enumerate(lines) if words]


def pdf(pages: Sequence[Sequence[TextAt]], *, info: str = "", catalog: str = "") -> bytes:
    """The file; each different letter gets a code of its own, and a map that says which letter it is."""
    letters = sorted({letter for page in pages for *_, words in page for letter in words})
    assert len(letters) < 255
    codes = {letter: f"{number + 1:02X}" for number, letter in enumerate(letters)}
    mapped = "\n".join(f"<{code}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items())
    cmap = f"1 begincodespacerange <00> <FF> endcodespacerange\n{len(letters)} beginbfchar\n{mapped}\nendbfchar"
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /ToUnicode 4 0 R >>",
        _stream(cmap.encode()),
    ]
    for number, page in enumerate(pages):
        drawn = "\n".join(
            f"BT /F1 {size} Tf {x} {y} Td <{''.join(codes[letter] for letter in words)}> Tj ET"
            for x, y, size, words in page
        )
        resources = "/Resources << /Font << /F1 3 0 R >> >>"
        place = f"/Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] {resources} /Contents {6 + 2 * number} 0 R"
        objects += [f"<< {place} >>".encode(), _stream(drawn.encode())]
    return _file([*objects, f"<< {info} >>".encode()])


def _stream(data: bytes) -> bytes:
    packed = zlib.compress(data)
    return b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)


def _file(objects: Sequence[bytes]) -> bytes:
    body, places = b"%PDF-1.7\n", []
    for number, value in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, value)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, size - 1, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer
