"""What is checked and against what: the articles that a command names, and the originals at hand for each."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.articles import captures_beside, open_article
from checker.cli.credibility import Credibility
from checker.cli.demo import DEMO_NAME
from checker.cli.fetching import Web, add_fetch_arguments, is_address
from checker.cli.terminal import Terminal
from checker.cli.tree import articles_in
from checker.errors import UsageError
from checker.fetch import load_captures, load_given
from checker.model import Document, Report
from checker.pipeline import Originals, check

if TYPE_CHECKING:
    from checker.corpus.lookup import Lookup


def add_source_arguments(parser: argparse.ArgumentParser) -> None:
    """Where originals come from: the same for every command that checks articles."""
    parser.add_argument(
        "--glob",
        action="append",
        default=[],
        metavar="PATTERN",
        help="the articles in a folder given as PATH: files whose name fits, as in '*.md'; may be given several times",
    )
    group = parser.add_argument_group(
        "originals",
        'Looked for in the folder "captures" beside each article, in every --captures DIR and in what --original\n'
        "gives. What is linked and not there is fetched and kept (`checker cache path`), unless --offline.",
    )
    add = group.add_argument
    add(
        "--captures",
        action="append",
        default=[],
        metavar="DIR",
        help="a folder of captured originals, with sub-folders",
    )
    add(
        "--original",
        action="append",
        default=[],
        metavar="FILE|DIR",
        help="what the words were taken from: a transcript, a speech, a folder of them",
    )
    add("--offline", action="store_true", help="open no connection, and leave the cache aside")
    add("--max-age", metavar="AGE", help="fetch again what was fetched longer ago than this: 12h, 30d")
    add_fetch_arguments(group)


def expand(options: argparse.Namespace) -> list[str]:
    """The articles that the paths and `--glob` name; they take the place of the paths."""
    options.paths = articles_in(options.paths, options.glob, [*options.captures, *options.original])
    paths: list[str] = options.paths
    return paths


class Desk:
    """The originals at hand for an article: what was given for all, and the captures beside it; read once a folder."""

    def __init__(self, options: argparse.Namespace, terminal: Terminal) -> None:
        self._web = Web(options, terminal)
        self._terminal = terminal
        self._told: set[str] = set()
        self.known = Credibility.of(options, options.paths[0] if options.paths else None)
        self._demo = bool(getattr(options, "demo", False))
        self._common = (*load_given(options.original), *load_captures(options.captures))
        self._by_folder: dict[tuple[Path, ...], Originals] = {}
        self._lookup = _lookup(getattr(options, "corpus", None), self.known)

    def report_on(self, path: str) -> Report:
        """One article checked."""
        if self._demo:
            return self._demonstration(path)
        if Path(path).is_dir():
            raise UsageError(f"{path}: this is a folder; --glob '*.md' checks the files in it that are called so")
        article = self._web.article(path) if is_address(path) else open_article(path)
        folders = () if is_address(path) else tuple(captures_beside(path))
        if folders not in self._by_folder:
            self._by_folder.clear()  # a tree may have captures in every folder, and is walked folder by folder
            self._by_folder[folders] = Originals([*self._common, *self._beside(folders)], self.known.outlets)
            self._tell_unread(self._by_folder[folders])
        return check(
            article,
            self._by_folder[folders],
            fetch=self._web.linked,
            older=self._web.older,
            ratings=self.known.ratings,
            low=self.known.low,
            corpus=self._lookup,
        )

    def _demonstration(self, path: str) -> Report:
        """The report on the article of the demonstration does not depend on where the program is installed."""
        root = Path(path).parent.as_posix()
        article = replace(open_article(path), path=DEMO_NAME + path.removeprefix(root))
        documents = [*self._common, *self._beside(captures_beside(path))]
        return check(article, [replace(one, path=one.path.replace(root, DEMO_NAME, 1)) for one in documents])

    def _tell_unread(self, originals: Originals) -> None:
        """An original that was handed over and cannot be read must not go unnoticed: nothing is held against it."""
        for original in originals.originals:
            path = original.path or ""
            if original.given and original.unavailable and path not in self._told:
                self._told.add(path)
                self._terminal.complain(
                    f"{path}: nothing is held against this original: {original.unavailable.message}"
                )

    def _beside(self, folders: Sequence[Path]) -> list[Document]:
        """Those that `--captures` did not bring already, under whatever name."""
        known = {Path(document.path).resolve() for document in self._common}
        return [one for one in load_captures(folders) if Path(one.path).resolve() not in known]


def _lookup(folder: Path | None, known: Credibility) -> Lookup | None:
    """Raises CorpusError where there is no corpus, and UsageError without the libraries that read one."""
    if folder is None:
        return None
    try:
        import duckdb  # noqa: F401
        import pyarrow  # noqa: F401
    except ImportError:
        raise UsageError('--corpus needs the extra "corpus": pip install "checker[corpus]"') from None
    from checker.corpus.lookup import Lookup as InCorpus
    from checker.corpus.tables import open_corpus

    return InCorpus(open_corpus(folder), known.outlets)
