"""Whether a rule of recurrence is one (RFC 5545, 3.3.10)."""

from __future__ import annotations

import re

_PARTS = {
    "FREQ": r"SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY",
    "UNTIL": r"\d{8}(?:T\d{6}Z?)?",
    "COUNT": r"\d+",
    "INTERVAL": r"0*[1-9]\d*",
    "WKST": r"MO|TU|WE|TH|FR|SA|SU",
}
# Those that take a list, each with what one of it may be.
_LISTS = {
    "BYSECOND": r"[0-5]?\d|60",
    "BYMINUTE": r"[0-5]?\d",
    "BYHOUR": r"[01]?\d|2[0-3]",
    "BYDAY": r"(?:[+-]?(?:0?[1-9]|[1-4]\d|5[0-3]))?(?:MO|TU|WE|TH|FR|SA|SU)",
    "BYMONTHDAY": r"[+-]?(?:0?[1-9]|[12]\d|3[01])",
    "BYYEARDAY": r"[+-]?(?:0{0,2}[1-9]|0?[1-9]\d|[12]\d\d|3[0-5]\d|36[0-6])",
    "BYWEEKNO": r"[+-]?(?:0?[1-9]|[1-4]\d|5[0-3])",
    "BYMONTH": r"0?[1-9]|1[0-2]",
    "BYSETPOS": r"[+-]?(?:0{0,2}[1-9]|0?[1-9]\d|[12]\d\d|3[0-5]\d|36[0-6])",
}
_PATTERNS = {name: re.compile(rf"(?:{one})", re.IGNORECASE | re.ASCII) for name, one in _PARTS.items()} | {
    name: re.compile(rf"(?:{one})(?:,(?:{one}))*", re.IGNORECASE | re.ASCII) for name, one in _LISTS.items()
}


def is_recurrence(rule: str) -> bool:
    """Tell whether each part stands once and says what it may, and whether they go together."""
    parts: dict[str, str] = {}
    for part in rule.split(";"):
        name, _, value = part.partition("=")
        name = name.upper()
        if name in parts or name not in _PATTERNS or not _PATTERNS[name].fullmatch(value):
            return False
        parts[name] = value.upper()
    often = parts.get("FREQ", "")
    by_place = re.search(r"\d", parts.get("BYDAY", "")) is not None
    return not (
        not often
        or {"UNTIL", "COUNT"} <= parts.keys()
        or (by_place and (often not in ("MONTHLY", "YEARLY") or (often == "YEARLY" and "BYWEEKNO" in parts)))
        or ("BYMONTHDAY" in parts and often == "WEEKLY")
        or ("BYYEARDAY" in parts and often in ("DAILY", "WEEKLY", "MONTHLY"))
        or ("BYWEEKNO" in parts and often != "YEARLY")
        or ("BYSETPOS" in parts and not any(name in parts for name in _LISTS if name != "BYSETPOS"))
    )
