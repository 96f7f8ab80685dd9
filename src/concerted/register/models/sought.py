"""Columns of words that records are found by, whatever their length."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement


class Sought(models.Index):
    """An index of words that are asked for as a whole.

    PostgreSQL's usual one refuses words longer than 2,700 bytes; the one of their hashes does not.
    """

    def create_sql(
        self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor, using: str = "", **kwargs: Any
    ) -> Statement:
        """Write the statement that makes the index."""
        hashed = " USING hash" if schema_editor.connection.vendor == "postgresql" else using
        return super().create_sql(model, schema_editor, using=hashed, **kwargs)
