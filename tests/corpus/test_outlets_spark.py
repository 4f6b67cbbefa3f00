"""The graph of outlets by DuckDB and by Spark: the same SQL, the same answer."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from corpus_rows import at, corpus_of, graph_of_corpus, place

import checker
from checker.corpus.graph_formats import graph_form
from checker.corpus.signature import signature_of

pytest.importorskip("pyspark", reason='needs the extra "spark"')
pytestmark = pytest.mark.skipif(
    shutil.which("java") is None, reason="Spark needs Java: apt-get install openjdk-17-jre-headless"
)

COPY = " ".join(f"sentence {number} of the report on the quay" for number in range(60))


def test_both_engines_give_the_same_graph(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path / "c",
        place("1", "a.example", at(8), cited_outlet="c.example", text_signature=signature_of(COPY)),
        place("2", "b.example", at(9), cited_outlet="a.example", text_signature=signature_of(COPY + " and more")),
        place("3", "c.example", at(11), cited_outlet="b.example", credit="AP"),
        place("4", "d.example", "2024-05-06", utterance="u2", cited_name="Nowhere Post", credit="AP"),
        place("5", "a.example", "2024-05-06", utterance="u2"),
        place("6", "a.example", None, utterance="u3"),
        place("7", "a.example", at(3), utterance="u4"),
        place("8", "b.example", at(6), utterance="u4"),
        citations=[{"article_id": "2", "outlet": "b.example", "cited_outlet": "a.example", "relation": "told"}],
    )
    # In a process of its own: here no test may open a connection, and Spark is asked over one.
    command = [sys.executable, "-m", "checker", "corpus", "outlets", str(corpus.folder), "--format", "json"]
    root = str(Path(checker.__file__).parents[1])
    done = subprocess.run(
        [*command, "--engine", "spark", "--master", "local[1]"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": root, "SPARK_LOCAL_IP": "127.0.0.1"},
    )
    by_duckdb = graph_of_corpus(corpus)
    assert json.loads(done.stdout) == graph_form(by_duckdb)
    assert len(by_duckdb.carries) == 2
    assert by_duckdb.origins and by_duckdb.circles and by_duckdb.ties and by_duckdb.undated
