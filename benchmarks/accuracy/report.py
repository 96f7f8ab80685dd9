"""Tables of figures, with the marks that they are to reach."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.accuracy.measure import KINDS, Figures, measure
from benchmarks.accuracy.statements import Statement

# What reading is to reach: F1 of facts found, and the share of found acts whose attribute agrees.
MARKS = {f"acts: {kind}": 0.80 for kind in KINDS} | {
    "acts: span and kind": 0.92,
    "acts: commitment": 0.93,
    "participants": 0.98,
    "instruments": 0.97,
    "meetings": 0.95,
    "deadlines": 0.95,
    "sums": 0.95,
    "people": 0.95,
    "definitions": 0.95,
    "quantities": 0.95,
}
MARKS_OF_AGREEMENT = {"act's renews": 0.90, "act's actors": 0.90, "act's lines": 0.85}


def measured(statements: Iterable[Statement]) -> dict[str, Figures]:
    """Measure annotated statements, by name."""
    return {
        one.name: measure(one.document.text, one.annotated, one.found)
        for one in statements
        if one.annotated is not None
    }


def total(figures: Iterable[Figures]) -> Figures:
    """Add figures up to their micro average."""
    out = Figures()
    for one in figures:
        out.add(one)
    return out


def show(name: str, figures: Figures, marks: bool = False) -> None:
    """Print the tallies and the attributes that agree, with the marks they are to reach if wished."""
    heads = f"{'precision':>10}{'recall':>8}{'F1':>8}   right found annotated"
    print(f"\n{name}\n    {'':<22}{heads}{'   mark' if marks else ''}")
    for fact, tally in figures.tallies.items():
        if tally.found or tally.annotated:
            shares = f"{share(tally.precision):>10}{share(tally.recall):>8}{share(tally.f1):>8}"
            counts = f"{tally.right:>5} {tally.found:>5} {tally.annotated:>9}"
            print(f"    {fact:<22}{shares}   {counts}{verdict(tally.f1, MARKS.get(fact)) if marks else ''}")
    if not marks:
        agreeing = [f"{each} {figures.agree[each]}/{of}" for each, of in figures.compared.items()]
        print(f"    agreeing: {', '.join(agreeing)}")
        return
    for each, of in figures.compared.items():
        agreed = figures.agree[each] / of
        counts = f"{figures.agree[each]:>5} {'':>5} {of:>9}"
        print(f"    {each:<22}{'':>18}{share(agreed):>8}   {counts}{verdict(agreed, MARKS_OF_AGREEMENT.get(each))}")


def show_briefly(name: str, figures: Figures) -> None:
    """Print one line for a statement: acts, commitments, and the other facts together."""
    others = total([figures])
    facts = [tally for fact, tally in others.tallies.items() if fact in MARKS and not fact.startswith("acts")]
    right, both = sum(one.right for one in facts), sum(one.found + one.annotated for one in facts)
    acts, promises = (figures.tallies[fact].f1 for fact in ("acts: span and kind", "acts: commitment"))
    print(f"    {name:<44}{share(acts):>7}{share(promises):>13}{share(2 * right / both if both else None):>13}")


def brief_heads() -> None:
    """Print the heads of the lines that ``show_briefly`` prints."""
    print(f"    {'F1':<44}{'acts':>7}{'commitments':>13}{'other facts':>13}")


def verdict(value: float | None, mark: float | None) -> str:
    """Tell whether a figure reaches its mark; nothing where there is no mark or no figure."""
    if value is None or mark is None:
        return ""
    return f"   {mark:.2f} {'PASS' if value >= mark else 'BELOW'}"


def share(value: float | None) -> str:
    """Write a share with three decimals, a dash for None."""
    return "-" if value is None else f"{value:.3f}"
