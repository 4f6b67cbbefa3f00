"""Words that tell people from other names: first names with what they tell, countries, endings of organisations."""

from __future__ import annotations

from functools import cache

_HIS = """
aaron abdul abdullah abraham adam adel adrian ahmad ahmed aidan akbar alan albert alberto alejandro aleksandr alex
alexander alexei alexey alfred ali allan allen amir anders andre andreas andrei andres andrew angus ansar anthony anton
antonio antony arash ari arjun arnold arthur asad asghar ashraf austin barack barry bashar bashir ben benjamin bernard
bernie bill billy bob bobby boris brad bradley brandon brendan brent brett brian bruce bryan byron cameron carl carlos
carlton cesar chad charles charlie chris christian christopher chuck clarence clark claude clay clint clive cody colin
conor corey cory craig curtis cyrus dale damian dan daniel danny darrell darren dave david dean dennis derek dick diego
dmitri dmitry don donald doug douglas duncan dustin dwight dylan earl ebrahim ed eddie edgar edmund eduardo edward edwin
eli elias elijah elliott emad emmanuel emmanuel enrique eric erik ernest esmail ethan eugene evan fadi faisal fareed
farid felix fernando francis francisco francois frank franklin fred frederick gabriel gareth gary gavin gene geoff
geoffrey george gerald gerard gerhard gilbert giorgio giovanni giuseppe glen glenn gordon graham grant greg gregory
guillermo gustavo guy habib hadi hafez hamid hank hans harold harry harvey hasan hassan hector henri henry herbert
herman hossein howard hugh hugo hussein hussain ian ibrahim igor imad imran isaac ismail ivan jack jacob jacques jake
jamal james jamie jared jason javad javier jay jean jeb jeff jeffrey jens jeremy jerome jerry jesse jesus jim jimmy joe
joel johan johannes john johnny jon jonah jonas jonathan jorge jose josef joseph josh joshua juan julian julio justin
kareem karim karl keith ken kenneth kevin khaled khalid klaus konstantin kurt kyle lance larry lars lawrence lee leo
leon leonard leonid leslie lewis liam lindsey lloyd logan louis lucas luis luke mahmoud mahmud majid malcolm manuel marc
marco marcus mario mark marshall martin marty marvin masoud matt matteo matthew maurice mauricio max mehdi melvin michael
miguel mike mikhail milton mitch mitt mohamed mohammad mohammed mohsen moises mostafa muhammad murray mustafa nasser
nathan nathaniel ned neil nelson newt nicholas nick nicolas nigel nikolai noah noel norman oleg oliver omar orlando oscar
osama oswald otto owen pablo parker patrick paul pedro perry peter phil philip philippe phillip pierre qasem qassem
rafael rahm ralph ramon rand randall randy rashid raul ray raymond recep reince reza ricardo richard rick ricky rob
robby robert roberto rodney rodrigo roger roland ron ronald ross roy rudolph rudy rupert russell ruth ryan saad sadegh
saeed said salah salman salvador sam sami samuel saul scott sean sebastian serge sergei sergey sergio seth shane shaun
shawn shinzo sidney silvio simon spencer stan stanley stefan stephen steve steven stuart tariq ted terence terrence terry
theodore thomas tim timothy toby todd tom tomas tommy tony travis trevor tyler valery victor viktor vincent vladimir
volodymyr wael walid walter warren wayne wesley wilbur will william willie winston wolfgang xavier yahya yasser yitzhak
yousef youssef yuri yusuf zac zach zachary
""".split()
_HER = """
abigail adriana agnes aisha alexandra alexis alice alicia alison amanda amber amelia amy ana andrea angela angelina anita
ann anna anne annette annie april ariana arlene ashley audrey aung barbara beatrice becky bella bernadette beth betsy
betty beverly bonnie brenda bridget brittany camille carla carly carmen carol carole caroline carolyn catherine cathy
cecile cecilia celia charlotte chelsea cheryl chloe christina christine cindy claire clara claudia colleen connie
constance crystal cynthia daisy dana daniela danielle deborah debbie debra denise diana diane dolores donna dora doris
dorothy edith eileen elaine eleanor elena elisabeth elise eliza elizabeth ella ellen emily emma erica erin esther eva
evelyn faith fatima fatemeh fiona florence frances gabriela gabrielle gail georgia geraldine gina ginny gladys gloria
grace greta gretchen hannah harriet hazel heather heidi helen helena hilary hillary holly hope huma ida ilana ines ingrid
irene iris isabel isabella ivana ivanka jackie jacqueline jane janet janice jasmine jean jeanne jennifer jenny jessica
jill joan joanna joanne jodi josephine joy joyce juanita judith judy julia juliana julie kamala karen kate katherine
kathleen kathryn kathy katie katrina kayla kellyanne kelly kimberly kirsten kirstjen kristen kristin kristina laila
laura lauren laurie leah leila lena leslie lillian lily linda lisa liz lois loretta lori louise lucia lucy lydia lynn
madeleine madison maggie malala malia margaret margarita maria marie marilyn marina marine marion marissa marjorie martha
mary maryam maureen megan meghan melania melanie melissa mercedes meredith mia michele michelle mildred miranda miriam
molly mona monica nadia nancy naomi natalia natalie natasha nicole nikki nina nora norah norma olga olivia pamela
patricia patty paula pauline peggy penelope penny phyllis priscilla rachel rania rebecca regina renee rita roberta robin
rosa rosalind rose rosemary roxanne ruth sabrina sally samantha sandra sara sarah sasha shannon sharon sheila shelley
sherry sheryl shirley silvia sofia sonia sophia sophie stacey stacy stella stephanie sue susan suzanne sylvia tamara
tammy tanya tara tatiana teresa theresa tiffany tina tracy tulsi ursula valerie vanessa vera veronica victoria viola
virginia vivian wanda wendy yasmin yolanda yulia yvette yvonne zahra zeinab zoe
""".split()
_HIS_WORDS = frozenset(
    """mr sir lord king prince emperor sultan emir sheikh sheik ayatollah pope cardinal imam rabbi father brother
    businessman spokesman chairman congressman councilman policeman man husband son dad uncle grandfather nephew actor
    gentleman boy guy hojatoleslam mullah baron""".split()
)
_HER_WORDS = frozenset(
    """mrs ms miss madam dame lady queen princess baroness sister businesswoman spokeswoman chairwoman congresswoman
    councilwoman policewoman woman wife daughter mother mom aunt grandmother niece actress girl""".split()
)
# Long forms of the ranks that titles shorten, for "the general", "the senator".
LONG_FORMS = {
    "gen": "general", "sen": "senator", "gov": "governor", "rep": "representative", "lt": "lieutenant", "col": "colonel",
    "sgt": "sergeant", "capt": "captain", "adm": "admiral", "maj": "major", "dr": "doctor", "prof": "professor",
    "pres": "president", "amb": "ambassador", "det": "detective", "cmdr": "commander", "rev": "reverend",
    "sec": "secretary", "atty": "attorney", "cpl": "corporal", "pvt": "private", "brig": "brigadier", "sens": "senator",
    "defense": "defence", "ceo": "executive", "pm": "minister", "premier": "minister", "spokeswoman": "spokesman",
    "spokesperson": "spokesman", "chairwoman": "chairman", "chair": "chairman", "congresswoman": "congressman",
    "businesswoman": "businessman", "attorney": "lawyer", "reverend": "pastor",
}  # fmt: skip
# Any of them in a name makes it no person's.
ORGANISATION_WORDS = frozenset(
    """agency news times post journal tribune herald gazette chronicle guardian telegraph press media network radio
    television tv university college school institute foundation center centre council committee commission department
    ministry office bureau agency administration party senate house congress parliament court army navy force forces
    police corps guard guards union association federation league organization organisation society company corporation
    corp inc llc ltd group bank fund alliance coalition front movement campaign project church hospital hotel club team
    act bill law treaty agreement pact plan war battle day week month street avenue road square river mountain valley
    island islands bay gulf sea ocean city county state states kingdom republic emirates province district airport
    station building palace tower award prize cup olympics games nations security service services system program
    programme initiative conference summit convention forum caucus pac board authority embassy consulate magazine
    report reports review book show tonight today daily weekly online america american americans democrats republicans
    democratic-party iranians syrians russians congressional-black-caucus tower-of gop u.n eu nato isis isil""".split()
)
PLACES = frozenset(
    """afghanistan africa albania aleppo algeria america angola ankara argentina arizona armenia asia athens australia
    austria azerbaijan baghdad bahrain baltimore bangladesh beijing beirut belarus belgium benghazi berlin bolivia boston
    bosnia brazil britain brussels bulgaria burma cairo california cambodia cameroon canada caracas chad charlotte
    chicago chile china cleveland colombia colorado connecticut crimea croatia cuba cyprus dallas damascus delaware
    denmark detroit dubai egypt england estonia ethiopia europe finland florida france gaza geneva georgia germany ghana
    greece hawaii houston hungary iceland idaho illinois india indiana indonesia iowa iran iraq ireland israel istanbul
    italy jakarta jamaica japan jerusalem jordan kabul kansas kazakhstan kentucky kenya kiev korea kosovo kuwait kyiv
    laos latvia lebanon libya lithuania london louisiana luxembourg madrid maine malaysia mali manila maryland
    massachusetts mexico miami michigan minnesota mississippi missouri moldova mongolia montana morocco moscow mosul
    myanmar nebraska nepal netherlands nevada nigeria norway ohio oklahoma oman oregon oslo ottawa pakistan palestine
    panama paris pennsylvania peru philadelphia philippines poland portugal prague pyongyang qatar romania rome russia
    rwanda riyadh scotland seattle seoul serbia shanghai singapore slovakia slovenia somalia spain stockholm sudan sweden
    switzerland syria taiwan tehran tennessee texas thailand tokyo tunisia turkey uganda ukraine uruguay utah uzbekistan
    venezuela vermont vienna vietnam virginia wales warsaw washington wisconsin wyoming yemen zimbabwe brexit
    kremlin pentagon hamas hezbollah congress twitter facebook google youtube instagram reuters bloomberg politico
    breitbart axios buzzfeed newsweek vox slate salon sputnik interfax xinhua anadolu xi-jinping-thought christmas
    easter ramadan thanksgiving islam christianity christian muslim jewish god jesus monday tuesday wednesday thursday
    friday saturday sunday january february march april june july august september october november december""".split()
)
# A capitalised one of these at the head of a sentence begins no name.
FUNCTION_WORDS = frozenset(
    """the a an this that these those his her their its our my your in on at by for from to of with without about as and
    but or nor so yet if when while after before since because although though once until unless where what who which
    whose how why there here then now also not no yes even still just only perhaps maybe however meanwhile instead some
    many most both each every all any few several one two three four five six seven eight nine ten another other others
    he she it they we i you him them us me is are was were be been being has have had do does did will would can could
    may might must should shall during under over between among against despite according asked told said according
    earlier later last next first second finally again ever never nearly almost more less much such like unlike given
    following speaking including than through across around along amid inside outside within per via let thanks thank
    well oh sure please sorry ok okay hey dear good great big new old former current late early long short high low
    today tonight tomorrow yesterday hours days weeks months years critics supporters officials aides experts analysts
    voters people lawmakers democrats republicans conservatives liberals""".split()
)


@cache
def _first_names() -> dict[str, str]:
    found = dict.fromkeys(_HER, "she")
    for name in _HIS:
        found[name] = "either" if name in found else "he"
    return found


def is_first_name(word: str) -> bool:
    """Whether a word, in any case, is a common first name."""
    return word.lower() in _first_names()


def pronoun_of(first_name: str) -> str | None:
    """ "he", "she", or None where a first name tells neither.

    >>> pronoun_of("Mohammad"), pronoun_of("Hillary"), pronoun_of("Xyz")
    ('he', 'she', None)
    """
    found = _first_names().get(first_name.lower())
    return None if found == "either" else found


def pronoun_of_word(word: str) -> str | None:
    """What a title or a role tells of the pronoun: Mr., spokeswoman."""
    small = word.lower().strip(".")
    return "he" if small in _HIS_WORDS else "she" if small in _HER_WORDS else None
