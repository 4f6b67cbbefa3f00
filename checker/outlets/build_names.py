"""Which names of which outlets are looked for in running text, and with how much doubt.

Outlets of standing (gone through by hand, meant by a hand-made ambiguous name, or on three lists) are looked for under every
name they have. Of the many others a name counts at once only when a word in it says that it is an outlet ("Judith Basin
Press"); else it is doubtful and needs a cue beside it, and what is an everyday word, an organization or may be a person's
name is left out: these outlets are found by their addresses.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checker.outlets.names import DESCRIPTIONS, SMALL, WORD, written
from checker.outlets.search import key_of

Row = Mapping[str, str]

# A row that three lists know independently of each other is an outlet of some standing; below that the tables hold
# many sites that no article cites.
_LISTS_NEEDED = 3
_QUALIFIER = re.compile(r"\s*\((?!RFE)[^)]*\)$|(?<=^\w{5})\s+Magazine$|(?<=^\w{7})\s+Magazine$")
_ARTICLE = re.compile(r"^(?:the|The)\s+(?=\S)")
_POSSESSIVE = re.compile(r"^.*\w['’]s?$")
_GENERIC = re.compile(r"\bstate (?:tv|television|media)$", re.IGNORECASE)
# Bare, these are a country, a magazine's city or an address; the tables have the outlet under a fuller name as well.
_NEVER = frozenset(
    {"iran", "new york", "usa", "u.s", "african-american", "african american", "black press", "democrat"}
)
# Papers called "The Day", "The Citizen", "The Coast": outside their town nobody names them so. "The Oregonian" is clear.
_UNMISTAKABLE = re.compile(r"(?:ian|ean)$|-")
# Names of outlets that are everyday words or names of people and places as well. The ambiguous names of the tables
# come on top; these are rows that have no second reading there.
_COMMON = frozenset(
    "slate salon dawn insider economist independent forward intercept farda kan bild geo time spiegel asahi anadolu "
    "drudge repubblica antara shafaq saba petra corriere yedioth azadi alhurra hamshahri spectator facebook current".split()
)


# Words that make a name an outlet's, in the languages of the tables.
_TELLING = frozenset(
    """
advertiser advocate agence agency argus bee beacon blad bladet broadcaster broadcasting bulletin chronicle chronicler citizen
courier daily diario dispatch echo enquirer enterprise examiner express fm gazeta gazette globe herald independent inquirer
intelligencer journal kurier leader ledger magazine mail mercury mirror monitor monthly newspaper news newswire noticias novosti
observer patriot post presse press radio radyo record recorder register reporter republican review sentinel standard star sun
tageblatt telegram telegraph television tidende tidning tidningen times today topics tribune tv vesti weekly world zeitung
""".split()
)
# Words that tell nothing apart: a name made of these and of words for outlets is anybody's ("Sunday News", "Local Times").
_ANYBODYS = frozenset(
    """
sunday monday tuesday wednesday thursday friday saturday morning evening night weekend breaking local national american world
global international city county community business sports entertainment political financial good first new live fake real true
""".split()
)
# A list of newspapers and stations has nothing else in it; the long list of rated sites holds campaigns and journals too.
_LISTS_OF_OUTLETS = frozenset(
    {"3dlnews", "wikidata", "feedlist", "fundus", "newscatcher", "state_media_monitor", "rsp2022"}
)
_ORGANIZATION = re.compile(
    r"\b(?:Institute|Foundation|Society|Association|Council|Campaign|Project|Center|Centre|College|University|Committee|Party"
    r"|Coalition|Union|Alliance|Group|Network for|Fund|Trust|Academy|Ministry|Department|Bureau|Administration|League|Church)\b"
)
_PUBLIC_BODY = re.compile(r"\.(?:gov|edu|mil|int)\b")
# An organization's word beside one of these is an outlet's all the same ("Union Gazette", "China Media Group").
_CERTAIN = frozenset(
    "broadcasting gazette herald journal magazine media newspaper post press radio television times tribune tv".split()
)
# The list of common words has no names; a region's name alone, or with "the", is never taken for its paper.
_PLACES = frozenset(
    """
alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa
kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio
oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming hampshire jersey york mexico
carolina dakota rhode columbia puerto rico africa america asia europe britain england scotland wales ireland france germany
italy spain russia china japan india israel iran iraq syria cuba brazil canada australia korea turkey egypt ukraine poland
greece london paris berlin moscow north south east west new island the of great united states
""".split()
)


@dataclass
class _Entry:
    """One name on its way into the table."""

    forms: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)


def name_rows(outlets: Sequence[Row], ambiguous: Sequence[Row], programmes: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows of names.tsv: first two words, forms, flags, ids."""
    entries: dict[str, _Entry] = {}
    standing = _standing(outlets, ambiguous)
    doubtful = _add_ambiguous(entries, standing, ambiguous)
    for row in sorted(standing.values(), key=lambda row: (not by_hand(row), row["id"])):
        _add_outlet(entries, row, doubtful)
    for name, outlet_id in programmes:
        key, form, _ = _keyed(name)
        entries[key] = _Entry([form], [outlet_id], {"p", *("d" if " " not in form else "")})
    _add_others(entries, [row for row in outlets if row["id"] not in standing], ambiguous)
    return [_fields(entries[key]) for key in sorted(entries)]


def small_heads(rows: Sequence[Sequence[str]]) -> list[str]:
    """The words without a capital with which a text may begin one of the names ("al-Mayadeen", "state TV")."""
    heads = set()
    for _, forms, _, _ in rows:
        for form in forms.split("|"):
            words = written(form).words
            first = words[0].casefold()
            free = len(words) > 1 and (first in DESCRIPTIONS or first in SMALL)
            if free or words[0][:1].islower():
                heads.add(first)
    return sorted(heads)


def _standing(rows: Sequence[Row], ambiguous: Sequence[Row]) -> dict[str, Row]:
    """Rows gone through by hand, what a hand-made ambiguous name refers to, what several lists know, and all parents."""
    by_id = {row["id"]: row for row in rows}
    wanted = {row["id"] for row in rows if by_hand(row) or len(_lists(row)) >= _LISTS_NEEDED}
    wanted |= {row["outlet_id"] for row in ambiguous if row["checked"] == "hand"}
    for outlet_id in sorted(wanted & by_id.keys()):
        parent = by_id[outlet_id]["parent"].partition(":")[2]
        wanted |= {parent} if parent else set()
    return {outlet_id: by_id[outlet_id] for outlet_id in sorted(wanted & by_id.keys()) if outlet_id}


def by_hand(row: Row) -> bool:
    return "hand" in row["provenance"].split("|")


def _lists(row: Row) -> set[str]:
    return {entry.partition(":")[0] for entry in row["provenance"].split("|")}


def _fields(entry: _Entry) -> list[str]:
    words = written(entry.forms[0]).folded
    return [key_of(words), "|".join(entry.forms), "".join(sorted(entry.flags)), "|".join(entry.ids)]


def _keyed(name: str) -> tuple[str, str, str]:
    """The key under which equal names meet, the form without its article, and that article."""
    bare = _QUALIFIER.sub("", name.strip())
    article = _ARTICLE.match(bare)
    form = bare[article.end() :] if article else bare
    read = written(form)
    gaps = [*read.gaps, ""]
    key = "".join(word + between for word, between in zip(read.folded, gaps, strict=True))
    return key, form, article.group().strip() if article else ""


def _add_ambiguous(entries: dict[str, _Entry], chosen: Mapping[str, Row], ambiguous: Sequence[Row]) -> set[str]:
    """Names that may mean several outlets or none; returns the keys that may mean none."""
    own_names = {outlet_id: {_keyed(name)[0] for name in _names(row)} for outlet_id, row in chosen.items()}
    grouped: dict[str, list[Row]] = {}
    for row in ambiguous:
        if row["checked"] == "hand" and not row["alias"].endswith(" poll"):
            grouped.setdefault(_keyed(row["alias"])[0], []).append(row)
    for key, rows in grouped.items():
        _, form, article = _keyed(rows[0]["alias"])
        ids = list(
            dict.fromkeys(r["outlet_id"] for r in sorted(rows, key=lambda r: r["default"] != "1") if r["outlet_id"])
        )
        if not ids:
            continue
        entry = _Entry([form], ids)
        default = next((r["outlet_id"] for r in rows if r["default"] == "1"), "")
        if not _decided(key, form, ids, default, own_names):
            entry.flags.add("o")
        if _GENERIC.search(form):
            entry.flags.add("g")
        if any(not r["outlet_id"] for r in rows) or (len(ids) == 1 and not default):
            entry.flags.add("d")
        if article:
            entry.flags |= {"t", *("a" if " " not in form else "")}
        entries[key] = entry
    return {key for key, entry in entries.items() if entry.flags & {"d", "o", "a"}}


def _decided(key: str, form: str, ids: Sequence[str], default: str, own_names: Mapping[str, set[str]]) -> bool:
    """Whether the usual outlet may be taken: the name is one of its own, an acronym, or no other outlet's."""
    return bool(default) and (key in own_names.get(default, ()) or len(ids) == 1 or form.isupper())


def _names(row: Row) -> list[str]:
    return [row["name"], *filter(None, row["aliases"].split("|"))]


def _add_outlet(entries: dict[str, _Entry], row: Row, doubtful: set[str]) -> None:
    names = _names(row)
    own = {_keyed(name)[0]: _keyed(name)[1] for name in names}
    for name in names:
        key, form, article = _keyed(name)
        inner = _inner(form, own, doubtful)
        if inner == "" or key in _NEVER or "://" in name:
            continue
        if article and " " not in form and not by_hand(row) and not _UNMISTAKABLE.search(form):
            continue
        _add_name(entries, key, inner or form, article, row)


def _add_name(entries: dict[str, _Entry], key: str, form: str, article: str, row: Row) -> None:
    alone = " " not in form
    entry = entries.get(key)
    if entry is None:
        entry = entries[key] = _Entry([form], [row["id"]])
        if alone and (key in _COMMON or not by_hand(row)) and not form.isupper():
            entry.flags.add("d")
        if _GENERIC.search(form):
            entry.flags.add("g")
    elif row["id"] not in entry.ids:
        if not by_hand(row):
            return
        entry.ids.append(row["id"])
        entry.flags.add("o")
    if form not in entry.forms:
        entry.forms.append(form)
    if article == "The":
        entry.flags.add("t")
        if alone and len(entry.forms) == 1 and form not in _names(row):
            entry.flags.add("a")


def _inner(form: str, own: Mapping[str, str], doubtful: set[str]) -> str | None:
    """What of a name is the outlet's own name, when the rest only describes it.

    None: all of it. "": nothing new, because the name inside is known and certain without the description. Else the
    form with the name in braces.
    """
    words = list(WORD.finditer(form))
    for size in range(len(words) - 1, 0, -1):
        for start in range(len(words) - size + 1):
            inside = form[words[start].start() : words[start + size - 1].end()]
            before, after = form[: words[start].start()], form[words[start + size - 1].end() :]
            key = _keyed(inside)[0]
            if key in own and _describes(before, after):
                known = own[key] == inside and key not in doubtful and key not in _COMMON
                return "" if known else f"{before}{{{inside}}}{after}"
    return None


def _describes(before: str, after: str) -> bool:
    """Whether what stands around a name are a possessive, adjectives and words for kinds of outlets."""
    if re.search(r"\w['’]?\S*[-/]$", before) or re.match(r"[-/'’]", after):
        return False
    words = before.split()
    owners = [number for number, word in enumerate(words) if _POSSESSIVE.match(word)]
    left = words[owners[-1] + 1 :] if owners else words
    return all(
        re.match(r"[a-z]|[A-Z]\w+-[a-z]|Russian|Italian|French|Turkish|Palestinian|Indonesian", w) for w in left
    ) and all(word in DESCRIPTIONS for word in after.split())


def _add_others(entries: dict[str, _Entry], rows: Sequence[Row], ambiguous: Sequence[Row]) -> None:
    """The outlets without standing: never under a name that is taken, open where several of them share it."""
    taken = frozenset(entries)
    everyday = _everyday_words()
    known = {row["id"] for row in rows}
    named = [(name, row) for row in sorted(rows, key=lambda row: row["id"]) for name in _names(row)]
    by_id = {row["id"]: row for row in rows}
    named += [
        (row["alias"], by_id[row["outlet_id"]])
        for row in ambiguous
        if row["checked"] == "auto" and row["outlet_id"] in known
    ]
    for name, row in named:
        form = _name_of_other(name, row, everyday)
        key = _keyed(form)[0] if form else ""
        if not form or not key or key in taken or key in _NEVER:
            continue
        entry = entries.setdefault(key, _Entry([form], [], set() if _tells(form) else {"d"}))
        if form not in entry.forms:
            entry.forms.append(form)
        if row["id"] not in entry.ids:
            entry.ids.append(row["id"])
        if len(entry.ids) > 1:
            entry.flags.add("o")
        if name.startswith("The "):
            entry.flags.add("t")


def _name_of_other(name: str, row: Row, everyday: frozenset[str]) -> str:
    """The form to look for, "" where the name is not looked for."""
    key, form, article = _keyed(name)
    words = [word.casefold() for word in WORD.findall(form)]
    listed = bool(_lists(row) & _LISTS_OF_OUTLETS)
    if not words or "://" in name or "{" in name or len(form) < 3 or key in _NEVER or form.islower():
        return ""
    anybodys = set(words) <= _PLACES or (len(words) > 1 and set(words) <= _ANYBODYS | _TELLING | DESCRIPTIONS | SMALL)
    if anybodys or (not set(words) & _CERTAIN and _is_body(form, row, listed)):
        return ""
    if len(words) == 1:
        taken = words[0] in everyday or words[0] in _TELLING or words[0].isdecimal()
        clear = not article or bool(_UNMISTAKABLE.search(form))
        return form if not taken and clear and (listed or len(form) > 5) else ""
    if _tells(form):
        return form
    of_a_paper = row["type"] in ("newspaper", "broadcaster", "wire_agency")
    return form if (listed and not set(words) <= everyday) or of_a_paper else ""


def _is_body(form: str, row: Row, listed: bool) -> bool:
    """Whether it is an institution that somebody rated or listed, and no outlet by its name."""
    if _ORGANIZATION.search(form) or _PUBLIC_BODY.search(row["domains"]):
        return True
    return not listed and row["type"] == "organization"


def _tells(form: str) -> bool:
    """Whether a word says that it is an outlet, and another one which."""
    words = {word.casefold() for word in WORD.findall(form)}
    return bool(words & _TELLING) and bool(words - _TELLING - DESCRIPTIONS - SMALL)


def _everyday_words() -> frozenset[str]:
    """A lone one of these is no name ("Focus", "Echo")."""
    ranked = (Path(__file__).parents[1] / "text" / "data" / "english.txt").read_text("ascii").split()
    return frozenset(ranked)
