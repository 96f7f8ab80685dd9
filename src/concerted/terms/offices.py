"""The offices that people speak from, and who is known to have held one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from concerted.terms.shelf import BadData, load, vocabulary


@dataclass(frozen=True, slots=True)
class Offices:
    """Words of offices: heads ("Prime Minister"), portfolios after "of", honorifics.

    ``only_of`` and ``usually_of`` pair an office or seat with the one party that has it.
    """

    heads: tuple[str, ...]
    portfolios: str
    honorifics: tuple[str, ...]
    only_of: tuple[tuple[str, str], ...]
    usually_of: tuple[tuple[str, str], ...]


@cache
def offices() -> Offices:
    """Load the vocabulary of offices; raises BadData where the file is missing or no YAML."""
    data = load(vocabulary("offices"))
    return Offices(
        heads=tuple(data["heads"]),
        portfolios=data["portfolios"].replace("| ", "|"),
        honorifics=tuple(data["honorifics"]),
        only_of=_pairs(data["only_of"]),
        usually_of=_pairs(data["usually_of"]),
    )


def _pairs(entry: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((words, party) for party, line in entry.items() for words in line.split("|"))


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held a leading office, for which party, in which years (the last one None while in office)."""

    name: str
    party: str
    years: tuple[tuple[int, int | None], ...]

    @property
    def last_name(self) -> str:
        """Give the word that later sentences call the holder by."""
        return last_name(self.name)


@cache
def holders() -> dict[str, tuple[Holder, ...]]:
    """Load the holders of leading offices by their last names; raises BadData where a line is wrong."""
    found: dict[str, tuple[Holder, ...]] = {}
    path = vocabulary("office-holders")
    for line in load(path):
        parts = line.split(" | ")
        if len(parts) != 3:
            raise BadData(f"{line!r} found", where=str(path), expected="name | party | years")
        spans = [span.split("-") for span in parts[2].split(", ")]
        years = tuple((int(first), int(last) if last else None) for first, last in spans)
        holder = Holder(parts[0], parts[1], years)
        found[holder.last_name] = (*found.get(holder.last_name, ()), holder)
    return found


def party_of(name: str) -> str | None:
    """Tell which party a leader stands for, by the full or the last name; None unless exactly one fits."""
    parties = {holder.party for holder in holders().get(last_name(name), ()) if _fits(name, holder.name)}
    return parties.pop() if len(parties) == 1 else None


def last_name(name: str) -> str:
    """Give a name's last word, with its number for a reigning one, in small letters and without accents."""
    words = [word for word in _plain(name).replace(",", "").split() if word not in ("jr.", "sr.", "jr", "sr")]
    if len(words) > 1 and words[-1] in ("ii", "iii", "iv", "vi"):
        return " ".join(words[-2:])
    return words[-1].removeprefix("al-").removeprefix("el-") if words else ""


def _fits(name: str, known: str) -> bool:
    """Tell whether a name can be the known one: a last name alone, or one that shares another word with it."""
    words = {word for word in _plain(name).replace(",", "").split() if word not in ("jr.", "sr.", "jr", "sr")}
    if len(words) == 1:
        return True
    return len(words & set(_plain(known).split())) >= min(2, len(_plain(known).split()))


_PLAIN = str.maketrans("áàâäãåçéèêëíìîïñóòôöõøúùûüýğışšžřčćłń’‘", "aaaaaaceeeeiiiinoooooouuuuygissžrccln''")


def _plain(name: str) -> str:
    return name.casefold().translate(_PLAIN)
