"""Published ratings: votes by family, the combined value and what is never in it, control, parents, ratings of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import SettingsError
from checker.outlets import Outlets
from checker.outlets.control import CODES, code_of
from checker.outlets.profile import Profile, profile_of, profile_of_domain
from checker.outlets.ratings import Kind, Rater, Rating, Ratings, shipped_raters
from checker.outlets.standing import combined, computed, votes_of, weakness

OUTLETS = Outlets.shipped()
RATINGS = Ratings(OUTLETS)
HEADER = "domain,rater,value,scale_min,scale_max,category,date"


def profile(outlet_id: str, ratings: Ratings = RATINGS, host: str | None = None) -> Profile:
    outlet = OUTLETS.by_id(outlet_id)
    assert outlet is not None
    return profile_of(outlet, OUTLETS, ratings, host=host)


def rating(
    family: str, value: float | None, *, rater: str = "", domain: str = "a.example", kind: Kind = Kind.RATING
) -> Rating:
    name = rater or family
    return Rating(domain, Rater(name, name, "", kind, family, ""), value, 0, 4, "words", "2026")


@pytest.mark.parametrize(
    ("ratings", "votes", "mean"),
    [
        pytest.param([], [], None, id="none"),
        pytest.param([rating("a", 1)], [0.25], None, id="one vote is not combined"),
        pytest.param([rating("a", 1), rating("b", 3)], [0.25, 0.75], 0.5, id="two families"),
        pytest.param(
            [rating("a", 1, rater="x"), rating("a", 3, rater="y")], [0.5], None, id="two raters of one family"
        ),
        pytest.param([rating("a", 1), rating("b", None)], [0.25], None, id="words without a value have no vote"),
        pytest.param([rating("a", 1), rating("m", 4, kind=Kind.MODEL)], [0.25], None, id="a model has no vote"),
        pytest.param([rating("a", 1), rating("f", 4, kind=Kind.FACT)], [0.25], None, id="a fact has no vote"),
        pytest.param(
            [rating("a", 1), rating("l", 0, kind=Kind.LIST)], [0.25, 0.0], 0.125, id="a list with values has one"
        ),
        pytest.param(
            [rating("a", 1), rating("a", 4, domain="b.example"), rating("b", 1)],
            [0.25, 0.25],
            0.25,
            id="the first domain",
        ),
    ],
)
def test_votes_and_the_combined_value(ratings: list[Rating], votes: list[float], mean: float | None) -> None:
    found = votes_of(ratings)
    assert [vote.position for vote in found] == votes
    together = combined(found)
    assert (together.mean if together else None) == mean


def test_a_combined_value_comes_with_its_spread_and_its_error_bar() -> None:
    together = combined(votes_of([rating("a", 4), rating("b", 3), rating("c", 4)]))
    assert together is not None
    assert (together.votes, together.lowest, together.highest) == (3, 0.75, 1.0)
    assert together.likely == (pytest.approx(together.mean - 0.3), 1.0)


def test_the_linked_host_comes_before_the_main_domain() -> None:
    rows = [rating("a", 1), rating("a", 4, domain="b.example")]
    assert votes_of(rows, "b.example")[0].position == 1.0
    assert votes_of(rows, "c.example")[0].position == 0.25


def test_the_newer_copy_of_a_list_counts_also_where_it_gives_no_value() -> None:
    """Fox News is "split" in the newer copy; an older value must not vote in its place."""
    raters = shipped_raters()
    old = Rating("a.example", raters["wikipedia_rsp_2022"], 3, 0, 3, "generally reliable", "2022")
    new = Rating("a.example", raters["wikipedia_rsp"], None, None, None, "split by topic or period", "2025")
    assert votes_of([new, old]) == ()
    assert [vote.position for vote in votes_of([old])] == [1.0]


def test_the_outlets_of_the_seed_article() -> None:
    mehr, farda, post, reuters = (
        profile(one) for one in ("mehrnews-com", "radiofarda-com", "jpost-com", "reuters-com")
    )
    assert [(round(vote.position, 2), vote.domain) for vote in mehr.votes] == [(0.4, "en.mehrnews.com")]
    assert mehr.state_controlled and mehr.combined is None
    assert not farda.votes and not farda.ratings and not farda.state_controlled
    assert farda.parent and farda.parent.name == "Radio Free Europe/Radio Liberty"
    assert next((fact.kind, fact.of) for fact in farda.facts) == ("control", "Radio Free Europe/Radio Liberty")
    assert not post.votes and [one.value for one in post.models] == [0.8054]
    assert [one.category for one in reuters.ratings] == ["generally reliable"] and reuters.combined is None


def test_what_a_combined_figure_looks_like() -> None:
    fox, breitbart = profile("foxnews-com"), profile("breitbart-com")
    assert fox.combined and fox.combined.votes == len(fox.votes) == 3
    assert breitbart.combined and breitbart.combined.mean < fox.combined.mean
    assert {one.rater.kind for one in fox.models} == {Kind.MODEL}


@pytest.mark.parametrize(
    ("rater", "category", "expected"),
    [
        pytest.param("lin2023_pc1", "observed_raters=0", "weak: none of its four", id="filled in"),
        pytest.param("lin2023_pc1", "observed_raters=1", "weak: 1 of its four", id="one part"),
        pytest.param("lin2023_pc1", "observed_raters=3", "", id="three parts"),
        pytest.param("cred1", "mixed", "covers problem sites only", id="CRED-1"),
    ],
)
def test_a_weak_figure_says_why(rater: str, category: str, expected: str) -> None:
    assert (weakness(Rating("a.example", shipped_raters()[rater], 0.5, 0, 1, category, "")) or "").startswith(expected)


def test_the_models_of_one_outlet_stay_apart() -> None:
    found = RATINGS.of(profile("mehrnews-com").outlet or pytest.fail())
    assert {(one.domain, one.rater.id) for one in computed(found)} == {
        ("mehrnews.com", "lin2023_pc1"),
        ("en.mehrnews.com", "lin2023_pc1"),
        ("en.mehrnews.com", "cred1"),
    }


def test_every_code_of_control_has_its_words() -> None:
    codes = {code_of(outlet.state_control)[0] for outlet in OUTLETS}
    assert codes - {""} == CODES.keys()


def test_a_domain_that_is_rated_and_in_no_registry_has_a_profile() -> None:
    found = profile_of_domain("https://www.fascism.news/x", OUTLETS, RATINGS)
    assert found and found.outlet is None and found.name == "fascism.news" and found.models
    assert profile_of_domain("https://nobody.example/", OUTLETS, RATINGS) is None
    by_url = profile_of_domain("https://en.mehrnews.com/x", OUTLETS, RATINGS)
    assert by_url and by_url.outlet and by_url.outlet.id == "mehrnews-com"


def own(folder: Path, text: str) -> Ratings:
    path = folder / "ratings.csv"
    path.write_text(text, "utf-8")
    return Ratings.with_file(OUTLETS, path)


def test_ratings_of_ones_own_join_a_family(tmp_path: Path) -> None:
    rows = "jpost.com,mbfc_factual,4,0,5,high,2026,mbfc\nreuters.com,mbfc_factual,5,0,5,very high,2026,mbfc\n"
    ratings = own(tmp_path, f"{HEADER},family\n{rows}en.mehrnews.com,mbfc_factual,3,0,5,mixed,2026,mbfc\n")
    assert [vote.family for vote in profile("jpost-com", ratings).votes] == ["mbfc"]
    reuters = profile("reuters-com", ratings).combined
    assert reuters and (reuters.votes, reuters.mean) == (2, 1.0)
    (vote,) = profile("mehrnews-com", ratings).votes
    assert [one.rater.id for one in vote.ratings] == ["iffy_index", "mbfc_factual"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param(
            "jpost.com,mine,6,0,5,,2026", ":2: 6 does not lie between scale_min and scale_max", id="off the scale"
        ),
        pytest.param("jpost.com,mine,2,0,,,2026", ":2: 2 does not lie between", id="half a scale"),
        pytest.param("jpost.com,mine,good,0,5,,2026", ':2: "good" in value is no number', id="a word for a number"),
        pytest.param("jpost.com,mine,nan,0,5,,2026", ':2: "nan" in value is no number', id="not a number"),
        pytest.param("jpost.com,mine,,,,,2026", ":2: a rating needs a value or the rater's words", id="nothing said"),
        pytest.param(",mine,1,0,5,,2026", ":2: a rating needs the domain", id="no domain"),
    ],
)
def test_a_wrong_rating_is_named_by_file_and_line(tmp_path: Path, row: str, message: str) -> None:
    with pytest.raises(SettingsError) as wrong:
        own(tmp_path, f"{HEADER}\n{row}\n")
    assert f"ratings.csv{message}" in str(wrong.value)
