"""The one table of who may open which page, by the name of its address.

A page without an entry answers 404 and fails a test. What a page shows is narrowed once more, row by row, by
``register.policy``; what its forms do is the actions' to allow.
"""

from __future__ import annotations

from concerted.register.access import Permission
from concerted.register.nouns import NOUNS
from concerted.register.opening import Opens, Right, admits
from concerted.register.rows.references import CoalitionRef
from concerted.web.kept_words import WORDS

_ENTRANCE = (
    "set_language",
    "account_login",
    "account_logout",
    "account_invitation",
    "account_inactive",
    "account_signup",
    "account_email_verification_sent",
    "account_confirm_email",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    # Whoever has the address, which names its person.
    "calendar_feed",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "socialaccount_signup",
    "socialaccount_login_cancelled",
    "openid_connect_login",
    "openid_connect_callback",
)
_SIGNED_IN = (
    "web:home",
    "account",
    "account_reauthenticate",
    "account_email",
    "account_change_password",
    "account_set_password",
    "account_end_session",
    "account_end_sessions",
    "account_tokens",
    "account_withdraw_token",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn",
    "mfa_edit_webauthn",
    "usersessions_list",
    "socialaccount_connections",
    "socialaccount_login_error",
)
_COALITION: dict[str, Right] = {
    "board": Opens.PUBLIC,
    "statements": Opens.PUBLIC,
    "statement": Opens.PUBLIC,
    # The file as it came in may hold more than its words, such as who wrote it.
    "original": Opens.MEMBERS,
    "give-day": (Permission.STATEMENT_TAKE_IN,),
    "correct-text": (Permission.STATEMENT_TAKE_IN,),
    "version": Opens.MEMBERS,
    "version-original": Opens.MEMBERS,
    "export": Opens.PUBLIC,
    "compare": Opens.PUBLIC,
    "comparison": Opens.PUBLIC,
    "accept-all": (Permission.FINDING_DECIDE,),
    "correct": (Permission.FINDING_DECIDE,),
    "decide": (Permission.FINDING_DECIDE,),
    "commitments": Opens.PUBLIC,
    "commitment": Opens.PUBLIC,
    "guideline": Opens.PUBLIC,
    "write-guideline": (Permission.COMMITMENT_ASSESS,),
    "assess": (Permission.COMMITMENT_ASSESS,),
    "assessments": Opens.PUBLIC,
    "assessment": Opens.PUBLIC,
    "withdraw-assessment": (Permission.COMMITMENT_ASSESS,),
    "scores": Opens.PUBLIC,
    "windows": Opens.PUBLIC,
    "window": Opens.PUBLIC,
    "add-window": (Permission.WINDOW_KEEP,),
    "change-window": (Permission.WINDOW_KEEP,),
    "withdraw-window": (Permission.WINDOW_KEEP,),
    "partners": Opens.PUBLIC,
    "partner": Opens.PUBLIC,
    "lines": Opens.PUBLIC,
    "line": Opens.PUBLIC,
    # Who sees which question is for its rows; the public and observers see none.
    "clarifications": Opens.MEMBERS,
    "clarification": Opens.MEMBERS,
    "ask": (Permission.CLARIFICATION_ASK,),
    "withdraw-clarification": (Permission.CLARIFICATION_ASK,),
    "requirement-changes": Opens.PUBLIC,
    "totals": Opens.PUBLIC,
    "publication": Opens.PUBLIC,
    "publish-totals": (Permission.TOTALS_PUBLISH,),
    "withdraw-publication": (Permission.TOTALS_PUBLISH,),
    "clock": Opens.PUBLIC,
    "meetings": Opens.PUBLIC,
    "meeting": Opens.PUBLIC,
    "schedule-meeting": (Permission.MEETING_KEEP,),
    "import-meetings": (Permission.MEETING_KEEP,),
    "change-meeting": (Permission.MEETING_KEEP,),
    "cancel-meeting": (Permission.MEETING_KEEP,),
    # One's own, of what one sees.
    "calendars": Opens.MEMBERS,
    "withdraw-calendar": Opens.MEMBERS,
    "agenda": Opens.MEMBERS,
    "seating": Opens.MEMBERS,
    "seating-table": Opens.MEMBERS,
    "draft-agenda": (Permission.MEETING_KEEP,),
    "move-item": (Permission.RECORD_KEEP,),
    "leave-out-item": (Permission.RECORD_KEEP,),
    "instruments": Opens.PUBLIC,
    "instrument": Opens.PUBLIC,
    # The ledger says by name who did what.
    "history": Opens.MEMBERS,
    "ledger": Opens.MEMBERS,
    "ledger-checkpoint": Opens.MEMBERS,
    "ledger-bundle": Opens.MEMBERS,
    "ledger-entry": Opens.MEMBERS,
    "ledger-entry-bundle": Opens.MEMBERS,
    "ledger-leaves": (Permission.LEDGER_AUDIT,),
    "ledger-every-leaf": (Permission.LEDGER_AUDIT,),
    "people": (Permission.MEMBER_ADD, Permission.LEDGER_AUDIT),
    "dismiss": (Permission.MEMBER_ADD,),
    "reset": (Permission.MEMBER_ADD,),
    "withdraw-invitation": (Permission.MEMBER_ADD,),
    "review": Opens.MEMBERS,
    "orphans": Opens.MEMBERS,
    "place": (Permission.FINDING_DECIDE,),
    "withdraw": (Permission.FINDING_DECIDE,),
    "merge": (Permission.RECORD_MERGE, Permission.RECORD_KEEP),
    "split": (Permission.RECORD_MERGE, Permission.RECORD_KEEP),
    "search": Opens.PUBLIC,
    "add-partner": (Permission.PARTY_KEEP,),
    "party-standing": (Permission.PARTY_KEEP,),
    "party-names": (Permission.PARTY_KEEP,),
    "give-lead": (Permission.WORKING_GROUP_KEEP,),
    "give-seat": (Permission.WORKING_GROUP_KEEP,),
    # Of what it is the action asks the right.
    "change-dated": (Permission.PARTY_KEEP, Permission.WORKING_GROUP_KEEP),
    "set-rule": (Permission.MEETING_KEEP,),
    "open": (Permission.COALITION_OPEN,),
    "packs": (Permission.PACK_TRUST, Permission.PACK_IMPORT),
    "pack": (Permission.PACK_TRUST, Permission.PACK_IMPORT),
    "go-on-pack": (Permission.PACK_IMPORT,),
    "export-pack": (Permission.RECORD_KEEP,),
    "held": (Permission.RECORD_KEEP,),
    "roles": Opens.MEMBERS,
    "sheets": Opens.MEMBERS,
    "export-sheet": Opens.MEMBERS,
    # Whose own an import is, its rows say.
    "imports": Opens.MEMBERS,
    "import": Opens.MEMBERS,
    "import-findings": Opens.MEMBERS,
    "go-on": (Permission.RECORD_KEEP,),
    "decide-import": (Permission.RECORD_KEEP,),
    "release": (Permission.RECORD_RELEASE,),
}
_READ = [each for name in WORDS for each in (NOUNS[name].plural, name)]
_KEPT = [f"{deed}-{name}" for name in WORDS for deed in ("add", "change", "withdraw")]
PAGES: dict[str, Right] = {
    **dict.fromkeys(_ENTRANCE, Opens.ENTRANCE),
    **dict.fromkeys(_SIGNED_IN, Opens.SIGNED_IN),
    **{f"web:{name}": entry for name, entry in _COALITION.items()},
    **{f"web:{name}": Opens.PUBLIC for name in _READ},
    **{f"web:{name}": (Permission.RECORD_KEEP,) for name in _KEPT},
}


def opens(name: str, coalition: CoalitionRef) -> bool:
    """Tell whether a page of a coalition opens to a person who is in it, or to the public as which they came."""
    return admits(PAGES[name], coalition)
