"""What errors say is said in the reader's language: every text has a template, and no template is lost."""

from __future__ import annotations

import pytest
from django.utils.translation import override, pgettext

from concerted.terms.errors import Conflict
from concerted.web import errors
from concerted.web.catalogue import LANGUAGES
from concerted.web.error_strings import CONTEXT, raised
from tests.web.page_words import strange

# Names, codes and lists of these, which ``web.errors`` says one by one; errors that carry on what another one said.
LISTS = ".join("
NAMES = {
    "error.what",
    "error.expected",
    "said.expected",
    "record.release.kind",
    "str(one.edition)",
    "one.says",  # of a column, and collected there
    "noun.plural",
    "self.title",  # of a profile
    "str(issued_on)",
    "own_name()",
    "repr(slug)",
    "repr(FORMAT)",
    "expected",  # of a record that a trusted register has sealed, where its program is at fault
}
TEMPLATES = sorted({one.template for one in raised() if one.template})
# What is named by its own file format or schema, in every language alike.
ALIKE = ("concerted-reading-1", "name@example.org")


def test_every_text_of_an_error_is_collected() -> None:
    unsaid = {
        f"{one.place}:{one.line} {one.source}"
        for one in raised()
        if one.template is None and LISTS not in one.source and one.source not in NAMES
    }
    assert unsaid == set(), "say it in words where it is raised, that it can be translated"
    assert len(TEMPLATES) > 300


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_is_found_again_and_said_in_the_readers_language(language: str) -> None:
    filled = {"a": "Ααα", "b": "Βββ", "c": "Γγγ"}
    with override(language):
        for template in TEMPLATES:
            said = errors.translated(template % filled)
            # Values are set off from the sentence around them where it runs the other way.
            bare = said.replace("\u2068", "").replace("\u2069", "")
            assert bare == pgettext(CONTEXT, template) % filled, template
            if language == "ar":
                assert strange(bare, ALIKE) == [], template


def test_what_stands_in_an_error_is_said_in_the_readers_language_too() -> None:
    error = Conflict("it is in progress", where="commitment 4", expected="that it is open, as you saw it")
    with override("fr"):
        assert errors.said(error) == "état : en cours ; attendu : qu’il soit encore tel que vous l’avez vu : ouvert"
        assert errors.translated("offered, pledged or delivered") == "offerte, promise, livrée"
        assert errors.translated("it ends on 2024-03-01, before it starts") == (
            "la fin, le 1 mars 2024, précède le début"
        )
        assert errors.translated("at most 10,000") == "10\u202f000 au plus"
    with override("en"):
        assert errors.said(error) == "it is in progress; that it is open, as you saw it"


def test_an_error_that_was_kept_as_a_line_is_said_in_the_readers_language() -> None:
    with override("fr"):
        assert errors.stored("party: no partner 'KWT'; expected the code of a partner, such as KWT") == (
            "pas de partenaire KWT ; attendu : le code d’un partenaire, comme KWT"
        )
        assert errors.stored("the disk is full") == "the disk is full"
