"""What a rule is: a name that other programs rely on, a level, and what it sees."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from checker.judge.case import Case
from checker.judge.changes import Change
from checker.judge.facts import Facts
from checker.judge.naming import at, called
from checker.judge.tokens import short
from checker.model import EditClass, Evidence, Finding, Level, Match, Span, Verdict

# So many words on either side of a change make it readable.
_CONTEXT = 4
# Of so many changes of one kind both lines are quoted in the sentence; the evidence has them all.
_SHOWN = 3


class Judged(NamedTuple):
    """A quotation with its verdict: `facts` of the answer that counts, None where nothing answers.

    `nearest` is what comes nearest then; `elsewhere` are the answers of originals that are only at hand.
    """

    case: Case
    verdict: Verdict
    facts: Facts | None = None
    nearest: Match | None = None
    elsewhere: tuple[Facts, ...] = ()


class Rule(NamedTuple):
    """`check` yields what the rule has to say: the sentence and its evidence, with another level where one is given."""

    name: str
    level: Level
    check: Callable[[Judged], Iterable[Said]]

    def findings(self, judged: Judged) -> list[Finding]:
        """In the order in which the rule found them."""
        return [
            Finding(self.name, said.level or self.level, said.message, said.evidence) for said in self.check(judged)
        ]


class Said(NamedTuple):
    """One sentence of a rule."""

    message: str
    evidence: tuple[Evidence, ...] = ()
    level: Level | None = None


def of_changes(*classes: EditClass, what: str) -> Callable[[Judged], Iterable[Said]]:
    """A check that speaks of all changes of some classes in one sentence; `what` begins it ("another name")."""

    def check(judged: Judged) -> Iterable[Said]:
        if judged.facts is None:
            return
        changes = [change for change in judged.facts.changes if change.cls in classes and not change.orphan]
        if changes:
            lines = [both_lines(judged.facts, change) for change in changes[:_SHOWN]]
            more = f"; and {len(changes) - _SHOWN} more" if len(changes) > _SHOWN else ""
            yield Said(f"{what}: {'; '.join(dict.fromkeys(lines))}{more}", evidence(judged.facts, changes))

    return check


def both_lines(facts: Facts, change: Change) -> str:
    """ "the original says “…”, the article “…”", with a few words around."""
    said = around(facts.original.text, change.edit.original, change.passage.span)
    whole = facts.case.words
    printed = around(whole, change.edit.quotation, Span(0, len(whole)))
    return f"{called(facts.original)} has “{said}”, the article “{printed}”"


def around(text: str, span: Span, within: Span) -> str:
    """A place with a few words on either side."""
    before, after = text[within.start : span.start].split(), text[span.end : within.end].split()
    glued_before = span.start > within.start and not text[span.start - 1].isspace() and not span.of(text)[:1].isspace()
    glued_after = span.end < within.end and not text[span.end].isspace() and not span.of(text)[-1:].isspace()
    lead = " ".join(before[-_CONTEXT:]) + ("" if glued_before else " ")
    trail = ("" if glued_after else " ") + " ".join(after[:_CONTEXT])
    return " ".join((lead + short(span.of(text)) + trail).split())


def evidence(facts: Facts, changes: Sequence[Change]) -> tuple[Evidence, ...]:
    """Both places of each change: in the article's text, and in the original's."""
    found: list[Evidence] = []
    start = facts.case.quotation.span.start
    for change in changes:
        here = change.edit.quotation.moved(start)
        found.append(Evidence("article", here, here.of(facts.case.article.text)))
        if change.passage.original == facts.original.id:
            found.append(at(facts.original, change.edit.original))
    return tuple(found)
