"""A profile and a record as JSON values (`docs/credibility.md` lists the fields)."""

from __future__ import annotations

from typing import Any

from checker.model import Verdict
from checker.outlets.profile import Profile
from checker.outlets.ratings import Rating
from checker.outlets.record import Rate, Record, checked
from checker.outlets.standing import weakness

Json = dict[str, Any]


def profile_form(profile: Profile) -> Json:
    """Every field is always there; null is unknown, never bad. `record` is null where no ledger was asked."""
    outlet = profile.outlet
    return {
        "outlet_id": outlet.id if outlet else None,
        "name": profile.name,
        "domain": profile.domain,
        "aliases": list(outlet.aliases) if outlet else [],
        "domains": list(outlet.domains) if outlet else [profile.domain],
        "country": (outlet.country or None) if outlet else None,
        "languages": list(outlet.languages) if outlet else [],
        "type": (outlet.type or None) if outlet else None,
        "note": (outlet.note or None) if outlet else None,
        "provenance": list(outlet.provenance) if outlet else [],
        **credibility_form(profile),
    }


def credibility_form(profile: Profile) -> Json:
    """The part of a profile that a report adds to a cited outlet."""
    parent = profile.parent
    return {
        "combined": _combined_form(profile),
        "votes": [
            {"family": one.family, "position": round(one.position, 3), "domain": one.domain} for one in profile.votes
        ],
        "ratings": [_rating_form(one) for one in profile.ratings],
        "computed": [{**_rating_form(one), "weakness": weakness(one)} for one in profile.models],
        "facts": [
            {"kind": one.kind, "words": one.words, "source": one.source, "date": one.date or None, "of": one.of}
            for one in profile.facts
        ],
        "parent": {"outlet_id": parent.outlet.id, "name": parent.name, **_parent_ratings(parent)}
        if parent and parent.outlet
        else None,
        "record": record_form(profile.record) if profile.record else None,
    }


def _parent_ratings(parent: Profile) -> Json:
    return {"combined": _combined_form(parent), "ratings": [_rating_form(one) for one in parent.ratings]}


def _combined_form(profile: Profile) -> Json | None:
    combined = profile.combined
    if combined is None:
        return None
    low, high = combined.likely
    return {
        "mean": round(combined.mean, 3),
        "votes": combined.votes,
        "lowest": round(combined.lowest, 3),
        "highest": round(combined.highest, 3),
        "likely_low": round(low, 3),
        "likely_high": round(high, 3),
    }


def _rating_form(rating: Rating) -> Json:
    return {
        "rater": rating.rater.id,
        "title": rating.rater.title,
        "family": rating.rater.family,
        "kind": rating.rater.kind.value,
        "domain": rating.domain,
        "category": rating.category or None,
        "value": rating.value,
        "scale_min": rating.scale_min,
        "scale_max": rating.scale_max,
        "date": rating.date or None,
        "licence": rating.rater.licence or None,
        "link": rating.rater.link or None,
    }


def record_form(record: Record) -> Json:
    """Counts by verdict, and a rate only where enough was checked."""
    return {
        "outlet": record.outlet,
        "name": record.name,
        "articles": record.articles,
        "published": _counts_form(record.published),
        "faithful": _rate_form(record.faithful),
        "credited": _counts_form(record.credited),
        "there": _rate_form(record.there),
        "left_out": record.left_out,
    }


def _counts_form(counts: Any) -> Json:
    return {"checked": checked(counts), **{verdict.value: counts.get(verdict, 0) for verdict in Verdict}}


def _rate_form(rate: Rate | None) -> Json | None:
    if rate is None:
        return None
    return {
        "rate": round(rate.value, 3),
        "low": round(rate.low, 3),
        "high": round(rate.high, 3),
        "hits": rate.hits,
        "of": rate.of,
    }
