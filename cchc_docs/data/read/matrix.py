"""A grid with a row a unit and a column an indicator becomes a ``Sheet``: *Số liệu quý 1*.

The heading of an indicator is its code, kept as typed; the name of the indicator may stand above or below it. Columns
without a code are the office's own, as in a list.
"""

import re
from datetime import date

from cchc_docs.data.read.cells import shown
from cchc_docs.data.read.grid import Grid
from cchc_docs.data.read.headings import SEARCHED, Headings, report_duplicate, top_left
from cchc_docs.data.read.lists import report_outside, rows_below
from cchc_docs.data.read.names import report_near_heading
from cchc_docs.data.read.source import Column, Raw, Sheet, SheetShape
from cchc_docs.problems import Place, Problems
from cchc_docs.text.normal import clean, key

_CODE = re.compile(r"[^\W_]+-[0-9]+(?:\.[0-9]+)*")
"""A code of an indicator: a form, a hyphen, the number in the form. No key of a heading looks so."""


def is_code(heading: str) -> bool:
    """Return True if ``heading`` is the code of an indicator.

    >>> [is_code(text) for text in ("3-3.1.2", "R-12", "Đơn vị", "3 - 3.1", "3.1")]
    [True, True, False, False, False]
    """
    return _CODE.fullmatch(heading) is not None


def column_key(heading: str) -> str:
    """The key of a matrix's column: a code as typed, any other heading's ``key``."""
    heading = clean(heading)
    return heading if is_code(heading) else key(heading)


def read_matrix(grid: Grid, name: str, shape: SheetShape, problems: Problems) -> Sheet | None:
    """The sheet called ``name`` whose cells are in ``grid``; ``None``, and reported, where it has no headings."""
    found = _find(grid, shape)
    if found is None:
        problems.error(
            "khong_thay_tieu_de",
            grid.sheet_place,
            "Không thấy dòng mã chỉ số.",
            f"Thêm một dòng tiêu đề phía trên số liệu, gồm: {', '.join(shape.headings)}, rồi mỗi cột một mã chỉ số, ví "
            "dụ 3-3.1.2. Nếu là trang riêng của đơn vị thì đặt tên khác, không bắt đầu bằng “Số liệu”.",
        )
        return None
    columns = _columns(grid, found, shape, problems)
    report_outside(grid, found.last_row + 1, found, shape, problems)
    return rows_below(grid, name, columns, found.last_row + 1)


def _find(grid: Grid, shape: SheetShape) -> Headings | None:
    """The headings: the row with the most codes, and what the rows next to it call the other columns.

    In a sheet without any code it is the row that names the column of the units.
    """
    rows = [row for row in range(min(len(grid.rows), 2 * SEARCHED)) if not grid.is_blank(row)][:SEARCHED]
    known = {key(heading) for heading in shape.headings}
    codes = max(rows, key=lambda row: len(_coded(grid.rows[row])), default=-1)
    if codes < 0 or not _coded(grid.rows[codes]):
        codes = next((row for row in rows if known & {key(shown(cell)) for cell in grid.rows[row]}), -1)
    if codes < 0:
        return None
    last = codes + 1 if _has_labels(grid, codes, known) else codes
    at = _headed(grid, codes, last)
    return Headings(codes, last, {column: shown(grid.rows[row][column]) for column, row in at.items()})


def _coded(row: list[Raw]) -> list[int]:
    """The columns where ``row`` has a code."""
    return [column for column, cell in enumerate(row) if isinstance(cell, str) and is_code(cell)]


def _has_labels(grid: Grid, codes: int, known: set[str]) -> bool:
    """Return True if the row below the ``codes`` has names of the indicators, and no figures of a unit.

    Such a row names the column of the units, or that column is named above and blank here, and the others have words.
    """
    if codes + 1 >= len(grid.rows):
        return False
    below = grid.rows[codes + 1]
    if known & {key(shown(cell)) for cell in below}:
        return True
    at = _headed(grid, codes, codes)
    units = [column for column, row in at.items() if key(shown(grid.rows[row][column])) in known]
    under = [below[column] for column in _coded(grid.rows[codes]) if below[column] is not None]
    words = all(isinstance(cell, str) and cell[0].isalpha() for cell in under)
    return bool(units and under) and words and all(below[column] is None for column in units)


def _headed(grid: Grid, codes: int, last: int) -> dict[int, int]:
    """The row of each column's heading: that of the ``codes``, else the ``last`` one, else the one above."""
    top = top_left(grid)
    found = {}
    for column in range(grid.width):
        for row in (codes, last, codes - 1):
            above, _ = top.get((row, column), (row, column))
            if row >= 0 and shown(grid.rows[above][column]):
                found[column] = above
                break
    return found


def _columns(grid: Grid, found: Headings, shape: SheetShape, problems: Problems) -> list[Column]:
    """The columns under the headings; of equal ones the first. A code that became a date is reported and left out."""
    columns: dict[str, Column] = {}
    for number, row in _headed(grid, found.row, found.last_row).items():
        cell, place = grid.rows[row][number], grid.place(row, number)
        column = Column(column_key(shown(cell)), shown(cell), number, place)
        if isinstance(cell, date):
            _report_date(cell, place, problems)
        elif column.key in columns:
            report_duplicate(columns[column.key], column, shape, problems)
        elif column.key:
            columns[column.key] = column
    missing = [heading for heading in shape.headings if key(heading) not in columns]
    for column in columns.values():
        if not is_code(column.key):
            report_near_heading(column.heading, missing, column.place, problems)
    return list(columns.values())


def _report_date(day: date, place: Place, problems: Problems) -> None:
    code = f"{day.day}-{day.month}"
    problems.error(
        "ma_thanh_ngay",
        place,
        f"Excel đã đổi mã chỉ số ở tiêu đề thành ngày {shown(day)}, nên cột này không được đọc.",
        f"Chọn định dạng ô là Văn bản (Text) rồi gõ lại mã, ví dụ {code}; hoặc gõ dấu nháy đơn trước mã: '{code}.",
    )
