"""What errors say to people, collected from where they are raised.

The rooms below the web know no languages: their errors speak English, as programs and the command line read it. Here
the texts are taken from the source as templates, ``{len(name)} letters`` as ``%(a)s letters``, for the catalogue;
``web.errors`` finds the template of an error that it is to show.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import ascii_lowercase

PACKAGE = Path(__file__).parents[1]
CONTEXT = "error"
# What pages can come upon, by file or folder. What the register itself does not find or allow, pages say in their own
# words, and what is said of files that only commands open stays English.
ROOMS = (
    "actions",
    "formats/__init__.py",
    "formats/akoma_ntoso/document.py",
    "formats/calendars",
    "formats/docx.py",
    "formats/encoding.py",
    "formats/html.py",
    "formats/pdf.py",
    "formats/record.py",
    "formats/sheets",
    "ledger/packs/canonical.py",
    "ledger/packs/change.py",
    "ledger/packs/reading.py",
    "ledger/packs/sealing.py",
    "reading",
    "register/as_of",
    "register/nouns",
    "register/packing/opening.py",
    "register/packing/plain.py",
    "register/packing/weighing.py",
    "terms/figures.py",
    "web/as_of.py",
)
# Which only commands come upon.
_COMMANDS = tuple(f"actions/{name}.py" for name in ("intake", "likeness", "pack_exports", "pack_imports", "pack_keys"))
# The program's own data, which only who installs it can mend; and what pages answer with words of their own, 403.
_UNSAID = ("BadData", "NotAllowed")

# Two or more names, which ``web.errors`` takes one by one.
_LISTS = ("%(a)s and %(b)s",)
_WORDS = (ast.Constant, ast.JoinedStr, ast.IfExp, ast.BoolOp)


@dataclass(frozen=True, slots=True)
class Raised:
    """A text of an error with its place; ``template`` is None where the source does not say it in words."""

    place: str
    line: int
    source: str
    template: str | None


def raised() -> Iterator[Raised]:
    """Give every text that an error of the rooms says: what is wrong, and what was expected."""
    for path, tree in _rooms():
        constants = _constants(tree)
        place = path.relative_to(PACKAGE).as_posix()
        for call in ast.walk(tree):
            if isinstance(call, ast.Call):
                for text in _texts(call):
                    for one in _alternatives(text, constants):
                        yield Raised(place, call.lineno, ast.unparse(one), _template(one))


def _texts(call: ast.Call) -> Iterator[ast.expr]:
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    if name in _errors():
        yield from call.args[:1]
        yield from (one.value for one in call.keywords if one.arg == "expected")
    elif name == "Said":
        # What an import says of a row: the doubt, the column, what was found, what was expected.
        yield from call.args[3:4]
    elif name == "Column":
        # What belongs into it, which is expected where nothing is.
        yield from call.args[2:3]
    elif name == "Weighed":
        yield from (one.value for one in call.keywords if one.arg == "why")


def _alternatives(text: ast.expr, constants: dict[str, ast.expr]) -> Iterator[ast.expr]:
    if isinstance(text, ast.IfExp):
        yield from _alternatives(text.body, constants)
        yield from _alternatives(text.orelse, constants)
    elif isinstance(text, ast.BoolOp):
        for one in text.values:
            yield from _alternatives(one, constants)
    elif isinstance(text, ast.Name) and text.id in constants:
        yield from _alternatives(constants[text.id], constants)
    elif isinstance(text, ast.Call) and getattr(text.func, "id", "") in constants:
        yield from _alternatives(constants[text.func.id], constants)  # type: ignore[attr-defined]  # a name, as it has an id
    else:
        yield text


def _template(text: ast.expr) -> str | None:
    if isinstance(text, ast.Constant):
        return str(text.value).replace("%", "%%")
    if not isinstance(text, ast.JoinedStr):
        return None
    letters = iter(ascii_lowercase)
    written = "".join(
        str(part.value).replace("%", "%%") if isinstance(part, ast.Constant) else f"%({next(letters)})s"
        for part in text.values
    )
    return None if written in _LISTS else written


def _constants(tree: ast.Module) -> dict[str, ast.expr]:
    """Give the texts that the names of a file stand for; a function stands for all that it gives."""
    found: dict[str, ast.expr] = {}
    for one in ast.walk(tree):
        if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name) and isinstance(one.value, _WORDS):
            found[one.targets[0].id] = one.value
        elif isinstance(one, ast.FunctionDef):
            given = [each.value for each in ast.walk(one) if isinstance(each, ast.Return) and each.value]
            if given and all(isinstance(each, _WORDS) for each in given):
                found[one.name] = ast.BoolOp(ast.Or(), given)
    return found


@cache
def _errors() -> frozenset[str]:
    """Give the names of all errors that a person can act on."""
    trees = [*(tree for _path, tree in _rooms()), _parsed(PACKAGE / "terms" / "errors.py")]
    bases = {
        one.name: {base.id for base in one.bases if isinstance(base, ast.Name)}
        for tree in trees
        for one in ast.walk(tree)
        if isinstance(one, ast.ClassDef)
    }
    known = {"ConcertedError"}
    while more := {name for name, above in bases.items() if above & known} - known:
        known |= more
    return frozenset(known - set(_UNSAID))


@cache
def _rooms() -> tuple[tuple[Path, ast.Module], ...]:
    places = [PACKAGE / room for room in ROOMS]
    files = [path for place in places for path in (sorted(place.rglob("*.py")) if place.is_dir() else [place])]
    return tuple((path, _parsed(path)) for path in files if path.relative_to(PACKAGE).as_posix() not in _COMMANDS)


def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))
