"""The page of a rule: what it finds, an example, what it cannot see; written once, in the docstring of the rule."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.model import Level

_LEVELS = {
    Level.ERROR: "An error: a reader is told something else than the original says.",
    Level.WARNING: "A warning: the words are not the original’s; whether it matters is for an editor to say.",
    Level.NOTE: "A note: worth knowing, and no fault of the wording.",
}


@dataclass(frozen=True, slots=True)
class RulePage:
    """`text` is the docstring: its first paragraph says what is found, an indented line is an example."""

    name: str
    level: Level
    text: str

    @property
    def summary(self) -> str:
        """The first paragraph on one line."""
        return " ".join(self.text.split("\n\n")[0].split())

    @property
    def level_sentence(self) -> str:
        """What the level of the rule means."""
        return _LEVELS[self.level]

    @property
    def switch(self) -> str:
        """How to be rid of it: for a project, for a run, for one place."""
        return (
            f'Switch it off: for a project with "{self.name}" = "off" in the settings under [tool.checker.rules], for a run '
            f'with --ignore {self.name}, for one quotation with <!-- checker: ignore {self.name} reason="…" --> beside it.'
        )

    def paragraphs(self) -> list[tuple[bool, str]]:
        """What follows the summary; true where it is an example, which keeps its lines."""
        found = []
        for paragraph in self.text.strip("\n").split("\n\n")[1:]:
            example = paragraph.startswith("    ")
            lines = [line.strip() for line in paragraph.splitlines()]
            found.append((example, "\n".join(lines) if example else " ".join(" ".join(lines).split())))
        return found

    def examples(self) -> list[tuple[str, str]]:
        """What was said and what is printed, of the examples written in these words."""
        texts = [text for example, text in self.paragraphs() if example]
        return [pair for text in texts for pair in re.findall(r"said: (.+?)(?:\n| {2,})printed: (.+)", text)]

    def markdown(self) -> str:
        """The page in `docs/rules/`."""
        body = [f"# {self.name}", self.summary, self.level_sentence]
        for example, text in self.paragraphs():
            body.append(f"```text\n{_columns(text)}\n```" if example else text)
        body += [self._switch_in_markdown(), _END]
        return "\n\n".join(body) + "\n"

    def _switch_in_markdown(self) -> str:
        """What is to be typed as code: a comment would not be seen otherwise."""
        return re.sub(r'(?<= )("[a-z-]+" = "off"|\[tool[a-z.]+\]|--ignore [a-z-]+|<!--.*?-->)', r"`\1`", self.switch)


# What is the same on every page.
_END = (
    "From which level on a run fails is set by `--fail-on`. Which verdict goes with it: [verdicts](../verdicts.md). "
    "All rules: [the list](README.md)."
)


def index(pages: tuple[RulePage, ...]) -> str:
    """The list of all rules in `docs/rules/`."""
    rows = "\n".join(f"| [`{page.name}`]({page.name}.md) | {page.level.value} | {page.summary} |" for page in pages)
    return (
        "# Rules\n\nEach finding of a report names its rule. `checker explain RULE` prints the same page. These pages are "
        "written from the rules themselves: `python docs/rules.py`.\n\n"
        f"| rule | level | what it finds |\n|---|---|---|\n{rows}\n"
    )


def _columns(text: str) -> str:
    """What was said and what is printed one below the other."""
    return re.sub(r" {2,}(?=printed: )", "\n", text)
