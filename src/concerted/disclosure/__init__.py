"""PROTECT: which totals may be published beside withheld rows, so that no reader works one out."""

from concerted.disclosure.layers import beside
from concerted.disclosure.protection import Figure, Protected, protect
from concerted.disclosure.rules import Reason, Rules
from concerted.disclosure.table import Key, Part, Publication, Table, crossed

__all__ = [
    "Figure",
    "Key",
    "Part",
    "Protected",
    "Publication",
    "Reason",
    "Rules",
    "Table",
    "beside",
    "crossed",
    "protect",
]
