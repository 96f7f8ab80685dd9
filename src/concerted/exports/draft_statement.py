"""A drafted statement in words, and as a document to edit further.

What each paragraph rests on stands in a table at the end, so that the text before it can be taken as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from concerted.convening.draft_statement import Section
from concerted.exports.draft_sentences import PLAIN, Wording, sentence
from concerted.formats.pages import Heading, Paragraph, Part, Table
from concerted.register.nouns import NOUNS
from concerted.register.rows.draft_statement import DraftPoint, DraftStatement
from concerted.register.rows.references import LineRef


@dataclass(frozen=True, slots=True)
class SaidParagraph:
    """A paragraph in words, and what it rests on."""

    number: int
    text: str
    points: tuple[DraftPoint, ...]


@dataclass(frozen=True, slots=True)
class SaidSection:
    """A section in words; the opening one has no ``title``."""

    section: Section
    line: LineRef | None
    title: str
    paragraphs: tuple[SaidParagraph, ...]


def said(draft: DraftStatement, words: Wording = PLAIN) -> tuple[SaidSection, ...]:
    """Put a draft into words, section by section."""
    return tuple(
        SaidSection(
            section,
            line,
            _title(section, line, words),
            tuple(SaidParagraph(one.number, sentence(one, draft, words), one.points) for one in group),
        )
        for (section, line), group in groupby(draft.paragraphs, key=lambda one: (one.section, one.line))
    )


def document(draft: DraftStatement, words: Wording = PLAIN) -> tuple[Part, ...]:
    """Write a draft as the parts of a document, with the table of what it rests on."""
    return tuple(_parts(draft, words))


def title(draft: DraftStatement, words: Wording = PLAIN) -> str:
    """Name the document."""
    return words.say("Draft statement: {meeting}").format(meeting=words.own(draft.meeting.meeting.name))


def address(slug: str, noun: str, number: int, finding: int | None = None) -> str:
    """Give the address of a record under the site's own, of a statement that of the passage that is meant."""
    if noun in NOUNS:
        return f"/{slug}/{NOUNS[noun].plural}/{number}/"
    return f"/{slug}/{noun}s/{number}/" + (f"#p{finding}" if finding is not None and noun == "statement" else "")


def grounds(point: DraftPoint) -> tuple[tuple[str, int], ...]:
    """Name the records to look at for a point, by noun and number: those that have a page."""
    if point.noun == "call" and point.statement is not None:
        return (("statement", point.statement.id),)
    return () if point.noun == "party" else point.records


def _title(section: Section, line: LineRef | None, words: Wording) -> str:
    if line is not None:
        return f"{line.number}. {line.title}"
    titles = {Section.GENERAL: "The coalition as a whole", Section.CLOSING: "Next steps"}
    return words.say(titles[section]) if section in titles else ""


def _parts(draft: DraftStatement, words: Wording) -> Iterator[Part]:
    say, sections = words.say, said(draft, words)
    yield Heading(title(draft, words), 1)
    note = say("Draft of {day} from the record, as far as its reader sees it.").format(day=words.day(draft.as_of))
    yield Paragraph(f"{note} {say('What stands in square brackets has to be settled.')}")
    if draft.guarded:
        numbers = words.listed(str(number) for number in draft.guarded)
        lead = say("Not all of it is public: paragraphs {numbers} name what is not released to the public.")
        yield Paragraph(lead.format(numbers=numbers))
    for section in sections:
        if section.title:
            yield Heading(section.title)
        yield from (Paragraph(one.text, f"{one.number}.") for one in section.paragraphs)
    yield Heading(say("What it rests on"))
    head = (say("Paragraph"), say("Record"), say("Released to"), say("Reference"))
    yield Table(head, tuple(_rests(draft, sections, words)))


def _rests(draft: DraftStatement, sections: tuple[SaidSection, ...], words: Wording) -> Iterator[tuple[str, ...]]:
    for one in (one for section in sections for one in section.paragraphs):
        for point in one.points:
            release = words.say(point.release.kind) if point.release else ""
            for noun, number in grounds(point):
                there = words.origin + address(draft.coalition.slug, noun, number, point.finding)
                yield str(one.number), words.say(noun), release, there
