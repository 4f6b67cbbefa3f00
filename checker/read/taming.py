"""What is changed in a Markdown text before its parser sees it, so that no text takes longer than its length explains.

For each bracket that is never closed the parser looks through the rest of the paragraph; for each tag and entity it copies
that rest. Texts that people write have a handful of such brackets in a paragraph, and no paragraph of 20,000 letters with
500 tags: only what is beyond that is changed, and its words stay the same.
"""

from __future__ import annotations

import re

# A bracket that is closed again soon, with code, escapes and one more pair of brackets between at most.
_CLOSED = re.compile(
    r"\[(?:[^\[\]\\`<\n]|\\[^\n\[\]]|`[^`\[\]\n]{0,100}`|!?\[[^\[\]\\`<\n]{0,300}\](?:\([^()\n]{0,500}\))?){0,500}\]"
)
_BRACKET = re.compile(r"\[")
_PARAGRAPH = re.compile(r"\n[ \t]*\n|\n(?=[ \t]{0,3}(?:[-*+] |#{1,6} |>|1[.)] ))")
_LOOSE = 6

_LONGEST, _MOST_TAGS = 20_000, 500


def tamed(text: str) -> str:
    """The text, the same for the reader, with the brackets written out and the paragraphs parted that would cost too much."""
    if text.count("[") <= _LOOSE and text.count("<") + text.count("&") <= _MOST_TAGS:
        return text
    parts: list[str] = []
    at = 0
    for border in _PARAGRAPH.finditer(text):
        parts += (_paragraph(text[at : border.start()]), border[0])
        at = border.end()
    return "".join((*parts, _paragraph(text[at:])))


def _paragraph(text: str) -> str:
    if text.count("[") > _LOOSE:
        text = _without_loose(text)
    if len(text) > _LONGEST and text.count("<") + text.count("&") > _MOST_TAGS:
        text = _parted(text)
    return text


def _without_loose(text: str) -> str:
    """Brackets that are not closed soon become entities, if there are more of them than anybody writes."""
    parts: list[str] = []
    at = loose = 0
    while (found := _BRACKET.search(text, at)) is not None:
        closed = _CLOSED.match(text, found.start())
        loose += closed is None
        end = closed.end() if closed else found.end()
        parts += (text[at : found.start()], closed[0] if closed else "&#91;")
        at = end
    return "".join((*parts, text[at:])) if loose > _LOOSE else text


def _parted(text: str) -> str:
    """A border after each stretch of the longest length, where a line or at least a word ends."""
    parts: list[str] = []
    at = 0
    while len(text) - at > _LONGEST:
        end = max(text.rfind("\n", at + 1, at + _LONGEST), text.rfind(" ", at + 1, at + _LONGEST))
        end = at + _LONGEST if end < 0 else end
        parts.append(text[at:end])
        at = end
    return "\n\n".join((*parts, text[at:]))
