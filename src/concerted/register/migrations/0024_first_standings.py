"""Let the parties that a coalition's file names have acceded: since the day that it gives, else an unknown one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import migrations

from concerted.terms import coalition_file
from concerted.terms.coalition import OWN_FILE


def accede(apps: Any, schema_editor: Any) -> None:
    """Enter the standings, and repeat them in the parties' own rows."""
    parties, standings = apps.get_model("register", "Party"), apps.get_model("register", "PartyStanding")
    for home in apps.get_model("register", "Coalition").objects.filter(slug__in=coalition_file.slugs()):
        known = coalition_file.coalition(home.slug)
        titles = {one.id: one.title for one in known.statements}
        for partner in known.partners:
            party = parties.objects.filter(coalition=home, code=partner.party, standings=[]).first()
            if party is None or partner.role not in ("issuer", "joined"):
                continue
            spans = [("acceded", partner.since, partner.until)]
            if partner.until is not None:
                spans.append(("withdrawn", partner.until + timedelta(days=1), None))
            for standing, since, until in spans:
                standings.objects.create(
                    coalition=home,
                    party=party,
                    standing=standing,
                    since=since,
                    until=until,
                    said_by=titles.get(partner.statement or "", OWN_FILE),
                )
            party.standings = [
                {"standing": standing, "since": _written(since), "until": _written(until)}
                for standing, since, until in spans
            ]
            party.save(update_fields=["standings"])


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


class Migration(migrations.Migration):
    dependencies = [("register", "0023_parties_over_time")]
    operations = [migrations.RunPython(accede, migrations.RunPython.noop, elidable=True)]
