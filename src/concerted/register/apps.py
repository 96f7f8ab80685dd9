"""The one Django app that holds every model."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db import connections, transaction
from django.db.models.signals import post_migrate, pre_migrate


class RegisterConfig(AppConfig):
    """Name the app; its label is the prefix of every table."""

    name = "concerted.register"
    label = "register"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let migrations work on bare tables, and guard these again afterwards."""
        pre_migrate.connect(_unguard, sender=self)
        post_migrate.connect(_guard, sender=self)


def _unguard(using: str, plan: Any, **_more: Any) -> None:
    from concerted.register import row_security, triggers

    if plan:
        triggers.remove(connections[using])
        row_security.remove(connections[using])


def _guard(using: str, plan: Any = None, **_more: Any) -> None:
    from concerted.register import row_security, triggers
    from concerted.register.models import Context

    connection = connections[using]
    if Context._meta.db_table not in connection.introspection.table_names():
        return
    # All or nothing: whoever stops it in the middle leaves a register that says what it lacks.
    with transaction.atomic(using=using):
        anew = plan or triggers.missing(connection)
        Context.objects.using(using).get_or_create(pk=1)
        triggers.install(connection, begin=bool(anew))
        triggers.recount(connection)
        row_security.install(connection)
