"""The one Django app that holds every model."""

from __future__ import annotations

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Name the app; its label is the prefix of every table."""

    name = "concerted.register"
    label = "register"
    default_auto_field = "django.db.models.BigAutoField"
