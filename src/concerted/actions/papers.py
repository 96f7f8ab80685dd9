"""Papers of meetings: announced, filed in versions, changed, withdrawn with a reason."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath

from concerted.actions import keeping, ledger
from concerted.actions.keeping import Keeping
from concerted.actions.of_meetings import item_of, meeting_of
from concerted.formats.papers import media_type
from concerted.register.models import Paper, PaperFile, PaperStatus, Reach, User
from concerted.register.nouns.paper import PAPER, Content
from concerted.terms.errors import Conflict

_LONGEST_NAME = 200


@ledger.action("paper.add")
def add(*, coalition: str, content: Content, by: User, at: datetime, reach: str = Reach.OWNER) -> int:
    """Announce a paper, whose file follows by ``file``; gives its number. Raises as ``keeping.enter``."""
    return keeping.enter(KEEPING, coalition=coalition, content=content, by=by, reach=reach)


@ledger.action("paper.change")
def change(*, number: int, content: Content, seen: int, by: User, at: datetime) -> None:
    """Change what a paper says of itself; ``seen`` is the edition that the person saw. Raises as ``keeping.alter``."""
    keeping.alter(KEEPING, number, content=content, seen=seen, by=by)


@ledger.action("paper.withdraw")
def withdraw(*, number: int, seen: int, by: User, at: datetime) -> None:
    """Take back what was entered in error; a paper that stands no more is changed to withdrawn, with the reason.

    Raises as ``keeping.take_back``.
    """
    keeping.take_back(KEEPING, number, seen=seen, by=by)


@ledger.action("paper.file")
def file(*, number: int, data: bytes, name: str, seen: int, by: User, at: datetime) -> int:
    """File a version of a paper; gives its number, from 1. Those before it stay.

    Raises as ``keeping.alter``, UnreadableDocument for a file that is not taken, or Conflict for a paper that is
    withdrawn and for the very file that stands already.
    """
    one: Paper = keeping.own(KEEPING, number, by, seen)
    if one.status == PaperStatus.WITHDRAWN:
        raise Conflict("it is withdrawn", where=f"paper {number}", expected="a paper that stands")
    plain = PurePath(name.replace("\\", "/")).name
    plain = "".join(letter for letter in plain if letter.isprintable())[-_LONGEST_NAME:] or "paper"
    kind, sha256 = media_type(data, plain), hashlib.sha256(data).hexdigest()
    last = PaperFile.objects.filter(paper=one).defer("data").order_by("-version").first()
    if last is not None and last.sha256 == sha256:
        raise Conflict(f"it is version {last.version} itself", where=plain, expected="a file that differs")
    version = last.version + 1 if last else 1
    told = {"name": plain, "media_type": kind, "size": len(data), "sha256": sha256}
    PaperFile.objects.create(paper=one, version=version, data=data, by=by, at=at, **told)
    one.edition += 1
    one.save(update_fields=["edition"])
    return version


def _checked(content: Content) -> Content:
    if content.status == PaperStatus.WITHDRAWN and not content.why:
        raise Conflict("it is empty", where="why", expected="why the paper is withdrawn")
    return replace(content, why="") if content.status == PaperStatus.CURRENT else content


def _fill(one: Paper, content: Content) -> None:
    one.meeting = meeting_of(one, content.meeting)
    one.item = item_of(one, one.meeting, content.item)
    one.title, one.note, one.status, one.why = content.title, content.note, content.status, content.why


KEEPING = Keeping(PAPER, _checked, _fill, add, change, withdraw)
