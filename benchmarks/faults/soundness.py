"""Is a register whole? Every act all there or not at all, every entry in the tree, every signature over it."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection
from django.db.models import Count

from concerted.ledger.checkpoints import checkpoint
from concerted.ledger.entry import leaf_hash
from concerted.ledger.tiles import Tree
from concerted.register.models import (
    Checkpoint,
    Commitment,
    Context,
    Entry,
    Finding,
    Leaf,
    Statement,
    StatusChange,
    Verdict,
)
from concerted.register.stored_tree import size, stored, written


class Soundness:
    """Looks a register over again and again; leaves that were looked at once are not hashed anew."""

    def __init__(self) -> None:
        self._seen = 0

    def faults(self) -> list[str]:
        """List what is half-written or contradicts itself; empty for a sound register."""
        return [*self._ledger(), *_statements(), *_decisions(), *_database()]

    def _ledger(self) -> Iterator[str]:
        count = size()
        if (without := Entry.objects.filter(leaf=None).count()) > 0:
            yield f"{without} entries have no place in the ledger's tree"
        if Leaf.objects.count() != count:
            yield "places in the ledger's tree are missing"
        for leaf in Leaf.objects.filter(index__gte=self._seen).select_related("entry"):
            if leaf_hash(written(leaf.entry)).hex() != leaf.hash:
                yield f"leaf {leaf.index} is not the hash of its entry"
        last = Checkpoint.objects.order_by("-size").first()
        if last is None or last.size != count:
            yield "the last checkpoint does not cover the ledger"
        elif checkpoint(last.note, where="the last checkpoint").root != Tree(count, stored).root():
            yield "the last checkpoint signs another tree"
        if Context.objects.exclude(act="").exists():
            yield "an action is still said to run"
        self._seen = count


def _statements() -> Iterator[str]:
    for one in Statement.objects.annotate(
        texts=Count("versions", distinct=True), files=Count("originals", distinct=True)
    ).defer("text", "record"):
        if not one.texts == one.files == one.version:
            yield f"statement {one.pk} has {one.texts} texts and {one.files} files in version {one.version}"
    told = Entry.objects.filter(noun="finding", after__isnull=False).count()
    if told != Finding.objects.count():
        yield f"{Finding.objects.count()} findings, {told} of them in the ledger"


def _decisions() -> Iterator[str]:
    accepted = Finding.objects.filter(
        fact="act", kind="commitment", decisions__next=None, decisions__verdict=Verdict.ACCEPTED
    )
    if (lost := accepted.filter(commitment=None).count()) > 0:
        yield f"{lost} accepted commitments have no record"
    if (early := Commitment.objects.filter(in_force=True).exclude(finding__in=accepted).count()) > 0:
        yield f"{early} commitments are in force whose finding is not accepted"
    stands = dict(Commitment.objects.values_list("pk", "status"))
    last = dict(StatusChange.objects.order_by("pk").values_list("commitment", "status"))
    if apart := [pk for pk, status in last.items() if stands[pk] != status]:
        yield f"commitments {apart} stand otherwise than their last change says"


def _database() -> Iterator[str]:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for check in ("integrity_check", "foreign_key_check"):
            cursor.execute(f"PRAGMA {check}")
            for row in cursor.fetchall():
                if row != ("ok",):
                    yield f"{check}: {row}"
