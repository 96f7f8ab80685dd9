"""The one table of who may call which operation, and under which scope of a token.

An operation without an entry answers 404 and fails a test. What it shows is narrowed once more, row by row, by
``register.policy``; what it does is the actions' to allow.
"""

from __future__ import annotations

from dataclasses import dataclass

from concerted.register.access import Permission
from concerted.register.nouns import NOUNS
from concerted.register.opening import Opens, Right, keeping
from concerted.register.scopes import READ, write


@dataclass(frozen=True, slots=True)
class Opening:
    """For whom an operation opens, and the scope that a token needs for it."""

    opens: Right
    scope: str = READ


_READ: dict[str, Right] = {
    "document": Opens.ENTRANCE,
    "me": Opens.SIGNED_IN,
    "coalitions": Opens.PUBLIC,
    "coalition": Opens.PUBLIC,
    "board": Opens.PUBLIC,
    "head": Opens.PUBLIC,
    "roles": Opens.MEMBERS,
    "statements": Opens.PUBLIC,
    "statement": Opens.PUBLIC,
    # The file as it came in may hold more than its words, such as who wrote it.
    "original": Opens.MEMBERS,
    "version": Opens.MEMBERS,
    "version_original": Opens.MEMBERS,
    "export": Opens.PUBLIC,
    "comparison_choice": Opens.PUBLIC,
    "comparison": Opens.PUBLIC,
    "review": Opens.MEMBERS,
    "finding": Opens.PUBLIC,
    "orphaned": Opens.MEMBERS,
    "commitments": Opens.PUBLIC,
    "commitment": Opens.PUBLIC,
    "partners": Opens.PUBLIC,
    "partner": Opens.PUBLIC,
    "lines": Opens.PUBLIC,
    "line": Opens.PUBLIC,
    "dated": Opens.PUBLIC,
    "contribution_rows": Opens.PUBLIC,
    "contribution_sums": Opens.PUBLIC,
    "contribution_page": Opens.PUBLIC,
    "contribution_choice": (Permission.RECORD_KEEP,),
    "clarifications": Opens.MEMBERS,
    "clarification": Opens.MEMBERS,
    "clarification_choice": (Permission.CLARIFICATION_ASK,),
    "totals": Opens.PUBLIC,
    "publication": Opens.PUBLIC,
    "totals_preview": (Permission.TOTALS_PUBLISH,),
    "clock": Opens.PUBLIC,
    "meetings": Opens.PUBLIC,
    "meeting": Opens.PUBLIC,
    "meeting_choice": (Permission.MEETING_KEEP,),
    "overlaps": (Permission.MEETING_KEEP,),
    "calendar_addresses": Opens.MEMBERS,
    "calendar": Opens.MEMBERS,
    "agenda": Opens.MEMBERS,
    "seating": Opens.MEMBERS,
    "meeting_minutes": Opens.MEMBERS,
    "meeting_report": Opens.MEMBERS,
    "draft_statement": Opens.MEMBERS,
    "draft_statement_file": Opens.MEMBERS,
    "reservation_rows": Opens.PUBLIC,
    "paper_files": Opens.MEMBERS,
    "paper_file": Opens.MEMBERS,
    "late_actions": Opens.PUBLIC,
    "action_follow_up": Opens.PUBLIC,
    "instruments": Opens.PUBLIC,
    "instrument": Opens.PUBLIC,
    "release": (Permission.RECORD_RELEASE,),
    # Changes nothing, though it is asked with a body.
    "difference": (Permission.RECORD_RELEASE,),
    "merger": (Permission.RECORD_MERGE, Permission.RECORD_KEEP),
    "search": Opens.PUBLIC,
    "windows": Opens.PUBLIC,
    "window": Opens.PUBLIC,
    "owed": Opens.MEMBERS,
    "report_page": Opens.PUBLIC,
    "commitment_progress": Opens.PUBLIC,
    "guideline": Opens.PUBLIC,
    "assessments": Opens.PUBLIC,
    "assessment": Opens.PUBLIC,
    "scores": Opens.PUBLIC,
    "benchmark_way": Opens.PUBLIC,
    "changes": Opens.PUBLIC,
    # The ledger says by name who did what.
    "history": Opens.MEMBERS,
    "ledger": Opens.MEMBERS,
    "ledger_checkpoint": Opens.MEMBERS,
    "ledger_bundle": Opens.MEMBERS,
    "ledger_entry": Opens.MEMBERS,
    "ledger_entry_bundle": Opens.MEMBERS,
    "ledger_leaves": (Permission.LEDGER_AUDIT,),
    "ledger_every_leaf": (Permission.LEDGER_AUDIT,),
    "people": (Permission.MEMBER_ADD, Permission.LEDGER_AUDIT),
    "export_sheet": Opens.MEMBERS,
    # Whose own an import is, its rows say.
    "imports": Opens.MEMBERS,
    "import_page": Opens.MEMBERS,
    "import_rows": Opens.MEMBERS,
    "import_findings": Opens.MEMBERS,
    "packs": (Permission.PACK_TRUST, Permission.PACK_IMPORT),
    "pack": (Permission.PACK_TRUST, Permission.PACK_IMPORT),
    "held": (Permission.RECORD_KEEP,),
}
_WRITTEN: dict[str, Opening] = {
    "withdraw_token": Opening(Opens.SIGNED_IN),
    "add_window": Opening((Permission.WINDOW_KEEP,), write("window")),
    "change_window": Opening((Permission.WINDOW_KEEP,), write("window")),
    "withdraw_window": Opening((Permission.WINDOW_KEEP,), write("window")),
    "write_guideline": Opening((Permission.COMMITMENT_ASSESS,), write("assessment")),
    "assess": Opening((Permission.COMMITMENT_ASSESS,), write("assessment")),
    "withdraw_assessment": Opening((Permission.COMMITMENT_ASSESS,), write("assessment")),
    "take_in": Opening((Permission.STATEMENT_TAKE_IN,), write("statement")),
    "give_day": Opening((Permission.STATEMENT_TAKE_IN,), write("statement")),
    "preview_correction": Opening((Permission.STATEMENT_TAKE_IN,), write("statement")),
    "correct_text": Opening((Permission.STATEMENT_TAKE_IN,), write("statement")),
    "decide": Opening((Permission.FINDING_DECIDE,), write("finding")),
    "correct": Opening((Permission.FINDING_DECIDE,), write("finding")),
    "accept_all": Opening((Permission.FINDING_DECIDE,), write("finding")),
    "place_orphan": Opening((Permission.FINDING_DECIDE,), write("finding")),
    "withdraw_orphan": Opening((Permission.FINDING_DECIDE,), write("finding")),
    # Whose promise it is decides; the action knows.
    "change_status": Opening(Opens.MEMBERS, write("commitment")),
    "ask": Opening((Permission.CLARIFICATION_ASK,), write("clarification")),
    "answer": Opening((Permission.RECORD_KEEP,), write("clarification")),
    "withdraw_clarification": Opening((Permission.CLARIFICATION_ASK,), write("clarification")),
    "publish_totals": Opening((Permission.TOTALS_PUBLISH,), write("totals")),
    "withdraw_publication": Opening((Permission.TOTALS_PUBLISH,), write("totals")),
    "draft_agenda": Opening((Permission.MEETING_KEEP,), write("meeting")),
    "say_action_done": Opening((Permission.RECORD_KEEP,), write("action")),
    "verify_action": Opening((Permission.RECORD_KEEP,), write("action")),
    "file_paper": Opening((Permission.RECORD_KEEP,), write("paper")),
    "move_item": Opening((Permission.RECORD_KEEP,), write("item")),
    "leave_out_item": Opening((Permission.RECORD_KEEP,), write("item")),
    "hold": Opening((Permission.MEETING_KEEP,), write("meeting")),
    "schedule": Opening((Permission.MEETING_KEEP,), write("meeting")),
    "change_meeting": Opening((Permission.MEETING_KEEP,), write("meeting")),
    "propose_meetings": Opening((Permission.MEETING_KEEP,), write("meeting")),
    "take_over_meetings": Opening((Permission.MEETING_KEEP,), write("meeting")),
    "cancel_meeting": Opening((Permission.MEETING_KEEP,), write("meeting")),
    "make_calendar_address": Opening(Opens.MEMBERS, write("calendar")),
    "withdraw_calendar_address": Opening(Opens.MEMBERS, write("calendar")),
    "release_record": Opening((Permission.RECORD_RELEASE,), write("release")),
    "merge": Opening((Permission.RECORD_MERGE, Permission.RECORD_KEEP), write("merger")),
    "split": Opening((Permission.RECORD_MERGE, Permission.RECORD_KEEP), write("merger")),
    "seat": Opening((Permission.WORKING_GROUP_KEEP,), write("working group")),
    "give_lead": Opening((Permission.WORKING_GROUP_KEEP,), write("working group")),
    "set_rule": Opening((Permission.MEETING_KEEP,), write("meeting")),
    "change_dated": Opening((Permission.PARTY_KEEP, Permission.WORKING_GROUP_KEEP), write("party")),
    "strike_dated": Opening((Permission.PARTY_KEEP, Permission.WORKING_GROUP_KEEP), write("party")),
    "record_standing": Opening((Permission.PARTY_KEEP,), write("party")),
    "rename": Opening((Permission.PARTY_KEEP,), write("party")),
    "open_to_public": Opening((Permission.COALITION_OPEN,), write("coalition")),
    "close_to_public": Opening((Permission.COALITION_OPEN,), write("coalition")),
    "invite": Opening((Permission.MEMBER_ADD,), write("people")),
    "withdraw_invitation": Opening((Permission.MEMBER_ADD,), write("people")),
    "dismiss": Opening((Permission.MEMBER_ADD,), write("people")),
    "reset_second_factor": Opening((Permission.MEMBER_ADD,), write("people")),
    "import_sheet": Opening((Permission.RECORD_KEEP,), write("import")),
    "go_on": Opening((Permission.RECORD_KEEP,), write("import")),
    "say_how": Opening((Permission.RECORD_KEEP,), write("import")),
    "write_import": Opening((Permission.RECORD_KEEP,), write("import")),
    "abandon_import": Opening((Permission.RECORD_KEEP,), write("import")),
    "decide_rows": Opening((Permission.RECORD_KEEP,), write("import")),
    "import_pack": Opening((Permission.PACK_IMPORT,), write("pack")),
    "go_on_pack": Opening((Permission.PACK_IMPORT,), write("pack")),
    "export_pack": Opening((Permission.RECORD_KEEP,), write("pack")),
    "decide_held": Opening((Permission.RECORD_KEEP,), write("pack")),
}


def _kept() -> dict[str, Opening]:
    """Give the entries of the nouns that people keep: read by members, written by who keeps the record."""
    found: dict[str, Opening] = {}
    for noun in NOUNS.values():
        name, keeps = noun.name.replace(" ", "_"), Opening(keeping(noun), write(noun.name))
        found |= {noun.plural.replace(" ", "_"): Opening(Opens.MEMBERS), name: Opening(Opens.MEMBERS)}
        found |= {f"{deed}_{name}": keeps for deed in ("add", "change", "withdraw")}
    return found


OPERATIONS: dict[str, Opening] = {**{name: Opening(right) for name, right in _READ.items()}, **_WRITTEN, **_kept()}
