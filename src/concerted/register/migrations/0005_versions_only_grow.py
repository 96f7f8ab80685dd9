"""Stands for the triggers that once came here; they come after every migration now: see ``register.triggers``."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("register", "0004_first_versions")]
