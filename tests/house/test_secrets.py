"""No secret is in the repository: no private key, no token, nothing random that is called a password."""

from __future__ import annotations

import math
import re
from collections import Counter

import pytest

from tests.house.tree import read, texts

# What keys and tokens look like. Put together here, so that this file does not hold what it forbids.
SHAPES = {
    "private key": "-----BEGIN (?:[A-Z]+ )*" + "PRIVATE KEY-----\\s+[A-Za-z0-9+/=]{16}",
    "cloud access key": r"\bA" + r"KIA[0-9A-Z]{16}\b",
    "forge token": r"\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_" + r"pat_\w{50,}|glpat-[\w-]{20})",
    "chat token": r"\bxox" + r"[abprs]-[\w-]{10,}",
    "signed token": r"\bey" + r"J[\w-]{10,}\.ey" + r"J[\w-]{10,}\.[\w-]{10,}",
    "password in an address": r"\b[a-z][a-z0-9+]*://[^\s/:@'\"`{]+:[^\s/:@'\"`{]{6,}@",
}
# Addresses that show where a password goes, or test that it goes there.
SHOWN = re.compile(r"://(?:user:password|\w+:secret|post%40here:s%2Fcret)@")
NAMED = re.compile(
    r"""(?i)\b[\w-]*(?:secret|passw(?:or)?d|api_?key|private_?key|token)[\w-]*["']?\s*[:=]\s*["']([^"'\s]{12,})["']"""
)
# Bits in each letter: words and their like stay below, random letters are above.
RANDOM = 3.6


def bits(text: str) -> float:
    """Shannon's entropy of a text, in bits a letter."""
    counts = Counter(text)
    return -sum(count / len(text) * math.log2(count / len(text)) for count in counts.values())


def looks_random(text: str) -> bool:
    """Tell random letters from words: mixed digits and letters without a vowel's rhythm."""
    mixed = bool(re.search(r"\d", text)) and bool(re.search(r"[A-Za-z]", text))
    return mixed and bits(text) > RANDOM and not re.search(r"[a-z]{5,}[-_ /.]|^[\w.]+\.[A-Z]\w+$", text)


@pytest.mark.parametrize("name", SHAPES)
def test_nothing_has_the_shape_of_a_secret(name: str) -> None:
    pattern = re.compile(SHAPES[name])
    found = {str(path): [hit for hit in pattern.findall(read(path)) if not SHOWN.search(hit)] for path in texts()}
    assert {path: hits for path, hits in found.items() if hits} == {}


def test_nothing_random_is_called_a_secret() -> None:
    found = {str(path): [one for one in NAMED.findall(read(path)) if looks_random(one)] for path in texts()}
    assert {path: hits for path, hits in found.items() if hits} == {}


def test_the_scan_finds_what_it_looks_for() -> None:
    assert re.search(SHAPES["private key"], "-----BEGIN EC " + "PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ")
    assert re.search(SHAPES["password in an address"], "postgresql://coalition:" + "harbour7@db.example.org/record")
    drawn = "q9ZtR" + "4vLx0Wm2KcB8yUe"
    assert [one for one in NAMED.findall(f'SECRET_KEY = "{drawn}"') if looks_random(one)] == [drawn]
    assert not looks_random("plenary in 180 days")
    assert not looks_random("a-long-river-runs-here")
