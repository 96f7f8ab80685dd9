"""Make the search index. The triggers that guard tables come after every migration: see ``register.triggers``."""

from __future__ import annotations

from django.db import migrations

from concerted.register.triggers import searching


class Migration(migrations.Migration):
    dependencies = [("register", "0001_initial")]
    operations = [migrations.RunPython(searching.make_index, searching.drop_index, elidable=True)]
