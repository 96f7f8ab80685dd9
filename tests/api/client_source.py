"""The source of the Python client, written from the interface's document."""

from __future__ import annotations

import keyword
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = "src/concerted/client"
_HEAD = '"""{}. Written by `make api`."""\n\nfrom __future__ import annotations\n\n'
_PLAIN = {"integer": "int", "number": "float", "boolean": "bool", "null": "None", "object": "dict[str, Any]"}
_FORMATS = {
    "date": "datetime.date",
    "date-time": "datetime.datetime",
    "time": "datetime.time",
    "decimal": "Decimal",
    "binary": "bytes",
}
_HEADERS = {"If-Match": "if_match", "Idempotency-Key": "idempotency_key"}
_REF = "#/components/schemas/"


def files(whole: dict[str, Any]) -> dict[str, str]:
    """Give every file of the client that is written from the document, by its path."""
    tags: dict[str, list[tuple[str, str, dict[str, Any]]]] = {}
    for path, methods in whole["paths"].items():
        for method, operation in methods.items():
            tags.setdefault(operation["tags"][0], []).append((method.upper(), path, operation))
    schemas, home = whole["components"]["schemas"], {}
    found = {}
    for tag in sorted(tags):
        own = [name for one in tags[tag] for name in _named(one[2]["responses"], schemas)]
        own = [name for name in dict.fromkeys(own) if name not in home and name != "Problem"]
        home |= dict.fromkeys(own, tag)
        if own:
            found[f"{FOLDER}/rows/{tag}.py"] = _rows(tag, own, schemas, home)
        found[f"{FOLDER}/calls/{tag}.py"] = _calls(tag, tags[tag], schemas, home)
    found[f"{FOLDER}/rows/__init__.py"] = '"""The rows that the interface answers with. Written by `make api`."""\n'
    found[f"{FOLDER}/calls/__init__.py"] = '"""The operations of the interface. Written by `make api`."""\n'
    found[f"{FOLDER}/client.py"] = _client(sorted(tags))
    return _formatted(found)


def _named(schema: Any, schemas: dict[str, Any]) -> Iterator[str]:
    """Name the kinds of rows that a schema holds, the innermost first."""
    if isinstance(schema, list):
        for one in schema:
            yield from _named(one, schemas)
    elif isinstance(schema, dict):
        if str(schema.get("$ref", "")).startswith(_REF):
            name = schema["$ref"].removeprefix(_REF)
            yield from _named(schemas[name], schemas)
            yield name
        for one in schema.values():
            yield from _named(one, schemas)


def _kind(schema: dict[str, Any]) -> str:
    """Write a schema as a type."""
    if "$ref" in schema:
        return str(schema["$ref"].removeprefix(_REF))
    if "anyOf" in schema:
        return " | ".join(dict.fromkeys(word for one in schema["anyOf"] for word in _kind(one).split(" | ")))
    if "prefixItems" in schema:
        return f"tuple[{', '.join(_kind(one) for one in schema['prefixItems'])}]"
    kind = schema.get("type")
    if kind == "array":
        return f"tuple[{_kind(schema['items'])}, ...]"
    if kind == "object" and isinstance(schema.get("additionalProperties"), dict):
        return f"dict[str, {_kind(schema['additionalProperties'])}]"
    if kind == "string":
        return _FORMATS.get(schema.get("format", ""), "str")
    return _PLAIN.get(str(kind), "Any")


def _imports(text: str, home: dict[str, str], tag: str) -> str:
    """Write the imports of what a text names."""
    lines = ["import datetime"] if "datetime." in text else []
    lines += ["from collections.abc import Iterator"] if "Iterator[" in text else []
    lines += ["from dataclasses import dataclass"] if "@dataclass" in text else []
    lines += ["from decimal import Decimal"] if "Decimal" in text else []
    lines += ["from typing import Any"] if "Any" in text else []
    lines += ["\nfrom concerted.client.connection import Connection, Sending, part"] if "Connection)" in text else []
    words = set(text.replace("[", " ").replace("]", " ").replace(",", " ").replace("(", " ").replace(")", " ").split())
    by: dict[str, list[str]] = {}
    for name in sorted(words & set(home)):
        if home[name] != tag or "@dataclass" not in text:
            by.setdefault(home[name], []).append(name)
    lines += [f"from concerted.client.rows.{where} import {', '.join(names)}" for where, names in sorted(by.items())]
    return "\n".join(lines) + "\n\n"


def _rows(tag: str, names: list[str], schemas: dict[str, Any], home: dict[str, str]) -> str:
    parts = []
    for name in names:
        said = textwrap.indent(_said(schemas[name].get("description") or f"A {name}."), "    ").strip()
        lines = [f"    {field}: {_kind(one)}" for field, one in schemas[name].get("properties", {}).items()]
        parts.append(f'@dataclass(frozen=True, slots=True)\nclass {name}:\n    """{said}"""\n\n' + "\n".join(lines))
    text = "\n\n\n".join(parts) + "\n"
    return _HEAD.format(f"Rows of {tag}") + _imports(text, home, tag) + text


def _said(description: str) -> str:
    """Write a description as a docstring, its first line as it is if there is room for it."""
    plain = description.replace("\\", "\\\\").replace('"""', "'''").rstrip()
    blocks = [textwrap.fill(" ".join(block.split()), 104) for block in plain.split("\n\n")]
    text = "\n\n".join(blocks)
    return text + ("\n" if "\n" in text else "")


def _calls(
    tag: str, operations: list[tuple[str, str, dict[str, Any]]], schemas: dict[str, Any], home: dict[str, str]
) -> str:
    text = f'class {_class(tag)}(Connection):\n    """Operations of {tag}."""\n\n'
    text += "\n\n".join(_call(*one, schemas) for one in operations) + "\n"
    return _HEAD.format(f"Operations of {tag}") + _imports(text, home, tag) + text


def _call(method: str, path: str, operation: dict[str, Any], schemas: dict[str, Any]) -> str:
    # The rows of a list are iterated over: their pages are the client's to ask for.
    own = ("page", "after") if "Iterator[" in _answered(operation)[0] else ()
    parameters = [one for one in operation["parameters"] if one["name"] not in own]
    places = [one for one in parameters if one["in"] == "path"]
    content = operation.get("requestBody", {}).get("content", {})
    body = content.get("application/json", {}).get("schema", {})
    body = schemas[body["$ref"].removeprefix(_REF)] if "$ref" in body else body
    binary = bool(content) and not body
    given = [
        f"{one['name']}: {_kind(one['schema'])}" for one in sorted(places, key=lambda one: path.index(one["name"]))
    ]
    given += ["content: bytes"] if binary else []
    fields = [(name, one, name in body.get("required", [])) for name, one in body.get("properties", {}).items()]
    named = [
        (_HEADERS.get(one["name"], one["name"]), one["schema"], one["required"])
        for one in parameters
        if one not in places
    ]
    named = sorted([*fields, *named], key=lambda one: not one[2])
    given += ["*"] if named else []
    given += [_parameter(*one) for one in named]
    inside = {one["name"] for one in parameters if one["in"] == "query"}
    query = ", ".join(f'"{name}": {name}' for name in sorted(inside))
    if own and {"page", "after"} <= {one["name"] for one in operation["parameters"]}:
        # All rows by their numbers; pages, which end sooner, where another order is asked for.
        query = f'"after": None if sort else 0, {query}'
    headers = ", ".join(f'"{one["name"]}": {_HEADERS[one["name"]]}' for one in parameters if one["in"] == "header")
    sent = "content" if binary else "{" + ", ".join(f'"{name}": {_safe(name)}' for name, *_ in fields) + "}"
    address = path
    for one in places:
        address = address.replace(f"{{{one['name']}}}", f"{{part({one['name']})}}")
    rest = f", {sent}" if binary or fields else ""
    f = "f" if places else ""
    sending = f'Sending("{method}", {f}"{address}", {{{query}}}, {{{headers}}}{rest})'
    kind, call = _answered(operation)
    said = textwrap.indent(_said(operation.get("description", operation["summary"])), "        ").strip()
    if "\n" in said:
        said += "\n        "
    return (
        f"    def {operation['operationId']}({', '.join(['self', *given])}) -> {kind}:\n"
        f'        """{said}"""\n        {call.format(sending)}'
    )


def _parameter(name: str, schema: dict[str, Any], required: bool) -> str:
    kind = _kind(schema)
    if required:
        return f"{_safe(name)}: {kind}"
    default = schema.get("default")
    default = () if default == [] else default
    return f"{_safe(name)}: {kind if default is not None or 'None' in kind else kind + ' | None'} = {default!r}"


def _safe(name: str) -> str:
    return f"{name}_" if keyword.iskeyword(name) else name


def _answered(operation: dict[str, Any]) -> tuple[str, str]:
    """Give the type of what an operation answers with, and the call that reads it."""
    status, answer = next((int(one), said) for one, said in operation["responses"].items() if one.startswith("2"))
    content = answer.get("content", {})
    schema = content.get("application/json", {}).get("schema")
    if not content:
        return "None", "self._done({})"
    if not schema or "contentMediaType" in schema:
        return "bytes", "return self._file({})"
    kind = _kind(schema)
    if schema.get("type") == "array" and status == 200:
        row = _kind(schema["items"])
        return f"Iterator[{row}]", f"return self._rows({row}, {{}})"
    return kind, f"return self._row({kind}, {{}})"


def _class(tag: str) -> str:
    return "".join(word.capitalize() for word in tag.replace("-", "_").split("_")) + "Calls"


def _client(tags: list[str]) -> str:
    imports = "\n".join(f"from concerted.client.calls.{tag} import {_class(tag)}" for tag in tags)
    bases = ", ".join(_class(tag) for tag in tags)
    return (
        _HEAD.format("The client: every operation of the interface")
        + f"from typing import Self\n\n{imports}\n\n\n"
        + f'class Client({bases}):\n    """Every operation of the programming interface, for one token."""\n\n'
        + '    def __enter__(self) -> Self:\n        """Begin."""\n        return self\n\n'
        + '    def __exit__(self, *error: object) -> None:\n        """End the connection."""\n        self.close()\n'
    )


def _formatted(found: dict[str, str]) -> dict[str, str]:
    """Put every file into the form that the house's own tool gives it."""
    root = Path(__file__).resolve().parents[2]
    with tempfile.TemporaryDirectory() as folder:
        for path, text in found.items():
            place = Path(folder, path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
        ours = ["--config", str(root / "pyproject.toml"), "--config", 'lint.isort.known-first-party=["concerted"]']
        ruff = [sys.executable, "-m", "ruff"]
        subprocess.run([*ruff, "check", *ours, "--quiet", "--select", "I,F401", "--fix", folder], check=True)
        subprocess.run([*ruff, "format", *ours, "--quiet", folder], check=True)
        return {path: Path(folder, path).read_text(encoding="utf-8") for path in found}
