"""Every string of the interface in every language: none missing, none stale, every figure kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo

from concerted.web import catalogue

FIGURE = re.compile(r"%\((\w+)\)s")


def texts(message: Message) -> list[str]:
    return list(message.string) if isinstance(message.string, tuple | list) else [message.string]


def key(message: Message) -> tuple[str | None, str]:
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def test_templates_and_code_are_searched_for_strings() -> None:
    found = {key(message) for message in catalogue.strings() if message.id}
    assert (None, "Board") in found
    assert ("of a meeting", "held") in found
    assert (None, "%(done)s of %(total)s finding reviewed") in found


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_every_string_is_translated_and_none_is_stale(language: str) -> None:
    wanted = {key(message) for message in catalogue.strings() if message.id}
    kept = catalogue.translations(language)
    there = {key(message) for message in kept if message.id}
    assert wanted - there == set(), "run python -m concerted.web.catalogue, then translate"
    assert there - wanted == set(), "run python -m concerted.web.catalogue: these are no longer used"
    assert [message.id for message in kept if message.id and not all(texts(message))] == []
    assert [message.id for message in kept if message.fuzzy and message.id] == []


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_translations_keep_every_figure_and_have_every_plural(language: str) -> None:
    kept = catalogue.translations(language)
    for message in kept:
        if not message.id:
            continue
        many = message.id if isinstance(message.id, str) else message.id[1]
        figures = set(FIGURE.findall(many))
        for text in texts(message):
            assert set(FIGURE.findall(text)) <= figures, (message.id, text)
        assert set(FIGURE.findall(texts(message)[-1])) == figures, message.id
        if not isinstance(message.id, str):
            assert len(texts(message)) == kept.num_plurals, message.id


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_the_files_compile_and_stay_as_the_collector_writes_them(language: str, tmp_path: Path) -> None:
    with (tmp_path / "django.mo").open("wb") as file:
        write_mo(file, catalogue.translations(language))
    before = catalogue.path(language).read_text(encoding="utf-8")
    assert catalogue.updated(language) == before, "run python -m concerted.web.catalogue"
