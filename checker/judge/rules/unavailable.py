"""An original is named and could not be had or read, so nothing is claimed about the words.

Either a link leads to a page that is not at hand (or could not be read as prose), or an outlet is named and nothing
tells which of its pages is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.naming import called
from checker.judge.rule import Judged, Rule, Said
from checker.model import Level, Verdict


def _check(judged: Judged) -> Iterator[Said]:
    if judged.verdict is not Verdict.UNAVAILABLE:
        return
    unread = judged.case.unread()
    for original in unread:
        why = original.unavailable or (original.article.unavailable if original.article else None)
        yield Said(f"{called(original)} could not be compared: {why.message if why else 'nothing of it could be read'}")
    if not unread:
        names = list(dict.fromkeys(credit.source.name for credit in judged.case.attribution.credits))
        yield Said(
            f"{' and '.join(names)} {'is' if len(names) == 1 else 'are'} named, and nothing of it is linked or at hand"
        )


RULE = Rule("unavailable", Level.NOTE, _check)
