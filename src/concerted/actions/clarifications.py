"""Questions to a partner about what it gives: asked by those who may not change it, answered by those who may."""

from __future__ import annotations

from datetime import datetime

from concerted.actions import ledger
from concerted.actions.records import naming
from concerted.register.access import Permission
from concerted.register.models import Clarification, Coalition, Contribution, LineOfEffort, Party, User
from concerted.register.part import Part
from concerted.terms.errors import Conflict, NotAllowed, NotFound

LONGEST = 5000


@ledger.action("clarification.ask")
def ask(
    *,
    coalition: str,
    text: str,
    by: User,
    at: datetime,
    contribution: int | None = None,
    party: str = "",
    line: int | None = None,
) -> int:
    """Ask a party about one of its contributions, or (``party``) about a line or in general; gives the number.

    A line lead asks about the lines that they lead. Raises NotFound for what they may not see, NotAllowed, or Conflict
    for a question without words.
    """
    home = Coalition.objects.visible_to(by).filter(slug=coalition).first()
    if home is None:
        raise NotFound("no such coalition", where="coalition", expected="one of your coalitions")
    part = ledger.require(by, home, Permission.CLARIFICATION_ASK)
    asked: Party | None
    about: LineOfEffort | None
    if contribution is not None:
        given = Contribution.objects.visible_to(by).filter(coalition=home, pk=contribution).first()
        if given is None or given.owner is None:
            raise NotFound("no such contribution", where="contribution", expected="a partner's own that you may see")
        asked, about = given.party, given.line
    else:
        given = None
        asked = Party.objects.visible_to(by).filter(coalition=home, code=party).first()
        about = naming.line(home, line) if line is not None else None
        if asked is None:
            raise NotFound(f"no partner {party!r}", where="party", expected="one of the coalition's partners")
    if not part.may_ask(about):
        raise NotAllowed(
            f"{by.name} ({', '.join(part.roles)}) may not ask about it",
            where=home.slug,
            expected="the secretariat, or the lead of its line of effort",
        )
    made = Clarification.objects.create(
        coalition=home, party=asked, contribution=given, line=about, text=_text(text, "text"), by=by, at=at
    )
    return made.pk


@ledger.action("clarification.answer")
def answer(*, clarification: int, text: str, by: User, at: datetime) -> None:
    """Answer a question to one's own party; raises NotFound, NotAllowed, or Conflict if it is answered already."""
    found, part = _found(clarification, by)
    if not part.may_answer(found):
        raise NotAllowed(
            f"{by.name} may not answer it", where=str(clarification), expected="a focal point of the party"
        )
    if found.answer:
        raise Conflict("it is answered already", where="text", expected="an open question")
    found.answer, found.answered_by, found.answered_at = _text(text, "text"), by, at
    found.save(update_fields=["answer", "answered_by", "answered_at"])


@ledger.action("clarification.withdraw")
def withdraw(*, clarification: int, by: User, at: datetime) -> None:
    """Take one's question back while it is open; raises NotFound, NotAllowed, or Conflict if it is answered."""
    found, _part = _found(clarification, by)
    if found.by_id != by.pk:
        raise NotAllowed(f"{by.name} did not ask it", where=str(clarification), expected="whoever asked")
    if found.answer:
        raise Conflict("it is answered already", where=str(clarification), expected="an open question")
    found.in_force = False
    found.save(update_fields=["in_force"])


def _found(number: int, by: User) -> tuple[Clarification, Part]:
    found = Clarification.objects.visible_to(by).select_related("coalition").filter(pk=number).first()
    if found is None:
        raise NotFound("no such question", where=f"clarification {number}", expected="one that you may see")
    part = ledger.membership(by, found.coalition)
    found.refresh_from_db(fields=["answer", "in_force"])
    if not found.in_force:
        raise NotFound("it was withdrawn", where=f"clarification {number}", expected="one that you may see")
    return found, part


def _text(words: str, where: str) -> str:
    text = "\n".join(line.rstrip() for line in words.strip().splitlines())
    if not text or len(text) > LONGEST:
        raise Conflict(f"it has {len(text)} characters", where=where, expected=f"between 1 and {LONGEST}")
    return text
