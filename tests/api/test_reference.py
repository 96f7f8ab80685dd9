"""What is kept of the interface is as the interface is: run ``make api`` after a change."""

from __future__ import annotations

import json

from tests.api.reference import KEPT, PAGE, document, page


def test_the_kept_document_is_the_interfaces_own() -> None:
    assert json.loads(KEPT.read_text(encoding="utf-8")) == json.loads(document()), "run `make api`"


def test_the_page_of_the_interface_has_every_operation() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(json.loads(document())), "run `make api`"
