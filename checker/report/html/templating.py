"""The one way in which templates of pages are filled: escaping on, nothing undefined, foreign text made visible."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.text.escape import for_terminal

if TYPE_CHECKING:
    from jinja2 import Environment


def environment_of(templates: Path) -> Environment:
    """For the templates of a folder."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _shown(value: Any) -> Any:
    """What every expression of a template passes: foreign text loses what nobody can see; markup made here stays."""
    return for_terminal(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
