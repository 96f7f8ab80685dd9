"""Work out what becomes of a statement's findings in a corrected text; nothing is written here.

What people have decided on is carried over by its words. What nobody has decided on is read anew: it stays where the
new reading says the same, else the new proposal takes its place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from concerted.actions.forms import INDICES, carried_form, passages_of, pointed
from concerted.actions.intake import ReadFact
from concerted.reading.anchoring import Anchor, Anchoring, How
from concerted.reading.turning_words import turned_before
from concerted.register.models import PROPOSED, Decision, Fact, Finding, Standing, Statement, Verdict, Version
from concerted.register.places import Place, place, with_anchors
from concerted.terms.passage import Passage

# Of two facts of one sort that share so much of their words, the one is the other.
_SAME_PLACE = 0.5
# Passages that say when, of what list and with what reservation: without them a finding says something else.
_NEEDED = ("due_passage", "lead_in", "note_passage")


@dataclass(frozen=True, slots=True)
class Carried:
    """What becomes of one finding: where it stood, its anchor, and the forms that it has in the new text."""

    finding: Finding
    last: Decision | None
    state: str
    before: Passage
    anchor: Anchor
    standing: Standing
    proposal: dict[str, Any] | None = None
    corrected: dict[str, Any] | None = None

    @property
    def waits(self) -> bool:
        """Tell whether a person must say where it stands."""
        return self.standing is Standing.ORPHANED

    @property
    def is_moved(self) -> bool:
        """Tell whether a decided finding stands on other words, or elsewhere in the order of the text."""
        return self.standing is Standing.ANCHORED and self.state != PROPOSED and self.anchor.how is not How.SAME


@dataclass(frozen=True, slots=True)
class Plan:
    """What a corrected text would change: every finding once in ``carried``, and what is read for the first time."""

    statement: Statement
    carried: tuple[Carried, ...]
    new: tuple[ReadFact, ...]

    @property
    def stays(self) -> int:
        """Count the findings that keep their very words."""
        return sum(one.standing is Standing.ANCHORED and not one.is_moved for one in self.carried)

    @property
    def moved(self) -> tuple[Carried, ...]:
        """List the decided findings that go to other words."""
        return tuple(one for one in self.carried if one.is_moved)

    @property
    def orphaned(self) -> tuple[Carried, ...]:
        """List the accepted findings that wait for a person."""
        return tuple(one for one in self.carried if one.waits)

    @property
    def proposed(self) -> tuple[ReadFact, ...]:
        """List what is new and asks for a person's decision; what is read anew at its old place is not new."""
        again = {
            (one.finding.fact, one.anchor.passage)
            for one in self.carried
            if one.standing is Standing.SUPERSEDED and one.anchor.stands
        }
        return tuple(
            fact for fact in self.new if fact.fact != Fact.PASSED_OVER and (str(fact.fact), fact.passage) not in again
        )

    @property
    def superseded(self) -> int:
        """Count the findings that nobody had accepted and that the new reading does not have."""
        return sum(one.standing is Standing.SUPERSEDED for one in self.carried)


def plan(statement: Statement, text: str, language: str, read: list[ReadFact]) -> Plan:
    """Carry every finding of a statement over to a new text, beside what was read in it."""
    findings = list(with_anchors(statement.findings.order_by("ordinal")))
    lasts = {one.finding_id: one for one in Decision.objects.filter(finding__statement=statement, next=None)}
    carriers = _Carriers(statement, text, language)
    carried = []
    free = list(read)
    undecided = []
    for finding in findings:
        last = lasts.get(finding.pk)
        found = place(finding, last)
        if found is None or found.standing in (Standing.WITHDRAWN, Standing.SUPERSEDED):
            continue
        state = Decision.state(last)
        if state == PROPOSED:
            undecided.append((finding, last, found))
            continue
        one = carriers.carry(finding, last, state, found)
        carried.append(one)
        if one.standing is Standing.ANCHORED and one.anchor.passage:
            free = [fact for fact in free if not same_place(finding.fact, one.anchor.passage, fact)]
    for finding, last, found in undecided:
        one = carriers.read_again(finding, last, found, free)
        carried.append(one)
        if one.standing is Standing.ANCHORED:
            free.remove(next(fact for fact in free if fact.passage == one.anchor.passage and _same(finding, fact, one)))
    carried.sort(key=lambda one: one.finding.ordinal)
    return _pointed(Plan(statement, tuple(carried), tuple(free)), findings, read)


def same_place(fact: str, passage: Passage, read: ReadFact) -> bool:
    """Tell whether a fact that was read is the one of that sort that stands at a place."""
    if read.fact != fact or read.passage.start >= passage.end or passage.start >= read.passage.end:
        return False
    common = min(passage.end, read.passage.end) - max(passage.start, read.passage.start)
    whole = max(passage.end, read.passage.end) - min(passage.start, read.passage.start)
    return common >= _SAME_PLACE * whole


def _same(finding: Finding, read: ReadFact, one: Carried) -> bool:
    return read.fact == finding.fact and one.proposal is read.proposal


class _Carriers:
    """The new text aligned with each of the versions that findings last stood in, which is mostly one."""

    def __init__(self, statement: Statement, text: str, language: str) -> None:
        self._statement, self._text, self._language = statement, text, language
        self._known: dict[int, tuple[str, Anchoring]] = {}

    def _of(self, version: int) -> tuple[str, Anchoring]:
        if version not in self._known:
            old = Version.objects.get(statement=self._statement, number=version).text
            self._known[version] = old, Anchoring(old, self._text, self._language)
        return self._known[version]

    def carry(self, finding: Finding, last: Decision | None, state: str, found: Place) -> Carried:
        """Carry a decided finding over by its words, with every passage that it rests on."""
        old_text, anchoring = self._of(found.version)
        every = passages_of(found.data)
        mentions = every.get("passages", [])
        whole = Passage.of(old_text, found.start, found.end)
        before = next((one for one in mentions if anchoring.anchor(one).stands), whole)
        anchor = anchoring.anchor(before)
        if finding.fact == Fact.ACT and anchor.stands and anchor.passage:
            sorts = turned_before(before, old_text, anchor.passage, self._text, self._language)
            anchor = replace(anchor, how=How.CHANGED, turned=sorts) if sorts else anchor
        for name in _NEEDED:
            for passage in every.get(name, []):
                other = self._inner(anchoring, passage, before, anchor)
                if anchor.stands and other.how in (How.CHANGED, How.GONE):
                    anchor = replace(anchor, how=How.CHANGED, turned=(*anchor.turned, *other.turned))
        base = Carried(finding, last, state, whole, anchor, Standing.ANCHORED)
        if not anchor.stands:
            rejected = state == Verdict.REJECTED
            return replace(base, standing=Standing.SUPERSEDED if rejected else Standing.ORPHANED)

        def new(passage: Passage) -> Passage | None:
            if passage == before:
                return anchor.passage
            return self._inner(anchoring, passage, before, anchor).passage

        data = carried_form(finding.fact, found.data, new)
        proposal = data if found.data is found.proposal else carried_form(finding.fact, found.proposal, new)
        corrected = None if found.data is found.proposal else data
        return replace(base, proposal=proposal or data, corrected=corrected)

    def _inner(self, anchoring: Anchoring, passage: Passage, before: Passage, anchor: Anchor) -> Anchor:
        """Anchor a passage that a finding rests on; inside the finding's own words, these vouch for it."""
        found = anchoring.anchor(passage)
        if found.stands or found.passage is None or found.how is How.CHANGED:
            return found
        own = anchor.passage
        inside = before.start <= passage.start and passage.end <= before.end
        if inside and own and own.start <= found.passage.start and found.passage.end <= own.end:
            return found
        return Anchor(None, 0.0, How.GONE)

    def read_again(self, finding: Finding, last: Decision | None, found: Place, read: Iterable[ReadFact]) -> Carried:
        """Keep a finding that nobody has decided on if the new reading has the same at its place."""
        old_text, anchoring = self._of(found.version)
        before = Passage.of(old_text, found.start, found.end)
        anchor = anchoring.anchor(before)
        base = Carried(finding, last, PROPOSED, before, anchor, Standing.SUPERSEDED)
        if not anchor.stands:
            return base
        form = carried_form(finding.fact, found.proposal, lambda passage: anchoring.anchor(passage).passage)
        for fact in read:
            if fact.fact == finding.fact and fact.passage == anchor.passage and _says(fact.proposal) == _says(form):
                return replace(base, standing=Standing.ANCHORED, proposal=fact.proposal)
        return base


def _says(form: dict[str, Any] | None) -> dict[str, Any]:
    """Give what a form says, without the numbers that point to other facts and how sure the reading was."""
    return {key: value for key, value in (form or {}).items() if key not in (*INDICES, "confidence")}


def _pointed(found: Plan, findings: list[Finding], read: list[ReadFact]) -> Plan:
    """Let acts point to sums, instruments ... by their number among all findings of the statement, old ones first."""
    old: dict[str, list[int]] = defaultdict(list)
    for finding in findings:
        old[finding.fact].append(finding.pk)
    numbers = {pk: number for pks in old.values() for number, pk in enumerate(pks)}
    added: dict[tuple[str, int], int] = {}
    counts = {fact: len(pks) for fact, pks in old.items()}
    for fact in found.new:
        added[fact.fact, fact.index] = counts.get(fact.fact, 0)
        counts[fact.fact] = counts.get(fact.fact, 0) + 1
    for fact in read:
        if (fact.fact, fact.index) not in added:
            at = (one for one in found.carried if one.anchor.passage and one.standing is Standing.ANCHORED)
            same = (one for one in at if one.anchor.passage and same_place(one.finding.fact, one.anchor.passage, fact))
            added[fact.fact, fact.index] = numbers[next(same).finding.pk]
    # What was read anew in the place of an old finding is what old acts now point to.
    instead = {}
    for one in found.carried:
        if one.standing is not Standing.ANCHORED and one.anchor.passage:
            anew = (fact for fact in read if same_place(one.finding.fact, one.anchor.passage, fact))
            if again := next(anew, None):
                instead[one.finding.fact, numbers[one.finding.pk]] = added[again.fact, again.index]
    carried = []
    for one in found.carried:
        fresh = one.state == PROPOSED
        proposal = pointed(one.proposal, added if fresh else instead)
        carried.append(replace(one, proposal=proposal, corrected=pointed(one.corrected, instead)))
    new = [replace(fact, proposal=pointed(fact.proposal, added) or {}) for fact in found.new]
    return replace(found, carried=tuple(carried), new=tuple(new))
