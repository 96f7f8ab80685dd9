"""Web Annotations read back: ours as the reading they were made from, anybody's as notes on passages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from concerted.formats.decisions import STATES, Decision, Reviewed, nouns
from concerted.formats.record import reading_of
from concerted.formats.web_annotation import CONTEXT, FACT, SOFTWARE, STATEMENT, text_iri
from concerted.terms.errors import UnreadableDocument
from concerted.terms.passage import Passage

_EXPECTED = "Web Annotations in JSON-LD"
_OURS = re.compile(r"#(?P<noun>[a-z_]+)-(?P<number>\d+)\Z")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Note:
    """What an annotation says about a text: ``words`` of its bodies, addresses that they link to, who made it.

    ``passages`` are the places that were found in the text; ``lost`` the quotations that are not
    there, or there more than once with nothing to tell which is meant.
    """

    passages: tuple[Passage, ...]
    words: tuple[str, ...]
    motivations: tuple[str, ...] = ()
    creator: str | None = None
    lost: tuple[str, ...] = ()


def load(data: bytes, name: str) -> Json:
    """Read a file of annotations as JSON; raises UnreadableDocument for anything else."""
    try:
        stored = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument(f"no JSON ({error})", where=name, expected=_EXPECTED) from error
    if not isinstance(stored, dict) or not is_annotations(stored):
        raise UnreadableDocument("other JSON", where=name, expected=_EXPECTED)
    return stored


def is_annotations(stored: Any) -> bool:
    """Tell whether plain data are annotations, by their context."""
    contexts = _listed(stored.get("@context")) if isinstance(stored, dict) else []
    return CONTEXT in contexts or CONTEXT.replace("http:", "https:") in contexts


def reviewed_of(stored: Json, text: str) -> Reviewed:
    """Read back the reading and the decisions that ``web_annotation`` wrote, over the same text.

    Raises UnreadableDocument for annotations of others, of another text, and where a fact is
    missing or of another shape.
    """
    found: Json = {noun: {} for noun in nouns()}
    own: Json | None = None
    decisions: list[Decision] = []
    for one in _annotations(stored):
        fact = _fact(one)
        match = _OURS.search(str(one.get("id", "")))
        if fact is None:
            continue
        if str(one.get("id", "")).endswith(f"#{STATEMENT}"):
            own = fact
            _check_text(one.get("target"), text)
        elif match and match["noun"] in found:
            place = int(match["number"]) - 1
            found[match["noun"]][place] = fact
            decisions += _decisions(one, match["noun"], place)
    if own is None:
        raise UnreadableDocument("annotations of another program", where="annotations", expected=SOFTWARE["name"])
    for noun, facts in found.items():
        if sorted(facts) != list(range(len(facts))):
            raise UnreadableDocument("a fact is missing", where=f"annotations: {noun}", expected="all of them")
    lists = {noun: [facts[place] for place in range(len(facts))] for noun, facts in found.items()}
    return Reviewed(reading_of(own | lists, text), tuple(decisions))


def notes_of(stored: Json, text: str) -> tuple[Note, ...]:
    """Read anybody's annotations as notes on a text.

    A place is where position and quotation agree. Where only the quotation fits (other programs
    count UTF-16 units), it is where that stands with its context; never a guess among several.
    """
    return tuple(_note(one, text) for one in _annotations(stored))


def _note(annotation: Json, text: str) -> Note:
    passages, lost = list[Passage](), list[str]()
    for target in _listed(annotation.get("target")):
        selectors = _listed(target.get("selector")) if isinstance(target, dict) else []
        passage = _placed(selectors, text)
        if passage is not None:
            passages.append(passage)
        elif selectors:
            lost.append(next((str(one["exact"]) for one in selectors if isinstance(one, dict) and "exact" in one), ""))
    words = [word for body in _listed(annotation.get("body")) for word in _words(body)]
    words += [str(value) for value in _listed(annotation.get("bodyValue"))]
    motivations = tuple(str(each) for each in _listed(annotation.get("motivation")))
    return Note(tuple(passages), tuple(words), motivations, _creator(annotation), tuple(lost))


def _creator(annotation: Json) -> str | None:
    for one in _listed(annotation.get("creator")):
        return str(one.get("name") or one.get("id") or "") if isinstance(one, dict) else str(one)
    return None


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _annotations(stored: Any) -> Iterator[Json]:
    """Find annotations in a collection, in a page, in a graph or alone; an item that is only named is not there."""
    if not isinstance(stored, dict):
        return
    kinds = _listed(stored.get("type") or stored.get("@type"))
    if "Annotation" in kinds:
        yield stored
    for key in ("first", "items", "@graph"):
        for part in _listed(stored.get(key)):
            yield from _annotations(part)


def _fact(annotation: Json) -> Json | None:
    for body in _listed(annotation.get("body")):
        if isinstance(body, dict) and FACT.items() <= body.items():
            try:
                fact = json.loads(body["value"])
            except (KeyError, TypeError, ValueError) as error:
                raise UnreadableDocument("not a fact", where=str(annotation.get("id")), expected="JSON") from error
            return fact if isinstance(fact, dict) else None
    return None


def _check_text(target: Any, text: str) -> None:
    """A text that is named by its digest must be the one at hand."""
    if isinstance(target, str) and target.startswith("urn:sha256:") and target != text_iri(text):
        raise UnreadableDocument("annotations of another text", where="target", expected=target)


def _decisions(annotation: Json, noun: str, place: int) -> list[Decision]:
    bodies = [body for body in _listed(annotation.get("body")) if isinstance(body, dict)]
    comment = next((str(body.get("value", "")) for body in bodies if body.get("purpose") == "commenting"), "")
    for body in bodies:
        if body.get("purpose") == "assessing" and body.get("value") in STATES:
            by, at = body.get("creator"), body.get("created")
            try:
                when = datetime.fromisoformat(at) if at else None
            except (TypeError, ValueError) as error:
                raise UnreadableDocument(f"{at!r} is no time", where="created", expected="xsd:dateTime") from error
            return [Decision(noun, place, body["value"], by.get("name") if isinstance(by, dict) else by, when, comment)]
    return []


def _words(body: Any) -> list[str]:
    if isinstance(body, str):
        return [body]
    if not isinstance(body, dict):
        return []
    value = body.get("value") or body.get("source") or body.get("id")
    return [value] if isinstance(value, str) else []


def _placed(selectors: list[Any], text: str) -> Passage | None:
    """Find the one place that selectors mean: where all agree, else where the quotations alone do."""
    known = [one for one in selectors if isinstance(one, dict)]
    if (plain := _plainly(known, text)) is not None:
        return plain
    places = [found for one in known if (found := _places(one, text)) is not None]
    quoted = [found for one in known if "exact" in one and (found := _places(one, text)) is not None]
    for alternatives in (places, quoted):
        agreed = set(alternatives[0]).intersection(*alternatives[1:]) if alternatives else set()
        if len(agreed) == 1:
            return Passage.of(text, *agreed.pop())
    return None


def _plainly(selectors: list[Json], text: str) -> Passage | None:
    """Take a position whose words are the ones quoted, without a search through the text."""
    for one in selectors:
        start, end = one.get("start"), one.get("end")
        if isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text):
            quotes = [other["exact"] for other in selectors if "exact" in other]
            if quotes == [text[start:end]] and not any("refinedBy" in other for other in selectors):
                return Passage.of(text, start, end)
    return None


def _places(selector: Json, text: str) -> list[tuple[int, int]] | None:
    """Give the places that a selector may mean; None for a kind of selector that says nothing about a text."""
    start, end, exact = selector.get("start"), selector.get("end"), selector.get("exact")
    if selector.get("type") == "TextPositionSelector" and isinstance(start, int) and isinstance(end, int):
        found = [(start, end)] if 0 <= start < end <= len(text) else []
    elif selector.get("type") == "TextQuoteSelector" and isinstance(exact, str):
        found = _quoted(exact, str(selector.get("prefix") or ""), str(selector.get("suffix") or ""), text)
    else:
        return None
    for one in _listed(selector.get("refinedBy")):
        inner = [(outer, _places(one, text[outer[0] : outer[1]])) for outer in found if isinstance(one, dict)]
        found = [(first + at, first + to) for (first, _), places in inner for at, to in places or ()]
    return found


def _quoted(exact: str, prefix: str, suffix: str, text: str) -> list[tuple[int, int]]:
    """Find where a quotation stands: with its context where it stands so, else wherever it stands."""
    for before, after in ((prefix, suffix), ("", "")):
        words = re.escape(before + exact + after)
        found = [match.start() + len(before) for match in re.finditer(f"(?={words})", text)] if exact else []
        if found:
            return [(start, start + len(exact)) for start in found]
    return []
