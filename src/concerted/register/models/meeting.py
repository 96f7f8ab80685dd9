"""Gatherings, and the obligations to gather."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from concerted.register.models.coalition import Coalition, LineOfEffort, Party
from concerted.register.models.finding import Finding
from concerted.register.models.record import Record
from concerted.register.models.release import Mergeable
from concerted.register.models.scope import Scoped


class Meeting(Mergeable):
    """A gathering. It is known from a finding, from the coalition's file or a person (``said_by``), or both.

    It ``opens`` on its first day and ``closes`` on its last, by the clocks of its ``zone`` (an IANA name; "": not
    said). One that is cancelled keeps its place in the record, with the ``reason``.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="meetings")
    finding = models.OneToOneField(Finding, on_delete=models.PROTECT, null=True, blank=True, related_name="meeting")
    said_by = models.CharField(max_length=500, blank=True)
    in_force = models.BooleanField(default=True)
    name = models.CharField(max_length=500)
    status = models.CharField(max_length=20)
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)
    zone = models.CharField(max_length=60, blank=True, default="")
    opens = models.TimeField(null=True, blank=True)
    closes = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=300, blank=True)
    room = models.CharField(max_length=200, blank=True, default="")
    hosts = models.ManyToManyField(Party, related_name="meetings_hosted")
    line = models.ForeignKey(LineOfEffort, on_delete=models.PROTECT, null=True, blank=True, related_name="meetings")
    series = models.CharField(max_length=200, blank=True)
    attendance = models.TextField(blank=True)
    note = models.TextField(blank=True)
    reason = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(finding__isnull=False) | ~Q(said_by=""), name="meeting_has_a_source"),
            models.CheckConstraint(
                condition=Q(status__in=("held", "planned"), reason="") | (Q(status="cancelled") & ~Q(reason="")),
                name="meeting_status_is_known",
            ),
            models.CheckConstraint(
                condition=Q(opens__isnull=True, closes__isnull=True) | (Q(start__isnull=False) & ~Q(zone="")),
                name="meeting_times_are_of_a_day_and_zone",
            ),
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(start__isnull=False, end__gte=F("start")),
                name="meeting_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CalendarEntry(Scoped):
    """The entry of somebody's calendar file that a meeting was last taken over from: RFC 5545's UID and SEQUENCE."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="calendar_entry")
    uid = models.CharField(max_length=500)
    sequence = models.PositiveIntegerField()
    file = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(uid=""), name="calendar_entry_has_a_uid"),
        ]

    def __str__(self) -> str:
        return self.uid


class Obligation(Record):
    """A time by which something is due.

    ``series`` names the meetings that must come together by then ("" for other deadlines);
    ``recurring`` when each meeting of the series starts the count anew. Either ``date`` is
    fixed, or ``days`` or ``months`` count from the statement's day.
    """

    series = models.CharField(max_length=200, blank=True)
    recurring = models.BooleanField(default=False)
    date = models.DateField(null=True, blank=True)
    days = models.PositiveIntegerField(null=True, blank=True)
    months = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(date__isnull=False) | Q(days__isnull=False) | Q(months__isnull=False),
                name="obligation_has_a_time",
            ),
            models.CheckConstraint(condition=Q(recurring=False) | ~Q(series=""), name="recurring_has_a_series"),
        ]

    def __str__(self) -> str:
        return self.series or self.finding.quote
