"""A coalition's own names of parties, earlier ones and unknown parties included, are found in its statements alone."""

from __future__ import annotations

from datetime import date

from concerted.reading.parties import find_parties
from concerted.reading.read import read
from concerted.terms.coalition import Coalition
from concerted.terms.document import Document
from concerted.terms.names import Name
from concerted.terms.parties import Party, PartyName, is_party

TEXT = """Joint statement of the Lantern League, Oslo, 4 May 2030

Partners: Harbour Board of Tides, Kenya and the Fjordland Union.

The ministers undertake to share pilot boats by 1 June 2030.
"""
LEAGUE = Coalition(
    "lantern-league",
    (Name("Lantern League"),),
    parties=(
        Party("NOR", "organisation", (PartyName("Fjordland Union", "en", None, date(2028, 1, 1)),)),
        Party("TidesUnion", "organisation", (PartyName("Harbour Board of Tides", "en"),)),
    ),
)


def named(coalition: Coalition | None) -> set[str]:
    found = read(Document(TEXT), coalition=coalition)
    return {one.party for one in found.participants}


def test_an_earlier_name_leads_to_its_party() -> None:
    assert named(LEAGUE) == {"KEN", "NOR", "TidesUnion"}


def test_other_coalitions_statements_know_nothing_of_it() -> None:
    assert not named(None) & {"NOR", "TidesUnion"}
    assert [one.party for one in find_parties("The Fjordland Union and Kenya met.")] == ["KEN"]
    assert not is_party("TidesUnion")
