"""A page in a real browser: what stands in it after its script has run."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

BROWSER = next(filter(None, (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))), None)

needs_browser = pytest.mark.skipif(BROWSER is None, reason="needs Chromium: apt-get install chromium")


def dom_of(page: Path, *, width: int = 1300, dark: bool = False, fragment: str = "", budget: int = 20000) -> str:
    """The document as HTML once scripts and timers are done. The browser is cut off from every network."""
    assert BROWSER
    command = [
        BROWSER,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--proxy-server=127.0.0.1:9",
        f"--user-data-dir={page.parent / 'profile'}",
        f"--window-size={width},900",
        f"--virtual-time-budget={budget}",
        *(["--blink-settings=preferredColorScheme=0"] if dark else []),
        "--dump-dom",
        f"{page.resolve().as_uri()}{fragment}",
    ]
    done = subprocess.run(
        command, capture_output=True, timeout=180, check=True, env={**os.environ, "HOME": str(page.parent)}
    )
    return done.stdout.decode("utf-8")
