"""The addresses of the programming interface, which the site's own pages know nothing of."""

from __future__ import annotations

from django.urls import path

from concerted.api.asking import PREFIX
from concerted.api.interface import INTERFACE

urlpatterns = [path(f"{PREFIX}/".lstrip("/"), INTERFACE.urls)]
