"""What can be counted: a sum of money in a currency, a number of a unit."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from concerted.register.models.release import Owned


class Measured(Owned):
    """Something that is given or needed: ``amount`` in ``currency`` (ISO 4217), ``quantity`` in ``unit``."""

    amount = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True, default="")
    quantity = models.DecimalField(max_digits=18, decimal_places=3, null=True, blank=True)
    unit = models.CharField(max_length=60, blank=True, default="")

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__isnull=True, currency="") | (Q(amount__isnull=False) & ~Q(currency="")),
                name="%(class)s_amount_has_a_currency",
            ),
            models.CheckConstraint(
                condition=Q(quantity__isnull=True, unit="") | (Q(quantity__isnull=False) & ~Q(unit="")),
                name="%(class)s_quantity_has_a_unit",
            ),
            models.CheckConstraint(
                condition=(Q(amount__isnull=True) | Q(amount__gt=0)) & (Q(quantity__isnull=True) | Q(quantity__gt=0)),
                name="%(class)s_is_something",
            ),
        ]
