"""Release what is there to its coalition, name roles anew, and take the events over as entries of the ledger."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

from django.db import migrations

OWNED = (
    "Statement",
    "Participation",
    "LineMention",
    "Commitment",
    "Call",
    "Contribution",
    "Instrument",
    "Citation",
    "Meeting",
    "Obligation",
    "SearchEntry",
)


def release(apps: Any, schema_editor: Any) -> None:
    """Release every record to its coalition, as it was so far, and partners' names with it."""
    model = apps.get_model
    for coalition in model("register", "Coalition").objects.all():
        general = {
            reach: model("register", "Release").objects.create(coalition=coalition, kind=reach, key=reach)
            for reach in ("owner only", "coalition", "public")
        }
        for line in model("register", "LineOfEffort").objects.filter(coalition=coalition):
            key = f"working group {line.number}"
            model("register", "Release").objects.create(coalition=coalition, kind="working group", line=line, key=key)
        for name in OWNED:
            rows = model("register", name).objects.filter(coalition=coalition)
            rows.update(release=general["coalition"])
        model("register", "SearchEntry").objects.filter(coalition=coalition, noun="partner").update(
            release=general["public"]
        )
    people = model("register", "Membership").objects.filter(role="reader")
    people.filter(party__isnull=False).update(role="partner reader")
    people.filter(party__isnull=True).update(role="observer")


def former_roles(apps: Any, schema_editor: Any) -> None:
    """Name those who only read as they were named."""
    apps.get_model("register", "Membership").objects.filter(role__in=("partner reader", "observer")).update(
        role="reader"
    )


def take_over(apps: Any, schema_editor: Any) -> None:
    """Write an entry for each event, for the secretariat to see, as the event was."""
    entry = apps.get_model("register", "Entry")
    for event in apps.get_model("register", "Event").objects.order_by("pk").iterator():
        entry.objects.create(
            act=uuid4().hex,
            at=event.at,
            by_id=event.by_id,
            action=event.action,
            noun=event.subject,
            record=event.subject_id,
            root_noun=event.subject,
            root=event.subject_id,
            coalition_id=event.coalition_id,
            before=json.dumps(event.before) if event.before is not None else None,
            after=json.dumps(event.after) if event.after is not None else None,
            salt=uuid4().hex,
        )


class Migration(migrations.Migration):
    dependencies = [("register", "0008_owners_and_ledger")]
    operations = [
        migrations.RunPython(release, former_roles, elidable=True),
        migrations.RunPython(take_over, migrations.RunPython.noop, elidable=True),
    ]
