"""A grid whose rows are records becomes a ``Sheet``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from cchc_docs.data.read import headings
from cchc_docs.data.read.grid import Grid
from cchc_docs.data.read.headings import Headings
from cchc_docs.data.read.source import Column, Raw, Sheet, SheetShape
from cchc_docs.problems import Place, Problems
from cchc_docs.text.cell_names import column_name
from cchc_docs.text.normal import key


@dataclass(frozen=True, slots=True)
class ListPlaces:
    """Places of a list's cells: the numbers of its rows and columns in the file, from 0."""

    file: str
    sheet: str
    rows: Sequence[int]
    columns: Sequence[int]

    def __call__(self, row: int, column: int) -> Place:
        """The cell; for a row as a whole its first cell."""
        return Place(self.file, self.sheet, self.rows[row] + 1, self.columns[max(column, 0)] + 1)


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """The place of anything in a sheet that has no rows to point at."""

    place: Place

    def __call__(self, row: int, column: int) -> Place:  # noqa: ARG002 - the Locate protocol
        """Always the same."""
        return self.place


def empty(grid_place: Place, name: str, rows: Sequence[Sequence[Raw]] = ()) -> Sheet:
    """A sheet without columns."""
    return Sheet(name, grid_place.sheet, (), rows, SheetPlace(grid_place))


def read_list(grid: Grid, name: str, shape: SheetShape | None, problems: Problems) -> Sheet | None:
    """The sheet called ``name`` (a key) whose cells are in ``grid``; ``None``, and reported, where it has no headings.

    ``shape`` is ``None`` for a sheet of the office's own.
    """
    found = headings.find(grid, shape)
    if found is None:
        _report_no_headings(grid, shape, problems)
        return None
    columns = headings.columns(grid, found, shape, problems)
    report_outside(grid, found.last_row + 1, found, shape, problems)
    if not columns:
        return empty(grid.sheet_place, name)
    return rows_below(grid, name, columns, found.last_row + 1, _key_column(columns, shape))


def rows_below(grid: Grid, name: str, columns: Sequence[Column], first: int, key_column: int = -1) -> Sheet:
    """The sheet of what stands under ``columns`` from row ``first`` on.

    Merged cells are filled down, but for those of the column with the number ``key_column``.
    """
    pick = _picker([column.number for column in columns], grid.width)
    # A row that is blank but for merged ranges that begin above is the lower part of a tall cell, no record.
    kept = [row for row in range(first, len(grid.rows)) if pick(grid.rows[row]).count(None) < len(columns)]
    _fill_down(grid, first, key_column)
    rows = [pick(grid.rows[row]) for row in kept]
    places = ListPlaces(grid.file, grid.name, kept, [column.number for column in columns])
    return Sheet(name, grid.name, tuple(columns), rows, places)


def _picker(numbers: Sequence[int], width: int) -> Callable[[list[Raw]], Sequence[Raw]]:
    """A function that takes the cells of the columns ``numbers`` out of a row of ``width`` cells."""
    if list(numbers) == list(range(width)):
        return lambda row: row
    if list(numbers) == list(range(numbers[0], numbers[-1] + 1)):
        return itemgetter(slice(numbers[0], numbers[-1] + 1))
    return itemgetter(*numbers)


def _key_column(columns: Sequence[Column], shape: SheetShape | None) -> int:
    """The number of the column whose blank cells continue the row above; -1 where the sheet has none."""
    wanted = key(shape.continued_by) if shape is not None else ""
    return next((column.number for column in columns if wanted and column.key == wanted), -1)


def _fill_down(grid: Grid, first: int, key_column: int) -> None:
    """Give each row under a merged cell its value, for merged ranges that begin in row ``first`` or below.

    A range over several columns belongs to the left one. The key column stays as it is.
    """
    for merge in grid.merges:
        if merge.top >= first and merge.left != key_column:
            value = grid.rows[merge.top][merge.left]
            for row in range(merge.top + 1, merge.bottom + 1):
                grid.rows[row][merge.left] = value


def _report_no_headings(grid: Grid, shape: SheetShape | None, problems: Problems) -> None:
    if shape is None:
        problems.notice(
            "khong_thay_tieu_de",
            grid.sheet_place,
            "Không thấy dòng tiêu đề nên bỏ qua trang này.",
            "Nếu cần dùng thì thêm một dòng tiêu đề ở trên cùng, mỗi cột một tên.",
        )
        return
    problems.error(
        "khong_thay_tieu_de",
        grid.sheet_place,
        "Không thấy dòng tiêu đề.",
        f"Thêm một dòng tiêu đề phía trên dữ liệu, gồm: {', '.join(shape.headings)}.",
    )


def report_outside(grid: Grid, first: int, found: Headings, shape: SheetShape | None, problems: Problems) -> None:
    """Say for each column without a heading that it has data, if it has."""
    headed = {number for number, text in found.texts.items() if key(text)}
    report = problems.warning if shape is not None else problems.notice
    for number in range(grid.width):
        if number in headed:
            continue
        filled = [row for row in range(first, len(grid.rows)) if grid.rows[row][number] is not None]
        if filled:
            more = f" (cùng {len(filled) - 1} ô khác ở cột {column_name(number + 1)})" if len(filled) > 1 else ""
            report(
                "thieu_tieu_de",
                grid.place(filled[0], number),
                f"Ô có dữ liệu{more} nhưng cột không có tiêu đề, nên không được dùng.",
                "Thêm tiêu đề cho cột, hoặc xóa dữ liệu thừa.",
            )
