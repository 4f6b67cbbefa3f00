"""Files into documents: the one door to what lies on disk (and, from issue 6 on, on the network).

Nothing here reads what a body says; it checks that a body is what its sidecar claims, and hands both on.
"""

from checker.fetch.captures import load_captures
from checker.fetch.files import load_article
from checker.fetch.given import load_given
from checker.fetch.record import write_sidecar

__all__ = ["load_article", "load_captures", "load_given", "write_sidecar"]
