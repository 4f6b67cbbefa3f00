"""The action, the hook and the workflows shown: parsed, and their steps run as a runner would, without installing."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.cli import build_parser
from checker.cli.status import LEVELS

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
BASH = shutil.which("bash")
needs_bash = pytest.mark.skipif(BASH is None, reason="the steps are written for bash, and there is none here")


def yaml_blocks(page: str) -> list[Any]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return [yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)]


class Runner:
    """As much of a runner as the steps need: a site to work in, its temporary folder, its files for outputs and summary."""

    def __init__(self, folder: Path) -> None:
        self.site, self.temp = folder / "site", folder / "temp"
        shutil.copytree(ROOT / "fixtures" / "street-lights", self.site / "content")
        shutil.move(self.site / "content" / "captures", self.site / "captures")
        program = self.temp / "checker-venv" / "bin" / "checker"
        program.parent.mkdir(parents=True)
        program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m checker "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        self.summary, self.outputs = self.temp / "summary", self.temp / "outputs"
        self.environment = {
            "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_OUTPUT": str(self.outputs),
        }

    def run(self, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
        assert BASH
        return subprocess.run(
            [BASH, "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.site,
            env={**self.environment, **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def act(self, **inputs: str) -> subprocess.CompletedProcess[str]:
        """The step that checks, with the inputs given and the defaults of the others."""
        step = ACTION["runs"]["steps"][-1]
        values = {name: one.get("default", "") for name, one in ACTION["inputs"].items()}
        values |= {name.replace("_", "-"): value for name, value in inputs.items()}
        named = {key: re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", value) for key, value in step["env"].items()}
        return self.run(step["run"], **{key: values[name[1]] for key, name in named.items() if name})


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def test_the_action_is_one() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert all(step["shell"] == "bash" for step in ACTION["runs"]["steps"])
    assert ACTION["inputs"]["fail-on"]["default"] in LEVELS
    handed_on = " ".join(value for step in ACTION["runs"]["steps"] for value in step["env"].values())
    assert all(f"inputs.{name} " in handed_on for name in ACTION["inputs"])


def test_nothing_given_becomes_a_part_of_a_script() -> None:
    workflow = yaml_blocks("README.md")[0]
    for step in [*ACTION["runs"]["steps"], *workflow["jobs"]["quotations"]["steps"], *yaml_blocks("docs/ci.md")[1]]:
        assert "${{" not in step.get("run", "")


@needs_bash
def test_the_action_fails_on_a_finding_and_says_where(runner: Runner) -> None:
    done = runner.act(articles="content", captures="captures")
    assert done.returncode == 1, done.stderr
    assert "::error file=content/article.md,line=9," in done.stdout
    assert "other-speaker" in runner.summary.read_text(encoding="utf-8")
    assert runner.outputs.read_text(encoding="utf-8") == f"sarif={runner.temp / 'checker.sarif'}\n"
    assert json.loads((runner.temp / "checker.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


@needs_bash
@pytest.mark.parametrize(
    ("inputs", "status"),
    [
        pytest.param({"articles": "\ncontent/article.md\n", "captures": "captures"}, 1, id="a file"),
        pytest.param({"articles": "content", "captures": "captures", "fail_on": "never"}, 0, id="never"),
        pytest.param({"articles": "content"}, 3, id="no originals"),
        pytest.param({"articles": "content", "allow_incomplete": "true"}, 0, id="no originals, and that is fine"),
        pytest.param({"articles": "content", "glob": "*.html"}, 2, id="nothing fits"),
        pytest.param({"articles": ""}, 0, id="nothing changed"),
        pytest.param({"articles": "--demo"}, 2, id="an option for an article"),
        pytest.param({"articles": "$(touch touched); touch touched"}, 2, id="a command for an article"),
        pytest.param({"articles": "content", "baseline": "none.jsonl"}, 2, id="no such baseline"),
    ],
)
def test_the_status_of_the_action(runner: Runner, inputs: dict[str, str], status: int) -> None:
    done = runner.act(**inputs)
    assert done.returncode == status, done.stdout + done.stderr
    assert not (runner.site / "touched").exists()


@needs_bash
def test_the_workflow_of_the_readme_runs(runner: Runner) -> None:
    (workflow,) = yaml_blocks("README.md")
    assert workflow[True] == ["pull_request"]  # YAML takes `on` for a truth
    (job,) = workflow["jobs"].values()
    steps = [step for step in job["steps"] if "run" in step and not step["run"].startswith("pip ")]
    statuses = [runner.run(step["run"]).returncode for step in steps]
    assert statuses == [1, 0]
    assert "other-speaker" in runner.summary.read_text(encoding="utf-8")


def test_the_workflow_of_the_page_uses_what_the_action_has() -> None:
    workflow, (changed,), hooks = yaml_blocks("docs/ci.md")
    (job,) = workflow["jobs"].values()
    used = next(step for step in job["steps"] if step.get("id") == "checker")
    assert used["with"].keys() <= ACTION["inputs"].keys()
    assert "git diff --name-only" in changed["run"]
    assert hooks["repos"][0]["hooks"][0]["id"] == HOOKS[0]["id"]


def test_every_input_is_documented() -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    assert [name for name in ACTION["inputs"] if f"| `{name}` |" not in page] == []


@pytest.mark.parametrize("args", [HOOKS[0]["args"], yaml_blocks("docs/ci.md")[2]["repos"][0]["hooks"][0]["args"]])
def test_the_hook_is_a_command_that_the_program_takes(args: list[str]) -> None:
    (hook,) = HOOKS
    words = [*shlex.split(hook["entry"])[1:], *args, "posts/a.md", "posts/ä.html"]
    options = build_parser(words).parse_args(words)
    assert (options.command, options.offline, options.paths) == ("check", True, ["posts/a.md", "posts/ä.html"])


@pytest.mark.parametrize(
    ("path", "left_out"),
    [
        ("captures/a.html", True),
        ("posts/captures/a.html", True),
        ("posts/captures.md", False),
        ("recaptures/a.md", False),
    ],
)
def test_the_hook_leaves_originals_out(path: str, left_out: bool) -> None:
    assert bool(re.search(HOOKS[0]["exclude"], path)) is left_out
