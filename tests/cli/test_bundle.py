"""``concerted bundle``: a person's bundle in a file, which ``concerted verify`` checks without the register."""

from __future__ import annotations

import json
import stat
from pathlib import Path

from tests.cli.test_register_commands import concerted, empty, folder

__all__ = ["empty", "folder"]


def add(folder: Path, name: str, party: str) -> None:
    done = concerted(folder, "user", "add", name, "--role", "focal point", "--party", party)
    assert done.returncode == 0, done.stderr


def seen(folder: Path, file: str) -> set[tuple[str, str]]:
    return {
        (one["entry"]["noun"], one["entry"]["record"]) for one in json.loads((folder / file).read_text())["entries"]
    }


def test_a_bundle_is_verified_elsewhere(folder: Path, tmp_path: Path) -> None:
    add(folder, "camila", "CHL")
    done = concerted(folder, "bundle", "old.json", "--user", "camila")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    size = json.loads((folder / "old.json").read_text())["checkpoints"][-1].splitlines()[1]
    assert done.stderr.endswith(f"bytes, checkpoint of {size} entries\n")
    assert stat.S_IMODE((folder / "old.json").stat().st_mode) == 0o600
    assert concerted(folder, "load", "tides.txt").returncode == 0
    done = concerted(folder, "bundle", "new.json", "--user", "camila", "--since", size)
    assert done.returncode == 0, done.stderr
    assert not list(folder.glob(".*"))

    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (folder / "new.json").rename(elsewhere / "new.json")
    done = concerted(elsewhere, "verify", "new.json", "--checkpoint", str(folder / "old.json"))
    assert done.returncode == 0, done.stdout
    assert f"since the kept checkpoint of {size} entries: nothing changed; " in done.stdout
    assert ("statement", "1") in seen(elsewhere, "new.json") - seen(folder, "old.json")


def test_what_cannot_be_bound_is_said_on_one_line(folder: Path) -> None:
    add(folder, "camila", "CHL")
    for arguments, said in (
        (("b.json", "--user", "nobody"), "nobody is called 'nobody'"),
        (("b.json", "--user", "camila", "--coalition", "no-pact"), "no coalition 'no-pact'"),
        (("no/such/folder/b.json", "--user", "camila"), "No such file or directory"),
    ):
        done = concerted(folder, "bundle", *arguments)
        assert (done.returncode, done.stderr.count("\n"), said in done.stderr) == (2, 1, True), done.stderr
    assert not list(folder.glob("*.json"))
