"""The long name of a party beside the short one, as a republic or kingdom calls itself in full."""

from __future__ import annotations

import re
from datetime import date

from concerted.terms.parties import Form, Party

# What states call themselves in full, in English and French.
_STATEHOOD = re.compile(
    r"\b(?:republic|kingdom|state|states|commonwealth|principality|federation|union|emirates?|sultanate|duchy"
    r"|confederation|république|royaume|royaume-uni|états?|états-unis|principauté|fédération|émirats?|sultanat"
    r"|grand-duché|confédération)\b",
    re.IGNORECASE,
)


def long_name(party: Party, language: str = "en", on: date | None = None) -> str:
    """Give the long name of a party in a language on a day; the one that is shown where no other is longer.

    The vocabulary puts a state's long name right after the one that is shown. An organisation has none.
    """
    shown = party.name(language, on)
    if party.kind != "state":
        return shown
    held = (one for one in party.names if (one.until is None if on is None else one.holds_on(on)))
    own = (one.text for one in held if one.language == language and one.form is Form.NAME)
    return next((text for text in own if len(text) > len(shown) and _STATEHOOD.search(text)), shown)
