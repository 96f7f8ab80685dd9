"""The pages as a Django app, so that templates and static files are found."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Name the app."""

    name = "concerted.web"
    label = "web"
