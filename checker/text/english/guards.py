"""Words that carry the meaning of a sentence on their own: changed for another of their kind, the sentence says another thing.

Every table is in lower case, after contractions were written out (`not`, never `n't`).
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEGATORS = _words(
    "not no never none nobody nothing nowhere neither nor without hardly scarcely barely cannot non longer_no"
)

# "will" and "would" change tense rather than mode (docs/verdicts.md), so they stand in TENSE_PAIRS.
MODALS = _words("may might can could should must shall ought")
FUTURES = _words("will would shall")
HEDGES = _words(
    "maybe perhaps possibly probably likely unlikely allegedly reportedly apparently presumably supposedly seemingly "
    "potentially arguably certainly definitely surely undoubtedly conceivably hopefully purportedly"
)
HEDGE_PHRASES = (
    ("in", "all", "likelihood"),
    ("i", "think"),
    ("i", "believe"),
    ("i", "guess"),
    ("i", "suppose"),
    ("as", "far", "as", "i", "know"),
    ("it", "seems"),
)

QUANTIFIERS = _words(
    "all some most many few several every each any both half only also almost nearly always sometimes often rarely seldom "
    "usually mostly entirely partly fully completely more less least fewer much little majority minority sole"
)

# Each pair is a direction and its opposite.
_OPPOSITES = """
rise fall / rises falls / rose fell / rising falling / risen fallen / increase decrease / increases decreases
increased decreased / increasing decreasing / up down / gain loss / gains losses / gained lost / grow shrink / grew shrank
growing shrinking / growth decline / higher lower / high low / above below / over under / before after / more less
win lose / won lost / wins loses / winning losing / buy sell / bought sold / import export / imports exports
accept reject / accepted rejected / accepts rejects / support oppose / supports opposes / supported opposed
supporting opposing / for against / with without / allow forbid / allowed forbidden / admit deny / admitted denied
admits denies / include exclude / included excluded / inside outside / open close / opened closed / start stop
started stopped / raise cut / raised cut / raise lower / raised lowered / better worse / best worst / strengthen weaken
strengthened weakened / strong weak / stronger weaker / legal illegal / true false / right wrong / agree disagree
agreed disagreed / approve disapprove / approved disapproved / possible impossible / guilty innocent / first last
majority minority / friend enemy / friends enemies / ally enemy / allies enemies / to from / left right / north south
east west / maximum minimum / at_least at_most / improve worsen / improved worsened / expand contract / succeed fail
succeeded failed / success failure / safe unsafe / safe dangerous / love hate / loved hated / alive dead / never always
next last / yesterday tomorrow / today yesterday / today tomorrow / moral amoral / typical atypical / political apolitical
theist atheist / pro anti / because despite / inflow outflow / inbound outbound / upgrade downgrade / upgraded downgraded
upside downside
""".replace("\n", " / ")

DIRECTIONS: frozenset[frozenset[str]] = frozenset(
    frozenset(pair.split()) for pair in _OPPOSITES.split(" / ") if len(pair.split()) == 2
)


# Any word of the one row for any of the other.
_UP = _words(
    "rise rises rose rising risen increase increases increased increasing grow grows grew growing grown growth climb climbs "
    "climbed climbing soar soars soared soaring jump jumps jumped jumping surge surges surged surging gain gains gained gaining "
    "up higher upward upwards"
)
_DOWN = _words(
    "fall falls fell falling fallen decrease decreases decreased decreasing drop drops dropped dropping decline declines "
    "declined declining shrink shrinks shrank shrinking shrunk sink sinks sank sinking plunge plunges plunged plunging plummet "
    "plummets "
    "plummeted plummeting tumble tumbles tumbled slump slumps slumped lose loses lost losing loss losses down lower downward "
    "downwards"
)
_PREFIXED = (("over", "under"), ("pre", "post"), ("pro", "anti"), ("hyper", "hypo"), ("up", "down"), ("im", "em"))


def opposite(one: str, other: str) -> bool:
    """Whether the two words point in opposite directions.

    >>> opposite("rose", "fell"), opposite("rose", "grew")
    (True, False)
    """
    if frozenset((one, other)) in DIRECTIONS or _negated_by_prefix(one, other) or _negated_by_prefix(other, one):
        return True
    if (one in _UP and other in _DOWN) or (one in _DOWN and other in _UP):
        return True
    return any(_turned_by(a, b, one, other) or _turned_by(b, a, one, other) for a, b in _PREFIXED)


def _turned_by(prefix: str, opposed: str, one: str, other: str) -> bool:
    """Whether the two are one word behind opposed prefixes: "overpaid" and "underpaid"."""
    rest = one[len(prefix) :]
    return len(rest) > 3 and one.startswith(prefix) and other == opposed + rest


def _negated_by_prefix(one: str, other: str) -> bool:
    """Whether `one` is `other` behind un-, in-, dis- and their kin: "unhappy" and "happy", not "under" and "der"."""
    return len(other) > 3 and any(
        one == prefix + other for prefix in ("un", "in", "im", "il", "ir", "dis", "mis", "non")
    )


def negated_by_suffix(one: str, other: str) -> bool:
    """Whether "-less" stands in one where the other has "-ful" or nothing: "harmless", "harmful"."""
    return any(
        a.endswith("less") and len(a) > 6 and b in (a[:-4], a[:-4] + "ful") for a, b in ((one, other), (other, one))
    )


# Before a number, or an "all": they say how far it holds. Each group means the same.
BOUNDS = (
    ("more than", "over", "in excess of", "upwards of", "well over"),
    ("less than", "fewer than", "under"),
    ("at least", "no less than", "no fewer than", "a minimum of"),
    ("at most", "up to", "as many as", "as much as", "no more than", "a maximum of"),
    ("about", "around", "roughly", "some", "approximately", "an estimated", "or so"),
    ("almost", "nearly", "close to", "just under", "virtually", "practically"),
    ("exactly", "precisely"),
    ("only",),
)
BOUND_OF = {tuple(phrase.split()): number for number, group in enumerate(BOUNDS) for phrase in group}

CONDITIONS = _words("if unless until till except only provided providing assuming lest")
CONDITION_PHRASES = (
    ("as", "long", "as"),
    ("so", "long", "as"),
    ("on", "condition"),
    ("only", "when"),
    ("but", "only"),
    ("but", "not"),
    ("in", "case"),
)
CONTRASTS = _words("but although though yet however whereas while except rather instead")

FILLERS = (
    ("um",),
    ("umm",),
    ("uh",),
    ("uhh",),
    ("uhm",),
    ("er",),
    ("erm",),
    ("ah",),
    ("eh",),
    ("hmm",),
    ("mm",),
    ("oh",),
    ("you", "know"),
    ("i", "mean"),
    ("kind", "of"),
    ("sort", "of"),
)

# What changes its form and not its word: tense, number and person of the small verbs.
TENSE_GROUPS = (
    _words("is was be been being are were am"),
    _words("has had have having"),
    _words("do does did done doing"),
    _words("will would"),
    _words("go goes went gone going"),
    _words("say says said saying"),
    _words("get gets got gotten getting"),
    _words("make makes made making"),
    _words("take takes took taken taking"),
    _words("come comes came coming"),
    _words("see sees saw seen seeing"),
    _words("know knows knew known knowing"),
    _words("think thinks thought thinking"),
    _words("give gives gave given giving"),
    _words("find finds found finding"),
    _words("tell tells told telling"),
    _words("become becomes became becoming"),
    _words("leave leaves left leaving"),
    _words("feel feels felt feeling"),
    _words("bring brings brought bringing"),
    _words("begin begins began begun beginning"),
    _words("keep keeps kept keeping"),
    _words("hold holds held holding"),
    _words("write writes wrote written writing"),
    _words("stand stands stood standing"),
    _words("hear hears heard hearing"),
    _words("let lets letting"),
    _words("mean means meant meaning"),
    _words("set sets setting"),
    _words("meet meets met meeting"),
    _words("run runs ran running"),
    _words("pay pays paid paying"),
    _words("sit sits sat sitting"),
    _words("speak speaks spoke spoken speaking"),
    _words("lead leads led leading"),
    _words("lose loses lost losing"),
    _words("win wins won winning"),
    _words("build builds built building"),
    _words("fight fights fought fighting"),
    _words("buy buys bought buying"),
    _words("send sends sent sending"),
    _words("choose chooses chose chosen choosing"),
    _words("fall falls fell fallen falling"),
    _words("rise rises rose risen rising"),
    _words("spend spends spent spending"),
    _words("teach teaches taught teaching"),
    _words("break breaks broke broken breaking"),
    _words("drive drives drove driven driving"),
    _words("draw draws drew drawn drawing"),
    _words("grow grows grew grown growing"),
    _words("steal steals stole stolen stealing"),
    _words("eat eats ate eaten eating"),
    _words("sell sells sold selling"),
    _words("catch catches caught catching"),
    _words("throw throws threw thrown throwing"),
)
_TENSE_OF = {word: index for index, group in enumerate(TENSE_GROUPS) for word in group}


def same_verb(one: str, other: str) -> bool:
    """Whether two lower-case words are forms of one verb, by the table or by regular endings.

    >>> same_verb("went", "goes"), same_verb("walked", "walking"), same_verb("walked", "talked")
    (True, True, False)
    """
    if one in _TENSE_OF or other in _TENSE_OF:
        return _TENSE_OF.get(one, -1) == _TENSE_OF.get(other, -2)
    return bool(stems(one) & stems(other))


def stems(word: str) -> frozenset[str]:
    """A word and what it may be a regular form of."""
    found = {word}
    for ending in ("ing", "ed", "es", "s", "d"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)]
            found.add(stem)
            if ending in ("ing", "ed"):
                found.add(stem + "e")
                if len(stem) > 3 and stem[-1] == stem[-2]:
                    found.add(stem[:-1])
    if word.endswith(("ied", "ies")) and len(word) > 4:
        found.add(word[:-3] + "y")
    return frozenset(found)


FUNCTION_WORDS = _words(
    "a an the this that these those and or but so as than then there here it its he she they them him her his hers their "
    "theirs we us our ours you your yours i me my mine myself himself herself itself themselves ourselves yourself who whom "
    "whose which what when where why how to of in on at by for from with into onto about over under up down out off through "
    "between among against during before after since until upon within toward is are was were be been being am has have had "
    "having do does did done will would shall if because while although though yet just very too also well now even still "
    "just really 's 'd going get got let one"
)

# Written apart, these are two other words: "a moral man", "an amoral man".
BROKEN_BY_SPACE = _words("amoral apolitical asexual atypical atheist nowhere notable apart")

# A hyphen makes another word of these: with it the thing is done again, without it it is something else.
BROKEN_BY_HYPHEN = frozenset(
    "recover resign reform recreate resent relay represent resort recount react redress release reserve restore remark "
    "unionized unionised coop "
    "retreat resound repress recollect recede repose reprove resole restrain relent rebound rebut reclaim reposition".split()
)
