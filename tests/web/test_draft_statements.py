"""The page of a drafted statement, and the file to edit, in each language."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from django.test import Client

from concerted.actions import requirements
from concerted.register.models import Meeting, User
from tests.needs import BOATS_NEEDED
from tests.web.conftest import AT, SLUG, Register
from tests.web.test_pages import faults

SIGNED_IN = Callable[[str], Client]


@pytest.fixture
def page(decided: Register) -> str:
    by = User.objects.get(username="secretariat")
    requirements.add(coalition=SLUG, content=BOATS_NEEDED, by=by, at=AT, reach="coalition")
    return f"/{SLUG}/meetings/{Meeting.objects.get(name='Second meeting of ministers').pk}/statement/"


def test_each_sentence_leads_to_what_it_rests_on(page: str, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    answer = client.get(page)
    html = answer.content.decode()
    assert faults(html) == [] and "Six boats that keep the sea in winter" in html
    draft = answer.context["page"]
    points = [point for one in draft.paragraphs for point in one.points]
    promises = [point for point in points if point.noun == "commitment"]
    assert promises
    for one in promises:
        assert f'href="/{SLUG}/commitments/{one.id}/"' in html
        assert client.get(f"/{SLUG}/commitments/{one.id}/").status_code == 200
    assert page in client.get(page.replace("statement/", "")).content.decode(), "the meeting's page leads there"


@pytest.mark.parametrize(("language", "words"), [("fr", "Nous réaffirmons"), ("ar", "نؤكد من جديد")])
def test_it_is_drafted_in_each_language(page: str, signed_in: SIGNED_IN, language: str, words: str) -> None:
    client = signed_in("secretariat")
    html = client.get(page, headers={"accept-language": language}).content.decode()
    assert faults(html) == [] and words in html and ">We " not in html
    answer = client.get(f"{page}docx", headers={"accept-language": language})
    assert answer["Content-Disposition"].startswith("attachment")
    paragraphs = [one.text for one in docx.Document(io.BytesIO(answer.content)).paragraphs]
    assert any(words in one for one in paragraphs) and not any(" We " in one for one in paragraphs)


def test_the_file_says_what_the_page_says(page: str, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    shown = client.get(page).context["sections"]
    text = client.get(f"{page}markdown").content.decode()
    for section in shown:
        for one in section.paragraphs:
            assert f"**{one.number}.**" in text
    assert "Six boats that keep the sea in winter" in text
    assert client.get(f"{page}odt").status_code == 404
