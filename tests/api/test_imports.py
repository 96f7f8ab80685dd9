"""Sheets by programs: taken along, brought back, looked at, decided, written step by step."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest

from concerted.formats.sheets import open_sheet
from concerted.register.models import Contribution
from tests.api.conftest import Program
from tests.api.test_requests import trouble
from tests.web.conftest import Register

PROGRAM = Callable[..., Program]
HEAD = "kind,summary,amount,currency,source"
KIND = {"Content_Type": "application/octet-stream"}


def bring(program: Program, *rows: str, more: str = "") -> str:
    """Bring a sheet in and let it go on until it is ready; gives the import's address."""
    sent = "\n".join([HEAD, *rows]).encode()
    made = program("POST", f"/sheets/contribution?name=boats.csv{more}", sent, **KIND)
    assert made.status_code == 201, made.content
    return go_on(program, made.headers["Location"])


def go_on(program: Program, place: str) -> str:
    while program("POST", f"{place}/steps").json()["state"] in ("comparing", "writing"):
        pass
    return place


def test_a_sheet_comes_in_step_by_step(register: Register, program: PROGRAM) -> None:
    focal = program("focal")
    place = bring(focal, "equipment,Boats,1.50,USD,a letter", "equipment,Ropes,about 5,USD,a letter")
    page = focal.get(place).json()
    assert (page["one"]["state"], page["one"]["came"]["added"], page["one"]["came"]["refused"]) == ("ready", 1, 1)
    assert [(one["row"], one["column"], one["trouble"]) for one in page["findings"]] == [(3, "amount", "no number")]
    assert focal.get(f"{place}?tier=warning").json()["findings"] == []
    looked = focal.get(f"{place}/rows?outcome=added").json()
    assert (len(looked["rows"]), looked["more"], looked["rows"][0]["number"]) == (1, False, None)
    assert {"column": "amount", "was": None, "now": "1.50"} in looked["rows"][0]["differences"]
    assert not Contribution.objects.exists()
    assert focal("POST", f"{place}/writing").status_code == 204
    go_on(focal, place)
    assert Contribution.objects.get().amount == Decimal("1.5")
    assert b"3,amount,critical,no number,about 5" in b"".join(focal.get(f"{place}/findings").streaming_content)
    assert focal.get("/imports").json()["rows"][0]["state"] == "done"
    trouble(focal.get(f"{place}/rows"), 409)
    trouble(focal("DELETE", place), 409)


def test_what_goes_out_comes_back_unchanged(register: Register, program: PROGRAM) -> None:
    focal = program("focal")
    place = bring(focal, "equipment,Boats,1.50,USD,a letter")
    focal("POST", f"{place}/writing")
    go_on(focal, place)
    answer = focal.get("/sheets/contribution/xlsx")
    data = b"".join(answer.streaming_content)
    assert "Boats" in [cell for row in open_sheet(BytesIO(data), "out.xlsx").rows for cell in row.cells]
    back = go_on(focal, focal("POST", "/sheets/contribution?name=out.xlsx", data, **KIND).headers["Location"])
    assert focal.get(back).json()["one"]["came"]["unchanged"] == 1
    assert b"Boats" not in b"".join(program("reader").get("/sheets/contribution/csv").streaming_content)
    assert b"Boats" not in b"".join(focal.get("/sheets/contribution/template-csv").streaming_content)


def test_held_rows_wait_for_a_decision(register: Register, program: PROGRAM) -> None:
    focal = program("focal")
    place = bring(focal, "equipment,Boats,2,USD,a letter", "equipment,Boats,2,USD,a letter")
    held = focal.get(f"{place}?tier=error").json()["findings"][0]
    assert held["trouble"] == "repeated"
    answer = focal("PUT", f"{place}/held", {"places": [held["place"]], "choice": "import"})
    assert (answer.status_code, answer.json()) == (200, 0)
    assert trouble(focal("PUT", f"{place}/held", {"places": [7], "choice": "import"}), 422)["where"] == "places"
    focal("POST", f"{place}/writing")
    go_on(focal, place)
    assert Contribution.objects.count() == 2


def test_how_numbers_are_written_is_said(register: Register, program: PROGRAM) -> None:
    focal = program("focal")
    place = bring(focal, "funds,Fuel,1.234,USD,a letter")
    assert focal.get(place).json()["ambiguous"] == ["decimals"]
    assert focal("PUT", f"{place}/habits", {"decimals": "comma"}).status_code == 204
    go_on(focal, place)
    said = {one["column"]: one["now"] for one in focal.get(f"{place}/rows").json()["rows"][0]["differences"]}
    assert Decimal(said["amount"]) == 1234
    assert focal("DELETE", place).status_code == 204
    assert focal.get(place).json()["one"]["state"] == "abandoned"


@pytest.mark.parametrize(
    ("name", "data"), [("a.csv", b"x,y\n1,2\n"), ("a.xlsx", b"PK\x03\x04"), ("a.csv", b"\x00\x01"), ("a.csv", b"")]
)
def test_what_is_no_sheet_is_refused(register: Register, program: PROGRAM, name: str, data: bytes) -> None:
    trouble(program("focal")("POST", f"/sheets/contribution?name={name}", data, **KIND), 422)


def test_an_import_is_its_owners_alone(register: Register, program: PROGRAM) -> None:
    focal = program("focal")
    place = bring(focal, "funds,Fuel,12,USD,a letter")
    other = program("secretariat")
    for method, each in (("GET", ""), ("GET", "/rows"), ("GET", "/findings"), ("POST", "/writing"), ("DELETE", "")):
        trouble(other(method, place + each), 404)
    assert other.get("/imports").json()["rows"] == []
    sheet: Any = (HEAD + "\nfunds,Fuel,12,USD,a letter").encode()
    trouble(program("reader")("POST", "/sheets/contribution?name=a.csv", sheet, **KIND), 403)
    trouble(program("focal", "write:contribution")("POST", "/sheets/contribution?name=a.csv", sheet, **KIND), 403)
    trouble(focal("POST", "/sheets/contribution?name=a.csv&profile=nobodys", sheet, **KIND), 422)
    trouble(focal("POST", "/sheets/meeting?name=a.csv", sheet, **KIND), 404)
    trouble(focal.get("/sheets/contribution/pdf"), 422)
