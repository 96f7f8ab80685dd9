"""The words of a progress report by their digest: an assessment knows by it whether they are still those it judged."""

from __future__ import annotations

import hashlib
import json

from concerted.register.models import Report


def digest(report: Report) -> str:
    """Give the SHA-256 of what a report says; a change of its release does not change it."""
    said = [report.stand, report.text, report.evidence]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()
