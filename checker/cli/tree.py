"""The articles that a command names: files, addresses, and with `--glob` what lies in folders."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from checker.errors import UsageError

# Originals lie there (`captures_beside`), and they are pages too.
_CAPTURES = "captures"


def articles_in(paths: Sequence[str], globs: Sequence[str], originals: Sequence[str]) -> list[str]:
    """Each path, and for a folder the files in it that a pattern fits, by name; without a pattern a folder stays one.

    Left out are hidden files and folders, folders called "captures", folders that are links (they may lead round in a circle),
    and the `originals`. Raises UsageError where
    nothing fits: a slip in a pattern must not look like a clean run.
    """
    folders = [path for path in paths if Path(path).is_dir()]
    if not globs:
        return list(paths)
    if not folders:
        raise UsageError("--glob chooses files in a folder; name a folder")
    aside = {os.path.realpath(one) for one in originals}
    found: list[str] = []
    for path in paths:
        inside = list(_walk(path, globs, aside)) if path in folders else [path]
        if not inside:
            raise UsageError(f"{path}: no file in this folder is called like {' or '.join(globs)}")
        found += inside
    return found


def _walk(folder: str, globs: Sequence[str], aside: set[str]) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if one[0] != "." and one != _CAPTURES)
        folders[:] = [one for one in folders if os.path.realpath(Path(here) / one) not in aside]
        for name in sorted(files):
            path = Path(here) / name
            inner = path.relative_to(folder).as_posix()
            if name[0] == "." or not any(fnmatchcase(inner if "/" in glob else name, glob) for glob in globs):
                continue
            # A pipe or a device in a tree would be waited for for ever; a link that leads nowhere is told when it is read.
            if path.is_file() or not path.exists():
                yield str(path)
