"""What the site's role in PostgreSQL may do too much is found."""

from __future__ import annotations

import pytest
from django.db import connection

from concerted.register.database_role import excess


@pytest.mark.parametrize(
    ("rights", "said"), [("", ""), ("BYPASSRLS", "goes past row-level security"), ("SUPERUSER", "superuser")]
)
def test_a_role_with_too_many_rights_is_found(db: None, rights: str, said: str) -> None:
    if connection.vendor != "postgresql":
        assert excess(connection) == ""
        pytest.skip("SQLite knows no roles")
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE of_the_site {rights}")
        cursor.execute("SET LOCAL ROLE of_the_site")
        found = excess(connection)
        cursor.execute("RESET ROLE")
    assert said in found and bool(said) == bool(found)


def test_a_role_that_owns_tables_is_found(db: None) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite knows no roles")
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE of_the_site")
        cursor.execute("ALTER TABLE register_user OWNER TO of_the_site")
        cursor.execute("SET LOCAL ROLE of_the_site")
        found = excess(connection)
        cursor.execute("RESET ROLE")
    assert found == "the site owns 1 tables of the register"
