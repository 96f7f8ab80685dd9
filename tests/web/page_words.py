"""The words of a page that are the site's own: all that it says, without what people wrote and what quotes a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from django.apps import apps

from concerted.web import catalogue, words

# Attributes that are read out or shown.
TOLD = {"alt", "aria-description", "aria-label", "placeholder", "title"}
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
# Codes and formats are the same in every language: KWT, EUR, XLSX.
WORD = re.compile(r"\b(?![A-Z]+\b)[A-Za-z][A-Za-z’'-]*[A-Za-z]")
# Names of programs and formats, and examples that are written in Latin letters.
NAMES = ("Akoma Ntoso", "Concerted", "Excel", "HarbourUnion", "JSON-LD", "Markdown", "Windows-1252", "Word", "Windows")
_FIGURE = re.compile(r"%\(\w+\)s")
_LONG = re.compile("[A-Za-z]{3,}")
_TEXTS = ("TextField", "CharField", "EmailField", "JSONField")


class Pieces(HTMLParser):
    """Collects what a page says to people, but not what stands in another language and is marked so."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self._language = language
        self._open: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name: value or "" for name, value in attrs}
        own = names.get("lang", self._language) == self._language and tag not in ("script", "style", "code", "pre")
        own = own and all(self._open)
        if own:
            self.said += [" ".join(value.split()) for name, value in names.items() if name in TOLD]
        if tag not in VOID:
            self._open.append(own)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if all(self._open) and data.strip():
            self.said.append(" ".join(data.split()))


def pieces(html: str, language: str) -> list[str]:
    """Give what a page says to people, node by node and attribute by attribute."""
    page = Pieces(language)
    page.feed(html)
    return page.said


def strange(said: str, written: Iterable[str]) -> list[str]:
    """Find the words in Latin letters that are left when what people wrote is taken away."""
    for text in (*written, *NAMES):
        if text in said:
            said = said.replace(text, " ")
    return WORD.findall(said)


def written(terms: Iterable[str]) -> list[str]:
    """Give what people wrote, the longest first: every text of the register but ``terms``, the fields of its terms."""
    found: set[str] = set()
    for model in apps.get_app_config("register").get_models():
        for one in model._meta.local_concrete_fields:
            if one.get_internal_type() in _TEXTS and f"{model.__name__}.{one.name}" not in terms:
                for value in model._default_manager.values_list(one.name, flat=True):
                    found.update(_texts(value))
    return sorted((text for text in found - set(words._ALL) if len(text) > 2), key=len, reverse=True)


def _texts(value: object) -> Iterator[str]:
    """Give the texts in a value; of a structure those that hold a planted word, as its others are terms."""
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, dict | list | tuple):
        inner = value.values() if isinstance(value, dict) else value
        yield from (text for one in inner for text in _texts(one) if "zq" in text)


def english(said: Iterable[str]) -> list[str]:
    """Find what is a string of ours for which French has another: as it is, or filled in, if it has three words."""
    messages = [one for one in catalogue.translations("fr") if one.id and one.context != "error"]
    french = {text for one in messages for text in _plain(one.string)}
    ours = {text for one in messages for text in _plain(one.id)} - french
    filled = [text for text in ours if _FIGURE.search(text) and len(_LONG.findall(_FIGURE.sub("", text))) > 2]
    patterns = [re.compile(".+".join(map(re.escape, _FIGURE.split(text)))) for text in filled]
    return [text for text in said if text in ours or any(each.fullmatch(text) for each in patterns)]


def _plain(text: object) -> list[str]:
    return [" ".join(str(one).split()) for one in (text if isinstance(text, list | tuple) else [text])]
