"""The state of a row as an entry of the ledger keeps it: JSON in the words of the database, turned into values."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connections, models

from concerted.register.row_rules import Model


@cache
def nouns() -> dict[str, Model]:
    """Give every model by the noun that entries call it by, tables that tie two models together included."""
    every = apps.get_app_config("register").get_models(include_auto_created=True)
    return {str(model._meta.model_name): model for model in every}


def state(model: Model, written: str | None) -> dict[str, Any]:
    """Read a row's columns by the names of attributes (``party_id``); none for no row.

    Columns that the model no longer has fall away; those that the ledger does not keep are missing. SQLite writes truth
    as a number, days without an offset and JSON as text, PostgreSQL as JSON has them: both give the same values.
    """
    if written is None:
        return {}
    kept = json.loads(written, parse_float=Decimal)
    fields = {str(one.column): one for one in model._meta.local_concrete_fields}
    return {one.attname: _value(one, kept[column]) for column, one in fields.items() if column in kept}


def _value(field: Any, raw: Any) -> Any:
    if raw is None:
        return None
    if isinstance(field, models.JSONField):
        text = connections["default"].vendor == "sqlite"
        return json.loads(raw) if text else json.loads(json.dumps(raw, default=float))
    if isinstance(field, models.DateTimeField):
        at = datetime.fromisoformat(raw)
        return at if at.tzinfo else at.replace(tzinfo=UTC)
    return field.to_python(raw)
