"""A report in which every text that comes from outside is the same hostile words.

The words of the cases stand in `../shared/data/hostile` as well; these are the ones that reports must survive in any case.
"""

from __future__ import annotations

import re

from checker.model import (
    Article,
    Attribution,
    Basis,
    Block,
    BlockKind,
    Capture,
    Citation,
    Credit,
    Edit,
    EditClass,
    EditOp,
    Evidence,
    Finding,
    Format,
    Judgement,
    Level,
    Metadata,
    Original,
    Passage,
    Person,
    Quotation,
    QuotationKind,
    Reading,
    Reason,
    Relation,
    Report,
    Source,
    Span,
    Tie,
    Tied,
    Unavailable,
    Verdict,
)

# Nothing of these may be left bare in a report: controls, what turns the reading order, halves of a pair.
BARE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")

HOSTILE = {
    "script": "<script>document.documentElement.className='owned'</script>",
    "end of script": "</script></style></title><script>document.documentElement.className='owned'</script>",
    "attribute": '" onmouseover="alert(1)" x=\'',
    "image": "<img src=x onerror=\"document.documentElement.className='owned'\">",
    "javascript address": "javascript:alert(1)",
    "broken javascript address": "java\nscript:alert(1)",
    "terminal escape": "A\x1b[2J\x1b]8;;http://127.0.0.1/\x07B\x9b31m",
    "workflow command": "x\n::error file=a.py::pwned\r\n::set-output name=a::b",
    "markdown": "[Example](javascript:alert(1)) ![x](http://127.0.0.1/x.png) `code` | cell | **bold** <b>x</b> @team #12",
    "markdown lines": "x\n\n# heading\n\n```\n- item\n<details>\n---\n&lt;b&gt;",
    "right-to-left override": "the vote was \u202erisiver ton\u202c final",
    "isolate": "rest \u2067 is reversed",
    "zero width": "mi\u200bnis\u2060ter re\xadsigned",
    "template": "{{ 7 * 7 }} {% raw %} ${7*7} #{7*7}",
    "xml": "]]> <!-- --> &amp; &#0; \x00\x08\ufffe\uffff",
    "half a pair": "\ud800 lonely",
    "percent": "100%0A::error::%25 25%",
    "spreadsheet": '=HYPERLINK("http://127.0.0.1/","x")',
    "persian": "«می\u200cخواهم بروم»",
    "combining": "a" + "\u0301" * 1000,
}


def hostile_report(words: str, *, level: Level = Level.ERROR) -> Report:
    """`words` as title, publisher, author, language, path, quotation, passage, speaker, outlet, address and message."""
    text = f"{words} said “{words}” to {words}."
    span = Span(len(words) + 7, 2 * len(words) + 7)
    whole = Span(0, len(text))
    metadata = Metadata(words, words, words, words, words, words, words)
    article = Article(text, (Block(whole), Block(Span(len(text), len(text)), BlockKind.HEADING)), metadata, path=words)
    citation = Citation(Span(len(text) - len(words) - 1, len(text) - 1), Relation.TOLD, url=words)
    source = Source(citation, words, words, url=words)
    quotation = Quotation("q1", span, QuotationKind.DIRECT, (span,), speaker=Span(0, len(words)))
    attribution = Attribution(quotation, Person("p1", words), (Credit(source, Basis.SAME_SENTENCE, 1.0),))
    capture = Capture(words, "0" * 64, 1, words, False, words, archive=words, language=words, note=words)
    page = Article(text, (Block(whole),), metadata, Format.HTML, path=words)
    original = Original("o1", words, words, page, capture, outlet_id=words, outlet=words, speaker=words)
    missing = Original("o2", words, words, unavailable=Unavailable(Reason.NOT_AT_HAND, words))
    edits = (
        Edit(EditOp.REPLACE, EditClass.CONTENT_WORD, Span(span.start, span.start + 1), Span(0, 1)),
        Edit(EditOp.EQUAL, EditClass.SAME, Span(span.start + 1, span.end), Span(1, len(span))),
    )
    passage = Passage("o1", span, whole, True, 0.9, 50.0, edits, words, True, credited=(words,))
    finding = Finding("words-changed", level, words, (Evidence("article", span, words), Evidence("o1", span, words)))
    judgement = Judgement(
        attribution,
        Verdict.ALTERED,
        (finding,),
        (passage,),
        (Tied("o1", Tie.LINK), Tied("o2", Tie.LINK)),
        (words,),
    )
    remark = Finding("spelling-varies", Level.NOTE, words, (Evidence("article", Span(0, len(words)), words),))
    reading = Reading((attribution,), (source,), (Person("p1", words),), sentences=(whole,))
    return Report(article, reading, (judgement,), (original, missing), (remark,), at_hand=1)
