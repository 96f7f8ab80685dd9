"""Text in XML with every character in its place, those that XML cannot hold included.

XML 1.0 holds no control character but tab and line end. In running text U+FFFD stands in for
one, after a processing instruction that names it, so that every offset stays; in a value it is
written ``\\u000c``, and a backslash twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
# White space between elements; every other white space of Unicode is part of the words for XML.
WHITE = " \t\n\r"
REPLACEMENT = "\ufffd"
_TARGET = "concerted-character"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_UNSAFE = re.compile(rf"\\|{_ILLEGAL.pattern}")
_ESCAPE = re.compile(r"\\(\\|u[0-9a-f]{4})")


def element(parent: etree._Element, name: str, /, **attributes: str) -> etree._Element:
    """Add an element of Akoma Ntoso."""
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)


def add_text(parent: etree._Element, text: str) -> None:
    """Add running text after what an element holds."""
    done = 0
    for match in _ILLEGAL.finditer(text):
        _add(parent, text[done : match.start()])
        parent.append(etree.ProcessingInstruction(_TARGET, f"U+{ord(match[0]):04X}"))
        _add(parent, REPLACEMENT)
        done = match.end()
    _add(parent, text[done:])


def _add(parent: etree._Element, text: str) -> None:
    if not text:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def running_text(top: etree._Element) -> Iterator[str]:
    """Give the running text of an element piece by piece, as it was before it became XML; comments are none."""
    if isinstance(top.tag, str):
        yield top.text or ""
        for child in top:
            yield from running_text(child)
            yield _tail(child)


def _tail(child: etree._Element) -> str:
    """Give what follows a child; after a processing instruction of ours, with the character that it names."""
    tail = child.tail or ""
    own = isinstance(child, etree._ProcessingInstruction) and child.target == _TARGET
    if own and tail.startswith(REPLACEMENT):
        name = re.fullmatch(r"U\+([0-9A-F]{4})", (child.text or "").strip())
        return chr(int(name[1], 16)) + tail[1:] if name else tail
    return tail


def value(words: str) -> str:
    """Write words as a value of ours: every character comes back by ``words_of``."""
    return _UNSAFE.sub(lambda match: "\\\\" if match[0] == "\\" else f"\\u{ord(match[0]):04x}", words)


def words_of(value: str) -> str:
    """Read a value of ours."""
    return _ESCAPE.sub(lambda match: "\\" if match[1] == "\\" else chr(int(match[1][1:], 16)), value)


def shown(words: str) -> str:
    """Write words to be read in an attribute of Akoma Ntoso: on one line, without what XML cannot hold."""
    return " ".join(_ILLEGAL.sub(REPLACEMENT, words).split())
