"""What a finding is known by from one run to the next: its rule and the words, not its line and not the day."""

from __future__ import annotations

import hashlib
import re

from checker.model import Article, Finding, Judgement
from checker.text.fold import fold


def fingerprint(article: str, rule: str, words: str) -> str:
    """The same for the same words in other typography; `article` is what the article is known by, its path.

    >>> fingerprint("a.md", "typo", "Don’t  go") == fingerprint("a.md", "typo", "don't go,")
    True
    """
    told = "\0".join((article, rule, folded_words(words)))
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:32]


def folded_words(words: str) -> str:
    """The words alone, without typography, capitals and punctuation.

    >>> folded_words("“Don’t  go,”")
    'don t go'
    """
    return " ".join(re.findall(r"\w+", fold(words).folded.casefold()))


def words_at_issue(article: Article, judgement: Judgement | None, finding: Finding) -> str:
    """The quotation's words; of a finding on the article, what stands at its first place."""
    if judgement is not None:
        return judgement.attribution.quotation.words(article.text)
    return next((evidence.text for evidence in finding.evidence if evidence.where == "article"), "")
