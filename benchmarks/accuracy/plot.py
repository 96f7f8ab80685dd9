"""A reliability diagram as a plain SVG file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from math import sqrt

from benchmarks.accuracy.calibration import Bin, Outcome, bins, calibration_error

SIDE, MARGIN, GAP, TOP = 260, 48, 76, 64
# Bounds of nine in ten samples (Wilson's interval).
_Z = 1.645


def reliability_diagram(title: str, panels: Mapping[str, Sequence[Outcome]]) -> str:
    """Draw measured precision over stated confidence, one square a panel, larger dots for more facts.

    The diagonal is what an honest confidence gives; bars are where the true share lies nine times in ten.
    """
    width = MARGIN + len(panels) * (SIDE + GAP) - GAP + 20
    height = TOP + SIDE + 56
    body = "".join(
        _panel(name, some, MARGIN + place * (SIDE + GAP)) for place, (name, some) in enumerate(panels.items())
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'font-family="sans-serif" font-size="12">\n<title>{escape(title)}</title>\n'
        f'<rect width="{width}" height="{height}" fill="#fff"/>\n'
        f'<text x="{MARGIN}" y="24" font-size="15" font-weight="bold">{escape(title)}</text>\n{body}</svg>\n'
    )


def interval(one: Bin) -> tuple[float, float]:
    """Give the shares between which the true one lies nine times in ten."""
    squared, part = _Z * _Z, one.precision
    middle = (part + squared / (2 * one.count)) / (1 + squared / one.count)
    reach = _Z * sqrt(part * (1 - part) / one.count + squared / (4 * one.count**2)) / (1 + squared / one.count)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def _panel(name: str, some: Sequence[Outcome], left: int) -> str:
    bottom = TOP + SIDE
    lines = [
        f'<text x="{left}" y="{TOP - 12}">{escape(name)}: {len(some)}, error {calibration_error(some):.3f}</text>',
        f'<rect x="{left}" y="{TOP}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#505a5f"/>',
        f'<path d="M{left} {bottom}L{left + SIDE} {TOP}" stroke="#505a5f" stroke-dasharray="4 4"/>',
        f'<text x="{left + SIDE / 2:g}" y="{bottom + 36}" text-anchor="middle">stated confidence</text>',
        f'<text transform="translate({left - 32} {TOP + SIDE / 2:g}) rotate(-90)" text-anchor="middle">'
        "measured precision</text>",
    ]
    for tenth in range(0, 11, 2):
        at = tenth / 10
        lines.append(f'<text x="{left + at * SIDE:g}" y="{bottom + 16}" text-anchor="middle">{at:g}</text>')
        lines.append(f'<text x="{left - 6}" y="{bottom - at * SIDE + 4:g}" text-anchor="end">{at:g}</text>')
    for one in bins(some):
        across, up = left + one.confidence * SIDE, bottom - one.precision * SIDE
        low, high = (bottom - bound * SIDE for bound in interval(one))
        lines.append(f'<path d="M{across:.1f} {low:.1f}V{high:.1f}" stroke="#1d70b8" stroke-width="2"/>')
        lines.append(
            f'<circle cx="{across:.1f}" cy="{up:.1f}" r="{3 + min(9.0, sqrt(one.count) / 3):.1f}" fill="#1d70b8" '
            f'fill-opacity="0.7"><title>{one.count} facts, confidence {one.confidence:.2f}, '
            f"precision {one.precision:.2f}</title></circle>"
        )
    return "".join(f"{line}\n" for line in lines)
