"""Two statements beside each other: what became of each promise, for members alone, in every language."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from concerted.actions import intake
from concerted.formats import open_document
from concerted.reading.comparison import Fate
from concerted.reading.read import read
from concerted.register.models import Finding, User
from concerted.web.ribbons import WIDTH, draw
from tests.web.conftest import AT, SLUG, Register
from tests.web.test_pages import SIGNED_IN, faults

LATER = """# Statement of the River Pact

Kampala, 3 May 2025

Ministers of Kenya and Rwanda met in Kampala. They intend to share flood warnings where appropriate. They pledged to
dredge the ports under UN Security Council resolution 2178.
"""


def take_in_later() -> int:
    """Take a second statement of the invented coalition in, and give its number."""
    data = LATER.encode()
    document = open_document(data, "later.md")
    by = User.objects.get(username="secretariat")
    return intake.take_in(
        document=document, original=data, reading=read(document), coalition=SLUG, by=by, at=AT
    ).statement


@pytest.fixture
def later(register: Register) -> int:
    """A second statement of the invented coalition."""
    return take_in_later()


def test_each_promise_stands_beside_what_became_of_it(register: Register, later: int, signed_in: SIGNED_IN) -> None:
    answer = signed_in("reader").get(f"{register.page}compare/{later}/")
    assert answer.status_code == 200
    html = answer.content.decode()
    assert faults(html) == []
    for fate in ("weakened", "dropped", "new"):
        assert f'class="fate fate-{fate}"' in html
    assert re.search(r"<ins>.*?intend .*?</ins>to share", html)
    assert re.search(r"<del>.*?pledged .*?</del>to share", html)
    assert "caveat added" in html
    assert "the date is gone" in html
    assert "UNSCR 2178" in html
    assert f'href="/{SLUG}/statements/{later}/?at=' in html
    for party in ("Rwanda", "Uganda", "Kenya"):
        assert f"<bdi>{party}</bdi>" in html


def test_either_order_puts_the_earlier_one_first(register: Register, later: int, signed_in: SIGNED_IN) -> None:
    client = signed_in("reader")
    for address in (f"{register.page}compare/{later}/", f"/{SLUG}/statements/{later}/compare/{register.statement}/"):
        html = client.get(address).content.decode()
        assert html.index("30 April 2024") < html.index("3 May 2025")


def test_without_a_choice_the_statement_before_is_taken(register: Register, later: int, signed_in: SIGNED_IN) -> None:
    client = signed_in("reader")
    pair = f"/{SLUG}/statements/{later}/compare/{register.statement}/"
    assert client.get(f"/{SLUG}/statements/{later}/compare/")["Location"] == pair
    assert client.get(f"/{SLUG}/statements/{later}/compare/?with={register.statement}")["Location"] == pair
    assert client.get(f"{register.page}compare/")["Location"] == f"{register.page}compare/{later}/"
    assert client.get(f"{register.page}compare/{register.statement}/").status_code == 302


def test_a_statement_alone_says_what_to_do(register: Register, signed_in: SIGNED_IN) -> None:
    answer = signed_in("reader").get(f"{register.page}compare/")
    assert answer.status_code == 200
    assert 'class="empty"' in answer.content.decode()
    assert faults(answer.content.decode()) == []


def test_pairs_are_filtered_by_fate_and_line(register: Register, later: int, signed_in: SIGNED_IN) -> None:
    client, address = signed_in("reader"), f"{register.page}compare/{later}/"

    def pairs(query: str) -> int:
        html = client.get(f"{address}?{query}").content.decode()
        assert faults(html) == []
        return html.count('<article class="pair"')

    assert pairs("fate=weakened") == 1
    assert pairs("fate=new&line=2") == pairs("line=2") == 0
    assert pairs("line=1") == 1
    assert pairs("fate=nonsense") == 0


def test_a_rejected_promise_is_compared_no_more(
    register: Register, later: int, signed_in: Callable[[str], Client]
) -> None:
    client, address = signed_in("secretariat"), f"{register.page}compare/{later}/"
    assert 'fate-new">new' in client.get(address).content.decode()
    finding = Finding.objects.get(statement=later, fact="act", quote__startswith="pledged to")
    assert client.post(f"/{SLUG}/statements/{later}/findings/{finding.pk}/reject").status_code == 302
    assert 'fate-new">new' not in client.get(address).content.decode()


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_comparison_speaks_the_readers_language(
    register: Register, later: int, signed_in: SIGNED_IN, language: str
) -> None:
    client = signed_in("reader")
    client.cookies["django_language"] = language
    html = client.get(f"{register.page}compare/{later}/").content.decode()
    assert faults(html) == []
    assert {"fr": "affaibli", "ar": "مخفَّف"}[language] in html
    assert "weakened<" not in html


def test_a_stranger_finds_nothing(register: Register, later: int, signed_in: SIGNED_IN) -> None:
    client = signed_in("stranger")
    for address in (f"{register.page}compare/{later}/", f"{register.page}compare/"):
        assert client.get(address).status_code == 404
    assert Client().get(f"{register.page}compare/{later}/").status_code == 302
    assert signed_in("reader").get(f"{register.page}compare/99999/").status_code == 404


def test_the_picture_holds_every_fate_and_is_mirrored() -> None:
    counts = {Fate.RENEWED: 3, Fate.DROPPED: 40, Fate.NEW: 2}
    picture, mirrored = draw(counts), draw(counts, leftward=True)
    assert picture is not None and mirrored is not None
    assert {band.fate: band.count for band in picture.bands} == counts
    assert [band.text_x for band in mirrored.bands] == [WIDTH - band.text_x for band in picture.bands]
    assert all(bar.height <= picture.height for bar in picture.bars)
    assert draw(dict.fromkeys(Fate, 0)) is None
