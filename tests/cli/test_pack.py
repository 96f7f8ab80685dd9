"""Two registers that never meet: a partner's records go there in a file, and its changes come back."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_register_commands import concerted

ENTER = """
import sys
from concerted.cli.site import now, open_guarded
open_guarded(None)
from concerted.actions import contributions
from concerted.register.models import Contribution, User
from concerted.register.nouns.contribution import Content
by = User.objects.get(username="layla")
for words in sys.argv[1:]:
    summary, _sign, number = words.partition("@")
    if not number:
        content = Content("equipment", summary, "a letter")
        contributions.add(coalition="global-coalition", content=content, by=by, at=now())
        continue
    one = Contribution.objects.get(pk=number)
    content = Content("equipment", summary, one.source)
    contributions.change(number=one.pk, content=content, seen=one.edition, by=by, at=now())
"""


EMPTY = """
from concerted.cli.init import make
make(None, ())
"""

MAKE = """
from concerted.cli.init import make
make(None, ("global-coalition",))
from concerted.cli.site import acting, now
from concerted.actions import users
from concerted.register.packing.names import own_key
users.add(username="layla", password="nine quiet harbours", coalition="global-coalition", role="focal point",
    party="KWT", by=acting(), at=now())
print(own_key().verifier)
"""

# Dies in the middle of a step, at the record of that number.
DYING = """
import os, signal, sys
from concerted.cli.site import open_guarded
open_guarded(None)
from concerted.actions import pack_imports, pack_taking
pack_imports.STEP = 3
real, count = pack_taking.Taking.take, 0
def take(self, weighed):
    global count
    count += 1
    real(self, weighed)
    if count == int(sys.argv[1]):
        os.kill(os.getpid(), signal.SIGKILL)
pack_taking.Taking.take = take
from concerted.cli import main
main(["pack", "import", "../lorries.pack"])
"""


def run(folder: Path, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder, with nothing of this test's own settings."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("CONCERTED_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=folder,
        env=kept,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def enter(folder: Path, *words: str) -> None:
    """Enter contributions by their summaries; ``words@7`` changes number 7."""
    done = run(folder, ENTER, *words)
    assert done.returncode == 0, done.stderr


def summaries(folder: Path) -> list[str]:
    with sqlite3.connect(folder / "concerted.sqlite3") as register:
        return [one for (one,) in register.execute("SELECT summary FROM register_contribution ORDER BY id")]


def said(folder: Path, *arguments: str) -> str:
    done = concerted(folder, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def refused(folder: Path, *arguments: str) -> str:
    done = concerted(folder, *arguments)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    return done.stderr


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two registers, each with Kuwait's focal point, that have named each other's keys."""
    folder, keys = tmp_path_factory.mktemp("sides"), {}
    (folder / "home").mkdir()
    # Its tables take most of the time; each side gets its own keys.
    assert run(folder / "home", EMPTY).returncode == 0
    shutil.copytree(folder / "home", folder / "centre")
    for name in ("home", "centre"):
        for key in (folder / name).glob("*.pem"):
            key.unlink()
        keys[name] = run(folder / name, MAKE).stdout.strip()
    for name, other in (("home", "centre"), ("centre", "home")):
        said(folder / name, "pack", "trust", "--partner", "KWT", "--key", keys[other])
    assert said(folder / "home", "pack", "key").strip() == keys["home"]
    return folder


@pytest.fixture
def sides(made: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A copy of them for one test."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "home", tmp_path / "centre"


def export(folder: Path, file: str) -> str:
    return said(folder, "pack", "export", "--partner", "KWT", "--user", "layla", "--out", file)


def test_changes_go_there_and_back(sides: tuple[Path, Path]) -> None:
    home, centre = sides
    enter(home, "Forty tents", "Nine lorries", "Ten nurses")
    assert "3 records" in export(home, "../one.pack")
    pack = home / "../one.pack"
    assert stat.S_IMODE(pack.stat().st_mode) == 0o600 and b"tents" not in pack.read_bytes()
    shown = said(centre, "pack", "import", "../one.pack", "--preview")
    assert shown == "3 records of KWT: 3 added; 3 of them are not yours to see\n"
    assert summaries(centre) == []
    taken = "3 records of KWT: 3 added, 0 changed, 0 withdrawn, 0 as they are here, 0 held\n"
    assert said(centre, "pack", "import", "../one.pack") == taken
    assert summaries(centre) == summaries(home) == ["Forty tents", "Nine lorries", "Ten nurses"]

    # Both change the first, each another one besides.
    enter(home, "Fifty tents@1", "Eight lorries@2")
    enter(centre, "Sixty tents@1", "Twelve nurses@3")
    export(home, "../two.pack")
    assert "1 changed, 0 withdrawn, 1 as they are here, 1 held" in said(centre, "pack", "import", "../two.pack")
    assert summaries(centre) == ["Sixty tents", "Eight lorries", "Twelve nurses"]
    listed = said(centre, "pack", "conflicts", "--user", "layla")
    assert "\tsummary: mine Sixty tents | theirs Fifty tents\n" in listed
    number = listed.split("\t")[0]
    assert said(centre, "pack", "decide", number, "--take", "mine", "--user", "layla") == "Decided: mine\n"
    export(centre, "../back.pack")
    assert "2 changed, 0 withdrawn, 1 as they are here, 0 held" in said(home, "pack", "import", "../back.pack")
    assert summaries(home) == summaries(centre) == ["Sixty tents", "Eight lorries", "Twelve nurses"]


def test_what_is_wrong_is_said_on_one_line(sides: tuple[Path, Path]) -> None:
    home, centre = sides
    enter(home, "Forty tents")
    export(home, "../good.pack")
    good = (home / "../good.pack").read_bytes()
    (centre / "cut.pack").write_bytes(good[:-30])
    (centre / "odd.pack").write_bytes(good.replace(b'"KWT"', b'"KEN"'))
    assert "cut off" in refused(centre, "pack", "import", "cut.pack")
    assert "altered" in refused(centre, "pack", "import", "odd.pack")
    assert "it is for the register" in refused(home, "pack", "import", "../good.pack")
    assert "No such file" in refused(
        home, "pack", "export", "--partner", "KWT", "--user", "layla", "--out", "no/where.pack"
    )
    key = said(home, "pack", "key").strip()
    said(centre, "pack", "distrust", "--partner", "KWT", "--key", key)
    assert "signed by no key" in refused(centre, "pack", "import", "../good.pack")
    assert summaries(centre) == [] and not list(home.glob("*.pack"))


def test_a_register_with_a_new_key_says_by_which_name_it_is_known(sides: tuple[Path, Path]) -> None:
    home, centre = sides
    first = said(home, "pack", "key").strip()
    (home / "concerted.ledger.pem").unlink()
    said(home, "init")
    told = concerted(home, "pack", "key")
    name = first.partition("+")[0]
    assert told.returncode == 0 and told.stdout.strip() != first and f"--of {name}" in told.stderr
    enter(home, "Forty tents")
    export(home, "../new.pack")
    assert "signed by no key" in refused(centre, "pack", "import", "../new.pack")
    said(centre, "pack", "trust", "--partner", "KWT", "--key", told.stdout.strip(), "--of", name)
    assert "1 added" in said(centre, "pack", "import", "../new.pack")


FULL = """
import builtins, errno, os, sys
real = os.fdopen
def opened(*given, **more):
    file = real(*given, **more)
    class Full:
        def __enter__(self): return self
        def __exit__(self, *_): file.close()
        def write(self, data): raise OSError(errno.ENOSPC, "No space left on device")
    return Full()
os.fdopen = opened
from concerted.cli import main
main(sys.argv[1:])
"""


def test_a_full_disk_leaves_no_half_pack(sides: tuple[Path, Path]) -> None:
    home, _centre = sides
    enter(home, "Forty tents")
    done = run(home, FULL, "pack", "export", "--partner", "KWT", "--user", "layla", "--out", "full.pack")
    assert (done.returncode, "No space left on device" in done.stderr) == (2, True), done.stderr
    assert not list(home.glob("*full.pack*"))
    with sqlite3.connect(home / "concerted.sqlite3") as register:
        assert register.execute("SELECT count(*) FROM register_pack").fetchone() == (0,)


def test_killed_in_a_step_it_goes_on(sides: tuple[Path, Path]) -> None:
    home, centre = sides
    enter(home, *(f"Lorry {number}" for number in range(1, 9)))
    export(home, "../lorries.pack")
    for at, left in ((5, 3), (3, 3), (4, 6)):
        killed = run(centre, DYING, str(at))
        assert killed.returncode == -9, killed.stderr
        assert len(summaries(centre)) == left
    assert said(centre, "pack", "import", "../lorries.pack").startswith("8 records of KWT: 8 added")
    assert summaries(centre) == summaries(home)
    with sqlite3.connect(centre / "concerted.sqlite3") as register:
        entries = register.execute("SELECT count(*) FROM register_entry WHERE noun = 'contribution'").fetchone()
        (loose,) = register.execute(
            "SELECT count(*) FROM register_entry WHERE id NOT IN (SELECT entry_id FROM register_leaf)"
        ).fetchone()
    assert (entries, loose) == ((8,), 0)
