"""What is found between quotation marks, case by case. `|` parts paragraphs, `//` the parts of one quotation.

A row that expects nothing is a near miss of the row beside it.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.find import find_quotations
from checker.model import Article, Block, BlockKind, Quotation, Span

P, H, B, C = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTATION, BlockKind.CAPTION


def article(text: str, *kinds: BlockKind) -> Article:
    """Paragraphs of a text as blocks; captions are no prose."""
    paragraphs = text.split(" | ")
    blocks, at = [], 0
    for number, paragraph in enumerate(paragraphs):
        kind = kinds[number] if number < len(kinds) else P
        blocks.append(Block(Span(at, at + len(paragraph)), kind, main=kind is not C))
        at += len(paragraph) + 2
    return Article("\n\n".join(paragraphs), tuple(blocks))


def found(text: str, *kinds: BlockKind) -> list[tuple[str, str]]:
    """The kind and the words of each quotation."""
    page = article(text, *kinds)
    return [
        (str(quotation.kind), " // ".join(part.of(page.text) for part in quotation.parts))
        for quotation in find_quotations(page)
    ]


def only(text: str) -> tuple[str, Quotation]:
    page = article(text)
    (quotation,) = find_quotations(page)
    return page.text, quotation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            '"We go," he said. "We stay," she said. ‘We do not know yet,’ they said.',
            ["We go,", "We stay,", "We do not know yet,"],
            id="a sentence",
        ),
        pytest.param(
            '"We go," he said. "We stay," she said on ‘Good Morning Tarn.’', ["We go,", "We stay,"], id="a name"
        ),
        pytest.param(
            '"We go," he said. "We stay," she said of the \'90s, and of the dogs\' dinner, too.',
            ["We go,", "We stay,"],
            id="apostrophes",
        ),
        pytest.param(
            "‘We go,’ he said. ‘We stay,’ she said. “We do not know yet,” they said.",
            ["We go,", "We stay,", "We do not know yet,"],
            id="double marks in a British paper",
        ),
    ],
)
def test_both_conventions_in_one_article(text: str, expected: list[str]) -> None:
    assert [words for _, words in found(text)] == expected


WORDS = "We will go home tonight"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('"We will go home tonight," said John Smith.', id="straight"),
        pytest.param("“We will go home tonight,” said John Smith.", id="curly"),
        pytest.param("‘We will go home tonight,’ said John Smith.", id="single curly"),
        pytest.param("'We will go home tonight,' said John Smith.", id="single straight"),
        pytest.param("''We will go home tonight,'' said John Smith.", id="two apostrophes"),
        pytest.param("``We will go home tonight,'' said John Smith.", id="backquotes"),
        pytest.param('“We will go home tonight," said John Smith.', id="curly closed by straight"),
        pytest.param('"We will go home tonight,” said John Smith.', id="straight closed by curly"),
        pytest.param("”We will go home tonight,” said John Smith.", id="closing mark at both ends"),
        pytest.param("„We will go home tonight,“ said John Smith.", id="German"),
        pytest.param("„We will go home tonight,” said John Smith.", id="Polish"),
        pytest.param("»We will go home tonight,« said John Smith.", id="guillemets inwards"),
        pytest.param("«We will go home tonight», said John Smith.", id="guillemets outwards"),
        pytest.param("« We will go home tonight », said John Smith.", id="French blanks"),
        pytest.param("«\u00a0We will go home tonight\u00a0», said John Smith.", id="French no-break blanks"),
        pytest.param("「We will go home tonight」, said John Smith.", id="Japanese"),
        pytest.param("“We will go home tonight”, said John Smith.", id="comma outside"),
    ],
)
def test_every_convention_of_marks(text: str) -> None:
    ((kind, words),) = found(text)
    assert kind == "direct"
    assert words.rstrip(",") == WORDS


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Il a dit : « Nous rentrons ce soir ».", "Nous rentrons ce soir", id="French"),
        pytest.param("Er sagte: „Wir gehen heute nach Hause.“", "Wir gehen heute nach Hause.", id="German"),
        pytest.param("Он сказал: «Мы пойдём домой сегодня».", "Мы пойдём домой сегодня", id="Russian"),
        pytest.param("باقری گفت: «امشب به خانه می‌رویم.»", "امشب به خانه می‌رویم.", id="Persian"),
        pytest.param('قال الوزير: "سنعود إلى البيت الليلة".', "سنعود إلى البيت الليلة", id="Arabic, straight"),
        pytest.param("「私たちは今夜家に帰る」と山田氏は述べた。", "私たちは今夜家に帰る", id="Japanese"),
    ],
)
def test_speech_in_other_languages(text: str, words: str) -> None:
    assert found(text) == [("direct", words)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('The boat is 6\'2" long and 3" wide.', id="feet and inches"),
        pytest.param("He is 5′11″ and weighs 200 pounds.", id="primes"),
        pytest.param("The dogs' owner wasn't there in '98, and the cats' owner wasn't either.", id="apostrophes"),
        pytest.param("Don’t say ’tis over: rock ’n’ roll isn’t dead, and the ’90s aren’t either.", id="curly ones"),
        pytest.param("The Smiths’ house and the Joneses’ car were sold.", id="plural owners"),
        pytest.param("He left the door open, as one does.", id="no marks at all"),
        pytest.param('Nothing stands in "" and in " ", nor in “…”.', id="no word between"),
        pytest.param('<p class="lead"><a href="x">He left</a></p>', id="attributes of tags"),
        pytest.param('A lone " is not one', id="a lone mark before next to nothing"),
        pytest.param('"', id="a mark and nothing else"),
    ],
)
def test_what_only_looks_like_a_quotation(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We say ‘never again’ and mean it,” he said.", "We say ‘never again’ and mean it,", id="single"),
        pytest.param("\"We say 'never again' and mean it,\" he said.", "We say 'never again' and mean it,", id="'"),
        pytest.param("‘We say “never again” and mean it,’ he said.", "We say “never again” and mean it,", id="British"),
        pytest.param("“We say “never again” and mean it,” he said.", "We say “never again” and mean it,", id="same"),
        pytest.param("“The boat is 6'2\" long,” he said.", "The boat is 6'2\" long,", id="inches inside"),
        pytest.param("“It’s the ’90s’ best, isn’t it,” he said.", "It’s the ’90s’ best, isn’t it,", id="apostrophes"),
    ],
)
def test_nested_marks_give_the_outer_quotation(text: str, expected: str) -> None:
    assert found(text) == [("direct", expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“We will go,” Smith said, “and we will not return.”",
            ["We will go, // and we will not return."],
            id="he said",
        ),
        pytest.param(
            '"We will go," Smith said, "and we will not return."',
            ["We will go, // and we will not return."],
            id="straight",
        ),
        pytest.param(
            "‘We will go,’ Smith said, ‘and we will not return.’",
            ["We will go, // and we will not return."],
            id="British",
        ),
        pytest.param(
            "“We will go” – Smith said – “and we will not return.”",
            ["We will go // and we will not return."],
            id="dashes",
        ),
        pytest.param(
            "“We will go,” said John Smith, the mayor of Tarn, “and we will not return.”",
            ["We will go, // and we will not return."],
            id="with a title",
        ),
        pytest.param(
            "“We go?” asked John Smith, “and not return?”", ["We go? // and not return?"], id="after a question mark"
        ),
        pytest.param(
            "“We will go,” Smith said. “We will not return.”",
            ["We will go,", "We will not return."],
            id="full stop: two",
        ),
        pytest.param(
            "“We will go,” Smith said; “and we will not return.”",
            ["We will go,", "and we will not return."],
            id="semicolon: two",
        ),
        pytest.param(
            "“We will go,” said John Smith, and Mary Brown said, “I will not.”",
            ["We will go,", "I will not."],
            id="another speaker: two",
        ),
        pytest.param(
            "He called it “a shame” and “a disgrace,” and left.", ["a shame", "a disgrace,"], id="fragments: two"
        ),
    ],
)
def test_a_quotation_that_he_said_interrupts(text: str, expected: list[str]) -> None:
    assert found(text) == [("direct", words) for words in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“We will go home. | “We will stay there,” said Smith.",
            ["We will go home. // We will stay there,"],
            id="re-opened",
        ),
        pytest.param(
            '"We will go home. | "We will stay. | "We will see," said Smith.',
            ["We will go home. // We will stay. // We will see,"],
            id="three paragraphs",
        ),
        pytest.param(
            "‘We will go,’ he said. | “We will go home. | “We will stay there,” said Smith. | “No,” he said.",
            ["We will go home. // We will stay there,", "No,"],
            id="between others, single marks stay apart",
        ),
        pytest.param(
            "“We will go home,” said Smith. | “We will stay there,” he said.",
            ["We will go home,", "We will stay there,"],
            id="closed: two",
        ),
        pytest.param(
            "“We will go home. | Then he said: “We will stay there.”",
            ["We will go home.", "We will stay there."],
            id="the next paragraph begins otherwise: two",
        ),
        pytest.param(
            "“WALLACE: Why would he do that at all? | “PENCE: Well, look, you know him.",
            ["WALLACE: Why would he do that at all?", "PENCE: Well, look, you know him."],
            id="another speaker's tag: two",
        ),
    ],
)
def test_a_quotation_over_several_paragraphs(text: str, expected: list[str]) -> None:
    assert found(text) == [("direct", words) for words in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "He said: “We will go home. Then he left.",
            ["We will go home. Then he left."],
            id="to the end of its paragraph",
        ),
        pytest.param(
            "He said: “We will go home. Then: “We will stay,” he said.",
            ["We will go home. Then:", "We will stay,"],
            id="to the next opening mark",
        ),
        pytest.param("He said: “We will go. | All others left.", ["We will go."], id="not into the next paragraph"),
    ],
)
def test_a_mark_that_never_closes(text: str, expected: list[str]) -> None:
    assert found(text) == [("direct", words) for words in expected]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("The landing stage is known as the “ghost pier”.", "term", id="known as"),
        pytest.param("The so-called “ghost pier” is closed.", "term", id="so-called"),
        pytest.param("The dog, nicknamed “Rex,” was found.", "term", id="nicknamed"),
        pytest.param('State Del. Marcia "Cia" Price left early.', "term", id="a nickname within a name"),
        pytest.param("The word “Brexit” was new.", "term", id="the word"),
        pytest.param("The term “axis of resistance” has been used for an alliance.", "term", id="the term"),
        pytest.param("The “winner” went home with nothing.", "term", id="at arm's length"),
        pytest.param("His novel “Bleak House” was published in 1853.", "term", id="a novel"),
        pytest.param("He has written a book called “The Long Winter.”", "term", id="a book called"),
        pytest.param("She hosts “Good Morning Tarn” on Sundays.", "term", id="a programme"),
        pytest.param("Smith called the plan “a disaster for this town.”", "direct", id="called it"),
        pytest.param("Smith called the plan a “disaster.”", "direct", id="one word of somebody's"),
        pytest.param("“Disaster,” he said.", "direct", id="one word said"),
        pytest.param("He said the plan was “not a good one” at all.", "direct", id="a piece of a sentence"),
    ],
)
def test_terms_are_told_from_speech(text: str, kind: str) -> None:
    assert [one for one, _ in found(text)] == [kind]


def test_whose_use_of_a_term_it_is() -> None:
    text, term = only("Reuters reported the use of the term “axis of resistance” by Iranian officials in 2012.")
    assert (str(term.kind), term.speaker and term.speaker.of(text), term.cue) == ("term", "Iranian officials", None)


@pytest.mark.parametrize(
    ("kinds", "text", "expected"),
    [
        pytest.param(
            (P, B), "John Smith wrote: | We will go home tonight.", [("block", "We will go home tonight.")], id="block"
        ),
        pytest.param(
            (P, B),
            "John Smith wrote: | “We will go home.”",
            [("block", "We will go home.")],
            id="its marks stay outside",
        ),
        pytest.param(
            (P, B),
            "John Smith wrote: | He said “no” and we will go.",
            [("block", "He said “no” and we will go.")],
            id="marks within",
        ),
        pytest.param((P, P), "John Smith wrote: | We will go home tonight.", [], id="a paragraph without marks"),
        pytest.param(
            (H, P), "Smith: ‘We go’ | “We go,” he said.", [("direct", "We go,")], id="single marks of a headline"
        ),
        pytest.param((P, C), "He left. | “We go,” said Smith at the pier.", [], id="a caption is no prose"),
    ],
)
def test_by_the_kind_of_block(kinds: tuple[BlockKind, ...], text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, *kinds) == expected


def test_who_is_named_before_a_block_quotation() -> None:
    page = article("John Smith wrote on Monday: | We will go home tonight.", P, B)
    (quotation,) = find_quotations(page)
    assert quotation.speaker is not None
    assert quotation.cue is not None
    assert (quotation.speaker.of(page.text), quotation.cue.of(page.text)) == ("John Smith", "wrote")


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        pytest.param("“We will go home,” said John Smith.", "John Smith", "said", id="after, inverted"),
        pytest.param("“We will go home,” John Smith said.", "John Smith", "said", id="after"),
        pytest.param("John Smith said: “We will go home.”", "John Smith", "said", id="before"),
        pytest.param("Said Smith: “We will go home.”", "Smith", "Said", id="before, inverted"),
        pytest.param("SMITH: “We will go home tonight.”", "SMITH", None, id="colon"),
        pytest.param(
            "John Smith, the mayor of Tarn, said “we will go home.”", "John Smith", "said", id="over an aside"
        ),
        pytest.param("“We will go home,” the mayor of Tarn said.", "the mayor of Tarn", "said", id="a role"),
        pytest.param("“We will go home,” she told reporters.", "she", "told", id="a pronoun"),
        pytest.param("“We will go home,” Mr. Smith wrote on Twitter.", "Mr. Smith", "wrote", id="a title"),
        pytest.param(
            "“We will go home,” panel Chairman Rep. Jason Chaffetz (R-Utah) said.",
            "panel Chairman Rep. Jason Chaffetz",
            "said",
            id="several titles",
        ),
        pytest.param(
            "“We will go home,” said Sinéad O’Connor-Müller.", "Sinéad O’Connor-Müller", "said", id="not ASCII"
        ),
        pytest.param("According to John Smith, “we will go home.”", "John Smith", "According to", id="according to"),
        pytest.param(
            "“We will go home,” according to the mayor.", "the mayor", "according to", id="according to, after"
        ),
        pytest.param("As Smith put it, “we will go home tonight.”", "Smith", "put", id="as X put it"),
        pytest.param(
            "Smith accused Brown of “fanatic recklessness.”", "Smith", "accused", id="accused, not the accused"
        ),
        pytest.param("“We will go home,” reads the letter.", "the letter", "reads", id="a document"),
        pytest.param(
            "“We will go home,” said a spokesman for the ministry.",
            "a spokesman for the ministry",
            "said",
            id="for whom",
        ),
        pytest.param("“We go home,” the mayor for the first time said.", "the mayor", "said", id="for how long"),
        pytest.param(
            "Officials at the ministry said they “will go home tonight.”", "Officials", "said", id="not the ministry"
        ),
        pytest.param(
            "The general noted concerns in the region and said the deal will “further our will to stay.”",
            "The general",
            "said",
            id="the later of two verbs",
        ),
        pytest.param("Smith said he wants to “go home tonight.”", "Smith", "said", id="said, not wants"),
        pytest.param(
            "John Smith stood at the door. “We will go home tonight.”", "John Smith", None, id="sentence before"
        ),
        pytest.param(
            "“We will go home,” Dumas said, as the transcript of the hearing shows.",
            "Dumas",
            "said",
            id="and a document",
        ),
        pytest.param("The “winner” went home with nothing.", None, None, id="a term has none"),
        pytest.param("“We will go home tonight.”", None, None, id="nobody is named"),
    ],
)
def test_who_speaks_as_written(text: str, speaker: str | None, cue: str | None) -> None:
    text, quotation = only(text)
    found_speaker = quotation.speaker and quotation.speaker.of(text)
    assert (found_speaker, quotation.cue and quotation.cue.of(text)) == (speaker, cue)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param("“We go home now,” John Smith said. “We will not return.”", ["John Smith"] * 2, id="goes on"),
        pytest.param(
            "“We go home now,” John Smith said. | “We will not return.”",
            ["John Smith"] * 2,
            id="into the next paragraph",
        ),
        pytest.param(
            "“We go home now,” said Smith. Then he left. “We stay here,” said Mary Brown.",
            ["Smith", "Mary Brown"],
            id="another takes over",
        ),
        pytest.param(
            "“WALLACE: Why would he do that at all? | “PENCE: Well, look, you know him.",
            ["WALLACE", "PENCE"],
            id="tags",
        ),
        pytest.param(
            "“We will go home tonight.” | John Smith was the first to leave.", [None], id="the next paragraph tells"
        ),
        pytest.param("“We will go home tonight.” | ― John Smith", ["John Smith"], id="the next paragraph signs"),
    ],
)
def test_who_speaks_over_several_quotations(text: str, speakers: list[str | None]) -> None:
    page = article(text)
    assert [one.speaker and one.speaker.of(page.text) for one in find_quotations(page)] == speakers


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        pytest.param("The mayor said the plan “will cost us dearly” and must go.", True, id="within a sentence"),
        pytest.param("The mayor said the plan “will cost us dearly.”", True, id="at its end"),
        pytest.param("The deal will “further enhance our will… to stay,” he said.", True, id="with a he said behind"),
        pytest.param("The mayor said: “It will cost us dearly.”", False, id="after a colon"),
        pytest.param("“It will cost us dearly,” the mayor said.", False, id="a sentence of its own"),
        pytest.param("The mayor said, “It will cost us dearly.”", False, id="after a comma"),
    ],
)
def test_whether_it_completes_the_reporters_sentence(text: str, partial: bool) -> None:
    assert only(text)[1].partial is partial


@pytest.mark.parametrize(
    ("text", "elided"),
    [
        pytest.param("“We will … resign,” he said.", True, id="one sign"),
        pytest.param("“We will ... resign,” he said.", True, id="three dots"),
        pytest.param("“We will . . . resign,” he said.", True, id="three dots apart"),
        pytest.param("“We will,” he said, “resign … soon.”", True, id="in the second part"),
        pytest.param("“We will resign,” he said…", False, id="outside"),
        pytest.param("“We will resign. Soon.” he said.", False, id="full stops"),
    ],
)
def test_whether_an_ellipsis_stands_in_it(text: str, elided: bool) -> None:
    assert only(text)[1].elided is elided


def test_who_reports_speech_within_speech() -> None:
    text, quotation = only("State television quoted Mohammad Bagheri as saying: “We will go home tonight.”")
    assert quotation.speaker is not None
    assert quotation.speaker.of(text) == "Mohammad Bagheri"
    text, quotation = only("Smith said Brown was right when she said, “We will go home tonight.”")
    names = {span.of(text) for span in (quotation.speaker, quotation.reporter) if span is not None}
    assert "Smith" in names


PIECES = st.sampled_from(
    "“ ” ‘ ’ \" ' '' „ « » 「 」 , . … : ; — ( ) said he John Smith the mayor of Tarn told CNN We will go. Nein Ürün گفت 家 \n"
    " 6'2\" 's <b> according to | “We go,” “We\n\n".split(" ")
)
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("".join), st.text())


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_whatever_the_text_every_span_names_a_stretch_of_it(text: str) -> None:
    page = article(text)
    quotations = find_quotations(page)
    assert [quotation.id for quotation in quotations] == [f"q{number}" for number in range(1, len(quotations) + 1)]
    end = 0
    for quotation in quotations:
        assert end <= quotation.span.start, "in reading order, none within another"
        end = quotation.span.end
        assert (quotation.parts[0].start, quotation.parts[-1].end) == (quotation.span.start, quotation.span.end)
        for one, other in pairwise(quotation.parts):
            assert one.end <= other.start
        for part in quotation.parts:
            words = part.of(page.text)
            assert words == words.strip()
            assert any(character.isalnum() for character in words)
        for span in (quotation.speaker, quotation.cue, quotation.reporter):
            assert span is None or span.of(page.text).strip()


@settings(max_examples=50, deadline=None)
@given(TEXTS, st.sampled_from(["A paragraph of prose.", "He left the room in 1998 and never came back."]))
def test_prose_before_it_moves_quotations_and_changes_none(text: str, prose: str) -> None:
    text = text.replace(" | ", " ")
    alone = [(one.kind, one.parts) for one in find_quotations(article(text))]
    moved = [(one.kind, one.parts) for one in find_quotations(article(f"{prose} | {text}"))]
    by = len(prose) + 2
    assert [parts for _, parts in moved] == [tuple(part.moved(by) for part in parts) for _, parts in alone]
