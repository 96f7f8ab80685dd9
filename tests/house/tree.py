"""The files that are in the project, as git knows them."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXT = {".md", ".py", ".yaml", ".yml", ".toml", ".html", ".css", ".js", ".json", ".txt", ".lock", ".po", ".svg", ""}


@cache
def tracked(*endings: str) -> tuple[Path, ...]:
    """Every file under version control, or only those whose name ends so; paths from the project's top."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split("\0")
    paths = [Path(name) for name in listed if name and (ROOT / name).is_file()]
    return tuple(path for path in paths if not endings or path.name.endswith(endings))


def texts() -> tuple[Path, ...]:
    """Every tracked file that holds text."""
    return tuple(path for path in tracked() if path.suffix in TEXT)


def read(path: Path) -> str:
    """The text of a tracked file."""
    return (ROOT / path).read_text(encoding="utf-8")
