"""A profile in words and as JSON: what is said of the rated, the half rated and the unrated, and of the role in an article."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from ferry_report import REPORT

from checker.model import Verdict
from checker.outlets import Outlets
from checker.outlets.profile import Profile, profile_of
from checker.outlets.ratings import Ratings
from checker.outlets.record import Record
from checker.report.profile import NOT_RATED, compact_lines, full_lines, rating_line, record_lines
from checker.report.profile_cited import cited_outlets
from checker.report.profile_form import profile_form, record_form

OUTLETS = Outlets.shipped()
RATINGS = Ratings(OUTLETS)


def profile(outlet_id: str) -> Profile:
    outlet = OUTLETS.by_id(outlet_id)
    assert outlet is not None
    return profile_of(outlet, OUTLETS, RATINGS)


@pytest.mark.parametrize(
    ("outlet_id", "expected"),
    [
        pytest.param("jpost-com", NOT_RATED, id="not rated"),
        pytest.param(
            "mehrnews-com", "one vote, not combined: 0.40 of 1 from mixed, 2 on a scale of 0 to 5", id="one vote"
        ),
        pytest.param(
            "reuters-com", "one vote, not combined: 1.00 of 1 from generally reliable", id="in the rater's words"
        ),
        pytest.param(
            "foxnews-com", "0.46 of 1, the mean of 3 votes (lowest 0.40, highest 0.50; another rater", id="combined"
        ),
    ],
)
def test_the_rating_line(outlet_id: str, expected: str) -> None:
    assert rating_line(profile(outlet_id)).startswith(expected)


def test_the_domain_that_was_rated_is_named() -> None:
    assert "for en.mehrnews.com" in rating_line(profile("mehrnews-com"))


def test_control_and_a_parent_stand_on_lines_of_their_own() -> None:
    lines = dict(compact_lines(profile("radiofarda-com")))
    assert lines["rating"] == NOT_RATED
    assert lines["control"].startswith("Radio Free Europe/Radio Liberty, its parent: independent in what it publishes")
    assert "State Media Monitor" in lines["control"] and "rating" not in lines["control"]


def test_a_figure_that_a_model_made_stands_under_computed() -> None:
    lines = dict(full_lines(profile("jpost-com")))
    assert lines["computed"].startswith("0.8054 on a scale of 0 to 1 (PC1") and "0.8" not in lines["rating"]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param(Record("a", "A"), "nothing checked yet, in 0 articles of its own", id="nothing"),
        pytest.param(
            Record("a", "A", 2, {Verdict.VERBATIM: 6, Verdict.ALTERED: 1}),
            "7 quotations checked (1 altered, 6 verbatim); no rate from fewer than 20, in 2 articles of its own",
            id="too few",
        ),
        pytest.param(
            Record("a", "A", 9, {Verdict.VERBATIM: 45, Verdict.DISTORTED: 5}),
            "90% faithful (79%–96%, 45 of 50): 5 distorted, 45 verbatim, in 9 articles of its own",
            id="a rate",
        ),
    ],
)
def test_the_record_line(record: Record, expected: str) -> None:
    assert dict(record_lines(record))["quotes"] == expected
    assert json.dumps(record_form(record))


def test_the_json_of_a_profile_has_every_field_for_every_outlet() -> None:
    known, bare = profile_form(profile("foxnews-com")), profile_form(profile("jpost-com"))
    assert known.keys() == bare.keys()
    assert bare["combined"] is None and bare["record"] is None and bare["votes"] == []
    assert known["combined"]["votes"] == 3


def test_the_role_of_each_cited_outlet() -> None:
    cited = {one.name: one for one in cited_outlets(REPORT, OUTLETS, RATINGS)}
    leaning = {name: one.role.quotations for name, one in cited.items()}
    assert leaning["Reuters"], "the first quotations of the ferry article lean on Reuters"
    assert sum(map(len, leaning.values())) <= len(REPORT.judgements)
    unknown = [one for one in cited.values() if one.profile is None]
    assert all(dict(one.lines())["registry"] == "not in it: nothing is known" for one in unknown)
    assert all(json.dumps(one.form()) for one in cited.values())


def test_the_chain_of_a_second_hand_quotation() -> None:
    base = REPORT
    judgement = next(
        one for one in base.judgements if one.passages and one.passages[0].answers and one.attribution.credits
    )
    passages = (
        replace(judgement.passages[0], credited=("Al-Mayadeen",), speaker="Nadia Brandt"),
        *judgement.passages[1:],
    )
    changed = tuple(replace(one, passages=passages) if one is judgement else one for one in base.judgements)
    name = judgement.attribution.credits[0].source.name
    cited = {one.name: one for one in cited_outlets(replace(base, judgements=changed), OUTLETS, RATINGS)}
    assert (name, "Al-Mayadeen", "Nadia Brandt") in cited[name].role.chains
    assert f"{name} → Al-Mayadeen → Nadia Brandt" in [words for label, words in cited[name].lines() if label == "chain"]
