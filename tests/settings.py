"""The site's settings as they are, with a key for tests and passwords that cost nothing."""

from __future__ import annotations

from concerted.ledger.keys import new_key
from concerted.site.settings import *  # noqa: F403

LEDGER_KEY = new_key("tests").pem.decode()
SECRET_KEY = "a key for tests alone"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
