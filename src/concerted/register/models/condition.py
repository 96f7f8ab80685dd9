"""A condition of a query whose SQL is written once, however many queries have it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db.models.sql.where import WhereNode

_Written = tuple[str, tuple[Any, ...]] | type[EmptyResultSet] | type[FullResultSet]


class Condition:
    """A condition on the rows of one table, ``alias``, that Django takes among the conditions of a query.

    What a person may see is the same in every question, and to write its SQL anew took as long as all else in it.
    Queries that are put into others give the table another name: each name has its condition, in ``names``.
    """

    contains_aggregate = False
    contains_over_clause = False
    is_summary = False

    def __init__(self, where: WhereNode, alias: str, names: dict[str, Condition] | None = None) -> None:
        self._where = where
        self._alias = alias
        self._names = {} if names is None else names
        self._names[alias] = self
        self._written: dict[str, _Written] = {}

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Give the SQL and its parameters; raises EmptyResultSet where nothing meets it, FullResultSet where all do."""
        if connection.vendor not in self._written:
            self._written[connection.vendor] = self._write(compiler)
        written = self._written[connection.vendor]
        if isinstance(written, tuple):
            return written
        raise written

    def _write(self, compiler: Any) -> _Written:
        try:
            sql, parameters = compiler.compile(self._where)
        except (EmptyResultSet, FullResultSet) as error:
            return type(error)
        return sql, tuple(parameters)

    def relabeled_clone(self, names: dict[str, str]) -> Condition:
        """Give the condition for a query in which the table has another name."""
        alias = names.get(self._alias, self._alias)
        if alias not in self._names:
            Condition(self._where.relabeled_clone({self._alias: alias}), alias, self._names)
        return self._names[alias]

    def replace_expressions(self, _replacements: Any) -> Condition:
        """Stay: it holds nothing of the query around it."""
        return self

    def get_source_expressions(self) -> list[Any]:
        """Give no part of it to be looked into."""
        return []

    def get_group_by_cols(self) -> list[Any]:
        """Ask for no column to group by."""
        return []

    def get_refs(self) -> set[str]:
        """Refer to no annotation."""
        return set()
