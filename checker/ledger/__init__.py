"""What was measured here: every quotation checked, remembered by publisher and by cited outlet in a file of one's own."""

from checker.ledger.store import Ledger

__all__ = ["Ledger"]
