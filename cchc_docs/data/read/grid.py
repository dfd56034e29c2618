"""A sheet as a rectangle of raw cells with merged ranges: what a workbook has before anyone looks for headings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeGuard

from cchc_docs.data.read.source import Raw
from cchc_docs.problems import Place


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range; rows and columns from 0, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one sheet: ``rows[i][j]`` is row ``i + 1`` and column ``j + 1`` of the file.

    All rows are equally long. Only the top left cell of a merged range has its value.
    """

    file: str
    name: str
    rows: list[list[Raw]]
    merges: Sequence[Merge] = ()

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def sheet_place(self) -> Place:
        """The sheet as a whole."""
        return Place(self.file, self.name)

    def place(self, row: int, column: int) -> Place:
        """The place of a cell, both counted from 0."""
        return Place(self.file, self.name, row + 1, column + 1)

    def is_blank(self, row: int) -> bool:
        """Return True if no cell of the row has a value."""
        return self.rows[row].count(None) == self.width


def is_number(cell: Raw) -> TypeGuard[int | Decimal]:
    """Return True if ``cell`` is a plain number."""
    return isinstance(cell, int | Decimal) and not isinstance(cell, bool)


def widen(rows: list[list[Raw]], height: int, width: int) -> None:
    """Append blank cells until ``rows`` has ``height`` rows of ``width`` columns."""
    for row in rows:
        row.extend([None] * (width - len(row)))
    rows.extend([None] * width for _ in range(height - len(rows)))


def clip(merges: Iterable[Merge], height: int, width: int) -> list[Merge] | None:
    """The merged ranges as far as they lie in ``height`` rows of ``width`` columns.

    ``None`` where they cover more cells than there are: then they overlap, which no program writes.
    """
    inside = [
        Merge(merge.top, merge.left, min(merge.bottom, height - 1), min(merge.right, width - 1))
        for merge in merges
        if merge.top <= merge.bottom and merge.left <= merge.right and merge.top < height and merge.left < width
    ]
    area = sum((merge.bottom - merge.top + 1) * (merge.right - merge.left + 1) for merge in inside)
    return inside if area <= height * width else None
