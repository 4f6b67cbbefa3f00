"""The report as one page: article on the left, what was found about the selected quotation beside it.

The page is complete in itself: style and script stand in it, nothing is loaded, and its Content-Security-Policy lets no
other script run and no address be asked. All text of an article, an original or an address passes two doors on its way
into the page: `for_terminal`, which shows what nobody could see, and the escaping of the template engine.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker.model import Report
from checker.report.html.templating import environment_of
from checker.report.html.view import Profiles, no_profiles, view_of
from checker.report.signs import MEANINGS, SIGNS
from checker.report.wording import VERDICT_ORDER

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"


class HtmlReport:
    """A page in pieces, an article after the other: `start`, `report` for each, `end`.

    `profiles` gives what is known of the outlets of a report: label and words, a line each.
    """

    def __init__(self, profiles: Profiles = no_profiles) -> None:
        self._profiles = profiles
        self._number = 0

    def start(self) -> str:
        """The head of the page, with the policy and the style."""
        script, style = _asset("page.js"), _asset("page.css")
        policy = (
            f"default-src 'none'; script-src {_digest(script)}; style-src {_digest(style)}; "
            "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
        )
        return _environment().get_template("head.html").render(policy=policy, style=_markup(style))

    def report(self, report: Report) -> str:
        """One article."""
        self._number += 1
        return _environment().get_template("article.html").render(view=view_of(report, self._number, self._profiles))

    def end(self) -> str:
        """How to read the page, and the script."""
        words = [(verdict.value, *SIGNS[verdict], MEANINGS[verdict]) for verdict in VERDICT_ORDER]
        return _environment().get_template("foot.html").render(words=words, script=_markup(_asset("page.js")))


def render_html(report: Report) -> str:
    """The whole page of one article."""
    page = HtmlReport()
    return page.start() + page.report(report) + page.end()


@cache
def _environment() -> Environment:
    return environment_of(_TEMPLATES)


@cache
def _asset(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _markup(text: str) -> str:
    from markupsafe import Markup

    return Markup(text)


def _digest(text: str) -> str:
    """As the policy names an inline script or style. The template sets the text between its tags, and nothing else."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
