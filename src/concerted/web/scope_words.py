"""What a token may do, in the reader's language: programs and commands know each scope by its code."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SCOPES: dict[str, Promise] = {
    "read": _("Read what you see"),
    "write:statement": _("Write: statements and their texts"),
    "write:finding": _("Write: decisions on what was read"),
    "write:commitment": _("Write: the status of commitments"),
    "write:clarification": _("Write: questions and answers"),
    "write:meeting": _("Write: meetings"),
    "write:calendar": _("Write: private addresses of calendars"),
    "write:release": _("Write: releases of records"),
    "write:merger": _("Write: the merging of duplicates"),
    "write:totals": _("Write: published totals"),
    "write:party": _("Write: parties, their standing and their names"),
    "write:working-group": _("Write: leads and seats in working groups"),
    "write:people": _("Write: invitations, and the end of people’s parts"),
    "write:coalition": _("Write: whether the coalition is open to the public"),
    "write:window": _("Write: reporting windows"),
    "write:assessment": _("Write: guidelines and assessments"),
    "write:import": _("Write: imports of sheets"),
    "write:pack": _("Write: packs, and decisions on what they brought"),
    "write:contribution": _("Write: contributions"),
    "write:request": _("Write: requests for assistance"),
    "write:requirement": _("Write: requirements"),
    "write:benchmark": _("Write: benchmarks"),
    "write:measurement": _("Write: measurements"),
    "write:report": _("Write: progress reports"),
    "write:item": _("Write: agenda items"),
    "write:delegate": _("Write: registration for meetings"),
    "write:paper": _("Write: meeting papers"),
    "write:minute": _("Write: minutes of meetings"),
    "write:conclusion": _("Write: decisions of meetings"),
    "write:action": _("Write: action points and their follow-up"),
    "write:reservation": _("Write: reservations"),
}


def scope_name(scope: str) -> str:
    """Say what a scope allows; one that a token has from an older version stays as it is."""
    return str(SCOPES.get(scope, scope))
