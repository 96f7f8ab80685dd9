"""French adjectives in all their forms, and those of the parties ("marocaine")."""

from __future__ import annotations

from collections.abc import Iterator

from concerted.terms.shelf import load, vocabulary


def adjectives_of_parties() -> Iterator[tuple[str, str]]:
    """List the French adjectives of parties in all their forms, each with its party."""
    for party, word in load(vocabulary("fr/adjectives")).items():
        for form in agreeing(word):
            yield form, party


def agreeing(masculine: str) -> tuple[str, ...]:
    """List an adjective in all its genders and numbers, from the masculine singular of its first word."""
    word, _, rest = masculine.partition(" ")
    for ending, feminine in (("eux", "euse"), ("el", "elle"), ("if", "ive"), ("ien", "ienne"), ("er", "ère")):
        if word.endswith(ending):
            forms = [word, word if word.endswith("x") else f"{word}s", word.removesuffix(ending) + feminine]
            forms.append(f"{forms[-1]}s")
            break
    else:
        feminine = {"inquiet": "inquiète", "turc": "turque"}.get(word, word if word.endswith("e") else f"{word}e")
        forms = [word, word if word.endswith("s") else f"{word}s", feminine, f"{feminine}s"]
    return tuple(dict.fromkeys(f"{form} {rest}".strip() for form in forms))
