"""More values into a workbook of a person's, which keeps all that it holds: cells set, rows and sheets added."""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from datetime import date
from decimal import Decimal

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from cchc_docs.data.write.carry import opened, saved
from cchc_docs.text.normal import clean

Value = None | str | int | Decimal | date
"""A value that a cell can be given."""


class Filling:
    """A workbook being filled. Sheets go by their names as reading cleans them; rows and columns count from 1.

    Raises what openpyxl raises for a workbook that it does not take.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._book = opened(data)
        self._sheets: dict[str, Worksheet] = {clean(sheet.title): sheet for sheet in self._book.worksheets}

    def put(self, sheet: str, row: int, column: int, value: Value) -> None:
        """Set one cell. A new row looks like the one above it."""
        page = self._sheets[sheet]
        cell = page.cell(row, column)
        if not isinstance(cell, Cell):  # the lower part of a merged one, which has no value of its own
            area = next(one for one in page.merged_cells.ranges if cell.coordinate in one)
            cell = page.cell(area.min_row, area.min_col)
        above = page.cell(row - 1, column) if row > 2 else None  # row 1 is a heading
        if isinstance(cell, Cell) and isinstance(above, Cell) and above.has_style and not cell.has_style:
            cell._style = copy(above._style)  # type: ignore[attr-defined]  # noqa: SLF001 - as openpyxl itself does
        _set(cell, value)

    def last_row(self, sheet: str) -> int:
        """The last row that holds anything."""
        page = self._sheets[sheet]
        rows = range(page.max_row, 0, -1)
        return next((row for row in rows if any(cell.value not in {None, ""} for cell in page[row])), 0)

    def last_column(self, sheet: str) -> int:
        """The last column that the sheet reaches to."""
        return int(self._sheets[sheet].max_column)

    def add_sheet(self, name: str, headings: Sequence[str]) -> None:
        """A new sheet at the end, with a row of headings."""
        page = self._book.create_sheet(name)
        self._sheets[name] = page
        for column, heading in enumerate(headings, 1):
            cell = page.cell(1, column)
            cell.value, cell.data_type, cell.font = heading, "s", Font(bold=True)
        page.freeze_panes = "A2"

    def has_sheet(self, name: str) -> bool:
        """Return True if there is a sheet of that name."""
        return name in self._sheets

    def keep(self, name: str, headings: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> None:
        """Keep a record in a sheet that nobody sees, in place of the one that is there."""
        if name in self._sheets:
            self._book.remove(self._sheets.pop(name))
        self.add_sheet(name, headings)
        self._sheets[name].sheet_state = "veryHidden"
        for row, values in enumerate(rows, 2):
            for column, heading in enumerate(headings, 1):
                if values.get(heading) is not None:
                    _set(self._sheets[name].cell(row, column), values[heading])

    def done(self) -> bytes:
        """The workbook as it is now. Same input, same bytes."""
        return saved(self._book, self._data)


def _set(cell: Cell | MergedCell, value: Value) -> None:
    cell.value = float(value) if isinstance(value, Decimal) else value
    if isinstance(value, str):
        cell.data_type = "s"  # also where it begins with =
    elif isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"
