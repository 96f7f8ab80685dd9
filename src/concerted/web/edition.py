"""A statement's text as a critical edition: passages marked in place, acts inside acts kept whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding's place in the text, in code points.

    ``id`` makes its anchor, ``sign`` leads to its note, ``label`` names it to a screen reader. Where it is not
    ``numbered``, the words themselves lead to the note if nothing else is marked inside them. Without a sign
    there is no other way to the note.
    """

    start: int
    end: int
    id: int
    sign: str
    label: str
    css: str
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a mark inside its paragraph. Only the first piece of a mark carries its number."""

    mark: Mark
    first: bool
    start: int
    end: int
    children: tuple[Span, ...] = ()


def weave(marks: Iterable[Mark], start: int, end: int) -> tuple[Span, ...]:
    """Nest the marks that lie in ``start:end`` as a tree of spans.

    A mark that reaches over the end of its host (or of the paragraph) is cut there and goes on
    as a further piece, so that the spans of the tree never cross.
    """
    pieces = [
        Span(mark, first=mark.start >= start, start=max(mark.start, start), end=min(mark.end, end))
        for mark in marks
        if mark.start < end and mark.end > start
    ]
    return _nest(pieces)


def _nest(pieces: Sequence[Span]) -> tuple[Span, ...]:
    waiting = sorted(pieces, key=_outermost_first)
    nested: list[Span] = []
    while waiting:
        host = waiting.pop(0)
        inside = [piece for piece in waiting if piece.start < host.end]
        rest = [piece for piece in waiting if piece.start >= host.end]
        for piece in inside:
            if piece.end > host.end:
                rest.append(Span(piece.mark, first=False, start=host.end, end=piece.end))
        kept = [Span(p.mark, p.first, p.start, min(p.end, host.end)) for p in inside]
        nested.append(Span(host.mark, host.first, host.start, host.end, _nest(kept)))
        waiting = sorted(rest, key=_outermost_first)
    return tuple(nested)


def _outermost_first(piece: Span) -> tuple[int, int, int]:
    return piece.start, -piece.end, piece.mark.id


def as_html(text: str, spans: Sequence[Span], start: int, end: int) -> SafeString:
    """Write ``text[start:end]`` as HTML: each span with its anchor and a way to its note.

    The way is the number in front, or the words themselves where the mark is not numbered and
    nothing else is marked inside it (a link inside a link is not HTML).
    """
    parts: list[tuple[str]] = []
    at = start
    for span in spans:
        parts.append((text[at : span.start],))
        parts.append((_span(text, span),))
        at = span.end
    parts.append((text[at:end],))
    return format_html_join("", "{}", parts)


def _span(text: str, span: Span) -> SafeString:
    mark = span.mark
    inner = as_html(text, span.children, span.start, span.end)
    anchor = format_html(' id="p{}"', mark.id) if span.first else SafeString("")
    if not mark.numbered and not span.children:
        return format_html('<a{} class="{}" href="#n{}">{}</a>', anchor, mark.css, mark.id, inner)
    number = SafeString("")
    if span.first and mark.sign:
        number = format_html(
            '<a class="siglum" href="#n{0}" aria-label="{1}: {2}">{1}</a>', mark.id, mark.sign, mark.label
        )
    return format_html('<span{} class="{}">{}{}</span>', anchor, mark.css, number, inner)
