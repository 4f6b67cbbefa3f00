"""The steps in SQL against a slow, obvious reading of the same rule, over mentions drawn at random."""

from __future__ import annotations

from collections import defaultdict
from statistics import median

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.corpus.engines import DuckDB

HOUR, DAY = 3_600_000_000, 86_400_000_000

Mention = tuple[int, str, int | None, bool]
"""Utterance, outlet, hour (None: no date), whether only the day is known."""

MENTIONS = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from("abcd"), st.none() | st.integers(0, 72), st.booleans()), max_size=30
)


def interval(hour: int, day: bool) -> tuple[int, int]:
    at = hour * HOUR
    return (at // DAY * DAY, at // DAY * DAY + DAY - 1) if day else (at, at)


def by_hand(mentions: list[Mention]) -> dict[tuple[str, str], tuple[int, float]]:
    """From the rule: an outlet's first is its earliest; the first carrier is one that no other certainly comes before."""
    lags: dict[tuple[str, str], list[int]] = defaultdict(list)
    for utterance in {mention[0] for mention in mentions}:
        spans: dict[str, tuple[int, int]] = {}
        for one, outlet, hour, day in mentions:
            if one == utterance and hour is not None:
                low, high = interval(hour, day)
                before = spans.get(outlet, (low, high))
                spans[outlet] = (min(low, before[0]), min(high, before[1]))
        firsts = [a for a, (low, _) in spans.items() if not any(high < low for b, (_, high) in spans.items() if b != a)]
        if len(firsts) == 1:
            for outlet, (low, _) in spans.items():
                if outlet != firsts[0]:
                    lags[firsts[0], outlet].append(low - spans[firsts[0]][0])
    return {edge: (len(found), median(found)) for edge, found in lags.items()}


@settings(max_examples=60, deadline=None)
@given(MENTIONS)
def test_carries_after_is_what_the_rule_says(mentions: list[Mention]) -> None:
    rows = []
    for number, (_, outlet, hour, day) in enumerate(mentions):
        low, high = interval(hour, day) if hour is not None else (None, None)
        rows.append({"quotation_id": f"q{number}", "outlet": outlet, "cited": None, "earliest": low, "latest": high})
    texts = [(name, pa.string()) for name in ("quotation_id", "outlet", "cited")]
    dated = pa.schema([*texts, ("earliest", pa.int64()), ("latest", pa.int64())])
    names = ("quotation_id", "utterance_id", "kind")
    groups = [dict(zip(names, (f"q{n}", f"u{one[0]}", "utterance"), strict=True)) for n, one in enumerate(mentions)]
    with DuckDB() as engine:
        engine.give("dated", pa.Table.from_pylist(rows, schema=dated))
        engine.give("groups", pa.Table.from_pylist(groups, schema=pa.schema([(name, pa.string()) for name in names])))
        for step in ("mentions", "carriages", "firsts", "carries"):
            engine.step(step)
        found = {
            (row["first_outlet"], row["later_outlet"]): (row["utterances"], row["median_lag"])
            for row in engine.table("carries").to_pylist()
        }
    assert found == by_hand(mentions)
