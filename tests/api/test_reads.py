"""What is read: the same rows as on the pages, as the document says them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from jsonschema import Draft202012Validator

from concerted.api.interface import INTERFACE
from concerted.api.operation import DECLARED
from tests.answers import said
from tests.api.conftest import Program
from tests.web.conftest import SLUG, Register

PROGRAM = Callable[..., Program]
DOCUMENT = INTERFACE.get_openapi_schema()
READS = sorted(one.path for methods in DECLARED.values() for one in methods.values() if one.method == "GET")


def given(path: str, register: Register) -> str:
    finding = next(number for key, number in register.findings.items() if key.startswith("act"))
    known = {
        "slug": SLUG, "number": register.statement, "code": "UGA", "noun": "statement", "key": register.statement,
        "form": "record", "finding": finding, "index": 0, "other": register.statement, "version": 1,
    }  # fmt: skip
    named = path
    for name, value in known.items():
        for kind in ("slug", "int", "str"):
            named = named.replace(f"{{{kind}:{name}}}", str(value))
    return "/api/v1" + named


@pytest.mark.parametrize("who", ["secretariat", "focal", ""])
def test_what_is_read_is_as_the_document_says(decided: Register, program: PROGRAM, who: str) -> None:
    found = program(who)
    opened = set()
    for path in READS:
        answer = found.get(given(path, decided))
        plain = path.replace("{slug:", "{").replace("{int:", "{").replace("{str:", "{")
        operation = DOCUMENT["paths"][f"/api/v1{plain}"]["get"]
        assert str(answer.status_code) in operation["responses"], (path, answer.content)
        said_of = operation["responses"][str(answer.status_code)]
        if "$ref" in said_of:
            said_of = DOCUMENT["components"]["responses"][str(answer.status_code)]
        content = said_of.get("content", {})
        said(answer)
        kind = answer.headers["Content-Type"].partition(";")[0]
        assert kind in content, (path, kind)
        if kind.endswith("json") and not answer.streaming:
            schema = content[kind]["schema"] | {"components": DOCUMENT["components"]}
            faults = [error.message for error in Draft202012Validator(schema).iter_errors(answer.json())]
            assert faults == [], path
        opened |= {path} if answer.status_code == 200 else set()
    # It would find nothing if it opened nothing.
    assert len(opened) >= {"secretariat": 30, "focal": 30, "": 1}[who], sorted(set(READS) - opened)
