"""Words that tell people from other names: first names with what they tell, countries, endings of organisations."""

from __future__ import annotations

from functools import cache

_HIS = """
aaron abdul abdullah abraham adam adel adrian ahmad ahmed aidan akbar alan alastair albert alberto alejandro aleksandr
alex alexander alexei alexey alfred ali allan allen amir amos anders andre andreas andrei andres andrew angus ansar
anthony anton antonio antony arash ari arjun arnold arthur asad asghar ashraf austin barack barry bashar bashir ben
benjamin bernard bernie bill billy bob bobby boris brad bradley brandon brendan brent brett brian bruce bryan byron
cameron carl carlos carlton cesar chad charles charlie chris christian christopher chuck clarence clark claude clay
clint clive clyde cody cole colin conor corey cornell cory craig curtis cyrus dale damian dan daniel danny darnell
darrell darren dave david dean denis dennis derek desmond dick diego dmitri dmitry don donald doug douglas duncan dustin
dwight dylan earl ebrahim ed eddie edgar edmund eduardo edward edwin eli elias elijah elliot elliott emad emmanuel
enrique eric erick erik ernest ernie esmail ethan eugene evan fadi faisal fareed farid felix fernando floyd francis
francisco francois frank franklin fred frederic frederick gabriel gareth gary gavin gene geoff geoffrey george gerald
gerard gerhard gilbert giorgio giovanni giuseppe glen glenn gordon graham grant greg gregory guillermo gustavo guy habib
hadi hafez hamid hank hans harold harry harvey hasan hassan hector henri henry herbert herman hossein howard hugh hugo
hussain hussein ian ibrahim igor imad imran isaac ismail ivan jack jacob jacques jake jamal james jamie jared jarrod
jason javad javier jay jean jeb jed jeff jeffrey jens jeremy jermaine jerome jerry jesse jesus jim jimmy joe joel johan
johannes john johnny jon jonah jonas jonathan jonny jorge jose josef joseph josh joshua juan julian julio justin kareem
karim karl keith ken kenneth kevin khaled khalid klaus konstantin kurt kurtis kyle lance larry lars lawrence lee leland
leo leon leonard leonid leslie lewis liam lindsey lionel lloyd logan lorenzo lou louis lucas luis luke mahmoud mahmud
majid malcolm manuel marc marco marcus mario mark marshall martin marty marvin masoud matt matteo matthew maurice
mauricio max maxwell mehdi melvin michael mickey miguel mike mikhail milo milton mitch mitt mohamed mohammad mohammed
mohsen moises morris morton mostafa muhammad murray mustafa myron nasser nate nathan nathaniel ned neil nelson newt
nicholas nick nicolas nigel nikolai noah noel norman oleg oliver ollie omar orlando osama oscar oswald otto owen pablo
parker patrick paul pedro percy perry peter phil philip philippe phillip pierre qasem qassem quentin rafael rahm ralph
ramon rand randall randy rashid raul ray raymond recep reggie reince rex reza ricardo richard rick ricky rob robby
robert roberto roderick rodney rodrigo roger roland ron ronald rory ross roy rudolph rudy rupert russell ryan saad
sadegh saeed said salah salman salvador sam sami samuel sanford saul scott sean sebastian serge sergei sergey sergio
seth shane shaun shawn sheldon sherrod shinzo sidney silvio simon spencer stan stanley stefan stephen steve steven
stuart tad tariq ted terence terrence terry theodore thomas tim timothy toby todd tom tomas tommy tony travis trent
trevor trey tyler valery vernon victor viktor vince vincent virgil vladimir volodymyr wade wael walid walter warren
wayne wendell wesley wilbur will william willie winston wolfgang woodrow xavier yahya yasser yitzhak yousef youssef yuri
yusuf zac zach zachary
""".split()
_HER = """
abigail adriana agnes aisha alexandra alexis alice alicia alison alma amanda amber amelia amy ana anastasia andrea
angela angelina angelique anita ann anna anne annette annie antonia april ariana arlene ashley audrey aung avril barbara
beatrice beatriz becky bella bernadette beth betsy betty beverly bonita bonnie brenda bridget brittany brooke camille
candace carla carly carmen carol carole caroline carolyn cassandra catherine cathy cecile cecilia celia charlotte
chelsea cheryl chloe christina christine cindy claire clara clare clarissa claudia colleen connie constance corinne
crystal cynthia daisy dana danica daniela danielle darlene debbie deborah debra della delores denise diana diane dolores
donna dora doris dorothea dorothy edith edna eileen elaine eleanor elena elisa elisabeth elise eliza elizabeth ella
ellen elsa emilia emily emma erica erika erin estelle esther ethel eunice eva evelyn faith fatemeh fatima fiona florence
frances francesca frida gabriela gabrielle gail georgia geraldine gina ginny gladys gloria grace greta gretchen gwen
hannah harriet harriett hazel heather heidi helen helena hilary hilda hillary holly hope huma ida ilana imogen ines
ingeborg ingrid irene iris isabel isabella isabelle ivana ivanka jackie jacqueline jana jane janelle janet janice janine
jasmine jean jeanette jeanne jenna jennifer jenny jessica jill joan joanna joanne jocelyn jodi johanna josephine joy
joyce juanita judith judy julia juliana julie kamala kara karen kate katherine kathleen kathryn kathy katie katrina kay
kayla kellie kelly kellyanne keri kerry-ann kim kimberly kirsten kirstjen krista kristen kristin kristina laila lara
latoya laura lauren laurie leah leila lena leslie lillian lily linda lisa liz lois loretta lori lorraine louise lucia
lucille lucy lydia lynn lynne mabel madeleine madison maggie malala malia mallory margaret margarita maria marie marilyn
marina marine marion marissa marjorie marla martha mary maryam maureen megan meghan melania melanie melissa mercedes
meredith mia michele michelle mildred miranda miriam molly mona monica nadia nancy naomi natalia natalie natasha nell
nicole nikki nina noelle nora norah norma olga olivia paige pam pamela patrice patricia patty paula pauline peggy
penelope penny phyllis priscilla priya rachael rachel rania rebecca regina renata renee rita roberta robin rosa rosalind
rose rosemary roxana roxanne ruby ruth sabrina sally samantha sandra sara sarah sasha selena serena shannon sharon
sheila shelley sherri sherry sheryl shirley silvia simone sofia sondra sonia sophia sophie stacey stacy stella stephanie
sue susan susannah suzanne sylvia sylvie tamara tammy tanya tara tatiana teresa thelma theresa tiffany tina tracy tricia
trudy tulsi ursula valerie vanessa velma vera veronica victoria viola virginia vivian vivienne wanda wendy wilma
winifred yasmin yolanda yulia yvette yvonne zahra zeinab zoe zoey
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
# Offices: who is introduced by one of them is not called by another.
OFFICES = frozenset(
    "senator congressman congresswoman governor mayor president minister chancellor secretary speaker".split()
)
# What an article calls, for a change, somebody whom it has named: "the tycoon". No "spokesman", "official" or "witness":
# these are people whom it does not name.
EPITHETS = OFFICES | frozenset(
    """businessman tycoon mogul magnate billionaire millionaire candidate nominee frontrunner front-runner leader
    politician lawmaker legislator actor actress singer rapper star comedian surgeon neurosurgeon professor
    historian filmmaker developer investor heiress socialist showman entertainer commentator native author novelist
    host anchor evangelist""".split()
)
# Any of them in a name makes it no person's.
ORGANISATION_WORDS = frozenset(
    """institution museum symposium seminar exhibition fleet brigade battalion squadron regiment tribunal assembly
    agency news times post journal tribune herald gazette chronicle guardian telegraph press media network radio
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
    nonetheless nevertheless otherwise therefore moreover furthermore thus hence besides indeed likewise meantime
    accordingly hundreds thousands dozens millions scores respondents nobody everybody somebody anybody noone everyone
    someone anyone nothing everything something he she it they we i you him them us me is are was were be been being
    has have had do does did will would can could may might must should shall during under over between among against
    despite according asked told said earlier later last next first second finally again ever never nearly almost more
    less much such like unlike given following speaking including than through across around along amid inside outside
    within per via let thanks thank well oh sure please sorry ok okay hey dear good great big new old former current
    late early long short high low today tonight tomorrow yesterday hours days weeks months years critics supporters
    officials aides experts analysts voters people lawmakers democrats republicans conservatives liberals""".split()
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
