from __future__ import annotations

from pathlib import Path

import pytest

from concerted.register.place import BadAddress, place, secret_key


def test_a_file_lies_where_the_path_says(tmp_path: Path) -> None:
    found = place(str(tmp_path / "pact.sqlite3"))
    assert (found.path, found.key_file) == (tmp_path / "pact.sqlite3", tmp_path / "pact.key")
    assert found.options["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_without_an_address_it_is_in_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CONCERTED_REGISTER", raising=False)
    monkeypatch.chdir(tmp_path)
    assert place().path == tmp_path / "concerted.sqlite3"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("postgresql://ann:s%40y@db.example:5433/pact", ("pact", "db.example", "5433", "ann", "s@y")),
        ("postgres://db/pact", ("pact", "db", "", "", "")),
        ("postgresql:///pact?host=/run/sock", ("pact", "/run/sock", "", "", "")),
    ],
)
def test_a_database_is_named_by_its_address(address: str, expected: tuple[str, ...]) -> None:
    found = place(address)
    assert tuple(found.options[key] for key in ("NAME", "HOST", "PORT", "USER", "PASSWORD")) == expected
    assert "s@y" not in found.name


@pytest.mark.parametrize("address", ["mysql://host/name", "postgresql://host", "postgresql://host:port/name"])
def test_another_address_is_refused(address: str) -> None:
    with pytest.raises(BadAddress):
        place(address)


def test_the_key_comes_from_the_environment_or_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = place(str(tmp_path / "pact.sqlite3"))
    monkeypatch.delenv("CONCERTED_SECRET_KEY", raising=False)
    assert secret_key(found) == ""
    found.key_file.write_text("from the file\n")
    assert secret_key(found) == "from the file"
    monkeypatch.setenv("CONCERTED_SECRET_KEY", "from the environment")
    assert secret_key(found) == "from the environment"
