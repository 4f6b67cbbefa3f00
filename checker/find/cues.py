"""The words by which an article says that somebody speaks: verbs in their forms, and phrases.

A row is `lemma: class`. The forms are made by rule, those that the rule would get wrong stand in `_IRREGULAR`. Each class
has an example that must match in `tests/find/test_cues.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache


class CueClass(StrEnum):
    """How a verb takes the words: `SAY` "said X", `CALL` "called it X", `WEAK` also common without any speech."""

    SAY = "say"
    CALL = "call"
    WEAK = "weak"


_SAY = """
say tell add write ask state explain note tweet reply declare conclude recall argue respond acknowledge suggest insist
warn announce admit promise urge claim predict remark answer shout lament vow blame assert chant joke yell charge
proclaim complain boast exclaim concede quip muse opine contend testify recount emphasize emphasise stress observe
comment confess counter deny disclose elaborate estimate explode fume gripe groan grumble growl gush hint holler howl
implore imply indicate inform inquire interject intone jest maintain mention moan murmur mutter object pledge plead
point post pray preach profess pronounce propose protest query rail rant reason reassert reassure rebut reckon
reiterate relate remember remind repeat report retort retweet reveal roar scoff scold scream seethe shriek sigh snap
sneer speculate sputter storm surmise swear taunt tease theorize threaten thunder underscore utter vent venture volunteer
wail weigh whine whisper wonder agree advise affirm allege apologize assess assure attest aver bark beg bellow bemoan
bristle caution chide chuckle coo confide confirm crow cry decree demand demur echo email enthuse exhort forecast gloat
hedge hiss hypothesize interrupt interpose jeer laugh lecture lie marvel ponder press probe proffer quote recite
recommend rejoin remonstrate rumble simper snarl snort specify summarize surmise sum tout trumpet tut tweet type warble
warn whimper yelp adlib blog caption chirp clarify commiserate cite continue contradict dispute divulge empathize
expound gasp grouse guess instruct insinuate jab nag narrate notify outline philosophize posit postulate predict
purr riff rave read restate stammer stutter stipulate text urge text message sing
""".split()
_CALL = """
call describe brand label dub term accuse praise laud compare criticize criticise slam blast mock denounce deride
dismiss decry portray characterize characterise condemn hail lambaste lambast ridicule assail attack refer credit bash
rip rebuke castigate chastise excoriate denigrate disparage depict deem depict style tar thank salute applaud
celebrate commend congratulate compliment endorse cast paint pan peg tag tar vilify welcome berate bill
""".split()
_WEAK = """
think believe feel want hope fear show find make give offer issue release publish speak talk begin put use conclude
address discuss focus include list cite highlight raise know see suggest hear sign send deliver open close go start
express voice defend question challenge reject support propose push seek try face cast hold carry run feature display
appear mean learn worry expect plan decide love like ridicule hit hammer tick launch unveil cheer refuse decline
""".split()
_IRREGULAR: Mapping[str, tuple[str, ...]] = {
    "say": ("say", "says", "said", "saying"),
    "tell": ("tell", "tells", "told", "telling"),
    "write": ("write", "writes", "wrote", "written", "writing"),
    "swear": ("swear", "swears", "swore", "sworn", "swearing"),
    "lie": ("lies", "lied", "lying"),
    "read": ("read", "reads", "reading"),
    "sing": ("sing", "sings", "sang", "sung", "singing"),
    "think": ("think", "thinks", "thought", "thinking"),
    "feel": ("feel", "feels", "felt", "feeling"),
    "show": ("show", "shows", "showed", "shown", "showing"),
    "find": ("find", "finds", "found", "finding"),
    "make": ("make", "makes", "made", "making"),
    "give": ("give", "gives", "gave", "given", "giving"),
    "speak": ("speak", "speaks", "spoke", "spoken", "speaking"),
    "begin": ("begin", "begins", "began", "begun", "beginning"),
    "put": ("put", "puts", "putting"),
    "know": ("know", "knows", "knew", "known", "knowing"),
    "see": ("see", "sees", "saw", "seen", "seeing"),
    "hear": ("hear", "hears", "heard", "hearing"),
    "send": ("send", "sends", "sent", "sending"),
    "seek": ("seek", "seeks", "sought", "seeking"),
    "cast": ("cast", "casts", "casting"),
    "forecast": ("forecast", "forecasts", "forecasting", "forecasted"),
    "hold": ("hold", "holds", "held", "holding"),
    "run": ("run", "runs", "ran", "running"),
    "mean": ("mean", "means", "meant", "meaning"),
    "hit": ("hit", "hits", "hitting"),
    "go": ("go", "goes", "went", "gone", "going"),
    "beg": ("beg", "begs", "begged", "begging"),
    "refer": ("refer", "refers", "referred", "referring"),
    "admit": ("admit", "admits", "admitted", "admitting"),
    "demur": ("demur", "demurs", "demurred", "demurring"),
    "retort": ("retort", "retorts", "retorted", "retorting"),
    "rebut": ("rebut", "rebuts", "rebutted", "rebutting"),
    "quip": ("quip", "quips", "quipped", "quipping"),
    "dub": ("dub", "dubs", "dubbed", "dubbing"),
    "slam": ("slam", "slams", "slammed", "slamming"),
    "rip": ("rip", "rips", "ripped", "ripping"),
    "snap": ("snap", "snaps", "snapped", "snapping"),
    "pan": ("panned", "panning"),
    "tar": ("tarred", "tarring"),
    "peg": ("pegged", "pegging"),
    "tag": ("tagged", "tagging"),
    "sum": ("sums", "summed", "summing"),
    "jab": ("jabs", "jabbed", "jabbing"),
    "nag": ("nags", "nagged", "nagging"),
    "blog": ("blogs", "blogged", "blogging"),
    "plan": ("plan", "plans", "planned", "planning"),
    "text": ("texts", "texted", "texting"),
    "bill": ("billed", "billing"),
    "style": ("styled", "styles"),
    "post": ("post", "posts", "posted", "posting"),
    "point": ("point", "points", "pointed", "pointing"),
    "press": ("pressed", "presses", "pressing"),
    "like": ("likes", "liked"),
    "type": ("typed", "typing"),
    "state": ("states", "stated", "stating"),
    "object": ("objects", "objected", "objecting"),
    "message": ("messaged", "messaging"),
    "lecture": ("lectured", "lecturing"),
    "caption": ("captioned", "captioning"),
    "reason": ("reasons", "reasoned", "reasoning"),
    "storm": ("stormed", "storming"),
    "crow": ("crowed", "crowing"),
    "coo": ("cooed", "cooing"),
    "lament": ("laments", "lamented", "lamenting"),
    "brand": ("brands", "branded", "branding"),
    "label": ("labels", "labeled", "labelled", "labeling", "labelling"),
    "term": ("terms", "termed", "terming"),
    "weigh": ("weighed", "weighs"),
    "close": ("closed", "closes", "closing"),
    "open": ("opened", "opens", "opening"),
    "face": ("faced", "faces", "facing"),
    "sign": ("signed", "signs", "signing"),
    "love": ("loves", "loved"),
    "support": ("supports", "supported", "supporting"),
}
# Forms that are as often a noun: "the report", "her answer". They count as verbs only where no noun phrase is open.
ALSO_NOUNS = frozenset(
    """report reports claim claims call calls note notes comment comments tweet tweets post posts answer answers attack
    attacks charge charges demand demands promise promises pledge pledges question questions remark remarks estimate
    estimates warning writing meaning reading finding hearing feeling reply replies cry cries quote quotes vow vows
    joke jokes protest protests plan plans hope hopes fear fears release releases issue issues list lists support
    offer offers use uses display run runs hit hits show shows address brands states challenge challenges forecast
    forecasts lies objects lie thought blast blasts praise thanks thank email emails chant chants cheers cheer
    shout shouts complaint push rant rants probe probes press labels hail terms points point opening spokes reports
    beginning closing signs feature features reasons guess launch texts text blame dispute disputes contest tease
    talk talks recommendation mention mentions object query caution whisper riff sum urge love hints hint counter credit
    salute welcome echo echoes laugh lectures""".split()
)


def forms(lemma: str) -> tuple[str, ...]:
    """A verb in its forms, by rule or as the table of exceptions has them."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("e"):
        return lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    plural = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return lemma, plural, lemma + "ed", lemma + "ing"


@cache
def cue_verbs() -> Mapping[str, CueClass]:
    """Every form of every verb, with its class; of two the earlier row counts."""
    found: dict[str, CueClass] = {}
    for lemmas, kind in ((_SAY, CueClass.SAY), (_CALL, CueClass.CALL), (_WEAK, CueClass.WEAK)):
        for lemma in lemmas:
            for form in forms(lemma):
                found.setdefault(form, kind)
    return found


# Bare forms that are past forms as well: "Mr. Smith put it".
_ALSO_PAST = frozenset("put read hit cast forecast".split())


@cache
def bare_forms() -> frozenset[str]:
    """The forms that go with no singular subject ("report", "say"), nor tell the past."""
    return frozenset((*_SAY, *_CALL, *_WEAK)) - _ALSO_PAST
