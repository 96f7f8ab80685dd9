"""What a subject is: whom it stands for, and how words name a party."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Stands(StrEnum):
    """What a subject stands for."""

    ISSUERS = "issuers"
    SOME = "some of the issuers"
    PARTIES = "issuers by name"
    OPEN = "one of several, the text does not say which"
    OUTSIDERS = "others by name"
    THING = "a thing"


class Sort(StrEnum):
    """How words name a party."""

    NAME = "name"
    PERSON = "person"
    ADJECTIVE = "adjective"


@dataclass(frozen=True, slots=True)
class Mention:
    """A party, a person of a party, or a party's adjective, from ``start`` to ``end`` of the text."""

    start: int
    end: int
    party: str
    sort: Sort = Sort.NAME


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a clause, its places counted in tokens.

    ``agent`` tells that it can act; ``own`` that it is one of the issuers' meetings, means or
    organs, whose future they promise. Where it stands open, ``parties`` are all that it may stand for.
    """

    first: int
    last: int
    stands: Stands
    parties: tuple[str, ...] = ()
    plural: bool = True
    pronoun: bool = False
    agent: bool = True
    own: bool = False

    @property
    def speaks(self) -> bool:
        """Tell whether the subject can speak in the statement."""
        return self.stands in (Stands.ISSUERS, Stands.SOME, Stands.PARTIES, Stands.OPEN)
