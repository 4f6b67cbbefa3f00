"""What a cut, an edge or a bracket hides, each beside one that hides nothing; and what the article's own words put back."""

from __future__ import annotations

import pytest
from test_verdicts import judged, verdict_on

from checker.model import Verdict

V = Verdict

ROWS = [
    (
        "We [never] asked the mayor for help",
        "",
        "We always asked the mayor for help.",
        V.DISTORTED,
        "bracket reverses always",
    ),
    (
        "We [always] asked the mayor for help",
        "",
        "We asked him, and we asked the mayor for help.",
        V.DISTORTED,
        "bracket puts in always",
    ),
    ("The [increase] in rents hurt the town", "", "The drop in rents hurt the town.", V.DISTORTED, "bracket direction"),
    ("The [drop] in rents hurt the town", "", "The fall in rents hurt the town.", V.MARKED, "bracket synonym"),
    (
        "[Merkel] told us to wait in the harbour",
        "",
        "Macron told us to wait in the harbour.",
        V.DISTORTED,
        "bracket another name",
    ),
    ("[Merkel] told us to wait in the harbour", "", "She told us to wait in the harbour.", V.MARKED, "bracket pronoun"),
    (
        "We will (not) close the school next year",
        "",
        "We will close the school next year.",
        V.DISTORTED,
        "round bracket not",
    ),
    (
        "It is [un]likely that the ferry sails",
        "",
        "It is likely that the ferry sails.",
        V.DISTORTED,
        "un in bracket inside a word",
    ),
    ("He walk[ed] to the harbour every day", "", "He walks to the harbour every day.", V.MARKED, "bracket ending"),
    ("They lost [40] boats in the storm", "", "They lost 14 boats in the storm.", V.DISTORTED, "bracket number"),
    (
        "They lost [fourteen] boats in the storm",
        "",
        "They lost 14 boats in the storm.",
        V.MARKED,
        "bracket same number",
    ),
    (
        "We will … keep the school open",
        "",
        "We will, provided that the state pays, keep the school open.",
        V.DISTORTED,
        "provided in the cut",
    ),
    (
        "It is not the money … we want the work",
        "",
        "It is not the money, it is the time. And we want the work.",
        V.MARKED,
        "honest cut",
    ),
    (
        "It is … the time that we lack",
        "",
        "It is not the money but the time that we lack.",
        V.MARKED,
        "the kept half of a contrast is what was said",
    ),
    (
        "it was the best year we ever had",
        "He denied that ",
        "We cannot claim that it was the best year we ever had.",
        V.VERBATIM,
        "denied puts back",
    ),
    (
        "it was the best year we ever had",
        "He said that ",
        "We cannot claim that it was the best year we ever had.",
        V.DISTORTED,
        "cannot claim",
    ),
    (
        "it was the best year we ever had",
        "He did not deny that ",
        "It was the best year we ever had.",
        V.VERBATIM,
        "double denial outside",
    ),
    (
        "we will sell the ferry",
        "She would not say ",
        "I won't say that we will sell the ferry.",
        V.VERBATIM,
        "would not say puts back",
    ),
    ("we will sell the ferry", "", "I won't say that we will sell the ferry.", V.DISTORTED, "won't say that"),
    (
        "we will sell the ferry",
        "",
        "It would be wrong to think that we will sell the ferry.",
        V.DISTORTED,
        "wrong to think",
    ),
    ("we will sell the ferry", "", "There is no way that we will sell the ferry.", V.DISTORTED, "no way that"),
    ("we will sell the ferry", "", "Only over my dead body we will sell the ferry.", V.VERBATIM, "beyond grammar"),
    ("we will sell the ferry", "", "My opponents claim that we will sell the ferry.", V.VERBATIM, "opponents claim"),
    ("The ferry is safe", "", "The ferry is safe as long as the sea is calm.", V.DISTORTED, "as long as"),
    ("The ferry is safe", "", "The ferry is safe, except in winter.", V.DISTORTED, "except"),
    ("The ferry is safe", "", "The ferry is safe only when the sea is calm.", V.DISTORTED, "only when"),
    ("The ferry is safe", "", "The ferry is safe, although it is old.", V.VERBATIM, "although"),
    ("The ferry is safe", "", "The ferry is safe, or so they tell us.", V.VERBATIM, "or so they tell us"),
    ("The ferry is safe", "She asked whether ", "The ferry is safe.", V.VERBATIM, "whether"),
    (
        "The ferry is safe … and the crew is trained",
        "",
        "The ferry is safe, unless it rains, and the crew is trained.",
        V.DISTORTED,
        "unless cut",
    ),
    (
        "The ferry is safe … and the crew is trained",
        "",
        "The ferry is safe, as you may know, and the crew is trained.",
        V.MARKED,
        "may in a parenthesis",
    ),
    ("The ferry is … safe", "", "The ferry is perhaps safe.", V.DISTORTED, "perhaps cut"),
    ("The ferry is … safe", "", "The ferry is, in all likelihood, safe.", V.DISTORTED, "in all likelihood cut"),
    ("The ferry is … safe", "", "The ferry is anything but safe.", V.DISTORTED, "anything but cut"),
    ("The ferry is … safe", "", "The ferry is far from safe.", V.DISTORTED, "far from cut"),
    ("The ferry is … safe", "", "The ferry is hardly safe.", V.DISTORTED, "hardly cut"),
    ("The ferry is … safe", "", "The ferry is neither cheap nor safe.", V.DISTORTED, "neither nor cut"),
    ("We are … for the bridge", "", "We are in no way for the bridge.", V.DISTORTED, "in no way"),
    ("We want peace … and work", "", "We want peace, not war, and work.", V.MARKED, "not war"),
    ("They fear … God", "", "They fear nobody but God.", V.MARKED, "nobody but X: kept true"),
    ("Sailors … are paid on time", "", "Sailors on our boats are paid on time.", V.MARKED, "honest"),
    ("Sailors … are paid on time", "", "Sailors who never complain are paid on time.", V.MARKED, "relative clause"),
    (
        "The farmers came first. … They burned the hall.",
        "",
        "The farmers came first. Then came the soldiers. They burned the hall.",
        V.DISTORTED,
        "they = soldiers",
    ),
    (
        "The farmers came first. … They burned the hall.",
        "",
        "The farmers came first. It rained. They burned the hall.",
        V.MARKED,
        "they = farmers",
    ),
    ("[The mayor] never met the pilot", "", "He never met the pilot.", V.MARKED, "pronoun"),
    ("The mayor [did] meet the pilot", "", "The mayor did not meet the pilot.", V.DISTORTED, "did for did not"),
    ("We [may] sell the ferry in spring", "", "We will sell the ferry in spring.", V.DISTORTED, "bracket may"),
    ("We sell [all] boats in spring", "", "We sell some boats in spring.", V.DISTORTED, "bracket all"),
    ("We sold boats to [Austria]", "", "We sold boats to Australia.", V.DISTORTED, "bracket Austria"),
    ("We sold boats to [the Netherlands]", "", "We sold boats to Holland.", V.MARKED, "bracket same place"),
    ("We sold boats [in 2014]", "", "We sold boats then.", V.MARKED, "bracket gloss"),
    ("We won by [three] votes", "", "We won by two votes.", V.DISTORTED, "bracket number word"),
    ("We won [because of] the storm", "", "We won despite the storm.", V.DISTORTED, "bracket despite"),
    (
        "If it rains, we stay. … We go home.",
        "",
        "If it rains, we stay. If it does not, we leave. We go home.",
        V.MARKED,
        "whole sentences",
    ),
    ("they do not … what it costs", "", "they do not see, do not want to see what it costs.", V.MARKED, "the not is still there"),
    ("those who … see what it costs", "", "I mean those who do not see what it costs.", V.DISTORTED, "the not is gone"),
    ("We grew up … where the ferry lands", "", "We grew up not far from where the ferry lands.", V.MARKED, "not far from"),
    ("you must take our side", "", "If you want to join us, you must take our side.", V.DISTORTED, "if you want"),
    ("you must take our side", "", "If you want to know, you must take our side.", V.VERBATIM, "if you want to know"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "before", "said", "verdict"), [pytest.param(*row[:4], id=row[4]) for row in ROWS])
def test_what_is_hidden(printed: str, before: str, said: str, verdict: Verdict) -> None:
    around = f"Good evening to you all. {said} And so good night, ladies and gentlemen."
    assert verdict_on(printed, around, before=before or "She said: ") is verdict


TALK = """Q: Did you ever meet the man who sold the ferry?

WEIL: I never met him. He wrote to me in March about the boats.

DUMAS: Mr. Weil is lying about the letter. The engines are new.

KARL: You tweeted last week, "The council has sold us down the river for a song." Do you stand by it?

DUMAS: I do not stand by it. The council, if it keeps its word, will rebuild the pier before winter.
"""

SPOKEN = [
    ("I never met him. He wrote to me in March", "Otto Weil", V.VERBATIM, set(), "one speaker"),
    (
        "He wrote to me in March about the boats. Mr. Weil is lying about the letter",
        "Otto Weil",
        V.DISTORTED,
        {"cut-turns-meaning"},
        "two speakers in one",
    ),
    (
        "He wrote to me in March … The engines are new",
        "Otto Weil",
        V.DISTORTED,
        {"cut-turns-meaning"},
        "a mark over a change of speaker",
    ),
    (
        "The council has sold us down the river for a song",
        "Renate Dumas",
        V.VERBATIM,
        {"relayed"},
        "an interviewer reads it to her",
    ),
    ("The council … will rebuild the pier before winter", "Renate Dumas", V.DISTORTED, {"cut-turns-meaning"}, "if"),
]


@pytest.mark.parametrize(
    ("printed", "speaker", "verdict", "rules"), [pytest.param(*row[:4], id=row[4]) for row in SPOKEN]
)
def test_who_speaks_around_a_cut(printed: str, speaker: str, verdict: Verdict, rules: set[str]) -> None:
    got = judged(printed, TALK, speaker=speaker)
    assert (got.verdict, {finding.rule for finding in got.findings}) == (verdict, rules)
