"""The nouns, in the order of the flow: bytes become an Article, the Article a Report."""

from checker.model.article import Article, Block, BlockKind, Format, Link, Metadata
from checker.model.attribution import Attribution, Basis, Credit, Person, Reading, Source
from checker.model.match import Edit, EditClass, EditOp, Match, Passage
from checker.model.original import Capture, Document, Original, Tie
from checker.model.quotation import Citation, Hearsay, Quotation, QuotationKind, Relation
from checker.model.report import Report
from checker.model.sighting import Sighting
from checker.model.span import Span
from checker.model.unavailable import Reason, Unavailable
from checker.model.verdict import Evidence, Finding, Judgement, Level, Tied, Verdict

__all__ = [
    "Article",
    "Attribution",
    "Basis",
    "Block",
    "BlockKind",
    "Capture",
    "Citation",
    "Credit",
    "Document",
    "Edit",
    "EditClass",
    "EditOp",
    "Evidence",
    "Finding",
    "Format",
    "Hearsay",
    "Judgement",
    "Level",
    "Link",
    "Match",
    "Metadata",
    "Original",
    "Passage",
    "Person",
    "Quotation",
    "QuotationKind",
    "Reading",
    "Reason",
    "Relation",
    "Report",
    "Sighting",
    "Source",
    "Span",
    "Tie",
    "Tied",
    "Unavailable",
    "Verdict",
]
