"""One spelling for words that British and American English write in two ways.

The tables hold stems and endings rather than every form; `american` is applied to both sides of a comparison, so a wrong
guess does no harm as long as it never makes two different words one. Pairs that are two words in one of the two
varieties (practise, metre/meter as an instrument, tyre/tire as a verb) are in on purpose: in a quotation that is otherwise
the same they are the same word.
"""

from __future__ import annotations

from functools import lru_cache

# -our words; a plain suffix rule would turn "our", "four", "hour", "tour" and "pour" into other words.
_OUR = (
    "arbour ardour armour behaviour candour clamour clangour colour demeanour enamour endeavour favour favourite fervour "
    "flavour glamour harbour honour humour labour misdemeanour neighbour odour parlour rancour rigour rumour saviour "
    "savour splendour succour tumour valour vapour vigour"
).split()

_PAIRS = dict(
    pair.split("=")
    for pair in """
aeroplane=airplane ageing=aging aluminium=aluminum amongst=among anaemia=anemia anaesthetic=anesthetic analogue=analog
annexe=annex artefact=artifact axe=ax burnt=burned cancelled=canceled cancelling=canceling catalogue=catalog
centre=center centred=centered centres=centers cheque=check cheques=checks chequer=checker cosy=cozy councillor=councilor
councillors=councilors counselled=counseled counselling=counseling counsellor=counselor cypher=cipher defence=defense
defences=defenses dialled=dialed dialling=dialing dialogue=dialog draught=draft draughts=drafts dreamt=dreamed
encyclopaedia=encyclopedia enquire=inquire enquired=inquired enquiry=inquiry enquiries=inquiries enrol=enroll
enrols=enrolls enrolment=enrollment equalled=equaled fibre=fiber fibres=fibers foetus=fetus fuelled=fueled
fuelling=fueling fulfil=fulfill fulfils=fulfills fulfilment=fulfillment funnelled=funneled gaol=jail gauge=gage
grey=gray greys=grays groyne=groin grovelled=groveled haemorrhage=hemorrhage initialled=initialed instalment=installment
instil=instill jewellery=jewelry jewelled=jeweled judgement=judgment judgements=judgments kerb=curb kerbs=curbs
kidnapped=kidnaped labelled=labeled labelling=labeling leant=leaned leapt=leaped learnt=learned levelled=leveled
levelling=leveling licence=license licences=licenses litre=liter litres=liters lustre=luster manoeuvre=maneuver
manoeuvres=maneuvers manoeuvred=maneuvered marshalled=marshaled marvelled=marveled marvellous=marvelous meagre=meager
metre=meter metres=meters kilometre=kilometer kilometres=kilometers centimetre=centimeter centimetres=centimeters
millimetre=millimeter millimetres=millimeters modelled=modeled modelling=modeling mould=mold moulds=molds moult=molt
moustache=mustache mum=mom mums=moms mummy=mommy offence=offense offences=offenses oestrogen=estrogen omelette=omelet
orthopaedic=orthopedic paediatric=pediatric paediatrician=pediatrician panelled=paneled pedlar=peddler
plough=plow ploughs=plows ploughed=plowed ploughing=plowing practise=practice practised=practiced practising=practicing
pretence=pretense programme=program programmes=programs pyjamas=pajamas quarrelled=quarreled quarrelling=quarreling
rivalled=rivaled sabre=saber sceptic=skeptic sceptical=skeptical sceptics=skeptics scepticism=skepticism
sepulchre=sepulcher signalled=signaled signalling=signaling skilful=skillful skilfully=skillfully smelt=smelled
sombre=somber spectre=specter spelt=spelled spilt=spilled spiralled=spiraled spoilt=spoiled storey=story storeys=stories
sulphur=sulfur theatre=theater theatres=theaters towards=toward afterwards=afterward backwards=backward
forwards=forward upwards=upward downwards=downward travelled=traveled traveller=traveler travellers=travelers
travelling=traveling tyre=tire tyres=tires unravelled=unraveled whilst=while wilful=willful wilfully=willfully
woollen=woolen worshipped=worshiped yoghurt=yogurt adviser=advisor advisers=advisors protester=protestor
protesters=protestors grey=gray whisky=whiskey likeable=likable sizeable=sizable unmistakeable=unmistakable
ok=okay alrite=alright learnt=learned mediaeval=medieval primaeval=primeval co-operate=cooperate focussed=focused
focussing=focusing benefitted=benefited benefitting=benefiting combatting=combating targetted=targeted
moneys=monies caesarean=cesarean diarrhoea=diarrhea leukaemia=leukemia orientated=oriented preventative=preventive
acknowledgement=acknowledgment
""".split()
)

# Words that end in -ise, -yse or -isation in both varieties: the suffix rule leaves them alone.
_ISE_ALWAYS = frozenset(
    """
advertise advise apprise arise chastise circumcise comprise compromise concise demise despise devise disguise
enterprise excise exercise expertise franchise guise improvise incise merchandise paradise poise practise praise precise
premise promise raise revise rise supervise surmise surprise televise treatise wise otherwise likewise noise cruise bruise
raised praised rose
""".split()
)
_ISE_ENDINGS = ("isation", "isations", "ise", "ised", "iser", "isers", "ises", "ising", "isingly")
_YSE = {"analyse": "analyze", "paralyse": "paralyze", "catalyse": "catalyze"}


@lru_cache(maxsize=1024)
def american(word: str) -> str:
    """The American spelling of a lower-case word, or the word itself.

    >>> american("neighbours"), american("organisation"), american("promised"), american("four")
    ('neighbors', 'organization', 'promised', 'four')
    """
    if (pair := _PAIRS.get(word)) is not None:
        return pair
    for stem in _OUR:
        if word.startswith(stem):
            return stem.replace("our", "or") + word[len(stem) :]
        if word.startswith(("dis", "un")) and stem in word[:12]:
            return word.replace(stem, stem.replace("our", "or"), 1)
    for stem, other in _YSE.items():
        if word.startswith(stem[:-1]):
            return other[:-1] + word[len(stem) - 1 :]
    return _ize(word)


def _ize(word: str) -> str:
    for ending in _ISE_ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 3:
            stem = word[: -len(ending)]
            base = stem + "ise"
            if base in _ISE_ALWAYS or any(base.endswith(always) for always in ("wise", "raise", "noise", "ruise")):
                return word
            return stem + "iz" + ending[2:]
    return word
