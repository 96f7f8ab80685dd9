"""The addresses of the pages; everything but the entrance lies under a coalition's own name."""

from __future__ import annotations

from django.urls import path

from concerted.web.views import (
    board,
    commitments,
    comparisons,
    entrance,
    exports,
    instruments,
    lines,
    meetings,
    mergers,
    orphans,
    partners,
    people,
    review,
    search,
    statements,
    versions,
)

app_name = "web"
urlpatterns = [
    path("", entrance.home, name="home"),
    path("<slug:slug>/", board.board, name="board"),
    path("<slug:slug>/statements/", statements.statements, name="statements"),
    path("<slug:slug>/statements/<int:number>/", statements.statement, name="statement"),
    path("<slug:slug>/statements/<int:number>/original", statements.original, name="original"),
    path("<slug:slug>/statements/<int:number>/day/", versions.give_day, name="give-day"),
    path("<slug:slug>/statements/<int:number>/correct-text/", versions.correct_text, name="correct-text"),
    path("<slug:slug>/statements/<int:number>/versions/<int:version>/", versions.version, name="version"),
    path(
        "<slug:slug>/statements/<int:number>/versions/<int:version>/original",
        versions.original,
        name="version-original",
    ),
    path("<slug:slug>/statements/<int:number>/export/<slug:form>", exports.export, name="export"),
    path("<slug:slug>/statements/<int:number>/compare/", comparisons.choose, name="compare"),
    path("<slug:slug>/statements/<int:number>/compare/<int:other>/", comparisons.comparison, name="comparison"),
    path("<slug:slug>/statements/<int:number>/accept-all", review.accept_all, name="accept-all"),
    path("<slug:slug>/statements/<int:number>/findings/<int:finding>/correct/", review.correct, name="correct"),
    path("<slug:slug>/statements/<int:number>/findings/<int:finding>/<str:verdict>", review.decide, name="decide"),
    path("<slug:slug>/commitments/", commitments.commitments, name="commitments"),
    path("<slug:slug>/commitments/<int:number>/", commitments.commitment, name="commitment"),
    path("<slug:slug>/partners/", partners.partners, name="partners"),
    path("<slug:slug>/partners/<slug:code>/", partners.partner, name="partner"),
    path("<slug:slug>/lines/", lines.lines, name="lines"),
    path("<slug:slug>/lines/<int:number>/", lines.line, name="line"),
    path("<slug:slug>/contributions/", lines.contributions, name="contributions"),
    path("<slug:slug>/meetings/", meetings.meetings, name="meetings"),
    path("<slug:slug>/meetings/<int:number>/", meetings.meeting, name="meeting"),
    path("<slug:slug>/instruments/", instruments.instruments, name="instruments"),
    path("<slug:slug>/instruments/<int:number>/", instruments.instrument, name="instrument"),
    path("<slug:slug>/people/", people.people, name="people"),
    path("<slug:slug>/people/<str:username>/dismiss/", people.dismiss, name="dismiss"),
    path("<slug:slug>/people/<str:username>/second-step/", people.reset, name="reset"),
    path("<slug:slug>/invitations/<int:invitation>/withdraw/", people.withdraw, name="withdraw-invitation"),
    path("<slug:slug>/review/", review.queue, name="review"),
    path("<slug:slug>/orphans/", orphans.queue, name="orphans"),
    path("<slug:slug>/orphans/<int:finding>/place", orphans.place, name="place"),
    path("<slug:slug>/orphans/<int:finding>/withdraw", orphans.withdraw, name="withdraw"),
    path("<slug:slug>/merge/<str:noun>/<int:number>/", mergers.merge, name="merge"),
    path("<slug:slug>/split/<str:noun>/<int:number>", mergers.split, name="split"),
    path("<slug:slug>/search/", search.search, name="search"),
]
