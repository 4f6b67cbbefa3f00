"""Names that every reader knows as two: Austria is not Australia, Tuesday is not Thursday.

In lower case, one word each ("korea" for both; "north" and "south" are a direction). A name that is not here is told by
its capital inside a sentence.
"""

from __future__ import annotations

PLACES = frozenset(
    """
afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium benin
bhutan bolivia bosnia botswana brazil britain bulgaria burundi cambodia cameroon canada chad chile china colombia congo croatia
cuba cyprus czechia denmark ecuador egypt eritrea estonia ethiopia fiji finland france gabon gambia germany ghana greece
guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan
kazakhstan kenya korea kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya lithuania luxembourg malawi malaysia
mali malta mauritania mauritius mexico moldova mongolia montenegro morocco mozambique myanmar namibia nepal netherlands
nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia
rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan
tanzania thailand togo tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe
alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa
kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio
oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming
africa america asia europe
aleppo amsterdam ankara athens atlanta baghdad baltimore bangkok barcelona beijing beirut benghazi berlin boston brussels
bucharest budapest cairo chicago cleveland copenhagen dallas damascus delhi detroit dublin edinburgh geneva hamburg havana
helsinki houston istanbul jerusalem kabul karachi kyiv lagos lisbon london madrid manchester manila melbourne miami milan minsk
mosul moscow mumbai munich nairobi naples oslo ottawa paris philadelphia phoenix prague pyongyang riyadh rome seoul shanghai
stockholm sydney tehran tokyo toronto tripoli vienna warsaw zurich
""".split()
)

PEOPLES = frozenset(
    """
afghan american arab argentine armenian australian austrian belgian brazilian british bulgarian canadian catholic chinese
christian colombian croatian cuban czech danish democrat democratic dutch egyptian english estonian european finnish french
german greek hindu hungarian indian indonesian iranian iraqi irish israeli italian japanese jewish jew jordanian kenyan korean
kurd kurdish kuwaiti latvian lebanese liberal libyan lithuanian mexican mormon moroccan muslim nigerian norwegian pakistani
palestinian persian polish portuguese protestant republican romanian russian saudi scottish serbian shiite sunni slovak spanish
sudanese swedish swiss syrian tory turkish ukrainian venezuelan vietnamese welsh yemeni
""".split()
)

MONTHS = frozenset("january february march april may june july august september october november december".split())
DATES = MONTHS | frozenset(
    """
monday tuesday wednesday thursday friday saturday sunday
yesterday today tomorrow
""".split()
)

_BODIES = frozenset(
    "nato nafta isis opec fema congress senate house parliament pentagon kremlin islam christianity".split()
)

# One place, two names or spellings: changed for each other, the words are altered and the meaning is kept.
_ALIASES = (
    "kiev kyiv", "burma myanmar", "peking beijing", "bombay mumbai", "calcutta kolkata", "saigon hochiminh", "persia iran",
    "holland netherlands", "turkey turkiye", "odessa odesa", "kharkov kharkiv", "lvov lviv", "belarus byelorussia",
    "macedonia makedonia", "teheran tehran", "mohammed muhammad", "mohammad mohammed", "koran quran",
)  # fmt: skip
_ALIAS_PAIRS = frozenset(frozenset(pair.split()) for pair in _ALIASES)

KNOWN = PLACES | PEOPLES | _BODIES


# Common words that names of institutions, laws and offices are made of: misspelt they are a slip of the pen and no other
# name ("Social Securty"), which cannot be said of a person's name or a place's.
GENERIC = frozenset(
    """
academy act administration affairs affordable agency agreement agricultural air amendment american armed army assembly
association attorney authority award awards bank bill board border budget bureau cabinet campaign capital care center central
centre chairman chamber charter chief chiefs church city civil coast college commission committee company conference
constitution convention corporation corps council county court customs cup defence defense democratic department deputy
development director district economic education election electoral emergency employment energy enforcement environment
environmental exchange executive export family federal federation finance financial first food force forces foreign foundation
free fund general government governor guard health high homeland hospital housing human industrial initiative institute
intelligence interior internal international investigation investment joint journal justice labor labour league liberal library
management marine marines medicaid medical medicare minister ministry monetary mortgage museum national natural navy north office
organisation organization pacific parliament party peace police policy president prime prize program programme project protection
public railway regulatory relations republic research reserve resources revenue rights river road royal school science second
secretary security senate senator service services social society south special staff standard state states station statistics
street supreme tariff tax technology times trade transport transportation treasury treaty tribunal trust union united university
veterans welfare west white wildlife women workers works world
""".split()
)


def known_name(word: str) -> bool:
    """Whether a lower-case word, or its singular, is a name from the tables.

    >>> known_name("austria"), known_name("muslims"), known_name("bagheri")
    (True, True, False)
    """
    return word in KNOWN or (word.endswith("s") and word[:-1] in KNOWN)


def one_place(one: str, other: str) -> bool:
    """Whether two lower-case names are known to mean the same."""
    return frozenset((one, other)) in _ALIAS_PAIRS
