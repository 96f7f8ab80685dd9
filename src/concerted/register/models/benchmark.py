"""Benchmarks: figures that are watched on their way from a baseline to a target, and what was measured."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from concerted.register.models.coalition import Coalition, LineOfEffort, Party
from concerted.register.models.release import Owned
from concerted.register.models.sought import Sought


class Benchmark(Owned):
    """An indicator with its baseline and target; one without a target is watched alone.

    ``indicator`` says what is counted and how, in ``unit``; ``baseline`` stood on the day ``baseline_on``, ``target``
    is to stand on ``target_on``. ``party`` is the partner that it is about (None: no single one); a partner's own is
    about itself. ``source`` says what baseline and target rest on.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="benchmarks")
    line = models.ForeignKey(LineOfEffort, on_delete=models.PROTECT, null=True, blank=True, related_name="benchmarks")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="benchmarks")
    title = models.CharField(max_length=300)
    indicator = models.TextField(blank=True, default="")
    unit = models.CharField(max_length=60)
    baseline = models.DecimalField(max_digits=18, decimal_places=3, null=True, blank=True)
    baseline_on = models.DateField(null=True, blank=True)
    target = models.DecimalField(max_digits=18, decimal_places=3, null=True, blank=True)
    target_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=1000)
    in_force = models.BooleanField(default=True)

    class Meta:
        indexes = [Sought(fields=["title"], name="benchmark_by_title")]
        constraints = [
            models.CheckConstraint(condition=~Q(title="") & ~Q(unit=""), name="benchmark_says_what_it_counts"),
            models.CheckConstraint(condition=~Q(source=""), name="benchmark_has_a_source"),
            models.CheckConstraint(
                condition=Q(owner__isnull=True) | Q(owner=F("party")), name="benchmark_is_of_its_party"
            ),
            models.CheckConstraint(
                condition=Q(baseline__isnull=True, baseline_on__isnull=True)
                | Q(baseline__isnull=False, baseline_on__isnull=False),
                name="benchmark_baseline_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(target__isnull=True, target_on__isnull=True)
                | Q(target__isnull=False, target_on__isnull=False),
                name="benchmark_target_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(baseline_on__isnull=True) | Q(target_on__isnull=True) | Q(baseline_on__lt=F("target_on")),
                name="benchmark_runs_forward",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Measurement(Owned):
    """The ``value`` of a benchmark over a period, in the benchmark's unit; ``source`` says who measured it."""

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="measurements")
    benchmark = models.ForeignKey(Benchmark, on_delete=models.PROTECT, related_name="measurements")
    first = models.DateField()
    last = models.DateField()
    value = models.DecimalField(max_digits=18, decimal_places=3)
    source = models.CharField(max_length=1000)
    in_force = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(first__lte=F("last")), name="measurement_runs_forward"),
            models.CheckConstraint(condition=~Q(source=""), name="measurement_has_a_source"),
            models.UniqueConstraint(
                fields=["benchmark", "owner", "first", "last"],
                condition=Q(in_force=True, owner__isnull=False),
                name="one_measurement_a_period_and_partner",
            ),
            models.UniqueConstraint(
                fields=["benchmark", "first", "last"],
                condition=Q(in_force=True, owner__isnull=True),
                name="one_measurement_a_period",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.benchmark}: {self.value}"
