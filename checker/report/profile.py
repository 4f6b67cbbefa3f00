"""The profile of an outlet in words: what others publish, who controls it, what was measured; each on a line of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.model import Verdict
from checker.outlets.outlet import Outlet
from checker.outlets.profile import Fact, Profile
from checker.outlets.ratings import Rating
from checker.outlets.record import FEWEST, Rate, Record, checked
from checker.outlets.standing import Combined, Vote, weakness
from checker.report.wording import VERDICT_ORDER, counted, day, listed

NOT_RATED = "not rated"


def rating_line(profile: Profile) -> str:
    """The published ratings on one line; "not rated" is an answer and says nothing against the outlet."""
    if profile.combined:
        return combined_words(profile.combined)
    if profile.votes:
        return f"one vote, not combined: {vote_words(profile.votes[0])}"
    if profile.ratings:
        return f"no value: {'; '.join(rating_words(one) for one in profile.ratings)}"
    return NOT_RATED


def combined_words(combined: Combined) -> str:
    """ "0.46 of 1, the mean of 3 votes (lowest 0.40, highest 0.50; another rater would likely fall within 0.16–0.76)" """
    low, high = combined.likely
    return (
        f"{combined.mean:.2f} of 1, the mean of {combined.votes} votes (lowest {combined.lowest:.2f}, highest "
        f"{combined.highest:.2f}; another rater would likely fall within {low:.2f}–{high:.2f})"
    )


def vote_words(vote: Vote) -> str:
    """A family's vote: its place on the scale, and the rows that it was read from."""
    return f"{vote.position:.2f} of 1 from {'; '.join(rating_words(one) for one in vote.ratings)}"


def rating_words(rating: Rating) -> str:
    """ "mixed, 2 on a scale of 0 to 5 (Iffy index, factual level, 4 August 2026, for en.mehrnews.com)" """
    when = f", {day(rating.date)}" if rating.date else ""
    return f"{rating.words} ({rating.rater.title}{when}, for {rating.domain})"


def computed_line(profile: Profile) -> str:
    """What models made of the ratings of the first domain that has such a figure; "" where there is none."""
    return "; ".join(_model_words(one) for one in profile.models if one.domain == profile.models[0].domain)


def _model_words(rating: Rating) -> str:
    weak = weakness(rating)
    return rating_words(rating) + (f", {weak}" if weak else "")


def fact_words(fact: Fact) -> str:
    """A fact with its source and date; a parent's is shown as the parent's."""
    source = ", ".join(filter(None, (fact.source, day(fact.date) if fact.date else "")))
    whose = f"{fact.of}, its parent: " if fact.of else ""
    return whose + fact.words + (f" ({source})" if source else "")


def control_line(profile: Profile) -> str:
    """Control and ownership; "" where nothing is recorded, which is not the same as free."""
    return "; ".join(fact_words(fact) for fact in profile.facts if fact.kind in ("control", "parent"))


def parent_line(profile: Profile) -> str:
    """How a parent is rated, as the parent's; "" where nobody rates it."""
    parent = profile.parent
    rated = parent is not None and (parent.votes or parent.ratings)
    return f"{parent.name}: {rating_line(parent)}" if parent and rated else ""


def record_lines(record: Record) -> Iterator[tuple[str, str]]:
    """Label and words: how faithfully it quotes, and how often what is credited to it is there."""
    articles = counted(record.articles, "article")
    yield "quotes", f"{_rate_words(record.faithful, record.published, 'faithful')}, in {articles} of its own"
    yield "is quoted", _rate_words(record.there, record.credited, "found in its originals")
    if record.left_out:
        yield "left out", f"{counted(record.left_out, 'quotation')} held against a reconstruction"


def _rate_words(rate: Rate | None, counts: Mapping[Verdict, int], what: str) -> str:
    number = checked(counts)
    if not number:
        return "nothing checked yet"
    by_verdict = ", ".join(f"{counts[verdict]} {verdict.value}" for verdict in VERDICT_ORDER if counts.get(verdict))
    if rate is None:
        return f"{counted(number, 'quotation')} checked ({by_verdict}); no rate from fewer than {FEWEST}"
    share = f"{rate.value:.0%} {what} ({rate.low:.0%}–{rate.high:.0%}, {rate.hits} of {rate.of})"
    return f"{share}: {by_verdict}"


def about(outlet: Outlet) -> str:
    """ "wire agency, IR" """
    return ", ".join(filter(None, (outlet.type.replace("_", " "), outlet.country)))


def compact_lines(profile: Profile) -> tuple[tuple[str, str], ...]:
    """The profile as the report on an article has it: label and words; a line that has nothing to say is left out.

    Of computed figures it has those of one domain only, the first; `outlets show` has them all.
    """
    outlet = profile.outlet
    who = (outlet.id, about(outlet), profile.domain or "") if outlet else (profile.domain or "",)
    lines = [("outlet", " · ".join(filter(None, who))), ("rating", rating_line(profile))]
    lines += [("computed", computed_line(profile))]
    lines += [("control", control_line(profile)), ("parent", parent_line(profile))]
    if profile.record:
        lines += [("record", f"{label} {words}") for label, words in record_lines(profile.record)]
    return tuple((label, words) for label, words in lines if words)


def full_lines(profile: Profile) -> tuple[tuple[str, str], ...]:
    """Everything, for `outlets show`; each rating with its licence."""
    lines: list[tuple[str, str]] = []
    outlet = profile.outlet
    if outlet:
        lines += [("id", outlet.id), ("is", about(outlet)), ("names", listed([outlet.name, *outlet.aliases]))]
        lines += [("domains", ", ".join(outlet.domains)), ("languages", ", ".join(outlet.languages))]
        lines += [("note", outlet.note)]
    else:
        lines += [("domain", f"{profile.domain} (rated, and in no registry)")]
    lines += [("rating", rating_line(profile))]
    if profile.combined:
        lines += [("vote", vote_words(vote)) for vote in profile.votes]
    voting = {one for vote in profile.votes for one in vote.ratings}
    lines += [("published", rating_words(one)) for one in profile.ratings if one not in voting]
    lines += [("computed", _model_words(one)) for one in profile.models]
    lines += [(fact.kind, fact_words(fact)) for fact in profile.facts]
    lines += [("of the parent", parent_line(profile))]
    lines += list(record_lines(profile.record)) if profile.record else []
    shown = {one.rater for one in (*profile.ratings, *profile.models)}
    lines += [
        ("licence", f"{rater.title}: {rater.licence} · {rater.link}") for rater in sorted(shown, key=lambda r: r.id)
    ]
    lines += [("from", ", ".join(outlet.provenance))] if outlet else []
    return tuple((label, words) for label, words in lines if words)
