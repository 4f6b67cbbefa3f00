"""What `checker --version` says: the program, and how old the tables are that it carries."""

from __future__ import annotations

from checker.version import __version__


def version_lines() -> str:
    """Only what the shipped tables themselves say; settings may lay others over them."""
    from checker.outlets.control import CONTROL_DATE, CONTROL_SOURCE
    from checker.outlets.registry import SHIPPED, Outlets
    from checker.outlets.table import Table

    raters = {row[1]: row[9] for row in Table(SHIPPED / "raters.tsv").every()}
    newest = max(raters.values())
    of_newest = sorted(title for title, date in raters.items() if date == newest)
    return (
        f"checker {__version__}\n"
        f"outlets: {len(Outlets.shipped()):,}; state control as the {CONTROL_SOURCE} had it on {CONTROL_DATE}\n"
        f"ratings: {len(Table(SHIPPED / 'ratings.tsv')):,} from {len(raters)} lists, {min(raters.values())} to {newest} "
        f"(the newest: {', '.join(of_newest)})"
    )
