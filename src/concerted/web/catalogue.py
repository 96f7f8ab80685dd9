"""The interface's strings and their translations, collected without GNU gettext.

``python -m concerted.web.catalogue`` brings ``locale/*/LC_MESSAGES/django.po`` up to date: new
strings come in untranslated, stale ones go. Set-up compiles the files.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from concerted.web import error_strings

HERE = Path(__file__).parent
LANGUAGES = ("fr", "ar")
_KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_IDLE = tuple(
    f'"{name}:'
    for name in (
        "Project-Id-Version",
        "Report-Msgid-Bugs-To",
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Generated-By",
    )
)


def strings() -> Catalog:
    """Collect every string that templates and code mark for translation, and what errors say."""
    catalog = Catalog(project="Concerted", charset="utf-8", fuzzy=False)
    for source, text, lexer in _sources():
        place = source.relative_to(HERE).as_posix()
        # Only the JavaScript lexer is at ease with the blanked-out remains of a template.
        for _line, message, _comments, context in extract(lexer, BytesIO(text.encode()), keywords=_KEYWORDS):
            catalog.add(message, context=context, locations=[(place, 0)])
    for one in error_strings.raised():
        if one.template:
            catalog.add(one.template, context=error_strings.CONTEXT, locations=[(f"../{one.place}", 0)])
    return catalog


def _sources() -> Iterator[tuple[Path, str, str]]:
    for source in sorted((*HERE.rglob("*.html"), *HERE.rglob("*.txt"))):
        calls = templatize(source.read_text(encoding="utf-8"))
        yield source, calls.replace("(u'", "('").replace(", u'", ", '"), "javascript"
    for source in sorted(HERE.rglob("*.py")):
        yield source, source.read_text(encoding="utf-8"), "python"


def translations(language: str) -> Catalog:
    """Read a language's file; an empty catalogue where there is none yet."""
    file_of = path(language)
    if not file_of.exists():
        return Catalog(locale=language, project="Concerted", charset="utf-8", fuzzy=False)
    with file_of.open("rb") as file:
        return read_po(file, locale=language)


def updated(language: str) -> str:
    """Write a language's file anew: translations kept, new strings added, stale ones dropped."""
    catalog = translations(language)
    catalog.update(strings(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.header_comment = (
        f"# The interface in the language {language}; brought up to date by concerted.web.catalogue."
    )
    with BytesIO() as written:
        write_po(written, catalog, sort_by_file=True, include_lineno=False, width=110)
        lines = written.getvalue().decode("utf-8").splitlines(keepends=True)
    # What changes with each run, or says nothing, has no place in a compared file.
    return "".join(line for line in lines if not line.startswith(_IDLE))


def path(language: str) -> Path:
    """Tell where a language's file lies."""
    return HERE / "locale" / language / "LC_MESSAGES" / "django.po"


if __name__ == "__main__":
    for each in LANGUAGES:
        path(each).parent.mkdir(parents=True, exist_ok=True)
        path(each).write_text(updated(each), encoding="utf-8")
