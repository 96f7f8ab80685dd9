"""The forms of French verbs: regular ones by rule, the rest from their principal parts."""

from __future__ import annotations

import re

from concerted.reading.verbs import Inflection

# The last vowel of "célébrer", "mener" opens before a silent ending.
_OPENING = re.compile(r"é(?=[^aeéèiouy]{1,2}$)|e(?=[^aeéèiouyx]$)")


def conjugate(infinitive: str, irregular: list[str] | None) -> tuple[tuple[Inflection, str], ...]:
    """List the forms of a verb that statements use, each with its inflection.

    ``irregular`` gives present (third person singular, first and third plural), participle and future
    (third person singular). Imperfect and conditional count with the present of their person.
    """
    third, we, they, participle, future = irregular or _regular(infinitive)
    stem, ahead = we.removesuffix("ons"), future.removesuffix("a")
    past = {participle + ending for ending in ("", "e", "s", "es")} if participle[-1] != "s" else {participle}
    return (
        (Inflection.BASE, infinitive),
        (Inflection.S, third),
        (Inflection.S, f"{stem}ait"),
        (Inflection.S, f"{ahead}ait"),
        (Inflection.WE, we),
        (Inflection.WE, f"{ahead}ions"),
        (Inflection.PLURAL, they),
        (Inflection.PLURAL, f"{stem}aient"),
        (Inflection.PLURAL, f"{ahead}aient"),
        (Inflection.FUTURE, future),
        (Inflection.FUTURE, f"{ahead}ons"),
        (Inflection.FUTURE, f"{ahead}ont"),
        (Inflection.ING, _PARTICIPLES.get(infinitive, f"{stem}ant")),
        *((Inflection.PAST, form) for form in sorted(past | ({f"{participle}e"} if participle[-1] == "s" else set()))),
    )


_PARTICIPLES = {"avoir": "ayant", "être": "étant", "savoir": "sachant"}


def _regular(infinitive: str) -> list[str]:
    stem, ending = infinitive[:-2], infinitive[-2:]
    if ending == "er":
        soft = stem + "e" if stem.endswith("g") else f"{stem[:-1]}ç" if stem.endswith("c") else stem
        silent, ahead = stem, stem
        if stem.endswith(("uy", "oy")):
            silent = ahead = f"{stem[:-1]}i"
        elif opened := _OPENING.search(stem):
            silent = stem[: opened.start()] + "è" + stem[opened.end() :]
            ahead = silent if opened[0] == "e" else stem
        return [f"{silent}e", f"{soft}ons", f"{silent}ent", f"{stem}é", f"{ahead}era"]
    if ending == "ir":
        return [f"{stem}it", f"{stem}issons", f"{stem}issent", f"{stem}i", f"{infinitive}a"]
    return [stem, f"{stem}ons", f"{stem}ent", f"{stem}u", f"{infinitive[:-1]}a"]
