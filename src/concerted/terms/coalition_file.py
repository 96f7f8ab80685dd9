"""Read ``coalitions/<slug>/coalition.yaml``.

Its shape; only ``slug`` and ``names`` must be there, an unknown key is an error, parties are
ids of the vocabulary (ISO 3166-1 alpha-3 or an organisation's id), days are ``2014-12-03``::

    slug: the-folder's-name
    names:                      # the first one that holds today is shown; all of them recognise a text
      - {text: ..., language: en, since: DAY, until: DAY}
    host: USA                   # who hosts plenaries unless a statement says otherwise
    lines:                      # words: stems of the line's subject, matched at the start of a word
      - {number: 1, title: ..., words: [...]}
    cadences:
      - {series: ministerial plenary, days: 180, statement: the id of one of those below}
    statements:
      - {id: ..., title: ..., issued_on: DAY, place: ..., source: an address, digest: a file beside this one}
    partners:                   # one row for each statement that names the party; role: issuer, joined or host
      - {party: ALB, name: as written, role: issuer, since: DAY, until: DAY, statement: id, note: a reservation}
    leads:
      - {line: 5, party: KWT, since: DAY, until: DAY, source: ...}
    working_groups:             # the parties with a seat in a line's working group
      - {line: 5, parties: [KWT, FRA]}
    instruments:
      - {id: UNSCR 2170, title: ..., date: DAY, body: UN, statement: id}
    meetings:                   # status: held or planned; month: 2014-12, where no day is known
      - {name: ..., start: DAY, end: DAY, place: ..., host: [KWT], line: 5, status: held, series: ..., statement: id}
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from concerted.terms.coalition import (
    Cadence,
    Coalition,
    KnownInstrument,
    KnownMeeting,
    KnownStatement,
    Lead,
    LineOfEffort,
    Partner,
    WorkingGroup,
)
from concerted.terms.errors import UnknownCoalition
from concerted.terms.names import Name
from concerted.terms.parties import is_party
from concerted.terms.shape import Fields
from concerted.terms.shelf import BadData, folder, load

ROLES = ("issuer", "joined", "host")
STATUSES = ("held", "planned")
_OPENING = 2000  # characters


@cache
def coalition(slug: str) -> Coalition:
    """Load one coalition; raises UnknownCoalition, or BadData if its file is wrong."""
    if slug not in slugs():
        known = ", ".join(slugs()) or "none is installed"
        raise UnknownCoalition(f"no coalition {slug!r} is known", where="coalition", expected=known)
    return read_coalition(folder("coalitions") / slug / "coalition.yaml")


@cache
def slugs() -> tuple[str, ...]:
    """List the coalitions that are installed, in the order of their slugs."""
    return tuple(sorted(path.parent.name for path in folder("coalitions").glob("*/coalition.yaml")))


def coalitions() -> tuple[Coalition, ...]:
    """Load every coalition that is installed; raises BadData if a file is wrong."""
    return tuple(coalition(slug) for slug in slugs())


def recognise(text: str) -> Coalition | None:
    """Tell whose statement a text is by the coalition's names in its opening; None unless exactly one is named.

    Further down a text may speak of a coalition that it is not by.
    """
    opening = _plain(text[:_OPENING])
    named = [one for one in coalitions() if any(_plain(name.text) in opening for name in one.names)]
    return named[0] if len(named) == 1 else None


def _plain(text: str) -> str:
    straight = text.translate({0x2019: "'", 0x2018: "'", 0x2010: "-", 0x2011: "-", 0x2013: "-"})
    return re.sub(r"\s+", " ", straight).casefold()


def read_coalition(path: Path) -> Coalition:
    """Read and check one coalition's file; raises BadData with what is wrong, where and what was expected."""
    fields = Fields(load(path), str(path))
    found = Coalition(
        slug=fields.text("slug"),
        names=fields.each("names", _name),
        lines=fields.each("lines", _line),
        cadences=fields.each("cadences", _cadence),
        host=_party(fields, "host") if fields.text_or_none("host") else None,
        statements=fields.each("statements", _statement),
        partners=fields.each("partners", _partner),
        leads=fields.each("leads", _lead),
        working_groups=fields.each("working_groups", _working_group),
        instruments=fields.each("instruments", _instrument),
        meetings=fields.each("meetings", _meeting),
    )
    fields.done()
    _check(found, path)
    return found


def _check(found: Coalition, path: Path) -> None:
    """Hold the parts of the file against each other."""
    if found.slug != path.parent.name:
        raise BadData(
            f"{found.slug!r} found", where=f"{path}: slug", expected=f"its folder's name {path.parent.name!r}"
        )
    if not found.names:
        raise BadData("nothing found", where=f"{path}: names", expected="at least one name")
    _known("lines", [line.number for line in found.lines], range(1, len(found.lines) + 1), path)
    numbers = {line.number for line in found.lines}
    lined = [lead.line for lead in found.leads] + [meeting.line for meeting in found.meetings if meeting.line]
    lined += [group.line for group in found.working_groups]
    _known("leads, working groups and meetings, line", lined, numbers, path)
    told = [partner.statement for partner in found.partners]
    told += [one.statement for one in found.instruments] + [one.statement for one in found.meetings]
    known = {statement.id for statement in found.statements}
    _known("partners, instruments and meetings, statement", [one for one in told if one], known, path)


def _known(what: str, given: Iterable[int | str], known: Iterable[int | str], path: Path) -> None:
    known = list(known)
    for value in given:
        if value not in known:
            wanted = ", ".join(str(one) for one in sorted(known)) or "none, as none is listed"
            raise BadData(f"{value!r} found", where=f"{path}: {what}", expected=wanted)


def _party(fields: Fields, key: str) -> str:
    party = fields.text(key)
    _parties((party,), fields.at(key))
    return party


def _parties(given: tuple[str, ...], where: str) -> tuple[str, ...]:
    for party in given:
        if not is_party(party):
            raise BadData(f"{party!r} found", where=where, expected="a party of the vocabulary, such as KWT or NATO")
    return given


def _name(f: Fields) -> Name:
    return Name(f.text("text"), f.text_or_none("language") or "en", f.day("since"), f.day("until"))


def _cadence(f: Fields) -> Cadence:
    return Cadence(f.text("series"), f.number("days"), f.text_or_none("statement"))


def _line(f: Fields) -> LineOfEffort:
    return LineOfEffort(f.number("number"), f.text("title"), f.texts("words"))


def _statement(f: Fields) -> KnownStatement:
    return KnownStatement(
        id=f.text("id"),
        title=f.text("title"),
        issued_on=f.day("issued_on"),
        place=f.text_or_none("place"),
        source=f.text_or_none("source"),
        digest=f.text_or_none("digest"),
    )


def _partner(f: Fields) -> Partner:
    return Partner(
        party=_party(f, "party"),
        name=f.text("name"),
        role=f.one_of("role", ROLES),
        since=f.day("since"),
        until=f.day("until"),
        statement=f.text_or_none("statement"),
        note=f.text_or_none("note"),
    )


def _lead(f: Fields) -> Lead:
    return Lead(f.number("line"), _party(f, "party"), f.day("since"), f.day("until"), f.text_or_none("source"))


def _working_group(f: Fields) -> WorkingGroup:
    return WorkingGroup(f.number("line"), _parties(f.texts("parties"), f.at("parties")))


def _instrument(f: Fields) -> KnownInstrument:
    return KnownInstrument(
        f.text("id"), f.text("title"), f.day("date"), f.text_or_none("body"), f.text_or_none("statement")
    )


def _meeting(f: Fields) -> KnownMeeting:
    return KnownMeeting(
        name=f.text("name"),
        status=f.one_of("status", STATUSES),
        start=f.day("start"),
        end=f.day("end"),
        place=f.text_or_none("place"),
        host=_parties(f.texts("host"), f.at("host")),
        line=f.number_or_none("line"),
        series=f.text_or_none("series"),
        statement=f.text_or_none("statement"),
        month=_month(f),
    )


def _month(f: Fields) -> str | None:
    month = f.text_or_none("month")
    if month is not None and not re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", month):
        raise BadData(f"{month!r} is no month", where=f.at("month"), expected="a month such as 2014-12")
    return month
