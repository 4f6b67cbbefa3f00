"""What an address may hold that nobody else is to see."""

from __future__ import annotations


def without_secret(url: str) -> str:
    """An address as it is shown or told: a user name and a password before its host are left out.

    >>> without_secret("https://desk:letmein@paper.example/a@b")
    'https://paper.example/a@b'
    """
    head, at, _ = url.partition("://")[2].partition("/")[0].rpartition("@")
    return url.replace(f"{head}@", "", 1) if at else url
