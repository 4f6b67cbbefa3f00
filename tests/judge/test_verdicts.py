"""The table of differences (`docs/verdicts.md`), row by row: what was said, what was printed, and the verdict.

Every row that must not pass stands beside one that must.
"""

from __future__ import annotations

import pytest

from checker.model import Document, Judgement, Verdict
from checker.pipeline import Asked, Originals, compare

V = Verdict


def judged(printed: str, said: str, **about: str) -> Judgement:
    """The quotation against one original, every line of which is speech."""
    originals = Originals([Document("said.txt", said.encode(), given=True)], by_path=True, all_speech=True)
    return compare(Asked(printed, **about), originals)


def verdict_on(printed: str, said: str, **about: str) -> Verdict:
    return judged(printed, said, **about).verdict


def rules_on(printed: str, said: str, **about: str) -> set[str]:
    return {finding.rule for finding in judged(printed, said, **about).findings}


ROWS = [
    # -- the same words
    ("We won't leave the island this year.", "We won’t leave the island this year.", V.VERBATIM, "curly apostrophe"),
    ("the boats will sail – all of them – at noon", "The boats will sail - all of them - at noon.", V.VERBATIM, "dashes"),
    ("The office of the harbour was shut", "The ofﬁce of the harbour was shut.", V.VERBATIM, "ligature"),
    ("The cooperation of the towns goes on", "The co\u00adop\u00aderation of the towns goes on.", V.VERBATIM, "soft hyphens"),
    ("The cooperation of the towns goes on", "The cooper-\nation of the towns goes on.", V.VERBATIM, "line-end hyphen"),
    ("Fish &amp; chips are sold at the pier", "Fish & chips are sold at the pier.", V.VERBATIM, "left-over entity"),
    ("Der Café am Hafen bleibt heute leider zu", "Der Cafe\u0301 am Hafen bleibt heute leider zu.", V.VERBATIM, "Unicode form"),
    ("the lamps stay lit", "The lamps stay lit.", V.VERBATIM, "first letter"),
    ("The lamps stay lit,", "The lamps stay lit.", V.VERBATIM, "punctuation at the end"),
    ("One quay.\n\nTwo boats are enough", "One quay. Two boats are enough.", V.VERBATIM, "where paragraphs part"),
    ("…the lamps stay lit all night…", "And the lamps stay lit all night, I think.", V.VERBATIM, "ellipses at the ends"),
    ("the will ... to confront the storm", "They have the will … to confront the storm.", V.VERBATIM, "inherited ellipsis"),
    ("The boats,” she said, “will sail at noon", "The boats will sail at noon.", V.VERBATIM, "a 'she said' between"),
    # -- house style
    ("We honour the colour of the harbour", "We honor the color of the harbor.", V.STYLED, "US and UK"),
    ("The U.S. fleet left the bay on Monday", "The US fleet left the bay on Monday.", V.STYLED, "abbreviation"),
    ("It grew by 5 percent in one year", "It grew by 5% in one year.", V.STYLED, "percent sign"),
    ("We will not sell the old boats", "We won't sell the old boats.", V.STYLED, "contraction"),
    ("It is abundantly clear that he lost", "It's abundantly clear that he lost.", V.STYLED, "'s for is"),
    ("Twelve boats lay in the harbour", "12 boats lay in the harbour.", V.STYLED, "numeral"),
    ("We lost a million crowns in the storm", "We lost 1 million crowns in the storm.", V.STYLED, "a million"),
    ("The boats are, I hope, still safe there", "The, um, boats are, I hope, you know, still safe there.", V.STYLED, "fillers"),
    ("And so we will build the quay", "And so we we will build the quay.", V.STYLED, "stutter"),
    ("We won and we will win again", "We won (applause) and we will win again.", V.STYLED, "stage direction"),
    ("The policymaker spoke of the long-term plan", "The policy maker spoke of the long term plan.", V.STYLED, "hyphens"),
    ("The comittee met on the quay at noon", "The committee met on the quay at noon.", V.STYLED, "one wrong letter"),
    ("These people came late to the meeting", "Thesepeople came late to the meeting.", V.STYLED, "scan noise"),
    ("the great lakes are ours, and the fish", "The Great Lakes are ours and the fish.", V.STYLED, "capitals, commas"),
    # -- marked
    ("We will … build the quay again", "We will, in the end, build the quay again.", V.MARKED, "honest cut"),
    ("We will [...] build the quay again", "We will, in the end, build the quay again.", V.MARKED, "cut in brackets"),
    ("[The council] has agreed to build the quay", "It has agreed to build the quay.", V.MARKED, "a pronoun explained"),
    ("[W]e will build the quay again", "And we will build the quay again.", V.MARKED, "a capital in a bracket"),
    ("We was [sic] all at the meeting", "We was all at the meeting.", V.MARKED, "sic"),
    # -- words changed
    ("Nobody wants a port without any boats", "Nobody wants a harbour without any boats.", V.ALTERED, "another word"),
    ("We will build the quay again", "We will, in the end, build the quay again.", V.ALTERED, "unmarked cut"),
    ("We built two schools in the valley", "We build two schools in the valley.", V.ALTERED, "tense"),
    ("The plan would be good for the town", "The plan will be good for the town.", V.ALTERED, "would for will"),
    ("General Bangheri signed the paper in May", "General Bagheri signed the paper in May.", V.ALTERED, "a name misspelt"),
    ("We talked in Kiev about the boats", "We talked in Kyiv about the boats.", V.ALTERED, "another transliteration"),
    ("They failed to keep the promise they gave", "They did not keep the promise they gave.", V.ALTERED, "failed to"),
    ("I don't have any money for a boat", "I don't have no money for a boat.", V.ALTERED, "double negative made standard"),
    ("I heard it form the harbour master", "I heard it from the harbour master.", V.ALTERED, "a slip that makes a word"),
    # -- meaning
    ("We will sell the old boats", "We will not sell the old boats.", V.DISTORTED, "not dropped"),
    ("We never said that it was safe", "We said that it was safe.", V.DISTORTED, "never added"),
    ("It is possible to land there in winter", "It is impossible to land there in winter.", V.DISTORTED, "im-"),
    ("The works will cost 40 million crowns", "The works will cost 14 million crowns.", V.DISTORTED, "number"),
    ("The works will cost 14 billion crowns", "The works will cost 14 million crowns.", V.DISTORTED, "scale"),
    ("The works will cost £14 million", "The works will cost $14 million.", V.DISTORTED, "currency"),
    ("It grew by 17 % in the last year", "It grew by 1.7 % in the last year.", V.DISTORTED, "decimal point"),
    ("The talks were held in Australia in May", "The talks were held in Austria in May.", V.DISTORTED, "another country"),
    ("We will raise the fee next year", "We may raise the fee next year.", V.DISTORTED, "may"),
    ("Most of the teachers agree with me", "Some of the teachers agree with me.", V.DISTORTED, "quantity"),
    ("Prices fell in the month of May", "Prices rose in the month of May.", V.DISTORTED, "direction"),
    ("He knew about it.", "He knew about it?", V.DISTORTED, "a question made a statement"),
    ("We had to recover the roof of the hall", "We had to re-cover the roof of the hall.", V.DISTORTED, "re-cover"),
    ("The menu … will be served", "The menu, which is not cheap, will be served.", V.MARKED, "a 'not' in its own clause"),
    ("I will … resign from this office", "I will not resign from this office.", V.DISTORTED, "the cut hides 'not'"),
    ("We will … leave the harbour", "We will, if the council agrees, leave the harbour.", V.DISTORTED, "the cut hides 'if'"),
    ("We will [never] support this plan", "We will always support this plan.", V.DISTORTED, "a bracket that turns"),
    ("We will stay in the harbour", "We will stay in the harbour unless they ask us to leave.", V.DISTORTED, "unless behind"),
    ("the plan was a good one for us", "I would be lying if I said the plan was a good one for us.", V.DISTORTED, "lying if"),
    ("Failure is what drives him on.", "The fear of failure is what drives him on.", V.DISTORTED, "the head of the phrase"),
    ("The plan is good", "The plan is good, but it comes late.", V.VERBATIM, "but behind: a note"),
    # -- absent
    ("The seals have eaten all our fish", "We talked about the lamps on the quay.", V.ABSENT, "nothing of it"),
    (
        "The ferry is late again and nobody at the company cares about passengers",
        "The ferry is late again, and that is all I know.",
        V.ABSENT,
        "a clause of its own nowhere",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "said", "verdict"), [pytest.param(*row[:3], id=row[3]) for row in ROWS])
def test_the_verdict_on_a_quotation(printed: str, said: str, verdict: Verdict) -> None:
    around = f"Good evening to you all. {said} And so good night, ladies and gentlemen."
    got = judged(printed, around)
    assert got.verdict is verdict, [finding.message for finding in got.findings]


RULES = [
    ("we will … build the quay again", "We will ... build the quay again.", {"inherited"}, "inherited"),
    ("The comittee met on the quay at noon", "The committee met on the quay at noon.", {"typo"}, "typo"),
    ("The plan is good", "The plan is good, but it comes late.", {"cut-at-edge"}, "an edge that turns nothing"),
    ("I will … resign from this office", "I will not resign from this office.", {"cut-turns-meaning"}, "a cut"),
    ("We will [never] support this plan", "We will always support this plan.", {"bracket-reverses"}, "a bracket"),
    ("We built two schools in the valley", "We build two schools in the valley.", {"tense-changed"}, "tense"),
    ("The seals have eaten all our fish", "We talked about the lamps on the quay.", {"absent"}, "absent"),
    (
        "Nobody wants two ports, and nobody wants a port without any boats",
        "Nobody wants two harbours, and nobody wants a harbour without any boats.",
        {"words-changed"},
        "one finding for all changed words",
    ),
]


@pytest.mark.parametrize(("printed", "said", "rules"), [pytest.param(*row[:3], id=row[3]) for row in RULES])
def test_the_rules_that_speak(printed: str, said: str, rules: set[str]) -> None:
    assert rules_on(printed, said) == rules
    assert len(judged(printed, said).findings) == len(rules)


PERSIAN = "توافقنامه‌ای که امضا شد، اراده و عزم ما را برای همکاری مشترک در برابر فشارهای آمریکا تقویت می‌کند."


def test_an_original_in_another_script_is_translated_and_never_absent() -> None:
    assert verdict_on("The agreement expands our cooperation", PERSIAN) is V.TRANSLATED
    assert verdict_on("The agreement expands our cooperation", "The seals have come back to the bay.") is V.ABSENT


SHORT = [
    ("the loveliest town", "It is the loveliest town on the coast.", V.VERBATIM, "word for word"),
    ("bravely fought the storm", "They bravely fight the storm.", V.ALTERED, "another form"),
    ("a lovly old town", "It is a lovely old town.", V.STYLED, "a slip of the pen"),
    ("a rotten old town", "It is a lovely town by the sea.", V.ABSENT, "half of it is not enough"),
    ("rotten boroughs", "There are boroughs in the north.", V.ABSENT, "nor is it of two words"),
]


@pytest.mark.parametrize(("printed", "said", "verdict"), [pytest.param(*row[:3], id=row[3]) for row in SHORT])
def test_a_short_quotation_needs_most_of_its_words(printed: str, said: str, verdict: Verdict) -> None:
    assert verdict_on(printed, said) is verdict


LOOKS = [
    ("We … want this to go on any longer", "We do not, as some have claimed, want this to go on any longer.", True),
    ("We … asked anybody for a crown", "We never in all those long and hard years asked anybody for a crown.", True),
    ("We talked for hours … and went home", "We talked for hours, because he would not listen, and went home.", False),
]


@pytest.mark.parametrize(("printed", "said", "look"), LOOKS)
def test_a_cut_whose_not_may_govern_what_is_kept_is_one_to_look_at(printed: str, said: str, look: bool) -> None:
    assert verdict_on(printed, said) is V.MARKED
    assert ("look-at-cut" in rules_on(printed, said)) is look


CARRIED = [
    ("the plan was a good one for us", "He denied that ", "I would be lying if I said the plan was a good one for us."),
    ("resign from this office", "She would not ", "I will not resign from this office."),
]


@pytest.mark.parametrize(("printed", "before", "said"), CARRIED)
def test_the_articles_own_words_put_back_what_an_edge_took(printed: str, before: str, said: str) -> None:
    assert verdict_on(printed, said, before=before) is V.VERBATIM
    assert rules_on(printed, said, before=before) == {"look-at-cut"}


TRANSCRIPT = """WEIL: I counted eleven broken lamps on my way.

DUMAS: Not in my street, Mr. Weil. We must leave the lamps on.

WEIL: Not in my street. As Ms. Dumas once said, the dark has no friends in this town.

Q: And who will pay for the new lamps?

WEIL: The town will pay for it.
"""

MOUTHS = [
    ("I counted eleven broken lamps on my way", "Otto Weil", V.VERBATIM, set(), "his own words"),
    ("I counted eleven broken lamps on my way", "Renate Dumas", V.MISATTRIBUTED, {"other-speaker"}, "somebody else's"),
    ("I counted eleven broken lamps on my way", "the councillor", V.VERBATIM, set(), "a role is no mismatch"),
    ("I counted eleven broken lamps on my way", "O. W.", V.VERBATIM, set(), "initials are no mismatch"),
    ("And who will pay for the new lamps", "Renate Dumas", V.VERBATIM, set(), "Q is nobody in particular"),
    ("the dark has no friends in this town", "Renate Dumas", V.VERBATIM, {"relayed"}, "passed on, and said so"),
    ("Not in my street", "Otto Weil", V.VERBATIM, set(), "of equal places the named speaker's"),
    ("Not in my street", "", V.AMBIGUOUS, {"ambiguous"}, "equal places in two mouths"),
]


@pytest.mark.parametrize(
    ("printed", "speaker", "verdict", "rules"), [pytest.param(*row[:4], id=row[4]) for row in MOUTHS]
)
def test_whose_words_they_are(printed: str, speaker: str, verdict: Verdict, rules: set[str]) -> None:
    got = judged(printed, TRANSCRIPT, speaker=speaker)
    assert (got.verdict, {finding.rule for finding in got.findings}) == (verdict, rules)


def test_two_places_joined_without_a_mark_are_shown_both() -> None:
    said = (
        "We are proud of the harbour and of the people who built it with their hands. "
        "Then came the storm, and the winter, and the long debt, and nobody knew what to do about any of it. "
        "It is a disgrace that the lamps on the quay are still broken."
    )
    printed = (
        "We are proud of the harbour and of the people who built it. "
        "It is a disgrace that the lamps on the quay are still broken"
    )
    got = judged(printed, said)
    assert got.verdict is V.DISTORTED
    assert "spliced" in {finding.rule for finding in got.findings}


def test_parts_of_one_sentence_that_changed_places_are_altered() -> None:
    said = "If you get caught abusing this program, you should never be able to use it again."
    printed = "You should never be able to use it again, if you get caught abusing this program."
    assert verdict_on(printed, said) is V.ALTERED


def test_little_that_agrees_is_not_enough_among_many_originals() -> None:
    documents = [
        Document(
            f"{name}.txt",
            f"{name.upper()}: {said}\n\n{name.upper()}: {said}".encode(),
            given=True,
            speaker=name,
            date=date,
        )
        for name, said, date in (
            ("Weil", "There is no question about it. We sail at noon.", "2026-03-01"),
            ("Dumas", "The lamps are out, and the boats are late.", "2026-03-02"),
        )
    ]
    long = " ".join(f"Crate {number} went ashore." for number in range(8000))
    documents.append(Document("manifest.txt", long.encode(), given=True, date="2020-01-01"))
    originals = Originals(documents, by_path=True, all_speech=True)
    asked = "There is no question about it"
    assert compare(Asked(asked), originals).verdict is V.VERBATIM
    assert compare(Asked(asked, speaker="Otto Weil", date="2026-03-02"), originals).verdict is V.VERBATIM
    assert compare(Asked(asked, date="2026-03-02"), originals).verdict is V.VERBATIM
    assert compare(Asked(asked, date="2025-03-02"), originals).verdict is V.AMBIGUOUS
