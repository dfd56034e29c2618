"""The cells of a sheet while a file gives them one after another, without room made for the blank ones between."""

from dataclasses import dataclass, field
from typing import Any

from cchc_docs.data.read.sheets import MOST_CELLS


@dataclass(slots=True)
class Rows:
    """Rows and columns count from 0; a cell is whatever ``cells.raw_rows`` takes. A row that is repeated is kept once.

    Of a sheet with more than ``MOST_CELLS`` cells only ``height`` and ``width`` are kept: it will not be read.
    """

    height: int = 0
    width: int = 0
    _rows: list[tuple[int, int, list[Any]]] = field(default_factory=list)
    """The number of each row, how often it stands there, its cells up to the last one with a value."""
    _cells: list[Any] = field(default_factory=list)
    _filled: bool = False
    _count: int = 0

    def add(self, column: int, value: Any, repeated: int = 1) -> None:
        """Add a cell to the row that is being read, or as many equal ones as ``repeated`` says; ``""`` is none.

        Raises ValueError for a column that the row has already.
        """
        if value == "":
            return
        end = column + repeated
        self._filled = True
        self.width = max(self.width, end)
        if self._count + end > MOST_CELLS:
            self._count = MOST_CELLS
            return
        if column < len(self._cells):
            raise ValueError("cells out of order")
        self._cells.extend([""] * (column - len(self._cells)))
        self._cells.extend([value] * repeated)

    def end_row(self, row: int, repeated: int = 1) -> None:
        """Say that what was added is ``row``, or as many equal ones from there on as ``repeated`` says."""
        if self._filled:
            self.height = max(self.height, row + repeated)
            self._rows.append((row, repeated, self._cells))
        self._count += len(self._cells)
        self._cells, self._filled = [], False

    def dense(self) -> list[list[Any]]:
        """All rows from the first of the sheet on, equally long, ``""`` for blank cells."""
        made: list[list[Any]] = [[""] * self.width for _ in range(self.height)]
        for first, repeated, cells in self._rows:
            for row in range(first, first + repeated):
                made[row][: len(cells)] = cells
        return made
