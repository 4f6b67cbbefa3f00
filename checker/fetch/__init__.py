"""Files and pages into documents: the one door to what lies on disk and on the network.

Nothing here reads what a body says; it checks that a body is what its sidecar claims, and hands both on. The half that goes
to the network is `checker.fetch.fetcher`; it is imported where it is used, for most runs need none of it.
"""

from checker.fetch.captures import load_captures
from checker.fetch.files import load_article
from checker.fetch.given import load_given

__all__ = ["load_article", "load_captures", "load_given"]
