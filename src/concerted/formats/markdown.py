"""Markdown: the marks of emphasis and links go, headings, items and paragraphs stay."""

from __future__ import annotations

import re
from collections.abc import Callable

from concerted.formats.encoding import characters
from concerted.formats.layout import RULE, row, superscript
from concerted.formats.text import date_of
from concerted.terms.document import Document

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)\n", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_-]+):\s*(.+?)\s*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_UNDERLINED = re.compile(r"^(?P<words>[^\s#>*+|-].*)\n(?P<line>=+|-+)[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_ITEM = re.compile(r"(?P<indent>\s*)(?P<label>[-*+]|\d{1,9}[.)])\s+(?P<words>\S.*)$")
_QUOTED = re.compile(r"^ {0,3}(?:> ?)+")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]:\s*")
_TABLE_LINE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
# A word with an asterisk behind it: one that opens a later line explains it.
_MARKED = re.compile(r"(?<![\w*])\w+\*(?=[\s,.;)]|$)")
_BREAK = "\x00"  # a hard line break until its block is whole; no decoded text holds a NUL

# Inline marks, in the order in which they are taken away.
_INLINE: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"!\[[^\]]*\]\([^()\s]*(?:\s+\"[^\"]*\")?\)"), ""),
    (re.compile(r"\[\^([^\]\s]+)\]"), lambda mark: superscript(mark[1])),
    (re.compile(r"\[([^\[\]]+)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"\[([^\[\]]+)\]\[[^\]]*\]"), r"\1"),
    (re.compile(r"<((?:https?://|mailto:)[^>\s]+)>"), r"\1"),
    (re.compile(r"<br\s*/?>", re.IGNORECASE), _BREAK),
    (re.compile(r"</?[a-zA-Z][^<>]*>"), ""),
    (re.compile(r"(?<!\\)(`+)(.+?)\1"), r"\2"),
    (re.compile(r"(?<![\\*])\*{1,3}(?=\S)([^*]+?)(?<=\S)\*{1,3}(?!\*)"), r"\1"),
    (re.compile(r"(?<![\w\\])_{1,3}(?=\S)([^_]+?)(?<=\S)_{1,3}(?!\w)"), r"\1"),
    (re.compile(r"~~(?=\S)(.+?)(?<=\S)~~"), r"\1"),
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def read(data: bytes, name: str, charset: str = "") -> Document:
    """Read Markdown in the plain layout; title, date, source and language come from its front matter."""
    text = characters(data, name, charset)
    matter = _FRONT_MATTER.match(text)
    fields: dict[str, str] = {}
    if matter is not None:
        fields = {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(matter[1])}
        text = text[matter.end() :]
    return Document(
        "\n\n".join(_blocks(_COMMENT.sub("", text))) + "\n",
        title=fields.get("title", ""),
        source=fields.get("source", "") or name,
        given_date=date_of(fields.get("date", "")[:10]) or date_of(fields.get("date", "")),
        language=(fields.get("language") or fields.get("lang") or "").partition("-")[0].lower(),
    )


def _blocks(text: str) -> list[str]:
    """Part the text into blocks and write each in the plain layout."""
    text = _UNDERLINED.sub(lambda m: ("# " if m["line"][0] == "=" else "## ") + m["words"], text)
    blocks: list[list[str]] = [[]]
    for raw in text.split("\n"):
        line = _QUOTED.sub("", raw)
        if not line.strip():
            blocks.append([])
        elif _HEADING.match(line) or _RULE.match(line):
            blocks += [[line], []]
        elif _ITEM.match(line) or _FOOTNOTE.match(line):
            blocks.append([line])
        else:
            blocks[-1].append(line)
    written: list[str] = []
    for block in blocks:
        marked = any(_MARKED.search(before) for before in written)
        if block and (words := _block(block, "*" if marked else "-")):
            written.append(words)
    return written


def _block(lines: list[str], star: str) -> str:
    """Write one block; ``star`` is what a leading asterisk means: a bullet, or the mark of a footnote."""
    heading, item, note = _HEADING.match(lines[0]), _ITEM.match(lines[0]), _FOOTNOTE.match(lines[0])
    if _RULE.match(lines[0]):
        return RULE
    if heading is not None:
        return f"{heading[1]} {_inline(heading[2])}"
    if len(lines) > 1 and "|" in lines[0] and _TABLE_LINE.fullmatch(lines[1].strip()):
        rows = [row(map(_inline, line.strip().strip("|").split("|"))) for line in (lines[0], *lines[2:])]
        return "\n".join([rows[0].removeprefix("- "), *filter(None, rows[1:])])
    label = ""
    if item is not None:
        bullets = {"*": f"{star} ", "-": "- ", "+": "- "}
        label, lines[0] = bullets.get(item["label"], item["label"] + " "), item["words"]
    elif note is not None:
        label, lines[0] = superscript(note[1]) + " ", lines[0][note.end() :]
    words = ""
    for line in lines:
        words += re.sub(r"(?: {2,}|\\)$", _BREAK, line).lstrip() + " "
    return label + _inline(words)


def _inline(words: str) -> str:
    for mark, instead in _INLINE:
        words = mark.sub(instead, words)
    lines = _ESCAPED.sub(r"\1", words).split(_BREAK)
    return "\n".join(" ".join(line.split(" ")).strip() for line in lines).strip()
