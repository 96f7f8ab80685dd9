"""Whatever a page shows or does, an operation does too, for whom the page opens; or the table says why none."""

from __future__ import annotations

from concerted.api.interface import INTERFACE
from concerted.api.operation import DECLARED
from concerted.api.rights import OPERATIONS
from concerted.register.access import Permission
from concerted.register.nouns import NOUNS
from concerted.register.opening import Opens
from concerted.web.kept_words import WORDS
from concerted.web.page_rights import PAGES

# By the name of the page's address: the operations that show what it shows and do what its forms do.
SAME: dict[str, tuple[str, ...]] = {
    "home": ("coalitions", "coalition"),
    "board": ("board", "head", "scores"),
    "statements": ("statements", "take_in"),
    "statement": ("statement", "finding"),
    "original": ("original",),
    "give-day": ("give_day",),
    "correct-text": ("preview_correction", "correct_text"),
    "version": ("version",),
    "version-original": ("version_original",),
    "export": ("export",),
    "compare": ("comparison_choice",),
    "comparison": ("comparison",),
    "accept-all": ("accept_all",),
    "correct": ("correct",),
    "decide": ("decide",),
    "commitments": ("commitments",),
    "commitment": ("commitment", "change_status"),
    "partners": ("partners",),
    "partner": ("partner", "scores"),
    "lines": ("lines",),
    "line": ("line", "scores"),
    "give-seat": ("seat",),
    "give-lead": ("give_lead",),
    "change-dated": ("dated", "change_dated", "strike_dated"),
    "add-partner": ("record_standing",),
    "party-standing": ("record_standing",),
    "party-names": ("rename",),
    "windows": ("windows", "owed"),
    "window": ("window",),
    "add-window": ("add_window",),
    "change-window": ("change_window",),
    "withdraw-window": ("withdraw_window",),
    "guideline": ("guideline",),
    "write-guideline": ("write_guideline",),
    "assess": ("assess",),
    "assessments": ("assessments",),
    "assessment": ("assessment",),
    "withdraw-assessment": ("withdraw_assessment",),
    "scores": ("scores", "commitment_progress", "report_page", "benchmark_way"),
    "requirement-changes": ("changes",),
    "contributions": ("contribution_rows", "contribution_sums"),
    "contribution": ("contribution_page",),
    "add-contribution": ("contribution_choice", "add_contribution"),
    "change-contribution": ("contribution", "change_contribution"),
    "withdraw-contribution": ("withdraw_contribution",),
    "clarifications": ("clarifications",),
    "clarification": ("clarification", "answer"),
    "ask": ("clarification_choice", "ask"),
    "withdraw-clarification": ("withdraw_clarification",),
    "totals": ("totals",),
    "publication": ("publication",),
    "publish-totals": ("totals_preview", "publish_totals"),
    "withdraw-publication": ("withdraw_publication",),
    "clock": ("clock",),
    "meetings": ("meetings",),
    "meeting": ("meeting", "hold"),
    "schedule-meeting": ("meeting_choice", "overlaps", "schedule"),
    "change-meeting": ("meeting_choice", "change_meeting"),
    "set-rule": ("set_rule",),
    "import-meetings": ("propose_meetings", "take_over_meetings"),
    "cancel-meeting": ("cancel_meeting",),
    "calendars": ("calendar_addresses", "make_calendar_address", "calendar"),
    "withdraw-calendar": ("withdraw_calendar_address",),
    "agenda": ("agenda",),
    "timetable": ("agenda",),
    "seating": ("seating",),
    "upload-paper": ("file_paper",),
    "paper-file": ("paper_file",),
    "seating-table": ("seating",),
    "draft-agenda": ("draft_agenda",),
    "move-item": ("move_item",),
    "leave-out-item": ("leave_out_item",),
    "meeting-minutes": ("meeting_minutes",),
    "newer-minutes": ("meeting_minutes",),
    "meeting-report": ("meeting_report",),
    "draft-statement": ("draft_statement",),
    "draft-statement-file": ("draft_statement_file",),
    "say-done": ("say_action_done",),
    "verify-action": ("verify_action",),
    "instruments": ("instruments",),
    "instrument": ("instrument",),
    "history": ("history",),
    "ledger": ("ledger",),
    "ledger-checkpoint": ("ledger_checkpoint",),
    "ledger-bundle": ("ledger_bundle",),
    "ledger-entry": ("ledger_entry",),
    "ledger-entry-bundle": ("ledger_entry_bundle",),
    "ledger-leaves": ("ledger_leaves",),
    "ledger-every-leaf": ("ledger_every_leaf",),
    "people": ("people", "invite"),
    "dismiss": ("dismiss",),
    "reset": ("reset_second_factor",),
    "withdraw-invitation": ("withdraw_invitation",),
    "review": ("review",),
    "orphans": ("orphaned",),
    "place": ("place_orphan",),
    "withdraw": ("withdraw_orphan",),
    "merge": ("merger", "merge"),
    "split": ("split",),
    "search": ("search",),
    "roles": ("roles",),
    "open": ("open_to_public", "close_to_public"),
    "release": ("release", "difference", "release_record"),
    "sheets": ("import_sheet",),
    "export-sheet": ("export_sheet",),
    "imports": ("imports",),
    "import": ("import_page", "import_rows"),
    "import-findings": ("import_findings",),
    "go-on": ("go_on",),
    "decide-import": ("write_import", "abandon_import", "say_how", "decide_rows"),
    "packs": ("packs", "import_pack"),
    "pack": ("pack",),
    "go-on-pack": ("go_on_pack",),
    "export-pack": ("export_pack",),
    "held": ("held", "decide_held"),
}
# Pages of one's own account: no program signs in for a person.
NONE = {
    "account_tokens": "a token makes no tokens: a person does",
    "account_withdraw_token": "one's own list; a token withdraws itself (withdraw_token)",
}
# Of no page: the entrance, and a token's own end.
OWN = {"document", "me", "withdraw_token"}


def kept() -> dict[str, tuple[str, ...]]:
    """The pages that are made of a noun's columns."""
    found: dict[str, tuple[str, ...]] = {}
    for name in WORDS:
        found |= {NOUNS[name].plural: (NOUNS[name].plural,), name: (name,)}
        found |= {f"{deed}-{name}": (f"{deed}_{name}",) for deed in ("add", "change", "withdraw")}
    return found


def named() -> set[str]:
    return {one.name for methods in DECLARED.values() for one in methods.values()}


def test_every_operation_has_its_right_and_none_is_idle() -> None:
    assert INTERFACE.title == "Concerted"
    assert named() == set(OPERATIONS)


def test_every_page_has_its_operations_or_the_reason_why_none() -> None:
    pages = {name.removeprefix("web:") for name in PAGES if name.startswith("web:")}
    without = {name.removeprefix("web:") for name in NONE}
    assert pages - set(SAME | kept()) - without == set(), "say here which operations do what the page does"
    assert set(SAME) - pages == set()
    assert {one for each in (SAME | kept()).values() for one in each} <= named()
    assert set(NONE) <= set(PAGES)


def test_an_operation_opens_to_nobody_to_whom_its_page_does_not() -> None:
    wider = []
    for page, operations in (SAME | kept()).items():
        for name in operations:
            page_right, right = PAGES[f"web:{page}"], OPERATIONS[name].opens
            # A record to be changed is read first, by whoever sees it.
            if right == page_right or page in ("home", "change-contribution", "change-dated"):
                continue
            narrower = page_right is Opens.PUBLIC or (page_right is Opens.MEMBERS and right is not Opens.PUBLIC)
            within = isinstance(right, tuple) and isinstance(page_right, tuple) and set(right) <= set(page_right)
            if not (narrower or within):
                wider.append((page, name))
    assert wider == []


def test_every_change_needs_a_scope_of_its_own() -> None:
    for methods in DECLARED.values():
        for one in methods.values():
            scope = OPERATIONS[one.name].scope
            asked_only = one.name in {"difference", "withdraw_token"}
            assert (scope == "read") == (not one.writes or asked_only), one.name
    assert Permission.MEMBER_ADD in OPERATIONS["invite"].opens
