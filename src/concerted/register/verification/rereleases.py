"""How records are released anew against the ledger: by this table the database withholds what was open before."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection

from concerted.ledger.verification import Finding
from concerted.register.models import Rerelease
from concerted.register.policy import Owned, right
from concerted.register.triggers.recording import recorded
from concerted.register.verification.asking import rows
from concerted.register.verification.tally import Tally

_RIGHTS = ("coalition_id", "owner_id", "release_id")


def check() -> Iterator[Finding]:
    """Compare every row with the last entry that changed its record's owner or release, and look for others."""
    tally = Tally("releases")
    for noun, record, known in rows(_differing()):
        what = "other than its last change says" if known else "its change is not there: its history is open"
        tally.fault(f"release of {noun} {record}", what, "the owner and release of its last change")
    for noun, record in rows(_unfounded()):
        tally.fault(f"release of {noun} {record}", "the ledger knows no change of it", "no row")
    yield from tally.findings(f"{Rerelease.objects.count()} records released anew, each as the ledger last says")


def _changed(entry: str) -> str:
    """Write the condition on entries that changed a record's owner or release."""
    nouns = ", ".join(f"'{model._meta.model_name}'" for model in recorded() if isinstance(right(model).rows, Owned))
    state = "json_extract({0}, '$.{1}')" if connection.vendor == "sqlite" else "({0}::jsonb ->> '{1}')"
    different = " OR ".join(
        f"{state.format(f'{entry}.before', name)} {_differs()} {state.format(f'{entry}.after', name)}"
        for name in ("owner_id", "release_id")
    )
    return f"{entry}.noun IN ({nouns}) AND {entry}.before IS NOT NULL AND {entry}.after IS NOT NULL AND ({different})"


def _differing() -> str:
    different = " OR ".join(f"r.{name} {_differs()} e.{name}" for name in _RIGHTS)
    return (
        "SELECT e.noun, e.record, r.id FROM register_entry AS e JOIN ("  # noqa: S608 (our own names)
        f"SELECT max(c.id) AS id FROM register_entry AS c WHERE {_changed('c')} GROUP BY c.noun, c.record"
        ") AS last ON last.id = e.id LEFT JOIN register_rerelease AS r ON r.noun = e.noun AND r.record = e.record"
        f" WHERE r.id IS NULL OR {different} ORDER BY e.id"
    )


def _unfounded() -> str:
    return (
        "SELECT r.noun, r.record FROM register_rerelease AS r WHERE NOT EXISTS (SELECT 1 FROM register_entry AS c"  # noqa: S608 (our own names)
        f" WHERE c.noun = r.noun AND c.record = r.record AND {_changed('c')}) ORDER BY r.id"
    )


def _differs() -> str:
    return "IS NOT" if connection.vendor == "sqlite" else "IS DISTINCT FROM"
