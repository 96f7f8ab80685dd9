"""The questions that the register answers, each with frozen rows and never past a person's rights.

Every query takes the person who asks (``user``) and the coalition's slug; what the person may
not see does not exist for it (``NotFound``). ``today`` is handed in by the caller::

    coalitions(user)                                  tuple[CoalitionRef, ...]
    coalition(user, slug)                             CoalitionRef
    coalition_terms(user, slug)                       Coalition of concerted.terms, for reading; or None
    head(user, slug, today=)                          Head
    history(user, slug, noun, key, page=, on=)        HistoryPage
    board(user, slug, today=)                         Board
    changes(user, slug, noun, today=, since=, line=)  ChangesPage (of a noun that people keep)
    statements(user, slug)                            tuple[StatementRow, ...]
    statement(user, slug, id, version=)               StatementPage
    original(user, slug, id, version=)                Original (bytes, media type, file name)
    comparison_choice(user, slug, id)                 ComparisonChoice
    comparison(user, slug, first, second)             ComparisonPage
    export(user, slug, id)                            Export (record, text, decisions)
    finding(user, slug, id)                           FindingRow
    review(user, slug, limit=)                        ReviewQueue
    orphans(user, slug)                               OrphanQueue
    commitments(user, slug, today=, status=, line=, party=)   tuple[CommitmentRow, ...]
    commitments_after(user, slug, after, today=, size=)   tuple[CommitmentRow, ...], by their numbers
    commitment(user, slug, id, today=)                CommitmentPage
    partners(user, slug, on=)                         PartnersPage
    new_parties(user, slug)                           tuple[PartyRef, ...] (who may be brought in)
    office_choice(user, slug, number, today=)         OfficeChoice (who may lead a line, or sit in its group)
    dated(user, slug, noun, id)                       DatedPage (a standing, name, lead, seat or cadence)
    partner(user, slug, code, today=)                 PartnerPage
    lines(user, slug, today=)                         tuple[LineRow, ...]
    line(user, slug, number, today=)                  LinePage
    instruments(user, slug)                           tuple[InstrumentRow, ...]
    instrument(user, slug, id, today=)                InstrumentPage
    clock(user, slug, today=, series=, on=)           ClockPage
    calendar(user, slug, today=, line=, series=)      CalendarRows
    calendar_addresses(user, slug, at=)               CalendarAddresses (one's own)
    calendar_address(user, slug, id)                  CalendarAddressRow (one's own)
    meetings(user, slug)                              tuple[MeetingRow, ...]
    meeting(user, slug, id, today=)                   MeetingPage
    meeting_choice(user, slug)                        MeetingChoice
    overlaps(user, slug, sitting, besides=, room= ..) tuple[OverlapRow, ...]
    proposals(user, slug, announcements, register=)   tuple[Proposal, ...] (of meetings in a calendar file)
    agenda(user, slug, id)                            Agenda (of a meeting)
    paper_files(user, slug, id)                       tuple[PaperFileRow, ...]
    paper_file(user, slug, id, version)               Original (bytes, media type, file name)
    seating(user, slug, id, today=, language=, form=, first=)   Seating (of a meeting)
    minutes(user, slug, id)                           Minutes (of a meeting)
    draft_statement(user, slug, id, today=)           DraftStatement (of a meeting)
    reservations(user, slug, statement=, party=)      tuple[ReservationRow, ...]
    reservations_to(user, slug, statement=, start=)   tuple[ReservationRow, ...]
    action_points(user, slug, asked=, late_on=, ..)   KeptList
    late_actions(user, slug, today=)                  tuple[int, ...]
    open_actions(user, slug, line=, party=, meeting=) OpenActions
    action_follow_up(user, slug, id, today=)          ActionFollowUp
    clarifications(user, slug)                        tuple[ClarificationRow, ...]
    clarification(user, slug, id)                     ClarificationPage
    clarification_choice(user, slug, contribution=, party=)     ClarificationChoice
    contributions(user, slug, party=, line=, kind=, release=)   Contributions
    contributions_after(user, slug, after, size=)     tuple[ContributionRow, ...], by their numbers
    contribution(user, slug, id)                      ContributionPage
    contribution_choice(user, slug)                   ContributionChoice (what a new one may be)
    kept(user, slug, noun, after=)                    Iterator[KeptRow] (of a noun that people keep)
    kept_list(user, slug, noun, asked=, order=, page=)          KeptList (of any noun that people keep)
    kept_page(user, slug, noun, number)               KeptPage
    kept_choice(user, slug, noun)                     KeptChoice (what a new one may be)
    packs(user, slug)                                 PacksPage
    pack(user, slug, number)                          PackPage
    totals(user, slug)                                TotalsPage
    publication(user, slug, id)                       PublicationPage
    totals_preview(user, slug, currency)              TotalsPreview
    benchmarks_of(user, slug, line)                   Watched (the first of a line)
    benchmark_way(user, slug, id, today=)             BenchmarkWay (with what was measured)
    windows(user, slug, today=)                       Windows (for reports)
    window(user, slug, id, today=)                    WindowPage
    owed(user, slug, today=)                          tuple[OwedRow, ...] (what one's party has still to report on)
    report(user, slug, id, today=)                    ReportPage
    commitment_progress(user, slug, id, today=)       CommitmentProgress (guideline, reports, assessments)
    assessments(user, slug, today=, party=, line=)    Assessments
    assessment(user, slug, id, today=)                AssessmentPage
    guideline(user, slug, id, today=)                 GuidelinePage (with the marks given by it)
    scores(user, slug, party=, line=)                 ScoresPage (partners by lines)
    search(user, slug, words, noun=, limit=)          SearchResults
    members(user, slug)                               tuple[MemberRow, ...]
    merger(user, slug, noun, id)                      MergerPage
    released(user, slug, noun, id)                    RecordRelease
    roles(user, slug)                                 RolesPage
    release(user, slug, noun, id)                     ReleasePage
    difference(user, slug, noun, id, wanted)          Difference
"""

from concerted.register.queries.action_points import action_follow_up, action_points, late_actions, open_actions
from concerted.register.queries.agenda import agenda
from concerted.register.queries.assessments import assessment, assessments, commitment_progress, guideline, report
from concerted.register.queries.benchmarks import benchmark_way, benchmarks_of
from concerted.register.queries.boards import board, head
from concerted.register.queries.calendar_feeds import calendar_address, calendar_addresses
from concerted.register.queries.calendars import calendar
from concerted.register.queries.changes import changes
from concerted.register.queries.clarifications import clarification, clarification_choice, clarifications
from concerted.register.queries.clock_pages import clock
from concerted.register.queries.commitments import commitment, commitments, commitments_after
from concerted.register.queries.comparisons import comparison, comparison_choice
from concerted.register.queries.contributions import (
    contribution,
    contribution_choice,
    contributions,
    contributions_after,
)
from concerted.register.queries.draft_statement import draft_statement
from concerted.register.queries.exports import export
from concerted.register.queries.findings import finding
from concerted.register.queries.histories import history
from concerted.register.queries.imports import import_findings, import_page, imports, origins, unfinished_import
from concerted.register.queries.instruments import instrument, instruments
from concerted.register.queries.kept import kept, named
from concerted.register.queries.kept_pages import kept_choice, kept_list, kept_page
from concerted.register.queries.lines import line, lines
from concerted.register.queries.meetings import meeting, meeting_choice, meetings, overlaps, proposals
from concerted.register.queries.members import members
from concerted.register.queries.mergers import merger
from concerted.register.queries.minutes import minutes
from concerted.register.queries.offices import dated, new_parties, office_choice
from concerted.register.queries.orphans import orphans
from concerted.register.queries.packs import pack, packs
from concerted.register.queries.papers import paper_file, paper_files
from concerted.register.queries.partners import partner, partners
from concerted.register.queries.releases import difference, release, released
from concerted.register.queries.reporting import owed, window, windows
from concerted.register.queries.reservations import reservations, reservations_to
from concerted.register.queries.reviews import review
from concerted.register.queries.roles import roles
from concerted.register.queries.scope import coalition, coalitions
from concerted.register.queries.scores import scores
from concerted.register.queries.searches import search
from concerted.register.queries.seating import seating
from concerted.register.queries.statements import original, statement, statements
from concerted.register.queries.terms import coalition_terms
from concerted.register.queries.totals import publication, totals, totals_preview
from concerted.terms.errors import NotFound

__all__ = [
    "NotFound",
    "action_follow_up",
    "action_points",
    "agenda",
    "assessment",
    "assessments",
    "benchmark_way",
    "benchmarks_of",
    "board",
    "calendar",
    "calendar_address",
    "calendar_addresses",
    "changes",
    "clarification",
    "clarification_choice",
    "clarifications",
    "clock",
    "coalition",
    "coalition_terms",
    "coalitions",
    "commitment",
    "commitment_progress",
    "commitments",
    "commitments_after",
    "comparison",
    "comparison_choice",
    "contribution",
    "contribution_choice",
    "contributions",
    "contributions_after",
    "dated",
    "difference",
    "draft_statement",
    "export",
    "finding",
    "guideline",
    "head",
    "history",
    "import_findings",
    "import_page",
    "imports",
    "instrument",
    "instruments",
    "kept",
    "kept_choice",
    "kept_list",
    "kept_page",
    "late_actions",
    "line",
    "lines",
    "meeting",
    "meeting_choice",
    "meetings",
    "members",
    "merger",
    "minutes",
    "named",
    "new_parties",
    "office_choice",
    "open_actions",
    "original",
    "origins",
    "orphans",
    "overlaps",
    "owed",
    "pack",
    "packs",
    "paper_file",
    "paper_files",
    "partner",
    "partners",
    "proposals",
    "publication",
    "release",
    "released",
    "report",
    "reservations",
    "reservations_to",
    "review",
    "roles",
    "scores",
    "search",
    "seating",
    "statement",
    "statements",
    "totals",
    "totals_preview",
    "unfinished_import",
    "window",
    "windows",
]
