"""Keep what a search looks through in step with the record; part of the action that calls it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from concerted.register.folding import fold
from concerted.register.models import Coalition, Party, Release, SearchEntry, Statement

_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\n[^\n]*\S[^\n]*)*")
# PostgreSQL indexes at most a megabyte of words in a row.
_LONGEST = 20_000


def index(
    *,
    coalition: Coalition,
    noun: str,
    key: object,
    title: str,
    release: Release,
    body: str = "",
    owner: Party | None = None,
) -> None:
    """Let a record be found by its title and words, by those to whom it is released."""
    SearchEntry.objects.update_or_create(
        coalition=coalition,
        noun=noun,
        key=str(key),
        defaults={
            "owner": owner,
            "release": release,
            "title": title[:500],
            "body": body,
            "words": fold(f"{title}\n{body}"),
        },
    )


def forget(*, coalition: Coalition, noun: str, key: object) -> None:
    """Let a record that is no longer in force not be found."""
    SearchEntry.objects.filter(coalition=coalition, noun=noun, key=str(key)).delete()


def index_text(statement: Statement) -> None:
    """Let a statement be found by the words of each of its paragraphs, and by its title."""
    entries = [
        SearchEntry(
            coalition=statement.coalition,
            owner=statement.owner,
            release=statement.release,
            noun="statement",
            key=str(statement.pk),
            title=statement.title[:500],
            body=body,
            words=fold(body),
            statement=statement,
            start=start,
        )
        for start, body in _paragraphs(statement.text)
    ]
    entries.append(
        SearchEntry(
            coalition=statement.coalition,
            owner=statement.owner,
            release=statement.release,
            noun="statement",
            key=str(statement.pk),
            title=statement.title[:500],
            body="",
            words=fold(f"{statement.title} {statement.place}"),
            statement=statement,
        )
    )
    SearchEntry.objects.bulk_create(entries)


def _paragraphs(text: str) -> Iterable[tuple[int, str]]:
    for match in _PARAGRAPH.finditer(text):
        for start in range(match.start(), match.end(), _LONGEST):
            yield start, text[start : min(start + _LONGEST, match.end())]
