"""Names of people and the words that stand for them: titles, roles, pronouns, and whether two names mean one person."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from checker.text.slips import one_slip

# Before a name, and no part of it. Two-word titles are covered word by word.
TITLES = frozenset(
    """mr mrs ms miss mx dr prof professor rev reverend father fr sister brother sir dame lord lady baron baroness pastor
    bishop archbishop cardinal pope rabbi imam sheikh sheik ayatollah mullah grand hojatoleslam hon honorable sen
    senator rep representative representatives reps congressman congresswoman gov governor lt lieutenant president
    pres vice premier prime chancellor minister foreign defence defense interior finance secretary speaker leader
    majority minority mayor councilman councilwoman councilor councillor alderman sheriff chief deputy assistant assoc
    associate acting interim former ex then then-president ambassador amb attorney atty solicitor general gen maj
    major brig brigadier col colonel capt captain cpl corporal sgt sergeant adm admiral rear commander cmdr cdr pvt
    private pfc spc marshal justice judge det detective officer agent inspector insp supt superintendent king queen
    prince princess emperor sultan emir crown spokesman spokeswoman spokesperson director manager chairman chairwoman
    chair strategist candidate nominee coach analyst columnist reporter anchor host author actor actress singer rapper
    democratic republican gop senate house state retired incoming outgoing current longtime co-chair co-chairman
    co-founder founder ceo cfo coo executive ret msgr canon dean provost principal staff campaign press party mp mep
    msp lieutenant-general major-general lawyer economist historian pollster operative activist adviser advisor aide
    envoy lawmaker consultant businessman mogul billionaire delegate congressional presidential gubernatorial rival
    running mate u.s us american herr frau mme mlle señor señora""".split()
)
# Nouns for people who speak. `is_role` adds endings (-ist, -er …) that nearly always make such a noun.
ROLES = frozenset(
    """general president minister premier chancellor secretary senator governor mayor lawmaker congressman congresswoman
    spokesman spokeswoman spokesperson official officer aide adviser advisor strategist candidate nominee leader chief
    director manager chairman chairwoman chair executive head source critic supporter analyst expert professor scholar
    lawyer attorney prosecutor judge justice doctor physician surgeon neurosurgeon nurse teacher student voter delegate
    delegates donor activist organizer consultant pollster operative columnist reporter journalist correspondent editor
    author writer anchor host moderator commentator blogger actor actress singer star celebrity businessman businesswoman
    mogul tycoon billionaire developer investor economist historian researcher scientist engineer farmer worker employee
    owner founder co-founder veteran soldier commander colonel captain admiral sergeant major marine pilot agent
    detective sheriff policeman trooper guard protester demonstrator marcher heckler rioter resident neighbor witness
    survivor victim friend colleague wife husband son daughter mother father brother sister cousin uncle aunt widow niece
    nephew grandmother grandfather grandson granddaughter
    parent child boy girl man woman guy person people men women children king queen prince princess ambassador envoy
    diplomat negotiator mediator inspector auditor regulator commissioner councilman councilwoman councilor councillor
    alderman superintendent
    principal dean provost pastor priest bishop pope rabbi imam cleric ayatollah evangelist preacher minister member
    staffer staff intern insider confidant ally opponent rival frontrunner front-runner democrat republican conservative
    liberal libertarian socialist communist nationalist populist moderate independent feminist user commenter viewer
    reader listener fan follower client customer patient passenger driver coach player athlete quarterback boxer
    champion narrator interviewer interviewee questioner speaker speechwriter biographer translator interpreter
    counsel representative congressperson politician statesman dictator ruler monarch emperor deputy vice-president
    assailant shooter suspect defendant plaintiff inmate prisoner juror lobbyist entrepreneur banker trader broker
    lady gentleman teenager veteran retiree immigrant refugee migrant businessperson ceo chef artist musician comedian
    filmmaker producer director photographer designer architect novelist poet playwright philosopher psychologist
    psychiatrist biologist chemist physicist mathematician meteorologist climatologist epidemiologist virologist
    someone somebody attendee staffers aides officials critics whistleblower whistle-blower hacker extremist militant
    rebel fighter terrorist jihadist insurgent militiaman hostage""".split()
)
# What speaks without being a person.
DOCUMENTS = frozenset(
    """statement report letter ad advertisement poll email e-mail message memo lawsuit suit document editorial study
    survey article column transcript headline tweet release complaint indictment petition platform page website site
    account voice voice-over narration video clip spot commercial passage piece post note book memoir film movie song
    script opinion ruling order bill law rules plan proposal resolution speech sign banner poster shirt hat caption
    newspaper magazine paper outlet network tabloid publication journal blog agency station channel program show
    footnote dossier affidavit filing brief analysis review press-release newsletter flyer mailer pamphlet manifesto
    charter treaty agreement text words remarks bylaws standards guidelines regulations finding findings memorandum
    communique communiqué""".split()
)
GROUPS = frozenset(
    """campaign group company board office crowd audience council committee department ministry government
    administration party organization organisation foundation commission association union coalition court army
    military police force bureau institute university college school church network team caucus movement pac firm
    corporation bank delegation embassy parliament congress senate house cabinet regime state kingdom nation country
    white\N{SPACE}house pentagon kremlin family media press public community union chorus""".split()
)
_ROLE_ENDINGS = (
    "ist", "ists", "ician", "icians", "woman", "women", "spersons", "sperson", "men", "ologist", "ologists", "crat",
    "crats",
)  # fmt: skip
_SUFFIXES = frozenset("jr sr ii iii iv esq phd md mp qc kc obe cbe".split())
_PARTICLES = frozenset(
    "al el bin ibn ben abu de del della der den di da dos van von la le al- el- st san ul ur bint".split()
)


@lru_cache(maxsize=4096)
def is_role(word: str) -> bool:
    """Whether a small word is a noun for a person (or, in the plural, people) who may speak."""
    if word in ROLES or (word.endswith("s") and word[:-1] in ROLES):
        return True
    return word.endswith(_ROLE_ENDINGS) and len(word) > 5


_NOT_COMPARED = str.maketrans("", "", "’'`ʼ‘-‐‑")


def plain(text: str) -> str:
    """Small letters without accents, apostrophes and hyphens: what names are compared by."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(character for character in decomposed if not unicodedata.combining(character))
    return text.translate(_NOT_COMPARED).casefold()


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name without titles, roles and suffixes, as written.

    >>> name_words("Iranian Maj. Gen. Mohammad Bagheri, Jr.")
    ('Iranian', 'Mohammad', 'Bagheri')
    """
    words = re.findall(r"[^\W\d_](?:[^\s,;()\"“”]*[^\W_])?\.?", name)
    kept = [word for word in words if word.strip(".").lower() not in TITLES | _SUFFIXES]
    kept = [re.sub(r"[’']s?$", "", word) if word.endswith(("’s", "'s", "’", "'")) else word for word in kept]
    return tuple(word for word in kept if word[:1].isupper() or word.lower() in _PARTICLES or not word.isascii())


def without_title(name: str) -> str:
    """A name as an article would index it: titles, roles and suffixes dropped from the front and the end."""
    return " ".join(name_words(name))


@lru_cache(maxsize=1024)
def _skeleton(word: str) -> str:
    """Consonants as a transliteration may write them: doubled letters once, look-alike sounds as one."""
    word = plain(word)
    for written, sound in (
        ("kh", "h"), ("gh", "g"), ("ph", "f"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("tch", "s"), ("ts", "s"),
        ("dj", "j"), ("dh", "d"), ("th", "t"), ("ck", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"),
        ("ij", "i"), ("iy", "i"), ("yi", "i"), ("ya", "ia"), ("yu", "iu"), ("q", "k"), ("c", "k"), ("w", "v"),
        ("z", "s"), ("y", "i"),
    ):  # fmt: skip
        word = word.replace(written, sound)
    word = re.sub(r"(.)\1+", r"\1", word)
    return word[:1] + re.sub(r"[aeiou]", "", word[1:])


def one_spelling_apart(one: str, other: str) -> bool:
    """Whether two surnames may be one, spelt or transliterated otherwise: Bagheri and Bangheri, Ayyoub and Ayoub."""
    one, other = plain(one), plain(other)
    if one == other:
        return True
    if min(len(one), len(other)) < 4:
        return False
    if _skeleton(one) == _skeleton(other):
        return True
    if one[0] != other[0] or one[-1] != other[-1]:
        return False
    if one_slip(one, other):
        return True
    if min(len(one), len(other)) < 8 or abs(len(one) - len(other)) > 2:
        return False
    from rapidfuzz.distance import OSA  # only for two long names: most articles need not load it

    return OSA.distance(one, other, score_cutoff=2) <= 2


def _joined(words: tuple[str, ...]) -> tuple[str, ...]:
    """Particles joined to what follows: al, Assad -> alassad."""
    found: list[str] = []
    carried = ""
    for word in words:
        small = plain(word).strip(".")
        if small in _PARTICLES and small not in ("la", "le", "san", "st", "ben", "da"):
            carried += small
        else:
            found.append(carried + small)
            carried = ""
    return tuple(found) if found else ((carried,) if carried else ())


def _bare(word: str) -> str:
    """A surname without its article: alassad and assad are one."""
    return word[2:] if word[:2] in ("al", "el", "ul") and len(word) > 5 else word


def _first_names_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool | None:
    """Whether the words before the surname can belong to one person; None when a side has none."""
    if not one or not other:
        return None
    first, second = one[0], other[0]
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    if first == second or one_spelling_apart(first, second) or _short_form(first, second):
        return True
    return bool(set(one) & set(other)) and (first in other or second in one)


_SHORT_FORMS = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "bill/william will/william billy/william bob/robert rob/robert bobby/robert dick/richard rick/richard"
        " rich/richard jim/james jimmy/james jamie/james joe/joseph jack/john johnny/john jon/jonathan mike/michael"
        " mick/michael tom/thomas tim/timothy ted/edward ted/theodore ed/edward eddie/edward ned/edward dave/david"
        " dan/daniel danny/daniel don/donald ben/benjamin bernie/bernard chris/christopher chris/christine"
        " chuck/charles charlie/charles matt/matthew nick/nicholas pete/peter phil/philip phil/phillip steve/stephen"
        " steve/steven sam/samuel tony/anthony andy/andrew alex/alexander al/albert al/alan fred/frederick greg/gregory"
        " jeff/jeffrey jerry/gerald ken/kenneth larry/lawrence ron/ronald ray/raymond stan/stanley vince/vincent"
        " walt/walter kate/katherine kathy/katherine cathy/catherine liz/elizabeth beth/elizabeth betty/elizabeth"
        " peggy/margaret meg/margaret maggie/margaret sue/susan debbie/deborah barb/barbara becky/rebecca patty/patricia"
        " pat/patricia pat/patrick sandy/alexandra vlad/vladimir mo/mohammed tsai/tsai ali/ali nicky/nikki"
    ).split()
)


def _short_form(one: str, other: str) -> bool:
    return frozenset((one, other)) in _SHORT_FORMS


def same_person(a: str, b: str) -> bool | None:
    """Whether two names as written can mean one person: True the same, False different, None where it cannot be told.

    Titles are put aside; a surname alone, initials, middle names, short forms and transliterations are allowed for. A
    role, initials alone or a first name alone tell nothing.

    >>> same_person("Maj. Gen. Mohammad Bagheri", "Mohammad Bangheri")
    True
    >>> same_person("Ali Ayyoub", "Mohammad Bagheri")
    False
    >>> same_person("the defence minister", "Ali Ayyoub") is None
    True
    """
    if _described(a) or _described(b):
        return None
    one, other = _joined(_named(a)), _joined(_named(b))
    if not one or not other or _only_initials(one) or _only_initials(other):
        return None
    if one == other:
        return True
    surname_one, surname_other = _bare(one[-1]), _bare(other[-1])
    surnames = surname_one == surname_other or one_spelling_apart(surname_one, surname_other)
    if surnames:
        agree = _first_names_agree(one[:-1], other[:-1])
        return True if agree is None else agree
    if len(one) == 1 or len(other) == 1:
        single, full = (one, other) if len(one) == 1 else (other, one)
        if len(full) == 1:
            return False
        # One word that is somebody's first or middle name: two people may share it.
        return None if any(single[0] == word or one_spelling_apart(single[0], word) for word in full[:-1]) else False
    # Names written family name first.
    return set(one) == set(other)


def _described(name: str) -> bool:
    """Whether it says what somebody is and not how they are called: "the Florida senator", "a senator from Vermont"."""
    words = re.sub(r"[’']s?$", "", name.strip()).split()
    if len(words) < 2 or words[0].lower() not in (
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "our",
        "one",
        "another",
    ):
        return False
    roles = [at for at, word in enumerate(words) if is_role(word.lower().strip(","))]
    if not roles:
        return words[-1].islower()
    return roles[-1] == len(words) - 1 or words[roles[-1] + 1] in ("from", "of", "for", "in", "at", "with", "who", "to")


def _named(name: str) -> tuple[str, ...]:
    words = name_words(name)
    if len(words) == 1 and is_demonym(words[0]) and name.split()[-1] != words[0]:
        return ()
    # A demonym before a name ("Iranian Mohammad Bagheri") is no first name.
    while len(words) > 2 and is_demonym(words[0]):
        words = words[1:]
    return words


@lru_cache(maxsize=2048)
def is_demonym(word: str) -> bool:
    return word.lower().endswith(("ian", "ean", "ese", "ish", "aqi", "aeli", "ani", "can")) and word.lower() not in (
        "ian", "brian", "sean", "dean", "jean", "adrian", "julian", "christian", "vivian", "damian", "dorian", "fabian",
        "lillian", "marian", "gillian", "duncan", "hani", "rani",
    )  # fmt: skip


def _only_initials(words: tuple[str, ...]) -> bool:
    return all(len(word) <= 2 and word.isascii() for word in words) or (
        len(words) == 1 and len(words[0]) <= 3 and not re.search(r"[aeiouy]", words[0])
    )
