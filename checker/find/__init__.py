"""Article -> Quotation, Citation, Hearsay: what stands in somebody's words, who is credited, and what is passed on."""

from checker.find.citations import find_citations
from checker.find.hearsay import find_hearsay
from checker.find.quotations import find_quotations

__all__ = ["find_citations", "find_hearsay", "find_quotations"]
