"""How long it takes to choose which totals are published."""
