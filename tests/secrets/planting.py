"""A register in which every record of every noun is there for every owner and release, each with a word of its own.

Whoever finds the word of an owner and release that does not reach them has found a leak. Who may find which is worked
out here anew, from what the roles page says in words, not from the policy.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.apps import apps

from concerted.actions import commitments, mergers, new_version, review, totals
from concerted.ledger.packs.change import Change
from concerted.ledger.packs.change import Released as Described
from concerted.reading.facts import (
    Act,
    Deadline,
    Definition,
    Instrument,
    Kind,
    Line,
    Meeting,
    MeetingStatus,
    Participant,
    PassedOver,
    Person,
    Reading,
    Role,
)
from concerted.register.models import (
    Assessment,
    Benchmark,
    Clarification,
    Coalition,
    Commitment,
    Contribution,
    Finding,
    Guideline,
    Invitation,
    Measurement,
    Party,
    Reach,
    Release,
    Report,
    Request,
    Requirement,
    SearchEntry,
    Statement,
    User,
    Window,
    WorkingGroupSeat,
)
from concerted.register.models import Instrument as StoredInstrument
from concerted.register.models.pack import Carried, Held, Pack, PackKey
from concerted.register.models.release import Released
from concerted.register.policy import right
from concerted.terms.document import Document
from tests.secrets.agendas import agenda_of
from tests.secrets.sheets import import_of
from tests.standing import AT, SLUG, Register, passage, reading

# What a partner owns of these is about itself.
OF_THEIR_PARTY = (Benchmark, Contribution, Report)
KINDS = ("TextField", "CharField", "JSONField")
TEXT = """Statement of the {word} Pact

Ministers of Norway and Chile met in {word}haven on 2 March 2021 under resolution {word} 40. Their work is patrols of
the {word} sea, led by Admiral {word}.

They decided to share {word} positions within 30 days, and called on Peru to join the {word} patrols. Norway undertook
to train sixty {word} divers. Chile will host a {word} workshop in {word}ville on 5 May 2021.

For the press: {word} office
"""


@dataclass(frozen=True, slots=True)
class Holder:
    """An owner (a party's code; "" for the coalition) and a release, and the word that stands in all they hold."""

    word: str
    owner: str
    reach: Reach
    named: str = ""
    line: int = 0


HOLDERS = (
    Holder("zqalder", "CHL", Reach.OWNER),
    Holder("zqbirch", "CHL", Reach.NAMED, named="NOR"),
    Holder("zqcedar", "CHL", Reach.WORKING_GROUP, line=1),
    Holder("zqdogwood", "CHL", Reach.COALITION),
    Holder("zqelder", "CHL", Reach.PUBLIC),
    Holder("zqfir", "", Reach.OWNER),
    Holder("zqgorse", "", Reach.NAMED, named="CHL"),
    Holder("zqhazel", "", Reach.WORKING_GROUP, line=2),
    Holder("zqivy", "", Reach.COALITION),
    Holder("zqjuniper", "", Reach.PUBLIC),
)
# Who is invited: for the secretariat and the auditors.
INVITED = "zqkelp"
WORDS = (INVITED, *(holder.word for holder in HOLDERS))
# Party, lines whose working group they sit in or that they lead, and whether they read what partners release to the
# coalition. Norway has a seat in the working group of line 1; "lead" leads line 2 and comes from Chile.
WHO: dict[str, tuple[str, set[int], bool]] = {
    "secretariat": ("", set(), True),
    "chile": ("CHL", set(), True),
    "norway": ("NOR", {1}, True),
    "reader": ("NOR", {1}, True),
    "lead": ("CHL", {2}, True),
    "observer": ("", set(), False),
    "auditor": ("", set(), True),
    "stranger": ("", set(), False),
    "nobody": ("", set(), False),
}


def words_for(who: str) -> set[str]:
    """Give every word that a person may find."""
    invited = {INVITED} if who in {"secretariat", "auditor"} else set()
    return invited | {holder.word for holder in HOLDERS if may_find(who, holder)}


def may_find(who: str, holder: Holder) -> bool:
    """Tell whether a person may find what a holder holds, as the roles page says it."""
    party, lines, reads = WHO[who]
    if holder.reach == Reach.PUBLIC or (party and party == holder.owner):
        return True
    if not holder.owner and who == "secretariat":
        return True
    if holder.reach == Reach.NAMED:
        return party == holder.named
    if holder.reach == Reach.WORKING_GROUP:
        return holder.line in lines
    return holder.reach == Reach.COALITION and (reads or (who == "observer" and not holder.owner))


def plant(register: Register) -> None:
    """Fill the register: for each holder a statement with all that follows from it, and what people wrote of it."""
    Coalition.objects.filter(slug=SLUG).update(is_open=True)
    line = register.coalition.lines.get(number=1)
    WorkingGroupSeat.objects.create(
        coalition=register.coalition, line=line, party=_party(register, "NOR"), said_by="a letter"
    )
    for number, holder in enumerate(HOLDERS):
        _plant(register, holder, number)
    for reach in ("public", "coalition"):
        totals.publish(coalition=SLUG, currency="NOK", reach=reach, by=register.people.secretariat, at=AT)
    Invitation.objects.create(
        coalition=register.coalition,
        email=f"{INVITED}@example.org",
        name=INVITED,
        organisation=f"{INVITED} office",
        role="observer",
        digest="0" * 64,
        by=register.people.secretariat,
        at=AT,
        expires_at=AT + timedelta(days=100_000),
    )


def _plant(register: Register, holder: Holder, number: int) -> None:
    known = {model: set(_pks(model)) for model in _owned()}
    by = register.people.secretariat
    word = holder.word
    taken = register.take_in(_reading(word))
    statement = Statement.objects.get(pk=taken.statement)
    call = Finding.objects.get(statement=statement, quote__startswith="called on")
    review.reject(finding=call.pk, by=by, at=AT, comment=f"{word} is unsure")
    review.undo(finding=call.pk, by=by, at=AT, comment=f"{word} is sure")
    review.accept_statement(statement=statement.pk, by=by, at=AT, comment=f"{word} it is")
    for promise in Commitment.objects.filter(finding__statement=statement):
        commitments.change_status(commitment=promise.pk, status="in progress", evidence=f"{word} report", by=by, at=AT)
    meetings = register.coalition.meetings.filter(finding__statement=statement)
    meetings.update(status="cancelled", room=f"{word} hall", reason=f"{word} fog")
    _correct(register, statement.pk, word)
    owner = _party(register, holder.owner) if holder.owner else None
    release = _release(register, holder, owner)
    given = Contribution.objects.create(
        coalition=register.coalition,
        owner=owner,
        party=owner or _party(register, "NOR"),
        release=release,
        line=register.coalition.lines.get(number=1),
        kind="funds",
        summary=f"{word} lamps",
        amount=1000 * 2**number,
        currency="NOK",
        quantity=number + 1,
        unit=f"{word} crates",
        caveat=f"{word} waters only",
        source=f"{word} letter",
    )
    import_of(word, given, by)
    _progress(register, holder, number, statement.pk, {"coalition": register.coalition, "release": release})
    home = {"coalition": register.coalition, "owner": owner, "release": release}
    _packs(holder, number, home, owner or _party(register, "NOR"), register.people.secretariat)
    own = {**home, "source": f"{word} letter"}
    needy = owner or _party(register, "NOR")
    request = Request.objects.create(party=needy, title=f"{word} request", text=f"{word} reasons", **own)
    Requirement.objects.create(
        party=needy,
        part_of=request,
        line=given.line,
        kind="equipment",
        summary=f"{word} ropes",
        quantity=number + 1,
        unit=f"{word} coils",
        place=f"{word} quay",
        priority="high",
        **own,
    )
    for model, before in known.items():
        rows = model._default_manager.filter(coalition=register.coalition).exclude(pk__in=before)
        if model is SearchEntry:
            rows = rows.exclude(noun="partner")
        own = {"party": owner} if owner and model in OF_THEIR_PARTY else {}
        rows.update(owner=owner, release=release, **own)
    if owner:
        # Fewer see what a partner is asked about a record of its own than see the record.
        asked = {"text": f"{word} question", "by": by, "at": AT}
        answered = {"answer": f"{word} answer", "answered_by": register.people.chile, "answered_at": AT}
        Clarification.objects.create(
            coalition=register.coalition, party=owner, contribution=given, line=given.line, **asked, **answered
        )


def _progress(register: Register, holder: Holder, number: int, statement: int, home: dict[str, Any]) -> None:
    """Plant what is reported, measured and assessed of a statement's promise."""
    word, day, by = holder.word, date(2021, 4, 1 + number), register.people.secretariat
    promise = Commitment.objects.filter(finding__statement=statement, verb__startswith="undertook").latest("pk")
    party = _party(register, holder.owner or "NOR")
    benchmark = Benchmark.objects.create(
        **home,
        party=party,
        title=f"{word} divers at work",
        indicator=f"Divers of the {word} school",
        unit=f"{word} divers",
        baseline=1,
        baseline_on=date(2021, 1, 1),
        target=9,
        target_on=date(2022, 1, 1),
        source=f"{word} plan",
    )
    agenda_of(holder.word, statement, promise, party, home)
    Measurement.objects.create(**home, benchmark=benchmark, first=day, last=day, value=3, source=f"{word} count")
    window = Window.objects.create(
        **home, title=f"{word} round", first=date(2021, 1, 1), last=day, opens=date(2021, 3, 1), closes=date(2021, 5, 1)
    )
    said = {"full": f"{word} full", "partial": f"{word} some", "none": f"{word} none", "by": by, "at": AT}
    guideline = Guideline.objects.create(**home, commitment=promise, **said)
    about = {**home, "commitment": promise, "party": party, "evidence": f"{word} rolls", "at": AT}
    report = Report.objects.create(
        **about, window=window, stand="in progress", text=f"{word} divers trained", by=register.people.norway
    )
    rest = {"report": report, "report_edition": 1, "report_digest": f"{number:064d}", "reporter": report.by}
    Assessment.objects.create(**about, **rest, guideline=guideline, mark=0, reasons=f"{word} reasons", by=by)


def _packs(holder: Holder, number: int, home: dict[str, Any], party: Party, by: User) -> None:
    """Plant what travelled: a key, a pack, the name of a record, and one that waits."""
    word = holder.word
    known: dict[str, Any] = {"noun": "contribution", "origin": f"{word} register", "number": number}
    when = {"by": by, "at": AT}
    PackKey.objects.create(
        **home, **when, party=party, register=f"{word} register", key=f"{word} key", courier=by, since=date(2021, 3, 1)
    )
    told = {"other": f"{word} register", "sha256": f"{number:064d}", "made_at": AT}
    counted = {"entries": 1, "records": 1, "done": 1, "held": 1}
    pack = Pack.objects.create(**home, **when, party=party, outward=False, **told, **counted)
    Carried.objects.create(**home, **known, other=f"{word} register", record=10_000 + number, edition=1, state="")
    said = {"kind": "other", "summary": f"{word} lamps", "source": f"{word} letter"}
    change = Change(f"{word} register", number, "contribution", 1, Described(holder.reach.value), None, said)
    Held.objects.create(**home, **known, pack=pack, change=change.written(), why=f"no {word} here")


def _correct(register: Register, statement: int, word: str) -> None:
    """Give a statement a corrected text, so that a promise is orphaned."""
    text = TEXT.format(word=word).replace("sixty", "seventy")
    data = text.encode()
    new_version.replace(
        statement=statement,
        seen=1,
        document=Document(text, source="corrected.txt", sha256=hashlib.sha256(data).hexdigest()),
        original=data,
        reading=reading(
            text, f"Statement of the {word} Pact", dated={"issued_on": date(2021, 3, 2), "place": f"{word}haven"}
        ),
        by=register.people.secretariat,
        at=AT,
    )


def pair(register: Register) -> None:
    """Merge an instrument of the coalition's own into another one, so that an address leads on."""
    texts = StoredInstrument.objects.filter(coalition=register.coalition)
    mergers.merge(
        noun="instrument",
        duplicate=texts.get(title__contains="zqivy").pk,
        into=texts.get(key="Harbour Code").pk,
        by=register.people.secretariat,
        at=AT,
    )


def _owned() -> list[Any]:
    every = apps.get_app_config("register").get_models()
    return [model for model in every if issubclass(model, Released)]


def _pks(model: Any) -> list[int]:
    return list(model._default_manager.values_list("pk", flat=True))


def _party(register: Register, code: str) -> Party:
    return Party.objects.get_or_create(coalition=register.coalition, code=code, defaults={"name": code})[0]


def _release(register: Register, holder: Holder, owner: Party | None) -> Release:
    if holder.reach != Reach.NAMED:
        line = register.coalition.lines.get(number=holder.line) if holder.line else None
        return Release.objects.get(coalition=register.coalition, kind=holder.reach, line=line)
    made = Release.objects.create(coalition=register.coalition, kind=Reach.NAMED, owner=owner, key=holder.word)
    made.parties.set([_party(register, holder.named)])
    return made


def _reading(word: str) -> Reading:
    text = TEXT.format(word=word)

    def at(words: str) -> Any:
        return passage(text, words)

    share = f"decided to share {word} positions within 30 days"
    return reading(
        text,
        f"Statement of the {word} Pact",
        dated={"issued_on": date(2021, 3, 2), "place": f"{word}haven"},
        participants=(
            Participant(at("Norway and Chile met"), "NOR", f"{word} Norway", Role.ISSUER, note=f"{word} in reserve"),
            Participant(at("Chile met"), "CHL", "Chile", Role.ISSUER),
        ),
        definitions=(Definition(at(f"{word} sea"), f"{word} sea", f"the sea of {word}"),),
        people=(Person(at(f"Admiral {word}"), f"Admiral {word}", f"{word} admiral", "NOR"),),
        lines=(Line(at(f"patrols of\nthe {word} sea"), 1, f"{word} patrols"),),
        instruments=(
            Instrument((at(f"resolution {word} 40"),), f"{word} 40", f"Resolution {word}", body=f"{word} Council"),
        ),
        meetings=(
            Meeting(
                at(f"host a {word} workshop in {word}ville on 5 May 2021"),
                f"{word} workshop",
                MeetingStatus.PLANNED,
                start=date(2021, 5, 5),
                place=f"{word}ville",
                host=("CHL",),
                line=1,
                series=f"{word} workshops",
                attendance=f"{word} crews",
                note=f"{word} note",
            ),
        ),
        acts=(
            Act(at(share), Kind.COMMITMENT, f"decided {word}", ("issuers",), due=at("within 30 days"), lines=(1, 2)),
            Act(
                at(f"called on Peru to join the {word} patrols"),
                Kind.CALL,
                f"called {word}",
                ("NOR",),
                addressees=("PER",),
                lines=(1,),
            ),
            Act(
                at(f"undertook\nto train sixty {word} divers"),
                Kind.COMMITMENT,
                f"undertook {word}",
                ("NOR",),
                lines=(1,),
            ),
        ),
        deadlines=(Deadline(at("within 30 days"), days=30),),
        passed_over=(PassedOver(at(f"For the press: {word} office"), "media contact"),),
    )


def unplanted() -> set[str]:
    """Name the fields of text that hold no word in any row, by noun and field."""
    missing = set()
    for model in apps.get_app_config("register").get_models():
        for one in model._meta.local_concrete_fields:
            if one.name in right(model).shown.split() and one.get_internal_type() in KINDS:
                found = [str(value) for value in model._default_manager.values_list(one.name, flat=True)]
                if not any(word in value for value in found for word in WORDS):
                    missing.add(f"{model.__name__}.{one.name}")
    return missing
