"""The house has floors, and imports go strictly down (`docs/architecture.md` draws them)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "checker"
STAGES = ("read", "find", "resolve", "fetch", "align", "judge", "report")
FLOORS = {
    **dict.fromkeys(("model", "errors", "version"), 0),
    **dict.fromkeys(("text", "outlets", "settings"), 1),
    **dict.fromkeys((*STAGES, "ledger"), 2),
    "pipeline": 3,
    "corpus": 4,
    "cli": 5,
    "__main__": 6,
    "__init__": 6,
}
MODULES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))


def room(module: Path) -> str:
    """The first name below `checker`: `checker/read/text.py` is in the room `read`."""
    return module.parts[0].removesuffix(".py")


def imports(module: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of everything of `checker` that a module imports, also inside functions and for types."""
    tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: a relative import hides the floor"
            names = [node.module or ""]
            if node.module == "checker":
                names = [f"checker.{alias.name}" for alias in node.names]
        else:
            continue
        yield from ((node.lineno, name) for name in names if name == "checker" or name.startswith("checker."))


@pytest.mark.parametrize("module", MODULES, ids=Path.as_posix)
def test_imports_go_strictly_down(module: Path) -> None:
    here = room(module)
    for line, name in imports(module):
        there = name.split(".")[1] if "." in name else "__init__"
        where = f"checker/{module.as_posix()}:{line} imports {name}"
        assert there in FLOORS, f"{where}: no room of this name; a public name comes from the module that has it"
        if there != here:
            assert FLOORS[there] < FLOORS[here], f"{where}: floor {FLOORS[here]} may not use floor {FLOORS[there]}"


def test_every_room_has_its_floor() -> None:
    rooms = {room(module) for module in MODULES}
    assert rooms <= FLOORS.keys(), "give the new room a floor here and in docs/architecture.md"


def test_the_network_has_one_door() -> None:
    """Only `fetch` may import what can open a connection."""
    doors = {"socket", "requests", "urllib.request", "http.client", "urllib3", "ftplib", "ssl"}
    for module in MODULES:
        tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
        names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert room(module) == "fetch" or not names & doors, module


def test_no_clock_and_no_chance_between_the_doors() -> None:
    """Same captures, same bytes: between `fetch` and `cli` nothing asks what time it is or rolls dice."""
    for module in MODULES:
        if room(module) in ("cli", "fetch"):
            continue
        tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
        names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        assert not names & {"time", "random", "secrets", "uuid"}, module
        asked = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        assert not asked & {"now", "utcnow", "today"}, module
