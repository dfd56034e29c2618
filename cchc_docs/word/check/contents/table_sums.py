"""Columns of tables that do not add up to their row of totals."""

import re
from collections.abc import Iterator
from decimal import Decimal

from cchc_docs.word.check.contents.amounts import plain
from cchc_docs.word.check.contents.grids import Grid, grids, is_column_numbers
from cchc_docs.word.check.contents.passages import rule, said
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding

_NO_SUM = re.compile(
    r"tỷ lệ|tỉ lệ|%|đơn giá|\bgiá\b|bình quân|trung bình|\bnăm\b|stt|\btt\b|điểm|\bmức\b|hệ số|tuổi|xếp hạng|thứ hạng|"
    r"ghi chú|định mức|chỉ số|thời hạn|số ngày|số hiệu|\bmã\b|tăng|giảm|so với",
    re.IGNORECASE,
)
_UPPER = re.compile(r"[IVXLC]+|[A-ZĐ]")
_SUB = re.compile(r"(?:[-+•–*]|trong đó|\d+\.\d+|[a-zđ]\)?$)", re.IGNORECASE)


def table_sums(paper: Paper) -> Iterator[Finding]:
    """SL-07: the numbers of a column add up to the one in the row of totals."""
    for grid in grids(paper):
        totals = grid.total_rows()
        if len(totals) == 1:
            yield from _columns(grid, totals[0])


def _columns(grid: Grid, total: int) -> Iterator[Finding]:
    rows = _data_rows(grid, total)
    for column in grid.columns[1:]:
        typed = grid.value(total, column)
        values = {row: value for row in rows if (value := grid.value(row, column)) is not None}
        first = min([*rows, total], default=total)
        if typed is None or len(values) < 2 or _NO_SUM.search(grid.heading(column, first)):
            continue
        added = sum(values.values(), Decimal(0))
        if any(_is_near(one, typed, len(values)) for one in _sums(grid, values)) or _has_levels(grid, rows):
            continue
        name = grid.heading(column, first) or f"thứ {column + 1}"
        yield said(
            f"Bảng {grid.number}, cột “{name}”: dòng “{grid.label(total)}” ghi {grid.cells[total, column].strip()}, "
            f"nhưng các dòng cộng lại là {plain(added)}.",
            "Xem lại các dòng và tổng.",
            grid.paragraphs[total, column],
        )


def _data_rows(grid: Grid, total: int) -> list[int]:
    """The rows that the total adds up: those above it, or those below where it stands first."""
    numeric = [
        row
        for row in grid.rows
        if row != total
        and any(grid.value(row, column) is not None for column in grid.columns[1:])
        and not is_column_numbers([grid.value(row, column) for column in grid.columns])
    ]
    above = [row for row in numeric if row < total]
    return above or numeric


def _sums(grid: Grid, values: dict[int, Decimal]) -> Iterator[Decimal]:
    """What the total may be the sum of: all rows, those that are no sub-items, those of the upper level."""
    yield sum(values.values(), Decimal(0))
    yield sum((value for row, value in values.items() if not _is_sub(grid, row)), Decimal(0))
    yield sum((value for row, value in values.items() if _UPPER.fullmatch(_mark(grid, row))), Decimal(0))
    yield sum((value for row, value in values.items() if not _UPPER.fullmatch(_mark(grid, row))), Decimal(0))


def _mark(grid: Grid, row: int) -> str:
    return grid.cells.get((row, grid.columns[0]), "").strip().rstrip(".")


def _is_sub(grid: Grid, row: int) -> bool:
    return bool(_SUB.match(_mark(grid, row)) or _SUB.match(grid.label(row)))


def _has_levels(grid: Grid, rows: list[int]) -> bool:
    """Return True if rows are of several levels, so that which of them add up is not plain."""
    marks = [_mark(grid, row) for row in rows]
    upper = sum(bool(_UPPER.fullmatch(mark)) for mark in marks)
    return 0 < upper < len(marks) or any(_is_sub(grid, row) for row in rows) or (len(rows) > 2 and "" in marks)


def _is_near(added: Decimal, typed: Decimal, count: int) -> bool:
    """Return True if a sum is the total, but for the rounding of its parts where they have decimals."""
    exact = added == added.to_integral() and typed == typed.to_integral()
    return added == typed if exact else abs(added - typed) <= Decimal("0.06") * count


RULES = (rule("SL-07", "Các dòng của một cột trong bảng cộng lại bằng dòng tổng", table_sums),)
