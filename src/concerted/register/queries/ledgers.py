"""The ledger for its partners: signed checkpoints, their own entries, and the proofs of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.conf import settings
from django.db.models import F, Max, Q, QuerySet, Window
from django.db.models.functions import Lead, TruncDay

from concerted.ledger.bundle import Bundle, bind, held, pieces, without_entries
from concerted.ledger.checkpoints import Checkpoint, checkpoint
from concerted.ledger.entry import Entry as Written
from concerted.ledger.entry import leaf_hash
from concerted.ledger.keys import VerifierKey
from concerted.register.access import Permission
from concerted.register.models import Checkpoint as Row
from concerted.register.models import Entry, Leaf, User
from concerted.register.models.scope import Person
from concerted.register.nouns import NOUNS
from concerted.register.place import ledger_key
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.ledger import EntryPage, Leaves, LedgerPage
from concerted.register.stored_tree import FIELDS, of_values, stored
from concerted.terms.errors import NotAllowed, NotFound

_AT_ONCE = 2000


def ledger(user: Person, slug: str) -> LedgerPage:
    """Show what the ledger is: its key, its size, its last checkpoint."""
    scope = enter(user, slug)
    last, key = Row.objects.order_by("-size").first(), ledger_key(settings.LEDGER_KEY)
    return LedgerPage(
        key=str(key.verifier) if key else None,
        size=last.size if last else 0,
        note=last.note if last else None,
        at=last.at if last else None,
        own=_own(scope, last.size).count() if last else 0,
        audits=scope.part.may(Permission.LEDGER_AUDIT),
    )


def last_checkpoint(user: Person, slug: str) -> Checkpoint:
    """Give the last signed checkpoint; raises NotFound where nothing was signed yet."""
    enter(user, slug)
    return _last()


def bundle(user: Person, slug: str, *, since: Iterable[int] = ()) -> tuple[int, Iterator[str]]:
    """Bind a person's entries of a coalition with their proofs, the last checkpoint of each day, and what ties them.

    ``since`` are sizes of checkpoints that the person kept. Gives the last checkpoint's size and the file's text in
    pieces, to be read while the session is the person's: no more than a piece is held in memory.
    """
    scope, last = enter(user, slug), _last()
    checkpoints = [checkpoint(one, where="ledger") for one in _last_of_each_day(last.size)]
    bound = without_entries(stored, key=_public_key(), checkpoints=checkpoints, since=since)
    return last.size, pieces(bound, held(stored, last.size, _values(_own(scope, last.size))))


def bundled(user: Person, slug: str) -> tuple[tuple[str, int], ...]:
    """Name the records that people keep, by noun and number, whose entries a person's bundle holds."""
    scope, last = enter(user, slug), _last()
    found = _own(scope, last.size).filter(noun__in=NOUNS).order_by("noun", "record").values_list("noun", "record")
    return tuple((noun, int(record)) for noun, record in found.distinct())


def kept_in(*entries: Written) -> tuple[tuple[str, int], ...]:
    """Name the records that people keep, by noun and number, of which these are entries."""
    return tuple((one.noun, int(one.record)) for one in entries if one.noun in NOUNS)


def entry_bundle(user: Person, slug: str, index: int) -> Bundle:
    """Bind one entry with its proof in the last checkpoint; raises NotFound for one that the person does not see."""
    scope, last = enter(user, slug), _last()
    return bind(stored, key=_public_key(), checkpoints=[last], entries=[_one(scope, index, last)])


def entry(user: Person, slug: str, index: int) -> EntryPage:
    """Show one entry and its proof; raises NotFound for one that the person does not see."""
    scope, last = enter(user, slug), _last()
    (one,) = held(stored, last.size, [_one(scope, index, last)])
    by = User.objects.filter(pk=one.entry.by).first()
    return EntryPage(
        index=index,
        entry=one.entry,
        at=datetime.fromisoformat(one.entry.at),
        by=by.name if by else None if one.entry.by is None else f"#{one.entry.by}",
        hash=leaf_hash(one.entry).hex(),
        path=tuple(each.hex() for each in one.path),
        size=last.size,
        note=str(last),
    )


def leaves(user: Person, slug: str, *, start: int, count: int) -> Leaves:
    """Show some leaves' hashes to an auditor; raises NotAllowed for others."""
    _audit(user, slug)
    last = Row.objects.aggregate(size=Max("size"))["size"] or 0
    rows = Leaf.objects.filter(index__gte=start, index__lt=last).order_by("index")
    return Leaves(start, tuple(rows.values_list("hash", flat=True)[:count]), last)


def every_leaf(user: Person, slug: str) -> Iterator[tuple[int, str]]:
    """Give every leaf's index and hash up to the last checkpoint to an auditor; raises NotAllowed for others."""
    _audit(user, slug)
    rows = Leaf.objects.filter(index__lt=_last().size).order_by("index")
    return rows.values_list("index", "hash").iterator(_AT_ONCE)


def _audit(user: Person, slug: str) -> None:
    if not enter(user, slug).part.may(Permission.LEDGER_AUDIT):
        raise NotAllowed("only auditors read every leaf", where=slug, expected=f"the right {Permission.LEDGER_AUDIT}")


def _last() -> Checkpoint:
    found = Row.objects.order_by("-size").first()
    if found is None:
        raise NotFound("nothing was signed yet", where="ledger", expected="a checkpoint")
    return checkpoint(found.note, where=f"checkpoint of {found.size} entries")


def _public_key() -> VerifierKey:
    key = ledger_key(settings.LEDGER_KEY)
    if key is None:
        raise NotFound("the ledger has no key", where="ledger", expected="`concerted init` to be run")
    return key.verifier


def _own(scope: Scope, size: int) -> QuerySet[Entry]:
    own = Entry.objects.visible_to(scope.user).filter(coalition=scope.coalition, leaf__index__lt=size)
    # An entry is proved whole or not at all, and it says who did it.
    return own if scope.part.is_member else own.none()


def _values(entries: QuerySet[Entry]) -> Iterator[tuple[int, Written]]:
    rows = entries.order_by("leaf__index").values_list("leaf__index", *FIELDS)
    return ((index, of_values(*values)) for index, *values in rows.iterator(_AT_ONCE))


def _one(scope: Scope, index: int, last: Checkpoint) -> tuple[int, Written]:
    found = next(_values(_own(scope, last.size).filter(leaf__index=index)), None)
    if found is None:
        raise NotFound("no such entry", where=f"entry {index}", expected="an entry that you may see")
    return found


def _last_of_each_day(size: int) -> QuerySet[Row, str]:
    """Keep the checkpoints after which another day came; where the clock jumped back, a day may come twice."""
    rows = Row.objects.filter(size__lte=size).annotate(day=TruncDay("at"))
    following = rows.annotate(following=Window(Lead("day"), order_by="size"))
    ends = following.filter(Q(following=None) | ~Q(day=F("following")))
    return ends.order_by("size").values_list("note", flat=True)
