"""Headings of a list: they stand below title lines, in one row or in two."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from cchc_docs.data.read.cells import shown
from cchc_docs.data.read.grid import Grid
from cchc_docs.data.read.names import NEAR, report_near_heading
from cchc_docs.data.read.source import Column, SheetShape
from cchc_docs.problems import Place, Problems, closest
from cchc_docs.text.normal import key

SEARCHED = 50
"""Rows from the first that has something, among which the headings must be."""
LONGEST = 60
"""Characters of the longest text that may be a misspelt heading; title lines and data are often longer."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a sheet by column number, and the row (from 0) below which the data begins."""

    row: int
    last_row: int
    texts: Mapping[int, str]

    def keys(self) -> set[str]:
        """The names that the headings give."""
        return {key(text) for text in self.texts.values()}


def find(grid: Grid, shape: SheetShape | None) -> Headings | None:
    """The headings of ``grid``.

    Of a known sheet (``shape``) it is the row, or pair of rows, with the most known headings; of any other the first
    row with two texts, for want of one the first with one. ``None`` where there is none.
    """
    origins = top_left(grid)
    rows = list(islice((row for row in range(len(grid.rows)) if not grid.is_blank(row)), SEARCHED))
    if shape is None:
        return _first_row_of_texts(grid, rows, origins)
    best: Headings | None = None
    best_score = (0, 1)  # one heading that is nearly known is not enough
    for row in rows:
        single, double = _single(grid, row, origins), _double(grid, row, origins)
        single_score, double_score = _score(single, shape), _score(double, shape)
        if single_score > best_score:
            best, best_score = single, single_score
        # Groups of the office's own make a second row of headings too, though no known heading shows it.
        grouped = best is single and double_score[0] == best_score[0] > 0 and _has_groups(grid, row)
        if double_score > best_score or grouped:
            best, best_score = double, double_score
    return best


def _score(headings: Headings, shape: SheetShape) -> tuple[int, int]:
    """Count the known headings, and those that are nearly known."""
    found = headings.keys()
    known = {key(heading) for heading in shape.headings}
    missing = [heading for heading in shape.headings if key(heading) not in found]
    others = [word for word in found - known if word and len(word) <= LONGEST]
    return len(known & found), sum(1 for word in others if closest(word, missing, at_least=NEAR))


def _first_row_of_texts(
    grid: Grid, rows: list[int], origins: Mapping[tuple[int, int], tuple[int, int]]
) -> Headings | None:
    for least in (2, 1):
        for row in rows:
            if sum(isinstance(cell, str) for cell in grid.rows[row]) >= least:
                return (_double if _has_groups(grid, row) else _single)(grid, row, origins)
    return None


def top_left(grid: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """The top left cell of the merged range that covers a cell, for the cells among which headings may be."""
    first = next((row for row in range(len(grid.rows)) if not grid.is_blank(row)), 0)
    last = first + 2 * SEARCHED
    return {
        (row, column): (merge.top, merge.left)
        for merge in grid.merges
        if merge.top <= last
        for row in range(merge.top, min(merge.bottom, last) + 1)
        for column in range(merge.left, merge.right + 1)
    }


def _has_groups(grid: Grid, row: int) -> bool:
    """Return True if a merged cell of ``row`` stands over several texts of the next row, as the head of a group."""
    if row + 1 >= len(grid.rows):
        return False
    below = grid.rows[row + 1]
    return any(
        merge.top == merge.bottom == row
        and isinstance(grid.rows[row][merge.left], str)
        and sum(isinstance(cell, str) for cell in below[merge.left : merge.right + 1]) >= 2
        for merge in grid.merges
    )


def _single(grid: Grid, row: int, origins: Mapping[tuple[int, int], tuple[int, int]]) -> Headings:
    """The headings if they are in ``row`` alone; a heading merged with the rows above counts."""
    texts = {}
    for column in range(grid.width):
        top, _ = origins.get((row, column), (row, column))
        if text := shown(grid.rows[top][column]):
            texts[column] = text
    return Headings(row, row, texts)


def _double(grid: Grid, row: int, origins: Mapping[tuple[int, int], tuple[int, int]]) -> Headings:
    """The headings if they are in ``row`` and the next: the head of a group goes before each heading under it."""
    if row + 1 >= len(grid.rows):
        return Headings(row, row, {})
    texts = {}
    group = ""
    for column in range(grid.width):
        top, left = origins.get((row, column), (row, column))
        upper = shown(grid.rows[top][left])
        merged_down = origins.get((row + 1, column), (row + 1, column)) != (row + 1, column)
        lower = "" if merged_down else shown(grid.rows[row + 1][column])
        if lower:
            group = upper or group
            texts[column] = f"{group} {lower}".strip()
        elif left == column:
            group = ""
            if upper:
                texts[column] = upper
    return Headings(row, row + 1, texts)


def columns(grid: Grid, headings: Headings, shape: SheetShape | None, problems: Problems) -> list[Column]:
    """The columns under ``headings``; duplicated and nearly known ones are reported, the first of equals is kept."""
    found: dict[str, Column] = {}
    for number, text in headings.texts.items():
        name = key(text)
        if not name:
            continue
        column = Column(name, text, number, _place(grid, headings, number))
        if name in found:
            report_duplicate(found[name], column, shape, problems)
        else:
            found[name] = column
    if shape is not None:
        missing = [heading for heading in shape.headings if key(heading) not in found]
        known = {key(heading) for heading in shape.headings}
        for column in found.values():
            if column.key not in known:
                report_near_heading(column.heading, missing, column.place, problems)
    return list(found.values())


def report_duplicate(first: Column, second: Column, shape: SheetShape | None, problems: Problems) -> None:
    """Say that the heading of ``second`` is that of ``first``."""
    report = problems.error if shape is not None else problems.warning
    report(
        "trung_tieu_de",
        second.place,
        f"Tiêu đề “{second.heading}” đã có ở ô {first.place.cell}.",
        "Mỗi tiêu đề chỉ được dùng cho một cột: xóa một cột hoặc đổi tên nó.",
    )


def _place(grid: Grid, headings: Headings, column: int) -> Place:
    """The cell that holds the heading of ``column``, or its lower part."""
    row = headings.last_row
    while row and grid.rows[row][column] is None:
        row -= 1
    return grid.place(row, column)
