"""Who speaks and which outlet carries it, in texts as agencies and papers on defence and the Middle East write them.

All are written for the purpose; nobody in them exists. A row names, for each quotation, the speaker's name and the outlets.
"""

from __future__ import annotations

import pytest

from checker.outlets import Outlets
from checker.pipeline import read_reading
from checker.read.text import read_text

TRANSLATED = (
    "Rear Adm. Hossein Karimi attended the ceremony with Defense Minister Amir Rahmani, state broadcaster IRIB said.\n\n"
    "“These vessels will sail wherever they must,” Karimi was quoted as saying by Tasnim.\n\n"
    "According to a translated report by Radio Free Europe’s Radio Farda service, Rahmani said the boats have “a range "
    "that nobody expects.”\n\n"
    "“We do not seek war with anyone,” Rahmani said.\n\n"
    "The Iranian admiral said the boats would “send a clear message.”\n\n"
    "A spokesman for the U.S. 5th Fleet, Cmdr. Tom Baker, told Stars and Stripes that ships would “continue to sail.”"
)
CHAIN = (
    "Haaretz reported, citing the Russian daily Kommersant, that Ankara had delivered drones.\n\n"
    "“The delivery was completed in June,” a diplomat familiar with the talks told Kommersant.\n\n"
    "“This is pure fiction,” the ministry said in a statement published by the state-run Anadolu Agency.\n\n"
    "President Ilham Mammadov told Al Jazeera’s Leila Haddad: “We buy what we need.” He added that the army was “no one’s "
    "tool.”"
)
UNKNOWN = (
    "The Sana news site reported that a shipment had been sent. “Two planes landed on Friday,” the site quoted an airport "
    "worker as saying."
)
BRITISH = (
    "Sir Alan Whitcombe has denied it, saying the claims were ‘utterly without foundation’.\n\n"
    "The defence secretary told the BBC’s Today programme: ‘I’ve seen nothing that’d make me think the lads’ work is in "
    "doubt.’\n\n"
    "‘We can’t sell jets to people who’ll use them,’ said Emma O’Dowd, Labour’s spokeswoman. ‘It’s as simple as that.’"
)
ARABIC_NAMES = (
    "Iraqi Prime Minister Mustafa al-Jabouri vowed to disarm them.\n\n"
    "“We will not tolerate this,” Jabouri told a conference broadcast by the state-run al-Iraqiya channel.\n\n"
    "Kataib Hezbollah’s spokesman Mohammed Mohi told Lebanon’s al-Akhbar newspaper: “They crossed every line.”\n\n"
    "The cleric Ammar al-Sadr asked his followers to “keep away from the embassy.”"
)
TRANSCRIPT = (
    "MILLER: Iran’s state television says the boats were in its own waters. Is that right?\n\n"
    "ADM. PETER COLE: I called it “unsafe and unprofessional” this morning.\n\n"
    "COLE: As Secretary Brandt put it, “the sea belongs to everybody.”"
)
DEFENCE = (
    "The laser burns through it in “three seconds flat,” Col. Diane Ruiz told Defense News at the Space and Missile "
    "Defense Symposium.\n\n"
    "“Five years ago it filled a truck,” said Ruiz.\n\n"
    "“I’d be surprised if they stopped,” a Lockheed Martin executive said. “I really would,” he said.\n\n"
    "Gen. James “Jimmy” Okafor was more careful: “Lasers don’t like fog.”"
)
POSTS = (
    "Brian Hale, the special envoy, wrote on Twitter:\n\n"
    "“The regime spends its money on missiles. This has to stop.”\n\n"
    "Foreign Minister Javad Rostami replied an hour later:\n\n"
    "“Says the man who sells the bombs. #Yemen”"
)
REMARKS = (
    "“Whoever hurts us, we will hurt them,” Prime Minister Dan Levi said in remarks carried by the Times of Israel.\n\n"
    "“Such actions violate the sovereignty of Syria,” spokeswoman Irina Orlova told reporters in Moscow, according to the "
    "Interfax news agency.\n\n"
    "Governor Ahmad Moradi, who spoke to the Tehran Times by phone, said it was “unacceptable to both nations.” “It is "
    "over,” the governor said."
)
BEHIND_A_ROLE = (
    "Iran’s Foreign Ministry spokesman, Saeed Hatami, rejected the accusations as “childish”, the IRNA news agency said.\n\n"
    "Writing in the daily Kayhan, its editor, Hossein Shahidi, called on the navy to “close the strait.”\n\n"
    "Asked by the BBC whether he believed it, Defence Secretary Paul Marsh said: “I’d be very surprised.”\n\n"
    "Meduza, citing two sources, wrote that it was “improvised.” One of the sources said the governor “panicked.”"
)
SPELT_OTHERWISE = (
    "“We stay here,” General Ali Ayyoub told Reuters.\n\n“We do not leave,” Ayoub said. "
    "«لن نغادر أبدا», the general said."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            TRANSLATED,
            [
                ("Hossein Karimi", ["tasnimnews-com"]),
                ("Amir Rahmani", ["radiofarda-com"]),
                ("Amir Rahmani", ["radiofarda-com"]),
                ("Hossein Karimi", []),
                ("Tom Baker", ["stripes-com"]),
            ],
            id="a translated report of a parent's service",
        ),
        pytest.param(
            CHAIN,
            [
                (None, ["kommersant-ru"]),
                (None, ["aa-com-tr"]),
                ("Ilham Mammadov", ["aljazeera-com"]),
                ("Ilham Mammadov", ["aljazeera-com"]),
            ],
            id="a chain, and an outlet's own reporter",
        ),
        pytest.param(UNKNOWN, [(None, ["Sana"])], id="an outlet that no registry knows"),
        pytest.param(
            BRITISH,
            [
                ("Alan Whitcombe", []),
                ("Alan Whitcombe", ["bbc-com"]),
                ("Emma O’Dowd", []),
                ("Emma O’Dowd", []),
            ],
            id="British single marks with apostrophes",
        ),
        pytest.param(
            ARABIC_NAMES,
            [
                ("Mustafa al-Jabouri", ["imn-iq"]),
                ("Mohammed Mohi", ["al-akhbar-com"]),
                ("Ammar al-Sadr", []),
            ],
            id="names with a small article",
        ),
        pytest.param(TRANSCRIPT, [("PETER COLE", []), ("Brandt", [])], id="a transcript: I, and nobody's outlet"),
        pytest.param(
            DEFENCE,
            [
                ("Diane Ruiz", ["defensenews-com"]),
                ("Diane Ruiz", ["defensenews-com"]),
                (None, []),
                (None, []),
                ("James Okafor", []),
            ],
            id="a firm's executive is not the firm, a nickname within a name",
        ),
        pytest.param(POSTS, [("Brian Hale", []), ("Javad Rostami", [])], id="posts in block form"),
        pytest.param(
            REMARKS,
            [
                ("Dan Levi", ["timesofisrael-com"]),
                ("Irina Orlova", ["interfax-ru"]),
                ("Ahmad Moradi", ["tehrantimes-com"]),
                ("Ahmad Moradi", ["tehrantimes-com"]),
            ],
            id="remarks carried by, according to, spoke to",
        ),
        pytest.param(
            BEHIND_A_ROLE,
            [
                ("Saeed Hatami", ["irna-ir"]),
                ("Hossein Shahidi", ["kayhan-ir"]),
                ("Paul Marsh", ["bbc-com"]),
                (None, ["meduza-io"]),
                (None, []),
            ],
            id="a name behind a role, asked by an outlet, one of several sources",
        ),
        pytest.param(
            SPELT_OTHERWISE,
            [("Ali Ayyoub", ["reuters-com"]), ("Ali Ayyoub", ["reuters-com"]), ("Ali Ayyoub", ["reuters-com"])],
            id="one man spelt two ways, and words in another script",
        ),
    ],
)
def test_who_speaks_and_which_outlet_carries_it(text: str, expected: list[tuple[str | None, list[str]]]) -> None:
    # A first line of its own is read as the headline, from which nothing carries over.
    attributions = read_reading(read_text(f"What was said\n\n{text}"), Outlets.shipped()).attributions
    found = [
        (
            one.speaker.name if one.speaker else None,
            [credit.source.outlet_id or credit.source.name for credit in one.credits],
        )
        for one in attributions
        if one.quotation.kind != "term"
    ]
    assert found == expected


def test_an_article_of_a_name_is_no_other_spelling() -> None:
    text = "“We stay,” Mustafa al-Jabouri said. “We stay here,” Jabouri said. “We go,” said Hussein Jabbouri of Tarn."
    people = read_reading(read_text(text), Outlets.shipped()).people
    assert [(one.name, len(one.spellings)) for one in people] == [("Mustafa al-Jabouri", 1), ("Hussein Jabbouri", 1)]
