"""Tables of data as rows and columns of text, with the row of totals."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from cchc_docs.text.figures import value_of
from cchc_docs.word.check.document import Paragraph
from cchc_docs.word.check.paper import Paper

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_TOTAL = re.compile(r"(?:tổng(?:\s+(?:cộng|số))?|cộng)\s*[.:]?", re.IGNORECASE)


@dataclass(slots=True)
class Grid:
    """One table: its number, the text of its cells by row and column, and a paragraph of each cell."""

    number: int
    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    paragraphs: dict[tuple[int, int], Paragraph] = field(default_factory=dict)

    @property
    def rows(self) -> list[int]:
        """The numbers of its rows."""
        return sorted({row for row, _ in self.cells})

    @property
    def columns(self) -> list[int]:
        """The numbers of its columns."""
        return sorted({column for _, column in self.cells})

    def value(self, row: int, column: int) -> Decimal | None:
        """The number that is all of a cell."""
        text = self.cells.get((row, column), "").strip()
        return value_of(text) if _NUMBER.fullmatch(text) else None

    def label(self, row: int) -> str:
        """The first text of a row that is no number."""
        texts = (self.cells.get((row, column), "").strip() for column in self.columns[:3])
        return next((text for text in texts if text and not _NUMBER.fullmatch(text)), "")

    def total_rows(self) -> list[int]:
        """The rows of totals: *Tổng cộng*, *Tổng số*, *Cộng*."""
        return [
            row
            for row in self.rows
            if any(_TOTAL.fullmatch(self.cells.get((row, column), "").strip()) for column in self.columns[:3])
        ]

    def heading(self, column: int, above: int) -> str:
        """What stands in a column over its first number, as far as row ``above``."""
        texts = [self.cells.get((row, column), "").strip() for row in self.rows if row < above]
        return " ".join(text for text in texts if text and not _NUMBER.fullmatch(text))


def grids(paper: Paper) -> Iterator[Grid]:
    """The tables of a document that hold a row of totals, in order."""
    found: dict[int, Grid] = {}
    cells = [one for one in paper.document.paragraphs if one.container.kind == "cell"]
    with_total = {
        one.container.table.number for one in cells if one.container.table and _TOTAL.fullmatch(one.text.strip())
    }
    for paragraph in cells if with_total else ():
        container = paragraph.container
        if container.table is None or container.table.number not in with_total:
            continue
        grid = found.setdefault(container.table.number, Grid(container.table.number))
        place = (container.row, container.column)
        old = grid.cells.get(place, "")
        grid.cells[place] = f"{old} {paragraph.text}".strip()
        grid.paragraphs.setdefault(place, paragraph)
    return (grid for grid in found.values() if len(grid.rows) > 3 and grid.total_rows())


def is_column_numbers(values: Sequence[Decimal | None]) -> bool:
    """Return True if a row only numbers the columns: 1, 2, 3 …"""
    there = [one for one in values if one is not None]
    return len(there) > 2 and there == list(map(Decimal, range(int(there[0]), int(there[0]) + len(there))))
