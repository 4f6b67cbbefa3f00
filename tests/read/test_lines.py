"""Every rule for lines that are not prose: lines that it must know, and near misses beside them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import BlockKind
from checker.read.lines import RULES, LineRule, author_of_byline, kind_of_line, line_rule, may_be_special

MATCHES = {
    "promotion": (
        "Join our Telegram channel for breaking news",
        "Subscribe to our daily newsletter",
        "Please follow us on Twitter and Facebook",
        "Sign up here",
        "Subscribe now!",
    ),
    "offer": (
        "Download the BBC News app",
        "Share this article",
        "Support us",
        "Find us on Facebook",
        "Click here to subscribe",
        "Donate",
    ),
    "advertisement": ("ADVERTISEMENT", "Advertisement:", "Anzeige", "Реклама", "広告"),
    "read more": (
        "Read more: Ferry is back",
        "READ ALSO – The bridge",
        "Related stories",
        "Watch: the ferry sets out",
        "Lesen Sie auch: Die Fähre",
        "À lire aussi : le bac",
        "Читайте также: паром",
        "関連記事：渡し船",
    ),
    "copyright": (
        "© 2024 The Harbour Post",
        "Copyright 2024 The Associated Press",
        "(c) The Harbour Post",
        "Alle Rechte vorbehalten.",
    ),
    "rights at the end": ("2024 The Harbour Post. All rights reserved.",),
    "credit": (
        "Photo: Jane Roe",
        "File photo by Jane Roe",
        "Image credit: NASA",
        "Photo/Jane Roe",
        "Foto: Jürgen Groß",
        "Crédit photo : É. Dupont",
        "(Photo by Jane Roe/Getty Images)",
    ),
    "agency alone": ("Reuters", "(AP)", "— AFP", "AP/Reuters"),
    "credit alone": ("Jane Roe/AFP", "Getty Images", "(Jane Roe | Reuters)", "AP Photo", "Shutterstock"),
    "caption with credit": (
        "The ferry leaves the harbour (Jane Roe/AP)",
        "The ferry leaves the harbour. (Reuters)",
        "Паром выходит из порта (ТАСС/AP)",
        "The ferry leaves the harbour. Photograph: J. Roe/Getty Images",
        "The ferry leaves the harbour (screenshot)",
    ),
    "byline": (
        "By Jane Doe",
        "By Jane Doe and José Núñez",
        "BY JANE DOE, Harbour Post",
        "Von Jörg Müller",
        "Por María del Carmen",
        "Reported by Ludwig van Beethoven",
    ),
}

NEAR_MISSES = {
    "promotion": (
        "Join the march on Monday, the union told its members",
        "Follow the money",
        "“Subscribe to our newsletter,” the banner said",
        "Subscribers will pay more from May",
    ),
    "offer": (
        "Download speeds fell in the north",
        "Share prices fell on Monday",
        "Support for the ferry grew",
        "Find the ferry, he said",
    ),
    "advertisement": ("Advertisement sales fell", "Sponsored by the town, the ferry is back"),
    "read more": (
        "Read more books, she told them",
        "Watch out for the ferry",
        "Related to this is the price",
        "More from the state than from the town came in",
    ),
    "copyright": ("Copyright is at the heart of the case", "Rights were reserved for few"),
    "rights at the end": ("All rights reserved for the ferry company were sold",),
    "credit": ("Photos of the ferry were shown", "Image problems haunt the ferry", "Videos of it were seen"),
    "agency alone": ("Reuters reported it", "APs"),
    "credit alone": ("AFP said so", "Jane Roe told Reuters"),
    "caption with credit": ("The ferry (at last) is back", "He left (and came back)", "It was in the file (photos)"),
    "byline": ("By Monday the ferry was back", "By law", "Von der Fähre ist nichts zu sehen", "By Jane Doe’s word it “sank”."),
}  # fmt: skip


def test_every_rule_has_lines_on_both_sides() -> None:
    names = [rule.name for rule in RULES]
    assert sorted(MATCHES) == sorted(NEAR_MISSES) == sorted(names)


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule, lines in MATCHES.items() for line in lines])
def test_a_line_that_a_rule_knows(rule: str, line: str) -> None:
    found = line_rule(line)
    assert found is not None
    assert found.name == rule


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule, lines in NEAR_MISSES.items() for line in lines])
def test_a_line_that_is_prose(rule: str, line: str) -> None:
    found = line_rule(line)
    assert found is None, f"taken for {found.name if found else rule}"
    assert kind_of_line(line) == (BlockKind.PARAGRAPH, True)


@pytest.mark.parametrize("line", [line for lines in MATCHES.values() for line in lines])
def test_the_quick_look_lets_every_such_line_through(line: str) -> None:
    assert may_be_special(line)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        pytest.param("By Jane Doe", "Jane Doe", id="name"),
        pytest.param("BY JANE DOE", "JANE DOE", id="capitals"),
        pytest.param("By Jane Doe, Reuters", "Jane Doe", id="outlet"),
        pytest.param("By Jane Doe | The Post", "Jane Doe", id="bar"),
        pytest.param("By Jane Doe in Damascus", "Jane Doe", id="place"),
        pytest.param("By Jane Doe for The Post", "Jane Doe", id="for"),
        pytest.param("Story by: Jane Doe", "Jane Doe", id="story by"),
        pytest.param("Par Éloïse Dupont", "Éloïse Dupont", id="French"),
        pytest.param("Jane Doe", None, id="no By"),
        pytest.param("Bypass opened", None, id="a word that begins so"),
    ],
)
def test_the_names_of_a_byline(line: str, author: str | None) -> None:
    assert author_of_byline(line) == author


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.name) for rule in RULES if rule.openings])
@given(data=st.data())
@settings(deadline=None)
def test_every_line_of_a_shape_begins_with_one_of_its_openings(rule: LineRule, data: st.DataObject) -> None:
    line = data.draw(st.from_regex(re.compile(rf"\A(?:{rule.pattern})")))
    assert line[:12].lower().startswith(tuple(rule.openings.split()))
