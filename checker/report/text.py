"""The report for people: what needs a decision comes first, and every claim can be checked by eye."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.model import Finding, Judgement, Level, Original, Passage, Report, Tie, Verdict
from checker.report import wording
from checker.report.cited import outlets_cited
from checker.report.fragment import passage_link
from checker.report.layout import Ink, Page, Piece, cells, piece
from checker.report.lines import BRIEF, NORMAL, WHOLE, Detail, article_line, original_line, places
from checker.report.signs import SIGNS, Tone, urgency

# Of each outlet its labelled lines (`checker.report.profile`), by id or name.
Profiles = Mapping[str, Sequence[tuple[str, str]]]
_NO_PROFILES: Profiles = {}

# Columns: a sign and the verdict, then where and who; below them the labels, and the text behind the labels.
_LABEL_AT = 5
_TEXT_AT = 18
# A terminal so narrow that the text would get less than half of it loses the wide label column.
_NARROW = 56

_TONES = {
    Tone.ERROR: Ink.ERROR,
    Tone.WARNING: Ink.WARNING,
    Tone.UNCHECKED: Ink.UNCHECKED,
    Tone.FINE: Ink.FINE,
    Tone.FAINT: Ink.FAINT,
}
_INKS = {Level.ERROR: Ink.ERROR, Level.WARNING: Ink.WARNING, Level.NOTE: Ink.NOTE}


def render_text(
    report: Report,
    *,
    width: int,
    colour: bool,
    verbose: bool = False,
    ending: str = "",
    profiles: Profiles = _NO_PROFILES,
) -> str:
    """The whole report of one article, with a newline at its end.

    `profiles` has what is known of its outlets, by id or name. `ending` closes the last line: what the exit status is and
    why. `verbose` shows every passage, whole sentences, and how each verdict was reached.
    """
    page = Page(width=width, colour=colour)
    writer = _Writer(report, page, verbose, profiles)
    writer.header()
    for judgement in sorted(report.judgements, key=urgency):
        page.blank()
        writer.quotation(judgement)
    if report.findings:
        page.blank()
        writer.article_findings()
    if report.reading.sources:
        page.blank()
        writer.outlets()
    page.blank()
    page.write([piece(wording.counts(report.counts()), Ink.STRONG), piece(f" · {ending}" if ending else "")], indent=1)
    return page.text()


class _Writer:
    """One report on its way onto a page."""

    def __init__(self, report: Report, page: Page, verbose: bool, profiles: Profiles) -> None:
        self.report = report
        self.profiles = profiles
        self.page = page
        self.verbose = verbose
        self.originals = {original.id: original for original in report.originals}
        self.text_at = _TEXT_AT if page.width >= _NARROW else _LABEL_AT

    def header(self) -> None:
        """Which article, and what it was held against."""
        article = self.report.article
        about = article.metadata
        title = f"“{about.title}”" if about.title else ""
        facts = (title, about.publisher or "", wording.day(about.published) if about.published else "")
        self.page.write([piece(article.name, Ink.STRONG), *(piece(f" · {fact}") for fact in facts if fact)], indent=1)
        if article.unavailable:
            self.page.write([piece(f"could not be read: {article.unavailable.message}", Ink.UNCHECKED)], indent=1)
            return
        outlets = {source.outlet_id or source.name for source in self.report.reading.sources}
        found = (
            wording.counted(len(self.report.judgements), "quotation"),
            f"{wording.counted(len(outlets), 'outlet')} cited",
            f"{wording.counted(self.report.at_hand, 'original')} at hand",
        )
        self.page.write([piece(" · ".join(found))], indent=1)
        warning = wording.on_reconstructions(self.report.originals)
        if warning:
            self.page.write([piece(warning, Ink.FAINT)], indent=1)

    def quotation(self, judgement: Judgement) -> None:
        """One quotation: the verdict, who, both lines, the findings, which original."""
        self._headline(judgement)
        # What is fine and has nothing to be said about it takes a line or two a side, unless somebody asks for all.
        brief = not (judgement.findings or self.verbose)
        deciding = places(judgement.passages)
        self._line("article", article_line(self.report, judgement, deciding, self._detail(brief)), 2 if brief else None)
        for passage in deciding:
            self._passage(judgement, passage, brief=brief)
        elsewhere = [p for p in judgement.passages if p not in deciding and not self._tie(judgement, p.original)]
        for finding in judgement.findings:
            if finding.rule != "found-elsewhere" or not elsewhere:
                self._finding(finding)
        if deciding:
            self._origin(judgement, deciding[0], brief=brief)
        self._unshown(judgement)
        self._others(judgement, deciding, elsewhere)
        for step in judgement.steps if self.verbose else ():
            self._line("how", [piece(step, Ink.FAINT)])

    def _headline(self, judgement: Judgement) -> None:
        sign, tone = SIGNS[judgement.verdict]
        ink = _TONES[tone]
        attribution = judgement.attribution
        head: list[Piece] = [(f" {sign} ", ink), (judgement.verdict.value, ink)]
        where = wording.place(self.report.article, attribution.quotation.span.start)
        who = piece(wording.who(attribution, self.report.article))
        if self.text_at != _TEXT_AT:
            self.page.write([*head, piece(f" {where} ", Ink.STRONG), who], indent=1)
            return
        gap = " " * (_TEXT_AT - sum(cells(text) for text, _ in head))
        indent = _TEXT_AT + (cells(where) + 3 if where else 0)
        self.page.write([who], indent=indent, label=[*head, (gap, Ink.PLAIN), piece(where, Ink.STRONG)])

    def _line(self, label: str, pieces: Sequence[Piece], limit: int | None = None) -> None:
        if self.text_at == _TEXT_AT:
            head: list[Piece] = [(" " * _LABEL_AT, Ink.PLAIN), (label, Ink.FAINT)]
            self.page.write(pieces, indent=_TEXT_AT, label=head, limit=limit)
        else:
            before = [piece(f"{label}: ", Ink.FAINT)] if label else []
            self.page.write([*before, *pieces], indent=_LABEL_AT, limit=limit)

    def _detail(self, brief: bool) -> Detail:
        return WHOLE if self.verbose else BRIEF if brief else NORMAL

    def _passage(self, judgement: Judgement, passage: Passage, *, brief: bool = False) -> None:
        original = self.originals.get(passage.original)
        if original is None:
            return
        line = original_line(original.text, passage, judgement.verdict, self._detail(brief))
        if self.verbose:
            line.append(piece(f" ({passage.similarity:.2f} alike, {passage.information:.0f} bits)", Ink.FAINT))
        tied = self._tie(judgement, passage.original)
        label = wording.passage_label(passage, tied=tied is not None)
        self._line(label, line, 2 if brief else None)

    def _tie(self, judgement: Judgement, original_id: str) -> Tie | None:
        return next((tied.tie for tied in judgement.originals if tied.original == original_id), None)

    def _origin(self, judgement: Judgement, passage: Passage, *, brief: bool = False) -> None:
        original = self.originals.get(passage.original)
        if original is None:
            return
        said = f"{passage.speaker} in " if passage.speaker else ""
        self._line("from", [piece(said + self._about(judgement, original, passage, brief=brief))])
        link = None if brief else passage_link(passage, original)
        if link:
            self._line("", [piece(link, Ink.LINK)])

    def _about(
        self, judgement: Judgement, original: Original, passage: Passage | None = None, *, brief: bool = False
    ) -> str:
        tie = self._tie(judgement, original.id)
        if brief:
            return wording.short_origin(original, tie, passage)
        language = self.report.article.metadata.language
        return wording.origin(original, tie, article_language=language, passage=passage)

    def _finding(self, finding: Finding) -> None:
        ink = _INKS[finding.level]
        self._line(finding.level.value, [piece(f"{finding.rule}:", ink), piece(f" {finding.message}")])

    def _unshown(self, judgement: Judgement) -> None:
        """Tied originals of which no passage was shown (not to be had, in another language), or what to look for."""
        shown = {passage.original for passage in judgement.passages}
        tied = [self.originals[t.original] for t in judgement.originals if t.tie and t.original in self.originals]
        for original in tied:
            if original.unavailable:
                address = piece(original.url or original.path or original.id, Ink.LINK if original.url else Ink.PLAIN)
                self._line("original", [address, piece(f" · {original.unavailable.message}")])
            elif original.id not in shown:
                self._line("original", [piece(self._about(judgement, original))])
        if judgement.verdict is Verdict.UNAVAILABLE and not tied:
            self._line("look for", [piece(wording.search_words(judgement.attribution, self.report.article))])

    def _others(self, judgement: Judgement, deciding: list[Passage], elsewhere: list[Passage]) -> None:
        """The other wording that was found elsewhere; with `verbose` every passage that was considered."""
        noted = [finding for finding in judgement.findings if finding.rule == "found-elsewhere"]
        shown = [p for p in judgement.passages if p not in deciding] if self.verbose else elsewhere[: len(noted)]
        for passage in shown:
            self._passage(judgement, passage)
            if passage in elsewhere[:1]:
                for finding in noted:
                    self._finding(finding)
            self._origin(judgement, passage)

    def article_findings(self) -> None:
        """What belongs to no quotation."""
        for number, finding in enumerate(self.report.findings):
            spans = [evidence.span for evidence in finding.evidence if evidence.where == "article"]
            named = dict.fromkeys(wording.place(self.report.article, span.start) for span in spans)
            where = ", ".join(place for place in named if place)
            ink = _INKS[finding.level]
            label = [(self._heading("the article" if number == 0 else ""), Ink.FAINT)]
            words = [piece(f"{where}: " if where else ""), piece(f"{finding.rule}:", ink)]
            self.page.write([*words, piece(f" {finding.message}")], indent=self.text_at, label=label)

    def outlets(self) -> None:
        """Which outlets are cited, how many quotations lean on each, and how many of its originals are shown."""
        cited = outlets_cited(self.report)
        indent = self.text_at + max(cells(one.name) for one in cited) + 3
        for number, one in enumerate(cited):
            held = wording.counted(one.originals, "original") if one.originals else "no original"
            facts = f"{wording.counted(one.quotations, 'quotation')}, {held}"
            label = [(self._heading("outlets" if number == 0 else ""), Ink.FAINT), piece(one.name)]
            self.page.write([piece(facts)], indent=indent, label=label)
            for name, words in self.profiles.get(one.key, ()):
                self.page.write([piece(f"{name}: ", Ink.FAINT), piece(words)], indent=self.text_at + 2)

    def _heading(self, words: str) -> str:
        """In the first columns; on a line of its own where there is no room for them."""
        if self.text_at == _TEXT_AT:
            return f"   {words}".ljust(_TEXT_AT)
        if words:
            self.page.write([piece(words, Ink.FAINT)], indent=3)
        return " " * _LABEL_AT
