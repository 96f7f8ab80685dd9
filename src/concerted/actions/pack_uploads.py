"""Packs that come as an upload: checked whole, begun, and taken over in steps from bytes that are kept meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from io import BytesIO
from typing import BinaryIO

from concerted.actions import pack_imports
from concerted.actions.pack_imports import Progress
from concerted.ledger.packs.canonical import UnreadablePack
from concerted.register.models import PackFile, User
from concerted.register.packing.opening import open_pack

LARGEST = 20_000_000  # bytes


def take_in(*, file: BinaryIO, name: str, coalition: str, by: User, clock: Callable[[], datetime]) -> Progress:
    """Begin the import of a pack, or find one that was begun before; nothing is written of one that is refused.

    ``name`` is the file's. Raises UnreadablePack as ``open_pack`` does, also for more than ``LARGEST`` bytes,
    NotAllowed or NotFound.
    """
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise UnreadablePack(
            "the file is too large",
            where=name,
            expected=f"at most {LARGEST // 1_000_000} MB; the command line takes larger ones",
        )
    opened = open_pack(by, coalition, BytesIO(data), where=name, day=clock().date())
    return pack_imports.begin(opened=opened, by=by, at=clock(), keep=data)


def go_on(*, pack: int, coalition: str, by: User, clock: Callable[[], datetime]) -> Iterator[Progress]:
    """Take the rest of an uploaded pack over step by step; nothing for one that is done, or whose file is elsewhere.

    Raises UnreadablePack where its key has been taken back since, or NotAllowed.
    """
    kept = PackFile.objects.visible_to(by).filter(pack=pack, pack__coalition__slug=coalition).select_related("pack")
    one = kept.first()
    if one is None:
        return
    where = f"pack {pack}"
    opened = open_pack(by, coalition, BytesIO(one.data), where=where, day=clock().date(), understand=False)
    done = Progress(one.pack.pk, one.pack.records, one.pack.done)
    yield from pack_imports.steps(opened, done, by=by, clock=clock)
