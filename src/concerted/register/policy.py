"""The one declaration of who sees and who keeps which rows: an entry for each noun.

From an entry follow the filter of every query (``Model.objects.visible_to``), PostgreSQL's row-level security
(``row_security``), what the ledger keeps of a row and for whom (``triggers``), and what stands on which page. A new
noun costs one entry; a model or a field without one fails the tests. Rules that need no other noun's row stand in
``row_rules``, those that climb to others in ``record_rules``.
"""

from __future__ import annotations

from concerted.register.record_rules import (
    DECLARED,
    About,
    Assessed,
    Entries,
    Found,
    Owned,
    Questions,
    Right,
    Within,
    right,
)
from concerted.register.row_rules import (
    Frame,
    Memberships,
    Open,
    Own,
    People,
    Readers,
    Releases,
    Rereleases,
    Sightings,
    Standings,
    Tallies,
    Workshop,
)

__all__ = ["POLICY", "Entries", "Owned", "Questions", "Within", "right"]

_OWN = "id coalition owner release edition"
_RECORD = f"{_OWN} finding"
_DATED = "since until said_by end_said_by edition"
_ACT = f"{_RECORD} merged_into text verb by_issuers actors lines due_words due_on"
_GIVEN = f"{_RECORD} merged_into party line kind stage stage_on summary amount currency quantity unit"
POLICY: dict[str, Right] = {
    "Coalition": Right(Frame("pk"), "id slug name is_open"),
    "LineOfEffort": Right(Frame(), "id coalition number title"),
    "Party": Right(Frame(), "id coalition code name names standings"),
    "PartyStanding": Right(Standings(), f"id coalition party standing {_DATED}", "in_force", in_force=True),
    "PartyName": Right(Frame(), f"id coalition party language name short {_DATED}", "in_force", in_force=True),
    "Cadence": Right(Frame(), f"id coalition series days quote {_DATED}", "in_force", in_force=True),
    "LineLead": Right(Frame(), f"id coalition line party {_DATED}", "in_force", in_force=True),
    "WorkingGroupSeat": Right(Frame(), f"id coalition line party {_DATED}", "in_force", in_force=True),
    "Release": Right(Releases(), "id coalition kind line owner parties", "key"),
    "Membership": Right(Memberships(), "id user coalition role party organisation line"),
    # Likewise whoever holds a link, before there is an account that asks.
    "Invitation": Right(
        Memberships("accepted_by"),
        "id coalition email name role party organisation line by at expires_at accepted_by accepted_at withdrawn_by"
        " withdrawn_at",
        "digest",
        unkept=frozenset({"digest"}),
        secured=False,
    ),
    # The entrance must find a person before it knows who asks, so that the database cannot narrow this table.
    "User": Right(
        People(),
        "id username name",
        "email language digests password is_active last_login joined_at",
        unkept=frozenset({"password", "last_login"}),
        secured=False,
    ),
    # Likewise whoever shows a token. What a token was used for, the ledger says of what was done.
    "Token": Right(
        Own(),
        "id user name scopes coalition at expires_at withdrawn_at",
        "digest",
        unkept=frozenset({"digest"}),
        secured=False,
    ),
    "TokenUse": Right(Within("token"), "id token since count at", derived=True),
    "Reply": Right(Within("token"), "id token key digest status body location at", derived=True),
    # Likewise whoever asks for a calendar by its address.
    "CalendarAddress": Right(
        Own(),
        "id user coalition line series at withdrawn_at asked_at",
        "digest",
        unkept=frozenset({"digest", "asked_at"}),
        secured=False,
    ),
    "Statement": Right(
        Owned(),
        "id coalition owner release edition title kind language issued_on earliest latest given_date given_by place"
        " source media_type sha256 text version taken_in_by taken_in_at",
        "record",
        members="taken_in_by given_by",
        # Its versions keep every text.
        unkept=frozenset({"text"}),
    ),
    "Original": Right(Within("statement"), "id statement version data", unkept=frozenset({"data"})),
    "Version": Right(
        Within("statement"),
        "id statement number text sha256 media_type source by at",
        "words_sha256 sketch",
        members="by",
        unkept=frozenset({"sketch"}),
    ),
    "Finding": Right(Within("statement"), "id statement version ordinal fact kind start end quote proposal confidence"),
    "Decision": Right(Within("finding"), "id finding previous verdict corrected by at comment", members="by comment"),
    "Anchor": Right(
        Within("finding"),
        "id finding version standing start end quote confidence how turned candidates proposal corrected after by at"
        " note",
        members="by note",
    ),
    "Participation": Right(Owned("finding"), f"{_RECORD} statement party role name note", "in_force", in_force=True),
    "LineMention": Right(Owned("finding"), f"{_RECORD} line title", "in_force", in_force=True),
    "Commitment": Right(Owned("finding"), f"{_ACT} renews status aim targets marks", "in_force", in_force=True),
    "Call": Right(Owned("finding"), f"{_ACT} addressees", "in_force", in_force=True),
    "Renewal": Right(Within("later"), "id later earlier overlap"),
    "StatusChange": Right(Within("commitment"), "id commitment status by at evidence", members="by evidence"),
    "Contribution": Right(
        Owned("finding"),
        f"{_GIVEN} first last caveat source",
        "in_force",
        in_force=True,
    ),
    "Request": Right(Owned(), f"{_OWN} party title text day source", "in_force", in_force=True),
    "Requirement": Right(
        Owned(),
        f"{_OWN} party part_of line kind summary amount currency quantity unit place needed_from needed_by priority"
        " status source",
        "in_force",
        in_force=True,
    ),
    "Clarification": Right(
        Questions(),
        "id coalition party contribution line text by at answer answered_by answered_at",
        "in_force",
        in_force=True,
    ),
    "Instrument": Right(Owned(), "id coalition owner release edition merged_into key title date body said_by"),
    "Citation": Right(Owned("finding"), f"{_RECORD} instrument relation", "in_force", in_force=True),
    "Meeting": Right(
        Owned("finding"),
        f"{_RECORD} merged_into said_by name status start end zone opens closes place room hosts line series attendance"
        " note reason",
        "in_force",
        in_force=True,
    ),
    "Obligation": Right(Owned("finding"), f"{_RECORD} series recurring date days months", "in_force", in_force=True),
    # As far as the rule and the meetings that it rests on are released.
    "Breach": Right(
        About("obligation after meeting"),
        "id coalition owner release obligation series after counted_from due meeting met_on late by at reread_at",
        members="by",
    ),
    "Benchmark": Right(
        Owned(),
        "id coalition owner release edition line party title indicator unit baseline baseline_on target target_on"
        " source",
        "in_force",
        in_force=True,
    ),
    "Measurement": Right(
        About("benchmark"),
        "id coalition owner release edition benchmark first last value source",
        "in_force",
        in_force=True,
    ),
    "CalendarEntry": Right(Within("meeting"), "id meeting uid sequence file", members="uid file"),
    "Delegate": Right(
        About("meeting"),
        "id coalition owner release edition meeting party organisation person role status note",
        "in_force",
        in_force=True,
    ),
    "Paper": Right(
        About("meeting"),
        "id coalition owner release edition meeting item title note status why",
        "in_force",
        in_force=True,
    ),
    "PaperFile": Right(
        Within("paper"),
        "id paper version name media_type size sha256 data by at",
        members="by",
        unkept=frozenset({"data"}),
    ),
    "Item": Right(
        About("meeting"),
        "id coalition owner release edition meeting line ordinal title minutes speaker room note status why reason",
        "in_force",
        in_force=True,
    ),
    "ItemRecord": Right(Within("item"), "id item noun number edition"),
    "Minute": Right(About("meeting"), f"{_OWN} meeting item text", "in_force", in_force=True),
    "Conclusion": Right(About("meeting"), f"{_OWN} meeting item ordinal text", "in_force", in_force=True),
    "Action": Right(
        About("meeting"),
        f"{_OWN} meeting item line text responsible verifier due status",
        "in_force",
        in_force=True,
    ),
    "FollowUp": Right(Within("action"), "id action said text link by party at", members="by"),
    "Reservation": Right(
        About("statement conclusion"),
        f"{_OWN} party statement paragraph conclusion text since until",
        "in_force",
        in_force=True,
    ),
    "Window": Right(
        Owned(),
        "id coalition owner release edition title first last opens closes lines",
        "in_force",
        in_force=True,
    ),
    "Guideline": Right(
        About("commitment"),
        "id coalition owner release edition commitment full partial none by at",
        "in_force",
        members="by",
        in_force=True,
    ),
    "Report": Right(
        About("commitment window"),
        "id coalition owner release edition window commitment party stand text evidence by at",
        "in_force",
        members="by",
        in_force=True,
    ),
    "Assessment": Right(
        Assessed("report commitment guideline"),
        "id coalition owner release edition commitment party report report_edition guideline mark reasons evidence by"
        " assessor_party reporter at",
        "report_digest in_force",
        members="by assessor_party reporter",
        in_force=True,
    ),
    "Reminder": Right(Memberships("user"), "id coalition window user party stage owed at"),
    # Auditors read whom it warned; the series is told by those meetings that they see.
    "ClockNotice": Right(
        Memberships("user"), "id coalition user series due stage at", unkept=frozenset({"series", "due"})
    ),
    "DigestSent": Right(Memberships("user"), "id coalition user week at"),
    "Publication": Right(
        Owned(),
        "id coalition owner release edition currency figures by at",
        "in_force",
        members="by",
        in_force=True,
    ),
    # The coalition's own, released by name to the partner whose packs they are.
    "PackKey": Right(
        Owned(), "id coalition owner release party register key courier since until by at", members="courier by"
    ),
    "Pack": Right(
        Owned(),
        "id coalition owner release party outward other sha256 made_at entries records done added changed withdrawn"
        " held by at",
        members="by",
    ),
    "PackFile": Right(Within("pack"), "id pack", "data", derived=True),
    # The partner's own. What the ledger keeps of a record that came tells the rest.
    "Carried": Right(Owned(), "id coalition owner release other noun origin number record edition state", derived=True),
    "Held": Right(
        Owned(),
        "id coalition owner release pack noun origin number record change why decision by at",
        members="by",
    ),
    # What a partner has released to fewer since would stay in the ledger for all who read it then.
    "PublicationBasis": Right(
        Readers(), "id publication coalition release reasons", "cells", unkept=frozenset({"cells"})
    ),
    "Import": Right(
        Workshop(),
        "id coalition owner noun by at name sha256 sheet profile reach state decimals days rows compared written",
        "epoch columns habits repeated",
        # How far it has come follows from what it wrote.
        unkept=frozenset({"columns", "habits", "repeated", "rows", "compared", "written"}),
    ),
    "ImportPart": Right(
        Within("of"),
        "id of first size compared written added changed unchanged held refused marked",
        "data",
        derived=True,
    ),
    "ImportFinding": Right(Within("of"), "id of place row column tier trouble found expected", derived=True),
    "ImportDecision": Right(Within("of"), "id of place row choice by at", members="by"),
    "ImportedRow": Right(Within("of"), "id of place row noun record added key says edition", derived=True),
    "SearchEntry": Right(
        Found("statement"), "id coalition owner release noun key title body statement start", "words", derived=True
    ),
    # Reading is no change: the ledger makes no entry of it.
    "Sighting": Right(Sightings(), "id coalition owner noun record user party at", derived=True),
    "Entry": Right(
        Entries(),
        "id act at by action noun record root_noun root coalition owner release before after salt",
        members="by",
        derived=True,
    ),
    "Leaf": Right(Open(), "index entry hash", derived=True),
    "Tile": Right(Open(), "id level index hash", derived=True),
    "Checkpoint": Right(Open(), "size note at", derived=True),
    "Rerelease": Right(Rereleases(), "id noun record coalition owner release", derived=True),
    "Tally": Right(
        Tallies(),
        "id noun coalition owner release is_frame within_owner within_release party line kind status currency count"
        " hundredths keys last cell",
        derived=True,
    ),
    "Context": Right(Open(), "id act at by action", derived=True),
}
DECLARED.update(POLICY)
