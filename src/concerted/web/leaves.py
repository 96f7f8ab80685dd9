"""A statement cut into leaves: a block of the text with its number and the notes beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from concerted.register.queries.reservations import label
from concerted.register.rows.findings import FindingRow, StatementPage
from concerted.register.rows.minutes import ReservationRow
from concerted.web.edition import Mark, as_html, weave
from concerted.web.notes import Note, note
from concerted.web.words import word

_LOOKS = {"heading": "heading", "list item": "item", "paragraph": "paragraph"}
_ANCHORS = {
    "participant": "participants",
    "line": "lines",
    "meeting": "meetings",
    "deadline": "deadlines",
    "instrument": "instruments",
    "sum": "sums",
    "quantity": "quantities",
    "person": "people",
    "definition": "definitions",
    "check": "checks",
    "passed_over": "passed-over",
}


@dataclass(frozen=True, slots=True)
class Leaf:
    """A block of the text; ``html`` has its passages marked, ``notes`` belong to acts that begin in it.

    ``here`` is true for the block that the reader was sent to, ``reservations`` are those to its paragraph.
    """

    label: str
    css: str
    html: SafeString
    notes: tuple[Note, ...]
    here: bool
    reservations: tuple[ReservationRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Facts of one sort that stand under the text; ``waiting`` counts those that nobody has decided."""

    fact: str
    anchor: str
    name: str
    notes: tuple[Note, ...]
    waiting: int


def leaves(
    page: StatementPage, written: Sequence[Note], *, kind: str = "", line: str = "", at: int | None = None
) -> list[Leaf]:
    """Cut a statement into leaves with its notes as ``all_notes`` has ``written`` them.

    With ``kind`` or ``line`` only acts of that kind or line are marked and noted; ``at`` is the
    place in the text, in code points, that the reader was sent to.
    """
    notes = [each for each in written if _is_shown(each.finding, kind, line)]
    acts = [each for each in notes if each.finding.fact == "act"]
    marks = [_mark(each) for each in notes]
    cut = []
    for block in page.blocks:
        if not page.text[block.start : block.end].strip():
            continue
        html = as_html(page.text, weave(marks, block.start, block.end), block.start, block.end)
        beside = tuple(each for each in acts if block.start <= each.finding.start < block.end)
        here = at is not None and block.start <= at < block.end
        look = _LOOKS.get(block.kind, "aside")
        cut.append(Leaf((block.label or "").strip("#"), look, html, beside, here))
    return cut


def reserved(cut: Sequence[Leaf], found: Sequence[ReservationRow]) -> list[Leaf]:
    """Put reservations beside the paragraphs that they name."""
    by_label: dict[str, list[ReservationRow]] = {}
    for one in found:
        if one.paragraph:
            by_label.setdefault(label(one.paragraph), []).append(one)
    return [
        replace(leaf, reservations=tuple(by_label.get(label(leaf.label), ()))) if leaf.label else leaf for leaf in cut
    ]


def all_notes(page: StatementPage) -> list[Note]:
    """Write a note for every finding of a statement; acts are counted in the order of the text, other facts by sort."""
    counts: dict[str, int] = {}
    notes = []
    # Acts number other facts as they were read, those that have since lost their place included.
    every = sorted((*page.findings, *page.gone), key=lambda finding: finding.ordinal)
    for finding in page.findings:
        counts[finding.fact] = counts.get(finding.fact, 0) + 1
        notes.append(note(finding, counts[finding.fact], every, page.coalition.slug))
    return notes


def groups(written: Sequence[Note]) -> list[Group]:
    """Gather the facts other than acts, by sort, in the order in which a reader asks for them."""
    names = {
        "participant": _("Participants"),
        "line": _("Lines of effort"),
        "meeting": _("Meetings"),
        "deadline": _("Deadlines"),
        "instrument": _("Instruments"),
        "sum": _("Money"),
        "quantity": _("Counted things"),
        "person": _("People"),
        "definition": _("Definitions"),
        "check": _("What the text says about itself"),
        "passed_over": _("Passed over"),
    }
    by_fact: dict[str, list[Note]] = {}
    for each in written:
        by_fact.setdefault(each.finding.fact, []).append(each)
    found = []
    for fact, name in names.items():
        if notes := by_fact.get(fact):
            waiting = sum(each.finding.reviewable and each.finding.state == "proposed" for each in notes)
            found.append(Group(fact, anchor(fact), name, tuple(notes), waiting))
    return found


def anchor(fact: str) -> str:
    """Tell the part of a statement's page on which facts of one sort stand; acts stand beside the text."""
    return _ANCHORS.get(fact, "text")


def _is_shown(finding: FindingRow, kind: str, line: str) -> bool:
    if finding.fact != "act":
        return True
    if kind and finding.kind != kind:
        return False
    return not line or any(str(each.number) == line for each in finding.lines)


def _mark(written: Note) -> Mark:
    finding = written.finding
    if finding.fact == "act":
        label = f"{word(finding.kind)}, {word(finding.state)}"
        css = f"act kind-{finding.kind} act-{finding.state}"
        return Mark(finding.start, finding.end, finding.id, str(written.number), label, css)
    sign, css = ("", "passed") if finding.fact == "passed_over" else ("°", "fact")
    return Mark(finding.start, finding.end, finding.id, sign, word(finding.fact), css, numbered=False)
