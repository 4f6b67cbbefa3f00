"""The rules, a file each; the docstring of a file is the rule's page."""

from __future__ import annotations

from checker.judge.rule import Judged, Rule
from checker.judge.rules import (
    absent,
    ambiguous,
    bracket_reverses,
    cut_at_edge,
    cut_turns_meaning,
    cut_unmarked,
    direction_changed,
    found_elsewhere,
    hearsay_unsourced,
    inherited,
    look_at_cut,
    modal_changed,
    name_changed,
    name_misspelt,
    negation_changed,
    number_changed,
    order_changed,
    other_speaker,
    paraphrase_quoted,
    part_absent,
    quantity_changed,
    question_changed,
    relayed,
    scan_noise,
    second_hand,
    spelling_varies,
    spliced,
    tense_changed,
    translated,
    typo,
    unavailable,
    uncited,
    word_broken,
    words_changed,
)
from checker.model import Article, Finding, Reading

RULES: tuple[Rule, ...] = (
    absent.RULE,
    ambiguous.RULE,
    bracket_reverses.RULE,
    cut_at_edge.RULE,
    cut_turns_meaning.RULE,
    cut_unmarked.RULE,
    direction_changed.RULE,
    found_elsewhere.RULE,
    inherited.RULE,
    look_at_cut.RULE,
    modal_changed.RULE,
    name_changed.RULE,
    name_misspelt.RULE,
    negation_changed.RULE,
    number_changed.RULE,
    order_changed.RULE,
    other_speaker.RULE,
    paraphrase_quoted.RULE,
    part_absent.RULE,
    quantity_changed.RULE,
    question_changed.RULE,
    relayed.RULE,
    scan_noise.RULE,
    second_hand.RULE,
    spliced.RULE,
    tense_changed.RULE,
    translated.RULE,
    typo.RULE,
    unavailable.RULE,
    uncited.RULE,
    word_broken.RULE,
    words_changed.RULE,
)
_ON_ARTICLES = (hearsay_unsourced, spelling_varies)


def findings_of(judged: Judged) -> tuple[Finding, ...]:
    """What every rule says of one quotation: the most serious first, then by the rule's name."""
    found = [finding for rule in RULES for finding in rule.findings(judged)]
    return tuple(sorted(found, key=lambda finding: (-finding.level.rank, finding.rule)))


def findings_on_article(article: Article, reading: Reading) -> tuple[Finding, ...]:
    """What belongs to no quotation, by rule and in reading order."""
    return tuple(
        Finding(rule.NAME, said.level or rule.LEVEL, said.message, said.evidence)
        for rule in _ON_ARTICLES
        for said in rule.check(article, reading)
    )
