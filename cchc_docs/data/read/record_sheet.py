"""A grid of two columns, *Mục* and *Nội dung*, becomes a ``Sheet`` of one row."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cchc_docs.data.read.cells import shown
from cchc_docs.data.read.grid import Grid
from cchc_docs.data.read.names import report_near_heading
from cchc_docs.data.read.source import Column, Raw, Sheet, SheetShape
from cchc_docs.problems import Place, Problems
from cchc_docs.text.normal import key

HEADING = "muc"
"""The key of the heading over the labels, *Mục*; it may be left out."""


@dataclass(frozen=True, slots=True)
class RecordPlaces:
    """Places of a record's cells: the row of each in the file, and the one column of all, from 0."""

    file: str
    sheet: str
    rows: Sequence[int]
    column: int

    def __call__(self, row: int, column: int) -> Place:  # noqa: ARG002 - the Locate protocol; there is one row
        """The cell of the value; for the row as a whole the sheet."""
        if column < 0:
            return Place(self.file, self.sheet)
        return Place(self.file, self.sheet, self.rows[column] + 1, self.column + 1)


@dataclass(slots=True)
class _Item:
    """One label with its value."""

    label: str
    row: int
    first: Raw
    more: list[str] = field(default_factory=list)
    """Texts of the rows below that have no label."""

    @property
    def value(self) -> Raw:
        """The first value, with the texts that continue it on lines of their own."""
        return "\n".join([self.first, *self.more]) if isinstance(self.first, str) else self.first


def read_record(grid: Grid, name: str, shape: SheetShape, problems: Problems) -> Sheet | None:
    """The record called ``name`` (a key) in ``grid``; ``None``, and reported, where it has no known label."""
    known = {key(heading) for heading in shape.headings}
    labels = _label_column(grid, known)
    if labels < 0:
        problems.error(
            "khong_thay_tieu_de",
            grid.sheet_place,
            "Không thấy cột Mục.",
            f"Trang cần hai cột, Mục và Nội dung; cột Mục gồm: {', '.join(shape.headings)}.",
        )
        return None
    first, headed = _first_row(grid, labels, known)
    values = _value_column(grid, labels, first)
    items = _items(grid, labels, values, first, problems)
    _report_outside(grid, first, {labels, values} | headed, problems)
    kept = _without_duplicates(grid, items, labels, problems)
    missing = [heading for heading in shape.headings if key(heading) not in kept]
    for item_key, item in kept.items():
        if item_key not in known:
            report_near_heading(item.label, missing, grid.place(item.row, labels), problems)
    columns = tuple(Column(word, item.label, values, grid.place(item.row, labels)) for word, item in kept.items())
    places = RecordPlaces(grid.file, grid.name, [item.row for item in kept.values()], values)
    return Sheet(name, grid.name, columns, ([item.value for item in kept.values()],), places)


def _label(grid: Grid, row: int, column: int) -> str:
    cell = grid.rows[row][column]
    return shown(cell) if isinstance(cell, str) else ""


def _label_column(grid: Grid, known: set[str]) -> int:
    """The first column with a known label, -1 if there is none."""
    for column in range(grid.width):
        if any(key(_label(grid, row, column)) in known for row in range(len(grid.rows))):
            return column
    return -1


def _first_row(grid: Grid, labels: int, known: set[str]) -> tuple[int, set[int]]:
    """The first row with a label, and the columns that have a heading over them.

    It follows the heading row if there is one. Otherwise it is the first known label or an unknown one right above
    that has a value, so that a misspelt first label is no title line.
    """
    first = next(row for row in range(len(grid.rows)) if key(_label(grid, row, labels)) in known)
    for row in range(first):
        if key(_label(grid, row, labels)) == HEADING:
            return row + 1, {column for column in range(grid.width) if grid.rows[row][column] is not None}
    while first and _label(grid, first - 1, labels) and any(c is not None for c in grid.rows[first - 1][labels + 1 :]):
        first -= 1
    return first, set()


def _value_column(grid: Grid, labels: int, first: int) -> int:
    """The first column right of the labels that has a value."""
    for column in range(labels + 1, grid.width):
        if any(grid.rows[row][column] is not None for row in range(first, len(grid.rows))):
            return column
    return labels + 1


def _items(grid: Grid, labels: int, values: int, first: int, problems: Problems) -> list[_Item]:
    items: list[_Item] = []
    for row in range(first, len(grid.rows)):
        label = shown(grid.rows[row][labels])
        value = grid.rows[row][values] if values < grid.width else None
        if label:
            items.append(_Item(label, row, value))
        elif value is not None and items:
            _continue(grid, items[-1], value, row, values, problems)
    return items


def _continue(grid: Grid, item: _Item, value: Raw, row: int, column: int, problems: Problems) -> None:
    """Add ``value``, which has no label, to the text of the item above."""
    if item.first is None:
        item.first = value
    elif isinstance(item.first, str) and isinstance(value, str):
        item.more.append(value)
    else:
        problems.error(
            "noi_dung_khong_muc",
            grid.place(row, column),
            f"Ô có nội dung nhưng ô Mục bên trái để trống, mà không thể nối số hay ngày vào mục “{item.label}”.",
            "Ghi tên mục vào ô bên trái, hoặc xóa nội dung thừa.",
        )


def _without_duplicates(grid: Grid, items: Sequence[_Item], labels: int, problems: Problems) -> dict[str, _Item]:
    kept: dict[str, _Item] = {}
    for item in items:
        name = key(item.label)
        if name in kept:
            problems.error(
                "trung_muc",
                grid.place(item.row, labels),
                f"Mục “{item.label}” đã có ở ô {grid.place(kept[name].row, labels).cell}.",
                "Bỏ một trong hai, hoặc nếu là đoạn tiếp theo thì để trống ô Mục.",
            )
        elif name:
            kept[name] = item
        elif item.first is not None:
            problems.warning(
                "ten_muc_trong",
                grid.place(item.row, labels),
                f"Tên mục “{item.label}” không có chữ hay số nào, nên nội dung bên phải không được dùng.",
                "Đặt lại tên mục.",
            )
    return kept


def _report_outside(grid: Grid, first: int, used: set[int], problems: Problems) -> None:
    for column in range(grid.width):
        filled = [row for row in range(first, len(grid.rows)) if grid.rows[row][column] is not None]
        if filled and column not in used:
            problems.warning(
                "thieu_tieu_de",
                grid.place(filled[0], column),
                "Ô có dữ liệu nhưng nằm ngoài hai cột Mục và Nội dung, nên không được dùng.",
                "Chuyển dữ liệu vào cột Nội dung, hoặc xóa đi.",
            )
