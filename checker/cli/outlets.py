"""`checker outlets`: the registry, the profile of an outlet, and what a ledger holds about it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from checker.cli.articles import STANDARD_INPUT
from checker.cli.credibility import Credibility
from checker.cli.status import Status
from checker.cli.terminal import Terminal
from checker.errors import UsageError
from checker.ledger import Ledger
from checker.model import Span
from checker.outlets import Mention, Outlet, Outlets
from checker.outlets.outlet import TYPES
from checker.outlets.profile import Profile, profile_of, profile_of_domain
from checker.report.jsontext import json_text

_EPILOG = """\
  find    the outlets that a text names, or the one that an address belongs to; - is standard input
  show    everything that is known of an outlet: who it is, how others rate it, who controls it
  list    the outlets of a country, of a type, or all
  record  what a ledger holds of an outlet: how faithfully it quotes, how often what is credited to it is there

A rating is shown as published; not rated says nothing against an outlet (docs/credibility.md).

examples:
  checker outlets find "Radio Farda told Reuters"
  checker outlets show mehrnews.com --format json
  checker outlets list --country IR --type wire_agency
  checker outlets record reuters-com --ledger newsroom.ledger
"""
Json = dict[str, Any]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only for the parser of this command."""
    parser.epilog = _EPILOG
    parser.add_argument("action", choices=tuple(_ACTIONS), help="what to do")
    parser.add_argument(
        "what", nargs="?", metavar="TEXT|URL|ID", help="a text or an address to find, an outlet to show"
    )
    parser.add_argument("--country", metavar="XX", help="list: two letters, as in GB")
    parser.add_argument("--type", choices=TYPES, help="list: the kind of outlet")
    parser.add_argument("--ledger", type=Path, metavar="FILE", help="the ledger of `checker check --ledger`")
    parser.add_argument("--outlets", type=Path, metavar="FILE", help="outlets of your own over the shipped ones (CSV)")
    parser.add_argument(
        "--ratings", type=Path, metavar="FILE", help="ratings of your own beside the shipped ones (CSV)"
    )
    parser.add_argument("--format", choices=("text", "json", "csv"), default="text", help="default: text")


def run(options: argparse.Namespace, terminal: Terminal) -> Status:
    """Nothing found is an answer and ends with 0."""
    if (options.what is None) != (options.action == "list"):
        raise UsageError(f"outlets {options.action} {'takes no name' if options.what else 'needs a name after it'}")
    if (options.country or options.type) and options.action != "list":
        raise UsageError("--country and --type go with `checker outlets list`")
    if options.ledger and options.action not in ("show", "record"):
        raise UsageError("--ledger goes with `checker outlets show` and `checker outlets record`")
    _ACTIONS[options.action](options, Credibility.of(options, None), terminal)
    return Status.CLEAN


def _find(options: argparse.Namespace, known: Credibility, terminal: Terminal) -> None:
    outlets = known.outlets
    text = _standard_input() if options.what == STANDARD_INPUT else options.what
    forms = [_found_form(mention, text, outlets) for mention in _mentions(text, outlets)]
    columns = ("outlet_id", "name", "start", "end", "ambiguous", "candidates")
    if options.format == "json":
        terminal.print(json_text({"outlets": forms}))
    elif options.format == "csv":
        terminal.print(csv_text(columns, forms))
    else:
        rows = [(one["name"], one["outlet_id"] or _undecided(one), f"{one['start']}-{one['end']}") for one in forms]
        terminal.print(_columns(rows, "no outlet found", terminal))


def _standard_input() -> str:
    return sys.stdin.buffer.read().decode("utf-8", "replace")


def _mentions(text: str, outlets: Outlets) -> Iterable[Mention]:
    """Of an address its outlet, else every name in the text."""
    bare = text.strip()
    outlet = outlets.by_url(bare) if bare and not any(char.isspace() for char in bare) else None
    if outlet:
        start = text.index(bare)
        return (Mention(Span(start, start + len(bare)), outlet.id),)
    return outlets.find_names(text)


def _found_form(mention: Mention, text: str, outlets: Outlets) -> Json:
    outlet = outlets.by_id(mention.outlet_id) if mention.outlet_id else None
    form: Json = {
        "outlet_id": mention.outlet_id,
        "name": outlet.name if outlet else mention.span.of(text),
        "start": mention.span.start,
        "end": mention.span.end,
        "ambiguous": bool(mention.candidates),
    }
    return form | ({"candidates": list(mention.candidates)} if mention.candidates else {})


def _undecided(form: Json) -> str:
    return f"one of {', '.join(form['candidates'])}" if form["ambiguous"] else "not in the registry"


def _show(options: argparse.Namespace, known: Credibility, terminal: Terminal) -> None:
    from checker.report.profile import full_lines
    from checker.report.profile_form import profile_form

    profile = _profile(options, known)
    if options.format == "json":
        terminal.print(json_text(profile_form(profile)))
    elif options.format == "csv":
        form = profile_form(profile)
        columns = "rater title family kind domain category value scale_min scale_max date licence link".split()
        terminal.print(csv_text(columns, [*form["ratings"], *form["computed"]]))
    else:
        terminal.print(_labelled(profile.name, full_lines(profile), terminal))


def _profile(options: argparse.Namespace, known: Credibility) -> Profile:
    """By id, by domain or address, or by a name that means one outlet."""
    outlets, ratings = known.outlets, known.ratings
    outlet = _by_id_or_name(options.what, outlets)
    profile = profile_of(outlet, outlets, ratings) if outlet else profile_of_domain(options.what, outlets, ratings)
    if profile is None:
        raise _unknown(options.what, outlets)
    if options.ledger and outlet:
        with Ledger(options.ledger, create=False) as ledger:
            profile = profile._replace(record=ledger.of_outlet(outlet.id))
    return profile


def _by_id_or_name(what: str, outlets: Outlets) -> Outlet | None:
    outlet = outlets.by_id(what)
    if outlet is None and "." not in what:
        whole = [mention for mention in outlets.find_names(what) if len(mention.reach) == len(what.strip())]
        outlet = outlets.by_id(whole[0].outlet_id) if whole and whole[0].outlet_id else None
    return outlet


def _unknown(what: str, outlets: Outlets) -> UsageError:
    from difflib import get_close_matches

    near = get_close_matches(what.casefold().replace(".", "-"), [outlet.id for outlet in outlets], 3, 0.75)
    hint = f"did you mean {' or '.join(near)}?" if near else "`checker outlets find` looks for a name in a text"
    return UsageError(f'no outlet and no rated domain is called "{what}"; {hint}')


def _list(options: argparse.Namespace, known: Credibility, terminal: Terminal) -> None:
    chosen = [
        outlet
        for outlet in known.outlets
        if (not options.country or outlet.country == options.country.upper())
        and (not options.type or outlet.type == options.type)
    ]
    columns = ("id", "name", "country", "type", "parent", "state_control", "domains")
    if options.format == "text":
        rows = [(one.id, one.name, one.country, one.type) for one in chosen]
        terminal.print(_columns(rows, "no outlet of this kind", terminal))
        return
    forms = [{column: getattr(one, column) or None for column in columns} for one in chosen]
    forms = [form | {"domains": list(form["domains"] or ())} for form in forms]
    terminal.print(json_text({"outlets": forms}) if options.format == "json" else csv_text(columns, forms))


def _record(options: argparse.Namespace, known: Credibility, terminal: Terminal) -> None:
    from checker.report.profile import record_lines
    from checker.report.profile_form import record_form

    if not options.ledger:
        raise UsageError("name the ledger: `checker outlets record ID --ledger FILE`")
    outlet = _by_id_or_name(options.what, known.outlets) or known.outlets.by_url(options.what)
    with Ledger(options.ledger, create=False) as ledger:
        record = ledger.of_outlet(outlet.id if outlet else options.what)
    record = record._replace(name=outlet.name) if outlet else record
    if options.format == "json":
        terminal.print(json_text(record_form(record)))
    elif options.format == "csv":
        terminal.print(records_csv([record_form(record)]))
    else:
        terminal.print(_labelled(record.name, tuple(record_lines(record)), terminal))


_ACTIONS: dict[str, Callable[[argparse.Namespace, Credibility, Terminal], None]] = {
    "find": _find,
    "show": _show,
    "list": _list,
    "record": _record,
}


def _labelled(title: str, lines: Sequence[tuple[str, str]], terminal: Terminal) -> str:
    from checker.report.layout import Ink, Page, piece

    page = Page(width=terminal.width, colour=terminal.colour)
    page.write([piece(title, Ink.STRONG)], indent=1)
    before = ""
    for label, words in lines:
        page.write([piece(words)], indent=18, label=[(f"   {'' if label == before else label}", Ink.FAINT)])
        before = label
    return page.text()


def _columns(rows: Sequence[tuple[str, ...]], nothing: str, terminal: Terminal) -> str:
    """A row a line, never wrapped, so that other programs can cut it at the wide gaps."""
    from checker.report.layout import cells
    from checker.text.escape import for_terminal

    if not rows:
        return f"{nothing}\n"
    shown = [tuple(for_terminal(" ".join(cell.split())) for cell in row) for row in rows]
    widths = [min(max(cells(row[n]) for row in shown), 48) for n in range(len(shown[0]))]
    lines = ("  ".join(c + " " * max(w - cells(c), 0) for c, w in zip(row, widths, strict=True)) for row in shown)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def csv_text(columns: Sequence[str], forms: Iterable[Json]) -> str:
    """A header and a line a row; several values are parted by "|"."""
    import csv
    import io

    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(columns)
    for form in forms:
        table.writerow([_cell(form.get(column)) for column in columns])
    return written.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return "|".join(map(str, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value


def records_csv(forms: Sequence[Json]) -> str:
    """Records as one flat table."""
    rows = []
    for form in forms:
        row: Json = {name: form[name] for name in ("outlet", "name", "articles", "left_out")}
        for side, rate in (("published", "faithful"), ("credited", "there")):
            row |= {f"{side}_{verdict}": number for verdict, number in form[side].items()}
            row |= {f"{rate}_{part}": (form[rate] or {}).get(part) for part in ("rate", "low", "high")}
        rows.append(row)
    return csv_text(list(rows[0]) if rows else ["outlet"], rows)
