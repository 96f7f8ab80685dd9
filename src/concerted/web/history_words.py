"""The words of a record's history: what was done, and what the fields of a record are called."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from concerted.register.rows.history import Value
from concerted.register.rows.references import PartyRef
from concerted.web.names import party_called, party_name
from concerted.web.reading_words import ANCHORED, HOW
from concerted.web.words import STANDINGS, figure, full_day, language_name, listed, mark_names, unit_name, word

ACTIONS: dict[str, Promise] = {
    "statement.take_in": _("Statement taken in"),
    "statement.replace": _("Text corrected"),
    "statement.set_date": _("Day given"),
    "statement.accept": _("Findings accepted"),
    "finding.accept": _("Finding accepted"),
    "finding.correct": _("Finding corrected"),
    "finding.reject": _("Finding rejected"),
    "finding.undo": _("Decision undone"),
    "finding.place": _("Finding given a place in the corrected text"),
    "finding.withdraw": _("Finding withdrawn"),
    "commitment.change_status": _("Status changed"),
    "meeting.schedule": _("Meeting planned"),
    "meeting.hold": _("Meeting recorded as held"),
    "meeting.change": _("Meeting changed"),
    "cadence.set": _("Rule set on how often a series meets"),
    "meeting.take_over": _("Meetings taken over from a calendar"),
    "meeting.cancel": _("Meeting cancelled"),
    "breach.note": _("Late meeting noted"),
    "contribution.add": _("Contribution entered"),
    "contribution.change": _("Contribution changed"),
    "contribution.withdraw": _("Contribution withdrawn"),
    "benchmark.add": _("Benchmark entered"),
    "benchmark.change": _("Benchmark changed"),
    "benchmark.withdraw": _("Benchmark withdrawn"),
    "measurement.add": _("Measurement entered"),
    "measurement.change": _("Measurement changed"),
    "measurement.withdraw": _("Measurement withdrawn"),
    "window.add": _("Reporting window planned"),
    "window.change": _("Reporting window changed"),
    "window.withdraw": _("Reporting window withdrawn"),
    "report.add": _("Progress report entered"),
    "report.change": _("Progress report changed"),
    "report.withdraw": _("Progress report withdrawn"),
    "paper.add": _("Paper announced"),
    "paper.change": _("Paper changed"),
    "paper.withdraw": _("Paper deleted as an error"),
    "paper.file": _("Paper filed in a new version"),
    "delegate.add": _("Delegate registered"),
    "delegate.change": _("Registration of a delegate changed"),
    "delegate.withdraw": _("Registration of a delegate deleted as an error"),
    "item.add": _("Agenda item added"),
    "item.change": _("Agenda item changed"),
    "item.withdraw": _("Agenda item withdrawn"),
    "item.move": _("Agenda item moved"),
    "item.leave_out": _("Agenda item left out"),
    "agenda.draft": _("Agenda drafted"),
    "minute.add": _("Entered in the minutes"),
    "minute.change": _("Entry of the minutes changed"),
    "minute.withdraw": _("Entry of the minutes withdrawn"),
    "conclusion.add": _("Decision of a meeting entered"),
    "conclusion.change": _("Decision of a meeting changed"),
    "conclusion.withdraw": _("Decision of a meeting withdrawn"),
    "action.add": _("Action point entered"),
    "action.change": _("Action point changed"),
    "action.withdraw": _("Action point withdrawn"),
    "action.say_done": _("Action point said to be done"),
    "action.verify": _("Action point verified"),
    "reservation.add": _("Reservation entered"),
    "reservation.change": _("Reservation changed"),
    "reservation.withdraw": _("Reservation taken back"),
    "guideline.write": _("Interpretive guideline written"),
    "reminder.send": _("Reminder sent"),
    "digest.send": _("Digest sent"),
    "clock_notice.send": _("Warning of the clock sent"),
    "assessment.make": _("Assessment made"),
    "assessment.withdraw": _("Assessment withdrawn"),
    "contribution.say_stages": _("Stages said as their statements tell"),
    "request.add": _("Request for assistance entered"),
    "request.change": _("Request for assistance changed"),
    "request.withdraw": _("Request for assistance withdrawn"),
    "requirement.add": _("Requirement entered"),
    "requirement.change": _("Requirement changed"),
    "requirement.withdraw": _("Requirement withdrawn"),
    "clarification.ask": _("Question asked"),
    "clarification.answer": _("Question answered"),
    "clarification.withdraw": _("Question withdrawn"),
    "record.release": _("Release changed"),
    "record.merge": _("Merged with a duplicate"),
    "record.split": _("Merging taken back"),
    "totals.publish": _("Totals published"),
    "totals.withdraw": _("Totals withdrawn"),
    "pack.trust": _("Another register’s key named"),
    "pack.distrust": _("Another register’s key taken back"),
    "pack.export": _("Pack exported"),
    "pack.import": _("Pack imported"),
    "pack.decide": _("Decided between two registers’ versions"),
    "import.begin": _("Import begun"),
    "import.read": _("Rows of an import read"),
    "import.read_through": _("Import read to its end"),
    "import.say_how": _("How an import’s numbers and days are written said"),
    "import.compare": _("Import compared with the record"),
    "import.decide": _("Held rows of an import decided"),
    "import.start": _("Import confirmed"),
    "import.write": _("Rows of an import written"),
    "import.abandon": _("Import abandoned"),
    "party.add": _("Party brought into the coalition"),
    "party.record_standing": _("Standing of a party recorded"),
    "party.rename": _("Name of a party recorded"),
    "line.give_lead": _("Lead of a line recorded"),
    "working_group.seat": _("Seat in a working group given"),
    "validity.change": _("Days or source put right"),
    "validity.strike": _("Taken back as entered by mistake"),
    "coalition.set_up": _("Set up from the coalition’s own file"),
    "coalition.open_to_public": _("Opened to the public"),
    "coalition.close": _("Closed to the public"),
    "user.add": _("Person added"),
    "user.choose_digests": _("Digests by mail chosen"),
    "user.choose_language": _("Language of mails chosen"),
    "invitation.make": _("Person invited"),
    "invitation.accept": _("Invitation accepted"),
    "invitation.withdraw": _("Invitation withdrawn"),
    "member.dismiss": _("Part in the coalition ended"),
    "member.reset_second_factor": _("Lost second step taken away"),
    "sign_in.end": _("Signed out in one place"),
    "sign_in.end_all": _("Signed out everywhere"),
    "sign_in.clear_expired": _("Sign-ins that are over cleared away"),
    "sighting.note": _("Noted who has seen it"),
    "token.make": _("Token for a program made"),
    "token.withdraw": _("Token for a program withdrawn"),
    "calendar_address.make": _("Private address of a calendar made"),
    "calendar_address.withdraw": _("Private address of a calendar withdrawn"),
    "search.renew": _("Search made anew"),
    "ledger.seal": _("Entries sealed"),
}
FIELDS: dict[str, Promise] = {
    "title": _("Title"),
    "name": _("Name"),
    "kind": pgettext_lazy("a field of a record", "Kind"),
    "language": _("Language"),
    "issued_on": _("Issued on"),
    "earliest": _("Earliest day"),
    "latest": _("Latest day"),
    "given_date": _("Day that was given"),
    "given_by": _("Day given by"),
    "place": _("Place"),
    "source": _("Source"),
    "version": _("Version"),
    "number": _("Number"),
    "quote": _("Words"),
    "fact": _("What was read"),
    "text": _("Text"),
    "verb": _("Verb"),
    "status": _("Status"),
    "evidence": _("Evidence"),
    "by": pgettext_lazy("a field of a record: who did it", "By"),
    "at": pgettext_lazy("a field of a record: when it was done", "When"),
    "verdict": _("Decision"),
    "decision": _("Decision"),
    "anchor": _("Place"),
    "statuschange": _("Status"),
    "calendarentry": _("Calendar that announced it"),
    "comment": _("Comment"),
    "note": _("Remark"),
    "party": _("Partner"),
    "actors": _("Who"),
    "addressees": _("Addressees"),
    "hosts": _("Host"),
    "line": _("Line of effort"),
    "lines": _("Lines of effort"),
    "due_words": _("Due, in the text’s words"),
    "due_on": _("Due"),
    "aim": _("Aim"),
    "renews": _("Renews"),
    "summary": _("What is given"),
    "stage": pgettext_lazy("of a contribution", "Stage"),
    "stage_on": _("Day of this stage"),
    "amount": _("Amount"),
    "currency": _("Currency"),
    "quantity": pgettext_lazy("a field of a record", "Quantity"),
    "unit": _("Unit"),
    "first": _("First day"),
    "last": _("Last day"),
    "start": _("Begins"),
    "end": _("Ends"),
    "caveat": _("National caveat"),
    "day": _("Day"),
    "part_of": _("Request for assistance"),
    "needed_from": _("Needed from"),
    "needed_by": _("Needed by"),
    "priority": _("Priority"),
    "owner": _("Owner"),
    "release": pgettext_lazy("how far a record is released", "Release"),
    "in_force": _("In force"),
    "merged_into": _("Merged into"),
    "said_by": _("Said by"),
    "since": _("First day"),
    "until": _("Last day"),
    "end_said_by": _("Its end said by"),
    "standing": pgettext_lazy("how a party stands to the coalition", "Standing"),
    "short": _("Short form"),
    "partystanding": pgettext_lazy("how a party stands to the coalition", "Standing"),
    "partyname": _("Name"),
    "linelead": pgettext_lazy("who leads a line of effort", "Lead"),
    "workinggroupseat": _("Seat in the working group"),
    "date": _("Day"),
    "body": _("Body"),
    "series": _("Series"),
    "attendance": _("Attendance"),
    "finding": pgettext_lazy("a field of a record", "Finding"),
    "ordinal": _("Place in the order"),
    "organisation": _("Organisation"),
    "person": pgettext_lazy("who comes to a meeting", "Name"),
    "minutes": _("Minutes"),
    "speaker": _("Speaker"),
    "why": _("Why it is left out"),
    "meeting": _("Meeting"),
    "item": _("Agenda item"),
    "minute": pgettext_lazy("of meetings", "Minutes"),
    "conclusion": pgettext_lazy("of a meeting", "Decision"),
    "action": _("Action point"),
    "followup": _("Follow-up"),
    "responsible": pgettext_lazy("of an action point", "Owner"),
    "verifier": pgettext_lazy("of an action point", "Verified by"),
    "said": pgettext_lazy("of an action point", "What was said"),
    "link": _("Address of the evidence"),
    "reservation": _("Reservation"),
    "paragraph": pgettext_lazy("of a statement", "Paragraph"),
    "itemrecord": _("Record that it is about"),
    "edition": _("Edition"),
    "benchmark": _("Benchmark"),
    "indicator": _("Indicator"),
    "baseline": _("Baseline"),
    "baseline_on": _("Day of the baseline"),
    "target": pgettext_lazy("a figure to be reached", "Target"),
    "target_on": _("Day of the target"),
    "value": _("Value"),
    "opens": _("Opens"),
    "closes": _("Closes"),
    "zone": _("Time zone"),
    "room": pgettext_lazy("where a meeting sits", "Room"),
    "reason": _("Reason"),
    "window": _("Reporting window"),
    "commitment": _("Commitment"),
    "stand": _("How it stands"),
    "full": pgettext_lazy("of compliance", "Full"),
    "partial": pgettext_lazy("of compliance", "Partial"),
    "none": pgettext_lazy("of compliance", "None"),
    "report": _("Progress report"),
    "report_edition": _("Edition of the report"),
    "reporter": _("Reported by"),
    "guideline": _("Interpretive guideline"),
    "mark": pgettext_lazy("+1, 0 or -1", "Mark"),
    "reasons": _("Reasons"),
    "assessor_party": _("Assessor’s partner"),
    "paper": _("Paper"),
    "size": pgettext_lazy("of a file", "Size"),
    "media_type": _("Form of the file"),
    "file": _("Calendar file"),
    "uid": _("Name in the calendar (UID)"),
    "sequence": _("Edition in the calendar"),
    "original": _("Original"),
    "data": _("Original"),
    "taken_in_by": _("Taken in by"),
    "taken_in_at": _("Taken in on"),
    "statement": _("Statement"),
    "how": _("How it was found"),
    "code": _("Code"),
    "key": pgettext_lazy("what an instrument is called by", "Short name"),
    "role": pgettext_lazy("a field of a record", "Role"),
    "instrument": _("Instrument"),
    "citation": _("Citation"),
    "relation": pgettext_lazy("how a text stands to an instrument", "Relation"),
    "participation": _("Participant"),
    "by_issuers": _("By all issuers"),
    "marks": _("What makes it checkable"),
    "earlier": _("Earlier commitment"),
    "renewal": _("Renewal"),
    "overlap": _("Words in common"),
    "recurring": _("Returns"),
    "after": _("Counted from the meeting"),
    "counted_from": _("Counted from"),
    "due": _("Due"),
    "met_on": _("Met on"),
    "late": _("Days too late"),
    "reread_at": _("No longer follows since"),
    "days": _("Days"),
    "months": _("Months"),
    "linemention": _("Line of effort"),
    "obligation": _("Obligation"),
    "noun": pgettext_lazy("a field of a record", "Kind"),
}
# Fields that hold a term of the register.
_TERMS = (
    *(
        "status",
        "stand",
        "aim",
        "verdict",
        "kind",
        "stage",
        "reason",
        "priority",
        "series",
        "said_by",
        "said",
        "role",
        "fact",
        "relation",
    ),
)
_RELEASES: dict[str, Promise] = {
    "owner only": _("its owner only"),
    "named partners": _("partners by name"),
    "working group": _("a line’s working group"),
    "coalition": _("the coalition"),
    "public": _("the public"),
}


def action(name: str) -> str:
    """Say what was done; by its name what another version of the program did and this one does not know."""
    return str(ACTIONS.get(name, name))


def field(name: str) -> str:
    """Name a field; one without words of its own as the register calls it."""
    return str(FIELDS.get(name, name.replace("_", " ")))


def said(value: Value, name: str) -> str:
    """Say what stands in a field; a dash for nothing."""
    if value is None or value == ():
        return "–"
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    if isinstance(value, datetime):
        return full_day(timezone.localtime(value).date())
    if isinstance(value, date):
        return full_day(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, tuple):
        if name == "marks":
            return mark_names(value)  # type: ignore[arg-type]  # of marks there are only names
        return listed(party_name(one) if isinstance(one, PartyRef) else word(one) for one in value)
    if isinstance(value, Decimal):
        return figure(value)
    if isinstance(value, PartyRef):
        return party_name(value)
    if name == "standing":
        return str(STANDINGS.get(str(value)) or ANCHORED.get(str(value)) or value)
    if name == "how":
        return str(HOW.get(str(value)) or value)
    if name == "language":
        return language_name(str(value))
    if name == "unit":
        return unit_name(str(value))
    if name == "release":
        return str(_RELEASES.get(str(value), value))
    return word(value) if name in _TERMS else str(value)


def plain(text: str) -> str:
    """Say a day, a party's code or a term that stands alone; anything else as it is."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return full_day(date.fromisoformat(text))
    return party_called(word(text))
