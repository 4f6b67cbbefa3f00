"""`python -m checker.fetch.sidecar FILE --url URL …`: makes a capture of a file that was saved or written by hand."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from checker.errors import CheckerError
from checker.fetch.files import shown
from checker.fetch.record import write_sidecar

_KNOWN = ("final-url", "charset", "language", "archive", "licence", "note", "speaker", "date", "kind")


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when the sidecar stands, 2 when it could not be written."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.reconstruction != bool(options.written_on):
        parser.error("--reconstruction and --written-on DATE go together")
    try:
        written = write_sidecar(
            options.file,
            url=options.url,
            fetched_at=options.fetched_at,
            written_on=options.written_on,
            content_type=options.content_type,
            **{key: getattr(options, key) for key in (name.replace("-", "_") for name in _KNOWN)},
        )
    except CheckerError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    print(shown(written))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m checker.fetch.sidecar",
        description="Writes the sidecar of a capture, FILE.capture.json, with the digest of FILE as it is now.",
    )
    parser.add_argument("file", metavar="FILE", help="the body, as it was after unpacking")
    parser.add_argument("--url", required=True, help="where it stood; for a reconstruction see docs/captures.md")
    origin = parser.add_mutually_exclusive_group(required=True)
    origin.add_argument("--fetched-at", metavar="TIME", help="when it was saved, in UTC: 2020-07-08T08:12:00Z")
    origin.add_argument("--reconstruction", action="store_true", help="it was written for the purpose, never fetched")
    parser.add_argument("--written-on", metavar="DATE", help="the day a reconstruction was written")
    parser.add_argument("--content-type", metavar="TYPE", help="told by the name's ending unless given")
    for name in _KNOWN:
        parser.add_argument(f"--{name}", metavar="TEXT", help=f'the field "{name.replace("-", "_")}"')
    return parser


if __name__ == "__main__":
    sys.exit(main())
