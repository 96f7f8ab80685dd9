"""Sheets of rows and columns, XLSX and CSV: read and written row by row, whatever their length."""

from concerted.formats.sheets.cells import Broken, Cell, Row, stored, unstored
from concerted.formats.sheets.opening import Sheet, open_sheet
from concerted.formats.sheets.writing import Field, Table, write_csv, write_workbook

__all__ = [
    "Broken",
    "Cell",
    "Field",
    "Row",
    "Sheet",
    "Table",
    "open_sheet",
    "stored",
    "unstored",
    "write_csv",
    "write_workbook",
]
