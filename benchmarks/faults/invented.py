"""Invented statements, each another one, with a few dozen acts."""

from __future__ import annotations

_HARBOURS = ("Aalesund", "Bergen", "Callao", "Durban", "Esbjerg", "Fremantle", "Galway", "Halifax", "Iquique", "Jeddah")
_DEEDS = (
    "share the positions of ships in distress with the harbour of {harbour}",
    "train {number} rescue divers at {harbour} by 31 December 2030",
    "provide {number} million euros for lights and buoys near {harbour}",
    "report on the state of the breakwater of {harbour} within {number} days",
)
_VERBS = ("will", "commit to", "pledge to", "undertake to")


def statement(number: int, sentences: int = 40) -> str:
    """Write the statement of a number; no two are much alike."""
    lines = [f"Joint statement number {number} of the ministers of Kenya and Norway", "", "Nairobi, 4 May 2030", ""]
    for place in range(sentences):
        seed = number * 7919 + place * 104729
        deed = _DEEDS[seed % len(_DEEDS)].format(harbour=_HARBOURS[seed // 7 % len(_HARBOURS)], number=seed % 9973 + 2)
        lines += [f"{place + 1}. We {_VERBS[seed // 3 % len(_VERBS)]} {deed}, as pier {seed % 99991} asks.", ""]
    return "\n".join(lines)
