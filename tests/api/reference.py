"""Write docs/api.md, the kept document and the Python client from the interface: ``python -m tests.api.reference``."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "tests" / "api" / "openapi.json"
PAGE = ROOT / "docs" / "api.md"
HEAD = r"""# The programming interface

Written by `make api` from the interface itself. All that the pages show and do is under `/api/v1/`, for programs.
The whole of it, with every field, is its document: `/api/v1/openapi.json` (OpenAPI 3.1).

## A token

A person makes a token under *Your sign-in*, *Tokens for your programs*; it is shown once. `concerted token make
NAME --scope read` makes one for programs beside the site, with the rights of this machine's command line. A program
sends it with every request; cookies count for nothing:

    curl -H "Authorization: Bearer concerted_..." https://record.example.org/api/v1/me

It may do what its person may, and of that only its scopes: `read`, and `write:` with a noun for each sort of
change. It can be held to one coalition, ends on a day, and can be withdrawn. Whoever's role must have a second step
at the sign-in needs it here too. Without a token, a coalition that is open to the public can be read.

## Step by step

With a token of the scopes `read`, `write:request` and `write:import` (`concerted token make walk --scope read --scope
write:request --scope write:import`), for a coalition that has the partner IRQ:

    TOKEN=concerted_...
    SITE=https://record.example.org
    ROOT=$SITE/api/v1/coalitions/global-coalition
    AUTH="Authorization: Bearer $TOKEN"
    JSON="Content-Type: application/json"

Enter a record, once however often it is sent; the answer's `Location` says where it is:

    curl -i -H "$AUTH" -H "$JSON" -H "Idempotency-Key: letter 7" $ROOT/requests -d \
      '{"party": "IRQ", "title": "Gauges", "text": "The old ones are under water.",
        "day": "2026-03-01", "source": "Letter 7"}'

Read it, change it on the edition that was read (its `ETag`), and see that the same edition is good for no second
change (412):

    TAG=$(curl -s -D - -o /dev/null -H "$AUTH" $ROOT/requests/1 | tr -d '\r' | sed -n 's/^ETag: //Ip')
    curl -i -H "$AUTH" -H "If-None-Match: $TAG" $ROOT/requests/1
    curl -i -X PUT -H "$AUTH" -H "$JSON" -H "If-Match: $TAG" $ROOT/requests/1 -d \
      '{"party": "IRQ", "title": "Twelve gauges", "text": "The old ones are under water.",
        "day": "2026-03-01", "source": "Letter 7"}'

Take all of a noun's records along as a sheet, edit them, and bring them back. An import is read first; it goes on in
steps until it is `ready`, shows what it would do, and, once it is to be written, goes on until it is `done`:

    curl -H "$AUTH" -o requests.xlsx $ROOT/sheets/request/xlsx
    curl -i -H "$AUTH" -H "Content-Type: application/octet-stream" --data-binary @requests.xlsx \
      "$ROOT/sheets/request?name=requests.xlsx"
    curl -X POST -H "$AUTH" $ROOT/imports/1/steps
    curl -H "$AUTH" $ROOT/imports/1/rows
    curl -X POST -H "$AUTH" $ROOT/imports/1/writing
    curl -X POST -H "$AUTH" $ROOT/imports/1/steps

## From Python

    from concerted.client import Client

    with Client("https://record.example.org", token) as record:
        for one in record.commitments("global-coalition", status="open"):
            print(one.id, one.text)

Rows are frozen dataclasses, lists iterate over all their pages, a limit that is reached is waited for, a problem is
an exception (`concerted.client.Problem`). The client needs httpx and pydantic alone of what the site needs.

## What holds everywhere

- *Values*: figures are strings (`"1200.50"`), days are written as `2026-03-01`, times as RFC 3339. Names of parties
  come in the language of `Accept-Language` (en, fr, ar).
- *Lists* come in pages: `page` and `size` (at most 500), or `after` and `size` where they go by numbers. The header
  `Link` leads on, `Total-Count` counts. Where pages end at 10,000 rows, `after` leads to all: `after=0` begins, each
  `Link` says where to go on, and rows that come or go meanwhile neither repeat nor hide others. Filters and orders are
  those of the pages, `sort` takes the names that the document has; what is no parameter is refused.
- *The past*: `as_of=2026-03-01` reads the register as it stood at the end of that day.
- *Editions*: each record has an `ETag`. `If-None-Match` asks for it only if it is another one (304). A change names
  the one that it rests on in `If-Match`: without it 428, and 412 if somebody changed the record since, with both
  versions in the answer.
- *Once*: what makes something takes an `Idempotency-Key`. The same request under the same key, within a day, makes
  nothing again.
- *Limits*: `RateLimit` says how many requests are left in this minute, 429 and `Retry-After` when there are none.
- *Errors* are problems (`application/problem+json`, RFC 9457): `detail` says what, `where` the field or record,
  `expected` what instead. What one may not see answers 404 as what is not there.

## Operations
"""


def document() -> str:
    """The interface's document, as it is kept."""
    from concerted.api.interface import INTERFACE

    whole = INTERFACE.get_openapi_schema()
    whole["info"]["version"] = ""
    return json.dumps(whole, indent=1, ensure_ascii=False, default=str) + "\n"


def page(whole: dict[str, Any]) -> str:
    """The page of the interface: its rules, and every operation by noun."""
    return HEAD + "\n".join(_tables(whole)) + "\n"


def _tables(whole: dict[str, Any]) -> Iterator[str]:
    tag = ""
    for path, methods in sorted(whole["paths"].items(), key=lambda one: next(iter(one[1].values()))["tags"]):
        for method, operation in methods.items():
            if operation["tags"][0] != tag:
                tag = operation["tags"][0]
                yield f"\n### {tag.capitalize()}\n\n| | | scope | for whom |\n|---|---|---|---|"
            right = operation["x-right"]
            whom = right if isinstance(right, str) else "whoever has the right " + " or ".join(right)
            where = path.removeprefix("/api/v1")
            yield f"| `{method.upper()} {where}` | {operation['summary']} | `{operation['x-scope']}` | {whom} |"


def main() -> None:
    """Write everything anew."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from tests.api import client_source

    KEPT.write_text(document(), encoding="utf-8")
    whole = json.loads(document())
    PAGE.write_text(page(whole), encoding="utf-8")
    for path, text in client_source.files(whole).items():
        (ROOT / path).parent.mkdir(exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
