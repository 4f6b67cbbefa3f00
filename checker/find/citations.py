"""Which outlets an article credits, and how.

Names come from the registry, from words that present a name as an outlet, and from links; `citation_rules` decides
which of them serve as a source. Every mention that does counts, also the second; who is only described, accused or
addressed does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.find.citation_context import Context, Sentences, quoted_spans
from checker.find.citation_credits import credit, is_licence, is_photo_credit
from checker.find.citation_links import NO_OUTLET, address, linked_citations
from checker.find.citation_names import Names
from checker.find.citation_rules import Decision, decide
from checker.find.citation_unknown import presenting, unknown_names
from checker.model import Article, Block, BlockKind, Citation, Quotation, Relation, Span
from checker.outlets import Mention, Outlets
from checker.text.late import late

_JOINED = late(
    r"['’]?s?(?:\s*,\s*(?:and\s+|or\s+|including\s+|as\s+well\s+as\s+)?|\s+(?:and|or|&|as\s+well\s+as)\s+|\s*[/–-]\s*)(?:the\s+|The\s+)?"
)
_TRANSLATED = late(r"\btranslat(?:ed|ion)\b", re.IGNORECASE)
_NO_PROSE = frozenset({BlockKind.CAPTION, BlockKind.OTHER})


def find_citations(article: Article, quotations: Sequence[Quotation], outlets: Outlets) -> tuple[Citation, ...]:
    """Every place where the article credits an outlet, in reading order.

    A name inside quoted words is none, nor is one in a caption, a credit, a promotion line or a block outside the
    article's prose; the article's own publisher is one only where the text says so ("told CNN").
    """
    blocks = tuple(_prose(article))
    mentions = [outlets.find_names(article.text, block.span) for block in blocks]
    names = Names(article, (mention for found in mentions for mention in found), outlets)
    quoted = quoted_spans(quotations)
    ways = presenting(article.text)
    found: list[Citation] = []
    for block, known in zip(blocks, mentions, strict=True):
        every = sorted((*known, *unknown_names(article.text, block.span, known, outlets, ways)), key=lambda m: m.span)
        if every or block.links:
            sentences = Sentences(article.text, block, quoted)
            named = list(_named(sentences, block, every, names, outlets))
            named = [replace(c, url=address(c, block.links, sentences, outlets)) for c in named]
            found += [*named, *linked_citations(block, named, sentences, outlets, names.publisher)]
    return tuple(sorted(found, key=lambda citation: citation.span))


def _prose(article: Article) -> Iterator[Block]:
    blocks = article.blocks or ((Block(Span(0, len(article.text))),) if article.unavailable is None else ())
    return (block for block in blocks if block.main and block.kind not in _NO_PROSE)


def _named(
    sentences: Sentences, block: Block, mentions: Sequence[Mention], names: Names, outlets: Outlets
) -> Iterator[Citation]:
    for group in _groups(sentences.text, mentions):
        whole = Span(group[0].reach.start, group[-1].reach.end)
        if is_photo_credit(sentences.text, whole, block) or is_licence(sentences.text, whole, block):
            continue
        context = _context(sentences, group)
        line = credit(sentences.text, whole, block, context)
        decision = Decision(line, True) if line else decide(context)
        for number, mention in enumerate(group):
            ids = names.ids(mention)
            if decision is None or not _counts(mention, ids, decision, names, outlets) or _repeats(group, number):
                continue
            if line is Relation.VIA and names.publisher in ids:
                continue
            if mention.programme or not sentences.in_quotation(mention.span):
                yield _citation(mention, ids, decision, context)


def _context(sentences: Sentences, group: Sequence[Mention]) -> Context:
    """What stands around a group of names; marks around a programme and brackets around an acronym do not count."""
    first, last = sentences.around(group[0].reach), sentences.around(group[-1].reach)
    before, after = first.before, last.after
    if group[0].programme:
        before = before.rstrip("“\"'‘") if before.endswith(("“", '"', "'", "‘")) else before
    if group[-1].programme:
        after = after.lstrip(",.”\"'’") if re.match(r"[,.]?[”\"'’]", after) else after
    if len(group) > 1 and after.startswith(")"):
        after = after[1:]
    return Context(first.sentence, before, after)


def _groups(text: str, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Names joined by "and", a slash or, before an "and", a comma: what is said of one is said of all.

    A comma alone joins nothing: "he told CNN, Reuters reported" credits two outlets in two ways.
    """
    group: list[Mention] = []
    commas = 0
    for mention in mentions:
        between = text[group[-1].reach.end : mention.reach.start] if group else ""
        if group and (_JOINED.fullmatch(between) or _explains(text, group[-1], mention)):
            commas = commas + 1 if between.strip() == "," else 0
            group.append(mention)
            continue
        yield from _closed(group, commas)
        group, commas = [mention], 0
    yield from _closed(group, commas)


def _closed(group: list[Mention], commas: int) -> Iterator[list[Mention]]:
    """A list that no "and" closes falls apart at its last commas."""
    border = len(group) - commas
    if group:
        yield group[:border]
    yield from ([mention] for mention in group[border:])


def _explains(text: str, name: Mention, other: Mention) -> bool:
    """ "the Syrian Arab News Agency (SANA)", "CBS' Face the Nation": the second is no outlet besides the first."""
    between = text[name.reach.end : other.reach.start]
    if name.outlet_id is None or name.outlet_id != other.outlet_id:
        return False
    return bool(re.fullmatch(r"\s*\(", between)) or (
        other.programme and bool(re.fullmatch(r"['’]?s?,?\s+[\"“”'‘’]{0,2}", between))
    )


def _repeats(group: Sequence[Mention], number: int) -> bool:
    """Whether a name only gives the one before it in short: "Agence France-Presse (AFP)"."""
    before = group[number - 1]
    return (
        number > 0
        and before.outlet_id is not None
        and before.outlet_id == group[number].outlet_id
        and not group[number].programme
    )


def _counts(mention: Mention, ids: tuple[str, ...], decision: Decision, names: Names, outlets: Outlets) -> bool:
    """Whether a name that is cited in form is an outlet in fact."""
    kinds = {outlet.type for outlet in map(outlets.by_id, ids) if outlet}
    if kinds and kinds <= NO_OUTLET:
        return False
    # "A new Gallup poll": a pollster's own, and no outlet's.
    if kinds == {"organization"} and decision.relation is Relation.OTHER:
        return False
    if mention.doubtful and not decision.near:
        return False
    return not (mention.doubtful and decision.personal and names.is_person(mention))


def _citation(mention: Mention, ids: tuple[str, ...], decision: Decision, context: Context) -> Citation:
    return Citation(
        mention.span,
        decision.relation,
        ids,
        parent=mention.parent,
        translated=bool(_TRANSLATED.search(context.before[-80:])),
        unnamed=mention.generic,
    )
