"""What the ledger keeps only the digest of: the bytes that statements came in as, and their last texts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from django.db.models import Exists, OuterRef

from concerted.ledger.verification import Finding
from concerted.register.models import Original, Statement, Version
from concerted.register.verification.tally import Progress, Tally


def check(progress: Progress) -> Iterator[Finding]:
    """Hash every original anew, and compare each statement's text with its version's."""
    yield from _originals(progress)
    yield from _texts()


def _originals(progress: Progress) -> Iterator[Finding]:
    tally = Tally("originals")
    version = Version.objects.filter(statement=OuterRef("statement"), number=OuterRef("version"))
    rows = Original.objects.annotate(digest=version.values("sha256")[:1]).order_by("pk")
    total = rows.count()
    # One at a time: each may be as large as a book.
    for number, one in enumerate(rows.iterator(1)):
        progress("originals", number, total)
        where = f"original {one.pk} of statement {one.statement_id}, version {one.version}"
        if one.digest is None:
            tally.fault(where, "there is no such version", "a version")
        # SQLite keeps text in a column of bytes if it is told to.
        elif not isinstance(one.data, bytes | memoryview) or hashlib.sha256(one.data).hexdigest() != one.digest:
            tally.fault(where, "other bytes than those that came in", f"bytes of the digest {one.digest}")
    own = Original.objects.filter(statement=OuterRef("statement"), version=OuterRef("number"))
    for one_version in Version.objects.filter(~Exists(own)).order_by("pk").iterator():
        where = f"version {one_version.number} of statement {one_version.statement_id}"
        tally.fault(where, "its original is gone", "the bytes that came in")
    yield from tally.findings(f"{total} originals, each with its version's digest")


def _texts() -> Iterator[Finding]:
    tally = Tally("texts")
    version = Version.objects.filter(statement=OuterRef("pk"), number=OuterRef("version"), text=OuterRef("text"))
    rows = Statement.objects.filter(~Exists(version)).order_by("pk")
    for pk in rows.values_list("pk", flat=True).iterator():
        tally.fault(f"statement {pk}", "its text is not that of its last version", "the version's text")
    yield from tally.findings(f"{Statement.objects.count()} statements, each with its last version's text")
