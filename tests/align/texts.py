"""Texts for properties: sentences of a small vocabulary with everything that prose puts between words."""

from __future__ import annotations

from hypothesis import strategies as st

_VOCABULARY = (
    "we they never not won't don’t the a harbour harbor boats Valley U.S. Mr. Smith Kyiv Клинтон café cafe\u0301 20 twenty "
    "2.5 $6 million percent % maybe could only said uh (APPLAUSE) [sic] … ... [...] [we] re-cover recover co\u00adoperate "
    "oﬃce you know ‘quoted’ “And so” می‌رویم & &amp; 1,000 3rd they’re it's नहीं 港口 不会A لَنْ "
    "'17 F-16 10:30 10.30 20\u202f000 Straße İzmir l 0f"
).split(" ")
_GAPS = (" ", " ", " ", " ", ", ", ". ", "? ", " -- ", "—", "\n", "\n\n", ",” he said, “", "\u00a0", "")

WORDS = st.sampled_from(_VOCABULARY)


@st.composite
def prose(draw: st.DrawFn, *, words: int = 30) -> str:
    """Up to so many words with what may stand between them."""
    chosen = draw(st.lists(st.tuples(WORDS, st.sampled_from(_GAPS)), min_size=1, max_size=words))
    return "".join(word + gap for word, gap in chosen)


@st.composite
def plain_prose(draw: st.DrawFn) -> str:
    """Words, some of them not ASCII, and punctuation; nothing that an editor or a typist adds."""
    words = st.sampled_from("we never won’t the Valley Kyiv Клинтон café 20 million می‌رویم harbour boats saw".split())
    gaps = st.sampled_from((" ", " ", " ", ", ", ". ", "? ", " — ", "\n\n"))
    return "".join(word + gap for word, gap in draw(st.lists(st.tuples(words, gaps), min_size=1, max_size=40)))


@st.composite
def said_and_printed(draw: st.DrawFn) -> tuple[str, str]:
    """An original, and a stretch of it with a few changes."""
    said = draw(prose(words=40))
    start = draw(st.integers(0, len(said) - 1))
    printed = said[start : start + draw(st.integers(1, 160))]
    for change in draw(st.lists(prose(words=3), max_size=3)):
        at = draw(st.integers(0, len(printed)))
        gone = draw(st.integers(0, 8))
        printed = printed[:at] + change + printed[at + gone :]
    return said, printed
